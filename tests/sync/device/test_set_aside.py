import pytest
import sqlalchemy as sa

from sync.device import schema
from sync.device.outbox import RecordState
from sync.errors import Code
from sync.hub.local import LocalHub
from tests.sync.shop import go, person, rows, tag, visit


def aside(tablet) -> list:
    return [entry for entry in tablet.ledger(0).entries if entry.state is RecordState.SET_ASIDE]


def two_receipts(shop):
    """Two tablets record the same receipt: the hub takes the first only."""
    one, other = shop.device("a"), shop.device("b")
    for tablet in (one, other):
        with tablet.write() as writer:
            writer.insert("visit", {"at": 1, "receipt": "R1"})
            writer.insert("visit", {"at": 2})
    go(one, shop.hub("a"))
    go(other, shop.hub("b"))
    return other


def test_a_refused_write_is_set_aside_with_its_reason_and_the_rest_flow_on(shop):
    tablet = two_receipts(shop)
    (entry,) = aside(tablet)
    assert entry.code is Code.INVALID_RECORD
    assert "receipt" in entry.message
    assert tablet.pending() == 0
    assert len(rows(shop.store, visit)) == 3
    assert entry.record_id in rows(tablet, visit)
    ledger = tablet.ledger(0)
    assert (ledger.recorded, ledger.confirmed, ledger.set_aside, ledger.waiting) == (2, 1, 1, 0)


def test_a_repeated_push_gets_the_same_refusal(shop):
    statuses = []

    class Twice(LocalHub):
        def push(self, push):
            statuses.append([v.status for v in super().push(push).verdicts])
            reply = super().push(push)
            statuses.append([v.status for v in reply.verdicts])
            return reply

    two_receipts(shop)
    tablet = shop.device("c")
    with tablet.write() as writer:
        writer.insert("visit", {"at": 1, "receipt": "R1"})
        writer.insert("visit", {"at": 3})
    go(tablet, Twice(shop.store, "c"))
    assert statuses == [["rejected", "applied"], ["rejected", "duplicate"]]
    assert len(aside(tablet)) == 1


def test_a_set_aside_write_is_tried_again_when_asked(shop):
    tablet = two_receipts(shop)
    (entry,) = aside(tablet)
    go(tablet, shop.hub("b"))
    assert len(aside(tablet)) == 1
    with shop.store.engine.begin() as connection:
        connection.execute(visit.update().where(visit.c.receipt == "R1").values(receipt="R0"))
    assert tablet.retry_set_aside("person") == 0
    assert tablet.retry_set_aside("visit", entry.record_id) == 1
    assert tablet.states("visit", [entry.record_id]) == {entry.record_id: RecordState.SAVED_HERE}
    go(tablet, shop.hub("b"))
    assert tablet.states("visit", [entry.record_id]) == {entry.record_id: RecordState.CONFIRMED}
    assert entry.record_id in rows(shop.store, visit)


def test_the_queue_goes_on_after_something_was_set_aside(shop):
    tablet = two_receipts(shop)
    with tablet.write() as writer:
        one = writer.insert("visit", {"at": 9})
    go(tablet, shop.hub("b"))
    assert one in rows(shop.store, visit)
    assert tablet.pending() == 0


def test_a_change_to_a_record_that_the_hub_lacks_waits_until_it_is_there(shop):
    """The hub was restored; the tablet that made the record comes later than the one that changed it."""
    maker, changer = shop.device("a"), shop.device("b")
    backup = shop.keep("hub")
    with maker.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
    go(maker, shop.hub("a"))
    go(changer, shop.hub("b"))
    with changer.write() as writer:
        writer.update("person", "ada", {"name": "Ada M."})
    shop.restore("hub", backup)
    shop.open_hub().renew_epoch()
    go(changer, shop.hub("b"))
    assert [entry.code for entry in aside(changer)] == [Code.MISSING_RECORD]
    go(maker, shop.hub("a"))
    go(changer, shop.hub("b"))
    go(changer, shop.hub("b"))
    go(maker, shop.hub("a"))
    assert aside(changer) == []
    for where in (maker, changer, shop.store):
        assert rows(where, person)["ada"]["name"] == "Ada M."


def test_what_the_hub_no_longer_knows_goes_when_it_is_given_up_and_can_be_had_back(shop):
    """The tablet was silent for so long that the hub has forgotten that the tag was taken out of its set."""
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("tag", {"id": "vip", "label": "vip"})
    go(tablet, shop.hub("a"))
    with shop.store.write() as writer:
        writer.remove("tag", "vip")
    for days in (1, 95):
        for wall in (shop.wall, *shop.walls.values()):
            wall.ms += days * 24 * 3_600_000
        shop.store.tidy(shop.wall.ms)
    with tablet.write() as writer:
        writer.update("tag", "vip", {"rank": 1})
    go(tablet, shop.hub("a"))
    [entry] = aside(tablet)
    assert (entry.record_id, entry.code) == ("vip", Code.MISSING_RECORD)
    dropped = tablet.drop_set_aside("tag", "vip")
    assert rows(tablet, tag) == {}
    tablet.restore_set_aside(dropped)
    assert (rows(tablet, tag)["vip"]["rank"], len(aside(tablet))) == (1, 1)
    tablet.drop_set_aside("tag", "vip")
    go(tablet, shop.hub("a"))
    assert rows(tablet, tag) == rows(shop.store, tag) == {}


def test_the_outbox_keeps_no_second_mark_of_what_is_pending(shop):
    tablet = two_receipts(shop)
    with tablet.read() as connection:
        open_ = connection.execute(
            sa.select(sa.func.count()).select_from(schema.outbox).where(schema.outbox.c.dseq.is_(None))
        ).scalar_one()
    assert open_ == len(aside(tablet)) == 1


def test_a_refused_record_that_nobody_else_has_is_put_right_and_goes(shop):
    tablet = two_receipts(shop)
    (entry,) = aside(tablet)
    tablet.rewrite_set_aside("visit", entry.record_id, {"receipt": "R2"})
    assert tablet.states("visit", [entry.record_id]) == {entry.record_id: RecordState.SAVED_HERE}
    go(tablet, shop.hub("b"))
    assert tablet.states("visit", [entry.record_id]) == {entry.record_id: RecordState.CONFIRMED}
    assert rows(shop.store, visit)[entry.record_id]["receipt"] == "R2"
    assert rows(tablet, visit)[entry.record_id]["receipt"] == "R2"


def test_what_the_hub_has_or_did_not_refuse_is_not_rewritten_nor_made_into_what_it_cannot_be(shop):
    tablet = two_receipts(shop)
    (entry,) = aside(tablet)
    before = rows(tablet, visit)
    [other] = before.keys() - {entry.record_id} - rows(shop.device("a"), visit).keys()
    with pytest.raises(LookupError):
        tablet.rewrite_set_aside("visit", other, {"receipt": "R2"})
    for impossible in ({"receipt": 7}, {"nothing_of_that_name": "R2"}):
        with pytest.raises(ValueError, match="visit"):
            tablet.rewrite_set_aside("visit", entry.record_id, impossible)
    assert (rows(tablet, visit), len(aside(tablet))) == (before, 1)
