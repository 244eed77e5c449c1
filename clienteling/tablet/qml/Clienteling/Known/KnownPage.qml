pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// All that is known of her, to read, to put right and to withdraw: one part at a time.
FocusScope {
    id: page

    required property KnownViewModel model
    property string part: "you"
    signal finished

    readonly property bool tall: Theme.stacked(width, height)
    readonly property list<string> parts: page.model.changes.count > 0
        ? ["you", "facts", "agreed", "happened", "kept", "rights", "changes"]
        : ["you", "facts", "agreed", "happened", "kept", "rights"]

    function show(part: string): void {
        page.part = part;
        paper.contentY = 0;
    }

    Component { id: you; You { model: page.model } }
    Component { id: facts; Facts { model: page.model } }
    Component { id: agreed; Agreed { model: page.model } }
    Component { id: happened; Happened { model: page.model } }
    Component { id: kept; Kept { model: page.model } }
    Component { id: rights; Rights { model: page.model } }
    Component { id: changes; Changes { model: page.model; onFinished: page.finished() } }

    EmptyState {
        visible: !page.model.here
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round(page.height / 6)
        width: Math.min(page.width - 2 * Theme.margin, Theme.readingWidth)
        iconName: "check-circle"
        title: page.model.erased ? qsTr("You have been forgotten") : qsTr("There is nothing of you on this tablet")
        words: page.model.erased
            ? qsTr("Nothing of you is on this tablet any more. The other tablets and the hub do the same as they hear of it.")
            : qsTr("What the shop knows of you is at the hub.")
        actionText: qsTr("Give the tablet back")
        onActed: page.finished()
    }
    Flow {
        id: across

        visible: page.model.here && page.tall
        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        spacing: Theme.space8

        Repeater {
            model: page.tall ? page.parts : []

            Chip {
                required property string modelData

                objectName: "part-" + modelData
                text: KnownWords.part(modelData)
                chosen: page.part === modelData
                onClicked: page.show(modelData)
            }
        }
    }
    Column {
        id: down

        visible: page.model.here && !page.tall
        x: Theme.margin
        width: visible ? Math.round(Math.min(340 * Theme.scale, page.width * 0.3)) : 0

        Repeater {
            model: page.tall ? [] : page.parts

            ListRow {
                id: row

                required property string modelData
                readonly property bool chosen: page.part === modelData

                objectName: "part-" + modelData
                width: down.width
                title: KnownWords.part(modelData)
                leading: Component {
                    Avatar { iconName: KnownWords.sign(row.modelData); tone: row.chosen ? Avatar.Green : Avatar.Plain }
                }
                trailing: row.chosen ? here : null
                onClicked: page.show(modelData)

                Component { id: here; Icon { name: "caret-right"; tint: Theme.accent } }
            }
        }
    }
    Flickable {
        id: paper

        visible: page.model.here
        x: page.tall ? Theme.margin : down.x + down.width + Theme.space32
        y: page.tall ? across.height + Theme.space20 : 0
        width: Math.min(page.width - x - Theme.margin, 1.1 * Theme.readingWidth)
        height: page.height - y
        contentHeight: content.implicitHeight + Theme.margin
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true

        Column {
            id: content

            width: paper.width
            spacing: Theme.space12

            Body {
                width: parent.width
                visible: page.model.failure !== ""
                text: qsTr("That could not be saved. Please tell the associate.")
                color: Theme.warn
                Accessible.role: Accessible.AlertMessage
            }
            Loader {
                width: parent.width
                focus: true
                sourceComponent: {
                    switch (page.part) {
                    case "facts": return facts;
                    case "agreed": return agreed;
                    case "happened": return happened;
                    case "kept": return kept;
                    case "rights": return rights;
                    case "changes": return changes;
                    default: return you;
                    }
                }
            }
        }
    }
}
