import QtQuick
import QtQuick.Templates as T
import Clienteling.Models
import Clienteling.Theme

// A page's second leaf: from the bottom when the screen is tall, from the side when it is wide. What lies
// behind stays visible and alive; a touch outside or Escape puts the sheet away, and nothing is asked.
T.Popup {
    id: sheet

    property string title: ""
    // What the “?” beside the title tells about: a Topic of clienteling/tablet/help.
    property string help: ""
    default property alias content: column.data
    // What always stays in sight: the one action of the leaf.
    property alias footer: foot.data
    // What that action still needs; empty where nothing lacks.
    property string lacking: ""

    readonly property bool tall: parent ? parent.height > parent.width : false

    // What was unfolded further down, from its beginning; until a finger moves the leaf.
    property Item in_sight: null
    onIn_sightChanged: sheet.show_in_sight()

    function show_in_sight(): void {
        if (sheet.in_sight === null)
            return;
        const top = sheet.in_sight.mapToItem(column, 0, 0).y;
        pane.contentY = Math.max(0, Math.min(top, pane.contentHeight - pane.height));
    }

    parent: T.Overlay.overlay
    x: sheet.tall ? 0 : (parent ? parent.width - width : 0)
    y: sheet.tall ? (parent ? parent.height - height : 0) : 0
    width: parent ? (sheet.tall ? parent.width : Math.min(Math.round(520 * Theme.scale), parent.width)) : 0
    height: parent ? (sheet.tall ? Math.min(implicitHeight, parent.height - Theme.rail) : parent.height) : 0
    implicitHeight: head.height + column.implicitHeight + foot.space + topPadding + bottomPadding + Theme.space16
    padding: Theme.margin
    topPadding: Theme.space16
    modal: false
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    enter: Transition {
        NumberAnimation {
            property: sheet.tall ? "y" : "x"
            from: sheet.parent ? (sheet.tall ? sheet.parent.height : sheet.parent.width) : 0
            duration: Theme.calm
            easing.type: Easing.OutCubic
        }
    }
    exit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.quick } }
    onAboutToShow: {
        sheet.opacity = 1;
        sheet.in_sight = null;
        pane.contentY = 0;
        Leaves.open = sheet;
        SecondTouch.turned();
    }
    onAboutToHide: SecondTouch.turned()
    onClosed: {
        if (Leaves.open === sheet)
            Leaves.open = null;
    }

    background: Rectangle {
        color: Theme.leaf
        border.width: Theme.hairline
        border.color: Theme.line
        topLeftRadius: Theme.radiusSheet
        topRightRadius: sheet.tall ? Theme.radiusSheet : 0
        bottomLeftRadius: sheet.tall ? 0 : Theme.radiusSheet
    }

    contentItem: Item {
        Keys.onPressed: event => event.accepted = Keyboard.walk(event.key)
        Accessible.role: Accessible.Grouping
        Accessible.name: sheet.title

        Item {
            id: head

            width: parent.width
            height: Math.max(Theme.action, name.implicitHeight)

            Serif {
                id: name

                anchors { left: parent.left; right: sheet.help === "" ? close.left : about.left; verticalCenter: parent.verticalCenter }
                text: sheet.title
            }
            IconButton {
                id: about

                objectName: "help-" + sheet.help
                visible: sheet.help !== ""
                anchors { right: close.left; verticalCenter: parent.verticalCenter }
                iconName: "question"
                label: qsTr("Help")
                onClicked: Help.ask(sheet.help)
            }
            IconButton {
                id: close

                anchors { right: parent.right; rightMargin: -Theme.space12; verticalCenter: parent.verticalCenter }
                iconName: "x"
                label: qsTr("Close")
                onClicked: sheet.close()
            }
        }
        Flickable {
            id: pane

            anchors { top: head.bottom; topMargin: Theme.space16; left: parent.left; right: parent.right; bottom: parent.bottom; bottomMargin: foot.space }
            contentHeight: column.implicitHeight
            onContentHeightChanged: sheet.show_in_sight()
            onMovementStarted: sheet.in_sight = null
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height

            Column {
                id: column

                width: parent.width
                spacing: Theme.space16
            }
        }
        Small {
            id: lacks

            readonly property real space: visible ? height + Theme.space8 : 0

            objectName: "lacking"
            anchors { left: parent.left; right: parent.right; bottom: foot.top; bottomMargin: Theme.space8 }
            visible: sheet.lacking !== ""
            text: sheet.lacking
        }
        Item {
            id: foot

            readonly property real space: foot.height > 0 ? lacks.space + foot.height + Theme.space16 : 0

            anchors { left: parent.left; right: parent.right }
            // Beneath what is asked where there is room, at the edge where there is not.
            y: Math.min(parent.height - height, head.height + Theme.space16 + column.implicitHeight + Theme.space16 + lacks.space)
            height: childrenRect.height
        }
    }
}
