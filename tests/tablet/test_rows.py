from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject

from clienteling.tablet.rows import Rows


@dataclass(frozen=True)
class Pair:
    key: str
    price_cents: int = 0


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def rows(owner: QObject) -> Rows[Pair]:
    return Rows(Pair, owner)


def pairs(keys: str) -> list[Pair]:
    return [Pair(key) for key in keys]


def test_a_field_is_a_role_of_its_name(rows: Rows[Pair]) -> None:
    assert sorted(bytes(name) for name in rows.roleNames().values()) == [b"key", b"price_cents"]


@pytest.mark.parametrize(
    ("old", "new"), [("", "abc"), ("abc", ""), ("abc", "axc"), ("abc", "abcd"), ("bcd", "abcd"), ("ab", "ba")]
)
def test_any_list_becomes_any_other(rows: Rows[Pair], old: str, new: str) -> None:
    rows.replace(pairs(old))
    rows.replace(pairs(new))
    assert [row.key for row in rows.rows] == list(new)
    assert rows.rowCount() == len(new)


def test_rows_that_stay_are_not_inserted_again(rows: Rows[Pair]) -> None:
    rows.replace(pairs("abc"))
    inserted: list[tuple[int, int]] = []
    rows.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    rows.replace(pairs("abxc"))
    assert inserted == [(2, 2)]


def test_a_changed_row_is_drawn_again_in_its_place(rows: Rows[Pair]) -> None:
    rows.replace(pairs("abc"))
    drawn: list[int] = []
    rows.dataChanged.connect(lambda first, _last: drawn.append(first.row()))
    rows.replace([Pair("a"), Pair("b", 900), Pair("c")])
    assert drawn == [1]
