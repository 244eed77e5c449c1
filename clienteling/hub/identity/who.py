"""One person from many identifiers.

A login, a page-scoped id and the e-mail of a login are strong: they join. An anonymous id is a device and
joins only what has no strong name of its own; a device on which two people signed in is nobody's from then
on. Two customers are never made one here: where strong names point at two, each keeps what it has.
"""

from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.identity import strangers
from clienteling.hub.identity.known import KnownNames
from sync.writer import Writer


class Known(msgspec.Struct, frozen=True):
    customer_id: str
    were_strangers: frozenset[str] = frozenset()
    """Strangers who turned out to be this customer just now."""


class Stranger(msgspec.Struct, frozen=True):
    stranger_id: str


Whose = Known | Stranger


def recognise(writer: Writer, hints: Sequence[Hint], introduced: str | None = None) -> Whose | None:
    """Whose hints these are, remembering what they say of one another. None where they name nobody.

    `introduced` is the customer whom a link of our own named; it counts where no strong hint is known.
    """
    known = KnownNames(writer)
    strong = [hint for hint in hints if _is_strong(hint)]
    devices = [hint for hint in hints if not _is_strong(hint)]
    if not strong:
        return _by_device(writer, known, devices)
    found = strangers.of(writer.connection, strong)
    names = [*strong, *filter(_is_strong, strangers.names(writer.connection, found))]
    customer_id = _customer(known, names) or _introduced(known, strong, introduced)
    for device in devices:
        found |= _settle(writer.connection, known, device, found, customer_id)
    if customer_id is None:
        return Stranger(strangers.remember(writer.connection, writer.now, known.free(hints), found))
    known.link(customer_id, [*hints, *strangers.names(writer.connection, found)])
    strangers.forget(writer.connection, found)
    return Known(customer_id, found)


def _is_strong(hint: Hint) -> bool:
    return hint.kind is not IdentifierKind.ANONYMOUS


def _by_device(writer: Writer, known: KnownNames, devices: Sequence[Hint]) -> Whose | None:
    customer_id = _customer(known, devices)
    if customer_id is not None:
        return Known(customer_id)
    free = known.free(devices)
    found = strangers.of(writer.connection, free)
    return Stranger(strangers.remember(writer.connection, writer.now, free, found)) if free else None


def _customer(known: KnownNames, names: Iterable[Hint]) -> str | None:
    return next((owner for name in names if (owner := known.owner(name))), None)


def _introduced(known: KnownNames, strong: Sequence[Hint], customer_id: str | None) -> str | None:
    """A link may be passed on: it introduces only who has no such name yet."""
    if customer_id is None or any(known.has_other(customer_id, hint) for hint in strong):
        return None
    return customer_id


def _settle(
    conn: sa.Connection,
    known: KnownNames,
    device: Hint,
    found: frozenset[str],
    customer_id: str | None,
) -> frozenset[str]:
    """The strangers that this device adds; where it is somebody else's, it becomes nobody's."""
    if known.holds(device):
        if known.owner(device) not in {None, customer_id}:
            known.share(device)
        return frozenset()
    behind = strangers.of(conn, [device]) - found
    if any(_is_strong(name) for name in strangers.names(conn, behind)):
        strangers.drop(conn, device)
        known.share(device)
        return frozenset()
    return behind
