pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// A line of the timeline, opened: what it says, what stood there before, and how it is put right.
Sheet {
    id: sheet

    required property EntryViewModel model
    // Whether its page is the one on the screen.
    required property bool here

    help: "entry"
    title: sheet.model.kind === "note" ? qsTr("Note") : sheet.model.kind === "promise" ? qsTr("Promise") : qsTr("What happened")
    onHereChanged: {
        if (!sheet.here)
            sheet.close();
    }

    Column {
        width: parent.width

        Repeater {
            model: sheet.model.versions

            Column {
                id: version

                required property int index
                required property string words
                required property string detail
                required property string who
                required property bool current

                width: parent?.width ?? 0
                topPadding: version.current ? 0 : Theme.space16
                bottomPadding: Theme.space16
                spacing: Theme.space4

                Small {
                    width: parent.width
                    visible: !version.current
                    text: qsTr("Before it was corrected")
                    color: Theme.ink3
                }
                Serif {
                    width: parent.width
                    text: version.words
                    font.pixelSize: version.current ? Theme.sizeTitle : Theme.sizeText
                    color: version.current ? Theme.ink : Theme.ink2
                    lineHeight: 1.15
                }
                Body {
                    width: parent.width
                    visible: text !== ""
                    text: version.detail
                    color: Theme.ink2
                }
                Small {
                    width: parent.width
                    text: version.who
                    color: Theme.ink3
                }
                Item {
                    width: parent.width
                    height: Theme.space8
                }
                Hairline { width: parent.width }
            }
        }
    }
    Flow {
        width: parent.width
        visible: sheet.model.can_undo
        spacing: Theme.space12

        Button {
            objectName: "correctEntry"
            visible: sheet.model.can_correct
            kind: Button.Primary
            iconName: "note-pencil"
            text: qsTr("Correct")
            onClicked: {
                sheet.close();
                sheet.model.correct();
            }
        }
        Button {
            objectName: "undoEntry"
            iconName: "arrow-counter-clockwise"
            text: sheet.model.kind === "promise" ? qsTr("Not wanted any more") : qsTr("Undo this record")
            onClicked: {
                sheet.close();
                sheet.model.undo();
            }
        }
    }
    Column {
        width: parent.width
        visible: sheet.model.can_correct && sheet.model.colleagues.count > 1
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("Whose was it?")
            font.weight: Font.Medium
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Repeater {
                model: sheet.model.colleagues

                Chip {
                    required property string key
                    required property string name
                    required property bool current

                    objectName: "by-" + key
                    text: name
                    chosen: current
                    onClicked: {
                        sheet.close();
                        if (!current)
                            sheet.model.attribute(key);
                    }
                }
            }
        }
    }
}
