"""Who may see whose figures, case by case, and cover of days beside a day-by-day recount."""

from collections.abc import Collection
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.basis.rules import covering, leads, may_see, summed_up
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

TODAY = date(2026, 11, 22)
JANUARY = date(2026, 1, 1)
OCTOBER = Days(date(2026, 10, 1), date(2026, 10, 31))
YESTERDAY = Days(TODAY - timedelta(days=1), TODAY - timedelta(days=1))

SOFIA = Asker("sofia", Role.ASSOCIATE, "brera")
PAOLA = Asker("paola", Role.MANAGER, "brera")
LUCA = Asker("luca", Role.MANAGER, "torino")
ANNA = Asker("anna", Role.AREA_MANAGER, "", frozenset({"brera", "torino"}))
LEA = Asker("lea", Role.AREA_MANAGER, "", frozenset({"bologna"}))
DESK = Asker("desk", Role.CARE_DESK, "")
HER, HIM = Person("sofia", "brera"), Person("marco", "brera")


def basis(
    key: str = "agreement",
    first: date = JANUARY,
    last: date = date(2026, 12, 31),
    store_id: str | None = "brera",
    people: frozenset[str] = frozenset(),
) -> LegalBasis:
    return LegalBasis(
        id=key, document="agreement of 7 January", days=Days(first, last), store_id=store_id, people=people
    )


@pytest.mark.parametrize(
    ("asker", "whom", "days", "bases", "ground"),
    [
        pytest.param(SOFIA, HER, OCTOBER, [], Ground.OWN, id="her own need no basis"),
        pytest.param(SOFIA, HER, Days(TODAY, TODAY), [], Ground.OWN, id="her own also of today"),
        pytest.param(SOFIA, HIM, OCTOBER, [basis()], Ground.NOT_YOURS, id="a colleague's never"),
        pytest.param(DESK, HER, OCTOBER, [basis()], Ground.NOT_YOURS, id="the care desk leads nobody"),
        pytest.param(
            LUCA, HER, OCTOBER, [basis(store_id=None)], Ground.NOT_YOURS, id="another shop's manager"
        ),
        pytest.param(PAOLA, HER, OCTOBER, [], Ground.NO_BASIS, id="without a basis"),
        pytest.param(PAOLA, HER, OCTOBER, [basis()], Ground.BASIS, id="under the shop's basis"),
        pytest.param(PAOLA, HER, OCTOBER, [basis(store_id=None)], Ground.BASIS, id="under the chain's basis"),
        pytest.param(
            PAOLA, HER, OCTOBER, [basis(store_id="torino")], Ground.NO_BASIS, id="another shop's basis"
        ),
        pytest.param(ANNA, HER, OCTOBER, [basis()], Ground.BASIS, id="an area manager leads her shops"),
        pytest.param(LEA, HER, OCTOBER, [basis()], Ground.NOT_YOURS, id="another area's manager"),
        pytest.param(
            PAOLA,
            HIM,
            OCTOBER,
            [basis(people=frozenset({"sofia"}))],
            Ground.NO_BASIS,
            id="it is about others",
        ),
        pytest.param(
            PAOLA, HER, OCTOBER, [basis(people=frozenset({"sofia"}))], Ground.BASIS, id="it is about her"
        ),
        pytest.param(PAOLA, HER, YESTERDAY, [basis()], Ground.BASIS, id="yesterday is over"),
        pytest.param(PAOLA, HER, Days(TODAY, TODAY), [basis()], Ground.TOO_SOON, id="never today"),
        pytest.param(
            PAOLA, HER, Days(OCTOBER.first, TODAY), [basis()], Ground.TOO_SOON, id="nor with today among them"
        ),
        pytest.param(
            PAOLA, HER, Days(TODAY, TODAY + timedelta(days=9)), [basis()], Ground.TOO_SOON, id="nor ahead"
        ),
        pytest.param(
            PAOLA,
            HER,
            OCTOBER,
            [basis(first=OCTOBER.first + timedelta(days=1))],
            Ground.NO_BASIS,
            id="a day before it began",
        ),
        pytest.param(
            PAOLA,
            HER,
            OCTOBER,
            [basis(last=OCTOBER.last - timedelta(days=1))],
            Ground.NO_BASIS,
            id="a day after it ended",
        ),
        pytest.param(SOFIA, Team("brera", 3), Days(TODAY, TODAY), [], Ground.TEAM, id="a team's, also today"),
        pytest.param(PAOLA, Team("brera", 2), OCTOBER, [basis()], Ground.TOO_FEW, id="two are no team"),
        pytest.param(
            ANNA, Team("torino", 8), OCTOBER, [], Ground.TEAM, id="any shop's team for who leads it"
        ),
        pytest.param(SOFIA, Team("torino", 8), OCTOBER, [], Ground.NOT_YOURS, id="another shop's team"),
    ],
)
def test_who_may_see_whose_figures(
    asker: Asker, whom: Whom, days: Days, bases: list[LegalBasis], ground: Ground
):
    sight = may_see(asker, whom, days, TODAY, bases)
    assert sight.ground is ground
    assert bool(sight) is (ground in {Ground.OWN, Ground.TEAM, Ground.BASIS})


def test_the_shop_says_how_many_make_a_team():
    assert may_see(PAOLA, Team("brera", 4), OCTOBER, TODAY, [], least=5) == Sight(Ground.TOO_FEW)
    assert may_see(PAOLA, Team("brera", 2), OCTOBER, TODAY, [], least=2) == Sight(Ground.TEAM)


def test_an_agreement_that_was_renewed_covers_the_days_across_and_both_are_named():
    old = basis("old", JANUARY, date(2026, 10, 15))
    renewed = basis("renewed", date(2026, 10, 16), date(2027, 10, 15))
    assert may_see(PAOLA, HER, OCTOBER, TODAY, [renewed, old]) == Sight(Ground.BASIS, ("old", "renewed"))
    late = basis("late", date(2026, 10, 17), date(2027, 10, 15))
    assert may_see(PAOLA, HER, OCTOBER, TODAY, [late, old]) == Sight(Ground.NO_BASIS)


def test_days_do_not_run_backwards():
    with pytest.raises(ValueError, match="forward"):
        Days(TODAY, JANUARY)


def test_a_manager_leads_her_own_shop_alone():
    assert leads(PAOLA, "brera")
    assert not leads(PAOLA, "torino")
    assert leads(ANNA, "torino")
    assert not leads(LEA, "torino")
    assert not leads(SOFIA, "brera")


SPANS = st.builds(
    lambda start, length: Days(JANUARY + timedelta(days=start), JANUARY + timedelta(days=start + length)),
    st.integers(0, 30),
    st.integers(0, 12),
)


@given(days=SPANS, spans=st.lists(SPANS, max_size=5))
def test_days_are_covered_exactly_when_each_of_them_lies_in_some_basis(days: Days, spans: list[Days]):
    bases = [basis(str(number), span.first, span.last) for number, span in enumerate(spans)]
    each = [days.first + timedelta(days=n) for n in range((days.last - days.first).days + 1)]
    covered = all(any(span.first <= day <= span.last for span in spans) for day in each)
    used = covering(HER, days, bases)
    assert bool(used) is covered
    chosen = [spans[int(key)] for key in used]
    assert not used or all(any(span.first <= day <= span.last for span in chosen) for day in each)


def of(asked: Collection[str], crews: dict[str, Crew], least: int = LEAST_PEOPLE) -> frozenset[str]:
    return frozenset[str]().union(*summed_up(asked, crews, least))


@pytest.mark.parametrize(
    ("crews", "taken"),
    [
        pytest.param({"a": Crew(8), "b": Crew(4)}, {"a", "b"}, id="teams"),
        pytest.param({"a": Crew(8), "b": Crew(2)}, {"a"}, id="less the team it would be two people"),
        pytest.param(
            {"a": Crew(8), "b": Crew(2), "c": Crew(1)},
            {"a", "b", "c"},
            id="those of too few are a team together",
        ),
        pytest.param({"a": Crew(1), "b": Crew(1)}, set(), id="no team anywhere"),
        pytest.param({}, set(), id="no shop"),
        pytest.param(
            {"a": Crew(2, "north"), "b": Crew(1, "north"), "c": Crew(2, "south")},
            {"a", "b"},
            id="less what the north's manager sees it would be two people",
        ),
        pytest.param(
            {"a": Crew(2, "north"), "b": Crew(1, "south"), "c": Crew(1)},
            {"a", "b", "c"},
            id="no area's manager sees one of them",
        ),
    ],
)
def test_a_sum_takes_in_what_subtraction_does_not_lay_bare(crews: dict[str, Crew], taken: set[str]):
    assert of(crews, crews) == taken


def test_of_an_area_only_what_is_a_team_within_it_is_added_up():
    crews = {"a": Crew(5, "north"), "b": Crew(2, "north"), "c": Crew(2, "south"), "d": Crew(3, "south")}
    assert of({"a", "b"}, crews) == {"a"}
    assert of(crews, crews) == {"a", "b", "c", "d"}


SHOPS = st.text("abcdefgh", min_size=1, max_size=1)
CREWS = st.dictionaries(
    SHOPS, st.builds(Crew, people=st.integers(0, 9), area=st.sampled_from(["", "north", "south", "islands"]))
)


@given(crews=CREWS, least=st.integers(2, 5))
def test_no_two_who_put_their_sums_together_learn_anything_of_fewer_than_a_team(
    crews: dict[str, Crew], least: int
):
    """Who answers for the chain, for each area and for each shop: what adding and taking away cannot part."""
    areas = {crew.area for crew in crews.values()} - {""}
    readers = [set(crews), *({s for s, c in crews.items() if c.area == area} for area in areas)]
    sums = [of(asked, crews, least) for asked in (*readers, *({one} for one in crews))]
    parts: dict[tuple[bool, ...], int] = {}
    for one, crew in crews.items():
        seen_in = tuple(one in taken for taken in sums)
        parts[seen_in] = parts.get(seen_in, 0) + crew.people
    assert all(people >= least for seen_in, people in parts.items() if any(seen_in))
