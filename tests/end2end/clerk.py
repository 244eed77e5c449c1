"""A clerk's tablet in a process of its own, to be killed: says on its output what the screen says is saved.

Arguments: the tablet's folder, the associate, her PIN, a customer.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from clienteling.privacy.values import Why
from clienteling.tablet.app import App
from clienteling.tablet.window import load_fonts


class Clerk:
    """Does the next thing as soon as the last one stands on the screen, without end."""

    def __init__(self, app: App, associate: str, pin: str, customer: str) -> None:
        self._app = app
        self._associate, self._pin, self._customer = associate, pin, customer
        self._asked = False
        self._clock = QTimer(interval=1)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def _look(self) -> None:
        shop = self._app.root.shop
        if shop is None or shop.sign_in.nobody:
            return
        if not self._app.session.open:
            self._sign_in(shop)
            return
        if self._app.navigation.customer_id != self._customer:
            shop.card.record.saved.changed.connect(self._tell)
            self._app.navigation.turn_to(self._customer, Why.OTHER)
            shop.card.record.record("advice")

    def _sign_in(self, shop) -> None:
        if not self._asked:
            self._asked = True
            shop.sign_in.choose(self._associate)
            shop.sign_in.submit(self._pin)

    def _tell(self) -> None:
        record = self._app.root.shop.card.record
        if record.saved.record_id:
            print(f"saved {record.saved.record_id}", flush=True)  # noqa: T201 - the parent reads it
            record.record("advice")


def main(folder: str, associate: str, pin: str, customer: str) -> None:
    qt = QGuiApplication(sys.argv[:1])
    load_fonts()
    app = App(Path(folder))
    app.open()
    clerk = Clerk(app, associate, pin, customer)
    qt.exec()
    del clerk


main(*sys.argv[1:])
