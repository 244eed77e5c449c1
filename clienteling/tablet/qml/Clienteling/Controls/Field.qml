import QtQuick
import QtQuick.Templates as T
import Clienteling.Theme

// One line to write on, with its label above and, when something is wrong, plain words below.
FocusScope {
    id: field

    property string label: ""
    property string placeholder: ""
    property string error: ""
    property alias text: input.text
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias echoMode: input.echoMode
    property alias readOnly: input.readOnly
    signal accepted
    signal edited(string text)

    implicitWidth: 320
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: Theme.space8

        Body {
            visible: field.label !== ""
            width: parent.width
            text: field.label
            font.weight: Font.Medium
        }
        T.TextField {
            id: input

            readonly property string label: field.label === "" ? field.placeholder : field.label

            width: parent.width
            height: Math.max(Theme.action, contentHeight + 2 * Theme.space12)
            focus: true
            leftPadding: Theme.space20
            rightPadding: Theme.space20
            verticalAlignment: TextInput.AlignVCenter
            color: Theme.ink
            placeholderText: field.placeholder
            selectionColor: Theme.tint
            selectedTextColor: Theme.ink
            selectByMouse: true
            font.family: Theme.sans
            font.pixelSize: Theme.sizeText
            Accessible.name: label
            onAccepted: field.accepted()
            onTextEdited: field.edited(text)

            background: Rectangle {
                radius: height / 2
                color: Theme.card
                border.width: input.activeFocus ? Theme.focusLine : Theme.hairline
                border.color: field.error !== "" ? Theme.warn : input.activeFocus ? Theme.accent : Theme.line
            }
            Body {
                visible: input.text === "" && input.preeditText === ""
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                anchors.leftMargin: Theme.space20
                anchors.rightMargin: Theme.space20
                text: field.placeholder
                color: Theme.ink3
                wrapMode: Text.NoWrap
                // An example is still an example when it is written smaller.
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.leastText
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Row {
            visible: field.error !== ""
            width: parent.width
            spacing: Theme.space8

            Icon { id: sign; name: "warning"; tint: Theme.warn; size: Theme.iconSmall }
            Body {
                width: parent.width - sign.width - parent.spacing
                text: field.error
                color: Theme.warn
            }
        }
    }
}
