from enum import StrEnum


class Family(StrEnum):
    SHOES = "shoes"
    BAGS = "bags"
    KNITWEAR = "knitwear"
    BELTS = "belts"
    LEATHER_GOODS = "leather_goods"
    CLOTHING = "clothing"


class Colour(StrEnum):
    """The colours a label may carry, the same for every product."""

    BLACK = "black"
    TAN = "tan"
    BROWN = "brown"
    BURGUNDY = "burgundy"
    CREAM = "cream"
    CAMEL = "camel"
    NAVY = "navy"
    FOREST = "forest"
    GREY = "grey"
    RED = "red"
    RUST = "rust"
    SAND = "sand"
    WHITE = "white"
    ROSE = "rose"
