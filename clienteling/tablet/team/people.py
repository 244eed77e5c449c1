"""The people of the shop as the team's page lists them, with what was asked for and is not done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.staff.changes import Asked, Deed
from clienteling.staff.values import Associate
from clienteling.staff.words import reason, role_name, wish
from clienteling.tablet.chosen_shop import ShopChoice

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.wording import Wording

LATELY_MS = 3 * 24 * 3_600_000
"""For so long a refusal is told on the page."""


@dataclass(frozen=True)
class ColleagueRow:
    key: str
    name: str
    initials: str
    words: str
    section: str
    """Empty for those who work here now."""
    tag: str = ""
    refused: bool = False
    can_open: bool = True
    """Somebody new who is only asked for has no leaf of her own."""


@dataclass(frozen=True)
class ChangeRow:
    key: str
    text: str
    waiting: bool


@dataclass(frozen=True)
class Team:
    here: tuple[Associate, ...] = ()
    suspended: tuple[Associate, ...] = ()
    asked: tuple[Asked, ...] = ()
    shops: tuple[ShopChoice, ...] = ()

    def find(self, associate_id: str) -> Associate | None:
        return next((one for one in (*self.here, *self.suspended) if one.id == associate_id), None)


def read_team(conn: "sa.Connection", store_id: str, now: int) -> Team:
    from clienteling.staff.queries import asked_for, associates, suspended
    from clienteling.stores.queries import stores

    return Team(
        tuple(associates(conn, store_id)),
        tuple(suspended(conn, store_id)),
        tuple(asked_for(conn, store_id, now - LATELY_MS)),
        tuple(ShopChoice(shop.id, shop.name) for shop in stores(conn)),
    )


def rows(team: Team, wording: "Wording") -> tuple[ColleagueRow, ...]:
    """Who works here, who is asked for, who does not sign in any more."""
    new = [one for one in team.asked if one.deed is Deed.ADD]
    return (
        *(_colleague(one, team, wording, "") for one in team.here),
        *(_newcomer(one, team.shops, wording) for one in new),
        *(_colleague(one, team, wording, wording.say("Does not sign in any more")) for one in team.suspended),
    )


def changes(team: Team, associate_id: str, wording: "Wording") -> tuple[ChangeRow, ...]:
    asked = [one for one in team.asked if one.subject_id == associate_id]
    return tuple(ChangeRow(one.id, said(one, team.shops, wording), one.waiting) for one in asked)


def said(asked: Asked, shops: Sequence[ShopChoice], wording: "Wording") -> str:
    shop = next((one.text for one in shops if one.key == asked.to_store_id), "")
    what = wording.say(wish(asked.deed), role=wording.say(role_name(asked.role)), shop=shop)
    if asked.waiting:
        return wording.say("requested: {what}", what=what)
    return wording.say("not done: {what}; {why}", what=what, why=wording.say(reason(asked.why)))


def _colleague(one: Associate, team: Team, wording: "Wording", section: str) -> ColleagueRow:
    asked = [a for a in team.asked if a.subject_id == one.id]
    return ColleagueRow(
        key=one.id,
        name=one.full_name,
        initials=one.initials,
        words=wording.say(role_name(one.role)),
        section=section,
        tag=said(asked[-1], team.shops, wording) if asked else "",
        refused=bool(asked) and not asked[-1].waiting,
    )


def _newcomer(asked: Asked, shops: Sequence[ShopChoice], wording: "Wording") -> ColleagueRow:
    initials = "".join(part[:1] for part in asked.name.split()[:2]).upper()
    return ColleagueRow(
        key=f"asked/{asked.id}",
        name=asked.name,
        initials=initials,
        words="",
        section="",
        tag=said(asked, shops, wording),
        refused=not asked.waiting,
        can_open=asked.waiting,
    )
