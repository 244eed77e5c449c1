import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Her code, as large as it goes, for her phone's camera; on white in the dark too, or no camera would read it.
FocusScope {
    id: page

    required property HerCodeViewModel model
    readonly property bool tall: Theme.stacked(width, height)
    readonly property real side: Math.floor(page.tall ? Math.min(width - 2 * Theme.margin, height * 0.55)
        : Math.min(height - 2 * Theme.margin, (width - 3 * Theme.margin) * 0.5))
    signal another_asked

    Rectangle {
        id: white

        x: Theme.margin
        y: page.tall ? 0 : (page.height - height) / 2
        width: page.tall ? page.width - 2 * Theme.margin : page.side
        height: page.side
        radius: Theme.radiusBlock
        color: "white"
        border.width: Theme.hairline
        border.color: Theme.line
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Her code")

        Image {
            objectName: "herCode"
            anchors.centerIn: parent
            visible: page.model.picture !== ""
            width: page.side - 2 * Theme.space12
            height: width
            sourceSize: Qt.size(width, height)
            source: page.model.picture
            smooth: false
        }
        Column {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.margin
            visible: page.model.picture === ""
            spacing: Theme.space16

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "qr-code"
                tint: Theme.inkOnWhite2
                size: 72
            }
            Body {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                color: Theme.inkOnWhite
                text: qsTr("This tablet has no code left to give. More come with the next meeting with the hub, where hers can be made too.")
            }
        }
    }
    Flickable {
        id: beside

        x: page.tall ? Theme.margin : white.x + white.width + Theme.space32
        y: page.tall ? white.height + Theme.space28 : 0
        width: page.width - x - Theme.margin
        height: page.height - y
        contentHeight: Math.max(height, words.implicitHeight + Theme.margin)
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true

        Column {
            id: words

            y: page.tall ? 0 : Math.max(0, (beside.height - implicitHeight) / 2)
            width: parent.width
            spacing: Theme.space20

            Avatar { iconName: "check"; tone: Avatar.Green; size: 56 }
            Serif {
                width: parent.width
                text: qsTr("%1 is a customer").arg(page.model.name)
                font.pixelSize: Theme.sizeDisplay
                lineHeight: 0.95
                Accessible.role: Accessible.Heading
            }
            Body {
                width: parent.width
                visible: page.model.picture !== ""
                text: qsTr("Let her photograph her code. By it she is recognised in every shop, also with no network.")
                color: Theme.ink2
            }
            Flow {
                width: parent.width
                spacing: Theme.space12

                Button {
                    objectName: "openNewCard"
                    focus: true
                    kind: Button.Primary
                    iconName: "user-circle"
                    text: qsTr("Open her card")
                    onClicked: page.model.open_card()
                }
                Button {
                    objectName: "printCode"
                    visible: page.model.picture !== ""
                    iconName: "printer"
                    text: qsTr("Print it")
                    onClicked: page.model.print_card()
                }
                Button {
                    objectName: "saveCode"
                    visible: page.model.picture !== ""
                    iconName: "image"
                    text: qsTr("Save as a picture")
                    onClicked: page.model.save_picture()
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.space12

                Button {
                    objectName: "anotherNewcomer"
                    kind: Button.Plain
                    leftPadding: 0
                    iconName: "user-plus"
                    text: qsTr("Somebody else")
                    onClicked: page.another_asked()
                }
                Button {
                    objectName: "newcomerDone"
                    kind: Button.Plain
                    iconName: "qr-code"
                    text: qsTr("Back to scanning")
                    onClicked: page.model.finish()
                }
            }
            Button {
                objectName: "takeNewcomerBack"
                visible: page.model.fresh
                kind: Button.Plain
                leftPadding: 0
                iconName: "arrow-counter-clockwise"
                text: qsTr("Entered by mistake")
                onClicked: page.model.take_back()
            }
        }
    }
}
