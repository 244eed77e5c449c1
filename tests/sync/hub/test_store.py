import msgspec
import pytest
import sqlalchemy as sa

from sync.clock import Stamp
from sync.errors import Code, EpochChanged, HubRefused
from sync.hub import schema
from sync.hub.database import open_hub
from sync.hub.store import HubStore
from sync.wire import Page, Push, PushedRecord, Status
from tests.sync.shop import NOON, REGISTRY, digest, metadata, person, product, rows, visit

STAMP = str(Stamp(NOON, 0, "aa"))


def write(
    dseq, collection="visit", record_id=None, *, stamp=STAMP, new=True, seen=None, **fields
) -> PushedRecord:
    name = record_id or f"{collection}{dseq}"
    return PushedRecord(
        dseq=dseq, collection=collection, id=name, fields=fields, stamp=stamp, new=new, seen=seen or {}
    )


def push(shop, *records, device="a"):
    return shop.store.apply(device, Push(epoch=shop.store.epoch, records=list(records)))


def page(shop, after=0, limit=5000) -> Page:
    return msgspec.json.decode(shop.store.page(shop.store.epoch, after, limit), type=Page)


def test_each_record_stands_once_in_the_feed_at_its_newest_position(shop):
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
        writer.insert("person", {"id": "bob"})
        writer.update("person", "ada", {"name": "Ada M."})
    with shop.store.write() as writer:
        writer.update("person", "ada", {"loyal": True})
    feed = page(shop)
    assert [(r.seq, r.id) for r in feed.records] == [(2, "bob"), (4, "ada")]
    assert feed.records[1].fields == {"name": "Ada M.", "loyal": True}
    assert (feed.next, feed.upto, feed.complete) == (4, 4, True)
    assert shop.store.head == 4


def test_pages_are_cut_by_their_limit_and_follow_each_other(shop):
    with shop.store.write() as writer:
        writer.insert_many("product", [{"id": f"p{i}"} for i in range(7)])
    ids, after = [], 0
    while True:
        part = page(shop, after, 3)
        ids += [r.id for r in part.records]
        after = part.next
        if part.complete:
            break
    assert ids == [f"p{i}" for i in range(7)]
    assert page(shop, 7).records == []
    assert page(shop, 0, 0).next == 1


def test_a_page_holds_the_stored_bytes(shop):
    with shop.store.write() as writer:
        writer.insert("product", {"id": "p", "title": "Caffè ☕"})
    with shop.store.read() as connection:
        body = connection.execute(sa.select(schema.feed.c.body)).scalar_one()
    assert body in shop.store.page(shop.store.epoch, 0, 10)


def test_an_empty_epoch_starts_from_zero_and_another_is_refused(shop):
    with shop.store.write() as writer:
        writer.insert("product", {"id": "p"})
    assert len(msgspec.json.decode(shop.store.page("", 1, 10), type=Page).records) == 1
    with pytest.raises(EpochChanged):
        shop.store.page("another", 0, 10)


def test_listeners_hear_what_changed_and_the_head(shop):
    heard = []
    shop.store.listeners.append(lambda changes, head: heard.append((changes.records, head)))
    with shop.store.write() as writer:
        writer.insert("product", {"id": "p"})
        assert heard == []
    push(shop, write(1, at=1))
    with shop.store.write():
        pass
    assert heard == [({"product": {"p"}}, 1), ({"visit": {"visit1"}}, 2)]


def die_after(_id: str) -> None:
    raise RuntimeError


def test_a_block_that_raises_leaves_no_trace(shop):
    with pytest.raises(RuntimeError), shop.store.write() as writer:
        die_after(writer.insert("product", {"id": "p"}))
    assert shop.store.head == 0
    assert rows(shop.store, product) == {}
    assert page(shop).records == []


def test_positions_and_clock_go_on_after_a_restart(shop):
    shop.wall.ms = NOON + 50_000
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada"})
    epoch, stamp = shop.store.epoch, shop.store.clock.last
    shop.wall.ms = NOON
    store = shop.open_hub()
    assert (store.epoch, store.head, store.clock.last) == (epoch, 1, stamp)
    with store.write() as writer:
        writer.update("person", "ada", {"name": "Ada"})
    assert page(shop).records[0].stamps["name"] > str(stamp)


def test_writes_get_an_answer_each_and_count(shop):
    reply = push(shop, write(1, at=1), write(2, "person", name="Ada"))
    assert [v.status for v in reply.verdicts] == [Status.APPLIED, Status.APPLIED]
    assert [v.seq for v in reply.verdicts] == [1, 2]
    assert reply.last_dseq == shop.store.hello("a").last_dseq == 2
    assert shop.store.hello("b").last_dseq == 0
    assert reply.hub_now == NOON


def test_a_gap_is_refused_and_nothing_of_the_push_is_kept(shop):
    push(shop, write(1, at=1))
    with pytest.raises(HubRefused, match="expected 3, not 4") as refusal:
        push(shop, write(2, at=2), write(4, at=4))
    assert refusal.value.code is Code.SEQUENCE_GAP
    assert set(rows(shop.store, visit)) == {"visit1"}
    assert shop.store.hello("a").last_dseq == 1


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (write(1, "unheard_of"), Code.UNKNOWN_COLLECTION),
        (write(1, "product", title="Bag"), Code.NOT_WRITABLE),
        (write(1, at="noon"), Code.INVALID_RECORD),
        (write(1, at=1.5), Code.INVALID_RECORD),
        (write(1), Code.INVALID_RECORD),
        (write(1, at=None), Code.INVALID_RECORD),
        (write(1, at=2**70), Code.INVALID_RECORD),
        (write(1, record_id="x" * 201, at=1), Code.INVALID_RECORD),
        (PushedRecord(dseq=1, collection="visit", id="", fields={"at": 1}, stamp=STAMP), Code.INVALID_RECORD),
        (write(1, stamp="now", at=1), Code.INVALID_RECORD),
        (write(1, "person", email="x", seen={"email": {"bb": "then"}}), Code.INVALID_RECORD),
        (
            PushedRecord(dseq=1, collection="visit", id="x", fields={"id": "y"}, stamp=STAMP),
            Code.INVALID_RECORD,
        ),
        (write(1, "person", new=False, name="Ada"), Code.MISSING_RECORD),
    ],
)
def test_a_bad_record_is_refused_with_a_code_and_the_rest_flow_on(shop, record, code):
    reply = push(shop, record, write(2, at=2))
    assert [(v.status, v.code) for v in reply.verdicts] == [(Status.REJECTED, code), (Status.APPLIED, None)]
    assert reply.verdicts[0].seq == 0
    assert reply.verdicts[0].message
    again = push(shop, record, write(2, at=2))
    assert [(v.status, v.code) for v in again.verdicts] == [(Status.REJECTED, code), (Status.DUPLICATE, None)]
    assert again.verdicts[0].message == reply.verdicts[0].message


def test_what_was_refused_is_kept_for_a_person_to_look_at(shop):
    push(shop, write(1, at="noon"))
    with shop.store.read() as connection:
        (row,) = connection.execute(sa.select(schema.rejected)).all()
    assert (row.device_id, row.dseq, row.code, row.at) == ("a", 1, "invalid_record", NOON)
    assert msgspec.json.decode(row.body)["fields"] == {"at": "noon"}


def body_of(shop, *records: str) -> bytes:
    return f'{{"epoch": "{shop.store.epoch}", "records": [{", ".join(records)}]}}'.encode()


@pytest.mark.parametrize(
    "broken",
    [
        '{"dseq": 1}',
        '{"dseq": 1, "collection": "visit", "id": 7, "fields": {}, "stamp": ""}',
        '{"dseq": 1, "collection": "visit", "id": "x", "fields": [], "stamp": ""}',
        '{"dseq": 1, "collection": null, "id": "x", "fields": {}, "stamp": ""}',
        '{"dseq": 1, "collection": "visit", "id": "x", "fields": {"at": 1}, "stamp": "", "new": "yes"}',
    ],
)
def test_a_record_of_the_wrong_shape_is_refused_by_itself(shop, broken):
    good = msgspec.json.encode(write(2, at=2)).decode()
    for expected in (Status.APPLIED, Status.DUPLICATE):
        reply = shop.store.apply("a", body_of(shop, broken, good))
        assert [v.status for v in reply.verdicts] == [Status.REJECTED, expected]
        assert reply.verdicts[0].code is Code.INVALID_RECORD
    assert set(rows(shop.store, visit)) == {"visit2"}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"epoch": "x"}', b'{"epoch": "x", "records": [{}]}', b"\xff"]
)
def test_a_message_that_cannot_be_read_is_refused(shop, body):
    with pytest.raises(HubRefused) as refusal:
        shop.store.apply("a", body)
    assert refusal.value.code is Code.MALFORMED


def test_an_empty_push_is_answered(shop):
    assert push(shop).verdicts == []


def test_a_fact_that_is_there_already_is_no_second_one(shop):
    push(shop, write(1, record_id="v", at=1))
    (same,) = push(shop, write(1, record_id="v", at=1), device="b").verdicts
    assert (same.status, same.seq) == (Status.DUPLICATE, 1)
    (other,) = push(shop, write(2, record_id="v", at=99), device="b").verdicts
    assert (other.status, other.seq) == (Status.APPLIED, 2)
    assert rows(shop.store, visit)["v"]["at"] == 1
    assert page(shop).records[0].fields == {"at": 1}


def test_a_stamp_from_the_future_is_brought_back_and_said(shop):
    future = str(Stamp(NOON + 60_001, 0, "aa"))
    (verdict,) = push(shop, write(1, "person", "ada", stamp=future, name="Ada")).verdicts
    assert verdict.status is Status.ADJUSTED
    (record,) = page(shop).records
    assert Stamp.parse(record.stamps[""]).ms == NOON
    shop.wall.ms += 1
    later = str(Stamp(NOON + 1, 5, "bb"))
    push(shop, write(1, "person", "ada", stamp=later, new=False, name="Ada M."), device="b")
    assert rows(shop.store, person)["ada"]["name"] == "Ada M."


def test_a_stamp_within_the_minute_is_taken_as_it_is(shop):
    near = str(Stamp(NOON + 60_000, 0, "aa"))
    (verdict,) = push(shop, write(1, "person", "ada", stamp=near, name="Ada")).verdicts
    assert verdict.status is Status.APPLIED
    with shop.store.write() as writer:
        writer.update("person", "ada", {"name": "the hub, afterwards"})
    assert page(shop).records[0].fields["name"] == "the hub, afterwards"


def test_a_write_that_loses_still_moves_the_record_so_that_its_writer_hears(shop):
    push(shop, write(1, "person", "ada", stamp=str(Stamp(NOON + 10, 0, "aa")), name="newer"))
    (verdict,) = push(
        shop, write(1, "person", "ada", stamp=str(Stamp(NOON, 0, "bb")), new=False, name="older"), device="b"
    ).verdicts
    assert (verdict.status, verdict.seq) == (Status.APPLIED, 2)
    (record,) = page(shop).records
    assert record.fields["name"] == rows(shop.store, person)["ada"]["name"] == "newer"


def test_fields_that_the_hub_does_not_know_travel_on(shop):
    push(shop, write(1, "person", "ada", name="Ada", shoe="38"))
    with shop.store.write() as writer:
        writer.update("person", "ada", {"name": "Ada M."})
    assert page(shop).records[0].fields == {"name": "Ada M.", "shoe": "38"}


def test_a_fields_record_with_nothing_in_it_is_still_a_record(shop):
    push(shop, write(1, "person", "ada"))
    push(shop, write(2, "person", "ada", new=False, unheard_of=1))
    assert rows(shop.store, person)["ada"]["name"] == ""


@pytest.mark.parametrize("beside", [(), (write(4, receipt="R", at=1), write(5, receipt="R", at=1))])
def test_a_record_may_be_made_and_changed_in_one_push(shop, beside):
    """Also when a row that the table refuses makes the hub look at each by itself."""
    stamps = [str(Stamp(NOON, n, "aa")) for n in range(3)]
    reply = push(
        shop,
        write(1, "person", "ada", stamp=stamps[0], name="Ada", tags=[1]),
        write(2, "person", "ada", stamp=stamps[1], new=False, loyal=True),
        write(3, "person", "ada", stamp=stamps[2], new=False, name="Ada M.", born_on="1990-01-01"),
        *beside,
    )
    ada = {"id": "ada", "name": "Ada M.", "email": "", "loyal": True, "tags": [1], "born_on": "1990-01-01"}
    assert rows(shop.store, person) == {"ada": ada}
    assert len(rows(shop.store, visit)) == len(beside) // 2
    assert [v.status for v in reply.verdicts].count(Status.REJECTED) == len(beside) // 2


def test_the_hub_writes_with_knowledge_of_all_it_holds(shop):
    push(shop, write(1, "person", "ada", email="one@x.it", seen={"email": {}}))
    with shop.store.write() as writer:
        writer.update("person", "ada", {"email": "hub@x.it"})
    assert page(shop).records[0].rivals == {}
    shop.wall.ms += 100
    push(
        shop,
        write(1, "person", "ada", stamp=str(Stamp(NOON + 99, 0, "bb")), new=False, email="two@x.it"),
        device="b",
    )
    (record,) = page(shop).records
    assert record.fields["email"] == "two@x.it"
    assert [r.value for r in record.rivals["email"]] == ["hub@x.it"]


def test_files_are_kept_once_under_their_digest(shop):
    with shop.store.write() as writer:
        assert writer.add_blob(b"drawing") == digest(b"drawing")
    assert shop.store.add_blob(b"drawing") == digest(b"drawing")
    assert shop.store.blob(digest(b"drawing")) == b"drawing"
    assert shop.store.blob("0" * 64) is None
    with pytest.raises(HubRefused) as refusal:
        shop.hub("a").blob("0" * 64)
    assert refusal.value.code is Code.NOT_FOUND


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda w: w.insert("unheard_of", {}), ValueError),
        (lambda w: w.insert("visit", {"at": "noon"}), ValueError),
        (lambda w: w.insert("visit", {"at": 1, "colour": 1}), ValueError),
        (lambda w: w.insert("visit", {"at": 1, "id": 5}), ValueError),
        (lambda w: w.update("visit", "v", {"at": 2}), ValueError),
        (lambda w: w.update("person", "nobody", {"name": "x"}), LookupError),
        (lambda w: w.update("product", "gone", {"title": "x"}), LookupError),
        (lambda w: w.remove("person", "ada"), ValueError),
    ],
)
def test_what_the_hub_itself_may_not_write(shop, act, error):
    with shop.store.write() as writer:
        writer.insert("product", {"id": "gone"})
        writer.remove("product", "gone")
    with pytest.raises(error), shop.store.write() as writer:
        act(writer)


def test_an_update_with_nothing_to_change_moves_nothing(shop):
    with shop.store.write() as writer:
        writer.insert("product", {"id": "p", "title": "Bag"})
        writer.update("product", "p", {})
        assert writer.now == NOON
    assert shop.store.head == 1
    with shop.store.write() as writer:
        writer.update("product", "p", {"title": "Big bag"})
    assert page(shop).records[0].fields == {"title": "Big bag"}


def test_a_push_to_a_full_disk_is_refused_whole_and_works_again_with_room(tmp_path):
    engine = open_hub(tmp_path / "hub.db")
    metadata.create_all(engine)
    store = HubStore(engine, REGISTRY, lambda: NOON)
    store.apply("a", Push(epoch=store.epoch, records=[write(1, at=1)]))
    limit = set_pages(engine, None)
    set_pages(engine, limit + 4)
    records = [write(2, at=2), *(write(n, "person", name="x" * 20_000) for n in range(3, 20))]
    with pytest.raises(HubRefused) as refusal:
        store.apply("a", Push(epoch=store.epoch, records=records))
    assert refusal.value.code is Code.STORAGE_FULL
    assert set(rows(store, visit)) == {"visit1"}
    assert (store.head, store.hello("a").last_dseq) == (1, 1)
    set_pages(engine, 100_000)
    reply = store.apply("a", Push(epoch=store.epoch, records=records))
    assert {v.status for v in reply.verdicts} == {Status.APPLIED}
    engine.dispose()


def set_pages(engine, limit: int | None) -> int:
    """Let the file of the pool's one connection grow to `limit` pages. Returns how many it has."""
    with engine.connect() as connection:
        if limit is not None:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {limit}")
        return connection.exec_driver_sql("PRAGMA page_count").scalar_one()


def test_another_database_error_is_not_called_a_full_disk(shop):
    with pytest.raises(sa.exc.OperationalError, match="no such table"), shop.store.write() as writer:
        writer.connection.exec_driver_sql("SELECT * FROM nowhere")


def test_a_renewed_epoch_is_kept(shop):
    before = shop.store.epoch
    renewed = shop.store.renew_epoch()
    assert renewed != before
    assert shop.open_hub().epoch == renewed
