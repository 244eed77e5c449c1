pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme
import Clienteling.Words

// One article for her: put aside here, collected in another shop, or sent from there. The hub decides.
Sheet {
    id: sheet

    required property ReserveViewModel model
    // Whether its page is the one on the screen.
    required property bool here

    readonly property RecordViewModel record: sheet.model.record

    lacking: {
        if (sheet.model.ready)
            return "";
        if (sheet.record.picks.count === 0)
            return qsTr("Still to be said: which product.");
        if (sheet.model.sizes.count > 0)
            return qsTr("Still to be said: which one of it.");
        return qsTr("Still to be said: from which shop, and until when.");
    }
    help: "reserve"
    title: qsTr("Reserve")
    onHereChanged: {
        if (!sheet.here)
            sheet.close();
    }
    onClosed: sheet.model.leave()

    Repeater {
        model: sheet.record.picks

        HandLine {
            required property int index

            // One request is about one article: the first in hand.
            visible: index === 0
            width: parent?.width ?? 0
            asks: false
            onPut_back: sheet.record.put_back(key)
        }
    }
    ProductFinder {
        width: parent.width
        visible: sheet.record.picks.count === 0
        model: sheet.record
    }
    Column {
        width: parent.width
        visible: sheet.model.sizes.count > 0
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("Which one?")
            font.weight: Font.Medium
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Repeater {
                model: sheet.model.sizes

                Chip {
                    required property string key
                    required property string words

                    objectName: "variant-" + key
                    text: words
                    onClicked: sheet.model.choose_size(key)
                }
            }
        }
    }
    ChoiceRow {
        width: parent.width
        question: qsTr("How does she get it?")
        prefix: "wish-"
        keys: ["hold", "collect", "order"]
        answers: [qsTr("put aside here"), qsTr("collects it in another shop"), qsTr("sent here from another shop")]
        chosen: sheet.model.wish
        onPicked: key => sheet.model.choose_wish(key)
    }
    Small {
        width: parent.width
        objectName: "hereToReserve"
        visible: sheet.model.wish === "hold" && sheet.record.picks.count > 0 && sheet.model.sizes.count === 0
        text: sheet.model.here > 0 ? qsTr("%n in this shop", "", sheet.model.here) : qsTr("None counted in this shop")
        color: sheet.model.here >= sheet.model.quantity ? Theme.ink2 : Theme.gold
    }
    Column {
        width: parent.width
        visible: sheet.model.wish !== "hold"
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("From which shop?")
            font.weight: Font.Medium
        }
        Body {
            width: parent.width
            visible: sheet.model.shops.count === 0
            text: qsTr("No other shop has counted it.")
            color: Theme.ink2
        }
        Column {
            width: parent.width

            Repeater {
                model: sheet.model.shops

                ListRow {
                    id: shop

                    required property string key
                    required property string name
                    required property int pieces
                    required property string counted
                    required property int days

                    objectName: "from-" + key
                    width: parent?.width ?? 0
                    title: name
                    subtitle: Words.counted_when(counted, days)
                    subtitleColor: days === 0 ? Theme.ink2 : Theme.gold
                    aside: qsTr("%n piece(s)", "", pieces)
                    trailing: Component {
                        Icon {
                            name: "check-circle"
                            tint: Theme.accent
                            opacity: sheet.model.store_id === shop.key ? 1 : 0
                        }
                    }
                    Accessible.checked: sheet.model.store_id === key
                    onClicked: sheet.model.choose_store(key)
                }
            }
        }
    }
    ChoiceRow {
        width: parent.width
        question: qsTr("How many?")
        prefix: "pieces-"
        keys: ["1", "2", "3", "4", "5", "6"]
        answers: keys
        chosen: String(sheet.model.quantity)
        onPicked: key => sheet.model.choose_quantity(Number(key))
    }
    Column {
        width: parent.width
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("Until when?")
            font.weight: Font.Medium
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Repeater {
                model: sheet.model.days

                Chip {
                    required property string key
                    required property string word
                    required property int weekday

                    objectName: "until-" + key
                    text: Words.dayChoice(word, weekday)
                    chosen: sheet.model.day === key
                    onClicked: sheet.model.choose_day(key)
                }
            }
        }
    }
    Small {
        width: parent.width
        text: qsTr("Until the hub has answered it is only requested: another shop may have asked for the last one.")
    }
    footer: Button {
        objectName: "saveReservation"
        width: parent.width
        kind: Button.Primary
        enabled: sheet.model.ready
        iconName: "tag"
        text: qsTr("Request it")
        onClicked: {
            sheet.model.reserve();
            sheet.close();
        }
    }
}
