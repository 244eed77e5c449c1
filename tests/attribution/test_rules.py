"""Whose a purchase is, computed by hand."""

from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.attribution.history import Ground, History, influenced
from clienteling.attribution.rules import Rules, decided, parted, total
from clienteling.attribution.values import Contact, Priority, Rule, Share, Split, Total, Vow
from clienteling.baskets.queries import Receipt
from clienteling.interactions.values import InteractionKind
from clienteling.timeline.values import EventItem
from clienteling.vocabulary import Channel
from tests.shop import DAY, HOUR, MINUTE, NOW

ZONES = {"brera": "Europe/Rome", "torino": "Europe/Rome"}
NEXT = count()
EVER = (date(2020, 1, 1), date(2030, 1, 1))


def contact(at, who="sofia", store="brera", kind=InteractionKind.ADVICE, visit=""):
    return Contact(
        id=f"contact {next(NEXT)}", at=at, kind=kind, associate_id=who, store_id=store, visit_id=visit
    )


def order(at, *items, number="1"):
    return Receipt(
        record_id=f"order {next(NEXT)}",
        at=at,
        back=False,
        channel=Channel.ORDER,
        order_number=number,
        items=items or (item(),),
    )


def back(at, *items, store="brera", number=""):
    return Receipt(
        record_id=f"back {next(NEXT)}",
        at=at,
        back=True,
        channel=Channel.SHOP if store else Channel.ORDER,
        store_id=store,
        order_number=number,
        items=items,
    )


def item(product="nora", cents=15_900, quantity=1):
    return EventItem(product_id=product, price_cents=cents, quantity=quantity)


def rules(**said):
    return Rules([Rule(store_id=store, from_on="2020-01-01", **said) for store in ZONES])


def whose(sale, *contacts, vows=(), by=None):
    found = decided(sale, contacts, vows, by or Rules(), ZONES)
    return found.associate_id if found else None


def counted(history, ground=None, since=EVER[0], until=EVER[1]):
    newest = tuple(sorted(history.receipts, key=lambda one: one.at, reverse=True))
    ready = History(contacts=history.contacts, vows=history.vows, receipts=newest)
    return list(influenced(ready, ground or Ground(zones=ZONES), since, until))


def test_an_order_within_fourteen_days_of_a_contact_is_of_who_had_it_and_one_later_is_nobodys():
    seen = contact(NOW)
    assert whose(order(NOW + 14 * DAY), seen) == "sofia"
    assert whose(order(NOW + 15 * DAY), seen) is None
    assert whose(order(NOW - 1), seen) is None


def test_days_are_those_of_the_calendar_so_that_the_hour_does_not_matter():
    """NOW is 11:00: late on the fourteenth day is in time, a minute into the fifteenth is not."""
    assert whose(order(NOW + 14 * DAY + 12 * HOUR + 59 * MINUTE), contact(NOW)) == "sofia"
    assert whose(order(NOW + 14 * DAY + 13 * HOUR), contact(NOW)) is None


def test_a_night_of_twenty_five_hours_is_one_day():
    evening, a_day_later = 1_792_875_600_000, 1_792_875_600_000 + 49 * HOUR
    """Saturday 24 October 2026 at 23:00 in Milan, and Monday at 23:00: an hour more than two days."""
    assert whose(order(a_day_later), contact(evening), by=rules(window_days=2)) == "sofia"
    assert whose(order(a_day_later + HOUR), contact(evening), by=rules(window_days=2)) is None


@pytest.mark.parametrize("kind", [InteractionKind.RETURN, InteractionKind.COMPLAINT])
def test_to_take_something_back_is_no_contact(kind):
    assert whose(order(NOW + DAY), contact(NOW, kind=kind)) is None


def test_of_several_the_shop_says_which_one_counts():
    first = contact(NOW, "sofia", visit="a")
    longest = (
        contact(NOW + DAY, "luca", "torino", visit="b"),
        contact(NOW + DAY + HOUR, "luca", "torino", visit="b"),
    )
    last = contact(NOW + 2 * DAY, "anna")
    vow = Vow(made_at=NOW + DAY, associate_id="piero", store_id="brera", product_id="nora")
    everything = (last, *longest, first)
    bought = order(NOW + 3 * DAY)
    found = {
        priority: whose(bought, *everything, vows=(vow,), by=rules(priority=priority))
        for priority in Priority
    }
    assert found == {"last": "anna", "first": "sofia", "longest": "luca", "promised": "piero"}


def test_who_promised_something_else_has_no_part_in_it_and_who_saw_her_last_has():
    vow = Vow(made_at=NOW, associate_id="piero", store_id="brera", product_id="alba")
    assert whose(order(NOW + DAY), contact(NOW), vows=(vow,), by=rules(priority=Priority.PROMISED)) == "sofia"


def test_the_sale_itself_is_a_contact_only_where_the_shop_says_so():
    at_the_till = contact(NOW, kind=InteractionKind.SALE)
    sale = Receipt(record_id=at_the_till.id, at=NOW, back=False, channel=Channel.SHOP, items=(item(),))
    assert whose(sale, at_the_till) is None
    assert whose(sale, at_the_till, by=rules(till=True)) == "sofia"
    assert whose(order(NOW + DAY), at_the_till) == "sofia"


def test_a_rule_counts_from_its_day_on_and_the_newest_of_them_stands():
    said = Rules(
        [
            Rule(store_id="brera", from_on="2026-11-01", window_days=30, at=1),
            Rule(store_id="brera", from_on="2026-12-01", window_days=5, at=2),
            Rule(store_id="brera", from_on="2026-12-01", window_days=7, at=3),
        ]
    )
    on = [said.on("brera", date(2026, month, 15)).window_days for month in (10, 11, 12)]
    assert on == [14, 30, 7]
    assert said.on("torino", date(2026, 12, 15)).window_days == 14


def test_who_moved_to_another_shop_leaves_the_purchase_with_the_shop_of_the_contact():
    history = History(contacts=(contact(NOW, "sofia", "brera"),), receipts=(order(NOW + DAY),))
    (one,) = counted(history)
    assert [(part.store_id, part.associate_id, part.cents) for part in one.parts] == [
        ("brera", "sofia", 15_900)
    ]


def test_what_comes_back_months_later_in_another_shop_is_taken_back_in_that_month():
    bought = order(NOW, item(quantity=3))
    returned = back(NOW + 100 * DAY, item(quantity=2), store="torino")
    history = History(contacts=(contact(NOW - DAY),), receipts=(bought, returned))
    ground = Ground(zones=ZONES)
    (sale,) = counted(history, ground, date(2026, 11, 1), date(2026, 12, 1))
    (taken,) = counted(history, ground, date(2027, 3, 1), date(2027, 4, 1))
    assert (sale.cents, sale.pieces, sale.back_id) == (47_700, 3, "")
    assert (taken.cents, taken.pieces, taken.sale_id, taken.on) == (
        -31_800,
        2,
        bought.record_id,
        "2027-03-02",
    )


def test_a_cancelled_order_is_taken_back_whole():
    history = History(
        contacts=(contact(NOW - DAY),),
        receipts=(
            order(NOW, item(), item("alba", 18_900), number="7"),
            back(NOW + DAY, store=None, number="7"),
        ),
    )
    assert [one.cents for one in counted(history)] == [34_800, -34_800]


def test_a_parted_sale_and_its_return_are_parted_alike_to_the_cent():
    bought = order(NOW, item(cents=10_001))
    split = Split(
        id="split",
        sale_id=bought.record_id,
        shares=(
            Share(associate_id="sofia", store_id="brera", percent=33),
            Share(associate_id="luca", store_id="torino", percent=67),
        ),
    )
    history = History(contacts=(contact(NOW),), receipts=(bought, back(NOW + DAY, item(cents=10_001))))
    sale, taken = counted(history, Ground(zones=ZONES, splits={bought.record_id: split}))
    assert [part.cents for part in sale.parts] == [3_300, 6_701]
    assert [part.cents for part in taken.parts] == [-3_300, -6_701]


def test_a_shops_total_says_where_it_was_bought():
    sold_here = Receipt(
        record_id="s", at=NOW, back=False, channel=Channel.SHOP, store_id="brera", items=(item(),)
    )
    there = Receipt(
        record_id="t", at=NOW + 1, back=False, channel=Channel.SHOP, store_id="torino", items=(item(),)
    )
    history = History(
        contacts=(contact(NOW - DAY),),
        receipts=(
            sold_here,
            there,
            order(NOW + 2, item("alba", 18_900)),
            back(NOW + 3, item("alba", 18_900)),
        ),
    )
    assert total("brera", counted(history)) == Total(
        sales=3, here_cents=15_900, elsewhere_cents=15_900, online_cents=18_900, back_cents=-18_900
    )


@given(st.integers(0, 10**7), st.lists(st.integers(1, 97), min_size=1, max_size=4))
def test_what_is_parted_is_all_of_it(cents, weights):
    percents = [max(1, weight * 100 // sum(weights)) for weight in weights]
    percents[0] += 100 - sum(percents)
    shares = [Share(associate_id=str(n), store_id="brera", percent=p) for n, p in enumerate(percents)]
    assert sum(part.cents for part in parted(cents, shares)) == cents


HOURS = st.integers(0, 90 * 24)
PEOPLE = st.sampled_from([("sofia", "brera"), ("anna", "brera"), ("luca", "torino")])


@given(
    st.lists(st.tuples(HOURS, PEOPLE), max_size=6),
    st.lists(st.tuples(HOURS, st.sampled_from(["nora", "alba"]), st.integers(1, 3)), max_size=5),
    st.lists(st.tuples(HOURS, st.sampled_from(["nora", "alba"])), max_size=4),
    st.integers(0, 30),
)
def test_any_history_comes_to_what_a_plain_recount_comes_to(contacts, bought, returned, window):
    seen = tuple(contact(NOW + h * HOUR, who, store) for h, (who, store) in contacts)
    sales = [
        order(NOW + h * HOUR + 1, item(p, 1_000, n), number=str(i)) for i, (h, p, n) in enumerate(bought)
    ]
    backs = [back(NOW + h * HOUR + 2, item(p, 1_000)) for h, p in returned]
    ground = Ground(zones=ZONES, rules=rules(window_days=window))
    found = counted(History(contacts=seen, receipts=(*sales, *backs)), ground)
    assert _by_person(found) == _plainly(seen, sales, backs, window)


def _by_person(found):
    sums = {}
    for one in found:
        for part in one.parts:
            sums[part.associate_id] = sums.get(part.associate_id, 0) + part.cents
    return {who: cents for who, cents in sums.items() if cents}


def _plainly(seen, sales, backs, window):
    """Piece by piece: each piece bought, its owner, and for each return the last piece bought before it."""
    day = lambda at: (at + HOUR) // DAY  # noqa: E731 - Milan in winter
    pieces = []
    for sale in sorted(sales, key=lambda one: one.at):
        owners = [
            (c.at, c.id, c.associate_id)
            for c in seen
            if c.at <= sale.at and day(sale.at) - day(c.at) <= window
        ]
        owner = max(owners)[2] if owners else None
        pieces += [[sale.at, sale.items[0].product_id, owner, False] for _ in range(sale.items[0].quantity)]
    for piece in reversed(pieces):
        for one in sorted(backs, key=lambda one: one.at, reverse=True):
            if one.at > piece[0] and one.items[0].product_id == piece[1]:
                backs = [other for other in backs if other is not one]
                piece[3] = True
                break
    sums = {}
    for _, _, owner, came_back in pieces:
        if owner and not came_back:
            sums[owner] = sums.get(owner, 0) + 1_000
    return sums
