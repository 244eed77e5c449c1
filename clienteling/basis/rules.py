"""May these figures be shown? The one place that says so: every page, export and statement asks here."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from clienteling.basis.values import (
    LEAST_PEOPLE,
    Asker,
    Crew,
    Days,
    Ground,
    LegalBasis,
    Person,
    Sight,
    Team,
    Whom,
)
from clienteling.staff.values import Role

_DAY = timedelta(days=1)


def may_see(
    asker: Asker,
    whom: Whom,
    days: Days,
    today: date,
    bases: Iterable[LegalBasis],
    *,
    least: int = LEAST_PEOPLE,
) -> Sight:
    """Her own always; a team's where it is one; somebody else's under a legal basis, never today's.

    `today` is the day of the clock of the shop whose figures they are, `bases` those that stand (what was
    taken back is none), `least` how many people make a team there.
    """
    match whom:
        case Person(associate_id=one) if one == asker.associate_id:
            return Sight(Ground.OWN)
        case Person():
            return _of_another(asker, whom, days, today, bases)
        case Team():
            return Sight(_of_a_team(asker, whom, least))


def summed_up(
    asked: Collection[str], crews: Mapping[str, Crew], least: int = LEAST_PEOPLE
) -> list[frozenset[str]]:
    """Which of these shops a sum over all of them may take in, block by block. `crews`: the whole chain.

    Whole blocks alone: then whatever is taken away from whatever else, by one reader or by two who put their
    sums together (of an area and of the chain), a block is left, or several, or nothing.
    """
    wanted = frozenset(asked)
    return [block for block in blocks(crews, least) if block <= wanted]


def blocks(crews: Mapping[str, Crew], least: int = LEAST_PEOPLE) -> list[frozenset[str]]:
    """Shops that stand in a sum together or not at all, each block a team; no shop is in two of them.

    A shop of a team is one. Those of too few are one in their area, where together they are a team; those of
    all other areas and of none are one in the chain, likewise. Whoever is left is in no sum.
    """
    few = {store_id: crew for store_id, crew in crews.items() if crew.people < least}
    alone = [frozenset({store_id}) for store_id in crews.keys() - few.keys()]
    areas = sorted({crew.area for crew in few.values()} - {""})
    together = [frozenset(one for one, crew in few.items() if crew.area == area) for area in areas]
    teams = [block for block in together if _people(block, crews) >= least]
    rest = frozenset(few).difference(*teams)
    return [*alone, *teams, *([rest] if _people(rest, crews) >= least else ())]


def leads(asker: Asker, store_id: str) -> bool:
    """Answers for that shop, and so may ask about the people in it."""
    if asker.role is Role.AREA_MANAGER:
        return store_id in asker.shops
    return asker.role is Role.MANAGER and asker.store_id == store_id


def covering(whom: Person, days: Days, bases: Iterable[LegalBasis]) -> tuple[str, ...]:
    """Ids of bases that together are valid on each of the days; empty where a day is left over."""
    about_her = (basis for basis in bases if _is_about(basis, whom))
    used: list[str] = []
    uncovered = days.first
    for basis in sorted(about_her, key=lambda basis: (basis.days.first, basis.id)):
        if uncovered > days.last or basis.days.first > uncovered:
            break
        if basis.days.last >= uncovered:
            used.append(basis.id)
            uncovered = basis.days.last + _DAY
    return tuple(used) if uncovered > days.last else ()


def _of_another(asker: Asker, whom: Person, days: Days, today: date, bases: Iterable[LegalBasis]) -> Sight:
    if not leads(asker, whom.store_id):
        return Sight(Ground.NOT_YOURS)
    if days.last >= today:
        return Sight(Ground.TOO_SOON)
    covered_by = covering(whom, days, bases)
    return Sight(Ground.BASIS, covered_by) if covered_by else Sight(Ground.NO_BASIS)


def _of_a_team(asker: Asker, team: Team, least: int) -> Ground:
    if not (leads(asker, team.store_id) or asker.store_id == team.store_id):
        return Ground.NOT_YOURS
    return Ground.TEAM if team.people >= least else Ground.TOO_FEW


def _is_about(basis: LegalBasis, whom: Person) -> bool:
    of_the_shop = basis.store_id is None or basis.store_id == whom.store_id
    return of_the_shop and (not basis.people or whom.associate_id in basis.people)


def _people(shops: Iterable[str], crews: Mapping[str, Crew]) -> int:
    return sum(crews[one].people for one in shops)
