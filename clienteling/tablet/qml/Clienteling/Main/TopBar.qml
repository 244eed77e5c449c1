import QtQuick
import Clienteling.Controls
import Clienteling.Help
import Clienteling.Models
import Clienteling.Theme

// Search and the sync pill, on top of every page.
Item {
    id: bar

    required property Shop shop
    readonly property bool searching: search.activeFocus
    signal results_asked

    // Below each other where both do not fit: large words on a narrow screen.
    readonly property bool stacked: width - pill.implicitWidth - help.implicitWidth - Theme.space16 < Math.round(260 * Theme.scale)

    implicitHeight: stacked ? search.height + Theme.space4 + pill.height : Math.max(search.height, pill.height)

    function search(): void {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }
    function look(text: string): void {
        bar.shop.book.look_for(text);
        if (text !== "")
            bar.shop.navigation.go(Navigation.Place.Book);
    }

    SearchField {
        id: search

        objectName: "search"
        y: bar.stacked ? 0 : (bar.height - height) / 2
        width: bar.stacked ? bar.width : Math.min(implicitWidth, bar.width - pill.width - help.width - Theme.space16)
        hint: qsTr("Search name, phone, e-mail, card")
        hintInShort: qsTr("Search")
        Keys.onDownPressed: bar.results_asked()
        onEdited: text => bar.look(text)
        // What was typed may be a code, a card or an article number; words open the first who is found.
        onAccepted: bar.shop.scanner.offer(search.text)

        // What was being looked for is no longer wanted once a card is open.
        Connections {
            target: bar.shop.navigation

            function onPlace_changed(): void {
                if (bar.shop.navigation.place !== Navigation.Place.Book && search.text !== "")
                    search.empty();
            }
        }
    }
    HelpButton {
        id: help

        anchors { right: parent.right; rightMargin: -Theme.space12; verticalCenter: pill.verticalCenter }
        topic: Help.topic_of(bar.shop.navigation.place)
    }
    SyncPill {
        id: pill

        anchors.right: help.left
        y: bar.stacked ? search.height + Theme.space4 : (bar.height - height) / 2
        link: bar.shop.link
        onClicked: bar.shop.navigation.go(Navigation.Place.Ledger)
    }
}
