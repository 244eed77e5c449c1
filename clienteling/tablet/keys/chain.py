"""What the keyboard can reach from where it is."""

from PySide6.QtCore import QMetaObject, QRectF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow

from clienteling.tablet.keys.toward import Direction, toward

LONGEST = 2_000
"""More than any page holds; a chain that does not close would be walked for ever."""


def reachable(item: QQuickItem) -> list[QQuickItem]:
    """Everything Tab comes to from there, in its order, without the item itself."""
    found: list[QQuickItem] = []
    following = item.nextItemInFocusChain(True)
    while following is not None and following != item and len(found) < LONGEST:
        if found and following == found[0]:
            break
        found.append(following)
        following = following.nextItemInFocusChain(True)
    return found


def step(window: QQuickWindow, direction: Direction) -> bool:
    """Move the focus to what lies next; from nowhere, to the first thing there is."""
    here = window.activeFocusItem()
    if here is None:
        return False
    others = [i for i in reachable(here) if i.width() > 0 and i.height() > 0]
    if not takes_focus(here):
        return bool(others) and give(others[0])
    number = toward(place_of(here), [place_of(i) for i in others], direction)
    return number is not None and give(others[number])


def takes_focus(item: QQuickItem) -> bool:
    """Something that acts, not a page or another ground on which such things lie."""
    return item.activeFocusOnTab()


def give(item: QQuickItem) -> bool:
    item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    return True


def press(item: QQuickItem | None) -> bool:
    """Enter does what a finger would."""
    if item is None or not item.inherits("QQuickAbstractButton") or not item.isEnabled():
        return False
    QMetaObject.invokeMethod(item, "click")
    return True


def is_typed_into(thing: object) -> bool:
    return isinstance(thing, QQuickItem) and isinstance(thing.property("cursorPosition"), int)


def place_of(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def shown(item: QQuickItem) -> list[QQuickItem]:
    """The item and all that lies in it and can be seen."""
    if not item.isVisible():
        return []
    return [item, *(inner for child in item.childItems() for inner in shown(child))]
