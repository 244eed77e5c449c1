pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// From one day to another: two touches, or a range that is asked for often.
Sheet {
    id: sheet

    required property DaysViewModel model

    title: qsTr("From … to …")
    help: "days"

    function take(which: string): void {
        sheet.model.take_preset(which);
        sheet.close();
    }

    Flow {
        width: parent.width
        spacing: Theme.space8

        Chip { objectName: "preset-thirty_days"; text: qsTr("30 days"); onClicked: sheet.take("thirty_days") }
        Chip { objectName: "preset-ninety_days"; text: qsTr("90 days"); onClicked: sheet.take("ninety_days") }
        Chip { objectName: "preset-this_year"; text: qsTr("This year"); onClicked: sheet.take("this_year") }
        Chip { objectName: "preset-twelve_months"; text: qsTr("12 months"); onClicked: sheet.take("twelve_months") }
    }
    Hairline { width: parent.width }
    MonthGrid {
        width: parent.width
        model: sheet.model
        onTouched: day => sheet.model.touch(day)
    }
    Body {
        width: parent.width
        text: sheet.model.until === "" ? qsTr("From %1 to …").arg(sheet.model.since)
            : qsTr("From %1 to %2").arg(sheet.model.since).arg(sheet.model.until)
    }
    footer: Button {
        objectName: "takeDays"
        width: parent.width
        kind: Button.Primary
        enabled: sheet.model.since !== ""
        iconName: "check"
        text: qsTr("Show these days")
        onClicked: {
            sheet.model.take();
            sheet.close();
        }
    }
}
