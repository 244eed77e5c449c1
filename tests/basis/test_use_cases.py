from datetime import date, timedelta
from functools import partial

import pytest

from clienteling.basis import queries, use_cases
from clienteling.basis.tables import figure_look, legal_basis
from clienteling.basis.use_cases import Plan
from clienteling.basis.values import Asker, Days, Ground, Person, Sight, What
from clienteling.errors import InvalidRecord
from clienteling.staff.values import Author, Role
from tests.shop import MINUTE

TODAY = date(2026, 11, 22)
PAOLA = Author("paola", "brera")
MANAGER = Asker("paola", Role.MANAGER, "brera")
SOFIA = Person("sofia", "brera")
YEAR = Days(date(2026, 1, 1), date(2026, 12, 31))
OCTOBER = Days(date(2026, 10, 1), date(2026, 10, 31))
PLAN = Plan(document="Agreement of 7 January 2026, register 12", days=YEAR)


@pytest.fixture(autouse=True)
def manager(shop):
    shop.put("associate", id="paola", given_name="Paola", family_name="Neri", store_id="brera")


def recorded(shop, plan: Plan = PLAN, author: Author = PAOLA) -> str:
    return shop.write(lambda writer: use_cases.record(writer, plan, author=author))


def looked(shop, days: Days = OCTOBER, asker: Asker = MANAGER, what: What = What.FIGURES) -> Sight:
    return shop.write(
        lambda writer: use_cases.look(writer, asker, SOFIA, days, today=TODAY, what=what, device="Till 2")
    )


def count(shop, table) -> int:
    return len(shop.read(lambda conn: conn.execute(table.select()).all()))


def listed(shop, store_id: str = "brera"):
    return shop.read(partial(queries.listed, store_id=store_id))


def test_a_basis_stands_for_its_shop_with_who_put_it_down(shop):
    basis_id = recorded(shop)
    [line] = listed(shop)
    assert (line.basis.id, line.by_name, line.basis.document) == (basis_id, "Paola Neri", PLAN.document)
    assert line.basis.days == YEAR
    assert listed(shop, "torino") == []


def test_a_basis_of_the_chain_stands_in_every_shop_and_one_about_people_names_them(shop):
    recorded(shop, Plan(document="Chain", days=YEAR, whole_chain=True))
    assert len(listed(shop, "torino")) == 1
    recorded(shop, Plan(document="About her", days=YEAR, people=frozenset({"sofia"})))
    assert {line.names for line in listed(shop)} == {(), ("Sofia Martini",)}


def test_a_basis_without_a_document_is_none(shop):
    with pytest.raises(InvalidRecord, match="document"):
        recorded(shop, Plan(document="  ", days=YEAR))


def test_without_a_basis_nothing_is_seen_and_no_look_is_written(shop):
    assert looked(shop) == Sight(Ground.NO_BASIS)
    assert count(shop, figure_look) == 0


def test_a_look_is_written_with_what_allowed_it_and_shown_to_the_person(shop):
    basis_id = recorded(shop)
    assert looked(shop) == Sight(Ground.BASIS, (basis_id,))
    [look] = shop.read(partial(queries.looks_at, associate_id="sofia"))
    assert (look.by_name, look.days, look.documents) == ("Paola Neri", OCTOBER, (PLAN.document,))
    assert shop.read(partial(queries.looks_at, associate_id="paola")) == []


def test_the_same_figures_again_within_minutes_are_one_look_and_other_figures_another(shop):
    recorded(shop)
    looked(shop)
    looked(shop)
    assert count(shop, figure_look) == 1
    looked(shop, what=What.INCENTIVES)
    looked(shop, Days(OCTOBER.first, OCTOBER.first))
    assert count(shop, figure_look) == 3
    shop.now += 11 * MINUTE
    looked(shop)
    assert count(shop, figure_look) == 4


def test_her_own_figures_leave_no_look(shop):
    recorded(shop)
    assert looked(shop, asker=Asker("sofia", Role.ASSOCIATE, "brera")) == Sight(Ground.OWN)
    assert count(shop, figure_look) == 0


def test_a_basis_that_is_taken_back_allows_nothing_and_what_was_seen_stays_written(shop):
    basis_id = recorded(shop)
    looked(shop)
    shop.write(lambda writer: use_cases.take_back(writer, basis_id, author=PAOLA))
    assert looked(shop) == Sight(Ground.NO_BASIS)
    assert listed(shop) == []
    [look] = shop.read(partial(queries.looks_at, associate_id="sofia"))
    assert look.documents == (PLAN.document,)
    assert count(shop, legal_basis) == 2


def test_an_agreement_that_ended_earlier_is_said_anew_and_the_first_version_stays(shop):
    basis_id = recorded(shop)
    shorter = Plan(document=PLAN.document, days=Days(YEAR.first, OCTOBER.last - timedelta(days=1)))
    shop.write(lambda writer: use_cases.change(writer, basis_id, shorter, author=PAOLA))
    assert [line.basis.days for line in listed(shop)] == [shorter.days]
    assert looked(shop) == Sight(Ground.NO_BASIS)
    with pytest.raises(InvalidRecord, match="already corrected"):
        shop.write(lambda writer: use_cases.change(writer, basis_id, PLAN, author=PAOLA))


def test_a_basis_that_cannot_be_read_allows_nothing(shop):
    """A newer version may have written it in another shape."""
    shop.put("legal_basis", id="1", document="?", first_on="soon", last_on="later", correction="", people=[])
    shop.put(
        "legal_basis",
        id="2",
        document="?",
        first_on="2026-01-01",
        last_on="2026-12-31",
        correction="",
        people={"all": True},
        store_id="brera",
    )
    assert shop.read(queries.bases) == []
    assert looked(shop) == Sight(Ground.NO_BASIS)


def test_three_make_a_team_until_the_hub_says_otherwise(shop):
    assert shop.read(queries.least_people) == 3
    shop.put("sight_rule", id="house", least_people=5)
    assert shop.read(queries.least_people) == 5
