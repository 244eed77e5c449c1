"""What a manager asks to be changed about the people of the shops, and whether it may be: rules on values."""

from enum import StrEnum
from typing import assert_never

import msgspec

from clienteling.staff.values import MANAGERS, Role
from clienteling.stores.rules import covers


class Deed(StrEnum):
    ADD = "add"
    SUSPEND = "suspend"
    """She signs in nowhere any more; what she recorded stays hers."""
    RESTORE = "restore"
    PIN = "pin"
    ROLE = "role"
    MOVE = "move"
    """To another shop."""


class Answer(StrEnum):
    ASKED = ""
    DONE = "done"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    """Taken back before the hub had answered."""


class WhyNot(StrEnum):
    NONE = ""
    NOBODY = "nobody"
    """There is no such person."""
    NO_RIGHT = "no_right"
    """Not hers to decide: another shop's, or a role above her own."""
    OWN = "own"
    """Nobody suspends herself, gives herself another role or moves herself."""
    OTHERWISE = "otherwise"
    """Somebody else decided otherwise meanwhile."""
    TAKEN = "taken"
    """Somebody of that name works there already."""
    NO_SHOP = "no_shop"
    NOT_WHOLE = "not_whole"
    """No name, or no PIN."""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Whom it is about, or who asks, as the hub knows her at that moment."""

    id: str
    store_id: str | None
    role: Role
    active: bool
    area: str = ""
    """Of her shop; empty: none, which for an area manager is the whole chain."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    deed: Deed
    subject_id: str | None = None
    """None: somebody new."""
    given_name: str = ""
    family_name: str = ""
    role: Role = Role.ASSOCIATE
    store_id: str | None = None
    """Where somebody new begins, or where she goes."""
    language: str = ""
    pin_hash: str = ""
    was: str = ""
    """Her role, or her shop, as whoever asks saw it."""


class Decision(msgspec.Struct, frozen=True):
    answer: Answer
    why: WhyNot = WhyNot.NONE


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A change as whoever asked for it reads of it."""

    id: str
    deed: Deed
    subject_id: str = ""
    name: str = ""
    """Of somebody new."""
    role: Role = Role.ASSOCIATE
    to_store_id: str = ""
    waiting: bool = True
    why: WhyNot = WhyNot.NONE


DONE = Decision(Answer.DONE)


def may_give(asker: Role) -> tuple[Role, ...]:
    """The roles that she may give, and take from whoever has them: none above her own."""
    match asker:
        case Role.AREA_MANAGER:
            return tuple(Role)
        case Role.MANAGER:
            return tuple(role for role in Role if role is not Role.AREA_MANAGER)
        case Role.ASSOCIATE | Role.CARE_DESK | Role.MARKETING | Role.IT:
            return ()
        case _:
            assert_never(asker)


def may_change(asker: Person, subject: Person) -> bool:
    """Of her own shop; an area manager of each of her area."""
    if not asker.active or asker.role not in MANAGERS or subject.role not in may_give(asker.role):
        return False
    if asker.role is Role.AREA_MANAGER:
        return covers(asker.area, subject.area)
    return subject.store_id == asker.store_id


def decide(
    change: Change,
    *,
    asker: Person | None,
    subject: Person | None,
    shop_known: bool,
    name_taken: bool,
    area: str = "",
) -> Decision:
    """`shop_known`: the shop that it names is there, and belongs to `area`.

    `name_taken`: somebody of that name works in it.
    """
    if asker is None or not asker.active:
        return _refused(WhyNot.NO_RIGHT)
    if change.deed is Deed.ADD:
        return _added(change, asker, shop_known=shop_known, name_taken=name_taken, area=area)
    if subject is None:
        return _refused(WhyNot.NOBODY)
    herself = subject.id == asker.id
    if herself and change.deed is not Deed.PIN:
        return _refused(WhyNot.OWN)
    if not herself and not (may_change(asker, subject) and _may_send(change, asker, subject, area)):
        return _refused(WhyNot.NO_RIGHT)
    return _changed(change, asker, subject, shop_known=shop_known)


def _may_send(change: Change, asker: Person, subject: Person, area: str) -> bool:
    """With her shop an area manager's reach changes: nobody widens it beyond her own."""
    widens = change.deed is Deed.MOVE and subject.role is Role.AREA_MANAGER
    return not widens or covers(asker.area, area)


def _added(change: Change, asker: Person, *, shop_known: bool, name_taken: bool, area: str) -> Decision:
    if not shop_known:
        return _refused(WhyNot.NO_SHOP)
    beginner = Person(id="", store_id=change.store_id, role=change.role, active=True, area=area)
    if not may_change(asker, beginner):
        return _refused(WhyNot.NO_RIGHT)
    if not (change.given_name or change.family_name) or not change.pin_hash:
        return _refused(WhyNot.NOT_WHOLE)
    return _refused(WhyNot.TAKEN) if name_taken else DONE


def _changed(change: Change, asker: Person, subject: Person, *, shop_known: bool) -> Decision:
    match change.deed:
        case Deed.ROLE:
            if change.role not in may_give(asker.role):
                return _refused(WhyNot.NO_RIGHT)
            return _unless_otherwise(now=subject.role, wanted=change.role, was=change.was)
        case Deed.MOVE:
            if not shop_known:
                return _refused(WhyNot.NO_SHOP)
            return _unless_otherwise(now=subject.store_id or "", wanted=change.store_id or "", was=change.was)
        case Deed.PIN:
            return DONE if change.pin_hash else _refused(WhyNot.NOT_WHOLE)
        case Deed.SUSPEND | Deed.RESTORE | Deed.ADD:
            return DONE
        case _:
            assert_never(change.deed)


def _unless_otherwise(*, now: str, wanted: str, was: str) -> Decision:
    """Two who decide the same agree; two who decide differently have to hear of each other."""
    return DONE if now in {wanted, was} else _refused(WhyNot.OTHERWISE)


def _refused(why: WhyNot) -> Decision:
    return Decision(Answer.REFUSED, why)
