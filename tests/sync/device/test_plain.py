"""Which records go straight from their JSON into rows, and that all others are left to the general way."""

import msgspec
import pytest

from sync.device.told import plain
from sync.wire import ToldRecord
from tests.sync.shop import REGISTRY


def told(fields: bytes, **more) -> ToldRecord:
    return ToldRecord(seq=1, collection="person", id="ada", body=msgspec.Raw(fields), **more)


def sort(*records: ToldRecord, written=frozenset()) -> plain.Sorted:
    return plain.sort(REGISTRY["person"], records, written)


def test_a_plain_record_is_a_row_with_what_it_does_not_name_as_it_is_without():
    found = sort(told(b'{"email":"a@x.it","tags":[1, {"b":"\\u00e8"}],"loyal":true}'))
    named = dict(zip(REGISTRY["person"].columns, found.rows[0], strict=True))
    expected = {"id": "ada", "name": "", "email": "a@x.it", "loyal": True, "born_on": None}
    assert {name: named[name] for name in expected} == expected
    assert msgspec.json.decode(named["tags"]) == [1, {"b": "è"}]
    assert found.others == []


@pytest.mark.parametrize(
    "fields",
    [
        b'{"name":"no e-mail, on which a watched value would rest"}',
        b'{"email":"a@x.it","shoe":"38"}',
        b'{"email":7}',
        b'{"email":"a@x.it","loyal":1}',
        b'{"email":"a@x.it","tags":null}',
        b'{"email":"a@x.it","name":"\\u0000"}',
        b'{"email":"\xff"}',
        b'{"email":"\\ud800"}',
        b"[]",
    ],
)
def test_what_says_more_less_or_something_else_is_left_to_the_general_way(fields):
    record = told(fields)
    found = sort(record)
    assert (found.plain, found.rows, found.others) == ([], [], [record])


@pytest.mark.parametrize(
    "more", [{"deleted": True}, {"seen": {"email": {"aa": "s"}}}, {"rivals": {"email": []}}, {"dots": ["s"]}]
)
def test_what_has_to_be_merged_is_left_to_the_general_way(more):
    record = told(b'{"email":"a@x.it"}', **more)
    assert sort(record).others == [record]
    assert sort(told(b'{"email":"a@x.it"}'), written={"ada"}).rows == []
