"""Light and paint: a drawing's parts become layers once, and then a picture in each colour."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from . import inks
from .parts import Ink, Part, Surface

SIDE = 640
FINE = 2  # drawn twice as large, then brought down
MARGIN = 44
NEUTRAL = 128


@dataclass(frozen=True)
class Layer:
    corner: tuple[int, int]
    mask: Image.Image
    light: Image.Image
    part: Part


def layers(parts: Sequence[Part]) -> list[Layer]:
    place = _placing(parts)
    return [_layer(part, place) for part in parts]


def painted(drawing: Sequence[Layer], colour: str) -> Image.Image:
    canvas = Image.new("RGBA", (SIDE * FINE, SIDE * FINE), (0, 0, 0, 0))
    for layer in drawing:
        canvas.alpha_composite(_coloured(layer, colour), dest=layer.corner)
    if inks.rim(colour):
        canvas.alpha_composite(_rim(drawing, inks.rim(colour)))
    return canvas.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _placing(parts: Sequence[Part]) -> QTransform:
    """Everything but the floor's shadow fits the frame and stands in its middle."""
    bounds = QRectF()
    for part in parts:
        if part.ink is not Ink.FLOOR and part.within is None:
            bounds = bounds.united(part.path.boundingRect())
    room = (SIDE - 2 * MARGIN) * FINE
    scale = min(room / bounds.width(), room / bounds.height())
    middle = SIDE * FINE / 2
    return (
        QTransform()
        .translate(middle, middle)
        .scale(scale, scale)
        .translate(-bounds.center().x(), -bounds.center().y())
    )


def _layer(part: Part, place: QTransform) -> Layer:
    scale = place.m11()
    body = place.map(part.within if part.within is not None else part.path)
    path = place.map(part.path)
    reach = round(max(part.volume, part.bevel, part.blur * 1.5) * scale * 1.6) + 6
    frame = body.united(path).boundingRect() if part.blur == 0 else path.boundingRect()
    frame = frame.adjusted(-reach, -reach, reach, reach).toAlignedRect()
    mask = _raster(path, frame)
    if part.blur:
        mask = mask.filter(ImageFilter.GaussianBlur(part.blur * scale))
    cut = _raster(body, frame)
    light = _light(part, cut, mask, scale)
    if part.within is not None:
        mask = ImageChops.multiply(mask, cut)
    if part.line:
        _draw_border(light, path, frame, part.line * scale)
    if part.alpha < 1:
        mask = mask.point(lambda value: round(value * part.alpha))
    return _trimmed(Layer((frame.x(), frame.y()), mask, light, part))


def _trimmed(layer: Layer) -> Layer:
    """Only what is inside the frame and not empty is kept."""
    x, y = layer.corner
    side = SIDE * FINE
    seen = layer.mask.crop((-x, -y, side - x, side - y)).getbbox() or (0, 0, 1, 1)
    cut = (seen[0] - x, seen[1] - y, seen[2] - x, seen[3] - y)
    return Layer((seen[0], seen[1]), layer.mask.crop(cut), layer.light.crop(cut), layer.part)


def _light(part: Part, body: Image.Image, own: Image.Image, scale: float) -> Image.Image:
    flat = Image.new("L", body.size, NEUTRAL)
    light = flat
    for mask, radius, strength in (
        (body, part.volume * scale, 0.62),
        (body, part.volume * scale * 0.4, 0.42),
        (own, part.bevel * scale, 0.6),
    ):
        if radius >= 1:
            light = ImageChops.add(light, _slope(mask, radius, strength), 1, -NEUTRAL)
    if part.surface is Surface.SUEDE:
        light = ImageChops.add(light, _nap().crop((0, 0, *body.size)), 1, -NEUTRAL)
    return light


def _slope(mask: Image.Image, radius: float, strength: float) -> Image.Image:
    """How much each spot of the rounded mask is turned to the upper left.

    Wide curves are worked out small: their steps of one grey level then melt when they are enlarged.
    """
    coarse = max(1, round(radius / 7))
    height = mask.reduce(coarse).filter(ImageFilter.GaussianBlur(radius / coarse * 0.7))
    step = max(1, round(radius / coarse * 0.5))
    towards = ImageChops.offset(height, -round(step * 0.8), -step)
    away = ImageChops.offset(height, round(step * 0.8), step)
    slope = ImageChops.subtract(towards, away, 1 / strength, NEUTRAL)
    smooth = slope.filter(ImageFilter.GaussianBlur(radius / coarse * 0.22))
    covered = (0, 0, mask.width / coarse, mask.height / coarse)
    return smooth.resize(mask.size, Image.Resampling.BICUBIC, box=covered)


@cache
def _nap() -> Image.Image:
    side = SIDE * FINE * 2
    noise = Image.frombytes("L", (side, side), random.Random(7).randbytes(side * side))  # noqa: S311 (a texture)
    soft = noise.filter(ImageFilter.GaussianBlur(2.2))
    return soft.point(lambda value: round(NEUTRAL + (value - NEUTRAL) * 0.5))


def _draw_border(light: Image.Image, path: QPainterPath, frame: QRect, width: float) -> None:
    light.paste(24, mask=_raster(path, frame, width).point(lambda value: round(value * 0.55)))


def _raster(path: QPainterPath, frame: QRect, pen_width: float = 0) -> Image.Image:
    image = QImage(frame.width(), frame.height(), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-frame.x(), -frame.y())
    if pen_width:
        painter.strokePath(path, QPen(QColor("white"), pen_width))
    else:
        painter.fillPath(path, QColor("white"))
    painter.end()
    row = image.bytesPerLine()
    size = (frame.width(), frame.height())
    return Image.frombuffer("L", size, bytes(image.constBits()), "raw", "L", row, 1).copy()


def _coloured(layer: Layer, colour: str) -> Image.Image:
    indexed = layer.light.copy()
    indexed.putpalette(inks.ramp(layer.part.ink, layer.part.surface, colour))
    skin = indexed.convert("RGB")
    skin.putalpha(layer.mask)
    return skin


def _rim(drawing: Sequence[Layer], strength: float) -> Image.Image:
    whole = Image.new("L", (SIDE * FINE, SIDE * FINE), 0)
    for layer in drawing:
        if layer.part.ink is not Ink.FLOOR:
            whole.paste(255, layer.corner, layer.mask)
    inner = whole.filter(ImageFilter.GaussianBlur(2.4))
    edge = ImageChops.multiply(ImageChops.subtract(whole, inner), whole)
    glow = Image.new("RGBA", whole.size, (255, 240, 220, 0))
    glow.putalpha(edge.point(lambda value: min(255, round(value * 2 * strength))))
    return glow
