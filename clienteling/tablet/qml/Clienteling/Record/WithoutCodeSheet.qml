pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// Somebody without a code: what happened, or why nothing was bought. A tap saves, and names nobody.
Sheet {
    id: sheet

    required property RecordViewModel model

    help: "without_code"
    title: qsTr("Without a code")
    onAboutToShow: sheet.model.attend(true)
    onClosed: sheet.model.attend(false)

    Body {
        width: parent.width
        text: qsTr("Why not bought?")
        font.weight: Font.Medium
    }
    ReasonChips {
        width: parent.width
        onGiven: reason => {
            sheet.model.why(reason, "");
            sheet.close();
        }
    }
    Body {
        width: parent.width
        text: qsTr("Or what else happened")
        font.weight: Font.Medium
    }
    Flow {
        width: parent.width
        spacing: Theme.space8

        Repeater {
            model: ["visit", "advice", "fitting"]

            Chip {
                required property string modelData

                objectName: "anonymous-" + modelData
                iconName: Signs.interaction(modelData)
                text: Words.interaction(modelData)
                onClicked: {
                    sheet.model.record(modelData);
                    sheet.close();
                }
            }
        }
        Chip {
            objectName: "anonymous-sale"
            enabled: sheet.model.sellable
            iconName: Signs.interaction("sale")
            text: Words.interaction("sale")
            onClicked: {
                sheet.model.record("sale");
                sheet.close();
            }
        }
    }
    Body {
        width: parent.width
        text: sheet.model.sellable ? qsTr("About which product") : qsTr("About which product? A sale names it.")
        font.weight: Font.Medium
    }
    Repeater {
        model: sheet.model.picks

        HandLine {
            width: parent?.width ?? 0
            asks: false
            onPut_back: sheet.model.put_back(key)
        }
    }
    ProductFinder {
        width: parent.width
        model: sheet.model
    }
}
