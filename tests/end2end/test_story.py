"""The whole story on the real parts: a hub process, TLS, encrypted replicas, the screens, simulated touch."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from clienteling.demo.chain import Chain
from clienteling.demo.played import play_story

PICTURES = (
    "1-advert",
    "2-chat",
    "3-website",
    "4-scanned-offline",
    "5-recorded-offline",
    "6-ledger",
    *("8-day", "8-paper"),
    *("9-what-we-know", "9-receipt", "9-forgotten", "9-other-tablet", "9-ledger"),
)
LONG_S = 120.0
"""How quickly one tablet tells the other is a benchmark's business, not a test's."""


@pytest.fixture
def chain(tmp_path: Path):
    chain = Chain(tmp_path)
    chain.command("load-demo")
    yield chain
    chain.stop()


@pytest.mark.slow
def test_the_story_holds_from_the_advert_to_being_forgotten(qapp, chain, tmp_path, capsys):
    played = play_story(chain, tmp_path, tmp_path / "pictures", patience_s=LONG_S)

    told = capsys.readouterr()
    assert told.err == ""
    assert played == 0
    assert [n for n in range(1, 10) if f"\n{n}. " in told.out] == [1, 2, 3, 4, 5, 6, 8, 9]
    assert "recorded 8, confirmed 8" in told.out
    assert "2 of 2 tablets" in told.out
    for name in PICTURES:
        assert not QImage(str(tmp_path / "pictures" / f"{name}.png")).isNull()
