pragma Singleton

import QtQml
import Clienteling.Words

// What is known of a customer and how, in words.
QtObject {
    function preference(kind: string): string {
        switch (kind) {
        case "shoe_size":
            return qsTr("Shoe size");
        case "clothes_size":
            return qsTr("Clothes size");
        case "colour":
            return qsTr("Colours");
        case "material":
            return qsTr("Materials");
        case "style":
            return qsTr("Style");
        case "fit":
            return qsTr("Fit");
        case "interest":
            return qsTr("Interests");
        case "birthday":
            return qsTr("Birthday");
        }
        return qsTr("Also good to know");
    }

    function deduced(purchases: int, conversations: int): string {
        const bought = purchases > 0 ? qsTr("%n purchase(s)", "", purchases) : "";
        const spoken = conversations > 0 ? qsTr("%n conversation(s)", "", conversations) : "";
        const evidence = bought !== "" && spoken !== "" ? qsTr("%1 and %2").arg(bought).arg(spoken) : bought + spoken;
        return evidence === "" ? qsTr("Deduced") : qsTr("Deduced from %1").arg(evidence);
    }

    function origin(source: string, purchases: int, conversations: int, store: string, said: string,
                    to_confirm: bool, days_left: int): string {
        if (days_left === 0)
            return qsTr("Today");
        if (days_left > 0)
            return qsTr("In %n day(s)", "", days_left);
        const where = [store, said].filter(part => part !== "").join(", ");
        const told = source === "told" ? qsTr("Told by her") : source === "online" ? qsTr("Given online")
            : deduced(purchases, conversations);
        return Words.joined([told, where, to_confirm ? qsTr("to confirm") : ""]);
    }

    function consentTopic(key: string): string {
        switch (key) {
        case "service":
            return qsTr("Service");
        case "profiling":
            return qsTr("Profiling");
        case "marketing":
            return qsTr("Marketing");
        }
        return "";
    }

    function purpose(key: string): string {
        switch (key) {
        case "service":
            return qsTr("Service");
        case "profiling":
            return qsTr("Profiling");
        case "marketing_email":
            return qsTr("Marketing by e-mail");
        case "marketing_message":
            return qsTr("Marketing by SMS and WhatsApp");
        case "marketing_phone":
            return qsTr("Marketing by phone");
        }
        return "";
    }

    function standing(key: string): string {
        switch (key) {
        case "granted":
            return qsTr("granted");
        case "partly":
            return qsTr("granted in part");
        case "refused":
            return qsTr("not granted");
        case "expired":
            return qsTr("expired");
        }
        return qsTr("never asked");
    }

    function how(key: string): string {
        switch (key) {
        case "told":
            return qsTr("said aloud");
        case "signed":
            return qsTr("signed on paper");
        case "tapped":
            return qsTr("tapped here by her");
        case "online":
            return qsTr("given online");
        }
        return "";
    }

    function language(key: string): string {
        switch (key) {
        case "it":
            return qsTr("Italian");
        case "en":
            return qsTr("English");
        case "de":
            return qsTr("German");
        case "fr":
            return qsTr("French");
        case "es":
            return qsTr("Spanish");
        }
        return key;
    }

    function tier(key: string): string {
        switch (key) {
        case "silver":
            return qsTr("Silver tier");
        case "gold":
            return qsTr("Gold tier");
        }
        return "";
    }
}
