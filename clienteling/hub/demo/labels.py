"""The label of a demo article: a number that a colour or a size added later does not change."""

from clienteling.catalog.ean import check_digit
from clienteling.catalog.values import Colour

IN_HOUSE = "20"  # GS1 keeps 20 to 29 for codes that a company prints for itself
ONE_SIZE = "0000"
LETTERS = ("XS", "S", "M", "L", "XL")
SHORT = {
    Colour.BLACK: "BLK",
    Colour.TAN: "TAN",
    Colour.BROWN: "BRN",
    Colour.BURGUNDY: "BUR",
    Colour.CREAM: "CRM",
    Colour.CAMEL: "CAM",
    Colour.NAVY: "NVY",
    Colour.FOREST: "FOR",
    Colour.GREY: "GRY",
    Colour.RED: "RED",
    Colour.RUST: "RST",
    Colour.SAND: "SND",
    Colour.WHITE: "WHT",
    Colour.ROSE: "ROS",
}


def ean(product_number: int, colour: Colour, size: str) -> str:
    colour_number = list(Colour).index(colour) + 1
    digits = f"{IN_HOUSE}{product_number:04}{colour_number:02}{_size_digits(size)}"
    return digits + check_digit(digits)


def sku(product_id: str, colour: Colour, size: str) -> str:
    """Like `NORA-BLK-39`."""
    return "-".join(part for part in (product_id.upper(), SHORT[colour], size) if part)


def _size_digits(size: str) -> str:
    if not size:
        return ONE_SIZE
    if size in LETTERS:
        return f"{LETTERS.index(size) + 1:04}"
    return f"{int(size) * 10:04}"
