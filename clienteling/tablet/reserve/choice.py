"""What is asked for, as it is being chosen."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from clienteling.reservations.rules import USUAL_DAYS
from clienteling.reservations.values import Wish
from clienteling.tablet.reserve.reading import Places


@dataclass(frozen=True)
class Choice:
    wish: Wish = Wish.HOLD
    store_id: str = ""
    """Of another shop; empty while the piece is this shop's."""
    day: str = ""
    """ISO 8601."""
    quantity: int = 1

    def wishing(self, wish: Wish, places: Places) -> "Choice":
        """The fullest shop, unless one was chosen before."""
        if wish is Wish.HOLD:
            return replace(self, wish=wish, store_id="")
        first = next((shop.key for shop in places.shops if shop.pieces > 0), "")
        return replace(self, wish=wish, store_id=self.store_id or first)


def usual(places: Places, today: date) -> Choice:
    """Put aside here for a few days; sent from another shop where none is here."""
    choice = Choice(day=(today + timedelta(days=USUAL_DAYS)).isoformat())
    elsewhere = any(shop.pieces > 0 for shop in places.shops)
    return choice.wishing(Wish.ORDER, places) if not places.here and elsewhere else choice
