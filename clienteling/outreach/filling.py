"""A template with her data in it. What is not known stays to be seen, and nothing is sent with a hole."""

import string
from collections.abc import Iterator, Mapping

import msgspec

from clienteling.marking import msgid
from clienteling.outreach.values import Slot, Words
from clienteling.wording import Wording

SLOTS = {
    Slot.NAME: msgid("her name"),
    Slot.ASSOCIATE: msgid("your name"),
    Slot.STORE: msgid("the shop"),
    Slot.STORE_PHONE: msgid("the shop's phone"),
    Slot.STORE_ADDRESS: msgid("the shop's address"),
    Slot.ITEM: msgid("which item"),
    Slot.DAY: msgid("by when"),
    Slot.LIST: msgid("which items"),
}
Values = Mapping[Slot, str]


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    subject: str
    body: str


def slots_of(text: str) -> set[str]:
    """The names in braces. Raises ValueError where the braces do not pair."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def fill(words: Words, values: Values, wording: Wording) -> Filled:
    """`wording` is her language: a hole is named in it, in brackets, for it stands in her text."""
    known = {slot.value: values.get(slot) or hole(slot, wording) for slot in Slot}
    return Filled(subject=_tidy(words.subject.format_map(known)), body=_tidy(words.body.format_map(known)))


def hole(slot: Slot, wording: Wording) -> str:
    return f"[{wording.say(SLOTS[slot])}]"


def holes(text: str, wording: Wording) -> Iterator[Slot]:
    """What still has to be written into a text."""
    return (slot for slot in Slot if hole(slot, wording) in text)


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
