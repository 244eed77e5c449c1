"""An area manager stands in the shops of her area, and answers for those alone."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from clienteling.schema import metadata
from clienteling.staff.queries import associate_from, associates
from clienteling.staff.reach import answers_for, everywhere
from clienteling.staff.tables import associate
from clienteling.stores.tables import store
from tests.sync.shop import open_plain

SHOPS = {"milano": "north", "torino": "north", "bari": "south", "office": ""}
PEOPLE = (
    ("sofia", "associate", "milano"),
    ("marta", "manager", "milano"),
    ("nora", "area_manager", "torino"),
    ("vera", "area_manager", "office"),
    ("olga", "area_manager", None),
)


@pytest.fixture
def engine(tmp_path: Path) -> sa.Engine:
    made = open_plain(tmp_path / "shops.sqlite")
    metadata.create_all(made)
    with made.begin() as conn:
        for shop, area in SHOPS.items():
            conn.execute(sa.insert(store).values(id=shop, name=shop, area=area))
        for key, role, shop in PEOPLE:
            conn.execute(sa.insert(associate).values(id=key, given_name=key, role=role, store_id=shop))
    return made


@pytest.mark.parametrize(
    ("who", "shops", "all_of_them"),
    [
        ("sofia", set(), False),
        ("marta", {"milano"}, False),
        ("nora", {"milano", "torino"}, False),
        ("vera", set(SHOPS), True),
        ("olga", set(SHOPS), True),
    ],
)
def test_who_answers_for_which_shops(engine: sa.Engine, who: str, shops: set[str], all_of_them: bool) -> None:
    with engine.connect() as conn:
        row = conn.execute(sa.select(associate).where(associate.c.id == who)).one()
        assert {shop.id for shop in answers_for(conn, associate_from(row))} == shops
        assert everywhere(conn, associate_from(row)) is all_of_them


@pytest.mark.parametrize(
    ("shop", "expected"),
    [
        ("milano", ["marta", "nora", "olga", "sofia", "vera"]),
        ("torino", ["nora", "olga", "vera"]),
        ("bari", ["olga", "vera"]),
    ],
)
def test_who_signs_in_where(engine: sa.Engine, shop: str, expected: list[str]) -> None:
    with engine.connect() as conn:
        assert [one.id for one in associates(conn, shop)] == expected
