pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Says why a scan opened nothing; stays until it is answered or the next scan comes.
Rectangle {
    id: notice

    required property ScanViewModel model
    readonly property bool grave: ["forged", "revoked"].includes(model.kind)
    readonly property bool searchable: model.kind === "contact"
    signal search(text: string)

    visible: ScanWords.explains(model.kind)
    onVisibleChanged: {
        if (visible)
            Leaves.answer = notice;
        else if (Leaves.answer === notice)
            Leaves.answer = null;
    }
    Component.onDestruction: {
        if (Leaves.answer === notice)
            Leaves.answer = null;
    }
    implicitHeight: lines.implicitHeight + 2 * Theme.space16
    radius: Theme.radiusBlock
    color: notice.grave ? Theme.warnTint : Theme.goldTint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text + ". " + words.text

    Icon {
        id: icon

        x: Theme.space16
        y: Theme.space16
        name: notice.grave ? "shield-warning" : "info"
        tint: notice.grave ? Theme.warn : Theme.gold
        size: Theme.iconLarge
    }
    Column {
        id: lines

        anchors.left: icon.right
        anchors.leftMargin: Theme.space12
        anchors.right: close.left
        anchors.top: parent.top
        anchors.topMargin: Theme.space16
        spacing: Theme.space8

        Body {
            id: title

            width: parent.width
            text: ScanWords.title(notice.model.kind)
            font.weight: Font.DemiBold
        }
        Body {
            id: words

            width: parent.width
            text: ScanWords.words(notice.model.kind, notice.model.detail)
        }
        Column {
            width: parent.width
            visible: choices.count > 0

            Repeater {
                id: choices

                model: notice.model.choices

                ListRow {
                    id: choice

                    required property string key
                    required property string kind
                    required property string name
                    required property string words
                    required property int index

                    objectName: "choice-" + choice.key
                    width: parent?.width ?? 0
                    lined: choice.index < choices.count - 1
                    title: ScanWords.choice(choice.kind, choice.name)
                    subtitle: choice.words
                    leading: Component { Avatar { iconName: choice.kind === "product" ? "tag" : "user-circle" } }
                    onClicked: notice.model.choose(choice.key)
                }
            }
        }
        Button {
            objectName: "whose"
            visible: notice.model.kind === "card_unknown"
            iconName: "user-circle"
            text: qsTr("Say whose it is")
            onClicked: notice.model.ask_whose()
        }
        Button {
            objectName: "openForNow"
            visible: notice.model.kind === "not_here" && notice.model.detail === "away"
            iconName: "user-circle-dashed"
            text: qsTr("Open a card for now")
            onClicked: notice.model.open_for_now()
        }
        Button {
            visible: notice.searchable
            kind: Button.Plain
            text: qsTr("Search for it")
            onClicked: notice.search(notice.model.detail)
        }
    }
    IconButton {
        id: close

        anchors.right: parent.right
        anchors.top: parent.top
        iconName: "x"
        label: qsTr("Close this message")
        onClicked: notice.model.dismiss()
    }
}
