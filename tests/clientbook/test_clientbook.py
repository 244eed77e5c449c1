"""Client books: mine and the shop's, several owners, and who comes first in them."""

from datetime import date

import pytest

from clienteling.clientbook.queries import book, owners
from clienteling.clientbook.rules import Ahead, attention, next_occasion
from clienteling.clientbook.tables import book_entry
from clienteling.clientbook.use_cases import add, reassign, remove
from clienteling.clientbook.values import Attention, Occasion, Whose
from clienteling.errors import UnknownRecord
from clienteling.wording import Wording
from tests.shop import AUTHOR, COLLEAGUE, NOW, Shop

TODAY = date(2026, 11, 22)


def customers(shop: Shop, *names: str) -> None:
    for name in names:
        shop.put("customer", id=name, given_name=name.title(), family_name="", language="it")


def promised(shop: Shop, record_id: str, customer_id: str, due_on: str, state: str = "open") -> None:
    shop.put("promise", id=record_id, customer_id=customer_id, kind="call", due_on=due_on, state=state)


def names(shop: Shop, whose: Whose, author=AUTHOR) -> list[str]:
    return [
        line.customer.given_name for line in shop.read(lambda conn: book(conn, whose, author, NOW, Wording()))
    ]


def owned_by(shop: Shop, customer_id: str = "giulia") -> list[str]:
    return [owner.name for owner in shop.read(lambda conn: owners(conn, customer_id))]


def test_a_customer_stands_in_several_books_and_leaves_each_alone(shop: Shop) -> None:
    shop.write(lambda writer: add(writer, "giulia", author=AUTHOR))
    shop.write(lambda writer: add(writer, "giulia", author=COLLEAGUE))
    assert owned_by(shop) == ["Sofia Martini", "Luca Gallo"]
    assert names(shop, Whose.MINE) == names(shop, Whose.MINE, COLLEAGUE) == ["Giulia"]
    assert shop.write(lambda writer: remove(writer, "giulia", associate_id="sofia")) == 1
    assert owned_by(shop) == ["Luca Gallo"]
    assert names(shop, Whose.MINE) == names(shop, Whose.SHOP) == []


def test_who_is_in_my_book_already_is_not_entered_twice(shop: Shop) -> None:
    first = shop.write(lambda writer: add(writer, "giulia", author=AUTHOR))
    before = shop.replica.pending()
    assert shop.write(lambda writer: add(writer, "giulia", author=AUTHOR)) == first
    assert shop.replica.pending() == before
    assert shop.write(lambda writer: remove(writer, "giulia", associate_id="luca")) == 0


def test_nobody_is_entered_who_is_not_here(shop: Shop) -> None:
    with pytest.raises(UnknownRecord):
        shop.write(lambda writer: add(writer, "nobody", author=AUTHOR))


def test_the_shops_book_has_everybody_in_a_book_of_that_shop_once(shop: Shop) -> None:
    customers(shop, "anna", "bea")
    for customer_id in ("anna", "giulia"):
        shop.write(lambda writer, who=customer_id: add(writer, who, author=AUTHOR))
    shop.write(lambda writer: add(writer, "giulia", author=AUTHOR, associate_id="priya"))
    shop.write(lambda writer: add(writer, "bea", author=COLLEAGUE))
    assert sorted(names(shop, Whose.SHOP)) == ["Anna", "Giulia"]


def test_a_leavers_customers_go_to_a_colleague_in_one_go(shop: Shop) -> None:
    customers(shop, "anna", "bea")
    for customer_id in ("anna", "bea"):
        shop.write(lambda writer, who=customer_id: add(writer, who, author=AUTHOR))
    shop.write(lambda writer: add(writer, "bea", author=COLLEAGUE))
    moved = shop.write(lambda writer: reassign(writer, leaver_id="sofia", to="luca", author=COLLEAGUE))
    assert moved == 2
    assert names(shop, Whose.MINE) == []
    assert sorted(names(shop, Whose.MINE, COLLEAGUE)) == ["Anna", "Bea"]
    assert len(shop.rows(book_entry.name)) == 2


def test_or_they_stay_with_the_shop_and_belong_to_nobody(shop: Shop) -> None:
    shop.write(lambda writer: add(writer, "giulia", author=AUTHOR))
    shop.write(lambda writer: reassign(writer, leaver_id="sofia", to=None, author=AUTHOR))
    assert owned_by(shop) == []
    assert names(shop, Whose.SHOP) == ["Giulia"]


def test_two_records_of_one_person_are_one_line_with_what_both_were_promised(shop: Shop) -> None:
    customers(shop, "web")
    shop.put("customer_alias", id="web", customer_id="giulia", joined_to="giulia", merged_at=NOW)
    shop.put(
        "book_entry", id="web/sofia", customer_id="web", associate_id="sofia", store_id="brera", added_at=1
    )
    promised(shop, "a", "web", "2026-11-20")
    promised(shop, "b", "giulia", "2026-11-21")
    (line,) = shop.read(lambda conn: book(conn, Whose.MINE, AUTHOR, NOW, Wording()))
    assert (line.customer.id, line.owners, line.overdue) == ("giulia", ("Sofia Martini",), 2)
    shop.write(lambda writer: add(writer, "giulia", author=AUTHOR))
    assert len(shop.rows(book_entry.name)) == 1
    shop.write(lambda writer: remove(writer, "giulia", associate_id="sofia"))
    assert names(shop, Whose.MINE) == []


def test_first_who_waits_for_us_then_whose_day_is_near_then_all_by_name(shop: Shop) -> None:
    customers(shop, "zoe", "late", "soon", "anna")
    for customer_id in ("zoe", "late", "soon", "giulia", "anna"):
        shop.write(lambda writer, who=customer_id: add(writer, who, author=AUTHOR))
    promised(shop, "late", "late", "2026-11-21")
    promised(shop, "kept", "zoe", "2026-11-21", state="kept")
    promised(shop, "soon", "soon", "2026-11-25")
    assert names(shop, Whose.MINE) == ["Late", "Soon", "Giulia", "Anna", "Zoe"]


def test_who_is_expected_today_comes_first_and_a_cancelled_appointment_is_none(shop: Shop) -> None:
    customers(shop, "anna", "bea")
    for customer_id in ("anna", "bea"):
        shop.write(lambda writer, who=customer_id: add(writer, who, author=AUTHOR))
    for who, state, ahead in (("bea", "booked", 3), ("bea", "booked", 2), ("anna", "cancelled", 1)):
        at = NOW + ahead * 3_600_000
        shop.put("appointment", id=f"{who}/{ahead}", customer_id=who, state=state, at=at, store_id="brera")
    first, second = shop.read(lambda conn: book(conn, Whose.MINE, AUTHOR, NOW, Wording()))
    assert (first.customer.id, first.occasion, first.attention) == (
        "bea",
        Occasion.APPOINTMENT,
        Attention.NOW,
    )
    assert (second.customer.id, second.occasion) == ("anna", Occasion.NONE)


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [
        (Ahead(), (Occasion.NONE, None)),
        (Ahead(birthday_on="0001-12-04"), (Occasion.BIRTHDAY, "2026-12-04")),
        (Ahead(birthday_on="1980-11-21"), (Occasion.BIRTHDAY, "2027-11-21")),
        (Ahead(promised_on="2026-12-04", birthday_on="0001-12-04"), (Occasion.PROMISE, "2026-12-04")),
        (Ahead(promised_on="2026-12-05", birthday_on="0001-12-04"), (Occasion.BIRTHDAY, "2026-12-04")),
        (Ahead(promised_on="2026-12-04", expected_on="2026-12-04"), (Occasion.APPOINTMENT, "2026-12-04")),
        (Ahead(promised_on="2026-12-04", expected_on="2026-12-05"), (Occasion.PROMISE, "2026-12-04")),
    ],
)
def test_the_next_occasion_is_the_one_that_comes_first(ahead, expected) -> None:
    assert next_occasion(ahead, TODAY) == expected


@pytest.mark.parametrize(
    ("overdue", "next_on", "expected"),
    [
        (1, None, Attention.NOW),
        (0, "2026-11-22", Attention.NOW),
        (0, "2026-12-06", Attention.SOON),
        (0, "2026-12-07", Attention.CALM),
        (0, None, Attention.CALM),
    ],
)
def test_how_soon_a_customer_wants_attention(overdue, next_on, expected) -> None:
    assert attention(overdue, next_on, TODAY) is expected
