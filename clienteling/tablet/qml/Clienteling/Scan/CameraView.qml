pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The camera, always ready while it is on the screen: where to hold the code, and what was found.
Item {
    id: view

    required property Scanner scanner
    property string title: qsTr("Hold the customer's code up to the camera")
    property string hint: qsTr("or use the scanner, or type")
    property alias elsewhere: trouble.elsewhere
    property color ground: Theme.paper
    // Something else is said in its place.
    property bool hushed: false
    readonly property bool live: scanner.camera.state === Camera.Live
    // Where there is no camera nothing is dark: the pane says what else there is.
    readonly property bool absent: scanner.camera.state === Camera.Absent
    readonly property bool troubled: scanner.camera.state >= Camera.Absent
    // A hidden window must not keep the camera's light on.
    readonly property bool watching: visible && Application.state >= Qt.ApplicationInactive

    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Camera")

    property bool wanted: false

    function want(now: bool): void {
        if (now === wanted)
            return;
        wanted = now;
        scanner.camera.want(now);
    }

    onWatchingChanged: want(watching)
    Component.onCompleted: want(watching)
    Component.onDestruction: want(false)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusSheet + Theme.space4
        color: view.absent ? Theme.card : Theme.night
        border.width: view.absent ? Theme.hairline : 0
        border.color: Theme.line
    }
    Loader {
        id: preview

        anchors.fill: parent
        active: view.scanner.camera.loaded
        visible: view.live
        sourceComponent: Preview {
            scanner: view.scanner
        }
    }
    GuideFrame {
        anchors.centerIn: parent
        width: Math.min(Math.min(parent.width, parent.height) * 0.5, 420)
        height: width
        visible: !view.troubled
        moving: view.live && view.scanner.corners.length === 0
        opacity: view.scanner.corners.length > 0 ? 0.25 : 1
    }
    CameraTrouble {
        id: trouble

        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Math.round(420 * Theme.scale))
        visible: view.troubled && !view.hushed
        camera: view.scanner.camera
    }
    Column {
        visible: !view.troubled
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space32
        width: parent.width - 2 * Theme.margin
        spacing: Theme.space4

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.space12

            Icon {
                name: "qr-code"
                tint: Theme.inkOnNight
                anchors.verticalCenter: parent.verticalCenter
            }
            Body {
                width: Math.min(implicitWidth, view.width - 2 * Theme.margin - Theme.icon - Theme.space12)
                text: view.title
                font.pixelSize: Theme.sizeLarge
                font.weight: Font.DemiBold
                color: Theme.inkOnNight
            }
        }
        Body {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: view.hint
            color: Theme.inkOnNight2
        }
    }
    IconButton {
        anchors.top: parent.top
        anchors.right: parent.right
        anchors.margins: Theme.space20
        visible: view.scanner.camera.names.length > 1
        iconName: "camera-rotate"
        label: qsTr("Use the other camera")
        ground: Qt.alpha(Theme.inkOnNight, 0.16)
        tint: Theme.inkOnNight
        onClicked: view.scanner.camera.switch_to_next()
    }
    RoundedCorners {
        anchors.fill: parent
        visible: !view.absent
        radius: Theme.radiusSheet + Theme.space4
        ground: view.ground
    }
}
