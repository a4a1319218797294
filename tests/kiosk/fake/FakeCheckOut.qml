// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Stands in for the check-out controller. */
QtObject {
    property string state: "looking"
    property string problemCode: ""
    property string problemText: ""
    property string visitLabel: "V-2318"
    property var toCollect: []
    property int secondsToClear: 20
}
