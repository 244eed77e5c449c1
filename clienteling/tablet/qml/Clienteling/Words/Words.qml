pragma Singleton

import QtQml

// The trade's words for what the tables call by key.
QtObject {
    function joined(parts: list<string>): string {
        return parts.filter(part => part !== "").join(" · ");
    }

    // What is joined wraps between its parts: a day and its month, a figure and what it counts stay in one line.
    function unbroken(said: string, longest: int): string {
        return said.split(" · ").map(part => part.length > longest ? part : part.replace(/ /g, "\u00a0")).join(" · ");
    }

    function role(key: string): string {
        switch (key) {
        case "manager":
            return qsTr("Store manager");
        case "area_manager":
            return qsTr("Area manager");
        case "care_desk":
            return qsTr("Care desk");
        case "marketing":
            return qsTr("Marketing");
        case "it":
            return qsTr("IT");
        default:
            return qsTr("Sales associate");
        }
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
        case "reservation":
            return qsTr("Requested: the hub decides");
        case "kept":
            return qsTr("Promise kept");
        case "task":
            return qsTr("Put down");
        case "task_changed":
            return qsTr("Task changed");
        case "task_done":
            return qsTr("Done");
        case "task_dropped":
            return qsTr("Dropped");
        case "booked":
            return qsTr("Appointment booked");
        case "appointment_moved":
            return qsTr("Appointment changed");
        case "appointment_came":
            return qsTr("Noted: she came");
        case "appointment_missed":
            return qsTr("Noted: she did not come");
        case "appointment_cancelled":
            return qsTr("Appointment called off");
        case "opened_again":
            return qsTr("To do again");
        case "granted":
            return qsTr("Consent recorded");
        case "corrected":
            return qsTr("Corrected");
        case "attributed":
            return qsTr("Now a colleague's");
        case "called_off":
            return qsTr("Promise called off");
        case "asked_file":
            return qsTr("Her file is asked for");
        case "asked_erasure":
            return qsTr("She will be forgotten");
        case "asked_mistake":
            return qsTr("Taken back");
        case "withdrawn":
            return qsTr("Consent withdrawn");
        case "useful":
            return qsTr("Noted: it was useful");
        case "not_useful":
            return qsTr("Noted: not for her");
        case "preference":
            return qsTr("Preference saved");
        case "selection":
            return qsTr("Selection recorded");
        case "letter":
            return qsTr("Recorded as sent");
        case "booked":
            return qsTr("She is in your client book");
        case "unbooked":
            return qsTr("No longer in your client book");
        case "undone":
            return qsTr("Undone");
        }
        return "";
    }

    function notSaved(why: string): string {
        switch (why) {
        case "nameless":
            return qsTr("Not saved: a name is missing.");
        case "wordless":
            return qsTr("Not saved: it does not say anything yet.");
        case "itemless":
            return qsTr("Not saved: no product is named.");
        case "too_long":
            return qsTr("Not saved: a text in it is too long. Shortened, it can be saved.");
        case "unreadable":
            return qsTr("Not saved: an address, a number or a day in it cannot be right.");
        case "day":
            return qsTr("Not saved: the day or the time in it is not possible.");
        case "quantity":
            return qsTr("Not saved: so many pieces cannot be asked for.");
        case "not_agreed":
            return qsTr("Not saved: she has not agreed that a card is kept of her.");
        case "not_to_be_sent":
            return qsTr("Not recorded: by now she may not be written to like that.");
        case "already":
            return qsTr("Not saved: somebody corrected it, took it back or decided it meanwhile.");
        case "gone":
            return qsTr("Not saved: what it is about is no longer on this tablet; it may have been deleted meanwhile.");
        case "more":
            return qsTr("Not taken back: more has become of her card meanwhile.");
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
        case "sms":
            return qsTr("Text messages");
        case "email":
            return qsTr("E-mail");
        case "call":
            return qsTr("Calls");
        case "help_desk":
            return qsTr("Help desk");
        case "shop":
            return qsTr("Shop");
        }
        return qsTr("All channels");
    }

    // By which way we reach her.
    function way(key: string): string {
        switch (key) {
        case "whatsapp":
            return qsTr("WhatsApp");
        case "sms":
            return qsTr("Text message");
        case "phone":
            return qsTr("Telephone");
        }
        return qsTr("E-mail");
    }

    function promiseKind(kind: string): string {
        switch (kind) {
        case "hold":
            return qsTr("Hold");
        case "call":
            return qsTr("Call her");
        case "order":
            return qsTr("Order");
        case "send":
            return qsTr("Send");
        }
        return qsTr("Something else");
    }

    function appointmentState(key: string): string {
        switch (key) {
        case "came":
            return qsTr("she came");
        case "missed":
            return qsTr("did not come");
        case "cancelled":
            return qsTr("called off");
        }
        return qsTr("booked");
    }

    function taskKind(kind: string): string {
        switch (kind) {
        case "follow_up":
            return qsTr("Get back to her");
        case "call":
            return qsTr("Call her");
        case "write":
            return qsTr("Write to her");
        case "prepare":
            return qsTr("Prepare");
        }
        return qsTr("Something else");
    }

    function taskOutcome(outcome: string): string {
        switch (outcome) {
        case "reached":
            return qsTr("spoken to");
        case "comes":
            return qsTr("is coming");
        case "no_answer":
            return qsTr("no answer");
        }
        return qsTr("not now");
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

    // `counted`: days since, where a figure is too old to be trusted; -1 where there is none; else 0.
    function stock(here: int, elsewhere: int, counted: int): string {
        if (counted < 0)
            return qsTr("not counted: ask");
        const there = here > 0 ? qsTr("%n here", "", here)
            : elsewhere > 0 ? qsTr("%n in other shops", "", elsewhere) : qsTr("none left");
        return counted === 0 ? there : joined([there, counted_long_ago(counted)]);
    }

    // Of one shop: `counted` is when, in words.
    function counted_when(counted: string, days: int): string {
        if (counted === "")
            return qsTr("never counted: ask");
        return days > 0 ? counted_long_ago(days) : qsTr("as of %1").arg(counted);
    }

    function counted_long_ago(days: int): string {
        return qsTr("counted %n day(s) ago: ask", "", days);
    }

    function weekday(day: int): string {
        // By qsTr, so that it is asked again when the language turns.
        return Qt.locale(qsTr("en", "ISO 639 code of the language of these words")).standaloneDayName(day, Locale.LongFormat);
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
