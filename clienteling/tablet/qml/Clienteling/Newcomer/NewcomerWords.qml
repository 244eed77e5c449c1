pragma Singleton

import QtQml

// What is said while somebody new is entered.
QtObject {
    function by(key: string): string {
        switch (key) {
        case "phone":
            return qsTr("The same telephone");
        case "email":
            return qsTr("The same e-mail");
        }
        return qsTr("The same name");
    }

    // In the language itself, so that whoever speaks it finds it.
    function own(language: string): string {
        switch (language) {
        case "it":
            return "Italiano";
        case "en":
            return "English";
        case "de":
            return "Deutsch";
        case "fr":
            return "Français";
        case "es":
            return "Español";
        }
        return language;
    }

    // To herself.
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
}
