import io
import struct
import zlib

import pytest
from PIL import Image

from clienteling.hub.goods.scaling import NoPicture, scaled


def written(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def shown(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(scaled(content)))
    picture.load()
    return picture


def bomb(side: int) -> bytes:
    """A PNG that says it is that large, in a few bytes."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(1024))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_large_picture_becomes_as_large_as_tablets_show_it(kind):
    found = shown(written(Image.new("RGB", (2000, 1000), "red"), kind))
    assert (found.format, found.size) == ("WEBP", (640, 320))


def test_a_small_one_stays_as_large_as_it_is():
    assert shown(written(Image.new("RGB", (80, 60)), "PNG")).size == (80, 60)


def test_what_can_be_seen_through_stays_so():
    found = shown(written(Image.new("RGBA", (80, 60), (0, 0, 0, 0)), "PNG"))
    assert found.convert("RGBA").getpixel((10, 10))[3] == 0


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16", "LA"])
def test_whatever_its_colours_are_written_in_it_is_shown(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert shown(written(Image.new(mode, (80, 60)), kind)).size == (80, 60)


def test_it_is_upright_and_says_nothing_of_where_it_was_taken():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "the garden of somebody"
    found = shown(written(Image.new("RGB", (80, 60)), "JPEG", exif=exif, comment=b"somebody"))
    assert found.size == (60, 80)
    assert not found.getexif()
    assert b"somebody" not in scaled(written(Image.new("RGB", (80, 60)), "JPEG", exif=exif))


@pytest.mark.parametrize("side", [7_100, 12_000, 60_000])
def test_a_bomb_is_not_unpacked(side):
    with pytest.raises(NoPicture, match="more than 40 million"):
        scaled(bomb(side))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>Not found</html>",
        b"%PDF-1.7",
        written(Image.new("RGB", (800, 600), "blue"), "PNG")[:200],
        written(Image.effect_noise((800, 600), 90), "JPEG")[:5000],
        written(Image.new("RGB", (80, 60)), "TIFF"),
        bomb(400),
    ],
)
def test_what_is_no_whole_picture_is_said_to_be_none(content):
    with pytest.raises(NoPicture, match="no picture"):
        scaled(content)
