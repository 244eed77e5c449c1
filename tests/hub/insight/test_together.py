from itertools import count

import pytest
import sqlalchemy as sa

from clienteling.hub.insight.counting import ALL
from clienteling.hub.insight.insight import Insight
from clienteling.hub.insight.tables import pair_count, product_count
from clienteling.hub.insight.together import Together, rounded
from clienteling.insight.tables import goes_with
from tests.hub.little_house import ANNA, BEA, NOW, open_house, rows

NAMES = count()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path):
    on_file = request.param == "sqlite"
    store = open_house(tmp_path, "" if on_file else request.getfixturevalue("postgresql"))
    yield store
    store.engine.dispose()


def sell(store, *products: str, times: int = 1, **more) -> str:
    items = [{"product_id": product, "bought": True, "price_cents": 100} for product in products]
    record_id = ""
    with store.write() as writer:
        for _ in range(times):
            record_id = writer.insert(
                "interaction",
                {"id": f"sale {next(NAMES)}", "kind": "sale", "items": items, "at": NOW, **more},
            )
    return record_id


def record(store, **values) -> None:
    with store.write() as writer:
        writer.insert("interaction", {"at": NOW + 1, **values})


def follow(store) -> None:
    insight = Insight(store)
    insight.catch_up()
    insight.tell()


def told(store) -> dict[str, tuple[int, int]]:
    return {row.id: (row.together, row.receipts) for row in rows(store, goes_with)}


def counted(store) -> tuple[dict[str, int], dict[str, int]]:
    return (
        {row.id: row.receipts for row in rows(store, product_count)},
        {row.id: row.receipts for row in rows(store, pair_count)},
    )


def pair(together: int, receipts: int, others: int) -> Together:
    return Together(product_id="a", other_id="b", together=together, receipts=receipts, others=others)


@pytest.mark.parametrize(
    ("found", "all_receipts", "says"),
    [
        (pair(5, 10, 10), 100, True),
        (pair(4, 4, 4), 100, False),  # one less is chance
        (pair(8, 100, 9), 10_000, True),
        (pair(7, 100, 9), 10_000, False),  # 7 %
        (pair(12, 20, 50), 100, True),  # 10 by chance, 12 in truth
        (pair(11, 20, 50), 100, False),
        (pair(90, 100, 900), 1_000, False),  # what is on nearly every receipt
    ],
)
def test_a_pair_says_something_by_how_often_what_share_and_how_much_more_than_chance(
    found, all_receipts, says
):
    assert found.says_something(all_receipts) is says


@pytest.mark.parametrize(("number", "said"), [(7, 7), (94, 94), (317, 310), (947, 940), (12_345, 12_000)])
def test_figures_are_told_as_they_are_said(number, said):
    assert rounded(number) == said


def test_a_pair_is_told_from_either_side_and_followed(store):
    sell(store, "nora", "alba", times=6)
    sell(store, "tilde", times=9)
    follow(store)
    assert told(store) == {"alba+nora": (6, 6), "nora+alba": (6, 6)}
    sell(store, "nora", "alba", customer_id=ANNA)
    sell(store, "nora", times=2)
    follow(store)
    assert told(store) == {"alba+nora": (7, 7), "nora+alba": (7, 9)}
    assert counted(store) == ({ALL: 18, "nora": 9, "alba": 7, "tilde": 9}, {"alba+nora": 7})


def test_what_is_not_bought_any_more_together_is_not_told_any_more(store):
    sell(store, "nora", "alba", times=5)
    sell(store, "tilde", times=9)
    follow(store)
    assert told(store)
    sell(store, "nora", times=100)
    sell(store, "alba", times=100)
    follow(store)
    assert told(store) == {}


def test_what_was_undone_corrected_or_brought_back_is_taken_off(store):
    undone = sell(store, "nora", "alba")
    changed = sell(store, "nora", "alba", customer_id=ANNA)
    sell(store, "nora", "alba", customer_id=BEA)
    order = {"customer_id": BEA, "detail": {"order_number": "7", "items": [{"product_id": "ada"}]}}
    with store.write() as writer:
        writer.insert("event", {"kind": "ordered", "at": NOW, **order})
    follow(store)
    assert counted(store) == ({ALL: 4, "nora": 3, "alba": 3, "ada": 1}, {"alba+nora": 3})
    record(store, kind="sale", corrects=undone, correction="undone")
    only = [{"product_id": "tilde", "bought": True}]
    record(store, kind="sale", corrects=changed, correction="changed", items=only, customer_id=BEA)
    record(store, kind="return", customer_id=BEA, items=[{"product_id": "alba"}])
    with store.write() as writer:
        writer.insert("event", {"kind": "order_cancelled", "at": NOW + 1, **order})
    follow(store)
    assert counted(store) == ({ALL: 2, "nora": 1, "tilde": 1}, {})


def test_what_was_tried_and_left_was_not_bought_together(store):
    items = [{"product_id": "nora", "bought": True}, {"product_id": "alba", "reason": "colour"}]
    record(store, kind="sale", items=items)
    follow(store)
    assert counted(store) == ({ALL: 1, "nora": 1}, {})


def test_a_receipt_of_half_the_shop_is_no_pair(store):
    sell(store, *(f"p{n}" for n in range(31)))
    follow(store)
    assert counted(store) == ({}, {})


def test_step_ups_are_the_shops_own_words_and_stay(store):
    with store.write() as writer:
        step = {"id": "up", "kind": "step_up", "product_id": "nora", "other_product_id": "ada"}
        writer.insert("goes_with", step)
    follow(store)
    assert list(told(store)) == ["up"]


def test_telling_again_moves_nothing(store):
    sell(store, "nora", "alba", times=6)
    sell(store, "tilde", times=9)
    follow(store)
    head = store.head
    follow(store)
    assert store.head == head


def test_a_pair_is_known_by_the_smaller_id_first(store):
    sell(store, "nora", "alba")
    follow(store)
    with store.read() as conn:
        (row,) = conn.execute(sa.select(pair_count))
    assert (row.product_id, row.other_product_id) == ("alba", "nora")


def judge(store, other: str, *, useful: bool, **more) -> str:
    pair = {"product_id": "nora", "other_product_id": other, "kind": "goes_with"}
    with store.write() as writer:
        return writer.insert(
            "suggestion_feedback", {"customer_id": ANNA, "useful": useful, "at": NOW, **pair, **more}
        )


def test_what_was_said_of_a_suggestion_is_told_with_its_pair_but_not_what_was_taken_back(store):
    sell(store, "nora", "lia", times=20)
    sell(store, "agata", times=40)
    Insight(store).catch_up()
    for useful in (True, True, False):
        mistaken = judge(store, "lia", useful=useful)
    judge(store, "lia", useful=False, corrects=mistaken, correction="undone")
    Insight(store).tell()
    said = {row.id: (row.useful, row.judged) for row in rows(store, goes_with)}
    assert said == {"nora+lia": (2, 2), "lia+nora": (0, 0)}
