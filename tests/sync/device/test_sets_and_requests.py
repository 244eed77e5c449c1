"""Elements that come and go, and requests that the hub decides, between tablets and a hub."""

import pytest

from sync.collection import CANCELLED
from sync.device.state import put_cursor
from sync.errors import Code
from sync.hub.local import LocalHub
from sync.merge import REMOVAL
from sync.wire import PushReply, Status
from tests.sync.pushed import STAMP, page, push, write
from tests.sync.shop import booking, go, healed, rows, tag


def add(replica, which, **fields) -> None:
    with replica.write() as writer:
        writer.insert("tag", {"id": which, "label": which, **fields})


def remove(replica, which) -> None:
    with replica.write() as writer:
        writer.remove("tag", which)


def meet(shop, *replicas) -> None:
    for _ in range(2):
        for name, replica in zip("abc", replicas, strict=False):
            go(replica, shop.hub(name))


def everywhere(shop, replicas, table) -> list[dict]:
    return [rows(where, table) for where in (*replicas, shop.store)]


@pytest.fixture
def two(shop):
    return shop.device("a"), shop.device("b")


def test_an_element_goes_everywhere_and_comes_back(shop, two):
    one, other = two
    add(one, "vip", rank=1)
    meet(shop, *two)
    remove(other, "vip")
    assert rows(other, tag) == {}
    meet(shop, *two)
    assert everywhere(shop, two, tag) == [{}, {}, {}]
    add(one, "vip", rank=2)
    meet(shop, *two)
    assert (
        everywhere(shop, two, tag)
        == [{"vip": {"id": "vip", "label": "vip", "person_id": None, "rank": 2}}] * 3
    )
    assert one.ledger(0).set_aside == other.ledger(0).set_aside == 0


def test_who_adds_wins_over_who_removes_at_the_same_time(shop, two):
    one, other = two
    add(one, "vip")
    meet(shop, *two)
    remove(one, "vip")
    add(one, "vip", rank=5)
    remove(other, "vip")
    for order in (("b", "a"), ("a", "b")):
        for name in order:
            go({"a": one, "b": other}[name], shop.hub(name))
    assert [set(table) for table in everywhere(shop, two, tag)] == [{"vip"}] * 3
    assert rows(other, tag)["vip"]["rank"] == 5


def test_what_this_device_did_holds_here_while_the_hub_has_not_answered(shop, two):
    one, other = two
    add(one, "vip")
    meet(shop, *two)
    remove(one, "vip")
    add(one, "press")
    with other.write() as writer:
        writer.update("tag", "vip", {"rank": 9})
    go(other, shop.hub("b"))

    class PullsOnly(LocalHub):
        def push(self, push):
            return PushReply(epoch=push.epoch, hub_now=shop.wall.ms, last_dseq=0, verdicts=[])

    go(one, PullsOnly(shop.store, "a"))
    assert set(rows(one, tag)) == {"press"}
    meet(shop, *two)
    assert [set(table) for table in everywhere(shop, two, tag)] == [{"press"}] * 3


def test_a_change_of_an_element_that_is_gone_is_no_fault(shop, two):
    one, other = two
    add(one, "vip")
    meet(shop, *two)
    remove(one, "vip")
    go(one, shop.hub("a"))
    with other.write() as writer:
        writer.update("tag", "vip", {"rank": 9})
    meet(shop, *two)
    assert everywhere(shop, two, tag) == [{}, {}, {}]
    assert other.ledger(0).set_aside == 0
    add(other, "vip", rank=1)
    meet(shop, *two)
    assert rows(one, tag)["vip"]["rank"] == 1


def test_a_removal_that_comes_before_the_addition_still_counts(shop):
    gone = write(1, "tag", "vip", new=False, seen={REMOVAL: {"aa": STAMP}})
    (verdict,) = push(shop, gone, device="b").verdicts
    assert verdict.status is Status.APPLIED
    push(shop, write(1, "tag", "vip", label="vip"))
    assert rows(shop.store, tag) == {}
    (record,) = page(shop).records
    assert (record.deleted, record.dots, record.seen) == (True, [], {REMOVAL: {"aa": STAMP}})


def test_a_change_of_an_element_that_never_was_is_refused(shop):
    (verdict,) = push(shop, write(1, "tag", "vip", new=False, rank=3)).verdicts
    assert verdict.code is Code.MISSING_RECORD


def test_an_addition_has_to_be_whole_also_where_the_element_was_before(shop):
    with shop.store.write() as writer:
        writer.insert("tag", {"id": "vip", "label": "vip"})
        writer.remove("tag", "vip")
        writer.remove("tag", "vip")
    (verdict,) = push(shop, write(1, "tag", "vip", rank=1)).verdicts
    assert verdict.code is Code.INVALID_RECORD
    assert rows(shop.store, tag) == {}


def test_several_writes_to_one_element_in_one_push(shop, two):
    one, other = two
    add(one, "vip")
    remove(one, "vip")
    add(one, "press")
    remove(one, "press")
    add(one, "press", rank=2)
    meet(shop, *two)
    assert [set(table) for table in everywhere(shop, two, tag)] == [{"press"}] * 3
    assert rows(other, tag)["press"]["rank"] == 2


def test_the_hub_adds_and_removes_too(shop, two):
    with shop.store.write() as writer:
        writer.insert("tag", {"id": "vip", "label": "vip"})
        writer.update("tag", "vip", {"rank": 3})
    meet(shop, *two)
    assert rows(two[0], tag)["vip"]["rank"] == 3
    with shop.store.write() as writer:
        writer.remove("tag", "vip")
    meet(shop, *two)
    with shop.store.write() as writer:
        writer.insert("tag", {"id": "vip", "label": "VIP"})
    meet(shop, *two)
    assert (
        everywhere(shop, two, tag)
        == [{"vip": {"id": "vip", "label": "VIP", "person_id": None, "rank": 3}}] * 3
    )


def test_a_removal_that_got_lost_on_a_tablet_is_found(shop, two):
    one, _ = two
    add(one, "vip")
    meet(shop, *two)
    with shop.store.write() as writer:
        writer.remove("tag", "vip")
    before = shop.keep("a")
    go(one, shop.hub("a"))
    at = one.cursor()
    shop.restore("a", before)
    one = shop.device("a")
    with one.transaction() as connection:
        put_cursor(connection, at)
    assert rows(one, tag)
    (found,) = healed(one, shop.hub("a"))
    assert (found.collection, found.fetched) == ("tag", 1)
    assert rows(one, tag) == {}


def test_a_record_that_is_no_element_is_not_removed_by_a_device(shop, two):
    with pytest.raises(ValueError, match="not removed"), two[0].write() as writer:
        writer.remove("person", "ada")
    with pytest.raises(LookupError), two[0].write() as writer:
        writer.remove("tag", "nowhere")
    with pytest.raises(ValueError, match="not removed"), shop.store.write() as writer:
        writer.remove("person", "ada")


def ask(replica) -> str:
    with replica.write() as writer:
        return writer.insert("booking", {"what": "a fitting"})


def cancel(replica, which) -> None:
    with replica.write() as writer:
        writer.cancel("booking", which)


def decide(shop, which, answer="granted") -> None:
    with shop.store.write() as writer:
        writer.update("booking", which, {"answer": answer, "why": "there is room"})


def test_a_device_asks_and_the_hub_decides(shop, two):
    one, _ = two
    which = ask(one)
    meet(shop, *two)
    decide(shop, which)
    meet(shop, *two)
    assert [table[which]["answer"] for table in everywhere(shop, two, booking)] == ["granted"] * 3
    assert rows(one, booking)[which]["why"] == "there is room"
    decide(shop, which, "ready")
    meet(shop, *two)
    assert rows(one, booking)[which]["answer"] == "ready"


def test_what_is_not_decided_can_be_taken_back(shop, two):
    one, other = two
    which = ask(one)
    meet(shop, *two)
    cancel(other, which)
    meet(shop, *two)
    assert [table[which]["answer"] for table in everywhere(shop, two, booking)] == [CANCELLED] * 3
    with pytest.raises(LookupError, match="taken back"):
        decide(shop, which)
    with pytest.raises(LookupError, match="decided"):
        cancel(one, which)


def test_a_decision_stands_against_a_cancellation_that_comes_too_late(shop, two):
    one, other = two
    which = ask(one)
    meet(shop, *two)
    decide(shop, which)
    cancel(other, which)
    assert rows(other, booking)[which]["answer"] == CANCELLED
    meet(shop, *two)
    assert [table[which]["answer"] for table in everywhere(shop, two, booking)] == ["granted"] * 3
    assert other.ledger(0).set_aside == 0
    assert other.pending() == 0


def test_asked_and_taken_back_before_the_hub_heard_of_it(shop, two):
    which = ask(two[0])
    cancel(two[0], which)
    meet(shop, *two)
    assert [table[which]["answer"] for table in everywhere(shop, two, booking)] == [CANCELLED] * 3


def test_the_hub_may_take_a_request_back_too(shop, two):
    which = ask(two[0])
    meet(shop, *two)
    with shop.store.write() as writer:
        writer.cancel("booking", which)
    with pytest.raises(LookupError), shop.store.write() as writer:
        writer.cancel("booking", which)
    meet(shop, *two)
    assert rows(two[1], booking)[which]["answer"] == CANCELLED


@pytest.mark.parametrize("field", ["answer", "why"])
def test_only_the_hub_answers(shop, two, field):
    with pytest.raises(ValueError, match="only the hub answers"), two[0].write() as writer:
        writer.insert("booking", {"what": "a fitting", field: "granted"})
    made = write(1, "booking", "b1", what="a fitting", **{field: "granted"})
    (verdict,) = push(shop, made).verdicts
    assert verdict.code is Code.INVALID_RECORD


@pytest.mark.parametrize(
    "fields", [{"answer": "granted"}, {"what": "?"}, {"answer": CANCELLED, "why": "?"}, {}]
)
def test_a_device_changes_nothing_of_a_request_but_takes_it_back(shop, two, fields):
    which = ask(two[0])
    go(two[0], shop.hub("a"))
    with pytest.raises(ValueError, match="do not change"), two[0].write() as writer:
        writer.update("booking", which, fields)
    (verdict,) = push(shop, write(1, "booking", which, new=False, **fields), device="c").verdicts
    assert verdict.code is Code.INVALID_RECORD


def test_a_request_is_made_once(shop):
    push(shop, write(1, "booking", "b1", what="a fitting"))
    decide(shop, "b1")
    again = write(2, "booking", "b1", what="a fitting")
    unknown = write(3, "booking", "b2", new=False, answer=CANCELLED)
    reply = push(shop, again, unknown)
    assert [v.status for v in reply.verdicts] == [Status.DUPLICATE, Status.REJECTED]
    assert rows(shop.store, booking)["b1"]["answer"] == "granted"


def test_only_requests_are_taken_back(two):
    with pytest.raises(ValueError, match="no requests"), two[0].write() as writer:
        writer.cancel("person", "ada")
