pragma Singleton

import QtQuick
import QtQuick.Templates as T
import Clienteling.Theme

// Which leaf lies open, which answer stands low on a page, and how much of the page they leave free: what is said
// for a moment is said there.
QtObject {
    id: leaves

    property T.Popup open: null
    // What the page that is shown needs at its foot, where it says so.
    property Ground ground: null
    // What stays until it is answered.
    property Item answer: null

    // From the page's left edge to the leaf at the side; the whole page where too little is left for a sentence.
    function right(page: Item): real {
        if (page === null || leaves.open === null || leaves.open.x <= 0)
            return page?.width ?? 0;
        const free = Math.min(page.width, page.mapFromItem(null, leaves.open.x, 0).x);
        return free < 360 * Theme.scale ? page.width : free;
    }
    // From the page's upper edge to the leaf that came from the bottom.
    function bottom(page: Item): real {
        if (page === null || leaves.open === null || leaves.open.y <= 0)
            return page?.height ?? 0;
        return Math.min(page.height, page.mapFromItem(null, 0, leaves.open.y).y - Theme.space8);
    }
    // The lower edge of what is said so high, at least so far above the page's.
    function line(page: Item, height: real, foot: real): real {
        if (page === null)
            return 0;
        const line = Math.min(page.height - foot, leaves.bottom(page));
        if (leaves.answer === null)
            return line;
        const top = page.mapFromItem(leaves.answer.parent, 0, leaves.answer.y).y;
        return top < line && top + leaves.answer.height > line - height ? top - Theme.space8 : line;
    }
}
