import QtQuick
import QtQuick.Templates as T
import Clienteling.Theme

// A choice among a few. Chosen: filled tint and a tick, so that colour does not speak alone.
T.Button {
    id: chip

    property bool chosen: false
    property string iconName: ""
    readonly property bool lit: chip.chosen && chip.enabled
    readonly property color ink: !chip.enabled ? Theme.ink3 : chip.chosen ? Theme.accent : Theme.ink

    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + 2 * Theme.space8)
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    font.family: Theme.sans
    font.pixelSize: Theme.sizeText
    font.weight: Font.Medium
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen

    contentItem: Item {
        implicitWidth: line.beside + words.implicitWidth
        implicitHeight: line.implicitHeight

        Row {
            id: line

            readonly property real beside: sign.visible ? sign.width + spacing : 0

            anchors.centerIn: parent
            spacing: Theme.space8

            Icon {
                id: sign

                visible: name !== ""
                name: chip.chosen ? "check" : chip.iconName
                tint: !chip.enabled ? Theme.ink3 : chip.chosen ? Theme.accent : Theme.ink2
                size: Theme.iconSmall
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: words

                width: Math.min(implicitWidth, chip.availableWidth - line.beside)
                text: chip.text
                font: chip.font
                color: chip.ink
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Math.min(height, Theme.touch) / 2
        color: chip.lit ? Theme.tint : Theme.card
        border.width: Theme.hairline
        border.color: chip.lit ? Theme.accent : Theme.line

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.ink
            opacity: chip.down ? 0.10 : chip.hovered ? 0.04 : 0
            visible: opacity > 0
        }
        FocusRing { target: chip; shown: chip.visualFocus }
    }
}
