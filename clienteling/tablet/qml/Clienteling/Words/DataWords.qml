pragma Singleton

import QtQml

// What the law lets her ask, in words.
QtObject {
    function wish(key: string): string {
        return key === "file" ? qsTr("Her file") : qsTr("To be forgotten");
    }

    function answer(wish: string, key: string): string {
        switch (key) {
        case "":
            return qsTr("asked, the hub will answer");
        case "held":
            return qsTr("waits: something of hers is in dispute, the manager decides");
        case "ready":
            return qsTr("ready at the hub");
        case "refused":
            return qsTr("refused");
        case "cancelled":
            return qsTr("taken back");
        }
        return "";
    }

    function mistaken(standing: string, why: string): string {
        if (standing === "asked")
            return qsTr("She goes from every tablet as soon as the hub hears of it.");
        switch (why) {
        case "joined":
            return qsTr("She stays: her record turned out to be an older customer's too.");
        case "known":
            return qsTr("She stays: she is known from elsewhere too.");
        }
        return qsTr("She stays: something was recorded with her meanwhile.");
    }

    function wrong(field: string): string {
        switch (field) {
        case "email":
            return qsTr("This is no e-mail address.");
        case "phone":
            return qsTr("This is no telephone number.");
        case "birthday_on":
            return qsTr("Write the day and the month, such as 4/12.");
        }
        return qsTr("She needs a name.");
    }

    function kept(key: string): string {
        switch (key) {
        case "profiling":
            return qsTr("What she looked at, and what was deduced");
        case "marketing":
            return qsTr("What was sent to her, and the adverts she tapped");
        }
        return qsTr("The list of who opened her card");
    }

    function why(key: string): string {
        switch (key) {
        case "scan":
            return qsTr("scanned");
        case "search":
            return qsTr("searched");
        case "recent":
            return qsTr("from the recent ones");
        case "list":
            return qsTr("from the day's list");
        case "code":
            return qsTr("her code was made");
        case "file":
            return qsTr("her file was made");
        case "call":
            return qsTr("she telephoned");
        }
        return qsTr("opened");
    }
}
