pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Incentives
import Clienteling.Models
import Clienteling.Theme

// What a manager does for the people of the shop. A section is a file of its own and one line in `sections`;
// it gets the room below the chips, and keeps its own margins (Theme.margin at the sides).
Item {
    id: page

    required property TeamViewModel model

    readonly property list<TeamSection> sections: [
        TeamSection { section: Sections.Staff; title: qsTr("Staff"); page: Component { StaffSection { model: page.model.staff } } },
        TeamSection { section: Sections.HandOut; title: qsTr("Hand out tasks"); page: Component { HandOutSection { model: page.model.hand_out } } },
        TeamSection { section: Sections.HandOver; title: qsTr("Hand over"); page: Component { HandOverSection { model: page.model.hand_over } } },
        TeamSection { section: Sections.Basis; title: qsTr("Figures per person"); page: Component { BasisSection { model: page.model.basis } } },
        TeamSection { section: Sections.Incentives; title: qsTr("Incentives"); page: Component { IncentivesSection { model: page.model.incentives } } }
    ]

    Serif {
        id: title

        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        text: qsTr("The team")
        font.pixelSize: Theme.sizeDisplay
        Accessible.role: Accessible.Heading
    }
    Flow {
        id: chips

        anchors { left: title.left; right: title.right; top: title.bottom; topMargin: Theme.space12 }
        spacing: Theme.space8
        visible: page.sections.length > 1
        height: visible ? implicitHeight : 0

        Repeater {
            model: page.sections

            Chip {
                required property TeamSection modelData

                objectName: "section-" + modelData.section
                text: modelData.title
                chosen: page.model.sections.chosen === modelData.section
                onClicked: page.model.sections.choose(modelData.section)
            }
        }
    }
    ShopChips {
        id: shops

        anchors { left: title.left; right: title.right; top: chips.bottom; topMargin: visible ? Theme.space12 : 0 }
        shop: page.model.shop
        prefix: "teamShop-"
    }
    Loader {
        anchors { left: parent.left; right: parent.right; top: shops.bottom; topMargin: Theme.space12; bottom: parent.bottom }
        focus: true
        sourceComponent: page.sections.find(one => one.section === page.model.sections.chosen)?.page ?? null
    }
}
