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
        spacing: Theme.space4

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

                    objectName: "choice-" + key
                    width: parent?.width ?? 0
                    lined: index < choices.count - 1
                    title: ScanWords.choice(kind, name)
                    subtitle: words
                    leading: Component { Avatar { iconName: choice.kind === "product" ? "tag" : "user-circle" } }
                    onClicked: notice.model.choose(key)
                }
            }
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
