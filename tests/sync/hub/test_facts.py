"""Facts that are read straight into their rows: the same as what the general way makes of them."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.clock import Stamp
from sync.collection import Collection, Registry, Rule
from sync.hub import schema
from sync.hub.intake.arrival import read_push
from sync.hub.intake.facts import NewFact, readers
from sync.wire import FeedRecord, Push, PushedRecord, Status
from tests.sync.pushed import STAMP, page, push, write
from tests.sync.shop import NOON, REGISTRY, Shop, rows, visit

note = sa.Table(
    "note",
    sa.MetaData(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("about", sa.JSON, nullable=False, server_default="[]"),
    sa.Column("count", sa.Integer, nullable=False, server_default="0"),
    sa.Column("done", sa.Boolean(create_constraint=False), nullable=True),
)
NOTES = Registry((Collection(note, Rule.FACT),))


def read_ahead(record: PushedRecord, registry: Registry = REGISTRY, *beside: PushedRecord) -> bool:
    body = msgspec.json.encode(Push(epoch="", records=[record, *beside]))
    return isinstance(read_push(body, readers(registry)).writes[0], NewFact)


def a_note(**fields: Any) -> PushedRecord:
    return PushedRecord(dseq=1, collection="note", id="n", fields=fields, stamp=STAMP)


@pytest.mark.parametrize(
    "fields",
    [
        {"at": 1},
        {"at": -(2**63), "person_id": None, "spent": 0.5, "receipt": "Zoë \U0001f45c"},
        {"at": 2**63 - 1, "person_id": "ada", "spent": 3},
    ],
)
def test_what_a_table_asks_for_is_read_ahead(fields):
    assert read_ahead(write(1, **fields))


@pytest.mark.parametrize(
    "record",
    [
        write(1),
        write(1, at=None),
        write(1, at="noon"),
        write(1, at=1.0),
        write(1, at=True),
        write(1, at=2**63),
        write(1, at=1, shoe="38"),
        write(1, at=1, receipt="a\0b"),
        write(1, at=1, stamp="now"),
        write(1, at=1, seen={"": {"aa": STAMP}}),
        PushedRecord(dseq=1, collection="visit", id="", fields={"at": 1}, stamp=STAMP),
        write(1, record_id="x" * 201, at=1),
        write(1, record_id="a b", at=1),
        write(1, "person", name="Ada"),
        write(1, "unheard_of", at=1),
    ],
)
def test_whatever_is_more_or_less_than_that_goes_the_general_way(record):
    assert not read_ahead(record)


def test_what_is_written_twice_in_one_push_goes_the_general_way():
    assert not read_ahead(write(1, record_id="v", at=1), REGISTRY, write(2, record_id="v", at=2))


def test_documents_and_small_numbers_are_looked_at():
    deep: list[Any] = []
    for _ in range(60):
        deep = [deep]
    assert read_ahead(a_note(about=[{"size": 38}], count=2**31 - 1, done=True), NOTES)
    assert read_ahead(a_note(about={"of": None}, done=None), NOTES)
    for fields in ({"about": deep}, {"about": None}, {"about": "a text"}, {"count": 2**31}, {"done": 1}):
        assert not read_ahead(a_note(**fields), NOTES)


def test_a_table_that_this_program_fills_or_with_types_of_its_own_has_no_reader():
    filled = sa.Column("made", sa.BigInteger, default=7)
    own = sa.Column("body", sa.LargeBinary)
    for column in (filled, own):
        table = sa.Table("odd", sa.MetaData(), sa.Column("id", sa.Text, primary_key=True), column)
        assert readers(Registry((Collection(table, Rule.FACT),))) == {}


FIELDS = st.fixed_dictionaries(
    {"at": st.integers(-(2**63), 2**63 - 1)},
    optional={
        "person_id": st.none() | st.text(max_size=8),
        "spent": st.none() | st.integers(-9, 9) | st.floats(allow_nan=False, allow_infinity=False),
        "receipt": st.none() | st.text(max_size=8),
    },
)


@pytest.fixture(scope="module")
def two_shops(tmp_path_factory) -> Iterator[tuple[Shop, Shop]]:
    shops = Shop(tmp_path_factory.mktemp("ahead")), Shop(tmp_path_factory.mktemp("general"))
    yield shops
    for shop in shops:
        shop.close()


@settings(max_examples=60, deadline=None)
@given(fields=FIELDS)
def test_both_ways_leave_the_same(two_shops, fields):
    ahead, general = two_shops
    device = f"d{uuid4().hex}"
    fact = write(1, record_id=device, **fields)
    again = msgspec.structs.replace(fact, dseq=2)
    answers = [
        push(shop, *writes, device=device) for shop, writes in ((ahead, [fact]), (general, [fact, again]))
    ]
    assert len({(reply.verdicts[0].status, reply.verdicts[0].code) for reply in answers}) == 1
    assert told_of(ahead, device) == told_of(general, device)


def told_of(shop: Shop, record_id: str) -> tuple[Any, ...]:
    column = schema.feed.c
    with shop.store.read() as connection:
        query = sa.select(column.group_id, column.body).where(column.record_id == record_id)
        in_feed = [
            (row.group_id, msgspec.json.decode(row.body, type=FeedRecord).fields)
            for row in connection.execute(query)
        ]
        (stored,) = connection.execute(sa.select(visit).where(visit.c.id == record_id)).all() or [None]
    return in_feed, stored


def test_facts_and_other_writes_of_one_push_keep_their_order(shop):
    reply = push(
        shop, write(1, at=1), write(2, "person", "ada", name="Ada"), write(3, at=3), write(4, at=None)
    )
    assert [(v.status, v.seq) for v in reply.verdicts] == [
        *((Status.APPLIED, seq) for seq in (1, 2, 3)),
        (Status.REJECTED, 0),
    ]
    assert [(r.seq, r.id) for r in page(shop).records] == [(1, "visit1"), (2, "ada"), (3, "visit3")]
    assert set(rows(shop.store, visit)) == {"visit1", "visit3"}


def test_a_fact_from_the_future_is_taken_and_said_to_be_brought_back(shop):
    (verdict,) = push(shop, write(1, at=1, stamp=str(Stamp(NOON + 60_001, 0, "aa")))).verdicts
    assert verdict.status is Status.ADJUSTED
    assert rows(shop.store, visit)["visit1"]["at"] == 1


def test_a_fact_that_its_table_refuses_is_found_among_those_that_it_takes(shop):
    reply = push(shop, *(write(n, at=n, receipt="R" if n % 2 else f"R{n}") for n in range(1, 5)))
    assert [v.status for v in reply.verdicts] == [
        Status.APPLIED,
        Status.APPLIED,
        Status.REJECTED,
        Status.APPLIED,
    ]
    assert set(rows(shop.store, visit)) == {"visit1", "visit2", "visit4"}
