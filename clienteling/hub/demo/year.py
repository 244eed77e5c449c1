"""What else happened in every shop in the last year: strangers, promises, follow-ups, targets."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from clienteling.hub.demo.book import Book, Row
from clienteling.hub.demo.deeds import Deeds
from clienteling.hub.demo.dice import DAY_MS, Dice, Weighted
from clienteling.hub.demo.house import House
from clienteling.hub.demo.life import REASONS
from clienteling.hub.demo.people import Person
from clienteling.hub.demo.story import SHOES
from clienteling.hub.demo.wardrobe import Wardrobe
from clienteling.insight.rules import SuggestionKind
from clienteling.interactions.values import InteractionKind, Item, Outcome, items_of
from clienteling.kpi.values import Kpi, Period
from clienteling.promises.values import PromiseKind
from clienteling.staff.values import Author, Role
from clienteling.tasks.values import Because, TaskKind, TaskOutcome, TaskRule, TaskState

DAYS = 400
MONDAY, SATURDAY = 0, 5
SETTLED = 4
"""Days ago: what is younger is told by the shop's day and its agenda."""
STRANGERS = {MONDAY: (0, 0), SATURDAY: (3, 6)}
_USUALLY = (0, 3)
_RULES = Weighted(
    [
        (TaskRule.AFTER_PURCHASE, 40),
        (TaskRule.BACK_IN_STOCK, 20),
        (TaskRule.BIRTHDAY, 12),
        (TaskRule.LAPSING, 10),
        (TaskRule.NONE, 18),
    ]
)
_OUTCOMES = Weighted([(TaskOutcome.REACHED, 50), (TaskOutcome.COMES, 18), (TaskOutcome.NO_ANSWER, 32)])
_ABOUT = frozenset({TaskRule.AFTER_PURCHASE, TaskRule.BACK_IN_STOCK})
_KINDS = {TaskRule.BIRTHDAY: TaskKind.WRITE, TaskRule.LAPSING: TaskKind.WRITE}
_TARGETS: Mapping[Kpi, tuple[tuple[Period, int], ...]] = {
    Kpi.IDENTIFIED: ((Period.DAY, 60_00), (Period.WEEK, 60_00), (Period.MONTH, 60_00)),
    Kpi.PROMISES_KEPT: ((Period.DAY, 90_00), (Period.WEEK, 90_00), (Period.MONTH, 90_00)),
    Kpi.RECEIPT: ((Period.DAY, 170_00_00), (Period.WEEK, 170_00_00), (Period.MONTH, 170_00_00)),
    Kpi.SOLD: ((Period.WEEK, 2_500_00_00), (Period.MONTH, 11_000_00_00)),
    Kpi.CONSENTS: ((Period.WEEK, 8_00), (Period.MONTH, 35_00)),
    Kpi.LOST: ((Period.WEEK, 8_00), (Period.MONTH, 35_00)),
    Kpi.TWO_CHANNELS: ((Period.WEEK, 25_00), (Period.MONTH, 25_00)),
}
"""In hundredths of the figure's unit."""


class Year:
    def __init__(self, book: Book, dice: Dice, house: House, wardrobe: Wardrobe) -> None:
        self._book = book
        self._dice = dice
        self._house = house
        self._wardrobe = wardrobe
        self._deeds = Deeds(book, dice)

    def pass_by(self, store_id: str, regulars: Sequence[Person]) -> None:
        """`regulars` are customers of this shop, with their past in the book."""
        for row in list(self._visits(store_id)):
            self._lead_to(row)
        for ago in range(2, DAYS):
            day = self._dice.days_ago(ago)
            self._strangers(store_id, regulars, day)
            if ago > SETTLED and day.weekday() != MONDAY and self._dice.chance(0.3):
                self._promise(store_id, self._dice.one(regulars), day)
            if ago > SETTLED and self._dice.chance(0.2):
                self._follow_up(store_id, self._dice.one(regulars).id, self._dice.in_the_shop(day))
        for kpi, targets in _TARGETS.items():
            for period, hundredths in targets:
                self._target(store_id, kpi, period, hundredths)

    def _visits(self, store_id: str) -> Iterator[Row]:
        since = self._dice.now - DAYS * DAY_MS
        until = self._dice.now - SETTLED * DAY_MS
        for row in self._book.rows["interaction"]:
            if row["store_id"] == store_id and row["customer_id"] and since < row["at"] < until:
                yield row

    def _lead_to(self, row: Row) -> None:
        """Some came because somebody called, and some bought what was suggested."""
        if self._dice.chance(0.12):
            before = self._dice.days_ago((self._dice.now - row["at"]) // DAY_MS + self._dice.between(2, 20))
            self._follow_up(row["store_id"], row["customer_id"], self._dice.in_the_shop(before))
        bought = [item for item in items_of(row["items"]) if item.bought]
        if bought and bought[0].product_id != SHOES and self._dice.chance(0.25):
            self._suggest(row, bought)

    def _suggest(self, row: Row, bought: Sequence[Item]) -> None:
        taken = len(bought) > 1
        other = bought[-1].product_id if taken else self._dice.one(sorted(self._wardrobe.products))
        self._book.add(
            "suggestion_feedback",
            {
                "id": self._dice.id_at(row["at"] - 60_000),
                "customer_id": row["customer_id"],
                "product_id": bought[0].product_id,
                "other_product_id": other,
                "kind": self._dice.one((*SuggestionKind, SuggestionKind.GOES_WITH)).value,
                "useful": taken or self._dice.chance(0.3),
                "at": row["at"] - 60_000,
                "store_id": row["store_id"],
                "associate_id": row["associate_id"],
            },
        )

    def _strangers(self, store_id: str, regulars: Sequence[Person], day: date) -> None:
        for _ in range(self._dice.between(*STRANGERS.get(day.weekday(), _USUALLY))):
            at, author = self._dice.in_the_shop(day), self._author(store_id)
            variant = self._wardrobe.something(self._dice.one(regulars))
            if self._dice.chance(0.5):
                self._deeds.not_bought(None, author, at, variant, self._dice.weighed(REASONS))
            else:
                item = Item(
                    product_id=variant.product_id,
                    variant_id=variant.id,
                    price_cents=variant.price_cents,
                    bought=True,
                )
                sale = InteractionKind.SALE
                self._deeds.interaction(None, author, at, sale, outcome=Outcome.BOUGHT, items=[item])

    def _promise(self, store_id: str, person: Person, due: date) -> None:
        kept_on = due + timedelta(days=1 if self._dice.chance(0.12) else -self._dice.between(0, 2))
        self._deeds.promise(
            person.id,
            self._author(store_id),
            self._dice.in_the_shop(due - timedelta(days=4)),
            self._dice.one((PromiseKind.HOLD, PromiseKind.ORDER)),
            due.isoformat(),
            variant=self._wardrobe.something(person),
            kept_at=self._dice.in_the_shop(kept_on),
        )

    def _follow_up(self, store_id: str, customer_id: str, done_at: int) -> None:
        rule, seller = self._dice.weighed(_RULES), self._author(store_id).associate_id
        self._book.add(
            "task",
            {
                "id": self._dice.id_at(done_at - 2 * DAY_MS),
                "customer_id": customer_id,
                "kind": _KINDS.get(rule, TaskKind.CALL).value,
                "what": "",
                "store_id": store_id,
                "associate_id": seller,
                "state": TaskState.DONE.value,
                "made_at": done_at - 2 * DAY_MS,
                "made_by": None if rule else seller,
                "rule": rule.value,
                "product_id": self._dice.one(sorted(self._wardrobe.products)) if rule in _ABOUT else None,
                "because": msgspec.to_builtins(self._because(rule, done_at)),
                "closed_at": done_at,
                "closed_by": seller,
                "outcome": self._dice.weighed(_OUTCOMES).value,
            },
        )

    def _because(self, rule: TaskRule, done_at: int) -> Because:
        day = self._dice.days_ago((self._dice.now - done_at) // DAY_MS)
        match rule:
            case TaskRule.AFTER_PURCHASE | TaskRule.BACK_IN_STOCK:
                return Because(on=(day - timedelta(days=14)).isoformat(), pieces=2)
            case TaskRule.BIRTHDAY:
                return Because(on=f"{day:%m-%d}")
            case TaskRule.LAPSING:
                return Because(every_weeks=6, weeks_ago=11)
            case TaskRule.NONE:
                return Because()

    def _target(self, store_id: str, kpi: Kpi, period: Period, hundredths: int) -> None:
        set_at = self._dice.in_the_shop(self._dice.days_ago(DAYS))
        self._book.add(
            "kpi_target",
            {
                "id": self._dice.id_at(set_at),
                "store_id": store_id,
                "kpi": kpi.value,
                "period": period.value,
                "hundredths": hundredths,
                "from_on": self._dice.days_ago(DAYS).isoformat(),
                "at": set_at,
                "associate_id": self._manager(store_id),
            },
        )

    def _manager(self, store_id: str) -> str:
        here = (one for one in self._house.staff if one.store == store_id and one.role is Role.MANAGER)
        return next(here).id

    def _author(self, store_id: str) -> Author:
        return Author(self._dice.one(self._house.sellers[store_id]), store_id)
