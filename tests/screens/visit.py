"""A person walking to a screen."""

from collections.abc import Callable
from dataclasses import dataclass

from clienteling.demo.hands import live
from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from tests.tablet import tablets

PATIENCE_MS = 10_000
STEP_MS = 10


@dataclass(frozen=True)
class Visit:
    app: App

    def until(self, condition: Callable[[], bool]) -> None:
        for _ in range(PATIENCE_MS // STEP_MS):
            if condition():
                return
            live(STEP_MS)
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
