// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Gatehouse.Camera

/*! What the camera sees now. */
CameraView {
}
