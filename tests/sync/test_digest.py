"""Counts and sums: the order does not matter, and what is kept up step by step equals what is counted."""

import hashlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.digest import (
    BUCKETS,
    bucket_of,
    by_bucket,
    changed,
    hash_of,
    hashes_of,
    read_difference,
    read_page,
    together,
)
from sync.wire import Tally

numbers = st.integers(-(2**63), 2**63 - 1)


def test_a_hash_is_the_first_eight_bytes_of_sha_256_signed():
    body = b'{"seq":1,"collection":"visit","id":"v"}'
    assert hash_of(body).to_bytes(8, signed=True) == hashlib.sha256(body).digest()[:8]
    assert bucket_of("v") == hashlib.sha256(b"v").digest()[0]


@given(st.dictionaries(st.text(), numbers), st.randoms())
def test_a_tally_kept_up_step_by_step_is_the_one_counted_at_once(hashes, random):
    steps = [(value, True) for value in hashes.values()]
    steps += [(number, entering) for number in (5, -(2**63)) for entering in (True, False)]
    random.shuffle(steps)
    kept = Tally()
    for value, entering in steps:
        kept = changed(kept, entered=[value]) if entering else changed(kept, left=[value])
    assert kept == changed(Tally(), entered=hashes.values())
    assert kept.sum in range(-(2**63), 2**63)


@given(st.dictionaries(st.text(), numbers))
def test_the_buckets_together_are_the_whole(hashes):
    buckets = by_bucket(hashes.items())
    assert len(buckets) == BUCKETS
    assert together(buckets) == changed(Tally(), entered=hashes.values())


@pytest.mark.parametrize("read", [read_page, read_difference])
def test_hashes_are_taken_of_the_bytes_that_came_and_not_believed(read):
    record = b'{"seq": 1, "collection":"visit", "id":"v","later_versions_field":[1.0]}'
    body = b'{"epoch":"e","hub_now":1,"next":1,"upto":1,"hashes":[7],"records":[%s]}' % record
    assert read(body).hashes == [hash_of(record)]
    assert hashes_of(body) == [hash_of(record)]


def test_a_page_without_records_has_no_hashes():
    with pytest.raises(msgspec.DecodeError):
        hashes_of(b'{"records":5}')
    assert hashes_of(b'{"records":[]}') == []
