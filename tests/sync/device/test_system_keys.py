"""The system's key store, through keyring with a store of our own behind it."""

import stat
import sys

import keyring
import keyring.backend
import keyring.errors
import pytest
from keyring.backends import chainer, fail

from sync.device.trusted.keys import Place, SystemKeys, database_key, open_keys
from sync.errors import KeysUnreachable


class Wallet(keyring.backend.KeyringBackend):
    """A real key store as keyring sees one, in memory."""

    priority = 5

    def __init__(self):
        super().__init__()
        self.kept = {}
        self.locked = False

    def _check(self):
        if self.locked:
            raise keyring.errors.KeyringLocked

    def get_password(self, service, username):
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._check()
        self.kept[service, username] = password

    def delete_password(self, service, username):
        self._check()
        if self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError


@pytest.fixture
def wallet():
    before = keyring.get_keyring()
    wallet = Wallet()
    keyring.set_keyring(wallet)
    yield wallet
    keyring.set_keyring(before)


@pytest.fixture
def no_wallet():
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("no_wallet")
def test_without_a_key_store_the_secrets_are_in_a_file_for_its_user_only(tmp_path):
    keys = open_keys("shop", tmp_path / "new")
    assert keys.place is Place.FILE
    keys.put("one", "secret")
    assert stat.S_IMODE((tmp_path / "new" / "keys.json").stat().st_mode) == 0o600
    assert open_keys("shop", tmp_path / "new").get("one") == "secret"


def test_where_there_is_a_key_store_no_secret_is_on_disk(tmp_path, wallet):
    keys = open_keys("shop", tmp_path)
    assert keys.place is Place.SYSTEM
    keys.put("one", "secret")
    assert wallet.kept == {("shop", "one"): "secret"}
    assert all(b"secret" not in path.read_bytes() for path in tmp_path.iterdir())


def test_a_device_stays_with_the_place_it_began_with(tmp_path, wallet):
    open_keys("shop", tmp_path / "system")
    keyring.set_keyring(fail.Keyring())
    assert open_keys("shop", tmp_path / "system").place is Place.SYSTEM
    open_keys("shop", tmp_path / "file").put("one", "secret")
    keyring.set_keyring(wallet)
    assert open_keys("shop", tmp_path / "file").place is Place.FILE


@pytest.mark.usefixtures("no_wallet")
@pytest.mark.parametrize("backends", [[], [fail.Keyring()]])
def test_a_chain_of_stores_is_as_real_as_its_links(tmp_path, monkeypatch, backends):
    monkeypatch.setattr(chainer.ChainerBackend, "backends", backends)
    keyring.set_keyring(chainer.ChainerBackend())
    assert open_keys("shop", tmp_path).place is (Place.SYSTEM if backends else Place.FILE)


def test_without_the_library_there_is_no_key_store(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert open_keys("shop", tmp_path).place is Place.FILE


@pytest.mark.usefixtures("wallet")
def test_what_was_put_is_there_until_it_is_removed():
    keys = SystemKeys("shop")
    key = database_key(keys)
    assert database_key(SystemKeys("shop")) == key
    keys.put("one", "secret")
    keys.remove("one")
    keys.remove("one")
    assert keys.get("one") is None


def test_a_locked_key_store_is_told_apart_from_an_empty_one(wallet):
    keys = SystemKeys("shop")
    keys.put("one", "secret")
    wallet.locked = True
    for call in (lambda: keys.get("one"), lambda: keys.put("one", "x"), lambda: keys.remove("one")):
        with pytest.raises(KeysUnreachable):
            call()
