"""What a customer of the demo is likely to choose."""

from collections.abc import Sequence

from clienteling.catalog.values import Family
from clienteling.hub.demo.dice import Dice, Weighted
from clienteling.hub.demo.people import Person
from clienteling.hub.demo.values import Catalogue, DemoProduct, DemoVariant, GoesWith

BESTSELLER = 2.5
"""A product that others are said to go with is sold so much more often."""
FAMILY_WEIGHT = {
    Family.SHOES: 10.0,
    Family.BAGS: 8.0,
    Family.KNITWEAR: 6.0,
    Family.CLOTHING: 7.0,
    Family.BELTS: 8.0,
    Family.LEATHER_GOODS: 7.0,
}


class Wardrobe:
    def __init__(self, catalogue: Catalogue, dice: Dice) -> None:
        self._dice = dice
        self.products = {product.id: product for product in catalogue.products}
        self._beside: dict[str, list[GoesWith]] = {}
        for pair in catalogue.goes_with:
            self._beside.setdefault(pair.product_id, []).append(pair)
        self._shelf = Weighted([(product, self._weight(product)) for product in catalogue.products])
        self._sizes = {
            product.id: tuple(dict.fromkeys(v.size for v in product.variants))
            for product in catalogue.products
        }

    def something(self, person: Person) -> DemoVariant:
        return self.in_her_size(person, self._dice.weighed(self._shelf))

    def receipt(self, person: Person) -> list[DemoVariant]:
        """One thing, and what goes with it as often as the catalogue says."""
        first = self.something(person)
        beside = [pair for pair in self._beside.get(first.product_id, ()) if self._dice.chance(pair.share)]
        return [first, *(self.in_her_size(person, self.products[p.other_product_id]) for p in beside)]

    def in_her_size(self, person: Person, product: DemoProduct) -> DemoVariant:
        size = person.size_for(self._sizes[product.id])
        fitting = [variant for variant in product.variants if variant.size == size]
        liked = [variant for variant in fitting if variant.colour in person.colours]
        return self._dice.one(liked or fitting)

    def _weight(self, product: DemoProduct) -> float:
        return FAMILY_WEIGHT[product.family] * (BESTSELLER if product.id in self._beside else 1.0)


def total_cents(variants: Sequence[DemoVariant]) -> int:
    return sum(variant.price_cents for variant in variants)
