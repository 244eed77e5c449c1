"""The hub's sealing key: made once, and missed when it is gone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from sync.hub.databases.database import open_hub
from sync.hub.schema import metadata
from sync.hub.trust.sealing import Sealing, Standing, begin_anew, sealing_mark, sealing_of
from tests.sync.shop import NOON

DAY = 86_400_000


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request, tmp_path) -> Iterator[sa.Engine]:
    on_file = request.param == "sqlite"
    database = tmp_path / "hub.sqlite" if on_file else request.getfixturevalue("postgresql").database()
    engine = open_hub(database)
    metadata.create_all(engine, [sealing_mark])
    yield engine
    engine.dispose()


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "sealing.key"


def standing(engine: sa.Engine, path: Path, now: int = NOON) -> Sealing:
    return sealing_of(engine, path, now)


def marks(engine: sa.Engine) -> int:
    with engine.connect() as connection:
        return len(connection.execute(sa.select(sealing_mark)).all())


def test_it_is_made_once_and_is_its_owners_only(engine, path):
    first, later = standing(engine, path), standing(engine, path, NOON + DAY)
    assert first.standing is later.standing is Standing.RIGHT
    assert (later.public, later.since) == (first.public, NOON)
    assert first.scope_key("milano") == later.scope_key("milano") != first.scope_key("roma")
    assert path.stat().st_mode & 0o077 == 0
    assert marks(engine) == 1


def test_a_key_that_lies_there_before_the_first_start_is_the_one(engine, path, tmp_path):
    other = open_hub(tmp_path / "other.sqlite")
    metadata.create_all(other, [sealing_mark])
    made = standing(other, path)
    other.dispose()
    assert standing(engine, path).public == made.public


def lose(path: Path) -> None:
    path.unlink()


def spoil(path: Path) -> None:
    path.write_text("no key")


def swap(path: Path) -> None:
    """As another hub's file lies there."""
    path.write_text("5a" * 32, "ascii")


@pytest.mark.parametrize(
    ("happens", "becomes"), [(lose, Standing.GONE), (spoil, Standing.UNUSABLE), (swap, Standing.ANOTHER)]
)
def test_another_one_or_none_is_noticed_told_to_nobody_and_healed_by_the_right_file(
    engine, path, happens, becomes
):
    before = standing(engine, path)
    kept = path.read_bytes()
    happens(path)
    there = path.exists()
    missed = standing(engine, path, NOON + DAY)
    assert (missed.standing, missed.since, missed.key) == (becomes, NOON, None)
    assert missed.public == missed.scope_key("milano") == ""
    assert path.exists() is there
    path.write_bytes(kept)
    assert standing(engine, path).public == before.public


def test_who_begins_anew_seals_with_another_and_the_old_file_is_put_aside(engine, path):
    before, kept = standing(engine, path), path.read_bytes()
    aside = begin_anew(engine, path, NOON + DAY)
    assert aside is not None
    assert aside.read_bytes() == kept
    after = standing(engine, path, NOON + 2 * DAY)
    assert (after.standing, after.since) == (Standing.RIGHT, NOON + DAY)
    assert after.public != before.public
    aside.replace(path)
    assert standing(engine, path).standing is Standing.ANOTHER


def test_beginning_anew_where_nothing_is_left_and_again(engine, path):
    standing(engine, path)
    path.unlink()
    assert begin_anew(engine, path, NOON + DAY) is None
    names = {begin_anew(engine, path, NOON + number * DAY) for number in (2, 3)}
    assert len(names) == 2
    assert standing(engine, path).since == NOON + 3 * DAY
