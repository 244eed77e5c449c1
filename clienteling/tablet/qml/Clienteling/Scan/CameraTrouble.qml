import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// What can be done without a picture, and why there is none.
Column {
    id: trouble

    required property Camera camera
    readonly property bool absent: trouble.camera.state === Camera.Absent
    readonly property color ink: trouble.absent ? Theme.ink : Theme.inkOnNight
    readonly property color ink2: trouble.absent ? Theme.ink2 : Theme.inkOnNight2
    property string elsewhere: qsTr("Use the scanner, or type the code, a name or a phone number above.")

    spacing: Theme.space12

    Icon {
        // The words come first where a low screen with large ones has no room for both.
        visible: trouble.parent !== null && trouble.parent.height > 6 * Theme.sizeDisplay
        anchors.horizontalCenter: parent.horizontalCenter
        name: trouble.absent ? "qr-code" : trouble.camera.state === Camera.Forbidden ? "prohibit" : "camera"
        tint: trouble.absent ? Theme.accent : Theme.inkOnNight2
        size: Theme.sizeDisplay
    }
    Body {
        id: instead

        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.sizeLarge
        font.weight: Font.DemiBold
        color: trouble.ink
        text: {
            switch (trouble.camera.state) {
            case Camera.Forbidden: return qsTr("The camera may not be used");
            case Camera.Busy: return qsTr("The camera gives no picture");
            default: return trouble.elsewhere;
            }
        }
    }
    Body {
        id: why

        readonly property real room: (trouble.parent?.height ?? 0) - instead.implicitHeight - trouble.spacing

        // Why there is no picture can be left out, what to do instead cannot.
        visible: !trouble.absent || why.room > why.implicitHeight + 2 * Theme.space12
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        color: trouble.ink2
        text: {
            switch (trouble.camera.state) {
            case Camera.Forbidden:
                return Qt.platform.os === "windows"
                    ? qsTr("Allow it in Settings, Privacy and security, Camera. The scanner and typing work meanwhile.")
                    : qsTr("The user of this tablet has to be in the group “video”. The scanner and typing work meanwhile.");
            case Camera.Busy:
                return qsTr("Another program may be using it, or the system does not allow it. The scanner and typing work meanwhile.");
            default:
                return qsTr("There is no camera here");
            }
        }
    }
    Button {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !trouble.absent
        kind: Button.OnBlock
        text: qsTr("Try again")
        onClicked: trouble.camera.retry()
    }
}
