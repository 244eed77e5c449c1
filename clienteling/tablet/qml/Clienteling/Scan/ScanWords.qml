pragma Singleton

import QtQml

// What to say of a scan that opened nothing, by its kind (a ScanKind) and its detail.
QtObject {
    function explains(kind: string): bool {
        return !["nothing", "customer", "product", "text"].includes(kind);
    }

    function title(kind: string): string {
        switch (kind) {
        case "not_here": return qsTr("Genuine, but not on this tablet yet");
        case "expired": return qsTr("This code has expired");
        case "revoked": return qsTr("This code has been withdrawn");
        case "stale": return qsTr("This code is of another moment");
        case "forged": return qsTr("This code is not ours");
        case "another_retailer": return qsTr("A code of another retailer");
        case "unreadable": return qsTr("The code was not read whole");
        case "card_unknown": return qsTr("This card is not known yet");
        case "card_shared": return qsTr("Several customers have this card number");
        case "product_unknown": return qsTr("This product is not in the catalogue");
        case "web_address": return qsTr("A web address, not a customer");
        case "wifi": return qsTr("A Wi-Fi code, not a customer");
        case "contact": return qsTr("A contact card");
        case "hub_code": return qsTr("A hub's pairing code, not a customer");
        case "wrong_layout": return qsTr("The scanner types on another keyboard layout");
        case "calibration": return qsTr("The scanner's calibration code");
        case "senseless": return qsTr("Nothing here answers to this code");
        case "several": return qsTr("Several codes are in view");
        default: return "";
        }
    }

    function words(kind: string, detail: string): string {
        switch (kind) {
        case "not_here":
            return notHere(detail);
        case "expired":
            return qsTr("It was good until %1. Look her up by name or phone, and give her a new one.")
                .arg(new Date(detail).toLocaleDateString(Qt.locale(), Locale.ShortFormat));
        case "revoked":
            return qsTr("It is no longer good, perhaps because the card was lost. Look her up by name or phone.");
        case "stale":
            return stale(Number(detail));
        case "forged":
            return detail === "key_unknown"
                ? qsTr("It is signed with a key that this tablet does not know. If it is quite new, try again after the next meeting with the hub.")
                : qsTr("It looks like one of ours, but its signature is not. Look her up by name or phone.");
        case "another_retailer":
            return qsTr("It opens nothing here. Look her up by name or phone.");
        case "unreadable":
            return detail === "newer"
                ? qsTr("It is of a newer kind than this program can read. Update the program, or look her up by name.")
                : qsTr("Part of it is missing or misread. Hold it still and try once more.");
        case "card_unknown":
            return qsTr("%1 belongs to no customer on this tablet. Whose is it?").arg(detail);
        case "card_shared":
            return qsTr("%1 stands on more than one card. Whose is it here?").arg(detail);
        case "product_unknown":
            return qsTr("%1 is the number of no item here.").arg(detail);
        case "web_address":
        case "wifi":
            return qsTr("It says “%1”. Her code is in her wallet, in her e-mail or on her card.").arg(detail);
        case "contact":
            return qsTr("It says “%1”. It can be searched for.").arg(detail);
        case "hub_code":
            return qsTr("It pairs a new tablet with the hub. This one is paired already.");
        case "wrong_layout":
            return qsTr("Set the scanner to the keyboard of this tablet. Customer codes and cards are read all the same.");
        case "calibration":
            return calibration(detail);
        case "senseless":
            return qsTr("It is no customer's code, no card and no item here, or it was not read whole. Hold it still and try once more, or look her up by name or phone.");
        case "several":
            return qsTr("Which of them is meant?");
        default:
            return "";
        }
    }

    function choice(kind: string, title: string): string {
        return kind === "not_here" ? qsTr("Somebody who is not on this tablet yet") : title;
    }

    function notHere(detail: string): string {
        switch (detail) {
        case "away": return qsTr("The hub does not answer just now. Her card opens as soon as it does; what is recorded on a card for now is hers all the same.");
        case "unknown": return qsTr("The hub does not know her either. Perhaps she was deleted at her own wish.");
        default: return qsTr("She is being looked for in the hub; her card opens as soon as it is here.");
        }
    }

    // Minutes by which it is old; below zero where the phone's clock is ahead.
    function stale(minutes: real): string {
        return minutes > 0
            ? qsTr("It was shown %n minute(s) ago: a picture of it, perhaps. On her phone it changes every half minute; hold it here until it does.", "", minutes)
            : qsTr("Her phone's clock is ahead of this tablet's. Hold it here until the code changes: then it opens by itself.");
    }

    function calibration(detail: string): string {
        switch (detail) {
        case "agree": return qsTr("Scanner and tablet agree: everything is read as it is printed.");
        case "caps_lock": return qsTr("Caps Lock is on: turn it off. Customer codes are read all the same.");
        case "kept": return qsTr("Scanner and tablet take the keyboard for different ones. What this scanner types is put right here from now on.");
        case "it": return qsTr("The scanner is set to a US keyboard and the tablet to an Italian one: web addresses are repaired while reading.");
        case "de": return qsTr("The scanner is set to a US keyboard and the tablet to a German one: set the scanner to German.");
        case "fr": return qsTr("The scanner is set to a US keyboard and the tablet to a French one: set the scanner to French.");
        default: return qsTr("Scanner and tablet disagree: set the scanner to the keyboard of this tablet.");
        }
    }
}
