"""A queue in a file: its hub opens it, nobody else, and only as it was written."""

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from sync.hub.trust.credentials import sha256
from sync.hub.trust.sealing import public_part
from sync.queue_file import Queue, QueueFileUnreadable, read_header, seal, unseal
from sync.wire import PushedRecord

HUB, OTHER_HUB = X25519PrivateKey.generate(), X25519PrivateKey.generate()
CREDENTIAL = "tablet-1.secret"
WRITE = PushedRecord(dseq=1, collection="note", id="n", fields={"body": "Ama il nero"}, stamp="0" * 18 + "a")
QUEUE = Queue(records=[WRITE], made_at=7)
FILE = seal(QUEUE, hub_key=public_part(HUB), device_id="tablet-1", credential=CREDENTIAL)


def test_the_hub_reads_what_the_device_wrote():
    sealed = read_header(FILE)
    assert sealed.device_id == "tablet-1"
    assert unseal(sealed, HUB, sha256(CREDENTIAL)) == QUEUE


def test_nothing_of_it_can_be_read_on_the_way():
    assert b"nero" not in FILE
    assert b"note" not in FILE


def test_another_hub_does_not_open_it():
    with pytest.raises(QueueFileUnreadable, match="another hub"):
        unseal(read_header(FILE), OTHER_HUB, sha256(CREDENTIAL))


def test_what_no_device_of_this_hub_wrote_is_not_taken():
    with pytest.raises(QueueFileUnreadable, match="no tablet"):
        unseal(read_header(FILE), HUB, sha256("tablet-1.guessed"))


@given(st.integers(0, len(FILE) - 1), st.integers(1, 255))
def test_a_single_wrong_byte_is_found(at, change):
    wrong = bytearray(FILE)
    wrong[at] ^= change
    with pytest.raises(QueueFileUnreadable):
        unseal(read_header(bytes(wrong)), HUB, sha256(CREDENTIAL))


@given(st.binary(max_size=400) | st.integers(0, len(FILE) - 1).map(lambda end: FILE[:end]))
def test_anything_else_is_no_queue(content):
    with pytest.raises(QueueFileUnreadable):
        unseal(read_header(content), HUB, sha256(CREDENTIAL))
