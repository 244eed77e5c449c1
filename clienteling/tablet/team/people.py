"""The people of the shop as the team's page lists them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.staff.words import role_name

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.wording import Wording


@dataclass(frozen=True)
class ColleagueRow:
    key: str
    name: str
    initials: str
    words: str


def colleagues(conn: "sa.Connection", store_id: str, wording: "Wording") -> tuple[ColleagueRow, ...]:
    from clienteling.staff.queries import associates

    return tuple(
        ColleagueRow(one.id, one.full_name, one.initials, wording.say(role_name(one.role)))
        for one in associates(conn, store_id)
    )
