"""Asking the hub for a change among the people of the shops. Until it has answered it is only asked for."""

import sqlalchemy as sa

from clienteling.errors import InvalidRecord
from clienteling.records import existing
from clienteling.staff.changes import Answer, Change, Deed
from clienteling.staff.new_pins import PinProblem, problem
from clienteling.staff.pin import hash_pin
from clienteling.staff.tables import associate, staff_change
from clienteling.staff.values import Author, Role
from sync.writer import Writer

_WAITING = staff_change.c.answer == Answer.ASKED.value


def add(
    writer: Writer, *, given_name: str, family_name: str, role: Role, language: str, pin: str, author: Author
) -> str:
    """Somebody new in this shop. Asked once more under the same name meanwhile, it is the same request."""
    given, family = given_name.strip(), family_name.strip()
    if not (given or family):
        raise InvalidRecord("given_name", "somebody new has a name")
    if problem(pin) is not PinProblem.NONE:
        raise InvalidRecord("pin", problem(pin).value)
    same = sa.select(staff_change.c.id).where(
        _WAITING,
        staff_change.c.deed == Deed.ADD.value,
        staff_change.c.given_name == given,
        staff_change.c.family_name == family,
        staff_change.c.to_store_id == author.store_id,
    )
    change = Change(
        deed=Deed.ADD,
        given_name=given,
        family_name=family,
        role=role,
        store_id=author.store_id,
        language=language,
        pin_hash=hash_pin(pin),
    )
    return writer.connection.scalar(same) or _ask(writer, change, author)


def suspend(writer: Writer, subject_id: str, *, author: Author) -> str:
    return _about(writer, Change(deed=Deed.SUSPEND, subject_id=subject_id), author)


def restore(writer: Writer, subject_id: str, *, author: Author) -> str:
    return _about(writer, Change(deed=Deed.RESTORE, subject_id=subject_id), author)


def set_pin(writer: Writer, subject_id: str, pin: str, *, author: Author) -> str:
    if problem(pin) is not PinProblem.NONE:
        raise InvalidRecord("pin", problem(pin).value)
    return _about(writer, Change(deed=Deed.PIN, subject_id=subject_id, pin_hash=hash_pin(pin)), author)


def give_role(writer: Writer, subject_id: str, role: Role, *, author: Author) -> str:
    was = existing(writer.connection, associate, subject_id).role
    return _about(writer, Change(deed=Deed.ROLE, subject_id=subject_id, role=role, was=was), author)


def move(writer: Writer, subject_id: str, store_id: str, *, author: Author) -> str:
    was = existing(writer.connection, associate, subject_id).store_id or ""
    return _about(writer, Change(deed=Deed.MOVE, subject_id=subject_id, store_id=store_id, was=was), author)


def take_back(writer: Writer, change_id: str) -> None:
    """Raises LookupError where the hub has decided."""
    writer.cancel("staff_change", change_id)


def _about(writer: Writer, change: Change, author: Author) -> str:
    """What this tablet asked of the same kind before, and nobody has answered, gives way to it."""
    existing(writer.connection, associate, change.subject_id or "")
    waiting = sa.select(staff_change.c.id).where(
        _WAITING,
        staff_change.c.subject_id == change.subject_id,
        staff_change.c.deed.in_(_same_kind(change.deed)),
        staff_change.c.associate_id == author.associate_id,
    )
    for earlier in writer.connection.scalars(waiting).all():
        writer.cancel("staff_change", earlier)
    return _ask(writer, change, author)


def _same_kind(deed: Deed) -> tuple[str, ...]:
    opposite = {Deed.SUSPEND: Deed.RESTORE, Deed.RESTORE: Deed.SUSPEND}
    return tuple({deed.value, opposite.get(deed, deed).value})


def _ask(writer: Writer, change: Change, author: Author) -> str:
    return writer.insert(
        "staff_change",
        {
            "deed": change.deed.value,
            "subject_id": change.subject_id,
            "given_name": change.given_name,
            "family_name": change.family_name,
            "role": change.role.value if change.deed in {Deed.ADD, Deed.ROLE} else "",
            "to_store_id": change.store_id,
            "language": change.language,
            "pin_hash": change.pin_hash,
            "was": change.was,
            "at": writer.now,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
        },
    )
