pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// The name of the timeline, and at a tap what narrows it: a word, a channel.
Column {
    id: head

    required property CardViewModel model
    // Somebody looks for something: what stands above the timeline makes room.
    property bool open: false

    readonly property ThreadViewModel timeline: head.model.timeline

    function close(): void {
        head.open = false;
        words.text = "";
        soon.stop();
        head.timeline.show_all();
    }

    Connections {
        target: head.model
        function onCustomer_changed(): void {
            head.open = false;
            words.text = "";
            soon.stop();
        }
    }
    Timer {
        id: soon

        interval: Theme.quick
        onTriggered: head.timeline.search(words.text)
    }
    Item {
        width: parent.width
        height: Math.max(Theme.touch, title.implicitHeight)

        Body {
            id: title

            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            text: qsTr("Timeline")
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        IconButton {
            objectName: "searchTimeline"
            anchors { right: channels.left; verticalCenter: parent.verticalCenter }
            implicitWidth: Theme.touch
            implicitHeight: Theme.touch
            visible: !head.open
            iconName: "magnifying-glass"
            label: qsTr("Search her timeline")
            onClicked: {
                head.open = true;
                words.forceActiveFocus();
            }
        }
        T.AbstractButton {
            id: channels

            objectName: "channels"
            anchors.right: parent.right
            implicitWidth: word.implicitWidth + Theme.space8
            height: parent.height
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: head.open ? qsTr("Show everything again") : qsTr("Show one channel only")
            onClicked: head.open ? head.close() : head.open = true
            background: Item { FocusRing { target: channels; radius: Theme.space8; shown: channels.visualFocus } }
            contentItem: Item {
                Small {
                    id: word

                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    text: head.open ? qsTr("Show everything again") : Words.channel(head.timeline.channel)
                    color: head.open ? Theme.accent : Theme.ink3
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
    SearchField {
        id: words

        objectName: "timelineSearch"
        width: parent.width
        visible: head.open
        hint: qsTr("Search her timeline")
        onEdited: soon.restart()
        onAccepted: soon.triggered()
    }
    Item {
        width: parent.width
        height: Theme.space8
        visible: head.open
    }
    ChannelFilter {
        visible: head.open
        width: parent.width
        chosen: head.timeline.channel
        onAsked: channel => head.timeline.filter(channel)
    }
}
