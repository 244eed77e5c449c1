pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// The same as on the associate's page, asked of herself: one thing at a time, in her language.
FocusScope {
    id: page

    required property NewcomerViewModel model
    property int at: 0
    signal finished

    readonly property list<string> steps: page.model.steps
    readonly property string step: page.steps[Math.min(page.at, page.steps.length - 1)]

    function forward(): void { page.at = Math.min(page.at + 1, page.steps.length - 1); }
    function back(): void { page.at = Math.max(0, page.at - 1); }
    function go(key: string): void { page.at = Math.max(0, page.steps.indexOf(key)); }
    function fill(): void {
        given.text = page.model.given_name;
        family.text = page.model.family_name;
        phone.text = page.model.phone;
        email.text = page.model.email;
    }
    function wrong(field: string): string {
        return page.model.wrong === field ? DataWords.wrong(field) : "";
    }
    onStepChanged: {
        SecondTouch.turned();
        if (page.step === "name")
            given.forceActiveFocus();
        else if (page.step === "contact")
            phone.forceActiveFocus();
        paper.contentY = 0;
    }
    Component.onCompleted: {
        page.fill();
        if (page.step === "name")
            given.forceActiveFocus();
    }

    Flickable {
        id: paper

        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top; bottomMargin: Theme.space16 }
        contentHeight: Math.max(height, body.implicitHeight)
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true

        Item {
            id: body

            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(0, (parent.height - implicitHeight) / 3)
            width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
            implicitHeight: childrenRect.height

            Step {
                width: parent.width
                visible: page.step === "language"
                title: qsTr("Welcome")
                words: qsTr("In which language shall we go on?")

                Repeater {
                    model: page.model.readable

                    Button {
                        required property string modelData

                        objectName: "her-language-" + modelData
                        width: Math.min(parent?.width ?? 0, 420 * Theme.scale)
                        topPadding: Theme.space20
                        bottomPadding: Theme.space20
                        kind: page.model.language === modelData ? Button.Primary : Button.Quiet
                        font.pixelSize: Theme.sizeLarge
                        text: NewcomerWords.own(modelData)
                        onClicked: {
                            page.model.choose_language(modelData);
                            page.forward();
                        }
                    }
                }
            }
            Step {
                width: parent.width
                visible: page.step === "name"
                title: qsTr("What is your name?")

                Field {
                    id: given

                    objectName: "herGivenName"
                    width: parent.width
                    label: qsTr("First name")
                    onEdited: text => page.model.edit("given_name", text)
                    onAccepted: family.forceActiveFocus()
                }
                Field {
                    id: family

                    objectName: "herFamilyName"
                    width: parent.width
                    label: qsTr("Family name")
                    onEdited: text => page.model.edit("family_name", text)
                    onAccepted: next.clicked()
                }
            }
            Step {
                width: parent.width
                visible: page.step === "contact"
                title: qsTr("How can we reach you?")
                words: qsTr("Only what you like to give. You decide in a moment what we may use it for.")

                Field {
                    id: phone

                    objectName: "herPhone"
                    width: parent.width
                    label: qsTr("Telephone")
                    error: page.wrong("phone")
                    inputMethodHints: Qt.ImhDialableCharactersOnly
                    onEdited: text => page.model.edit("phone", text)
                    onAccepted: email.forceActiveFocus()
                }
                Field {
                    id: email

                    objectName: "herEmail"
                    width: parent.width
                    label: qsTr("E-mail")
                    error: page.wrong("email")
                    inputMethodHints: Qt.ImhEmailCharactersOnly
                    onEdited: text => page.model.edit("email", text)
                    onAccepted: next.clicked()
                }
            }
            Repeater {
                model: page.model.questions

                Asked {
                    width: body.width
                    visible: page.step === key
                    onAnswered: yes => {
                        page.model.answer(key, yes);
                        page.forward();
                    }
                }
            }
            Step {
                width: parent.width
                visible: page.step === "review"
                title: page.model.given_name === "" ? qsTr("Thank you") : qsTr("Thank you, %1").arg(page.model.given_name)
                words: qsTr("If this is right, give the tablet back: your code is next.")

                Review {
                    width: parent.width
                    model: page.model
                    onStep_asked: key => page.go(key)
                }
                Button {
                    objectName: "finished"
                    topPadding: Theme.space20
                    bottomPadding: Theme.space20
                    kind: Button.Primary
                    iconName: "device-tablet"
                    font.pixelSize: Theme.sizeLarge
                    text: qsTr("Give the tablet back")
                    onClicked: page.finished()
                }
            }
        }
    }
    Item {
        id: foot

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.margin }
        height: childrenRect.height

        Button {
            objectName: "stepBack"
            anchors.left: parent.left
            visible: page.at > 0
            iconName: "caret-left"
            text: qsTr("Back")
            onClicked: page.back()
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.action / 2 - height / 2
            spacing: Theme.space8
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Step %1 of %2").arg(page.at + 1).arg(page.steps.length)

            Repeater {
                model: page.steps.length

                Rectangle {
                    required property int index

                    width: Theme.space8
                    height: width
                    radius: width / 2
                    color: index <= page.at ? Theme.accent : Theme.line
                }
            }
        }
        Button {
            id: next

            objectName: "stepNext"
            anchors.right: parent.right
            visible: page.step === "name" || page.step === "contact"
            enabled: page.step !== "name" || !page.model.nameless
            kind: Button.Primary
            text: qsTr("Next")
            onClicked: {
                if (page.step === "name" ? !page.model.nameless : page.model.contact_right())
                    page.forward();
            }
        }
    }
}
