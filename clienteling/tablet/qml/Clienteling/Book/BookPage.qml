pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// The client book: whom the letters in the search field find; while it is empty, whom one looks after, whom the
// shop does, or the cards opened last.
Item {
    id: page

    required property BookViewModel model
    readonly property ClientsViewModel clients: page.model.clients
    readonly property bool looking: page.model.text !== ""
    readonly property bool booked: !page.looking && page.clients.whose !== "recent"

    Serif {
        id: title

        x: Theme.margin
        width: hits.width
        text: page.looking ? qsTr("Search for “%1”").arg(page.model.text) : qsTr("Client book")
        font.pixelSize: Theme.sizeDisplay
        elide: Text.ElideRight
        maximumLineCount: 1
        Accessible.role: Accessible.Heading
    }
    Body {
        id: line

        anchors { left: title.left; top: title.bottom; topMargin: Theme.space4 }
        width: title.width
        color: Theme.ink2
        text: qsTr("%n customer(s)", "", hits.count)
        visible: page.looking && hits.count > 0
    }
    Flow {
        id: choices

        anchors { left: title.left; top: title.bottom; topMargin: Theme.space8 }
        width: title.width
        visible: !page.looking
        spacing: Theme.space8

        Repeater {
            model: ["mine", "shop", "recent"]

            Chip {
                required property string modelData

                objectName: "whose-" + modelData
                text: page.whose(modelData)
                chosen: page.clients.whose === modelData
                onClicked: page.clients.choose(modelData)
            }
        }
    }
    ClientList {
        id: clients

        objectName: "clients"
        anchors { top: choices.bottom; topMargin: Theme.space12; bottom: parent.bottom }
        x: Theme.margin
        width: hits.width
        visible: page.booked
        focus: page.booked
        model: page.clients.lines
        onAsked: customer_id => page.model.open_customer(customer_id)
    }
    ListView {
        id: hits

        objectName: "hits"
        anchors { top: !page.looking ? choices.bottom : line.visible ? line.bottom : title.bottom; topMargin: Theme.space12; bottom: parent.bottom }
        x: Theme.margin
        width: Math.min(page.width - 2 * Theme.margin, 1.2 * Theme.readingWidth)
        visible: !page.booked
        clip: true
        focus: !page.booked
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        reuseItems: true
        cacheBuffer: 0
        highlightMoveDuration: Theme.quick
        model: page.model.hits
        Keys.onReturnPressed: hits.opened()
        Keys.onEnterPressed: hits.opened()

        function opened(): void {
            (hits.currentItem as ListRow)?.clicked();
        }

        delegate: ListRow {
            id: hit

            required property int index
            required property string key
            required property string name
            required property string initials
            required property string phone
            required property string email
            required property string city
            required property string seen
            required property string expected

            objectName: "hit-" + key
            width: ListView.view.width
            title: name
            subtitle: Words.joined([expected, phone, email, city])
            aside: expected === "" ? seen : ""
            subtitleColor: expected === "" ? Theme.ink2 : Theme.accent
            leading: Component { Avatar { initials: hit.initials } }
            onClicked: page.model.open_customer(key)
        }
    }
    EmptyState {
        visible: page.booked ? clients.count === 0 && !page.clients.loading : hits.count === 0 && !page.model.loading
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(choices.y + choices.height + Theme.space20, Math.round(page.height / 5))
        width: Math.min(page.width - 2 * Theme.margin, 2 * Theme.readingWidth / 3)
        iconName: page.looking ? "magnifying-glass" : page.booked ? "book-bookmark" : "users-three"
        title: page.looking ? qsTr("Nobody is found by that")
            : page.booked ? qsTr("Nobody is in this book yet") : qsTr("The cards you open are kept here")
        words: page.looking ? qsTr("Try fewer letters, or another part: name, phone, e-mail or card number.")
            : page.booked ? qsTr("Whoever you look after stands here with what is due. On her card: the three dots, then “Into my client book”.")
            : qsTr("Search by name, phone, e-mail or card number: the first letters are enough, in any order.")
        actionText: page.looking ? qsTr("New customer") : ""
        onActed: page.model.newcomer()
    }

    function whose(key: string): string {
        switch (key) {
        case "mine":
            return qsTr("Mine");
        case "shop":
            return qsTr("The shop's");
        }
        return qsTr("Expected, and opened last");
    }
}
