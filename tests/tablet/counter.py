"""A person at the counter: opens cards, touches things by their name, and waits for what she reads."""

from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from clienteling.privacy.values import Why
from clienteling.tablet.app import App
from clienteling.tablet.card.card_view_model import CardViewModel
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.record.record_view_model import RecordViewModel
from clienteling.tablet.record.saved_view_model import SavedViewModel
from tests.tablet.fingers import Fingers, visible


class Counter:
    def __init__(self, qtbot: QtBot, app: App, fingers: Fingers) -> None:
        self.qtbot = qtbot
        self.app = app
        self.fingers = fingers
        self.taps = 0

    @property
    def card(self) -> CardViewModel:
        return self.app.root.shop.card.card

    @property
    def record(self) -> RecordViewModel:
        return self.app.root.shop.card.record

    @property
    def saved(self) -> SavedViewModel:
        return self.record.saved

    def item(self, name: str) -> QQuickItem | None:
        def called_so(item: QQuickItem) -> bool:
            return item.objectName() == name and item.isEnabled()

        return next(iter(visible(self.app.window.quick, called_so)), None)

    def tap(self, name: str) -> None:
        """Touch what has this object name, once it is there and lies still."""
        self.fingers.touch_at(self.fingers.resting(lambda: self.item(name)), name)
        self.taps += 1

    def write_in(self, name: str) -> None:
        """As the keyboard gets there, without a touch, once the field is there."""
        self.wait(lambda: self.item(name) is not None)
        self.item(name).forceActiveFocus()
        self.wait(lambda: self.item(name).hasActiveFocus())

    def tap_place(self, place: Navigation.Place) -> None:
        """A place of the rail."""
        self.tap(f"place-{place.name}")

    def take(self, variant_id: str) -> None:
        """Into the hand, from the row of products on the card."""
        self.tap(f"take-{variant_id}")
        self.wait(lambda: any(pick.key == variant_id for pick in self.record.in_hand))

    def open_card(self, customer_id: str) -> None:
        self.app.navigation.turn_to(customer_id, Why.OTHER)
        self.wait(lambda: not self.card.loading and self.card.customer_id == customer_id)

    def wait(self, true) -> None:
        self.qtbot.waitUntil(true)

    def wait_saved(self, kind: str) -> None:
        self.wait(lambda: self.saved.kind == kind)

    def lines(self) -> list[str]:
        """The timeline, newest first."""
        return [row.title for row in self.card.thread.rows]

    def rows(self, table, **having) -> list:
        """What stands in the replica."""
        import sqlalchemy as sa

        with self.app.root.shop._floor.replica.read() as connection:
            query = sa.select(table).where(*(table.c[name] == value for name, value in having.items()))
            return connection.execute(query).all()
