import QtQuick
import QtQuick.Templates as T
import Clienteling.Theme

// Several lines to write on, with their label above. It grows with what is written.
FocusScope {
    id: box

    property string label: ""
    property string placeholder: ""
    property alias text: input.text
    property int least: 4 * Theme.sizeText
    // By the person's own hand.
    signal written

    implicitWidth: 320
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: Theme.space8

        Body {
            visible: box.label !== ""
            width: parent.width
            text: box.label
            font.weight: Font.Medium
        }
        T.TextArea {
            id: input

            width: parent.width
            height: Math.max(box.least, contentHeight) + topPadding + bottomPadding
            focus: true
            padding: Theme.space16
            wrapMode: TextEdit.Wrap
            color: Theme.ink
            selectionColor: Theme.tint
            selectedTextColor: Theme.ink
            selectByMouse: true
            font.family: Theme.sans
            font.pixelSize: Theme.sizeText
            Accessible.name: box.label === "" ? box.placeholder : box.label
            // Tab leads on to the next field; who wants an indent has no use for one here.
            KeyNavigation.priority: KeyNavigation.BeforeItem
            KeyNavigation.tab: nextItemInFocusChain(true)
            KeyNavigation.backtab: nextItemInFocusChain(false)
            onTextChanged: {
                if (activeFocus)
                    box.written();
            }

            background: Rectangle {
                radius: Theme.radiusBlock
                color: Theme.card
                border.width: input.activeFocus ? Theme.focusLine : Theme.hairline
                border.color: input.activeFocus ? Theme.accent : Theme.line
            }
            Body {
                visible: input.text === "" && input.preeditText === ""
                x: input.leftPadding
                y: input.topPadding
                width: input.width - 2 * x
                text: box.placeholder
                color: Theme.ink3
                Accessible.ignored: true
            }
        }
    }
}
