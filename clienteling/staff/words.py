"""What a role is called, and what is said of a change that was asked for. All are msgids."""

from typing import assert_never

from clienteling.marking import msgid
from clienteling.staff.changes import Deed, WhyNot
from clienteling.staff.values import Role


def role_name(role: Role) -> str:
    match role:
        case Role.ASSOCIATE:
            return msgid("sales associate")
        case Role.MANAGER:
            return msgid("store manager")
        case Role.AREA_MANAGER:
            return msgid("area manager")
        case Role.CARE_DESK:
            return msgid("care desk")
        case Role.MARKETING:
            return msgid("marketing")
        case Role.IT:
            return msgid("IT")
        case _:
            assert_never(role)


def wish(deed: Deed) -> str:
    """`{role}` and `{shop}` are filled in."""
    match deed:
        case Deed.ADD:
            return msgid("begins here as {role}")
        case Deed.SUSPEND:
            return msgid("signs in no more")
        case Deed.RESTORE:
            return msgid("signs in again")
        case Deed.PIN:
            return msgid("gets a new PIN")
        case Deed.ROLE:
            return msgid("becomes {role}")
        case Deed.MOVE:
            return msgid("goes to {shop}")
        case _:
            assert_never(deed)


_REASONS = {
    WhyNot.NONE: "",
    WhyNot.NOBODY: msgid("she is not known here any more"),
    WhyNot.NO_RIGHT: msgid("that is for somebody else to decide"),
    WhyNot.OWN: msgid("nobody decides that about herself"),
    WhyNot.OTHERWISE: msgid("somebody else has decided otherwise meanwhile"),
    WhyNot.TAKEN: msgid("somebody of that name works here already"),
    WhyNot.NO_SHOP: msgid("that shop is not known"),
    WhyNot.NOT_WHOLE: msgid("a name or a PIN is missing"),
}


def reason(why: WhyNot) -> str:
    return _REASONS[why]
