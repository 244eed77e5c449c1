"""Every screen of the app, and how a person gets to it. Whoever adds a screen adds its line here.

`reach` starts from the tablet as its `Where` says; it may wait with `visit.until`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtTest import QTest

from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.opening.device import Trouble
from clienteling.tablet.root import Root
from clienteling.tablet.scan.camera import Camera
from tests.tablet import giulia, tablets

PATIENCE_MS = 10_000
STEP_MS = 10


class Where(Enum):
    """What lies on the tablet before it is opened."""

    UNPAIRED = auto()
    PAIRED = auto()


@dataclass(frozen=True)
class Visit:
    app: App

    def until(self, condition: Callable[[], bool]) -> None:
        for _ in range(PATIENCE_MS // STEP_MS):
            if condition():
                return
            QTest.qWait(STEP_MS)
        raise TimeoutError("the screen did not come")

    def sign_in(self) -> None:
        """Nothing to do when somebody is signed in already."""
        if not self.app.session.open:
            self.until(lambda: not self.app.root.shop.sign_in.nobody)
            tablets.sign_in(self.app, tablets.SOFIA)
            self.until(lambda: self.app.session.open)

    def go(self, place: Navigation.Place) -> None:
        self.sign_in()
        self.app.navigation.go(place.value)


@dataclass(frozen=True)
class Screen:
    name: str
    reach: Callable[[Visit], None]
    where: Where = Where.PAIRED


def pairing(visit: Visit) -> None:
    visit.until(lambda: visit.app.root.stage == Root.Stage.Pairing.value)


def pairing_refused(visit: Visit) -> None:
    pairing(visit)
    visit.app.pairing.submit("127.0.0.1:9 ABCD-EFGH-JKMN-PQRS-TVWX")
    visit.until(lambda: visit.app.pairing.why != "")


def everybody(visit: Visit) -> None:
    visit.app.session.lock()
    visit.until(lambda: visit.app.root.stage == Root.Stage.SignIn.value)


def pin(visit: Visit) -> None:
    everybody(visit)
    visit.until(lambda: not visit.app.root.shop.sign_in.nobody)
    visit.app.root.shop.sign_in.choose(tablets.SOFIA)


def wrong_pin(visit: Visit) -> None:
    everybody(visit)
    visit.until(lambda: not visit.app.root.shop.sign_in.nobody)
    tablets.sign_in(visit.app, tablets.MARTA, "0000")
    visit.until(lambda: visit.app.root.shop.sign_in.outcome != "signed_in")


def place(where: Navigation.Place) -> Callable[[Visit], None]:
    return lambda visit: visit.go(where)


def scan(visit: Visit) -> None:
    visit.go(Navigation.Place.Scan)
    shop = visit.app.root.shop
    visit.until(lambda: shop.home.visitors.count > 0)
    visit.until(
        lambda: shop.scanner.camera.state not in (Camera.State.Off.value, Camera.State.Starting.value)
    )


def customer(customer_id: str) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        visit.sign_in()
        visit.app.navigation.open_customer(customer_id)
        card = visit.app.root.shop.card.card
        visit.until(lambda: card.customer_id == customer_id and not card.loading)

    return reach


def broken(visit: Visit) -> None:
    visit.app.opening.fail(Trouble.UNUSABLE)
    visit.app.root.enter(Root.Stage.Opening)


SCREENS = (
    Screen("pairing", pairing, Where.UNPAIRED),
    Screen("pairing-refused", pairing_refused, Where.UNPAIRED),
    Screen("sign-in", everybody),
    Screen("sign-in-pin", pin),
    Screen("sign-in-wrong-pin", wrong_pin),
    Screen("scan", scan),
    Screen("book", place(Navigation.Place.Book)),
    Screen("card", customer(giulia.GIULIA)),
    Screen("ledger", place(Navigation.Place.Ledger)),
    Screen("person", place(Navigation.Place.Person)),
    Screen("unusable", broken, Where.UNPAIRED),
)
