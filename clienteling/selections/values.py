from enum import StrEnum

import msgspec

from clienteling.catalog.products import Product

LEAST, MOST = 2, 6
"""Fewer are no choice; more are a catalogue."""


class SharedAs(StrEnum):
    PDF = "pdf"
    PAGE = "page"
    CODE = "code"


class Chosen(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A product in a selection, as stored in `selection.items`."""

    product_id: str
    variant_id: str | None = None


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody chose for her, with all that a page of it shows."""

    id: str
    customer_id: str
    given_name: str = ""
    language: str = "it"
    products: tuple[Product, ...] = ()
    words: str = ""
    at: int = 0
    associate_name: str = ""
    store_name: str = ""
    store_address: str = ""
    store_phone: str = ""


def chosen_of(stored: object) -> tuple[Chosen, ...]:
    """`selection.items`; what a newer version wrote in another shape is left to it."""
    try:
        return msgspec.convert(stored or (), tuple[Chosen, ...])
    except msgspec.ValidationError:
        return ()
