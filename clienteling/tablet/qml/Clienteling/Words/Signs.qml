pragma Singleton

import QtQml

// Which icon stands for what the tables call by key.
QtObject {
    function channel(key: string): string {
        switch (key) {
        case "advert":
            return "megaphone";
        case "web":
            return "globe";
        case "basket":
            return "shopping-cart";
        case "order":
            return "package";
        case "messenger":
            return "messenger-logo";
        case "instagram":
            return "instagram-logo";
        case "whatsapp":
            return "whatsapp-logo";
        case "sms":
            return "chat-text";
        case "email":
            return "envelope-simple";
        case "call":
            return "phone";
        case "help_desk":
            return "headset";
        }
        return "storefront";
    }

    function entry(kind: string, channel: string): string {
        switch (kind) {
        case "note":
            return "note-pencil";
        case "promise":
            return channel === "shop" ? "handshake" : this.channel(channel);
        case "reservation":
            return "tag";
        case "task":
            return "check-circle";
        case "appointment":
            return "calendar-blank";
        case "consent":
            return "shield-check";
        case "selection":
            return "cards";
        }
        return this.channel(channel);
    }

    function interaction(kind: string): string {
        switch (kind) {
        case "visit":
            return "person-simple-walk";
        case "advice":
            return "chats";
        case "fitting":
            return "coat-hanger";
        case "sale":
            return "bag";
        case "not_bought":
            return "x-circle";
        case "reserved":
            return "tag";
        case "return":
            return "arrow-u-up-left";
        case "complaint":
            return "warning-circle";
        case "call":
            return "phone";
        case "message":
            return "chat-text";
        case "appointment":
            return "calendar-blank";
        }
        return "storefront";
    }

    function promise(kind: string): string {
        switch (kind) {
        case "hold":
            return "tag";
        case "call":
            return "phone";
        case "order":
        case "send":
            return "package";
        }
        return "handshake";
    }

    function todo(sign: string): string {
        switch (sign) {
        case "promise_hold":
            return promise("hold");
        case "promise_call":
        case "call":
            return "phone";
        case "promise_order":
            return promise("order");
        case "promise_other":
            return "handshake";
        case "write":
            return "envelope-simple";
        case "prepare":
            return "coat-hanger";
        case "after_purchase":
            return "bag";
        case "back_in_stock":
            return "package";
        case "birthday":
            return "cake";
        case "lapsing":
            return "calendar-blank";
        case "follow_up":
            return "chats";
        }
        return "check-circle";
    }

    function alert(kind: string): string {
        switch (kind) {
        case "promise_overdue":
        case "promise_due":
            return "clock-countdown";
        case "birthday":
            return "cake";
        case "appointment":
        case "lapsing":
            return "calendar-blank";
        case "complaint_open":
            return "warning-circle";
        case "provisional":
            return "user-circle-dashed";
        }
        return "shield-warning";
    }

    function standing(key: string): string {
        switch (key) {
        case "granted":
        case "partly":
            return "check";
        case "expired":
            return "clock-countdown";
        }
        return "prohibit";
    }
}
