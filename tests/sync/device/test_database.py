import threading

import pytest
import sqlalchemy as sa

from sync.device.database import CACHE_KIB, ROOMY_KIB, open_encrypted, open_plain, roomy
from sync.device.replica import Replica
from sync.errors import ReplicaUnusable
from sync.sqlite import immediate
from tests.sync.shop import KEY, REGISTRY, Shop, go, metadata, person, rows, visit


def filled(path) -> None:
    engine = open_encrypted(path, KEY)
    metadata.create_all(engine)
    with Replica(engine, REGISTRY).write() as writer:
        for _ in range(50):
            writer.insert("person", {"name": "Giulia Bianchi"})
    engine.dispose()


def test_nothing_of_an_encrypted_replica_can_be_read_in_its_file(tmp_path):
    path = tmp_path / "replica.db"
    filled(path)
    content = path.read_bytes()
    assert b"Giulia" not in content
    assert not content.startswith(b"SQLite format")
    engine = open_encrypted(path, KEY)
    assert len(rows(Replica(engine, REGISTRY), person)) == 50
    engine.dispose()


def test_the_wrong_key_opens_nothing_and_leaves_the_file_alone(tmp_path):
    path = tmp_path / "replica.db"
    filled(path)
    before = path.read_bytes()
    with pytest.raises(ReplicaUnusable, match="key is another one, or the file is damaged"):
        open_encrypted(path, bytes(32))
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["replica.db"]


@pytest.mark.parametrize("opened", [open_plain, lambda path: open_encrypted(path, KEY)])
def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path, opened):
    path = tmp_path / "replica.db"
    path.write_bytes(b"this is a shopping list " * 1000)
    before = path.read_bytes()
    with pytest.raises(ReplicaUnusable):
        opened(path)
    assert path.read_bytes() == before


def test_damage_inside_the_file_is_named_when_it_is_met(tmp_path):
    path = tmp_path / "replica.db"
    filled(path)
    content = bytearray(path.read_bytes())
    for place in range(8192 * 2, len(content), 4096):
        content[place : place + 64] = bytes(64)
    path.write_bytes(bytes(content))
    engine = open_encrypted(path, KEY)
    with pytest.raises(ReplicaUnusable), engine.connect() as connection:
        connection.exec_driver_sql("SELECT * FROM sync_outbox").all()
    engine.dispose()


def test_a_key_of_the_wrong_length_is_refused(tmp_path):
    with pytest.raises(ValueError, match="3 bytes"):
        open_encrypted(tmp_path / "replica.db", b"abc")


def test_a_place_that_cannot_be_opened_is_another_error(tmp_path):
    with pytest.raises(sa.exc.OperationalError):
        open_plain(tmp_path / "missing" / "replica.db")


@pytest.mark.parametrize("kind", ["plain", "encrypted"])
def test_the_settings_hold_for_every_connection(shop: Shop, kind):
    tablet = shop.device("a") if kind == "plain" else shop.encrypted("a")
    with tablet.read() as first, tablet.read() as second:
        for connection in (first, second):
            for pragma, value in (
                ("journal_mode", "wal"),
                ("synchronous", 2),
                ("foreign_keys", 1),
                ("cache_size", -CACHE_KIB),
                ("page_size", 8192),
            ):
                assert str(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()) == str(value)


def test_whoever_stores_much_at_once_keeps_more_pages_at_hand_for_so_long(shop: Shop):
    def cache(connection: sa.Connection) -> int:
        return -connection.exec_driver_sql("PRAGMA cache_size").scalar_one()

    with shop.encrypted("a").transaction() as connection:
        with roomy(connection):
            assert cache(connection) == ROOMY_KIB
        assert cache(connection) == CACHE_KIB


def test_errors_name_no_values(shop: Shop):
    tablet = shop.device("a")
    with pytest.raises(sa.exc.IntegrityError) as error, tablet.write() as writer:
        [writer.insert("person", {"id": "x", "name": "Giulia"}) for _ in range(2)]
    assert "Giulia" not in str(error.value)


def test_read_then_write_loses_no_update_between_threads(shop: Shop):
    engine = shop.device("a").engine
    with immediate(engine) as connection:
        connection.exec_driver_sql("CREATE TABLE counter (n INTEGER)")
        connection.exec_driver_sql("INSERT INTO counter VALUES (0)")

    def count() -> None:
        for _ in range(20):
            with immediate(engine) as connection:
                n = connection.exec_driver_sql("SELECT n FROM counter").scalar_one()
                connection.exec_driver_sql("UPDATE counter SET n = ?", (n + 1,))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT n FROM counter").scalar_one() == 80


def test_writes_and_passes_run_at_the_same_time(shop: Shop):
    """The application's database thread writes while the sync thread runs passes."""
    tablet = shop.encrypted("a")
    done = threading.Event()
    failures = []

    def sync() -> None:
        try:
            while not done.is_set():
                go(tablet, shop.hub("a"))
            go(tablet, shop.hub("a"))
        except Exception as error:  # noqa: BLE001  (handed to the test's thread)
            failures.append(error)

    thread = threading.Thread(target=sync)
    thread.start()
    for moment in range(60):
        with tablet.write() as writer:
            writer.insert("visit", {"at": moment})
    done.set()
    thread.join()
    assert failures == []
    assert tablet.pending() == 0
    assert sorted(v["at"] for v in rows(shop.store, visit).values()) == list(range(60))
