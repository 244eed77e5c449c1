"""The catalogue of the demo's house, as its readers see it."""

from pathlib import Path

import msgspec

from clienteling.catalog.values import Colour, Family


class Words(msgspec.Struct, frozen=True):
    """One sentence in both languages."""

    it: str
    en: str


class DemoVariant(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    product_id: str
    sku: str
    ean: str
    colour: Colour
    size: str
    price_cents: int
    picture: Path


class DemoProduct(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    name: str
    family: Family
    kind: str
    """The shelf it stands on: "stringata", "tracolla", "maglione"."""
    description: Words
    keywords: tuple[str, ...]
    price_cents: int
    variants: tuple[DemoVariant, ...]

    @property
    def picture(self) -> Path:
        """The one shown when no colour is chosen."""
        return self.variants[0].picture


class GoesWith(msgspec.Struct, frozen=True, array_like=True):
    product_id: str
    other_product_id: str
    share: float
    """Of the receipts with the first product, those that also hold the other: 0 to 1."""


class StepUp(msgspec.Struct, frozen=True, kw_only=True):
    product_id: str
    better_id: str
    argument: Words


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    products: tuple[DemoProduct, ...]
    goes_with: tuple[GoesWith, ...]
    step_ups: tuple[StepUp, ...]
