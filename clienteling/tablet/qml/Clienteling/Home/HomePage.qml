pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Card
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Scan
import Clienteling.Theme

// Scan: the camera fills the larger half, always ready; who came and what is due beside it.
Item {
    id: page

    required property HomeViewModel model
    readonly property bool tall: Theme.stacked(width, height)
    // Where no camera looks, the day gets its room.
    readonly property real share: camera.absent ? 0.26 : 0.46
    readonly property real below: page.tall ? Theme.space16 : Theme.margin
    readonly property int inner: width - 2 * Theme.margin

    onVisibleChanged: {
        if (!visible)
            without_code.close();
    }

    Item {
        id: eye

        x: Theme.margin
        width: page.tall ? page.inner : Math.round((page.inner - Theme.space32) * (camera.absent ? 0.5 : 0.6))
        height: page.tall ? Math.max(Math.round(page.height * page.share), notice.visible ? notice.height + 2 * Theme.space16 : 0)
            : page.height - Theme.margin

        CameraView {
            id: camera

            anchors.fill: parent
            scanner: page.model.scan.scanner
            hushed: page.tall && notice.visible
        }
        ScanNotice {
            id: notice

            objectName: "scanNotice"
            anchors {
                left: parent.left
                right: parent.right
                bottom: parent.bottom
                margins: Theme.space16
            }
            model: page.model.scan
            onSearch: text => page.model.search_asked(text)
        }
    }
    TodayColumn {
        id: today

        x: page.tall ? Theme.margin : eye.x + eye.width + Theme.space32
        y: page.tall ? eye.height + Theme.space20 : 0
        width: page.tall ? page.inner : page.width - x - Theme.margin
        height: page.height - y - page.below
        model: page.model
        onNewcomer_asked: page.model.newcomer()
        onWithout_code: {
            page.model.without_code();
            without_code.open();
        }
    }
    Ground { taken: saved.foot; said: saved.taken }
    SavedToast {
        id: saved

        // Above the buttons under the thumb: whoever enters the next customer does not take back what was recorded.
        foot: page.below + today.foot
        model: page.model.record.saved
        covered: page.model.record.editing !== ""
        onDetails_asked: page.model.record.particulars()
    }

    Leaf {
        id: without_code

        sourceComponent: WithoutCodeSheet { model: page.model.record }
    }
    InteractionSheet {
        here: page.visible
        model: page.model.record
    }
    Leaf {
        id: product

        sourceComponent: ProductSheet { here: page.visible; model: page.model.product; recordable: false }

        Connections {
            target: page.model.product
            function onShown(): void {
                if (page.visible)
                    product.open();
            }
        }
    }
}
