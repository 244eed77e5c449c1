import os

import pytest

from sync.compression import BodyTooLarge, NotCompressed, compress, decompress


def test_what_was_compressed_comes_back():
    body = os.urandom(5_000) + b"0" * 5_000
    assert decompress(compress(body), len(body)) == body
    assert decompress(compress(b""), 0) == b""


def test_a_bomb_is_stopped_at_the_limit():
    bomb = compress(bytes(50_000_000))
    assert len(bomb) < 10_000
    with pytest.raises(BodyTooLarge):
        decompress(bomb, 1_000_000)


def test_what_is_not_compressed_is_told_apart():
    with pytest.raises(NotCompressed):
        decompress(b'{"epoch": ""}', 100)
