pragma Singleton

import QtQml
import Clienteling.Models

// Where the tablet stands with its hub, in plain words: a few for the pill, a line where there is room.
QtObject {
    function pill(link: Link): string {
        switch (link.standing) {
        case Link.Standing.Refused:
            return refused(link.reason);
        case Link.Standing.Locked:
            return qsTr("Locked until it meets the hub");
        case Link.Standing.Wiped:
            return qsTr("Emptied on the hub's order");
        case Link.Standing.Unpaired:
            return qsTr("No hub yet");
        }
        if (link.to_decide > 0)
            return qsTr("%n to decide", "records set aside", link.to_decide);
        switch (link.standing) {
        case Link.Standing.Offline:
            return and_saved(full(link) ? qsTr("The hub's disk is full") : qsTr("Offline"), link.saved_here);
        case Link.Standing.Connecting:
            return and_saved(qsTr("Connecting"), link.saved_here);
        case Link.Standing.Looking:
            return and_saved(qsTr("Looking for the hub"), link.saved_here);
        case Link.Standing.Working:
            return qsTr("Arriving: %1%").arg(link.percent);
        }
        return link.saved_here === 0 ? "" : qsTr("Sending %n", "records", link.saved_here);
    }

    function line(link: Link): string {
        switch (link.standing) {
        case Link.Standing.Live:
            return qsTr("In touch with %1 since %2").arg(link.hub_name).arg(link.since);
        case Link.Standing.Offline:
            return Words.joined([
                full(link) ? qsTr("The hub's disk is full") : qsTr("Offline since %1").arg(link.since),
                last_update(link)
            ]);
        case Link.Standing.Refused:
            return refusal(link.reason);
        case Link.Standing.Locked:
            return Words.joined([
                qsTr("Away from %1 for too long: what is here stays locked until they meet").arg(link.hub_name),
                last_update(link)
            ]);
        case Link.Standing.Working:
            return qsTr("Everything %1 knows is arriving: %2%").arg(link.hub_name).arg(link.percent);
        case Link.Standing.Wiped:
            return qsTr("The hub had everything on this tablet deleted. Pair it again to use it.");
        case Link.Standing.Unpaired:
            return qsTr("This tablet belongs to no hub yet");
        case Link.Standing.Connecting:
            return qsTr("Connecting to %1").arg(link.hub_name);
        default:
            return qsTr("Looking for %1").arg(link.hub_name);
        }
    }

    function refusal(reason: string): string {
        switch (reason) {
        case "revoked":
            return qsTr("This tablet was taken off the hub's list. What is recorded here is kept.");
        case "other_hub":
            return qsTr("Another machine answers in the hub's place. Nothing was sent to it.");
        case "versions":
            return qsTr("The hub and this app are of versions too far apart. Install the newest app.");
        default:
            return qsTr("The hub does not know this tablet. What is recorded here is kept.");
        }
    }

    function refused(reason: string): string {
        switch (reason) {
        case "other_hub":
            return qsTr("Another machine answers for the hub");
        case "versions":
            return qsTr("The app or the hub needs an update");
        default:
            return qsTr("The hub no longer accepts this tablet");
        }
    }

    function and_saved(words: string, count: int): string {
        return count === 0 ? words : `${words} · ${qsTr("%n saved here", "records", count)}`;
    }

    function full(link: Link): bool {
        return link.trouble === "storage_full";
    }

    function last_update(link: Link): string {
        return link.completed === "" ? "" : qsTr("last update %1").arg(link.completed);
    }
}
