from collections.abc import Iterator, Mapping
from datetime import date

import msgspec
import sqlalchemy as sa

from clienteling.basis.tables import RULE, figure_look, legal_basis, sight_rule
from clienteling.basis.values import LEAST_PEOPLE, Crew, Days, LegalBasis, Look, Standing, What
from clienteling.records import uncorrected
from clienteling.staff.tables import associate
from clienteling.stores.tables import store
from clienteling.vocabulary import known

_BASES = (
    sa.select(legal_basis, associate.c.given_name, associate.c.family_name)
    .outerjoin_from(legal_basis, associate, associate.c.id == legal_basis.c.associate_id)
    .where(uncorrected(legal_basis))
    .order_by(legal_basis.c.last_on.desc(), legal_basis.c.id.desc())
)
_LOOKS = (
    sa.select(figure_look, associate.c.given_name, associate.c.family_name)
    .outerjoin_from(figure_look, associate, associate.c.id == figure_look.c.associate_id)
    .where(figure_look.c.whom_id == sa.bindparam("whom", type_=sa.Text))
    .order_by(figure_look.c.at.desc(), figure_look.c.id.desc())
)
_LEAST = sa.select(sight_rule.c.least_people).where(sight_rule.c.id == RULE)
_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_CREWS = (
    sa.select(store.c.id, store.c.area, sa.func.count(associate.c.id).label("people"))
    .outerjoin_from(store, associate, sa.and_(associate.c.store_id == store.c.id, associate.c.active))
    .group_by(store.c.id, store.c.area)
)
_DOCUMENTS = sa.select(legal_basis.c.id, legal_basis.c.document).where(legal_basis.c.id.in_(_IDS))
_NAMES = sa.select(associate.c.id, associate.c.given_name, associate.c.family_name).where(
    associate.c.id.in_(_IDS)
)


def bases(conn: sa.Connection) -> list[LegalBasis]:
    """Those that stand, of every shop; one that cannot be read allows nothing."""
    return [basis for basis in map(_basis, conn.execute(_BASES)) if basis is not None]


def listed(conn: sa.Connection, store_id: str) -> list[Standing]:
    """Those that stand for this shop, the one that ends last first."""
    found = [(row, basis) for row in conn.execute(_BASES) if (basis := _basis(row)) is not None]
    here = [(row, basis) for row, basis in found if basis.store_id in {None, store_id}]
    names = _names(conn, {one for _, basis in here for one in basis.people})
    return [
        Standing(
            basis=basis,
            by_name=_full_name(row),
            names=tuple(sorted(names.get(one, "") for one in basis.people)),
        )
        for row, basis in here
    ]


def least_people(conn: sa.Connection) -> int:
    """How many make a team."""
    return conn.scalar(_LEAST) or LEAST_PEOPLE


def crews(conn: sa.Connection) -> dict[str, Crew]:
    """Every shop of the chain, and who works there now."""
    return {row.id: Crew(row.people, row.area or "") for row in conn.execute(_CREWS)}


def looks_at(conn: sa.Connection, associate_id: str, limit: int | None = None) -> list[Look]:
    """Who looked at her figures, the newest first."""
    rows = conn.execute(_LOOKS.limit(limit), {"whom": associate_id}).all()
    documents = _documents(conn, {one for row in rows for one in _ids(row.bases)})
    return list(_looks(rows, documents))


def _looks(rows: list[sa.Row], documents: Mapping[str, str]) -> Iterator[Look]:
    for row in rows:
        days = _days(row.first_on, row.last_on)
        if days is not None:
            yield Look(
                id=row.id,
                at=row.at or 0,
                by_name=_full_name(row),
                days=days,
                what=known(What, row.what, What.FIGURES),
                documents=tuple(documents[one] for one in _ids(row.bases) if one in documents),
            )


def _basis(row: sa.Row) -> LegalBasis | None:
    days = _days(row.first_on, row.last_on)
    try:
        people = msgspec.convert(row.people or [], frozenset[str])
    except msgspec.ValidationError:
        return None
    return days and LegalBasis(
        id=row.id,
        document=row.document,
        days=days,
        store_id=row.store_id,
        people=people,
        recorded_at=row.at or 0,
        recorded_by=row.associate_id or "",
    )


def _days(first: str | None, last: str | None) -> Days | None:
    try:
        return Days(date.fromisoformat(first or ""), date.fromisoformat(last or ""))
    except ValueError:
        return None


def _ids(stored: object) -> list[str]:
    return [one for one in stored if isinstance(one, str)] if isinstance(stored, list) else []


def _documents(conn: sa.Connection, ids: set[str]) -> dict[str, str]:
    return {row.id: row.document for row in conn.execute(_DOCUMENTS, {"ids": sorted(ids)})}


def _names(conn: sa.Connection, ids: set[str]) -> dict[str, str]:
    return {row.id: _full_name(row) for row in conn.execute(_NAMES, {"ids": sorted(ids)})}


def _full_name(row: sa.Row) -> str:
    return f"{row.given_name or ''} {row.family_name or ''}".strip()
