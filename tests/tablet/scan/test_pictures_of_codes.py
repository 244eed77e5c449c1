"""Photographs of codes, and of things that only look like codes, through the tablet's own reader."""

from pathlib import Path

import pytest
from PIL import Image

from clienteling.tablet.scan.decode import Found, read_codes
from clienteling.tablet.scan.luminance import Luminance

PICTURES = Path(__file__).parents[4] / "shared" / "data" / "barcodes"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not PICTURES.is_dir(), reason=f"no photographs of codes in {PICTURES}"),
]


def photographs(name: str) -> list[Path]:
    found = sorted(p for p in (PICTURES / name).iterdir() if p.suffix in {".png", ".jpg", ".webp"})
    assert found
    return found


def codes_in(photograph: Path) -> tuple[Found, ...]:
    with Image.open(photograph) as picture:
        grey = picture.convert("RGB").convert("L")
    return read_codes(Luminance(memoryview(grey.tobytes()), grey.width, grey.height, grey.width))


def misread(photograph: Path) -> bool:
    words = photograph.with_suffix(".txt")
    if not words.is_file():
        return False
    expected = words.read_text("utf-8").split()
    return expected not in [code.text.split() for code in codes_in(photograph)]


@pytest.mark.parametrize("name", ["falsepositives-1", "falsepositives-2"])
def test_what_only_looks_like_a_code_is_never_read_as_one(name):
    assert {p.name: codes_in(p) for p in photographs(name) if codes_in(p)} == {}


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("qrcode-1", 1),
        ("qrcode-2", 0.92),
        ("qrcode-3", 1),
        ("qrcode-5", 1),
        ("boofcv-qrcode", 1),
        ("ean13-1", 0.87),
        ("ean13-2", 0.37),
        ("ean13-3", 1),
        ("ean8-1", 1),
        ("code128-1", 1),
        ("code128-2", 1),
    ],
)
def test_as_many_photographs_are_read_as_before(name, least, capsys):
    tried = photographs(name)
    read = [p for p in tried if codes_in(p)]
    with capsys.disabled():
        print(f"  {name}: {len(read)} of {len(tried)} read", end="")  # noqa: T201 - the figure is the point
    assert len(read) / len(tried) >= least
    assert [p.name for p in read if misread(p)] == []
