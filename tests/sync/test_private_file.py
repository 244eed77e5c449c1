import os
import stat

import pytest

from sync.private_file import write_private


def test_a_private_file_is_for_its_owner_only(tmp_path):
    before = os.umask(0)
    try:
        write_private(tmp_path / "secret", b"one")
    finally:
        os.umask(before)
    assert (tmp_path / "secret").read_bytes() == b"one"
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_what_was_left_of_a_broken_attempt_is_replaced(tmp_path):
    (tmp_path / "secret.new").write_bytes(b"half")
    write_private(tmp_path / "secret", b"one")
    write_private(tmp_path / "secret", b"two")
    assert (tmp_path / "secret").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_where_nothing_can_be_written_the_old_one_stays(tmp_path):
    write_private(tmp_path / "secret", b"one")
    (tmp_path / "secret.new").mkdir()
    with pytest.raises(OSError, match=r"secret\.new"):
        write_private(tmp_path / "secret", b"two")
    assert (tmp_path / "secret").read_bytes() == b"one"
