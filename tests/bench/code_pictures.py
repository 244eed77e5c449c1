"""Pictures of codes as a shop's camera sees them: blurred, glaring, turned, tilted, dim, small."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import zxingcpp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from zxingcpp import BarcodeFormat

from clienteling.catalog.ean import check_digit
from clienteling.codes.drawing import QUIET_ZONE, Medium, draw
from clienteling.codes.signed import sign
from clienteling.codes.values import Claim

WIDTH, HEIGHT = 1280, 720
SEED = 7
_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
Point = tuple[float, float]


class Harm(StrEnum):
    NONE = "none"
    BLUR = "blur"
    MOTION = "motion"
    GLARE = "glare"
    ROTATION = "rotation"
    PERSPECTIVE = "perspective"
    LOW_LIGHT = "low light"
    SMALL = "small"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of code: how wide it is held (pixels of the picture), and how many modules that is."""

    made_as: BarcodeFormat | Medium
    width: int
    modules: int


_KINDS = (
    Kind(Medium.PHONE, 300, 49),
    Kind(Medium.PHONE, 300, 49),
    Kind(Medium.CARD, 300, 57),
    Kind(BarcodeFormat.EAN13, 330, 113),
    Kind(BarcodeFormat.EAN8, 330, 81),
    Kind(BarcodeFormat.Code128, 330, 110),
    Kind(BarcodeFormat.Code39, 330, 150),
    Kind(BarcodeFormat.ITF, 330, 110),
    Kind(BarcodeFormat.DataMatrix, 130, 16),
    Kind(BarcodeFormat.Aztec, 140, 19),
    Kind(BarcodeFormat.PDF417, 380, 120),
)


_LENGTHS = {BarcodeFormat.EAN13: 12, BarcodeFormat.EAN8: 7, BarcodeFormat.Code39: 8}


@dataclass(frozen=True, slots=True)
class Shot:
    harm: Harm
    text: str
    pixels: bytes
    """Luminance, WIDTH by HEIGHT."""


def shots(each: int) -> Iterator[Shot]:
    """Every kind of code with every harm, `each` times; the same at every run."""
    chance = random.Random(SEED)
    for _ in range(each):
        for harm in Harm:
            for kind in _KINDS:
                text, code = _code(kind.made_as, chance)
                yield Shot(harm, text, _shot(kind, harm, code, chance).tobytes())


def _code(made_as: BarcodeFormat | Medium, chance: random.Random) -> tuple[str, Image.Image]:
    digits = "".join(chance.choices("0123456789", k=12))
    if isinstance(made_as, Medium):
        her = f"0190a5b2-7c11-7d3e-8f00-{chance.getrandbits(48):012x}"
        text = sign(_KEY, Claim(1, "c1e27e11", her, 1))
        return text, _qr(text, made_as)
    text = digits[: _LENGTHS.get(made_as, len(digits))]
    if made_as in {BarcodeFormat.EAN13, BarcodeFormat.EAN8}:
        text += check_digit(text)
    drawn = zxingcpp.create_barcode(text, made_as).to_image(scale=4, add_quiet_zones=True)
    height, width = drawn.shape
    return text, Image.frombytes("L", (width, height), bytes(drawn))


def _qr(text: str, medium: Medium) -> Image.Image:
    drawn = draw(text, medium)
    image = Image.new("L", (drawn.side, drawn.side), 255)
    for y, row in enumerate(drawn.modules):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x + QUIET_ZONE, y + QUIET_ZONE), 0)
    return image


def _shot(kind: Kind, harm: Harm, code: Image.Image, chance: random.Random) -> Image.Image:
    width = kind.width * (chance.uniform(0.36, 0.5) if harm is Harm.SMALL else 1)
    angle = chance.uniform(0, 360) if harm is Harm.ROTATION else chance.uniform(-6, 6)
    tilt = chance.uniform(0.35, 0.75) if harm is Harm.PERSPECTIVE else 0
    corners = _corners(code.size, width, angle, tilt, chance)
    picture = _held(code, corners, _ground(chance))
    return _noisy(_harmed(picture, harm, width / kind.modules, corners, chance), harm, chance)


def _ground(chance: random.Random) -> Image.Image:
    """A shop behind it: shelves and boxes, out of focus."""
    small = Image.new("L", (WIDTH // 4, HEIGHT // 4), chance.randint(60, 170))
    pen = ImageDraw.Draw(small)
    for _ in range(40):
        x, y = chance.randrange(small.width), chance.randrange(small.height)
        pen.rectangle((x, y, x + chance.randint(5, 80), y + chance.randint(5, 60)), chance.randint(10, 245))
    return small.filter(ImageFilter.GaussianBlur(1.2)).resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR)


def _corners(
    size: tuple[int, int], wanted: float, angle: float, tilt: float, chance: random.Random
) -> list[Point]:
    middle = WIDTH / 2 + chance.uniform(-120, 120), HEIGHT / 2 + chance.uniform(-60, 60)
    scale, turn = wanted / max(size), math.radians(angle)
    corners = []
    for across, down in ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)):
        x, y = across * size[0] * scale, down * size[1] * scale
        far = 1 + tilt * x / wanted
        x, y = x / far, y / far
        corners.append(
            (
                middle[0] + x * math.cos(turn) - y * math.sin(turn),
                middle[1] + x * math.sin(turn) + y * math.cos(turn),
            )
        )
    return corners


def _held(code: Image.Image, corners: Sequence[Point], ground: Image.Image) -> Image.Image:
    large = code.resize((code.width * 8, code.height * 8), Image.Resampling.NEAREST)
    width, height = large.size
    way = _projection(corners, ((0, 0), (width, 0), (width, height), (0, height)))
    where, how = (WIDTH, HEIGHT), (Image.Transform.PERSPECTIVE, way, Image.Resampling.BICUBIC)
    mask = Image.new("L", large.size, 255).transform(where, *how, fillcolor=0)
    return Image.composite(large.transform(where, *how, fillcolor=255), ground, mask)


def _projection(seen: Sequence[Point], flat: Sequence[Point]) -> list[float]:
    """The eight numbers by which Pillow finds a point of the picture in the flat code (Gauss-Jordan)."""
    rows = []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for i in range(8):
        pivot = max(range(i, 8), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(8):
            if r != i:
                share = rows[r][i] / rows[i][i]
                rows[r] = [a - share * b for a, b in zip(rows[r], rows[i], strict=True)]
    return [rows[i][8] / rows[i][i] for i in range(8)]


def _harmed(
    picture: Image.Image, harm: Harm, module: float, corners: Sequence[Point], chance: random.Random
) -> Image.Image:
    match harm:
        case Harm.BLUR:
            return picture.filter(ImageFilter.GaussianBlur(module * chance.uniform(0.45, 0.75)))
        case Harm.MOTION:
            return _moved(picture, max(3, int(module * chance.uniform(0.8, 1.5))) | 1)
        case Harm.GLARE:
            return _glare(picture, corners, chance)
        case Harm.LOW_LIGHT:
            light = chance.uniform(0.08, 0.18)
            return picture.point([int(12 + value * light) for value in range(256)])
        case _:
            return picture


def _moved(picture: Image.Image, pixels: int) -> Image.Image:
    smeared = picture
    for step in range(1, pixels):
        smeared = Image.blend(smeared, ImageChops.offset(picture, step - pixels // 2, 0), 1 / (step + 1))
    return smeared


def _glare(picture: Image.Image, corners: Sequence[Point], chance: random.Random) -> Image.Image:
    x = sum(corner[0] for corner in corners) / 4 + chance.uniform(-60, 60)
    y = sum(corner[1] for corner in corners) / 4 + chance.uniform(-60, 60)
    size = chance.uniform(40, 90)
    light = Image.new("L", picture.size, 0)
    place = (x - 2.2 * size, y - 0.55 * size, x + 2.2 * size, y + 0.55 * size)
    ImageDraw.Draw(light).ellipse(place, fill=255)
    return ImageChops.add(picture, light.filter(ImageFilter.GaussianBlur(size * 0.35)))


def _noisy(picture: Image.Image, harm: Harm, chance: random.Random) -> Image.Image:
    """A sensor's: little in good light."""
    strength = 22 if harm is Harm.NOISE else 3
    grain = Image.frombytes("L", picture.size, chance.randbytes(WIDTH * HEIGHT))
    around = [round(128 + (value - 128) * strength / 74) for value in range(256)]
    soft = picture.filter(ImageFilter.GaussianBlur(0.7))
    return ImageChops.add(soft, grain.point(around), 1, -128)
