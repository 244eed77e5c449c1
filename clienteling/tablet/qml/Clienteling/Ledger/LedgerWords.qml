pragma Singleton

import QtQml
import Clienteling.Words

// What a line of the ledger is called, and why the hub set it aside.
QtObject {
    function title(collection: string, kind: string): string {
        switch (collection) {
        case "interaction":
            return Words.interaction(kind);
        case "note":
            return qsTr("Note");
        case "selection":
            return qsTr("Selection");
        case "book_entry":
            return qsTr("Client book");
        case "outreach":
            return qsTr("Message to her: %1").arg(Words.way(kind));
        case "promise":
            return qsTr("Promise");
        case "task":
            return qsTr("Task");
        case "appointment":
            return qsTr("Appointment");
        case "day_review":
            return qsTr("Day read");
        case "attribution_rule":
            return qsTr("What counts for incentives");
        case "sale_split":
            return qsTr("Purchase parted");
        case "incentive_scheme":
            return qsTr("Incentive scheme");
        case "incentive_statement":
            return qsTr("Incentives of a month");
        case "kpi_target":
            return qsTr("Target");
        case "legal_basis":
            return qsTr("Legal basis");
        case "staff_change":
            return qsTr("Change in the team");
        case "card_link":
            return qsTr("Card of another system");
        case "consent":
            return qsTr("Consent: %1").arg(CustomerWords.purpose(kind));
        case "preference":
            return qsTr("Preference: %1").arg(CustomerWords.preference(kind));
        default:
            return qsTr("Customer's data");
        }
    }
    function icon(collection: string, kind: string): string {
        switch (collection) {
        case "note":
            return "note-pencil";
        case "promise":
            return "handshake";
        case "selection":
            return "cards";
        case "book_entry":
            return "book-bookmark";
        case "outreach":
            return "paper-plane-tilt";
        case "task":
            return "check-circle";
        case "appointment":
            return "calendar-blank";
        case "consent":
            return "shield-check";
        case "day_review":
            return "storefront";
        case "attribution_rule":
        case "incentive_scheme":
        case "incentive_statement":
        case "sale_split":
            return "users-three";
        case "kpi_target":
            return "target";
        case "legal_basis":
            return "scales";
        case "staff_change":
            return "identification-badge";
        case "card_link":
            return "barcode";
        case "interaction":
            return Signs.interaction(kind);
        default:
            return "user-circle";
        }
    }
    function fieldOf(field: string, customer: string): string {
        switch (field) {
        case "phone":
            return qsTr("Telephone of %1").arg(customer);
        case "email":
            return qsTr("E-mail of %1").arg(customer);
        default:
            return qsTr("Birthday of %1").arg(customer);
        }
    }
    function stage(key: string): string {
        switch (key) {
        case "confirmed":
            return qsTr("confirmed");
        case "sent":
            return qsTr("sent");
        case "set_aside":
            return qsTr("to decide");
        default:
            return qsTr("saved here");
        }
    }
    function stageIcon(key: string): string {
        switch (key) {
        case "confirmed":
            return "checks";
        case "sent":
            return "check";
        case "set_aside":
            return "warning";
        default:
            return "device-tablet";
        }
    }
    function reason(code: string): string {
        switch (code) {
        case "unknown_collection":
            return qsTr("The hub does not know this kind of record yet: it needs an update.");
        case "not_writable":
            return qsTr("The hub does not let a tablet change this.");
        case "missing_record":
            return qsTr("It refers to something that the hub does not have.");
        case "not_allowed":
            return qsTr("Whoever recorded it may not decide this, or not any more: a manager of the shop has to.");
        case "too_large":
            return qsTr("It is too large for the hub.");
        case "invalid_record":
            return qsTr("The hub cannot read it as it stands.");
        default:
            return qsTr("The hub set it aside.");
        }
    }
}
