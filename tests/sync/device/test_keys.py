import multiprocessing
import stat
import threading
from pathlib import Path

import pytest

from sync.address import Address
from sync.device.trusted.keys import DATABASE_KEY_BYTES, FileKeys, database_key
from sync.device.trusted.pairing import Pairing, recall, remember
from sync.errors import KeysUnreachable

PAIRING = Pairing(
    hub_id="ab" * 32,
    hub_name="Hub",
    device_id="d1",
    device_name="Till 1",
    scope="milano",
    credential="d1.secret",
    addresses=(Address("192.168.1.20", 7443), Address("fe80::1", 7443)),
)


@pytest.fixture
def keys(tmp_path):
    return FileKeys(tmp_path / "keys.json")


def test_what_was_put_is_there_until_it_is_removed(keys):
    assert keys.get("one") is None
    keys.put("one", "first")
    keys.put("one", "second")
    keys.put("two", "other")
    assert keys.get("one") == "second"
    keys.remove("one")
    keys.remove("one")
    assert keys.get("one") is None
    assert keys.get("two") == "other"


def test_the_file_is_for_its_user_only(keys, tmp_path):
    keys.put("one", "secret")
    assert stat.S_IMODE((tmp_path / "keys.json").stat().st_mode) == 0o600


def test_the_key_of_the_database_is_made_once(keys):
    key = database_key(keys)
    assert len(key) == DATABASE_KEY_BYTES
    assert database_key(keys) == key


def test_a_pairing_is_remembered_whole(keys):
    assert recall(keys) is None
    remember(keys, PAIRING)
    assert recall(keys) == PAIRING


def test_a_pairing_that_cannot_be_read_is_none(keys):
    for kept in ("{", '{"hub_id": 5}'):
        keys.put("pairing", kept)
        assert recall(keys) is None


def test_a_pairing_does_not_show_its_secret():
    assert "secret" not in repr(PAIRING)


def test_a_damaged_file_of_keys_is_left_alone(tmp_path):
    path = tmp_path / "keys.json"
    path.write_text('{"database": "ab')
    with pytest.raises(KeysUnreachable):
        database_key(FileKeys(path))
    assert path.read_text() == '{"database": "ab'


def write_many(path: Path, who: str) -> None:
    for number in range(40):
        FileKeys(path).put(f"{who}{number}", "x")


def test_of_two_processes_that_write_at_once_none_undoes_what_the_other_wrote(tmp_path):
    path = tmp_path / "keys.json"
    processes = [
        multiprocessing.get_context("spawn").Process(target=write_many, args=(path, w)) for w in "ab"
    ]
    for process in processes:
        process.start()
    threads = [threading.Thread(target=write_many, args=(path, who)) for who in "cd"]
    for thread in threads:
        thread.start()
    for each in (*threads, *processes):
        each.join()
    assert [process.exitcode for process in processes] == [0, 0]
    keys = FileKeys(path)
    assert all(keys.get(f"{who}{number}") == "x" for who in "abcd" for number in range(40))
