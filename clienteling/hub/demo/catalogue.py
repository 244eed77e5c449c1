"""Reads `resources/demo/catalogue.toml`: one entry per model, from which every colour and size follows."""

from pathlib import Path

import msgspec

from clienteling import resources
from clienteling.catalog.values import Colour, Family
from clienteling.hub.demo import labels
from clienteling.hub.demo.values import Catalogue, DemoProduct, DemoVariant, GoesWith, StepUp, Words


class _Kind(msgspec.Struct, frozen=True):
    family: Family
    sizes: tuple[str, ...]
    keywords: tuple[str, ...]


class _Model(msgspec.Struct, frozen=True):
    id: str
    number: int
    kind: str
    name: str
    price_cents: int
    colours: tuple[Colour, ...]
    keywords: tuple[str, ...]
    it: str
    en: str


class _Step(msgspec.Struct, frozen=True):
    product: str
    better: str
    it: str
    en: str


class _File(msgspec.Struct, frozen=True):
    kinds: dict[str, _Kind]
    products: tuple[_Model, ...]
    goes_with: tuple[GoesWith, ...]
    step_ups: tuple[_Step, ...]


def read() -> Catalogue:
    house = resources.path("demo")
    written = msgspec.toml.decode((house / "catalogue.toml").read_bytes(), type=_File)
    return Catalogue(
        products=tuple(
            _product(model, written.kinds[model.kind], house / "pictures") for model in written.products
        ),
        goes_with=written.goes_with,
        step_ups=tuple(
            StepUp(product_id=step.product, better_id=step.better, argument=Words(step.it, step.en))
            for step in written.step_ups
        ),
    )


def _product(model: _Model, kind: _Kind, pictures: Path) -> DemoProduct:
    return DemoProduct(
        id=model.id,
        name=model.name,
        family=kind.family,
        kind=model.kind,
        description=Words(model.it, model.en),
        keywords=(*kind.keywords, *model.keywords),
        price_cents=model.price_cents,
        variants=tuple(
            _variant(model, colour, size, pictures)
            for colour in model.colours
            for size in kind.sizes or ("",)
        ),
    )


def _variant(model: _Model, colour: Colour, size: str, pictures: Path) -> DemoVariant:
    return DemoVariant(
        id="-".join(part for part in (model.id, colour, size) if part),
        product_id=model.id,
        sku=labels.sku(model.id, colour, size),
        ean=labels.ean(model.number, colour, size),
        colour=colour,
        size=size,
        price_cents=model.price_cents,
        picture=pictures / f"{model.id}-{colour}.webp",
    )
