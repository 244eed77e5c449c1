from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from clienteling.customers import facts as fact_rules
from clienteling.customers.aliases import Her, Whom, ids_of, together
from clienteling.customers.joined import as_one
from clienteling.customers.tables import customer, preference, recent_customer
from clienteling.customers.values import Customer, CustomerHit, Fact, PreferenceKind, Provenance, Tier
from clienteling.interactions.tables import interaction
from clienteling.prepared import Prepared
from clienteling.staff.tables import associate
from clienteling.stores.tables import store
from clienteling.timeline.tables import event
from clienteling.vocabulary import known

_HOME_LANGUAGE = "it"
_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_BY_IDS = Prepared(sa.select(customer).where(customer.c.id.in_(_IDS)))
_FACTS = Prepared(
    sa.select(
        preference,
        store.c.city.label("store_city"),
        store.c.name.label("store_name"),
        associate.c.given_name.label("associate_name"),
    )
    .outerjoin_from(preference, store, store.c.id == preference.c.store_id)
    .outerjoin(associate, associate.c.id == preference.c.associate_id)
    .where(preference.c.customer_id.in_(_IDS), preference.c.removed_at.is_(None))
)


def customer_by_id(conn: sa.Connection, whom: Whom) -> Customer | None:
    """By any id of hers; None where none of her records is here."""
    ids = ids_of(conn, whom)
    rows = {row.id: row for row in _BY_IDS.rows(conn, {"ids": ids})}
    found = [_customer(rows[i]) for i in ids if i in rows]
    if not found:
        return None
    one = as_one(found)
    return one if one.language else msgspec.structs.replace(one, language=_HOME_LANGUAGE)


def recent(conn: sa.Connection, limit: int) -> list[CustomerHit]:
    """The cards opened last on this tablet, newest first; each person once."""
    query = sa.select(recent_customer.c.customer_id).order_by(recent_customer.c.opened_at.desc())
    ids = list(conn.execute(query).scalars())
    hers = together(conn, ids)
    once = {hers[i].id: hers[i] for i in ids}
    return hits_of(conn, list(once.values())[:limit])


def hits_of(conn: sa.Connection, people: Sequence[Her], *, seen: bool = True) -> list[CustomerHit]:
    """A row for each person who is here, in their order, by the record that stands for her.

    When she was seen last costs two thirds of it: two more indexes, in which she stands far from the others.
    """
    ids = [i for she in people for i in she.ids]
    if not ids:
        return []
    rows = {row[0]: row for row in (_SEEN if seen else _HITS).rows(conn, {"ids": ids})}
    found = ([rows[i] for i in she.ids if i in rows] for she in people)
    return [_hit(records, seen=seen) for records in found if records]


def facts(conn: sa.Connection, whom: Whom, now: int, *, deduced: bool) -> tuple[Fact, ...]:
    """What is known of her, each once, with where it comes from.

    `deduced`: also what nobody said, which only her consent to profiling allows.
    """
    rows = _FACTS.rows(conn, {"ids": ids_of(conn, whom)})
    known = (_fact(row) for row in rows)
    return fact_rules.shown((f for f in known if deduced or f.source is not Provenance.DEDUCED), now)


def _newest(table: sa.Table) -> sa.ScalarSelect:
    query = sa.select(sa.func.max(table.c.at)).where(table.c.customer_id == customer.c.id)
    return query.correlate(customer).scalar_subquery()


_HITS = Prepared(
    sa.select(
        customer.c.id,
        customer.c.given_name,
        customer.c.family_name,
        customer.c.phone,
        customer.c.email,
        customer.c.card_number,
        customer.c.city,
        store.c.city.label("store_city"),
    )
    .outerjoin_from(customer, store, store.c.id == customer.c.home_store_id)
    .where(customer.c.id.in_(_IDS))
)
_SEEN = Prepared(
    _HITS.query.add_columns(_newest(event).label("event_at"), _newest(interaction).label("interaction_at"))
)


def _hit(records: Sequence[sa.Row], *, seen: bool) -> CustomerHit:
    """As the first says, which stands for her; seen when any of them was."""
    customer_id, given, family, phone, email, card, city, store_city, *_ = records[0]
    return CustomerHit(
        id=customer_id,
        full_name=f"{given} {family}".strip(),
        given_name=given,
        family_name=family,
        phone=phone,
        email=email,
        card_number=card,
        city=city or store_city or "",
        last_seen_at=max(at or 0 for one in records for at in one[-2:]) if seen else None,
    )


def _customer(row: sa.Row) -> Customer:
    return Customer(
        id=row.id,
        given_name=row.given_name,
        family_name=row.family_name,
        language=row.language,
        email=row.email,
        phone=row.phone,
        card_number=row.card_number,
        tier=known(Tier, row.tier, Tier.NONE),
        home_store_id=row.home_store_id,
        since_on=row.since_on,
        birthday_on=row.birthday_on,
        provisional=row.provisional and not (row.given_name or row.family_name),
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
