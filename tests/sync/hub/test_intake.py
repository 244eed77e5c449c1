"""What devices push: once each, with an answer each."""

import msgspec
import pytest
import sqlalchemy as sa

from sync.clock import Stamp
from sync.errors import Code, HubRefused
from sync.hub import schema
from sync.wire import PushedRecord, Status
from tests.sync.pushed import STAMP, page, push, write
from tests.sync.shop import NOON, person, rows, visit


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
