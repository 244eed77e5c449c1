"""What is said for a moment above a page: whether it lies on something that is acted on."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from clienteling.demo.hands import live
from clienteling.tablet.app import App
from clienteling.tablet.record.saved_view_model import Committed, Receipt
from clienteling.tablet.shop import Shop
from tests.tablet.by_keyboard import overlay, parents
from tests.tablet.fingers import everything, is_shown, is_touchable, place_of, visible, words_of

NAMES = ("toast", "savedToast")
WIDEST = Committed(Receipt("fitting", "", "", undo=lambda _: None, open_to_details=True), "pending")
"""With every button that it can have."""
A_MOMENT_MS = 30
EDGE = 1.0
"""What meets it at its edge is not under it."""


def covered(app: App) -> Iterator[str]:
    """What cannot be touched while something was saved, or done, a moment ago.

    With a sheet open one goes on in the sheet, which lies above what is said.
    """
    window = app.window.quick
    if overlay(window) is not None:
        return
    with said(app):
        live(A_MOMENT_MS)
        shown = [i for i in everything(window.contentItem()) if i.objectName() in NAMES and is_shown(i)]
        for item in visible(window, is_touchable):
            for toast in shown if item.isEnabled() and is_ground(item) else ():
                if lies_under(item, toast):
                    yield f"“{words_of(item)}” {item.objectName()} lies under {toast.objectName()}"


@contextmanager
def said(app: App) -> Iterator[None]:
    """Both kinds at once, each where it would lie by itself."""
    before = [(shop, shop.card.record.saved._last) for shop in shops(app)]
    for shop, _ in before:
        shop.card.record.saved._show(WIDEST)
        shop.toasts.show("“Telefonare per la giacca” è fatto.", lambda: None)
    yield
    for shop, last in before:
        shop.card.record.saved._show(last)
        shop.toasts.dismiss()


def shops(app: App) -> list[Shop]:
    """Its own, and that of an exercise."""
    practised = app.practice.exercise.shop if app.practice.exercise is not None else None
    return [shop for shop in (app.root.shop, practised) if isinstance(shop, Shop)]


def lies_under(item: QQuickItem, toast: QQuickItem) -> bool:
    common = seen_of(item).intersected(place_of(toast))
    return common.width() > EDGE and common.height() > EDGE


def seen_of(item: QQuickItem) -> QRectF:
    """Its place without what is cut off by what it lies in."""
    place = place_of(item)
    for around in parents(item):
        if around.clip():
            place = place.intersected(place_of(around))
    return place


def is_ground(item: QQuickItem) -> bool:
    """No part of what is said, nor of a list or a page that scrolls: lines pass beneath, buttons do not."""
    around = (item, *parents(item))
    return not any(one.objectName() in NAMES or one.inherits("QQuickFlickable") for one in around)
