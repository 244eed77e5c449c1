import QtQuick
import QtQuick.Templates as T
import Clienteling.Theme

// The one field on top of every page. `edited` at each key, `accepted` on Enter (a scanner ends with it).
T.TextField {
    id: field

    property string hint: ""
    // Where there is no room for the whole hint.
    property string hintInShort: hint
    signal edited(string text)

    implicitWidth: Math.round(430 * Theme.scale)
    implicitHeight: Math.max(Theme.touch, contentHeight + 2 * Theme.space8)
    leftPadding: Theme.space16 + Theme.icon + Theme.space12
    rightPadding: Theme.touch
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.ink
    selectionColor: Theme.tint
    selectedTextColor: Theme.ink
    selectByMouse: true
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
    font.family: Theme.sans
    font.pixelSize: Theme.sizeText
    Accessible.name: hint
    Accessible.role: Accessible.EditableText
    Accessible.searchEdit: true
    onTextEdited: field.edited(text)
    Keys.onEscapePressed: field.empty()

    function empty(): void {
        field.clear();
        field.edited("");
        field.focus = false;
    }

    background: Rectangle {
        radius: height / 2
        color: Theme.card
        border.width: field.activeFocus ? Theme.focusLine : Theme.hairline
        border.color: field.activeFocus ? Theme.accent : Theme.line

        Icon {
            name: "magnifying-glass"
            tint: Theme.ink2
            anchors { left: parent.left; leftMargin: Theme.space16; verticalCenter: parent.verticalCenter }
        }
    }
    TextMetrics { id: whole; font: field.font; text: field.hint }
    Body {
        visible: field.text === "" && field.preeditText === ""
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.leftMargin: field.leftPadding
        anchors.rightMargin: Theme.space16
        text: whole.advanceWidth <= width ? field.hint : field.hintInShort
        color: Theme.ink3
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    IconButton {
        visible: field.text !== ""
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        implicitWidth: Theme.touch
        implicitHeight: Theme.touch
        iconName: "x"
        label: qsTr("Empty the search")
        focusPolicy: Qt.NoFocus
        onClicked: field.empty()
    }
}
