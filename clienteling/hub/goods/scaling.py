"""A picture from anywhere becomes what tablets show: small, upright, without what a camera wrote into it."""

import io
import warnings
from typing import Final

from PIL import Image, ImageOps

SIDE: Final = 640
"""Pixels; as large as a tablet shows a product."""
MOST_PIXELS: Final = 40_000_000
QUALITY: Final = 80
FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")
_UNREADABLE = (OSError, ValueError, SyntaxError, ArithmeticError, EOFError, MemoryError)
"""What Pillow raises for files that are broken in one way or another."""


class NoPicture(Exception):
    """The message is a short constant sentence."""


def scaled(content: bytes) -> bytes:
    """WebP of at most `SIDE` pixels a side. Raises NoPicture, before the pixels of one that has too many."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
                return _written(_upright(picture))
    except Image.DecompressionBombError as error:
        raise NoPicture("It has more than 40 million pixels.") from error
    except _UNREADABLE as error:
        raise NoPicture("What came is no picture that can be read.") from error


def _upright(picture: Image.Image) -> Image.Image:
    if picture.width * picture.height > MOST_PIXELS:
        raise NoPicture("It has more than 40 million pixels.")
    picture.draft("RGB", (SIDE, SIDE))
    shown = ImageOps.exif_transpose(picture)
    seen_through = shown.mode in {"RGBA", "LA", "PA"} or "transparency" in shown.info
    plain = shown.convert("RGBA" if seen_through else "RGB")
    plain.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return plain


def _written(picture: Image.Image) -> bytes:
    """Of a bare copy: what the file said besides its pixels stays behind."""
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    written = io.BytesIO()
    bare.save(written, "WEBP", quality=QUALITY, method=4)
    return written.getvalue()
