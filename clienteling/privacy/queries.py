import sqlalchemy as sa

from clienteling.customers.aliases import Whom, ids_of
from clienteling.privacy.tables import access, erasure_receipt, privacy_request
from clienteling.privacy.values import BY_LAW, Access, Answer, Hold, PrivacyWish, Receipt, Request, Why
from clienteling.staff.tables import associate
from clienteling.stores.tables import store
from clienteling.vocabulary import known

_HER_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_ACCESSES = (
    sa.select(
        access,
        associate.c.given_name,
        associate.c.family_name,
        store.c.name.label("store_name"),
    )
    .outerjoin_from(access, associate, associate.c.id == access.c.associate_id)
    .outerjoin(store, store.c.id == access.c.store_id)
    .where(access.c.customer_id.in_(_HER_IDS))
    .order_by(access.c.at.desc(), access.c.id.desc())
)
_REQUESTS = (
    sa.select(privacy_request)
    .where(privacy_request.c.customer_id.in_(_HER_IDS))
    .order_by(privacy_request.c.at.desc(), privacy_request.c.id.desc())
)


def accesses(conn: sa.Connection, whom: Whom, limit: int | None = None) -> list[Access]:
    """Who opened her card, the newest first."""
    return [_access(row) for row in conn.execute(_ACCESSES.limit(limit), {"ids": ids_of(conn, whom)})]


def requests(conn: sa.Connection, whom: Whom) -> list[Request]:
    """What she asked for by law, the newest first."""
    return [one for one in _all(conn, whom) if one.wish in BY_LAW]


def mistake(conn: sa.Connection, whom: Whom) -> Request | None:
    """How far it is that she is taken back, being entered by mistake; None where nobody asked for it."""
    return next((one for one in _all(conn, whom) if one.wish is PrivacyWish.MISTAKE), None)


def by_id(conn: sa.Connection, request_id: str) -> Request | None:
    row = conn.execute(sa.select(privacy_request).where(privacy_request.c.id == request_id)).first()
    return _request(row) if row is not None and row.wish in set(PrivacyWish) else None


def receipts(conn: sa.Connection, limit: int) -> list[Receipt]:
    """Who was erased, without names, the newest first."""
    query = sa.select(erasure_receipt).order_by(erasure_receipt.c.at.desc(), erasure_receipt.c.id.desc())
    return [
        Receipt(id=r.id, at=r.at or 0, devices=r.devices, confirmed=r.confirmed, done_at=r.done_at)
        for r in conn.execute(query.limit(limit))
    ]


def _all(conn: sa.Connection, whom: Whom) -> list[Request]:
    wishes = set(PrivacyWish)
    rows = conn.execute(_REQUESTS, {"ids": ids_of(conn, whom)})
    return [_request(row) for row in rows if row.wish in wishes]


def _access(row: sa.Row) -> Access:
    return Access(
        at=row.at or 0,
        why=known(Why, row.why, Why.OTHER),
        associate_name=f"{row.given_name or ''} {row.family_name or ''}".strip(),
        store_name=row.store_name or "",
        device=row.device,
    )


def _request(row: sa.Row) -> Request:
    reasons = set(Hold)
    return Request(
        id=row.id,
        wish=PrivacyWish(row.wish),
        at=row.at or 0,
        answer=known(Answer, row.answer, Answer.ASKED),
        holds=tuple(Hold(word) for word in row.holds.split() if word in reasons),
        source=row.source,
    )
