pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Her receipt: what she changed, as words on the screen and as a code for her own phone.
Part {
    id: part

    required property KnownViewModel model
    signal finished

    name: KnownWords.part("changes")
    words: qsTr("Photograph it: the code holds these lines and nothing else. The associate can print it for you.")

    Flow {
        width: parent.width
        spacing: Theme.space28

        Rectangle {
            width: Math.min(parent.width, 300)
            height: width
            radius: Theme.radiusPicture
            color: "white"
            border.width: Theme.hairline
            border.color: Theme.line
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Your receipt as a code")

            Image {
                objectName: "receiptCode"
                anchors.fill: parent
                anchors.margins: Theme.space8
                sourceSize: Qt.size(width, height)
                source: part.model.receipt_picture
                smooth: false
            }
        }
        Column {
            width: Math.max(220 * Theme.scale, parent.width - 300 - Theme.space28)

            Repeater {
                model: part.model.changes

                ListRow {
                    id: change

                    required property string what
                    required property string when

                    width: parent?.width ?? 0
                    touchable: false
                    enabled: true
                    title: change.what
                    subtitle: change.when
                }
            }
        }
    }
    Button {
        objectName: "receiptDone"
        kind: Button.Primary
        iconName: "device-tablet"
        text: qsTr("Give the tablet back")
        onClicked: part.finished()
    }
}
