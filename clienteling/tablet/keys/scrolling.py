"""Lists under the keyboard: what has the focus is brought into sight, pages are turned."""

from collections.abc import Iterator

from PySide6.QtCore import QMetaObject, QRectF, Qt
from PySide6.QtQuick import QQuickItem

ROOM = 64
"""Beyond what has the focus one sees that there is more; a list makes its next line there."""
OVERLAP = 64
"""What stood at the edge of a page is still seen on the next one."""


def bring_into_sight(item: QQuickItem) -> None:
    """By every list that it lies in, the innermost first."""
    for pane in panes_around(item):
        place = pane.property("contentItem").mapRectFromItem(item, QRectF(0, 0, item.width(), item.height()))
        move(pane, "contentY", nearest(pane.property("contentY"), pane.height(), place.top(), place.bottom()))
        move(pane, "contentX", nearest(pane.property("contentX"), pane.width(), place.left(), place.right()))


def turn(pane: QQuickItem, key: Qt.Key) -> None:
    """Home, End, and a page up or down."""
    page = max(OVERLAP, pane.height() - OVERLAP)
    at = pane.property("contentY")
    match key:
        case Qt.Key.Key_Home:
            to_an_end(pane, "positionViewAtBeginning", pane.property("originY"))
        case Qt.Key.Key_End:
            to_an_end(pane, "positionViewAtEnd", pane.property("originY") + pane.property("contentHeight"))
        case Qt.Key.Key_PageUp:
            move(pane, "contentY", at - page)
        case Qt.Key.Key_PageDown:
            move(pane, "contentY", at + page)


def to_an_end(pane: QQuickItem, of_a_list: str, to: float) -> None:
    """A list that makes its lines as they are seen knows best itself where it ends."""
    if pane.inherits("QQuickItemView"):
        QMetaObject.invokeMethod(pane, of_a_list)
    else:
        move(pane, "contentY", to)


def nearest(at: float, room: float, begin: float, end: float) -> float:
    """The smallest move after which begin to end lies within what is seen, with some room around it."""
    if begin - ROOM < at:
        return begin - ROOM
    if end + ROOM > at + room:
        return min(begin - ROOM, end + ROOM - room)
    return at


def move(pane: QQuickItem, axis: str, to: float) -> None:
    """No further than there is anything to see."""
    upright = axis == "contentY"
    first = pane.property("originY" if upright else "originX")
    length = pane.property("contentHeight" if upright else "contentWidth")
    room = pane.height() if upright else pane.width()
    if length > room:
        pane.setProperty(axis, max(first, min(to, first + length - room)))


def panes_around(item: QQuickItem) -> Iterator[QQuickItem]:
    parent = item.parentItem()
    while parent is not None:
        if parent.inherits("QQuickFlickable"):
            yield parent
        parent = parent.parentItem()


def main_pane(items: list[QQuickItem]) -> QQuickItem | None:
    """The largest among those shown that can be scrolled up and down."""
    panes = [i for i in items if i.inherits("QQuickFlickable") and i.property("contentHeight") > i.height()]
    return max(panes, key=lambda pane: pane.width() * pane.height(), default=None)
