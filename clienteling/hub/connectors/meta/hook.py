"""Meta's webhooks: one body for Messenger, Instagram or WhatsApp, signed by the app → what we heard.

Pure translation. One body batches many items, at least once and in no order: every item has a key of its
own. Format: https://developers.facebook.com/docs/graph-api/webhooks/getting-started
"""

import hashlib
import hmac
from collections.abc import Iterable, Iterator

import msgspec

from clienteling.hub.connectors.foreign import Words, topic
from clienteling.hub.connectors.heard import Heard, Translation
from clienteling.hub.connectors.meta import comments, messages, whatsapp
from clienteling.vocabulary import Channel

LARGEST_BODY = 3 * 1024 * 1024
_PAGES = {"page": Channel.MESSENGER, "instagram": Channel.INSTAGRAM}
_WHATSAPP = "whatsapp_business_account"
_SIGNATURE = "sha256="


class Body(msgspec.Struct, frozen=True):
    object: str
    entry: list[Words]


def signature_holds(body: bytes, header: str, secret: str) -> bool:
    """`X-Hub-Signature-256`: hexadecimal HMAC-SHA256 over the bytes as they came."""
    return hmac.compare_digest(sign(body, secret).encode(), header.strip().encode())


def sign(body: bytes, secret: str) -> str:
    """The header that `signature_holds` accepts."""
    return _SIGNATURE + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def translate(body: bytes, received_at: int) -> tuple[Translation, ...]:
    """One translation for each page, account or number in the body. Raises msgspec.MsgspecError."""
    read = msgspec.json.decode(body, type=Body)
    return tuple(_whole(_translated(read, received_at)))


def _translated(read: Body, received_at: int) -> Iterator[Translation]:
    channel = _PAGES.get(read.object)
    if channel is not None:
        for entry in read.entry:
            yield messages.of_entry(entry, channel, received_at)
            yield comments.of_entry(entry, channel, received_at)
    elif read.object == _WHATSAPP:
        for entry in read.entry:
            yield from whatsapp.of_entry(entry, received_at)
    else:
        yield Translation("meta", (), (f"meta {topic(read.object)}",))


def _whole(translations: Iterable[Translation]) -> Iterator[Translation]:
    """One for each source, in the order in which they come up."""
    heard: dict[str, list[Heard]] = {}
    aside: dict[str, list[str]] = {}
    for one in translations:
        heard.setdefault(one.source, []).extend(one.heard)
        aside.setdefault(one.source, []).extend(one.set_aside)
    for source, items in heard.items():
        yield Translation(source, tuple(items), tuple(aside[source]))
