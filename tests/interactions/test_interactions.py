import pytest

from clienteling.errors import InvalidRecord, UnknownRecord
from clienteling.interactions import use_cases
from clienteling.interactions.rules import checked
from clienteling.interactions.today import Today, today
from clienteling.interactions.values import Draft, InteractionKind, Item, Outcome, Reason
from tests.shop import AUTHOR, COLLEAGUE, DAY, HOUR, NOW, Shop

SHOES = Item(product_id="nora", variant_id="nora-black-39", price_cents=15_900)
BAG = Item(product_id="alba", variant_id="alba-tan", reason=Reason.COLOUR)
MIDNIGHT = NOW - 11 * HOUR


def draft(kind: InteractionKind, *items: Item, customer_id: str | None = "giulia", **more) -> Draft:
    return Draft(kind=kind, customer_id=customer_id, items=items, **more)


def record(shop: Shop, made: Draft, author=AUTHOR) -> str:
    return shop.write(lambda writer: use_cases.record(writer, made, author=author))


def came(shop: Shop) -> Today:
    return shop.read(lambda conn: today(conn, "brera", MIDNIGHT, MIDNIGHT + DAY))


def test_in_a_sale_everything_was_bought_that_has_no_reason_against_it():
    sale = checked(draft(InteractionKind.SALE, SHOES, BAG))
    assert [item.bought for item in sale.items] == [True, False]
    assert sale.outcome is Outcome.BOUGHT


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (InteractionKind.NOT_BOUGHT, Outcome.NOT_BOUGHT),
        (InteractionKind.FITTING, Outcome.NONE),
    ],
)
def test_a_kind_implies_its_outcome_where_none_was_chosen(kind, outcome):
    assert checked(draft(kind, SHOES)).outcome is outcome
    assert checked(draft(kind, SHOES, outcome=Outcome.THINKING)).outcome is Outcome.THINKING


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        (draft(InteractionKind.SALE), "items"),
        (draft(InteractionKind.SALE, BAG), "items"),
        (draft(InteractionKind.FITTING, Item(product_id="nora", quantity=0)), "items"),
        (draft(InteractionKind.FITTING, Item(product_id="nora", price_cents=-1)), "items"),
        (draft(InteractionKind.CALL, customer_id=None), "customer_id"),
        (draft(InteractionKind.VISIT, summary="x" * 501), "summary"),
    ],
)
def test_what_does_not_hold_together_is_refused_with_its_field(shop, bad, field):
    with pytest.raises(InvalidRecord) as refused:
        record(shop, bad)
    assert refused.value.field == field
    assert shop.rows("interaction") == []


def test_an_unknown_customer_is_refused(shop):
    with pytest.raises(UnknownRecord):
        record(shop, draft(InteractionKind.VISIT, customer_id="nobody"))


def test_what_is_recorded_within_three_hours_is_one_visit(shop):
    for kind in (InteractionKind.VISIT, InteractionKind.FITTING):
        record(shop, draft(kind))
    shop.now += 4 * HOUR
    record(shop, draft(InteractionKind.VISIT))
    visits = [row["visit_id"] for row in sorted(shop.rows("interaction"), key=lambda row: row["at"])]
    assert visits[0] == visits[1] != visits[2]


def test_two_anonymous_visitors_are_two_visits(shop):
    for _ in range(2):
        record(shop, draft(InteractionKind.NOT_BOUGHT, customer_id=None))
    assert len({row["visit_id"] for row in shop.rows("interaction")}) == 2


def test_today_counts_visits_and_how_many_were_recognised(shop):
    record(shop, draft(InteractionKind.FITTING, SHOES))
    record(shop, draft(InteractionKind.SALE, SHOES))
    record(shop, draft(InteractionKind.CALL))
    record(shop, draft(InteractionKind.VISIT), author=COLLEAGUE)
    record(
        shop, draft(InteractionKind.NOT_BOUGHT, Item(product_id="nora", reason=Reason.SIZE), customer_id=None)
    )
    found = came(shop)
    assert (found.recognised, found.visits) == (1, 2)
    assert [(v.name, v.kind, v.reason, v.product_name) for v in found.visitors] == [
        ("", InteractionKind.NOT_BOUGHT, Reason.SIZE, "Stringata Nora"),
        ("Giulia Ferraris", InteractionKind.SALE, Reason.NONE, "Stringata Nora"),
    ]


def test_yesterdays_visitor_is_not_todays(shop):
    shop.now -= DAY
    record(shop, draft(InteractionKind.VISIT))
    assert came(shop) == Today()


def test_what_was_undone_did_not_happen_today_and_stays_in_the_history(shop):
    mistaken = record(shop, draft(InteractionKind.SALE, SHOES))
    shop.write(lambda writer: use_cases.undo(writer, mistaken, author=AUTHOR))
    assert came(shop).visits == 0
    assert len(shop.rows("interaction")) == 2
    with pytest.raises(InvalidRecord):
        shop.write(lambda writer: use_cases.undo(writer, mistaken, author=AUTHOR))


def test_a_correction_takes_the_place_of_the_record_at_its_time(shop):
    mistaken = record(shop, draft(InteractionKind.FITTING, SHOES))
    shop.now += HOUR
    right = draft(InteractionKind.SALE, SHOES)
    shop.write(lambda writer: use_cases.correct(writer, mistaken, right, author=AUTHOR))
    (visitor,) = came(shop).visitors
    assert (visitor.kind, visitor.at) == (InteractionKind.SALE, NOW + 1_000)


def test_items_of_a_newer_version_are_left_to_it(shop):
    shop.put(
        "interaction",
        id="i",
        customer_id="giulia",
        kind="sculpture",
        items=[{"weight": 3}],
        at=NOW,
        store_id="brera",
        visit_id="v",
    )
    (visitor,) = came(shop).visitors
    assert (visitor.kind, visitor.product_name) == (InteractionKind.VISIT, "")
