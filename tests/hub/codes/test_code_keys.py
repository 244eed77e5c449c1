import stat
import threading

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from clienteling.codes.queries import judge
from clienteling.codes.signed import sign
from clienteling.codes.tables import code_key
from clienteling.codes.values import Claim, Fine
from clienteling.hub.code_keys import FILE, CodeKeyDamaged, signing_key
from tests.hub.little_house import ANNA, NOW, open_house


@pytest.fixture
def store(tmp_path):
    store = open_house(tmp_path)
    yield store
    store.engine.dispose()


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path, store):
    first = signing_key(tmp_path, store)
    again = signing_key(tmp_path, store)
    assert (first.number, first.retailer) == (again.number, again.retailer)
    assert first.private.private_bytes_raw() == again.private.private_bytes_raw()
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob(FILE + "*")] == [FILE]


def test_its_public_half_reaches_the_tablets_and_is_believed(tmp_path, store):
    key = signing_key(tmp_path, store)
    text = sign(key.private, Claim(key.number, key.retailer, ANNA, 1))
    with store.read() as conn:
        assert judge(conn, text, NOW) == Fine(ANNA)
    assert b'"collection":"code_key"' in store.page("", 0).replace(b" ", b"")


def test_after_a_loss_the_new_key_has_a_new_number_and_old_cards_stay_good(tmp_path, store):
    old = signing_key(tmp_path, store)
    text = sign(old.private, Claim(old.number, old.retailer, ANNA, 1))
    (tmp_path / FILE).unlink()
    new = signing_key(tmp_path, store)
    assert (new.number, new.retailer) == (old.number + 1, old.retailer)
    with store.read() as conn:
        assert judge(conn, text, NOW) == Fine(ANNA)


def test_two_processes_that_come_at_once_end_with_one_key(tmp_path, store):
    keys = []
    threads = [
        threading.Thread(target=lambda: keys.append(signing_key(tmp_path, store).private.private_bytes_raw()))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"-----BEGIN PRIVATE KEY-----\nrotten\n-----END PRIVATE KEY-----\n",
        X25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    ],
    ids=["empty", "rotten", "another kind"],
)
def test_a_damaged_key_file_is_named_and_left_as_it_is(tmp_path, store, content):
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(CodeKeyDamaged, match=FILE):
        signing_key(tmp_path, store)
    assert (tmp_path / FILE).read_bytes() == content
    with store.read() as conn:
        assert conn.execute(sa.select(code_key)).first() is None
