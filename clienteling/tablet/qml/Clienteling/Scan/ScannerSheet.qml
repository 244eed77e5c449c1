import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// A code that shows how a scanner types: which keyboard it takes the tablet's for, and whether that holds.
Sheet {
    id: sheet

    required property ScanViewModel model
    readonly property bool answered: model.kind === "calibration"

    help: "scanner"
    title: qsTr("Try the scanner")
    onClosed: if (sheet.answered) sheet.model.dismiss()

    Body {
        width: parent.width
        text: qsTr("Scan this code with the scanner that types into this tablet.")
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 280)
        height: width
        radius: Theme.radiusPicture
        color: "white"

        Image {
            anchors.fill: parent
            anchors.margins: Theme.space8
            source: sheet.opened ? sheet.model.calibration_picture : ""
            sourceSize: Qt.size(width, height)
            smooth: false
            Accessible.role: Accessible.Graphic
            Accessible.name: sheet.title
        }
    }
    Body {
        objectName: "calibrationAnswer"
        width: parent.width
        visible: sheet.answered
        font.weight: Font.DemiBold
        text: ScanWords.calibration(sheet.model.detail)
        Accessible.role: Accessible.AlertMessage
    }
}
