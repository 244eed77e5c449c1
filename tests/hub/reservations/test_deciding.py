"""The last pair, and two shops that want it."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from clienteling.hub.decider import Decider
from clienteling.hub.reservations.deciding import work
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item
from clienteling.promises import use_cases as promises
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseKind
from clienteling.reservations import use_cases
from clienteling.reservations.tables import reservation
from clienteling.reservations.values import Wish
from clienteling.staff.values import Author
from clienteling.wording import Wording
from sync.hub.store import HubStore
from tests.hub.little_house import ANNA, BEA, NOW, open_house, rows

NORA = "nora-black-39"
MILANO, TORINO = Author("sara", "milano"), Author("luca", "torino")
DAY, HOUR = 86_400_000, 3_600_000
TODAY = Wording().day_of(NOW)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path) -> Iterator[HubStore]:
    on_file = request.param == "sqlite"
    house = open_house(tmp_path, "" if on_file else request.getfixturevalue("postgresql"))
    with house.write() as writer:
        writer.insert("store", {"id": "torino", "name": "Torino Po", "time_zone": "Europe/Rome"})
        count(writer, "milano", 1)
        count(writer, "torino", 0)
    yield house
    house.engine.dispose()


def count(writer, shop: str, quantity: int) -> None:
    level = {"variant_id": NORA, "store_id": shop, "quantity": quantity, "counted_at": NOW - HOUR}
    writer.insert("stock_level", {"id": f"{NORA}@{shop}", **level})


def ask(store: HubStore, her: str, author: Author = MILANO, wish: Wish = Wish.HOLD, days: int = 3) -> str:
    with store.write() as writer:
        return use_cases.ask(
            writer,
            customer_id=her,
            variant_id=NORA,
            wish=wish,
            from_store_id="milano",
            until=TODAY.replace(day=TODAY.day + days),
            today=TODAY,
            author=author,
        )


def answers(store: HubStore) -> dict[str, tuple[str, str, str | None]]:
    return {row.customer_id: (row.answer, row.why, row.elsewhere) for row in rows(store, reservation)}


def sell(store: HubStore, her: str | None) -> str:
    item = Item(product_id="nora", variant_id=NORA, price_cents=15_900)
    with store.write() as writer:
        draft = Draft(kind=InteractionKind.SALE, customer_id=her, items=(item,))
        return interactions.record(writer, draft, author=MILANO)


def test_two_shops_ask_for_the_last_pair_and_one_gets_it(store):
    ask(store, ANNA)
    ask(store, BEA, TORINO, Wish.ORDER)
    work(store)
    assert answers(store) == {ANNA: ("granted", "", None), BEA: ("refused", "held", None)}
    [kept] = rows(store, promise)
    assert (kept.customer_id, kept.kind, kept.store_id, kept.state) == (ANNA, "hold", "milano", "open")


def test_the_refused_one_hears_where_there_is_one(store):
    with store.write() as writer:
        writer.update("stock_level", f"{NORA}@torino", {"quantity": 2})
    ask(store, ANNA)
    ask(store, BEA)
    work(store)
    assert answers(store)[BEA] == ("refused", "held", "torino")


def test_a_piece_that_was_sold_since_it_was_counted_is_not_promised(store):
    sell(store, None)
    ask(store, ANNA)
    work(store)
    assert answers(store)[ANNA][:2] == ("refused", "none_left")


def test_what_an_associate_promised_by_hand_is_put_aside_for_her_alone(store):
    with store.write() as writer:
        promises.make(
            writer, customer_id=ANNA, kind=PromiseKind.HOLD, variant_id=NORA, product_id="nora", author=MILANO
        )
    ask(store, BEA)
    ask(store, ANNA)
    work(store)
    assert answers(store) == {BEA: ("refused", "held", None), ANNA: ("granted", "", None)}


def test_her_purchase_keeps_it_and_undoing_the_purchase_puts_it_aside_again(store):
    granted = ask(store, ANNA)
    work(store)
    sold = sell(store, ANNA)
    assert [row.state for row in rows(store, promise, id=granted)] == ["kept"]
    with store.write() as writer:
        interactions.undo(writer, sold, author=MILANO)
    assert [row.state for row in rows(store, promise, id=granted)] == ["open"]
    ask(store, BEA)
    work(store)
    assert answers(store)[BEA][1] == "held"


def test_whoever_changes_her_mind_leaves_the_piece_to_others(store):
    granted = ask(store, ANNA)
    work(store)
    with store.write() as writer:
        use_cases.take_back(writer, granted, author=MILANO)
    ask(store, BEA)
    work(store)
    assert answers(store)[BEA][0] == "granted"


def test_what_was_taken_back_before_the_answer_gets_none(store):
    asked = ask(store, ANNA)
    with store.write() as writer:
        use_cases.take_back(writer, asked, author=MILANO)
    work(store)
    assert answers(store)[ANNA][0] == "cancelled"
    assert rows(store, promise) == []


def test_the_day_after_its_last_day_it_is_free_again(store, monkeypatch):
    granted = ask(store, ANNA, days=1)
    work(store)
    monkeypatch.setattr(store.clock, "_wall", lambda: NOW + DAY)
    work(store)
    assert [row.state for row in rows(store, promise, id=granted)] == ["open"]
    monkeypatch.setattr(store.clock, "_wall", lambda: NOW + 2 * DAY)
    work(store)
    assert [row.state for row in rows(store, promise, id=granted)] == ["cancelled"]
    assert answers(store)[ANNA][0] == "expired"


def test_an_article_that_the_hub_does_not_know_is_refused(store):
    asked = ask(store, ANNA)
    with store.write() as writer:
        writer.remove("variant", NORA)
    work(store)
    assert [row.why for row in rows(store, reservation, id=asked)] == ["unknown_item"]


def test_the_thread_answers_as_soon_as_it_hears(store):
    decider = Decider(store, {"reservation": work})
    decider.start()
    try:
        ask(store, ANNA)
        until_answered(store)
    finally:
        decider.close()


def until_answered(store: HubStore) -> None:
    from tests.hub.serving.hub_process import until

    until(lambda: answers(store)[ANNA][0] == "granted")


def test_ten_ask_for_three_pairs_and_three_get_one(store):
    with store.write() as writer:
        writer.update("stock_level", f"{NORA}@milano", {"quantity": 3})
        for number in range(10):
            writer.insert("customer", {"id": f"c{number}", "given_name": f"C{number}"})
    for number in range(10):
        ask(store, f"c{number}", TORINO if number % 2 else MILANO, Wish.ORDER if number % 2 else Wish.HOLD)
    work(store)
    with store.read() as conn:
        told = conn.execute(
            sa.select(reservation.c.answer, sa.func.count()).group_by(reservation.c.answer)
        ).all()
    assert dict(map(tuple, told)) == {"granted": 3, "refused": 7}
