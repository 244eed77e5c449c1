"""Several codes held up at once: the one that opens something, or a person's choice."""

from collections.abc import Sequence

import sqlalchemy as sa

from clienteling.scan.resolve import resolve
from clienteling.scan.symbology import Symbology
from clienteling.scan.values import (
    CustomerFound,
    CustomerNotHere,
    NothingRead,
    Opening,
    ProductFound,
    ScanResult,
    SeveralRead,
)

Scan = tuple[str, Symbology]


def resolve_all(conn: sa.Connection, scans: Sequence[Scan], now: int) -> ScanResult:
    """A card carries a number beside its code, a label two codes: what means the same is one."""
    results = [resolve(conn, text, now, symbology) for text, symbology in scans]
    openings = list({_opened(r): r for r in reversed(results) if isinstance(r, Opening)}.values())
    match openings:
        case []:
            return next(iter(results), NothingRead())
        case [only]:
            return only
        case _:
            return SeveralRead(tuple(reversed(openings)))


def _opened(result: Opening) -> str:
    match result:
        case CustomerFound(customer_id) | CustomerNotHere(customer_id):
            return customer_id
        case ProductFound(_, variant_id):
            return variant_id
