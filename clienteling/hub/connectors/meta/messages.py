"""Direct messages of Messenger and Instagram → what we heard.

Format: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
"""

import re
from collections.abc import Iterator

import msgspec

from clienteling.consents.values import Purpose
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.foreign import Words, listed, text, topic, words
from clienteling.hub.connectors.heard import (
    Amendment,
    Amends,
    Heard,
    HeardConsent,
    HeardEvent,
    Hint,
    Translation,
)
from clienteling.hub.connectors.meta import adverts
from clienteling.hub.connectors.meta.told import id_of, media, moment, products, said
from clienteling.timeline.values import EventDetail, EventKind, Media
from clienteling.vocabulary import Channel

_PERSON = re.compile(r"[^\W\d_](?:[^\W_]|[ .,'\u2019-]){1,58}")
_ENVELOPE = frozenset({"sender", "recipient", "timestamp"})
_STOPPED = "STOP_NOTIFICATIONS"


class _Item(msgspec.Struct, frozen=True):
    """One item of a thread, with what its envelope says."""

    said: Words
    person: str
    page: str
    at: int
    channel: Channel
    by_us: bool

    @property
    def source(self) -> str:
        return f"{self.channel}:{self.page}"

    @property
    def hints(self) -> tuple[Hint, ...]:
        return (Hint(IdentifierKind.PAGE_SCOPED, self.source, self.person),)

    def key(self, of: str) -> str:
        """Of what has no id of its own."""
        return f"{self.person}/{text(self.said.get('timestamp')) or self.at}/{of}"


def of_entry(entry: Words, channel: Channel, received_at: int) -> Translation:
    """`standby` is what another of the shop's programs answers just now."""
    page = id_of(entry.get("id"))
    heard: list[Heard] = []
    aside: list[str] = []
    for place in ("messaging", "standby"):
        found = entry.get(place)
        for said_of in found if isinstance(found, list) else []:
            item = _item(said_of, page, channel, received_at)
            told = list(_hear(item)) if item else []
            heard.extend(told)
            if not told:
                aside.append(f"{channel} {_silent(item)}")
    return Translation(f"{channel}:{page}", tuple(heard), tuple(aside))


def _item(item: object, page: str, channel: Channel, received_at: int) -> _Item | None:
    """None where it does not say who and whom. On an echo the shop is the sender."""
    if not isinstance(item, dict):
        return None
    sender, recipient = id_of(words(item, "sender").get("id")), id_of(words(item, "recipient").get("id"))
    by_us = words(item, "message").get("is_echo") is True or sender == page
    person = recipient if by_us and recipient != page else sender
    if not person or not recipient:
        return None
    return _Item(item, person, page, moment(item.get("timestamp"), received_at), channel, by_us)


def _hear(item: _Item) -> Iterator[Heard]:
    for referral, place in adverts.referrals(item.said):
        event, ref = adverts.of_chat(referral, item.at), text(referral.get("ref"))
        if event or ref:
            yield Heard(key=item.key(place), hints=item.hints, event=event, ref=ref)
    yield from _message(item)
    yield from _postback(item)
    yield from _edited(item)
    yield from _reaction(item)
    yield from _read(item)
    yield from _stopped(item)


def _message(item: _Item) -> Iterator[Heard]:
    message = words(item.said, "message")
    key = text(message.get("mid"))
    if key and message.get("is_deleted") is True:
        amends = Amends(how=Amendment.DELETED, at=item.at, of=key)
        yield Heard(key=f"{key}/deleted", hints=item.hints, amends=amends)
    elif key and (event := _event(item, message)):
        yield Heard(key=key, hints=item.hints, event=event)


def _event(item: _Item, message: Words) -> HeardEvent | None:
    attachments = listed(message, "attachments")
    written = said(message.get("text"))
    of = media(text(attachments[0].get("type"))) if attachments else Media.NONE
    if message.get("is_unsupported") is True:
        of = Media.OTHER
    if not written and not of:
        return None
    name = text(message.get("metadata")) if item.by_us else ""
    return HeardEvent(
        channel=item.channel,
        kind=EventKind.MESSAGE_OUT if item.by_us else EventKind.MESSAGE_IN,
        at=item.at,
        text=written,
        detail=EventDetail(media=of.value, by_name=name if _PERSON.fullmatch(name) else ""),
        items=products(attachments),
    )


def _postback(item: _Item) -> Iterator[Heard]:
    """She tapped a button: its words are what she says."""
    postback = words(item.said, "postback")
    if title := said(postback.get("title")):
        event = HeardEvent(channel=item.channel, kind=EventKind.MESSAGE_IN, at=item.at, text=title)
        yield Heard(key=text(postback.get("mid")) or item.key("postback"), hints=item.hints, event=event)


def _edited(item: _Item) -> Iterator[Heard]:
    edit = words(item.said, "message_edit")
    key = text(edit.get("mid"))
    if key and (event := _event(item, edit)):
        times = text(edit.get("num_edit")) or text(item.said.get("timestamp"))
        amends = Amends(how=Amendment.EDITED, at=item.at, of=key)
        yield Heard(key=f"{key}/edited/{times}", hints=item.hints, event=event, amends=amends)


def _reaction(item: _Item) -> Iterator[Heard]:
    """Her thumb up is an answer; taken back it is none."""
    reaction = words(item.said, "reaction")
    of = text(reaction.get("mid"))
    if not of or item.by_us:
        return
    shown = text(reaction.get("emoji"))
    gone = text(reaction.get("action")) == "unreact"
    if not shown and not gone:
        return
    event = HeardEvent(
        channel=item.channel,
        kind=EventKind.MESSAGE_IN,
        at=item.at,
        text=shown,
        detail=EventDetail(media=Media.REACTION.value),
    )
    how = Amendment.DELETED if gone else Amendment.EDITED
    yield Heard(
        key=item.key(f"reaction/{of}/{'gone' if gone else 'there'}"),
        hints=item.hints,
        event=None if gone else event,
        amends=Amends(how=how, at=item.at, of=f"{of}/reaction"),
    )


def _read(item: _Item) -> Iterator[Heard]:
    """Messenger tells until when, Instagram which one."""
    read = words(item.said, "read")
    if not read or item.by_us:
        return
    of = text(read.get("mid"))
    at = moment(read.get("watermark"), item.at) if read.get("watermark") else item.at
    yield Heard(
        key=f"{item.person}/read/{of or at}",
        hints=item.hints,
        amends=Amends(how=Amendment.READ, at=at, of=of),
    )


def _stopped(item: _Item) -> Iterator[Heard]:
    """Messenger's "stop messages" under an offer that she had asked to get."""
    optin = words(item.said, "optin")
    if text(optin.get("notification_messages_status")) == _STOPPED:
        consent = HeardConsent(
            purpose=Purpose.MARKETING_MESSAGE,
            granted=False,
            at=item.at,
            proof=f"{item.channel}, optin, {_STOPPED}",
        )
        yield Heard(key=item.key("stopped"), hints=item.hints, consents=(consent,))


def _silent(item: _Item | None) -> str:
    if item is None:
        return "item without sender"
    return topic(next((key for key in item.said if key not in _ENVELOPE), "item"))
