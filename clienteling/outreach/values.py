from collections.abc import Mapping
from enum import StrEnum

import msgspec

from clienteling.consents.values import Purpose
from clienteling.vocabulary import Channel


class Way(StrEnum):
    """How the shop reaches her."""

    WHATSAPP = "whatsapp"
    SMS = "sms"
    EMAIL = "email"
    PHONE = "phone"


class Topic(StrEnum):
    """What for, which decides whether she must have agreed to it."""

    SERVICE = "service"
    """About her own order, purchase or promise: the shop may write without a marketing consent."""
    MARKETING = "marketing"


MARKETING = {
    Way.WHATSAPP: Purpose.MARKETING_MESSAGE,
    Way.SMS: Purpose.MARKETING_MESSAGE,
    Way.EMAIL: Purpose.MARKETING_EMAIL,
    Way.PHONE: Purpose.MARKETING_PHONE,
}
"""The consent that advertising by each of them needs."""


CHANNELS = {
    Way.WHATSAPP: Channel.WHATSAPP,
    Way.SMS: Channel.SMS,
    Way.EMAIL: Channel.EMAIL,
    Way.PHONE: Channel.CALL,
}


class Slot(StrEnum):
    """What a template leaves open, in braces: `{name}`."""

    NAME = "name"
    ASSOCIATE = "associate"
    STORE = "store"
    STORE_PHONE = "store_phone"
    STORE_ADDRESS = "store_address"
    ITEM = "item"
    DAY = "day"
    LIST = "list"
    """The products of a selection, one a line."""


class About(StrEnum):
    """What of hers a message speaks of."""

    NOTHING = ""
    PROMISE = "promise"
    PURCHASE = "purchase"
    HAND = "hand"
    """Products that the associate holds in her hand: nothing of hers yet."""
    SELECTION = "selection"


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A template in one language."""

    name: str
    """What the associate chooses it by."""
    subject: str = ""
    body: str


class Template(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    topic: Topic
    about: About = About.NOTHING
    """What it speaks of; nothing: of whatever there is."""
    ways: tuple[Way, ...] = tuple(Way)
    words: Mapping[str, Words]
    """Language → its words; at least one."""

    def in_language(self, language: str) -> tuple[str, Words]:
        """In hers; otherwise in English, or in whatever there is."""
        best = next((each for each in (language, "en") if each in self.words), next(iter(self.words)))
        return best, self.words[best]


OF_HERS = frozenset({About.PROMISE, About.PURCHASE})
"""What makes a message a service."""


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a message may be about."""

    about: About
    record_id: str = ""
    at: int = 0
    item: str = ""
    """In a sentence of her language: "le stringate nere, numero 39"."""
    day: str = ""
    """By when, in her language: "fino a sabato"."""
    list: str = ""


NO_MATTER = Matter(about=About.NOTHING)


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was sent to her before."""

    id: str
    way: Way
    topic: Topic
    template_id: str = ""
    body: str = ""
    about_id: str = ""
    at: int = 0
    associate_name: str = ""
    store_name: str = ""
    template_words: object = None
    """As they are stored: `Template.words`."""


class Limit(msgspec.Struct, frozen=True):
    """How often a customer hears of the shop without having asked, at most."""

    most: int = 2
    days: int = 30


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """What is about to be sent."""

    customer_id: str
    way: Way
    topic: Topic
    template_id: str = ""
    language: str = ""
    to: str = ""
    """Her e-mail address, or her telephone number as E.164."""
    subject: str = ""
    body: str = ""
    matter: Matter = NO_MATTER
