pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme

// What a figure is to reach from today on; a field that is left empty has no target.
Sheet {
    id: sheet

    required property TargetViewModel model
    readonly property bool understood: sheet.model.understood(day.text) && sheet.model.understood(week.text) && sheet.model.understood(month.text)
    readonly property string hint: {
        switch (sheet.model.unit) {
        case "percent": return qsTr("per cent");
        case "cents": return qsTr("euro");
        case "pieces": return qsTr("pieces");
        default: return qsTr("how many");
        }
    }

    title: qsTr("Target: %1").arg(sheet.model.name)
    help: "target"
    onAboutToHide: sheet.model.unfinished.end()

    function save(): void {
        if (!sheet.understood)
            return;
        sheet.model.save(day.text, week.text, month.text);
        sheet.close();
    }

    function wrong(text: string): string {
        return sheet.model.understood(text) ? "" : qsTr("This is no figure that it can reach");
    }

    Connections {
        target: sheet.model

        function onReady(): void {
            day.text = sheet.model.day;
            week.text = sheet.model.week;
            month.text = sheet.model.month;
        }
    }

    Body {
        width: parent.width
        text: qsTr("It holds from today. What ended before keeps the target it had.")
        color: Theme.ink2
    }
    Field {
        id: day

        objectName: "targetDay"
        width: parent.width
        label: qsTr("In a day, %1").arg(sheet.hint)
        maximumLength: 12
        error: sheet.wrong(day.text)
        onEdited: text => sheet.model.type("day", text)
        onAccepted: sheet.save()
    }
    Field {
        id: week

        objectName: "targetWeek"
        width: parent.width
        label: qsTr("In a week, %1").arg(sheet.hint)
        maximumLength: 12
        error: sheet.wrong(week.text)
        onEdited: text => sheet.model.type("week", text)
        onAccepted: sheet.save()
    }
    Field {
        id: month

        objectName: "targetMonth"
        width: parent.width
        label: qsTr("In a month, %1").arg(sheet.hint)
        maximumLength: 12
        error: sheet.wrong(month.text)
        onEdited: text => sheet.model.type("month", text)
        onAccepted: sheet.save()
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.model.unfinished
        onAnew: {
            sheet.model.begin_anew();
            day.forceActiveFocus();
        }
    }
    footer: Button {
        objectName: "saveTarget"
        width: parent.width
        kind: Button.Primary
        enabled: sheet.understood
        iconName: "check"
        text: qsTr("From today")
        onClicked: sheet.save()
    }
}
