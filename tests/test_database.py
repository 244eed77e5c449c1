from pathlib import Path

import pytest
import sqlalchemy as sa

from clienteling import database
from clienteling.customers.search import search
from clienteling.customers.tables import customer
from clienteling.database import SCHEMA_VERSION, create_tables
from clienteling.errors import DatabaseTooNew
from sync.device.database import open_encrypted, open_plain


@pytest.fixture
def engine(tmp_path: Path):
    opened = open_encrypted(tmp_path / "replica.db", b"k" * 32)
    yield opened
    opened.dispose()


def tables(engine: sa.Engine) -> set[str]:
    return set(sa.inspect(engine).get_table_names())


def test_an_encrypted_replica_gets_its_tables_and_its_search(engine):
    create_tables(engine)
    with engine.begin() as conn:
        conn.execute(customer.insert().values(id="ada", given_name="Ada", family_name="D'Orsi"))
    create_tables(engine)
    with engine.connect() as conn:
        assert [hit.id for hit in search(conn, "dorsi")] == ["ada"]
        assert conn.exec_driver_sql("pragma user_version").scalar() == SCHEMA_VERSION


def test_a_file_from_a_newer_version_is_left_as_it_is(engine):
    with engine.begin() as conn:
        conn.exec_driver_sql(f"pragma user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(DatabaseTooNew) as refused:
        create_tables(engine)
    assert (refused.value.found, refused.value.known) == (SCHEMA_VERSION + 1, SCHEMA_VERSION)
    assert tables(engine) == set()


def test_an_interrupted_start_leaves_nothing_half_made(engine, monkeypatch):
    def power_cut(_conn: sa.Connection) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as interrupted:
        interrupted.setattr(database, "create_index", power_cut)
        with pytest.raises(KeyboardInterrupt):
            create_tables(engine)
    assert tables(engine) == set()
    create_tables(engine)
    assert "customer" in tables(engine)


def test_a_plain_file_is_as_good(tmp_path):
    opened = open_plain(tmp_path / "plain.db")
    create_tables(opened)
    assert {"customer", "event", "recent_customer", "sign_in_attempt"} <= tables(opened)
    opened.dispose()
