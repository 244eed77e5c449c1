"""The catalogue of the demo as records: products, variants with pictures, stock in every shop."""

from collections.abc import Callable, Mapping
from pathlib import Path

from clienteling.hub.demo.book import Book
from clienteling.hub.demo.dice import Dice
from clienteling.hub.demo.house import House
from clienteling.hub.demo.values import Catalogue, DemoProduct
from clienteling.insight.rules import SuggestionKind

HOUR_MS = 3_600_000
STORY_STOCK: Mapping[tuple[str, str], tuple[int, int]] = {
    ("nora-black-39", "milano-brera"): (2, 0),
    ("nora-black-38", "milano-brera"): (1, 0),
    ("nora-goodyear-black-39", "milano-brera"): (1, 0),
    ("alba-tan", "milano-brera"): (2, 0),
    ("alba-brown", "milano-brera"): (0, 2),
    ("alba-brown", "torino-centro"): (1, 0),
    ("lia-black-85", "milano-brera"): (3, 0),
}
"""Pieces there and on their way, where the story depends on them."""


def put_products(book: Book, catalogue: Catalogue, picture: Callable[[Path], str]) -> None:
    """`picture` keeps a file and gives back the name it is known by."""
    for product in catalogue.products:
        book.add("product", _product(product, picture(product.picture)))
        for variant in product.variants:
            book.add(
                "variant",
                {
                    "id": variant.id,
                    "product_id": product.id,
                    "sku": variant.sku,
                    "ean": variant.ean,
                    "colour": variant.colour.value,
                    "size": variant.size,
                    "price_cents": variant.price_cents,
                    "picture": picture(variant.picture),
                },
            )
    for step in catalogue.step_ups:
        book.add(
            "goes_with",
            {
                "id": f"{step.product_id}+{step.better_id}/{SuggestionKind.STEP_UP}",
                "product_id": step.product_id,
                "other_product_id": step.better_id,
                "kind": SuggestionKind.STEP_UP.value,
                "argument": {"it": step.argument.it, "en": step.argument.en},
            },
        )


def put_stock(book: Book, catalogue: Catalogue, house: House, dice: Dice) -> None:
    for product in catalogue.products:
        for variant in product.variants:
            for store in house.stores:
                chance = (0 if dice.chance(0.28) else dice.early(1, 5), 0 if dice.chance(0.93) else 2)
                quantity, incoming = STORY_STOCK.get((variant.id, store.id), chance)
                book.add(
                    "stock_level",
                    {
                        "id": f"{variant.id}@{store.id}",
                        "variant_id": variant.id,
                        "store_id": store.id,
                        "quantity": quantity,
                        "incoming": incoming,
                        "counted_at": dice.now - dice.between(1, 14) * HOUR_MS,
                    },
                )


def _product(product: DemoProduct, picture: str) -> dict[str, object]:
    return {
        "id": product.id,
        "name": product.name,
        "family": product.family.value,
        "description": {"it": product.description.it, "en": product.description.en},
        "keywords": list(product.keywords),
        "price_cents": product.price_cents,
        "picture": picture,
    }
