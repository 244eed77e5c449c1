"""Today in every shop of the demo: who came, what was promised for today, what is overdue."""

from collections.abc import Sequence
from datetime import timedelta

from clienteling.hub.demo.deeds import Deeds
from clienteling.hub.demo.dice import OPENS, Dice
from clienteling.hub.demo.house import House
from clienteling.hub.demo.life import REASONS
from clienteling.hub.demo.people import Person
from clienteling.hub.demo.wardrobe import Wardrobe
from clienteling.promises.values import PromiseKind
from clienteling.reservations.rules import USUAL_DAYS
from clienteling.staff.values import Author

DUE_IN_DAYS = (-3, -1, 0, 0, 0, 1, 2, 4)
MADE_DAYS_BEFORE = 4
MINUTE_MS = 60_000


class ShopDay:
    def __init__(self, deeds: Deeds, dice: Dice, house: House, wardrobe: Wardrobe) -> None:
        self._deeds = deeds
        self._dice = dice
        self._house = house
        self._wardrobe = wardrobe

    def happen(self, store_id: str, regulars: Sequence[Person]) -> None:
        """`regulars` are customers of this shop, at least as many as come and are promised something."""
        coming = iter(regulars)
        for at in self._moments(self._dice.between(5, 7)):
            self._come(next(coming), self._author(store_id), at)
        for at in self._moments(2):
            stranger = next(coming)
            variant = self._wardrobe.something(stranger)
            self._deeds.not_bought(None, self._author(store_id), at, variant, self._dice.weighed(REASONS))
        for days in DUE_IN_DAYS:
            self._promise(next(coming), self._author(store_id), days)

    def reserve(self, store_id: str, regulars: Sequence[Person]) -> None:
        """One article is put aside for one of them, and there was none for another; the last two of them."""
        self._reserve(regulars[-1], store_id)
        self._reserve(regulars[-2], store_id, refused=True)

    def _come(self, person: Person, author: Author, at: int) -> None:
        if self._dice.chance(0.6):
            self._deeds.sale(person.id, author, at, self._wardrobe.receipt(person))
        else:
            variant = self._wardrobe.something(person)
            self._deeds.not_bought(person.id, author, at, variant, self._dice.weighed(REASONS))

    def _promise(self, person: Person, author: Author, due_in_days: int) -> None:
        due = self._dice.today + timedelta(days=due_in_days)
        made_at = self._dice.in_the_shop(min(due, self._dice.today) - timedelta(days=MADE_DAYS_BEFORE))
        kind = self._dice.one((PromiseKind.HOLD, PromiseKind.HOLD, PromiseKind.CALL, PromiseKind.ORDER))
        variant = self._wardrobe.something(person)
        self._deeds.promise(person.id, author, made_at, kind, due.isoformat(), variant=variant)

    def _reserve(self, person: Person, store_id: str, *, refused: bool = False) -> None:
        """Asked for in the last minutes, and answered."""
        elsewhere = next(store.id for store in self._house.stores if store.id != store_id)
        until = self._dice.today + timedelta(days=USUAL_DAYS)
        self._deeds.reservation(
            person.id,
            self._author(store_id),
            self._moments(1)[0],
            self._wardrobe.something(person),
            until.isoformat(),
            refused_for=elsewhere if refused else "",
        )

    def _moments(self, how_many: int) -> list[int]:
        """Spread over today's opening hours so far; before opening, over the last minutes."""
        opened = self._dice.at(self._dice.today, OPENS)
        since = min(opened, self._dice.now - how_many * MINUTE_MS)
        span = (self._dice.now - since) // MINUTE_MS
        return [since + self._dice.between(0, span) * MINUTE_MS for _ in range(how_many)]

    def _author(self, store_id: str) -> Author:
        return Author(self._dice.one(self._house.sellers[store_id]), store_id)
