"""What incentives come to for whoever asks, and for nobody else."""

from datetime import date
from functools import partial

import pytest

from clienteling.attribution import scheme_use_cases, use_cases
from clienteling.attribution.closing import months
from clienteling.attribution.schemes import Scheme, Whose
from clienteling.basis.values import Asker
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind
from clienteling.staff.values import Author, Role
from clienteling.tablet.basis.own_shares import Reader, shares
from sync.device import state
from sync.device.state import Fact
from tests.shop import AUTHOR, DAY, HOUR, NOW, english, shop

__all__ = ["english", "shop"]
ANNA = Author("anna", "brera")
NOVEMBER = date(2026, 11, 1)
KEY = "5a" * 32


@pytest.fixture
def busy(shop):
    """Three people; an order of 159 euro after Sofia's advice, one of 318 after Anna's call."""
    for one in ("anna", "bruno"):
        shop.put("associate", id=one, given_name=one.title(), family_name="Neri", store_id="brera")
    for whose in Whose:
        made = Scheme(name=whose.value, whose=whose, per_mille=100, from_on="2026-11-01")
        shop.write(partial(scheme_use_cases.set_up, scheme=made, author=AUTHOR))
    for author, kind, cents in (
        (AUTHOR, InteractionKind.ADVICE, 15_900),
        (ANNA, InteractionKind.CALL, 31_800),
    ):
        draft = Draft(kind=kind, customer_id="giulia")
        shop.write(partial(interactions.record, draft=draft, author=author))
        shop.event(
            kind.value,
            "order",
            "ordered",
            shop.now + 1,
            order_number=kind.value,
            product_id="nora",
            price_cents=cents,
        )
        shop.now += HOUR
    return shop


def read(shop, english, who: str, today: date = date(2026, 11, 22)):
    reader = Reader(Asker(who, Role.ASSOCIATE, "brera"), today, shop.now, english)
    return [(row.name, row.words, row.amount) for row in shop.read(partial(shares, reader=reader))]


@pytest.mark.parametrize(
    ("who", "how", "amount"),
    [
        ("sofia", "€159 bought", "€15.90"),
        ("anna", "€318 bought", "€31.80"),
        ("bruno", "nothing was bought after a contact of yours", "€0"),
    ],
)
def test_each_sees_her_own_and_what_the_team_gets_each(busy, english, who, how, amount):
    assert read(busy, english, who) == [
        ("team", "November 2026, so far · €15.90 for each of 3 people", "€15.90"),
        ("person", f"November 2026, so far · {how}", amount),
    ]


def test_of_too_few_there_is_only_her_own(busy, english):
    with busy.at_once():
        busy._connection.exec_driver_sql("update associate set active = 0 where id = 'bruno'")
    assert [name for name, _, _ in read(busy, english, "sofia")] == ["person"]


def test_a_month_that_was_closed_is_read_as_it_was_closed(busy, english):
    december = date(2026, 12, 3)
    statements = [
        one.statement
        for one in busy.read(partial(months, store_id="brera", month=NOVEMBER, today=december)).rows
    ]
    busy.now = NOW + 11 * DAY
    for statement in statements:
        busy.write(partial(use_cases.close, statement=statement, author=AUTHOR, key=KEY))
    with busy.replica.write() as writer:
        state.put(writer.connection, Fact.SCOPE_KEY, KEY)
    last = [words for _, words, _ in read(busy, english, "anna", december) if words.startswith("November")]
    assert len(last) == 2
    assert all("closed" in words and "not closed" not in words for words in last)
