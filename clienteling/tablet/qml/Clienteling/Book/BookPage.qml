pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// The client book: whom the letters in the search field find; the cards opened last while it is empty.
Item {
    id: page

    required property BookViewModel model

    Serif {
        id: title

        x: Theme.margin
        width: hits.width
        text: page.model.text === "" ? qsTr("Client book") : qsTr("Found for “%1”").arg(page.model.text)
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
        text: page.model.text === "" ? qsTr("Opened last on this tablet")
            : qsTr("%n customer(s)", "", hits.count)
        visible: hits.count > 0
    }
    ListView {
        id: hits

        objectName: "hits"
        anchors { top: line.bottom; topMargin: Theme.space12; bottom: parent.bottom }
        x: Theme.margin
        width: Math.min(page.width - 2 * Theme.margin, 1.2 * Theme.readingWidth)
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
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

            objectName: "hit-" + key
            width: ListView.view.width
            title: name
            subtitle: Words.joined([phone, email, city])
            aside: seen
            leading: Component { Avatar { initials: hit.initials } }
            onClicked: page.model.open_customer(key)
        }
    }
    EmptyState {
        visible: hits.count === 0 && !page.model.loading
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round(page.height / 5)
        width: Math.min(page.width - 2 * Theme.margin, 2 * Theme.readingWidth / 3)
        iconName: page.model.text === "" ? "users-three" : "magnifying-glass"
        title: page.model.text === "" ? qsTr("The cards you open are kept here") : qsTr("Nobody is found by that")
        words: page.model.text === ""
            ? qsTr("Search by name, phone, e-mail or card number: the first letters are enough, in any order.")
            : qsTr("Try fewer letters, or another part: name, phone, e-mail or card number.")
    }
}
