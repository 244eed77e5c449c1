"""The hub takes a decision only from whoever may decide, whatever a tablet says."""

from pathlib import Path

import pytest

from clienteling.hub.authority.judging import PERMISSION
from clienteling.replicated import REGISTRY
from clienteling.review.tables import day_review
from sync.clock import Stamp
from sync.errors import Code
from sync.hub.store import HubStore
from sync.wire import Push, PushedRecord, Status, Verdict
from tests.hub.little_house import NOW, open_house, rows

STAMP = str(Stamp(NOW, 0, "aa"))
STAFF = (
    ("sofia", "associate", "milano", True),
    ("marta", "manager", "milano", True),
    ("rita", "manager", "torino", True),
    ("aldo", "manager", "milano", False),
    ("vera", "area_manager", "torino", True),
)


@pytest.fixture
def store(tmp_path: Path) -> HubStore:
    made = open_house(tmp_path)
    with made.write() as writer:
        for key, role, shop, active in STAFF:
            writer.insert("associate", {"id": key, "role": role, "store_id": shop, "active": active})
    return HubStore(made.engine, REGISTRY, lambda: NOW, permission=PERMISSION)


def review(dseq: int, who: str | None, shop: str = "milano", **more: object) -> PushedRecord:
    fields = {"store_id": shop, "day_on": "2026-11-21", "figures": {}, "at": NOW, "associate_id": who} | more
    return PushedRecord(
        dseq=dseq, collection="day_review", id=f"r{dseq}", fields=fields, stamp=STAMP, new=True
    )


def push(store: HubStore, *records: PushedRecord, device: str = "a") -> list[Verdict]:
    return store.apply(device, Push(epoch=store.epoch, records=list(records))).verdicts


@pytest.mark.parametrize("who", ["marta", "vera"])
def test_a_manager_of_the_shop_and_an_area_manager_may(store: HubStore, who: str) -> None:
    assert push(store, review(1, who))[0].status is Status.APPLIED


@pytest.mark.parametrize(
    ("who", "why"),
    [
        ("sofia", "role"),
        ("rita", "not its author's"),
        ("aldo", "does not work here"),
        ("nobody", "not known"),
        (None, "not known"),
    ],
)
def test_whoever_may_not_is_refused_with_its_reason_and_what_follows_flows_on(
    store: HubStore, who: str | None, why: str
) -> None:
    refused, taken = push(store, review(1, who), review(2, "marta"))
    assert (refused.status, refused.code) == (Status.REJECTED, Code.NOT_ALLOWED)
    assert why in refused.message
    assert taken.status is Status.APPLIED
    assert [row.id for row in rows(store, day_review)] == ["r2"]


def test_what_another_shop_recorded_is_not_corrected_from_here(store: HubStore) -> None:
    push(store, review(1, "rita", "torino"))
    verdict = push(store, review(2, "marta", corrects="r1", correction="undone"))[0]
    assert verdict.code is Code.NOT_ALLOWED


def test_a_decision_that_comes_once_more_after_its_author_has_left_is_known_already(store: HubStore) -> None:
    push(store, review(1, "marta"))
    with store.write() as writer:
        writer.update("associate", "marta", {"active": False})
    assert push(store, review(1, "marta"), device="b")[0].status is Status.DUPLICATE


def test_what_she_recorded_before_and_sends_after_she_was_suspended_is_set_aside(store: HubStore) -> None:
    with store.write() as writer:
        writer.update("associate", "marta", {"active": False})
    assert push(store, review(1, "marta"))[0].code is Code.NOT_ALLOWED


@pytest.mark.parametrize(("party", "taken"), [("", True), ("sofia", False)])
def test_what_a_closed_month_says_of_single_people_is_not_taken_in_the_clear(
    store: HubStore, party: str, taken: bool
) -> None:
    due = {"party": party, "sold_cents": 100, "amount_cents": 1}
    fields = {"store_id": "milano", "statement": {"due": [due]}, "associate_id": "marta"}
    month = PushedRecord(
        dseq=1, collection="incentive_statement", id="m1", fields=fields, stamp=STAMP, new=True
    )
    [verdict] = push(store, month)
    assert (verdict.status is Status.APPLIED) is taken
    assert taken or "not sealed" in verdict.message


@pytest.fixture
def areas(store: HubStore) -> HubStore:
    """Nora answers for the north, Vera, whose shop is in no area, for the whole chain."""
    with store.write() as writer:
        for shop, area in (("bari", "south"), ("office", "")):
            writer.insert("store", {"id": shop, "name": shop, "area": area})
        writer.update("store", "milano", {"area": "north"})
        writer.update("associate", "vera", {"store_id": "office"})
        writer.insert("associate", {"id": "nora", "role": "area_manager", "store_id": "milano"})
    return store


@pytest.mark.parametrize(
    ("who", "shop", "taken"),
    [("nora", "milano", True), ("nora", "bari", False), ("nora", "office", False), ("vera", "bari", True)],
)
def test_an_area_manager_decides_for_her_area(areas: HubStore, who: str, shop: str, taken: bool) -> None:
    verdict = push(areas, review(1, who, shop))[0]
    assert (verdict.status is Status.APPLIED) is taken
    assert verdict.code is (None if taken else Code.NOT_ALLOWED)


@pytest.mark.parametrize(("who", "taken"), [("nora", False), ("vera", True)])
def test_what_is_for_all_shops_is_said_by_who_answers_for_all(areas: HubStore, who: str, taken: bool) -> None:
    fields = {"document": "Agreement", "from_on": "2026-01-01", "until_on": "2026-12-31", "associate_id": who}
    basis = PushedRecord(dseq=1, collection="legal_basis", id="b1", fields=fields, stamp=STAMP, new=True)
    assert (push(areas, basis)[0].status is Status.APPLIED) is taken
