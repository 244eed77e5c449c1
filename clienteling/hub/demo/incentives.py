"""Each shop of the demo gives its team a part of what followed a contact."""

from datetime import date

from clienteling.attribution.schemes import Whose, begins, month_before
from clienteling.hub.demo.book import Book
from clienteling.hub.demo.dice import Dice
from clienteling.hub.demo.house import House
from clienteling.staff.values import Role

NAME = "Insieme"
PER_MILLE = 20
MONTHS = 3


def put_schemes(book: Book, dice: Dice, house: House) -> None:
    from_on = _months_ago(dice.today, MONTHS).isoformat()
    for shop in house.stores:
        by = next((one.id for one in house.staff if one.store == shop.id and one.role is Role.MANAGER), None)
        book.add(
            "incentive_scheme",
            {
                "id": f"scheme-{shop.id}",
                "store_id": shop.id,
                "name": NAME,
                "whom": Whose.TEAM.value,
                "per_mille": PER_MILLE,
                "over_cents": 0,
                "from_on": from_on,
                "at": dice.now,
                "associate_id": by,
                "correction": "",
            },
        )


def _months_ago(day: date, months: int) -> date:
    month = begins(day)
    for _ in range(months):
        month = month_before(month)
    return month
