pragma Singleton

import QtQml
import Clienteling.Words

// What is known, said to herself.
QtObject {
    function part(key: string): string {
        switch (key) {
        case "you":
            return qsTr("Who you are");
        case "facts":
            return qsTr("Sizes and tastes");
        case "agreed":
            return qsTr("What you agreed to");
        case "happened":
            return qsTr("What happened");
        case "kept":
            return qsTr("How long, and who looked");
        case "rights":
            return qsTr("What you may do");
        }
        return qsTr("What you changed");
    }

    function sign(key: string): string {
        switch (key) {
        case "you":
            return "identification-card";
        case "facts":
            return "tag";
        case "agreed":
            return "shield-check";
        case "happened":
            return "clock-countdown";
        case "kept":
            return "eye";
        case "rights":
            return "handshake";
        }
        return "list-checks";
    }

    function origin(source: string, purchases: int, conversations: int, store: string, said: string): string {
        const where = [store, said].filter(part => part !== "").join(", ");
        const told = source === "told" ? qsTr("You told us") : source === "online" ? qsTr("From your online account")
            : CustomerWords.deduced(purchases, conversations);
        return Words.joined([told, where]);
    }

    function about(purpose: string): string {
        switch (purpose) {
        case "service":
            return qsTr("Your customer card");
        case "profiling":
            return qsTr("Suggestions made for you");
        case "marketing_email":
            return qsTr("News by e-mail");
        case "marketing_message":
            return qsTr("News by SMS and WhatsApp");
        }
        return qsTr("News by phone");
    }

    function stands(standing: string, since: string, until: string): string {
        switch (standing) {
        case "granted":
            return Words.joined([since === "" ? qsTr("You agreed") : qsTr("You agreed on %1").arg(since),
                                 until === "" ? "" : qsTr("until %1").arg(until)]);
        case "expired":
            return qsTr("Your consent has ended");
        case "refused":
            return since === "" ? qsTr("You do not agree") : qsTr("You do not agree, since %1").arg(since);
        }
        return qsTr("You were never asked");
    }

    function kept(key: string): string {
        switch (key) {
        case "profiling":
            return qsTr("What you looked at, and what was deduced from it");
        case "marketing":
            return qsTr("What was sent to you, and the adverts you tapped");
        }
        return qsTr("The list of who opened your card");
    }

    function wish(key: string, answer: string): string {
        if (key === "file")
            return answer === "ready" ? qsTr("Your file is ready") : qsTr("Your file");
        return qsTr("To be forgotten");
    }

    function answer(key: string): string {
        switch (key) {
        case "":
            return qsTr("asked: it is done as soon as the hub has heard of it");
        case "held":
            return qsTr("a complaint of yours is open: the manager decides and tells you");
        case "ready":
            return qsTr("ask for it in the shop");
        case "refused":
            return qsTr("not possible; the shop tells you why");
        }
        return qsTr("taken back");
    }
}
