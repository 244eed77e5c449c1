"""The hub's answers to what managers ask about their people: one after the other, in the order they came."""

import sqlalchemy as sa

from clienteling.folding import folded
from clienteling.hub.importing.cells import slug
from clienteling.staff.changes import Answer, Change, Decision, Deed, Person, decide
from clienteling.staff.tables import associate, staff_change
from clienteling.staff.values import Role
from clienteling.stores.areas import area_of
from clienteling.stores.tables import store
from clienteling.vocabulary import known
from sync.hub.store import HubStore
from sync.hub.writer import HubWriter

ALONE = "staff"
"""One transaction at a time decides, also where several hub processes share a database."""
AT_ONCE = 50
_WAITING = (  # what a newer tablet may ask besides waits for a newer hub
    sa.select(staff_change)
    .where(staff_change.c.answer == Answer.ASKED.value, staff_change.c.deed.in_(list(Deed)))
    .order_by(staff_change.c.at, staff_change.c.id)
    .limit(AT_ONCE)
)


def work(hub: HubStore) -> None:
    """All that is to be decided now, in the caller's thread."""
    with hub.read() as conn:
        waiting = conn.execute(_WAITING).first() is not None
    while waiting:
        with hub.write() as writer:
            waiting = answer_waiting(writer) == AT_ONCE


def answer_waiting(writer: HubWriter) -> int:
    """Whoever asked first comes first. Returns how many were answered."""
    writer.alone(ALONE)
    waiting = writer.connection.execute(_WAITING).all()
    for row in waiting:
        change = _change(row)
        decision = _decided(writer.connection, row, change)
        made_id = carry_out(writer, change) if decision.answer is Answer.DONE else None
        writer.update(
            "staff_change",
            row.id,
            {
                "answer": decision.answer.value,
                "answered_at": writer.now,
                "why": decision.why.value,
                "made_id": made_id,
                "pin_hash": "",
            },
        )
    return len(waiting)


def _change(row: sa.Row) -> Change:
    return Change(
        deed=Deed(row.deed),
        subject_id=row.subject_id,
        given_name=row.given_name,
        family_name=row.family_name,
        role=known(Role, row.role, Role.ASSOCIATE),
        store_id=row.to_store_id,
        language=row.language,
        pin_hash=row.pin_hash,
        was=row.was,
    )


def _decided(conn: sa.Connection, row: sa.Row, change: Change) -> Decision:
    return decide(
        change,
        asker=_person(conn, row.associate_id),
        subject=_person(conn, change.subject_id),
        shop_known=conn.scalar(sa.select(store.c.id).where(store.c.id == change.store_id)) is not None,
        name_taken=change.deed is Deed.ADD and is_taken(conn, change),
        area=area_of(conn, change.store_id),
    )


def _person(conn: sa.Connection, associate_id: str | None) -> Person | None:
    row = conn.execute(sa.select(associate).where(associate.c.id == associate_id)).first()
    if row is None:
        return None
    role = known(Role, row.role, Role.ASSOCIATE)
    area = area_of(conn, row.store_id)
    return Person(id=row.id, store_id=row.store_id, role=role, active=row.active, area=area)


def is_taken(conn: sa.Connection, change: Change) -> bool:
    here = sa.select(associate.c.given_name, associate.c.family_name).where(
        associate.c.store_id == change.store_id, associate.c.active
    )
    wanted = folded(f"{change.given_name} {change.family_name}")
    return any(folded(f"{row.given_name} {row.family_name}") == wanted for row in conn.execute(here))


def carry_out(writer: HubWriter, change: Change) -> str | None:
    """Returns the id of who is new."""
    if change.deed is Deed.ADD:
        return writer.insert("associate", _beginner(writer.connection, change))
    if change.subject_id is not None:
        writer.update("associate", change.subject_id, _news(change))
    return None


def _news(change: Change) -> dict[str, object]:
    match change.deed:
        case Deed.SUSPEND:
            return {"active": False}
        case Deed.RESTORE:
            return {"active": True}
        case Deed.PIN:
            return {"pin_hash": change.pin_hash}
        case Deed.ROLE:
            return {"role": change.role.value}
        case Deed.MOVE:
            return {"store_id": change.store_id}
        case Deed.ADD:
            return {}


def _beginner(conn: sa.Connection, change: Change) -> dict[str, object]:
    return {
        "id": _free_id(conn, change),
        "store_id": change.store_id,
        "given_name": change.given_name,
        "family_name": change.family_name,
        "role": change.role.value,
        "language": change.language,
        "pin_hash": change.pin_hash,
        "active": True,
    }


def _free_id(conn: sa.Connection, change: Change) -> str:
    """One that people can read and type, as the files of other systems give them."""
    wanted = slug(change.given_name, change.family_name) or "associate"
    like = sa.select(associate.c.id).where(associate.c.id.startswith(wanted, autoescape=True))
    taken = set(conn.scalars(like))
    number = next(n for n in range(1, len(taken) + 2) if _numbered(wanted, n) not in taken)
    return _numbered(wanted, number)


def _numbered(wanted: str, number: int) -> str:
    return wanted if number == 1 else f"{wanted}-{number}"
