"""Whom a person at the command line means: by id, e-mail, phone or card number."""

import sqlalchemy as sa

from clienteling.customers import normal
from clienteling.customers.aliases import standing
from clienteling.customers.queries import customer_by_id
from clienteling.customers.tables import customer, identifier
from clienteling.customers.values import Customer, IdentifierKind
from clienteling.hub.machine_language import machine_language
from clienteling.hub.trouble import stop
from clienteling.marking import msgid
from clienteling.wording import Wording

_KINDS = (IdentifierKind.EMAIL, IdentifierKind.PHONE, IdentifierKind.CARD)


def wanted_customer(conn: sa.Connection, wanted: str) -> Customer:
    """Stops the command where nobody is meant, or several are."""
    found = _ids(conn, wanted.strip())
    if len(found) > 1:
        stop(_said(msgid("several customers go by “{wanted}”. Name one by id: {ids}."), wanted, found))
    her = customer_by_id(conn, found[0]) if found else None
    if her is None:
        stop(_said(msgid("no customer has the id, e-mail, phone or card number “{wanted}”."), wanted, found))
    return her


def _said(sentence: str, wanted: str, found: list[str]) -> str:
    return Wording(machine_language()).say(sentence, wanted=wanted, ids=", ".join(found))


def _ids(conn: sa.Connection, wanted: str) -> list[str]:
    spellings = [spelled for spelled in _spellings(wanted) if spelled]
    columns = (customer.c.id, customer.c.email, customer.c.phone, customer.c.card_number)
    on_the_customer = sa.select(customer.c.id).where(sa.or_(*(c.in_(spellings) for c in columns)))
    linked = (
        sa.select(identifier.c.customer_id)
        .join(customer, customer.c.id == identifier.c.customer_id)
        .where(identifier.c.value.in_(spellings), identifier.c.kind.in_(_KINDS))
    )
    found = conn.execute(sa.union(on_the_customer, linked)).scalars().all()
    return sorted(set(standing(conn, found).values()))


def _spellings(wanted: str) -> tuple[str, ...]:
    return wanted, normal.email(wanted), normal.mailbox(wanted), normal.phone(wanted)
