pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// One product: large, in its colours and sizes, with where it is and how old the figure is.
Sheet {
    id: sheet

    required property ProductViewModel model
    // Whether its page is the one on the screen: two pages show products.
    required property bool here
    property bool recordable: true
    // Where a customer is at hand, why it is suggested to her.
    property SuggestionViewModel suggestion: null
    // Whether there is somebody for whom it could be put aside.
    property bool reservable: false
    signal reserve_asked

    onHereChanged: {
        if (!sheet.here)
            sheet.close();
    }

    onClosed: asked.unfolded = false

    help: "product"
    title: sheet.model.name

    Picture {
        width: parent.width
        // What is asked about it stays in sight, also where the words are large and the screen lies across.
        height: Math.round(Math.min(width * 0.5, sheet.height * 0.34))
        digest: sheet.model.picture
        description: sheet.model.name
    }
    Item {
        width: parent.width
        height: Math.max(price.height, article.height)

        Serif {
            id: price

            text: sheet.model.price
        }
        Small {
            id: article

            anchors { right: parent.right; baseline: price.baseline }
            text: sheet.model.article
            color: Theme.ink3
        }
    }
    Body {
        width: parent.width
        visible: text !== ""
        text: sheet.model.words
        color: Theme.ink2
    }
    SuggestionBlock {
        width: parent.width
        visible: words !== ""
        words: sheet.suggestion?.reason ?? ""
        useful: sheet.suggestion?.useful ?? false
        onJudged: useful => {
            sheet.suggestion?.judge(useful);
            if (!useful)
                sheet.close();
        }
    }
    Flow {
        width: parent.width
        visible: sheet.model.colours.count > 0
        spacing: Theme.space8

        Repeater {
            model: sheet.model.colours

            Chip {
                required property string key
                required property string words
                required property bool current

                objectName: "colour-" + key
                text: words
                chosen: current
                onClicked: sheet.model.choose_colour(key)
            }
        }
    }
    Flow {
        width: parent.width
        visible: sheet.model.sizes.count > 0
        spacing: Theme.space8

        Repeater {
            model: sheet.model.sizes

            Chip {
                required property string key
                required property string size
                required property int here
                required property bool current

                objectName: "size-" + key
                text: here > 0 ? size : qsTr("%1 · not here").arg(size)
                chosen: current
                onClicked: sheet.model.choose_size(key)
            }
        }
    }
    Column {
        width: parent.width

        Repeater {
            model: sheet.model.stock

            ListRow {
                required property string store
                required property bool here
                required property int quantity
                required property int incoming
                required property string counted
                required property int days

                width: parent?.width ?? 0
                touchable: false
                title: here ? qsTr("%1, here", "a shop").arg(store) : store
                subtitle: Words.counted_when(counted, days)
                subtitleColor: days === 0 ? Theme.ink2 : Theme.gold
                aside: Words.joined([
                    qsTr("%n piece(s)", "", quantity),
                    incoming > 0 ? qsTr("%n on its way", "pieces", incoming) : ""
                ])
            }
        }
    }
    Body {
        width: parent.width
        visible: !sheet.model.settled && sheet.model.sizes.count > 0
        text: qsTr("Choose a size to see where it is.")
        color: Theme.ink2
    }
    Body {
        width: parent.width
        visible: sheet.model.uncounted
        text: qsTr("No shop has counted it: ask.")
        color: Theme.gold
    }
    AskedFor {
        id: asked

        width: parent.width
        model: sheet.model.asking
        onUnfoldedChanged: sheet.in_sight = asked.unfolded ? asked : null
        onOpened: customer_id => {
            sheet.close();
            sheet.model.asking.open_customer(customer_id);
        }
    }
    footer: Row {
        id: actions

        readonly property real share: reserving.visible ? (width - spacing) / 2 : width

        width: parent.width
        spacing: Theme.space12

        Button {
            objectName: "takeProduct"
            visible: sheet.recordable
            width: actions.share
            kind: sheet.model.in_hand ? Button.Quiet : Button.Primary
            iconName: sheet.model.in_hand ? "check" : "plus"
            text: sheet.model.in_hand ? qsTr("In hand: put it back") : qsTr("Take in hand")
            onClicked: sheet.model.toggle()
        }
        Button {
            id: reserving

            objectName: "reserveProduct"
            visible: sheet.reservable
            width: actions.share
            iconName: "tag"
            text: qsTr("Reserve")
            onClicked: {
                sheet.model.take();
                sheet.reserve_asked();
            }
        }
    }
}
