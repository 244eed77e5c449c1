import QtQuick
import QtQuick.Templates as T
import Clienteling.Models
import Clienteling.Theme

// An action: 52 high, round. One Primary on a page; Quiet for the others; OnBlock lies on a filled Block.
T.Button {
    id: button

    enum Kind { Primary, Quiet, Danger, OnBlock, Plain }

    property int kind: Button.Quiet
    property string iconName: ""
    property string label: text
    property bool iconFilled: false
    // Whether two touches at once are meant as two, as of a digit.
    property bool repeats: false

    readonly property color ground: {
        switch (button.kind) {
        case Button.Primary: return button.enabled ? Theme.accent : Theme.card;
        case Button.Danger: return button.enabled ? Theme.warnTint : Theme.card;
        case Button.OnBlock: return Theme.inkOnAccent;
        case Button.Plain: return "transparent";
        default: return Theme.card;
        }
    }
    readonly property color words: {
        if (!button.enabled && button.kind !== Button.OnBlock)
            return Theme.ink3;
        switch (button.kind) {
        case Button.Primary: return Theme.inkOnAccent;
        case Button.Danger: return Theme.warn;
        case Button.OnBlock:
        case Button.Plain: return Theme.accent;
        default: return Theme.ink;
        }
    }

    implicitWidth: Math.max(Theme.action, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.action, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: button.kind === Button.Plain ? Theme.space12 : Theme.space20
    rightPadding: leftPadding
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    font.family: Theme.sans
    font.pixelSize: Theme.sizeText
    font.weight: Font.DemiBold
    focusPolicy: Qt.StrongFocus
    // What cannot be done yet can still be read: it is quiet, not faint.
    Accessible.name: label
    // Heard so that a trembling finger's second touch is no second click: what is done would be done twice.
    onDoubleClicked: {
        if (button.repeats)
            button.clicked();
    }
    // Nor is it meant for the next line's button, where this one went with its line.
    onClicked: {
        if (!button.repeats)
            SecondTouch.turned();
    }

    contentItem: Item {
        implicitWidth: line.beside + words.implicitWidth
        implicitHeight: line.implicitHeight

        Row {
            id: line

            readonly property real beside: sign.visible ? sign.width + (words.visible ? spacing : 0) : 0

            anchors.centerIn: parent
            spacing: Theme.space12

            Icon {
                id: sign

                visible: button.iconName !== ""
                name: button.iconName
                filled: button.iconFilled
                tint: button.words
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: words

                visible: button.text !== ""
                width: Math.min(implicitWidth, button.availableWidth - line.beside)
                text: button.text
                font: button.font
                color: button.words
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Math.min(height, Theme.action) / 2
        color: button.ground
        border.width: button.kind === Button.Quiet || (!button.enabled && button.kind !== Button.Plain) ? Theme.hairline : 0
        border.color: Theme.line

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: button.words
            opacity: button.down ? 0.12 : button.hovered && button.enabled ? 0.05 : 0
            visible: opacity > 0
            Behavior on opacity { NumberAnimation { duration: Theme.quick } }
        }
        FocusRing { target: button; shown: button.visualFocus }
    }
}
