"""What WooCommerce sends by itself. The request with which it tries an address is a form, and unsigned."""

from typing import Any

import msgspec

from clienteling.hub.connectors.foreign import text
from clienteling.hub.connectors.woocommerce import goods
from clienteling.hub.connectors.woocommerce.signature import signature_holds
from clienteling.hub.connectors.woocommerce.translation import PRODUCTS
from clienteling.hub.intake.body import UNREADABLE
from clienteling.hub.sources.arriving import Accepted, Arrived
from sync.errors import Code, HubRefused

_PING = b"webhook_id="
_LONGEST_PING = 40


class Telling:
    largest: int = 4 * 1024 * 1024

    def receive(self, arrived: Arrived, said: Any) -> Accepted:
        """Anything but 200 counts as a failure, and the seventh in a row ends the sending."""
        headers = arrived.headers
        if arrived.method != "POST" or _is_ping(arrived):
            return Accepted()
        secret = said.webhook_secret
        if not secret or not signature_holds(arrived.wire, headers.get("x-wc-webhook-signature", ""), secret):
            raise HubRefused(Code.UNAUTHENTICATED, "The signature is missing or not of this source's secret.")
        topic = headers.get("x-wc-webhook-topic", "")
        return Accepted(
            call=topic,
            body=arrived.plain,
            stamp=headers.get("x-wc-webhook-delivery-id", "") if topic.endswith(".deleted") else "",
            look=(PRODUCTS,) if _lacks_variations(topic, arrived.plain) else (),
        )


def _is_ping(arrived: Arrived) -> bool:
    body = arrived.plain
    return body.startswith(_PING) and len(body) < _LONGEST_PING and body.removeprefix(_PING).isdigit()


def _lacks_variations(topic: str, body: bytes) -> bool:
    """Of a variable product it tells the numbers of the variations, not what they are."""
    if not topic.startswith("product."):
        return False
    try:
        said = msgspec.json.decode(body)
    except UNREADABLE:
        return False
    return isinstance(said, dict) and text(said.get("type")) in {*goods.VARIABLE, goods.VARIATION}
