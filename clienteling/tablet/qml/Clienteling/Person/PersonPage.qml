pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Scan
import Clienteling.Theme
import Clienteling.Words

// Who is signed in, what this tablet looks and sounds like, and which hub it belongs to.
Flickable {
    id: page

    required property Shop shop
    required property OwnFiguresViewModel own_figures
    readonly property Preferences preferences: page.shop.preferences
    readonly property Link link: page.shop.link
    readonly property Camera camera: page.shop.scanner.camera
    readonly property bool tall: Theme.stacked(width, height)
    readonly property int columnWidth: page.tall ? width - 2 * Theme.margin
        : Math.min(560, (width - 2 * Theme.margin - Theme.space32) / 2)

    contentHeight: columns.y + columns.implicitHeight + Theme.margin
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    clip: true

    Grid {
        id: columns

        x: Theme.margin
        y: Theme.space12
        columns: page.tall ? 1 : 2
        columnSpacing: Theme.space32
        rowSpacing: Theme.space32

        Column {
            width: page.columnWidth
            spacing: Theme.space28

            Row {
                width: parent.width
                spacing: Theme.space20

                Avatar {
                    id: face

                    initials: page.shop.session.initials
                    size: 72
                }
                Column {
                    width: parent.width - face.width - parent.spacing
                    anchors.verticalCenter: parent.verticalCenter

                    Serif {
                        width: parent.width
                        text: page.shop.session.name
                        font.pixelSize: Theme.sizeDisplay
                        lineHeight: 1.0
                    }
                    Body {
                        width: parent.width
                        text: page.shop.session.store_name
                        color: Theme.ink2
                    }
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.space12

                Button {
                    kind: Button.Primary
                    iconName: "user-switch"
                    text: qsTr("Change hands")
                    onClicked: page.shop.session.lock()
                }
                Button {
                    iconName: "barcode"
                    text: qsTr("Try the scanner")
                    onClicked: scanner.open()
                }
                Button {
                    objectName: "practise"
                    iconName: "graduation-cap"
                    text: qsTr("Practise")
                    onClicked: page.shop.practise()
                }
                Button {
                    iconName: "info"
                    text: qsTr("About and licences")
                    onClicked: about.open()
                }
            }
            OwnFigures {
                width: parent.width
                model: page.own_figures
            }
            Column {
                width: parent.width

                SectionHeader {
                    width: parent.width
                    title: qsTr("Hub")
                    aside: page.link.hub_name
                }
                ListRow {
                    width: parent.width
                    touchable: false
                    lined: false
                    title: LinkWords.line(page.link)
                    subtitle: page.link.saved_here === 0 ? qsTr("Nothing waits to be sent")
                        : qsTr("%n records saved here wait to be sent", "", page.link.saved_here)
                    leading: Avatar {
                        iconName: page.link.standing === Link.Standing.Live ? "plugs-connected"
                            : page.link.standing === Link.Standing.Refused ? "warning" : "wifi-slash"
                        tone: page.link.standing === Link.Standing.Live ? Avatar.Green
                            : page.link.standing === Link.Standing.Refused ? Avatar.Red : Avatar.Gold
                    }
                }
                Flow {
                    width: parent.width
                    topPadding: Theme.space12
                    spacing: Theme.space12

                    Button {
                        visible: page.link.standing !== Link.Standing.Live
                        iconName: "arrows-clockwise"
                        text: qsTr("Look for it now")
                        onClicked: page.shop.look_for_hub()
                    }
                    Button {
                        visible: page.link.standing === Link.Standing.Refused
                        iconName: "qr-code"
                        text: qsTr("Pair again")
                        onClicked: page.shop.begin_pairing()
                    }
                }
            }
        }
        Column {
            width: page.columnWidth

            SectionHeader {
                width: parent.width
                title: qsTr("This tablet")
            }
            Choice {
                width: parent.width
                title: qsTr("Language")
                keys: ["it", "en"]
                names: ["Italiano", "English"]
                chosen: page.preferences.language
                onPicked: key => page.preferences.choose_language(key)
            }
            Choice {
                width: parent.width
                title: qsTr("Appearance")
                keys: ["system", "light", "dark"]
                names: [qsTr("Like the machine"), qsTr("Light"), qsTr("Dark")]
                chosen: page.preferences.appearance
                onPicked: key => page.preferences.choose_appearance(key)
            }
            Choice {
                width: parent.width
                title: qsTr("Text size")
                hint: qsTr("How large the words are, on every page.")
                keys: ["100", "125", "150", "200"]
                names: keys.map(percent => qsTr("%1%").arg(percent))
                chosen: page.preferences.text_percent.toString()
                onPicked: key => page.preferences.choose_text_percent(Number(key))
            }
            Choice {
                width: parent.width
                title: qsTr("Motion")
                hint: qsTr("Without motion, things appear where they belong at once.")
                keys: ["short", "none"]
                names: [qsTr("Short"), qsTr("None")]
                chosen: page.preferences.reduced_motion ? "none" : "short"
                onPicked: key => page.preferences.choose_reduced_motion(key === "none")
            }
            Choice {
                width: parent.width
                title: qsTr("Sounds")
                hint: qsTr("A short tone when a code is found or not, and when something is saved.")
                keys: ["none", "short"]
                names: [qsTr("None"), qsTr("Short")]
                chosen: page.preferences.sound ? "short" : "none"
                onPicked: key => page.preferences.choose_sound(key === "short")
            }
            Choice {
                width: parent.width
                title: qsTr("Lock by itself")
                hint: qsTr("After so many minutes in which nobody touches it.")
                keys: ["2", "5", "10", "30"]
                names: keys.map(minutes => qsTr("%n minutes", "", Number(minutes)))
                chosen: page.preferences.lock_after_minutes.toString()
                onPicked: key => page.preferences.choose_lock_after_minutes(Number(key))
            }
            Choice {
                visible: page.camera.names.length > 1
                width: parent.width
                title: qsTr("Camera")
                keys: page.camera.names.map((_, position) => position.toString())
                names: page.camera.names
                chosen: page.camera.current.toString()
                onPicked: key => page.camera.choose(Number(key))
            }
            Small {
                width: parent.width
                topPadding: Theme.space16
                text: qsTr("With a keyboard, ? lists what each key does.")
            }
        }
    }

    ScannerSheet {
        id: scanner

        model: page.shop.scan
    }
    AboutSheet {
        id: about

        model: page.shop.about
    }
}
