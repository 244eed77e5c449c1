from collections.abc import Collection

import sqlalchemy as sa

from clienteling.catalog.products import named
from clienteling.customers.queries import customer_by_id
from clienteling.records import uncorrected
from clienteling.selections.tables import selection
from clienteling.selections.values import Selection, chosen_of
from clienteling.staff.tables import associate
from clienteling.stores.tables import store

_BY_ID = (
    sa.select(
        selection,
        associate.c.given_name.label("associate_name"),
        store.c.name.label("store_name"),
        store.c.address.label("store_address"),
        store.c.phone.label("store_phone"),
    )
    .outerjoin_from(selection, associate, associate.c.id == selection.c.associate_id)
    .outerjoin(store, store.c.id == selection.c.store_id)
    .where(selection.c.id == sa.bindparam("selection_id", type_=sa.Text), uncorrected(selection))
)


def selection_by_id(conn: sa.Connection, selection_id: str) -> Selection | None:
    """None where it is not here, was taken back, or she is no longer here."""
    row = conn.execute(_BY_ID, {"selection_id": selection_id}).first()
    her = customer_by_id(conn, row.customer_id) if row else None
    if row is None or her is None:
        return None
    items = chosen_of(row.items)
    known = named(conn, (item.product_id for item in items), (item.variant_id for item in items))
    return Selection(
        id=row.id,
        customer_id=her.id,
        given_name=her.given_name,
        language=her.language,
        products=tuple(p for item in items if (p := known.get(item.product_id, item.variant_id))),
        words=row.words,
        at=row.at or 0,
        associate_name=row.associate_name or "",
        store_name=row.store_name or "",
        store_address=row.store_address or "",
        store_phone=row.store_phone or "",
    )


def standing_among(conn: sa.Connection, ids: Collection[str]) -> set[str]:
    """Those of them that are here and were not taken back."""
    query = sa.select(selection.c.id).where(selection.c.id.in_(ids), uncorrected(selection))
    return set(conn.scalars(query)) if ids else set()
