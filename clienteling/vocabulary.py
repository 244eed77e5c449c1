"""The words that several rooms share, as they stand in the tables."""

from enum import StrEnum


class Channel(StrEnum):
    """Where something happened."""

    ADVERT = "advert"
    WEB = "web"
    BASKET = "basket"
    ORDER = "order"
    MESSENGER = "messenger"
    INSTAGRAM = "instagram"
    WHATSAPP = "whatsapp"
    EMAIL = "email"
    CALL = "call"
    SHOP = "shop"


class Correction(StrEnum):
    """What a fact does to the earlier one that it names."""

    NONE = ""
    UNDONE = "undone"
    CHANGED = "changed"
