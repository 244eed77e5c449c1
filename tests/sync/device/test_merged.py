"""Several pages as one."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sync.device.told.merged import merged
from sync.wire import Page, ToldRecord


def told(seq: int, record_id: str, **more) -> ToldRecord:
    return ToldRecord(seq=seq, collection="visit", id=record_id, **more)


def page(*records: ToldRecord, **more) -> Page:
    last = records[-1].seq
    hashes = [record.seq for record in records]
    return Page(epoch="e", hub_now=last, records=list(records), next=last, upto=last, hashes=hashes, **more)


def test_the_newest_of_a_record_stands_in_the_order_of_the_feed():
    (one,) = merged([page(told(1, "a"), told(2, "b")), page(told(3, "a", deleted=True), told(4, "c"))])
    assert [(r.seq, r.id, r.deleted) for r in one.records] == [
        (2, "b", False),
        (3, "a", True),
        (4, "c", False),
    ]
    assert one.hashes == [2, 3, 4]
    assert (one.next, one.hub_now) == (4, 4)


def test_pages_on_which_groups_come_or_go_stay_as_they_are():
    pages = [page(told(1, "a")), page(told(2, "b"), left=["g"])]
    assert merged(pages) == pages
    pages = [page(told(1, "a"), entered=["g"]), page(told(2, "b"))]
    assert merged(pages) == pages


def test_one_page_is_itself():
    pages = [page(told(1, "a"))]
    assert merged(pages) == pages
    assert merged([]) == []


@given(
    st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4, unique=True), min_size=1, max_size=6)
)
def test_it_says_what_the_pages_say_one_after_the_other(ids):
    seq = iter(range(1, 1_000))
    pages = [page(*(told(next(seq), record_id) for record_id in some)) for some in ids]
    after = {record.id: record for each in pages for record in each.records}
    (one,) = merged(pages)
    assert {record.id: record for record in one.records} == after
    assert len(one.records) == len(after)
    assert msgspec.structs.replace(one, records=[], hashes=[]) == msgspec.structs.replace(
        pages[-1], records=[], hashes=[]
    )
