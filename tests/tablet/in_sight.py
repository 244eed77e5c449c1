"""What somebody sees of a page: all of it, or what can be scrolled to; nothing that is touched is covered."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem, QQuickWindow

from tests.tablet.fingers import has_words, is_touchable, place_of, words_of

HARDLY = 2
"""Pixels that nobody misses."""
SEEN_THROUGH = 0.6
ACROSS = (0.15, 0.5, 0.85)
SAID_FOR_A_MOMENT = ("toast", "savedToast")
IN_A_CALENDAR = ("slot-", "appointment-")
"""What is booked lies on the free place, and beside what is booked at the same time as far as it can."""


@dataclass(frozen=True)
class Painted:
    item: QQuickItem
    frame: QRectF
    """What is cut off by the window and by what it lies in."""
    opacity: float
    leaf: QQuickItem | None
    """The leaf that it stands on."""

    @property
    def shown(self) -> QRectF:
        return place_of(self.item).intersected(self.frame)


def out_of_sight(window: QQuickWindow) -> Iterator[str]:
    """Words and what is touched that end where nobody can scroll."""
    for one in painted(window):
        if not (has_words(one.item) or is_touchable(one.item)) or scrolls(one.item):
            continue
        place, shown = place_of(one.item), one.shown
        if min(place.width(), place.height()) > HARDLY and (
            place.height() - shown.height() > HARDLY or place.width() - shown.width() > HARDLY
        ):
            yield f"{told(one.item)} ends out of sight"


def underneath(window: QQuickWindow) -> Iterator[str]:
    """What is touched and lies beneath something that is no leaf, and cannot be scrolled away from it."""
    everything = list(painted(window))
    for number, one in enumerate(everything):
        if is_touchable(one.item) and one.item.isEnabled():
            above = lying_on(one, everything[number + 1 :])
            if above is not None:
                yield f"{told(one.item)} is covered by {told(above)}"


def lying_on(one: Painted, later: list[Painted]) -> QQuickItem | None:
    if one.item.objectName().startswith(IN_A_CALENDAR):
        return None
    for point in (p for p in across(one.item) if one.shown.contains(p)):
        above = next((other for other in reversed(later) if covers(other, one, point)), None)
        if above is not None and above.leaf == one.leaf:
            return above.item
    return None


def painted(window: QQuickWindow) -> Iterator[Painted]:
    """In the order of painting."""
    waiting = [Painted(window.contentItem(), QRectF(0, 0, window.width(), window.height()), 1, None)]
    while waiting:
        one = waiting.pop()
        item = one.item
        if not item.isVisible() or item.opacity() == 0:
            continue
        leaf = item if item.inherits("QQuickPopupItem") else one.leaf
        frame = one.shown if item.clip() else one.frame
        opacity = one.opacity * item.opacity()
        yield Painted(item, one.frame, opacity, leaf)
        within = sorted(item.childItems(), key=QQuickItem.z)
        waiting.extend(Painted(child, frame, opacity, leaf) for child in reversed(within))


def covers(above: Painted, below: Painted, point: QPointF) -> bool:
    if not above.shown.contains(point) or above.item.objectName() in SAID_FOR_A_MOMENT:
        return False
    around = list(lies_in(above.item))
    if below.item in around or any(flicks(one) and one not in around for one in lies_in(below.item)):
        return False
    if any(one.inherits("QQuickItemView") and one in around for one in lies_in(below.item)):
        return False  # lines that a list keeps, to use them again
    if is_touchable(above.item):
        return True
    colour = above.item.property("color") if above.item.inherits("QQuickRectangle") else None
    return isinstance(colour, QColor) and colour.alphaF() * above.opacity > SEEN_THROUGH


def across(item: QQuickItem) -> list[QPointF]:
    place = place_of(item)
    return [QPointF(place.x() + place.width() * part, place.center().y()) for part in ACROSS]


def scrolls(item: QQuickItem) -> bool:
    """A list brings its lines by itself."""
    return any(one.inherits("QQuickItemView") or flicks(one) for one in lies_in(item))


def flicks(item: QQuickItem) -> bool:
    return item.inherits("QQuickFlickable") and (
        item.property("contentHeight") > item.height() or item.property("contentWidth") > item.width()
    )


def lies_in(item: QQuickItem | None) -> Iterator[QQuickItem]:
    """Itself, and all that it lies in."""
    while item is not None:
        yield item
        item = item.parentItem()


def told(item: QQuickItem) -> str:
    return f"“{words_of(item)}” {item.objectName() or item.metaObject().className()}"
