"""Everything that the hub holds of one person, gathered once for every form in which she gets it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from clienteling import catalogues
from clienteling.consents import queries as consents
from clienteling.consents.tables import consent, consent_text
from clienteling.consents.values import ConsentState
from clienteling.customers.aliases import ids_of
from clienteling.customers.queries import customer_by_id, facts
from clienteling.customers.values import Customer, Fact
from clienteling.hub.erasing import SHORTEST_NAME, names_of
from clienteling.hub.importing.tables import imported_row
from clienteling.hub.intake.tables import raw_payload
from clienteling.notes.tables import note
from clienteling.privacy.keeping import months
from clienteling.privacy.queries import accesses
from clienteling.privacy.values import Access, Keep
from clienteling.records import uncorrected
from clienteling.replicated import REGISTRY
from clienteling.timeline.queries import page
from clienteling.timeline.values import Entry, EntryKind
from clienteling.wording import Wording

Row = Mapping[str, Any]
_PAGE = 500
ABROAD = "en"
"""For whom there are no words in her own language."""


@dataclass(frozen=True, slots=True)
class Payload:
    """A message of another system in which she is named."""

    source: str
    call: str
    received_at: int
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    hub_name: str
    made_at: int
    customer: Customer
    wording: Wording
    records: Mapping[str, Sequence[Row]]
    """Collection → every record of hers, whole."""
    consents: Sequence[tuple[ConsentState, Row | None, str]]
    """Where each purpose stands, the record it rests on, and the text that she was shown."""
    facts: Sequence[Fact]
    timeline: Sequence[Entry]
    notes: Sequence[Row]
    payloads: Sequence[Payload]
    imported: Sequence[Row]
    accesses: Sequence[Access]
    months: Mapping[Keep, int]


def gather(conn: sa.Connection, customer_id: str, *, hub_name: str, now: int) -> Contents | None:
    """None where she is not here."""
    ids = ids_of(conn, customer_id)
    her = customer_by_id(conn, customer_id)
    if her is None:
        return None
    wording = Wording(her.language if her.language in catalogues.languages() else ABROAD)
    return Contents(
        hub_name=hub_name,
        made_at=now,
        customer=her,
        wording=wording,
        records=_records(conn, ids),
        consents=list(_consents(conn, customer_id, now)),
        facts=facts(conn, customer_id, now, deduced=True),
        timeline=list(_timeline(conn, customer_id, wording)),
        notes=_rows(conn, sa.select(note).where(note.c.customer_id.in_(ids), uncorrected(note)), note.c.at),
        payloads=list(_payloads(conn, ids)),
        imported=_rows(
            conn,
            sa.select(imported_row.c.source, imported_row.c.taken_at).where(
                imported_row.c.customer_id.in_(ids)
            ),
            imported_row.c.taken_at,
        ),
        accesses=accesses(conn, customer_id),
        months={keep: months(conn, keep) for keep in Keep},
    )


def _records(conn: sa.Connection, ids: Sequence[str]) -> dict[str, list[Row]]:
    """Of every collection that has something of hers, also of one that is added later."""
    return {
        collection.name: _rows(
            conn,
            sa.select(collection.table).where(
                collection.table.c[collection.group or collection.about].in_(ids)
            ),
            collection.table.c.id,
        )
        for collection in REGISTRY.erasable
    }


def _rows(conn: sa.Connection, query: sa.Select, order: sa.ColumnElement) -> list[Row]:
    return list(map(dict, conn.execute(query.order_by(order)).mappings()))


def _consents(
    conn: sa.Connection, customer_id: str, now: int
) -> Iterator[tuple[ConsentState, Row | None, str]]:
    for state in consents.states(conn, customer_id, now):
        found = _rows(conn, sa.select(consent).where(consent.c.id == state.consent_id), consent.c.id)
        body = conn.scalar(sa.select(consent_text.c.body).where(consent_text.c.id == state.text_id))
        yield state, next(iter(found), None), body or ""


def _timeline(conn: sa.Connection, customer_id: str, wording: Wording) -> Iterator[Entry]:
    """All of it, newest first; notes stand by themselves, for some are not shown on every card."""
    before = None
    while some := page(conn, customer_id, wording=wording, associate_id="", before=before, limit=_PAGE):
        yield from (entry for entry in some if entry.kind is not EntryKind.NOTE)
        before = some[-1].at, some[-1].id


def _payloads(conn: sa.Connection, ids: Sequence[str]) -> Iterator[Payload]:
    """What names her as it came; the parts that are about others are not hers to have."""
    names = {hint.value.lower() for each in ids for hint in names_of(conn, each)} | set(ids)
    wanted = [name.encode() for name in names if len(name) >= SHORTEST_NAME]
    query = sa.select(raw_payload).order_by(raw_payload.c.received_at, raw_payload.c.id)
    for row in conn.execute(query.execution_options(yield_per=_PAGE)):
        body = row.body.lower()
        if any(name in body for name in wanted):
            yield Payload(row.source, row.call, row.received_at or 0, len(row.body))
