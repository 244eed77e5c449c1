"""Bytes and values that nobody would send, into all that reads: only the documented errors come out."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.compression import BodyTooLarge, NotCompressed, compress, decompress
from sync.digest import read_difference, read_page
from sync.errors import HubRefused
from sync.hub.intake.arrival import read_push
from sync.pairing_code import PairingCode, Problem, read
from sync.snapshot.info import SnapshotInfo
from sync.wire import Bell, Hello, Refusal, Status
from tests.sync.shop import REGISTRY, Shop, go, opened

LIMIT = 10_000
MANY = settings(max_examples=100, deadline=None, database=None)
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
anything = st.recursive(
    st.none() | st.booleans() | numbers | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
names = st.sampled_from(["epoch", "records", "seq", "next", "upto", "hub_now", "dseq", "fields", "id"])
messages = st.dictionaries(names, anything | st.lists(st.dictionaries(names, anything), max_size=3))
bodies = st.binary(max_size=300) | messages.map(lambda said: json.dumps(said).encode())


@MANY
@given(bodies)
def test_a_message_is_read_or_refused_as_unreadable(body):
    for reader in (read_page, read_difference):
        try:
            reader(body)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
    for kind in (Hello, Bell, SnapshotInfo, Refusal):
        try:
            msgspec.json.decode(body, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue


@MANY
@given(bodies)
def test_a_push_is_read_or_malformed(body):
    try:
        numbers = [record.dseq for record in read_push(body).writes]
    except HubRefused:
        return
    assert all(number > 0 for number in numbers)


@MANY
@given(st.binary(max_size=400), st.integers(1, LIMIT))
def test_what_is_decompressed_is_never_more_than_allowed(body, limit):
    frame = zstandard.FRAME_HEADER_MAGIC if hasattr(zstandard, "FRAME_HEADER_MAGIC") else b"(\xb5/\xfd"
    for packed in (body, frame + body, compress(body * 50), compress(body * 50)[: len(body)]):
        try:
            assert len(decompress(packed, limit)) <= limit
        except (BodyTooLarge, NotCompressed):
            continue


@MANY
@given(
    st.text(max_size=60)
    | st.from_regex(r"PAIR[0-9][0-9A-Z]{0,80}", fullmatch=True)
    | st.from_regex(r"[a-z0-9.:\[\]]{0,20} [0-9A-Z]{4}(-[0-9A-Z]{4}){0,5}", fullmatch=True)
)
def test_a_code_is_read_or_says_what_is_wrong_with_it(text):
    code = read(text)
    assert isinstance(code, PairingCode | Problem)


stamps = st.from_regex(r"[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-z]{1,32}", fullmatch=True) | st.text(max_size=6)
columns = st.sampled_from(sorted({name for collection in REGISTRY for name in collection.columns}))
writes = st.lists(
    st.fixed_dictionaries(
        {
            "collection": st.sampled_from([*(c.name for c in REGISTRY), "nothing"]),
            "id": st.sampled_from(["ada", "bag", "vip"]) | st.text(max_size=5),
            "fields": st.dictionaries(columns | st.text(max_size=4), anything, max_size=5),
            "stamp": stamps,
            "seen": st.dictionaries(columns | st.just(""), st.dictionaries(st.text(max_size=4), stamps)),
            "new": st.booleans(),
        }
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def shop() -> Iterator[Shop]:
    with tempfile.TemporaryDirectory() as directory, opened(Path(directory)) as one:
        yield one


@settings(MANY, max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(writes)
def test_every_write_gets_an_answer_whatever_is_in_it(shop, written):
    """And every device can read afterwards what the hub made of it."""
    last = shop.store.hello("fuzzed").last_dseq
    records = [{"dseq": number} | each for number, each in enumerate(written, start=last + 1)]
    reply = shop.store.apply("fuzzed", json.dumps({"epoch": shop.store.epoch, "records": records}).encode())
    assert [verdict.dseq for verdict in reply.verdicts] == [record["dseq"] for record in records]
    assert all(v.code for v in reply.verdicts if v.status is Status.REJECTED)
    tablet = shop.device("reader")
    go(tablet, shop.hub("reader"))
    assert tablet.cursor().seq == shop.store.head
