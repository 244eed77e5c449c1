"""Prepared queries find what SQLAlchemy finds, row by row."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from clienteling.prepared import Prepared
from sync.device.database import open_encrypted, open_plain

METADATA = sa.MetaData()
SHOE = sa.Table(
    "shoe",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("sold", sa.Boolean),
    sa.Column("items", sa.JSON),
    sa.Column("at", sa.BigInteger),
    sa.Column("kind", sa.Text),
)
IDS = [f"shoe-{n:03}" for n in range(400)]
SOLD = Prepared(
    sa.select(SHOE, sa.exists(sa.select(1).where(SHOE.c.at > 5)).label("any_later"))
    .where(
        SHOE.c.id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)),
        SHOE.c.kind.in_(["boot", "sandal"]),
        SHOE.c.sold.is_(True),
        SHOE.c.at < sa.bindparam("before", type_=sa.BigInteger),
    )
    .order_by(SHOE.c.id)
)


@pytest.fixture(params=["plain", "encrypted"])
def conn(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Connection]:
    path = tmp_path / "shoes.db"
    engine = open_plain(path) if request.param == "plain" else open_encrypted(path, b"k" * 32)
    with engine.begin() as connection:
        METADATA.create_all(connection)
        connection.execute(SHOE.insert(), [_shoe(n, i) for n, i in enumerate(IDS)])
        yield connection
    engine.dispose()


def _shoe(number: int, shoe_id: str) -> dict[str, object]:
    kind = ("boot", "sandal", "loafer")[number % 3]
    items = {"left": number, "right": ["laces"]} if number % 4 else None
    return {"id": shoe_id, "sold": number % 2 == 0, "items": items, "at": number, "kind": kind}


@pytest.mark.parametrize("count", [0, 1, 2, 3, 17, 64, 255, 257, 400])
def test_it_finds_the_same_for_lists_of_any_length(conn: sa.Connection, count: int) -> None:
    asked = {"ids": IDS[:count], "before": 300}
    expected = [tuple(row) for row in conn.execute(SOLD.query, asked)]
    assert [tuple(row) for row in SOLD.rows(conn, asked)] == expected
    assert len(expected) == sum(1 for n in range(min(count, 300)) if n % 2 == 0 and n % 3 != 2)


def test_values_come_as_the_columns_say(conn: sa.Connection) -> None:
    four, six, *_ = SOLD.rows(conn, {"ids": IDS[4:10], "before": 300})
    assert (four.id, four.sold, four.items, four.any_later) == ("shoe-004", True, None, True)
    assert six.items == {"left": 6, "right": ["laces"]}


def test_the_first_of_none_is_none(conn: sa.Connection) -> None:
    assert SOLD.first(conn, {"ids": ["shoe-001"], "before": 300}) is None
    assert SOLD.first(conn, {"ids": ["shoe-004"], "before": 300}).at == 4


def test_it_sees_what_its_own_transaction_wrote(conn: sa.Connection) -> None:
    conn.execute(SHOE.update().where(SHOE.c.id == "shoe-001").values(sold=True))
    assert [row.id for row in SOLD.rows(conn, {"ids": IDS[:2], "before": 300})] == ["shoe-000", "shoe-001"]


def test_what_goes_wrong_is_what_sqlalchemy_says(conn: sa.Connection) -> None:
    conn.execute(sa.text("alter table shoe rename to boot"))
    with pytest.raises(sa.exc.OperationalError, match="no such table: shoe"):
        SOLD.rows(conn, {"ids": IDS[:1], "before": 300})
