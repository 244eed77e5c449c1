"""A product's label in words."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clienteling.wording import Wording


def label(colour: str, size: str, wording: "Wording") -> str:
    """Colour and size as they are said: `nero, 39`."""
    return ", ".join(word for word in (wording.colour(colour) if colour else "", size) if word)
