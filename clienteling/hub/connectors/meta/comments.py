"""What people write under the shop's posts: comments on Instagram and on the page → what we heard.

Formats: https://developers.facebook.com/docs/instagram-platform/webhooks ,
https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#feed
"""

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.foreign import Words, listed, text, topic, words
from clienteling.hub.connectors.heard import Amendment, Amends, Heard, HeardEvent, Hint, Translation
from clienteling.hub.connectors.meta.told import id_of, moment, said
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel

_COMMENTS = frozenset({"comments", "live_comments", "feed", "mentions", "mention"})
_HOW = {
    "edited": Amendment.EDITED,
    "edit": Amendment.EDITED,
    "remove": Amendment.DELETED,
    "hide": Amendment.DELETED,
}


def of_entry(entry: Words, channel: Channel, received_at: int) -> Translation:
    """Likes, figures and forms that people filled in are set aside; a mention without its author too."""
    page = id_of(entry.get("id"))
    source = f"{channel}:{page}"
    heard: list[Heard] = []
    aside: list[str] = []
    for change in listed(entry, "changes"):
        field = text(change.get("field"))
        value = words(change, "value")
        at = moment(value.get("created_time") or entry.get("time"), received_at)
        one = _comment(value, page, channel, source, at) if field in _COMMENTS else None
        if one is None:
            aside.append(f"{channel} {topic(field)}")
        else:
            heard.append(one)
    return Translation(source, tuple(heard), tuple(aside))


def _comment(value: Words, page: str, channel: Channel, source: str, at: int) -> Heard | None:
    key = id_of(value.get("comment_id")) or id_of(value.get("id"))
    person = id_of(words(value, "from").get("id"))
    if not key or not person or person == page or text(value.get("item")) not in {"", "comment"}:
        return None
    hints = (Hint(IdentifierKind.PAGE_SCOPED, source, person),)
    written = said(value.get("message")) or said(value.get("text"))
    how = _HOW.get(text(value.get("verb")))
    amends = Amends(how=how, at=at, of=key) if how else None
    if how is Amendment.DELETED:
        return Heard(key=f"{key}/deleted", hints=hints, amends=amends)
    event = HeardEvent(channel=channel, kind=EventKind.COMMENTED, at=at, text=written)
    return Heard(key=f"{key}/edited/{at}" if how else key, hints=hints, event=event, amends=amends)
