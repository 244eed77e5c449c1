pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Help
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// Who holds the tablet: everybody of the shop, then one PIN.
FocusScope {
    id: page

    required property Shop shop
    readonly property SignInViewModel model: page.shop.sign_in
    readonly property bool tall: height > width
    readonly property bool stacked: Theme.stacked(width, height)
    readonly property bool choosing: page.model.chosen === ""

    focus: true

    function message(): string {
        switch (page.model.outcome) {
        case "wrong_pin":
            return page.model.wait_seconds > 0 ? page.waitMessage()
                : qsTr("The PIN is not right. %n tries before a pause.", "", page.model.tries_left);
        case "must_wait":
            return page.waitMessage();
        case "not_possible":
            return qsTr("This person has no PIN yet. The store manager can set one on the hub.");
        default:
            return "";
        }
    }
    function waitMessage(): string {
        return qsTr("Too many tries. Try again in %n seconds.", "", page.model.wait_seconds);
    }

    Keys.onEscapePressed: page.model.choose("")

    HelpButton {
        id: help

        anchors { right: parent.right; rightMargin: Theme.margin; verticalCenter: pill.verticalCenter }
        topic: "sign_in"
    }
    SyncPill {
        id: pill

        anchors { right: help.left; top: parent.top; topMargin: Theme.space8 }
        link: page.shop.link
        onClicked: page.shop.look_for_hub()
    }

    Flickable {
        id: everybody

        visible: page.choosing && !page.model.nobody
        anchors { fill: parent; topMargin: Theme.rail; bottomMargin: Theme.margin }
        contentHeight: Math.max(height, people.implicitHeight)
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true

        Column {
            id: people

            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(0, (parent.height - implicitHeight) / 2 - Theme.rail / 2)
            width: Math.min(parent.width - 2 * Theme.margin, page.stacked ? Math.round(520 * Theme.scale) : 920)
            spacing: Theme.space32

            Column {
                width: parent.width
                spacing: Theme.space4

                Serif {
                    width: parent.width
                    text: qsTr("Who is here?")
                    font.pixelSize: Theme.sizeDisplay
                    horizontalAlignment: Text.AlignHCenter
                }
                Body {
                    width: parent.width
                    text: page.model.store_name
                    color: Theme.ink2
                    horizontalAlignment: Text.AlignHCenter
                }
                Body {
                    objectName: "signsInNoMore"
                    width: parent.width
                    visible: page.model.gone !== ""
                    text: qsTr("%1 does not sign in on this tablet any more. What was recorded is kept.").arg(page.model.gone)
                    color: Theme.gold
                    horizontalAlignment: Text.AlignHCenter
                }
                Body {
                    objectName: "leftBehind"
                    width: parent.width
                    visible: page.shop.link.saved_here > 0
                    text: qsTr("%n records are saved on this tablet. They go to the hub by themselves, whoever is here.", "", page.shop.link.saved_here)
                    color: Theme.gold
                    horizontalAlignment: Text.AlignHCenter
                }
            }
            Grid {
                id: grid

                width: parent.width
                columns: page.stacked ? 1 : 2
                columnSpacing: Theme.space16
                rowSpacing: Theme.space12

                Repeater {
                    model: page.model.people

                    Button {
                        id: person

                        required property string key
                        required property string name
                        required property string initials
                        required property string role

                        width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                        height: Math.max(84, names.implicitHeight + 2 * Theme.space12)
                        text: person.name
                        onClicked: page.model.choose(person.key)
                        Accessible.description: Words.role(person.role)

                        contentItem: Item {
                            Avatar {
                                id: face

                                anchors.verticalCenter: parent.verticalCenter
                                initials: person.initials
                                size: 52
                            }
                            Column {
                                id: names

                                anchors {
                                    left: face.right
                                    leftMargin: Theme.space16
                                    right: parent.right
                                    verticalCenter: parent.verticalCenter
                                }

                                Serif {
                                    width: parent.width
                                    text: person.name
                                    font.pixelSize: Theme.sizeTitle
                                    Accessible.ignored: true
                                }
                                Small {
                                    width: parent.width
                                    text: Words.role(person.role)
                                    Accessible.ignored: true
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    Button {
        objectName: "practise"
        visible: page.choosing
        anchors { left: parent.left; leftMargin: Theme.margin; top: parent.top; topMargin: Theme.space8 }
        iconName: "graduation-cap"
        text: qsTr("Practise")
        onClicked: page.shop.practise()
    }
    EmptyState {
        visible: page.model.nobody
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 520)
        iconName: "users-three"
        title: qsTr("Nobody works here yet")
        words: qsTr("The people of this shop will stand here as soon as the hub knows them.")
        actionText: qsTr("Look again")
        onActed: page.shop.look_for_hub()
    }
    Item {
        visible: !page.choosing
        anchors.fill: parent

        IconButton {
            x: Theme.margin - Theme.space12
            y: Theme.space8
            iconName: "caret-left"
            label: qsTr("Back to everybody")
            onClicked: page.model.choose("")
        }
        Grid {
            anchors.centerIn: parent
            columns: page.tall ? 1 : 2
            columnSpacing: Theme.rail
            rowSpacing: Theme.space32
            verticalItemAlignment: Grid.AlignVCenter
            horizontalItemAlignment: Grid.AlignHCenter

            Column {
                width: page.tall ? Math.min(Math.round(520 * Theme.scale), page.width - 2 * Theme.margin)
                    : Math.min(Math.round(400 * Theme.scale), page.width - pad.width - Theme.rail - 2 * Theme.margin)
                spacing: Theme.space16

                Avatar {
                    anchors.horizontalCenter: parent.horizontalCenter
                    initials: page.model.chosen_initials
                    size: 96
                }
                Serif {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("Hello, %1").arg(page.model.chosen_name)
                    font.pixelSize: Theme.sizeDisplay
                }
                Item {
                    width: parent.width
                    height: 3 * Theme.sizeText * 1.4

                    Body {
                        visible: !complaint.visible
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        color: Theme.ink2
                        text: qsTr("Your PIN, please")
                    }
                    Body {
                        id: complaint

                        visible: text !== ""
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        color: Theme.warn
                        text: page.message()
                        Accessible.role: Accessible.AlertMessage
                    }
                }
            }
            PinPad {
                id: pad

                focus: !page.choosing
                shortest: page.model.shortest_pin
                longest: page.model.longest_pin
                enabled: !page.model.busy && page.model.wait_seconds === 0
                onEntered: pin => page.model.submit(pin)

                Connections {
                    target: page.model

                    function onRefused(): void { pad.empty(); }
                    function onChanged(): void { if (page.choosing) pad.empty(); }
                }
            }
        }
    }
}
