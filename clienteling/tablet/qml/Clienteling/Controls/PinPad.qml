pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Theme

// Digits for a thumb. `entered` when the PIN has all its digits; a keyboard works as well.
FocusScope {
    id: pad

    property int digits: 4
    property string pin: ""
    signal entered(string pin)

    implicitWidth: grid.implicitWidth
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("PIN pad")

    function press(digit: string): void {
        if (pad.pin.length >= pad.digits)
            return;
        pad.pin += digit;
        if (pad.pin.length === pad.digits)
            pad.entered(pad.pin);
    }
    function takeBack(): void { pad.pin = pad.pin.slice(0, -1); }
    function empty(): void { pad.pin = ""; }

    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            pad.press(event.text);
        else if (event.key === Qt.Key_Backspace)
            pad.takeBack();
        else
            return;
        event.accepted = true;
    }

    Column {
        id: column

        spacing: Theme.space28

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.space16
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1 of %2 digits").arg(pad.pin.length).arg(pad.digits)

            Repeater {
                model: pad.digits

                Rectangle {
                    id: digit

                    required property int index

                    width: Theme.space16
                    height: width
                    radius: width / 2
                    color: digit.index < pad.pin.length ? Theme.accent : "transparent"
                    border.width: Theme.focusLine
                    border.color: digit.index < pad.pin.length ? Theme.accent : Theme.ink3
                }
            }
        }
        Grid {
            id: grid

            columns: 3
            spacing: Theme.space12
            enabled: pad.enabled

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "⌫"]

                Item {
                    id: key

                    required property string modelData

                    implicitWidth: 84
                    implicitHeight: 64

                    Button {
                        anchors.fill: parent
                        visible: key.modelData !== "" && key.modelData !== "⌫"
                        text: key.modelData
                        font.pixelSize: Theme.sizeHead
                        font.weight: Font.Medium
                        onClicked: pad.press(key.modelData)
                    }
                    IconButton {
                        anchors.fill: parent
                        visible: key.modelData === "⌫"
                        iconName: "backspace"
                        label: qsTr("Take back a digit")
                        onClicked: pad.takeBack()
                    }
                }
            }
        }
    }
}
