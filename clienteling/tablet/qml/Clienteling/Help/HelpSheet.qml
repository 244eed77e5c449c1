pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// A few lines about what lies before one, and the exercise that shows it. Lies over any other sheet.
Sheet {
    id: sheet

    property bool practisable: false
    signal practise_asked(string exercise)

    objectName: "helpSheet"
    title: Help.title
    z: 1
    modal: true
    T.Overlay.modal: Rectangle { color: Qt.alpha(Theme.night, 0.25) }

    Repeater {
        model: Help.lines

        Item {
            id: line

            required property string modelData

            width: parent?.width ?? 0
            implicitHeight: words.implicitHeight
            Accessible.role: Accessible.ListItem
            Accessible.name: line.modelData

            Rectangle {
                y: Math.round(words.font.pixelSize * 0.5)
                width: Theme.space8
                height: width
                radius: width / 2
                color: Theme.accent
            }
            Body {
                id: words

                x: Theme.space20
                width: parent.width - x
                text: line.modelData
                font.pixelSize: Theme.sizeLarge
                lineHeight: 1.25
                Accessible.ignored: true
            }
        }
    }
    Button {
        objectName: "practiseIt"
        visible: sheet.practisable && Help.exercise !== ""
        iconName: "graduation-cap"
        text: qsTr("Practise it")
        onClicked: {
            sheet.close();
            sheet.practise_asked(Help.exercise);
        }
    }
}
