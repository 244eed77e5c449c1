pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// Those of a client book: who waits for us first, then whose day is near, then everybody by name.
ListView {
    id: list

    signal asked(string customer_id)

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    keyNavigationEnabled: true
    highlightMoveDuration: Theme.quick
    Keys.onReturnPressed: list.opened()
    Keys.onEnterPressed: list.opened()
    section.property: "attention"
    section.delegate: Item {
        id: place

        required property string section

        width: list.width
        height: heading.implicitHeight + Theme.space12

        SectionHeader {
            id: heading

            y: Theme.space12
            width: parent.width
            title: list.heading(place.section)
            aside: qsTr("last contact")
        }
    }

    function opened(): void {
        (list.currentItem as ListRow)?.clicked();
    }

    function heading(attention: string): string {
        switch (attention) {
        case "now":
            return qsTr("Waiting for us");
        case "soon":
            return qsTr("In the next days");
        }
        return qsTr("Everybody else");
    }

    delegate: ListRow {
        id: client

        required property int index
        required property string key
        required property string name
        required property string initials
        required property string owners
        required property string ahead
        required property bool overdue
        required property string seen

        objectName: "client-" + key
        width: ListView.view.width
        title: name
        subtitle: Words.joined([ahead, owners])
        subtitleColor: overdue ? Theme.warn : Theme.ink2
        aside: seen
        leading: Component { Avatar { initials: client.initials } }
        onClicked: list.asked(key)
    }
}
