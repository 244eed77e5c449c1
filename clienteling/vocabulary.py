"""The words that several rooms share, as they stand in the tables."""

from enum import StrEnum
from typing import TypeVar

Word = TypeVar("Word", bound=StrEnum)


def known(words: type[Word], text: str, otherwise: Word) -> Word:
    """The word for what stands in a table; a newer hub may have written one that this version lacks."""
    return words._value2member_map_.get(text, otherwise)  # type: ignore[return-value]


class Channel(StrEnum):
    """Where something happened."""

    ADVERT = "advert"
    WEB = "web"
    BASKET = "basket"
    ORDER = "order"
    MESSENGER = "messenger"
    INSTAGRAM = "instagram"
    WHATSAPP = "whatsapp"
    SMS = "sms"
    EMAIL = "email"
    CALL = "call"
    HELP_DESK = "help_desk"
    SHOP = "shop"


class Correction(StrEnum):
    """What a fact does to the earlier one that it names."""

    NONE = ""
    UNDONE = "undone"
    CHANGED = "changed"
