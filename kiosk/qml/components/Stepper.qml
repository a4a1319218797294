// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Gatehouse.Theme

/*! How far the visitor has come: one bar a step, done, now and to come; said in words for assistive technology. */
Row {
    id: stepper

    property int step: 0
    property int count: 0

    spacing: 12
    visible: count > 1
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Step %1 of %2").arg(step).arg(count)

    Repeater {
        model: stepper.count
        Rectangle {
            id: bar
            required property int index
            width: (stepper.width - (stepper.count - 1) * stepper.spacing) / stepper.count
            height: Theme.highContrast ? 12 : 10
            radius: height / 2
            color: bar.index < stepper.step - 1 ? Theme.jade : bar.index === stepper.step - 1 || Theme.highContrast ? Theme.surface : Theme.line
            border.width: bar.index === stepper.step - 1 || Theme.highContrast ? 3 : 0
            border.color: bar.index === stepper.step - 1 ? Theme.jade : Theme.line

            Rectangle {
                visible: bar.index === stepper.step - 1
                width: parent.width / 2
                height: parent.height
                radius: height / 2
                color: Theme.jade
            }
        }
    }
}
