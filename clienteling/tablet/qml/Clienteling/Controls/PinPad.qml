pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Theme

// Digits for a thumb. `entered` when the PIN is confirmed; a keyboard works as well.
FocusScope {
    id: pad

    property int shortest: 4
    property int longest: 12
    property string pin: ""
    readonly property bool complete: pad.pin.length >= pad.shortest
    signal entered(string pin)

    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("PIN pad")

    function press(digit: string): void {
        if (pad.enabled && pad.pin.length < pad.longest)
            pad.pin += digit;
    }
    function takeBack(): void { pad.pin = pad.pin.slice(0, -1); }
    function empty(): void { pad.pin = ""; }
    function confirm(): void {
        if (pad.enabled && pad.complete)
            pad.entered(pad.pin);
    }

    Keys.onPressed: event => {
        if (event.text.length === 1 && event.text >= "0" && event.text <= "9")
            pad.press(event.text);
        else if (event.key === Qt.Key_Backspace)
            pad.takeBack();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            pad.confirm();
        else
            return;
        event.accepted = true;
    }

    component Digit: Button {
        required property int digit

        implicitWidth: 88
        implicitHeight: 64
        text: digit
        repeats: true
        font.pixelSize: Theme.sizeHead
        font.weight: Font.Medium
        focusPolicy: Qt.NoFocus
        onClicked: pad.press(text)
    }

    Column {
        id: column

        spacing: Theme.space28

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.space16
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%n digit(s) typed", "", pad.pin.length)

            Repeater {
                model: Math.max(pad.shortest, pad.pin.length)

                Rectangle {
                    id: dot

                    required property int index
                    readonly property bool filled: dot.index < pad.pin.length

                    width: Theme.space16
                    height: width
                    radius: width / 2
                    color: dot.filled ? Theme.accent : "transparent"
                    border.width: Theme.focusLine
                    border.color: dot.filled ? Theme.accent : Theme.ink3
                }
            }
        }
        Grid {
            columns: 3
            spacing: Theme.space12

            Digit { digit: 1 }
            Digit { digit: 2 }
            Digit { digit: 3 }
            Digit { digit: 4 }
            Digit { digit: 5 }
            Digit { digit: 6 }
            Digit { digit: 7 }
            Digit { digit: 8 }
            Digit { digit: 9 }
            IconButton {
                implicitWidth: 88
                implicitHeight: 64
                iconName: "backspace"
                label: qsTr("Take back a digit")
                focusPolicy: Qt.NoFocus
                enabled: pad.pin.length > 0
                onClicked: pad.takeBack()
            }
            Digit { digit: 0 }
            Button {
                implicitWidth: 88
                implicitHeight: 64
                kind: Button.Primary
                iconName: "check"
                objectName: "enter"
                label: qsTr("Sign in")
                focusPolicy: Qt.NoFocus
                enabled: pad.complete
                onClicked: pad.confirm()
            }
        }
    }
}
