// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Camera

/*! A picture that only lives in memory: a portrait, a badge. */
PictureView {
}
