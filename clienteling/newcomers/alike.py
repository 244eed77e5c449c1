"""Is this her? Who of the customers here has the telephone, the e-mail or the name that is being typed."""

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from clienteling.customers import names, normal
from clienteling.customers.aliases import together
from clienteling.customers.queries import hits_of
from clienteling.customers.search import search
from clienteling.customers.tables import identifier
from clienteling.customers.values import CustomerHit, IdentifierKind
from clienteling.newcomers.mistakes import going
from clienteling.newcomers.values import Alike, By, Draft

_LOOKED_AT = 20
_SHOWN = 3


def alike(conn: sa.Connection, draft: Draft, limit: int = _SHOWN) -> list[Alike]:
    """The surest first, each once: a telephone or an address says more than a name.

    Who was entered by mistake a moment ago and goes is nobody's double.
    """
    found: dict[str, Alike] = {}
    for one in (*_by_phone(conn, draft.phone), *_by_email(conn, draft.email), *_by_name(conn, draft)):
        found.setdefault(one.hit.id, one)
    leaving = going(conn) if found else set()
    return [one for customer_id, one in found.items() if customer_id not in leaving][:limit]


def _by_phone(conn: sa.Connection, typed: str) -> Iterator[Alike]:
    number = normal.phone(typed)
    if number:
        same = [hit for hit in search(conn, number, _LOOKED_AT) if normal.phone(hit.phone) == number]
        yield from _each((*same, *_known_by(conn, IdentifierKind.PHONE, number)), By.PHONE)


def _by_email(conn: sa.Connection, typed: str) -> Iterator[Alike]:
    mailbox = normal.mailbox(typed)
    if mailbox:
        hits = search(conn, normal.email(typed), _LOOKED_AT)
        same = [hit for hit in hits if normal.mailbox(hit.email) == mailbox]
        yield from _each((*same, *_known_by(conn, IdentifierKind.EMAIL, mailbox)), By.EMAIL)


def _by_name(conn: sa.Connection, draft: Draft) -> Iterator[Alike]:
    if names.words(draft.given_name) and names.words(draft.family_name):
        hits = search(conn, draft.full_name, _LOOKED_AT)
        yield from _each([hit for hit in hits if names.same(draft.full_name, hit.full_name)], By.NAME)


def _known_by(conn: sa.Connection, kind: IdentifierKind, value: str) -> list[CustomerHit]:
    """Whom a source knows by it, though it stands on nobody's card."""
    query = sa.select(identifier.c.customer_id).where(
        identifier.c.kind == kind.value, identifier.c.value == value, identifier.c.customer_id.is_not(None)
    )
    people = together(conn, set(conn.scalars(query.limit(_LOOKED_AT))))
    return hits_of(conn, list({she.id: she for she in people.values()}.values()))


def _each(hits: Sequence[CustomerHit], by: By) -> Iterator[Alike]:
    return (Alike(hit, by) for hit in hits)
