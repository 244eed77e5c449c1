import pytest

from tests.sync.shop import REGISTRY


@pytest.mark.parametrize(
    ("collection", "record_id", "fields", "group"),
    [
        ("person", "ada", {"name": "Ada"}, "ada"),
        ("visit", "v1", {"person_id": "ada"}, "ada"),
        ("visit", "v1", {"person_id": None}, ""),
        ("visit", "v1", {"person_id": ""}, ""),
        ("visit", "v1", {}, ""),
        ("visit", "v1", {"person_id": 7}, ""),
        ("product", "bag", {"person_id": "ada"}, ""),
        ("something newer", "x", {"person_id": "ada"}, ""),
    ],
)
def test_a_record_belongs_to_the_group_that_its_column_names(collection, record_id, fields, group):
    assert REGISTRY.group_of(collection, record_id, fields) == group


def test_the_grouped_collections_are_those_with_a_column_for_it():
    assert [c.name for c in REGISTRY.grouped] == ["person", "visit", "tag", "booking"]
