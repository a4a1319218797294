// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Stands in for the invitation controller. */
QtObject {
    property string state: "looking"
    property string problemCode: ""
    property string problemText: ""
    property string hostName: "陈样本"
    property string purposeName: "Meeting"
    property string windowText: "24 November 2026, 09:00 to 12:00"
}
