"""What is asked for, as it is being chosen."""

from dataclasses import dataclass
from datetime import date, timedelta

from clienteling.reservations.rules import USUAL_DAYS
from clienteling.reservations.values import Wish
from clienteling.tablet.reserve.reading import Places


@dataclass(frozen=True)
class Said:
    """What was chosen by hand; it stands, whatever is read of the article meanwhile."""

    wish: Wish | None = None
    store_id: str = ""
    """Of another shop; empty where none was chosen."""
    day: str = ""
    """ISO 8601; empty where none was chosen."""
    quantity: int = 1


@dataclass(frozen=True)
class Choice:
    wish: Wish = Wish.HOLD
    store_id: str = ""
    """Of another shop; empty while the piece is this shop's."""
    day: str = ""
    """ISO 8601."""
    quantity: int = 1


def chosen(said: Said, places: Places, today: date) -> Choice:
    """Put aside here for a few days, or sent from the fullest shop where none is here; but as was said."""
    elsewhere = [shop.key for shop in places.shops if shop.pieces > 0]
    wish = said.wish or (Wish.ORDER if elsewhere and not places.here else Wish.HOLD)
    return Choice(
        wish=wish,
        store_id="" if wish is Wish.HOLD else _shop(said, places, elsewhere),
        day=said.day or (today + timedelta(days=USUAL_DAYS)).isoformat(),
        quantity=said.quantity,
    )


def _shop(said: Said, places: Places, elsewhere: list[str]) -> str:
    """One that was chosen for another size may not have this one."""
    if said.store_id and (not places.shops or said.store_id in {shop.key for shop in places.shops}):
        return said.store_id
    return next(iter(elsewhere), "")
