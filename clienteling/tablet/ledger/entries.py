"""The ledger's lines: what was recorded on this tablet, about whom, and how far it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from clienteling.tablet.ledger.mending import WRITTEN, words_of
from clienteling.tablet.ledger.receipts import ReceiptRow, receipt_rows

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.wording import Wording
    from sync.device.ledger import Entry, Ledger
    from sync.device.replica import Replica

Key = tuple[str, str]

CUSTOMER_OF = {"customer": "id"}
ABOUT_NOBODY = frozenset(
    {
        "attribution_rule",
        "day_review",
        "incentive_scheme",
        "incentive_statement",
        "kpi_target",
        "legal_basis",
        "staff_change",
    }
)
"""Every other collection that a tablet writes names its customer in `customer_id`."""
KIND_OF = {
    "interaction": "kind",
    "promise": "kind",
    "task": "kind",
    "outreach": "way",
    "consent": "purpose",
    "preference": "kind",
}


class Stage(StrEnum):
    """How far a record is, in the words of the screens."""

    CONFIRMED = "confirmed"
    SENT = "sent"
    SAVED_HERE = "saved_here"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True)
class LedgerRow:
    key: str
    collection: str
    record_id: str
    kind: str
    """What of its collection it is: an InteractionKind, a Purpose …; may be empty."""
    customer: str
    customer_id: str
    recorded: str
    stage: str
    reason: str
    """A `Code`: why the hub refused it; empty unless it is to be decided."""
    words: str = ""
    """What its reader wrote there and may put right; empty where there is nothing of that kind."""
    room: int = 0
    """How many characters that may be."""


@dataclass(frozen=True)
class Day:
    """Today's figures and lines, also what is older and not confirmed yet; apart, what was refused."""

    recorded: int = 0
    confirmed: int = 0
    waiting: int = 0
    to_decide: int = 0
    rows: tuple[LedgerRow, ...] = ()
    refused: tuple[LedgerRow, ...] = ()
    receipts: tuple[ReceiptRow, ...] = ()


@dataclass(frozen=True)
class About:
    kind: str = ""
    customer: str = ""
    customer_id: str = ""


def day(replica: "Replica", reader: str, since: int, now: int, wording: "Wording") -> Day:
    """`reader` is the associate who looks."""
    ledger = replica.ledger()
    shown = [e for e in ledger.entries if e.recorded_at >= since or stage(e) is not Stage.CONFIRMED]
    with replica.read() as connection:
        about = describe(connection, shown)
        receipts = receipt_rows(connection, now, wording)
        words = words_of(connection, set_aside(shown), reader)
    rows = [row(e, about[e.collection, e.record_id], now, wording) for e in shown]
    rows = [with_words(one, words.get((one.collection, one.record_id), "")) for one in rows]
    return replace(derive(ledger, since, rows), receipts=receipts)


def derive(ledger: "Ledger", since: int, rows: Sequence[LedgerRow]) -> Day:
    today = [stage(entry) for entry in ledger.entries if entry.recorded_at >= since]
    return Day(
        recorded=len(today),
        confirmed=today.count(Stage.CONFIRMED),
        waiting=ledger.waiting,
        to_decide=ledger.set_aside,
        rows=tuple(one for one in rows if one.stage != Stage.SET_ASIDE),
        refused=tuple(one for one in rows if one.stage == Stage.SET_ASIDE),
    )


def stage(entry: "Entry") -> Stage:
    from sync.device.outbox import RecordState

    match entry.state:
        case RecordState.CONFIRMED:
            return Stage.CONFIRMED
        case RecordState.SENT:
            return Stage.SENT
        case RecordState.SAVED_HERE:
            return Stage.SAVED_HERE
        case RecordState.SET_ASIDE:
            return Stage.SET_ASIDE


def row(entry: "Entry", about: About, now: int, wording: "Wording") -> LedgerRow:
    return LedgerRow(
        key=f"{entry.collection}/{entry.record_id}",
        collection=entry.collection,
        record_id=entry.record_id,
        kind=about.kind,
        customer=about.customer,
        customer_id=about.customer_id,
        recorded=wording.moment(entry.recorded_at, now),
        stage=stage(entry).value,
        reason=entry.code.value if entry.code else "",
    )


def set_aside(entries: Iterable["Entry"]) -> list[Key]:
    return [(e.collection, e.record_id) for e in entries if stage(e) is Stage.SET_ASIDE]


def with_words(one: LedgerRow, words: str) -> LedgerRow:
    return replace(one, words=words, room=WRITTEN[one.collection].longest) if words else one


def describe(conn: "sa.Connection", entries: Iterable["Entry"]) -> Mapping[Key, About]:
    """What each record is and whom it concerns; empty where the record is gone."""
    by_collection: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        by_collection[entry.collection].append(entry.record_id)
    found: dict[Key, About] = defaultdict(About)
    for name, ids in by_collection.items():
        found |= {(name, record_id): about for record_id, about in _read(conn, name, ids)}
    return found


def _read(conn: "sa.Connection", collection: str, ids: list[str]) -> Iterable[tuple[str, About]]:
    import sqlalchemy as sa

    from clienteling.customers.aliases import of_record
    from clienteling.customers.tables import customer
    from clienteling.replicated import REGISTRY

    table = REGISTRY[collection].table
    if collection in ABOUT_NOBODY:
        return ((record_id, About()) for record_id in ids)
    whose = table.c[CUSTOMER_OF.get(collection, "customer_id")]
    kind = table.c[KIND_OF[collection]] if collection in KIND_OF else sa.literal("")
    her = customer.alias("her")
    query = (
        sa.select(table.c.id, kind, sa.func.trim(her.c.given_name + " " + her.c.family_name), her.c.id)
        .select_from(table.outerjoin(her, her.c.id == of_record(whose)))
        .where(table.c.id.in_(ids))
    )
    return (
        (found.id, About(found[1] or "", found[2] or "", found[3] or "")) for found in conn.execute(query)
    )
