"""What a role is called."""

from typing import assert_never

from clienteling.marking import msgid
from clienteling.staff.values import Role


def role_name(role: Role) -> str:
    """A msgid."""
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
