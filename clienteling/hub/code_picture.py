"""A customer's code as a picture: for her phone as PNG, for a card as a page to print."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from clienteling import resources
from clienteling.codes.drawing import QUIET_ZONE, Drawn, Medium, draw

PIXELS_A_MODULE = 12
"""600 pixels and more across: sharp on any phone, which shows it smaller."""

DOTS_AN_INCH = 600
CARD_MM = (53.98, 85.60)
"""A credit card (ISO/IEC 7810 ID-1), upright."""
CODE_MM = 46
_MARGIN_MM = 4
_NAME_MM = 5


def save_for_phone(code: str, path: Path) -> Drawn:
    drawn = draw(code, Medium.PHONE)
    _modules(drawn, PIXELS_A_MODULE).save(path, "PNG")
    return drawn


def save_for_card(code: str, name: str, path: Path) -> Drawn:
    card(code, name).save(path, "PDF", resolution=DOTS_AN_INCH)
    return draw(code, Medium.CARD)


def card(code: str, name: str) -> Image.Image:
    """A credit card with the code and the name under it, in black only."""
    drawn = draw(code, Medium.CARD)
    blank = Image.new("1", (dots(CARD_MM[0]), dots(CARD_MM[1])), 1)
    picture = _modules(drawn, dots(CODE_MM) // drawn.side)
    blank.paste(picture, ((blank.width - picture.width) // 2, dots(_MARGIN_MM)))
    _write_name(blank, name, dots(2 * _MARGIN_MM) + picture.height)
    return blank


def _modules(drawn: Drawn, scale: int) -> Image.Image:
    picture = Image.new("1", (drawn.side, drawn.side), 1)
    for y, row in enumerate(drawn.modules):
        for x, dark in enumerate(row):
            if dark:
                picture.putpixel((x + QUIET_ZONE, y + QUIET_ZONE), 0)
    return picture.resize((drawn.side * scale, drawn.side * scale), Image.Resampling.NEAREST)


def _write_name(card: Image.Image, name: str, top: int) -> None:
    font = _fitting(name, card.width - 2 * dots(_MARGIN_MM))
    pen = ImageDraw.Draw(card)
    pen.text((card.width / 2, top), name, font=font, fill=0, anchor="ma")


def _fitting(name: str, width: int) -> ImageFont.FreeTypeFont:
    """Five millimetres high, smaller where the name is long."""
    file = str(resources.path("fonts", "Newsreader_500Medium.ttf"))
    font = ImageFont.truetype(file, dots(_NAME_MM))
    wide = font.getlength(name)
    return font if wide <= width else ImageFont.truetype(file, int(font.size * width / wide))


def dots(millimetres: float) -> int:
    return round(millimetres / 25.4 * DOTS_AN_INCH)
