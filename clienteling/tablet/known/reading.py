"""Everything that is known of one customer, in her own words, read in one go off the UI thread."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.customers.corrections import birthday_typed
from clienteling.errors import UnknownRecord
from clienteling.tablet.card.consent_view_model import Asked, PurposeRow, purpose_row
from clienteling.tablet.card.data_view_model import AccessRow, ClockRow, WishRow, read_data
from clienteling.tablet.card.who import ConsentTopic, FactRow, fact_row, interest_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from clienteling.card.values import Card
    from clienteling.customers.values import Customer
    from clienteling.staff.values import Author
    from clienteling.timeline.values import Entry
    from clienteling.wording import Wording

NEWEST = 400
"""Of what happened; all of it is in her file."""
ALL = ""


@dataclass(frozen=True)
class ChannelRow:
    key: str
    """A `Channel`, empty for all."""
    count: int
    more: bool
    """Older ones are in her file only."""


@dataclass(frozen=True)
class HappenedRow:
    key: str
    channel: str
    title: str
    subtitle: str
    day: str


@dataclass(frozen=True)
class You:
    given_name: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""
    birthday: str = ""
    card_number: str = ""
    since: str = ""
    records: int = 1


@dataclass(frozen=True)
class Known:
    """`here` is false where nothing of her is on this tablet; `erased` because she asked for it."""

    here: bool = True
    erased: bool = False
    you: You = You()
    facts: tuple[FactRow, ...] = ()
    purposes: tuple[PurposeRow, ...] = ()
    channels: tuple[ChannelRow, ...] = ()
    happened: tuple[HappenedRow, ...] = ()
    clocks: tuple[ClockRow, ...] = ()
    accesses: tuple[AccessRow, ...] = ()
    wishes: tuple[WishRow, ...] = ()


def read_known(
    conn: "sa.Connection", customer_id: str, *, author: "Author", now: int, wording: "Wording"
) -> Known:
    from clienteling.card.compose import customer_card
    from clienteling.timeline.queries import page
    from sync.device.gone.erased import was_erased

    try:
        card = customer_card(
            conn,
            customer_id,
            store_id=author.store_id,
            associate_id=author.associate_id,
            now=now,
            wording=wording,
        )
    except UnknownRecord:
        return Known(here=False, erased=was_erased(conn, customer_id))
    entries = page(conn, customer_id, wording=wording, associate_id=author.associate_id, limit=NEWEST)
    law = read_data(conn, customer_id, now, wording)
    return Known(
        you=you(card.customer, wording),
        facts=facts(card, now, wording),
        purposes=purposes(conn, card, now, wording),
        channels=channels(entries),
        happened=tuple(happened(entry, now, wording) for entry in entries),
        clocks=law.clocks,
        accesses=law.accesses,
        wishes=law.wishes,
    )


def you(customer: "Customer", wording: "Wording") -> You:
    from datetime import date

    since = customer.since_on
    return You(
        given_name=customer.given_name,
        family_name=customer.family_name,
        email=customer.email,
        phone=wording.phone(customer.phone) if customer.phone else "",
        birthday=birthday_typed(customer.birthday_on),
        card_number=customer.card_number,
        since=wording.full_date(date.fromisoformat(since)) if since else "",
        records=customer.records,
    )


def facts(card: "Card", now: int, wording: "Wording") -> tuple[FactRow, ...]:
    """Each value by itself, so that each can be taken away."""
    today = wording.day_of(now)
    rows = [fact_row([fact], today, wording, key=fact.id) for fact in card.facts]
    return (*rows, *([interest_row(card.leaning)] if card.leaning else ()))


def purposes(conn: "sa.Connection", card: "Card", now: int, wording: "Wording") -> tuple[PurposeRow, ...]:
    asked = Asked(
        topic=ConsentTopic.SERVICE,
        states=card.consents,
        language=card.customer.language,
        now=now,
        wording=wording,
    )
    return tuple(purpose_row(conn, state, asked) for state in card.consents)


def channels(entries: "Sequence[Entry]") -> tuple[ChannelRow, ...]:
    """Where most happened comes first."""
    counted = Counter(entry.channel.value for entry in entries)
    more = len(entries) >= NEWEST
    return (
        ChannelRow(ALL, len(entries), more),
        *(ChannelRow(key, count, more) for key, count in counted.most_common()),
    )


def happened(entry: "Entry", now: int, wording: "Wording") -> HappenedRow:
    return HappenedRow(
        key=f"{entry.kind.value}/{entry.id}",
        channel=entry.channel.value,
        title=entry.title,
        subtitle=entry.subtitle,
        day=wording.moment(entry.at, now),
    )
