"""What Meta's three channels write alike: ids, moments, and messages that are more than text."""

from collections.abc import Sequence

from clienteling.hub.connectors.foreign import Words, seen, text, words
from clienteling.hub.connectors.heard import HeardItem
from clienteling.timeline.values import Media

LONGEST_TEXT = 2_000
_SECONDS = 100_000_000_000
"""Meta's moments are seconds here and milliseconds there; less than this is seconds."""
_MEDIA = {
    "image": Media.IMAGE,
    "animated_image": Media.IMAGE,
    "video": Media.VIDEO,
    "audio": Media.AUDIO,
    "file": Media.FILE,
    "document": Media.FILE,
    "sticker": Media.STICKER,
    "location": Media.LOCATION,
    "contacts": Media.CONTACT,
    "share": Media.POST,
    "post": Media.POST,
    "reel": Media.POST,
    "ig_reel": Media.POST,
    "ig_post": Media.POST,
    "ig_story": Media.POST,
    "story_mention": Media.POST,
    "fallback": Media.POST,
    "template": Media.PRODUCTS,
    "order": Media.PRODUCTS,
    "product": Media.PRODUCTS,
}


def media(kind: str) -> Media:
    return _MEDIA.get(kind, Media.OTHER)


def id_of(value: object) -> str:
    """Old payloads have their ids as numbers."""
    written = text(value)
    return "" if written == "0" else written


def moment(value: object, received_at: int) -> int:
    """Milliseconds UTC, never later than received; the moment of receiving where nothing usable is said."""
    written = text(value)
    if not written.isascii() or not written.isdigit() or len(written) > len(str(received_at)):
        return received_at
    at = int(written)
    return min(at * 1000 if at < _SECONDS else at, received_at) or received_at


def said(value: object) -> str:
    """Her words, or the shop's."""
    return seen(value).strip()[:LONGEST_TEXT] if isinstance(value, str) else ""


def products(attachments: Sequence[Words]) -> tuple[HeardItem, ...]:
    """Of the shop's own catalogue, where she or the shop shows one in the chat."""
    shown = [words(words(one, "payload"), "product").get("elements") for one in attachments]
    items = [item for some in shown if isinstance(some, list) for item in some if isinstance(item, dict)]
    return tuple(
        HeardItem(product_id=number, sku=number, name=text(item.get("title")))
        for item in items
        if (number := text(item.get("retailer_id")) or text(item.get("id")))
    )
