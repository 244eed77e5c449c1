import sqlite3
from contextlib import closing

import pytest

from sync.device.database import open_encrypted
from sync.device.snapshot.sealing import SALT_BYTES, Sealing
from sync.snapshot.pages import RESERVED, make_empty, reserved_in
from sync.sqlite import PAGE_BYTES
from tests.sync.shop import KEY

SALT = bytes(range(SALT_BYTES))


@pytest.fixture
def plain(tmp_path) -> bytes:
    path = tmp_path / "plain.db"
    make_empty(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE person (name TEXT)")
        connection.executemany(
            "INSERT INTO person VALUES (?)", [(f"Wilhelmina {n}" * 90,) for n in range(500)]
        )
        connection.commit()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert reserved_in(path) == RESERVED
    return path.read_bytes()


def test_sqlcipher_reads_and_writes_what_was_sealed_page_by_page(plain, tmp_path):
    path = tmp_path / "sealed.db"
    sealing = Sealing(KEY, SALT)
    half = len(plain) // PAGE_BYTES // 2
    cut = half * PAGE_BYTES
    path.write_bytes(sealing.sealed(plain[:cut], 1) + sealing.sealed(plain[cut:], half + 1))
    engine = open_encrypted(path, KEY)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").all() == []
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        connection.exec_driver_sql("INSERT INTO person VALUES ('Zoë')")
        assert connection.exec_driver_sql("SELECT count(*) FROM person").scalar() == 501
    engine.dispose()
    assert b"Wilhelmina" not in path.read_bytes()


def test_a_page_that_was_changed_or_moved_is_found(plain, tmp_path):
    path = tmp_path / "sealed.db"
    sealed = Sealing(KEY, SALT).sealed(plain, 1)
    for at, other in ((PAGE_BYTES * 5 + 9, b"\0"), (PAGE_BYTES * 7, sealed[PAGE_BYTES * 6 : PAGE_BYTES * 7])):
        path.write_bytes(sealed[:at] + other + sealed[at + len(other) :])
        engine = open_encrypted(path, KEY)
        with engine.connect() as connection:
            assert len(connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()) == 1
        engine.dispose()


def test_the_same_page_is_never_sealed_alike(plain):
    sealing = Sealing(KEY, SALT)
    assert sealing.sealed(plain[:PAGE_BYTES], 1) != sealing.sealed(plain[:PAGE_BYTES], 1)
