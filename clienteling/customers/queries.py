from collections.abc import Sequence

import sqlalchemy as sa

from clienteling.customers import facts as fact_rules
from clienteling.customers.tables import customer, preference, recent_customer
from clienteling.customers.values import Customer, CustomerHit, Fact, PreferenceKind, Provenance, Tier
from clienteling.interactions.tables import interaction
from clienteling.staff.tables import associate
from clienteling.stores.tables import store
from clienteling.timeline.tables import event
from clienteling.vocabulary import known

_CUSTOMER = sa.bindparam("customer_id", type_=sa.Text)
_BY_ID = sa.select(customer).where(customer.c.id == _CUSTOMER)
_FACTS = (
    sa.select(
        preference,
        store.c.city.label("store_city"),
        store.c.name.label("store_name"),
        associate.c.given_name.label("associate_name"),
    )
    .outerjoin_from(preference, store, store.c.id == preference.c.store_id)
    .outerjoin(associate, associate.c.id == preference.c.associate_id)
    .where(preference.c.customer_id == _CUSTOMER, preference.c.removed_at.is_(None))
)


def customer_by_id(conn: sa.Connection, customer_id: str) -> Customer | None:
    row = conn.execute(_BY_ID, {"customer_id": customer_id}).first()
    return _customer(row) if row else None


def recent(conn: sa.Connection, limit: int) -> list[CustomerHit]:
    """The cards opened last on this tablet, newest first."""
    query = sa.select(recent_customer.c.customer_id).order_by(recent_customer.c.opened_at.desc()).limit(limit)
    ids = list(conn.execute(query).scalars())
    hits = {hit.id: hit for hit in hits_by_id(conn, ids)}
    return [hits[i] for i in ids if i in hits]


def hits_by_id(conn: sa.Connection, ids: Sequence[str]) -> list[CustomerHit]:
    if not ids:
        return []
    rows = conn.execute(_hits().where(customer.c.id.in_(ids)))
    return [_hit(row) for row in rows]


def facts(conn: sa.Connection, customer_id: str, now: int, *, deduced: bool) -> tuple[Fact, ...]:
    """What is known of her, each once, with where it comes from.

    `deduced`: also what nobody said, which only her consent to profiling allows.
    """
    rows = conn.execute(_FACTS, {"customer_id": customer_id})
    known = (_fact(row) for row in rows)
    return fact_rules.shown((f for f in known if deduced or f.source is not Provenance.DEDUCED), now)


def _hits() -> sa.Select:
    return sa.select(
        customer,
        store.c.city.label("store_city"),
        _newest(event).label("event_at"),
        _newest(interaction).label("interaction_at"),
    ).outerjoin_from(customer, store, store.c.id == customer.c.home_store_id)


def _newest(table: sa.Table) -> sa.ScalarSelect:
    query = sa.select(sa.func.max(table.c.at)).where(table.c.customer_id == customer.c.id)
    return query.correlate(customer).scalar_subquery()


def _hit(row: sa.Row) -> CustomerHit:
    return CustomerHit(
        id=row.id,
        full_name=f"{row.given_name} {row.family_name}".strip(),
        given_name=row.given_name,
        family_name=row.family_name,
        phone=row.phone,
        email=row.email,
        card_number=row.card_number,
        city=row.city or row.store_city or "",
        last_seen_at=max(row.event_at or 0, row.interaction_at or 0),
    )


def _customer(row: sa.Row) -> Customer:
    return Customer(
        id=row.id,
        given_name=row.given_name,
        family_name=row.family_name,
        language=row.language or "it",
        email=row.email,
        phone=row.phone,
        card_number=row.card_number,
        tier=known(Tier, row.tier, Tier.NONE),
        home_store_id=row.home_store_id,
        since_on=row.since_on,
        birthday_on=row.birthday_on,
        provisional=row.provisional,
    )


def _fact(row: sa.Row) -> Fact:
    return Fact(
        id=row.id,
        kind=known(PreferenceKind, row.kind, PreferenceKind.OTHER),
        value=row.value,
        source=known(Provenance, row.source, Provenance.ONLINE),
        evidence=row.evidence,
        said_at=row.said_at or 0,
        store_name=row.store_city or row.store_name or "",
        associate_name=row.associate_name or "",
    )
