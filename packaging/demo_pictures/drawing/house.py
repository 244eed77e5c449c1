"""Draws every model of the demo house in each of its colours."""

import tomllib
from io import BytesIO
from pathlib import Path

from PIL import Image

from .studio import layers, painted
from .templates import parts_of

CATALOGUE = Path(__file__).resolve().parents[3] / "resources" / "demo" / "catalogue.toml"
QUALITIES = (40, 32, 24)
LIGHT = 15 * 1024  # bytes: every tablet fetches all of them


def draw(folder: str, *only: str) -> None:
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    for product in tomllib.loads(CATALOGUE.read_text("utf-8"))["products"]:
        if only and product["id"] not in only:
            continue
        drawing = layers(parts_of(product["look"]))
        for colour in product["colours"]:
            (out / f"{product['id']}-{colour}.webp").write_bytes(encoded(painted(drawing, colour)))


def encoded(picture: Image.Image) -> bytes:
    """The best quality that stays light; what is too busy for that takes the lowest."""
    file = BytesIO()
    for quality in QUALITIES:
        file = BytesIO()
        picture.save(file, "webp", quality=quality, alpha_quality=71, method=6)
        if file.tell() <= LIGHT:
            break
    return file.getvalue()
