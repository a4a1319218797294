// SPDX-License-Identifier: GPL-3.0-or-later
import Gatehouse.Keyboard

LettersLayout {}
