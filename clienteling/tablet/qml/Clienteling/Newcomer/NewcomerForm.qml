pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme
import Clienteling.Words

// Who she is; and, as soon as it seems so, who here may be her already.
FocusScope {
    id: form

    required property NewcomerViewModel model
    readonly property bool wide: width >= 420 * Theme.scale

    implicitHeight: column.implicitHeight

    function begin(): void { given.forceActiveFocus(); }
    function fill(): void {
        given.text = form.model.given_name;
        family.text = form.model.family_name;
        phone.text = form.model.phone;
        email.text = form.model.email;
    }
    function wrong(field: string): string {
        return form.model.wrong === field ? DataWords.wrong(field) : "";
    }

    Component.onCompleted: form.fill()
    Connections {
        target: form.model
        function onBegun(): void { form.fill(); }
    }

    Column {
        id: column

        width: parent.width
        spacing: Theme.space16

        Grid {
            id: names

            readonly property real each: (width - (columns - 1) * columnSpacing) / columns

            width: parent.width
            columns: form.wide ? 2 : 1
            columnSpacing: Theme.space12
            rowSpacing: Theme.space16

            Field {
                id: given

                objectName: "givenName"
                width: names.each
                focus: true
                label: qsTr("First name")
                error: form.wrong("given_name")
                onEdited: text => form.model.edit("given_name", text)
                onAccepted: family.forceActiveFocus()
            }
            Field {
                id: family

                objectName: "familyName"
                width: names.each
                label: qsTr("Family name")
                onEdited: text => form.model.edit("family_name", text)
                onAccepted: phone.forceActiveFocus()
            }
            Field {
                id: phone

                objectName: "phone"
                width: names.each
                label: qsTr("Telephone")
                error: form.wrong("phone")
                inputMethodHints: Qt.ImhDialableCharactersOnly
                onEdited: text => form.model.edit("phone", text)
                onAccepted: email.forceActiveFocus()
            }
            Field {
                id: email

                objectName: "email"
                width: names.each
                label: qsTr("E-mail")
                error: form.wrong("email")
                inputMethodHints: Qt.ImhEmailCharactersOnly
                onEdited: text => form.model.edit("email", text)
                onAccepted: form.model.save()
            }
        }
        Rectangle {
            id: asked

            width: parent.width
            visible: same.count > 0
            implicitHeight: visible ? lines.implicitHeight + 2 * Theme.space12 : 0
            radius: Theme.radiusBlock
            color: Theme.goldTint
            Accessible.role: Accessible.AlertMessage
            Accessible.name: heading.text

            Column {
                id: lines

                x: Theme.space16
                y: Theme.space12
                width: parent.width - 2 * x

                Body {
                    id: heading

                    width: parent.width
                    text: qsTr("Is this her?")
                    color: Theme.gold
                    font.weight: Font.DemiBold
                }
                Repeater {
                    id: same

                    model: form.model.alike

                    AlikeLine {
                        width: lines.width
                        onClicked: form.model.is_her(key)
                    }
                }
            }
        }
        ChoiceRow {
            width: parent.width
            question: qsTr("Which language does she read?")
            prefix: "language-"
            keys: form.model.spoken
            answers: keys.map(key => CustomerWords.language(key))
            chosen: form.model.language
            onPicked: key => form.model.choose_language(key)
        }
    }
}
