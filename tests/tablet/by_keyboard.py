"""What somebody meets who does not touch: every control is reached, shows that it is, and says what it is."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import isValid

from clienteling.tablet.keys.chain import reachable
from tests.tablet.fingers import everything, is_shown, is_touchable, visible, words_of

ONLY_SAYS = (QAccessible.Role.ListItem, QAccessible.Role.StaticText)
"""A line that is a button for others of its list; this one cannot be pressed."""
SAYS_NOTHING = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane)
KEYS_OF_THEIR_OWN = ("pin", "hint")
"""What only a PIN pad and a search field have. Their inner buttons are for fingers: digits are typed, and
Escape empties the search."""
RING = ("target", "shown")
"""What only a FocusRing has. The names of QML types are not asked for: PySide keeps its answer for an object
that is gone, and takes the next one at that address for it."""


def silent(window: QQuickWindow) -> Iterator[str]:
    """What a screen reader could not name."""
    for item in visible(window):
        if is_touchable(item):
            yield from unnamed(item)


def unnamed(item: QQuickItem) -> Iterator[str]:
    spoken = QAccessible.queryAccessibleInterface(item)
    if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
        yield f"“{words_of(item)}” {item.objectName()} has no name for a screen reader"
    elif spoken.role() in SAYS_NOTHING:
        yield f"“{words_of(item)}” does not say what it is"


def out_of_reach(window: QQuickWindow) -> Iterator[str]:
    """What Tab never comes to, of what lies uppermost; a sheet keeps the keyboard until it is closed."""
    start = window.activeFocusItem()
    if start is None:
        yield "nothing has the focus"
        return
    reached = [start, *reachable(start)]
    uppermost = overlay(window)
    ground = uppermost if uppermost is not None else window.contentItem()
    for item in (i for i in visible(window) if acts(i) and lies_in(i, ground)):
        if item not in reached and not has_own_keys(item):
            yield f"“{words_of(item)}” {item.objectName()} is not reached by Tab"


def unmarked(window: QQuickWindow) -> Iterator[str]:
    """What has the keyboard's focus and does not show it. A field shows it by its border."""
    start = window.activeFocusItem()
    for item in [i for i in reachable(start) if i.inherits("QQuickAbstractButton")] if start else ():
        if not isValid(item) or not is_shown(item):
            continue  # a list let it go when the focus moved on
        item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        if (
            item.hasActiveFocus()
            and is_shown(item)
            and not any(
                all(has(inner, name) for name in RING) and is_shown(inner) for inner in everything(item)
            )
        ):
            yield f"“{words_of(item)}” {item.objectName()} does not show that it has the focus"


def acts(item: QQuickItem) -> bool:
    spoken = QAccessible.queryAccessibleInterface(item)
    return is_touchable(item) and item.isEnabled() and spoken is not None and spoken.role() not in ONLY_SAYS


def has_own_keys(item: QQuickItem) -> bool:
    return any(has(around, name) for around in parents(item) for name in KEYS_OF_THEIR_OWN)


def overlay(window: QQuickWindow) -> QQuickItem | None:
    layers = window.contentItem().childItems()
    return next((i for i in layers if i.inherits("QQuickOverlay") and i.isVisible()), None)


def lies_in(item: QQuickItem, ground: QQuickItem) -> bool:
    return any(around == ground for around in parents(item))


def parents(item: QQuickItem) -> Iterator[QQuickItem]:
    around = item.parentItem()
    while around is not None:
        yield around
        around = around.parentItem()


def has(item: QQuickItem, name: str) -> bool:
    return item.property(name) is not None
