# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real programs through their windows: finds widgets by what assistive technology sees, clicks and types."""
