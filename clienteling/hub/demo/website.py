"""The demo's website: what its analytics package sends while the story's customer is on it.

Run as `python -m clienteling.hub.demo.website HUB NOW` with the server key in SERVER_KEY. The package is the
official one; only its host is ours.
"""

import os
import sys
from typing import Any

from clienteling.hub.demo import catalogue
from clienteling.hub.demo.giulia import GIULIA
from clienteling.hub.demo.story import SHOES, evening_before, moment
from clienteling.hub.demo.values import DemoVariant

SITE = "https://www.example.it"
DEVICE = "3f6c0c1e-6a52-4f0e-9d7b-5d1f8c2a4120"
SHOES_WANTED = (SHOES, "black", "39")
BAG_WANTED = ("alba", "tan", "")


def visit(hub: str, server_key: str, now: int) -> list[Exception]:
    """Everything she does, sent when this returns. Gives back what went wrong."""
    from segment.analytics.client import Client

    failures: list[Exception] = []
    client = Client(
        server_key, host=hub, max_retries=3, on_error=lambda error, _batch: failures.append(error)
    )
    day = evening_before(now)
    who = {"user_id": GIULIA.web_user, "anonymous_id": DEVICE}
    shoes, bag = _variant(*SHOES_WANTED), _variant(*BAG_WANTED)

    def at(minute: int) -> dict[str, Any]:
        return {
            **who,
            "timestamp": moment(day, 21, minute),
            "message_id": f"story-{GIULIA.web_user}-{day:%Y%m%d}-{minute}",
        }

    client.page(name="Novità", properties={"url": f"{SITE}/novita"}, **(at(2) | {"user_id": None}))
    client.identify(traits={"email": GIULIA.email, "firstName": GIULIA.given_name}, **at(3))
    client.page(name="Stringata Nora", properties={"url": f"{SITE}/scarpe/nora"}, **at(4))
    client.track(event="Product Viewed", properties=_properties(shoes), **at(5))
    client.track(event="Product Viewed", properties=_properties(shoes), **at(11))
    client.track(event="Product Viewed", properties=_properties(bag), **at(14))
    client.track(event="Product Added", properties=_properties(bag), **at(16))
    client.flush()
    client.join()
    return failures


def _variant(product_id: str, colour: str, size: str) -> DemoVariant:
    return next(
        variant
        for product in catalogue.read().products
        for variant in product.variants
        if (variant.product_id, variant.colour, variant.size) == (product_id, colour, size)
    )


def _properties(variant: DemoVariant) -> dict[str, Any]:
    return {
        "product_id": variant.product_id,
        "sku": variant.sku,
        "price": variant.price_cents / 100,
        "quantity": 1,
        "currency": "EUR",
    }


if __name__ == "__main__":
    if failed := visit(sys.argv[1], os.environ["SERVER_KEY"], int(sys.argv[2])):
        sys.exit(str(failed[0]))
