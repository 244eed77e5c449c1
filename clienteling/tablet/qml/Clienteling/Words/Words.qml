pragma Singleton

import QtQml

// The trade's words for what the tables call by key.
QtObject {
    function joined(parts: list<string>): string {
        return parts.filter(part => part !== "").join(" · ");
    }

    function interaction(kind: string): string {
        switch (kind) {
        case "visit":
            return qsTr("Visit");
        case "advice":
            return qsTr("Advice");
        case "fitting":
            return qsTr("Fitting");
        case "sale":
            return qsTr("Sale");
        case "not_bought":
            return qsTr("Not bought");
        case "reserved":
            return qsTr("Reserved");
        case "return":
            return qsTr("Return or exchange");
        case "complaint":
            return qsTr("Complaint");
        case "call":
            return qsTr("Call");
        case "message":
            return qsTr("Message");
        case "appointment":
            return qsTr("Appointment");
        }
        return "";
    }

    function saved(kind: string): string {
        switch (kind) {
        case "visit":
            return qsTr("Visit recorded");
        case "advice":
            return qsTr("Advice recorded");
        case "fitting":
            return qsTr("Fitting recorded");
        case "sale":
            return qsTr("Sale recorded");
        case "not_bought":
            return qsTr("Recorded as not bought");
        case "reserved":
            return qsTr("Recorded as reserved");
        case "return":
            return qsTr("Return recorded");
        case "complaint":
            return qsTr("Complaint recorded");
        case "call":
            return qsTr("Call recorded");
        case "message":
            return qsTr("Message recorded");
        case "appointment":
            return qsTr("Appointment recorded");
        case "note":
            return qsTr("Note saved");
        case "promise":
            return qsTr("Promise saved");
        case "kept":
            return qsTr("Promise kept");
        case "granted":
            return qsTr("Consent recorded");
        case "withdrawn":
            return qsTr("Consent withdrawn");
        case "preference":
            return qsTr("Preference saved");
        case "undone":
            return qsTr("Undone");
        }
        return "";
    }

    function notSaved(why: string): string {
        switch (why) {
        case "incomplete":
            return qsTr("Not saved: something in it is missing.");
        case "storage":
            return qsTr("Not saved: there is no room on this tablet, or it cannot be written to.");
        }
        return qsTr("Not saved, for a reason that is in the log. Nothing else was lost.");
    }

    function recordState(state: string): string {
        switch (state) {
        case "saved_here":
            return qsTr("saved here");
        case "sent":
            return qsTr("sent");
        case "confirmed":
            return qsTr("confirmed");
        case "set_aside":
            return qsTr("set aside");
        }
        return "";
    }

    function reason(key: string): string {
        switch (key) {
        case "size":
            return qsTr("size");
        case "colour":
            return qsTr("colour");
        case "price":
            return qsTr("price");
        case "fit":
            return qsTr("does not fit well");
        case "not_in_stock":
            return qsTr("not in stock");
        case "thinking":
            return qsTr("thinking about it");
        case "other":
            return qsTr("another reason");
        }
        return "";
    }

    function outcome(key: string): string {
        switch (key) {
        case "bought":
            return qsTr("bought");
        case "not_bought":
            return qsTr("not bought");
        case "thinking":
            return qsTr("thinking about it");
        case "comes_back":
            return qsTr("comes back");
        }
        return qsTr("no outcome yet");
    }

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
        return joined([told, where, to_confirm ? qsTr("to confirm") : ""]);
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

    function channel(key: string): string {
        switch (key) {
        case "advert":
            return qsTr("Adverts");
        case "web":
            return qsTr("Website");
        case "basket":
            return qsTr("Basket");
        case "order":
            return qsTr("Online orders");
        case "messenger":
            return qsTr("Messenger");
        case "instagram":
            return qsTr("Instagram");
        case "whatsapp":
            return qsTr("WhatsApp");
        case "email":
            return qsTr("E-mail");
        case "call":
            return qsTr("Calls");
        case "shop":
            return qsTr("Shop");
        }
        return qsTr("All channels");
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

    function promiseKind(kind: string): string {
        switch (kind) {
        case "hold":
            return qsTr("Hold");
        case "call":
            return qsTr("Call her");
        case "order":
            return qsTr("Order");
        }
        return qsTr("Something else");
    }

    function shelfTag(tag: string, times: int): string {
        switch (tag) {
        case "basket":
            return qsTr("in the basket");
        case "viewed":
            return times > 1 ? qsTr("viewed %n time(s)", "", times) : qsTr("viewed");
        case "wished":
            return qsTr("wished for");
        case "goes_with":
            return qsTr("goes with");
        case "step_up":
            return qsTr("a step up");
        }
        return "";
    }

    function stock(here: int, elsewhere: int): string {
        if (here > 0)
            return qsTr("%n here", "", here);
        return elsewhere > 0 ? qsTr("%n in other shops", "", elsewhere) : qsTr("none left");
    }

    function weekday(day: int): string {
        return Qt.locale().standaloneDayName(day, Locale.LongFormat);
    }

    function dayChoice(word: string, day: int): string {
        switch (word) {
        case "today":
            return qsTr("today");
        case "tomorrow":
            return qsTr("tomorrow");
        }
        return weekday(day);
    }
}
