// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Stands in for the scan controller. */
QtObject {
    property var calls: []
    property string state: "looking"
    property string guidance: "show-document"
    property string guidanceText: ""
    property bool cameraWorks: true
    property bool found: false
    property bool wantsOtherSide: false
    property var outline: []
    property double frameRatio: 16 / 9
    property string documentName: ""
    property var resultFields: []
    property bool needsConfirmation: false
    property bool incomplete: false

    function scanAgain() { calls = calls.concat(["scanAgain"]) }
    function typeInstead() { calls = calls.concat(["typeInstead"]) }
}
