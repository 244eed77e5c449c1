"""What a source is found to be when it is tried, for whoever connects it."""

from enum import StrEnum, auto
from typing import assert_never

import msgspec

from clienteling.wording import Wording


class Thing(StrEnum):
    """Of what a source says how many it has."""

    ORDERS = auto()
    TICKETS = auto()
    CONTACTS = auto()
    MEMBERS = auto()
    """Of a mailing's audience."""


class Met(msgspec.Struct, frozen=True):
    system: str
    """By its own name: "WooCommerce 11.0.1"."""
    thing: Thing | None = None
    count: int = 0


def in_words(met: Met, wording: Wording) -> str:
    """One plain line: "WooCommerce 11.0.1, 1,204 orders"."""
    if met.thing is None:
        return met.system
    return f"{met.system}, {_counted(met.thing, met.count, wording)}"


def _counted(thing: Thing, count: int, wording: Wording) -> str:
    n = wording.number(count)
    match thing:
        case Thing.ORDERS:
            return wording.count("{n} order", "{n} orders", count, n=n)
        case Thing.TICKETS:
            return wording.count("{n} ticket", "{n} tickets", count, n=n)
        case Thing.CONTACTS:
            return wording.count("{n} contact", "{n} contacts", count, n=n)
        case Thing.MEMBERS:
            return wording.count("an audience of {n} person", "an audience of {n} people", count, n=n)
    assert_never(thing)
