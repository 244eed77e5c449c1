pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme

// Whose a purchase is: each one's part in percent, together a hundred, and why.
Sheet {
    id: sheet

    required property PartingViewModel model
    property int sum: 0

    function add(): void {
        let sum = 0;
        for (let n = 0; n < people.count; n++) {
            const one = people.itemAt(n) as PersonField;
            sum += one ? one.percent : 0;
        }
        sheet.sum = sum;
    }

    function save(): void {
        const who = [];
        const parts = [];
        for (let n = 0; n < people.count; n++) {
            const one = people.itemAt(n) as PersonField;
            who.push(one.key);
            parts.push(one.percent);
        }
        if (sheet.model.part(who, parts, reason.text))
            sheet.close();
    }

    title: qsTr("Whose purchase is it?")
    help: "parting"
    onAboutToHide: sheet.model.unfinished.end()

    Connections {
        target: sheet.model
        function onReady(): void {
            reason.text = sheet.model.stands("reason");
        }
    }

    component PersonField: Item {
        id: person

        required property string key
        required property string name
        readonly property int percent: Number(field.text) || 0

        implicitHeight: Math.max(label.implicitHeight, field.implicitHeight) + Theme.space8
        onPercentChanged: sheet.add()
        Component.onCompleted: {
            person.fill();
            sheet.add();
        }

        function fill(): void {
            field.text = sheet.model.stands(person.key);
        }

        Connections {
            target: sheet.model
            function onReady(): void {
                person.fill();
            }
        }
        Body {
            id: label

            anchors { left: parent.left; right: field.left; rightMargin: Theme.space12; verticalCenter: parent.verticalCenter }
            text: person.name
        }
        Field {
            id: field

            objectName: "part-" + person.key
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            width: 96 * Theme.scale
            placeholder: "0"
            inputMethodHints: Qt.ImhDigitsOnly
            maximumLength: 3
            onEdited: text => sheet.model.type(person.key, text)
        }
    }

    Serif {
        width: parent.width
        text: sheet.model.amount
        font.pixelSize: Theme.sizeTitle
    }
    Body {
        width: parent.width
        text: qsTr("Each one's part, in percent")
        font.weight: Font.Medium
    }
    Repeater {
        id: people

        model: sheet.model.people
        onItemAdded: sheet.add()
        onItemRemoved: sheet.add()

        PersonField { width: parent?.width ?? 0 }
    }
    Small {
        width: parent.width
        text: sheet.sum === 100 ? qsTr("Together 100%") : qsTr("Together %1%, and it is to be 100%").arg(sheet.sum)
        color: sheet.sum === 100 ? Theme.ink2 : Theme.warn
    }
    Field {
        id: reason

        objectName: "partReason"
        width: parent.width
        label: qsTr("Why")
        placeholder: qsTr("They served her together")
        maximumLength: 300
        onEdited: text => sheet.model.type("reason", text)
        onAccepted: sheet.save()
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.model.unfinished
        onAnew: {
            sheet.model.begin_anew();
            reason.forceActiveFocus();
        }
    }
    footer: Button {
        objectName: "partSave"
        width: parent.width
        kind: Button.Primary
        enabled: sheet.sum === 100 && reason.text.trim() !== ""
        iconName: "check"
        text: qsTr("Part it so")
        onClicked: sheet.save()
    }
}
