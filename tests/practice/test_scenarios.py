"""Each exercise is done by doing its work, and by nothing else."""

import pytest
import sqlalchemy as sa

from clienteling.consents.values import Purpose
from clienteling.customers.tables import customer
from clienteling.interactions.values import InteractionKind, Reason
from clienteling.newcomers.mistakes import take_back
from clienteling.practice.goods import BAG, BELT, BOOTS, SHOES, SWEATER
from clienteling.practice.hub import answer
from clienteling.practice.names import PropKind, ScenarioName
from clienteling.practice.people import ANNA, CHIARA, GIULIA, MARCO, OLENA, OTHER_CHIARA
from clienteling.practice.scenarios import SCENARIOS
from clienteling.practice.values import Scenario
from clienteling.privacy.tables import erasure_receipt, privacy_request
from clienteling.privacy.values import Answer, Why
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseKind
from clienteling.reservations.tables import reservation
from clienteling.reservations.values import Answer as Reserved
from clienteling.scan.resolve import resolve
from clienteling.scan.values import CustomerFound, ProductFound
from tests.practice.conftest import Opens
from tests.practice.trainee import ME, Trainee
from tests.shop import NOW


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_nothing_is_ticked_off_before_anybody_has_done_anything(opens: Opens, scenario: Scenario) -> None:
    assert opens(scenario.name).ticked() == []


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_each_self_check_has_three_or_four_questions_with_one_right_answer(scenario: Scenario) -> None:
    assert 3 <= len(scenario.questions) <= 4
    for question in scenario.questions:
        assert 0 <= question.right < len(set(question.answers)) == len(question.answers)


def test_the_right_answer_does_not_always_stand_at_the_same_place() -> None:
    assert all(len({question.right for question in one.questions}) > 1 for one in SCENARIOS)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_what_is_held_up_is_what_the_scanner_reads(opens: Opens, scenario: Scenario) -> None:
    trainee = opens(scenario.name)
    props = [step.prop for step in scenario.steps if step.prop and step.prop.kind is not PropKind.CABLE]
    with trainee.shop.replica.read() as connection:
        for prop in props:
            found = resolve(connection, trainee.shop.scanned(prop), NOW)
            assert isinstance(found, CustomerFound | ProductFound)
            assert prop.what in (getattr(found, "customer_id", ""), getattr(found, "variant_id", ""))


def test_a_code_of_another_exercise_is_not_believed(opens: Opens) -> None:
    giulias = SCENARIOS[0].steps[0].prop
    assert giulias is not None
    other = opens(ScenarioName.RUSH).shop.scanned(giulias)
    with opens(ScenarioName.FOUR_CHANNELS).shop.replica.read() as connection:
        assert not isinstance(resolve(connection, other, NOW), CustomerFound)


def test_the_four_channels_are_served(opens: Opens) -> None:
    trainee = opens(ScenarioName.FOUR_CHANNELS)
    trainee.opens_card(GIULIA.id, Why.SCAN)
    trainee.records(InteractionKind.FITTING, GIULIA.id, SHOES.id)
    assert trainee.ticked() == ["scan", "fitting"]
    sale = trainee.records(InteractionKind.SALE, GIULIA.id, SHOES.id)
    trainee.records(InteractionKind.NOT_BOUGHT, GIULIA.id, BAG.id, Reason.PRICE)
    assert trainee.ticked() == ["scan", "fitting", "sale"]
    trainee.records(InteractionKind.NOT_BOUGHT, GIULIA.id, BAG.id, Reason.COLOUR)
    trainee.hears_size(GIULIA.id, "39")
    trainee.hears_consent(GIULIA.id, Purpose.MARKETING_EMAIL, granted=True)
    trainee.promises(GIULIA.id, BAG.id)
    assert trainee.ticked() == every_step(trainee)

    trainee.undoes(sale)
    assert "sale" not in trainee.ticked()


def test_a_return_with_a_complaint_is_taken(opens: Opens) -> None:
    trainee = opens(ScenarioName.RETURN)
    trainee.opens_card(MARCO.id, Why.SEARCH)
    trainee.records(InteractionKind.COMPLAINT, MARCO.id, BOOTS.id)
    trainee.records(InteractionKind.RETURN, MARCO.id, SWEATER.id)
    assert trainee.ticked() == ["find", "complaint"]
    trainee.records(InteractionKind.RETURN, MARCO.id, BOOTS.id)
    trainee.notes(MARCO.id, "Sole came off after two weeks")
    trainee.promises(MARCO.id, BOOTS.id)
    assert trainee.ticked() == every_step(trainee)


def test_she_is_forgotten_once_nothing_is_owed_to_her(opens: Opens) -> None:
    trainee = opens(ScenarioName.FORGOTTEN)
    trainee.opens_card(ANNA.id, Why.SCAN)
    trainee.hears_consent(ANNA.id, Purpose.MARKETING_EMAIL, granted=False)
    trainee.hears_wish(ANNA.id)
    answer(trainee.shop.replica)
    assert trainee.ticked() == ["scan", "withdraw", "ask"]
    assert [row.answer for row in read(trainee, privacy_request)] == [Answer.HELD]

    [held] = read(trainee, promise)
    trainee.keeps(held.id)
    answer(trainee.shop.replica)
    assert read(trainee, privacy_request) == []
    assert trainee.ticked() == every_step(trainee)
    [receipt] = read(trainee, erasure_receipt)
    assert (receipt.devices, receipt.confirmed) == (1, 1)


def test_whoever_was_entered_by_mistake_goes_and_leaves_no_receipt(opens: Opens) -> None:
    trainee = opens(ScenarioName.RUSH)
    trainee.enters("Ada", "Neri")
    [ada] = [row.id for row in read(trainee, customer) if row.family_name == "Neri"]
    trainee.write(take_back, customer_id=ada, author=ME)
    answer(trainee.shop.replica)
    assert ada not in [row.id for row in read(trainee, customer)]
    assert read(trainee, erasure_receipt) == []


def test_a_rush_of_people_without_codes(opens: Opens) -> None:
    trainee = opens(ScenarioName.RUSH)
    trainee.records(InteractionKind.NOT_BOUGHT, None, SHOES.id, Reason.SIZE)
    belt = trainee.records(InteractionKind.SALE, None, BELT.id)
    assert trainee.ticked() == ["size", "belt"]
    trainee.undoes(belt)
    assert trainee.ticked() == ["size", "belt", "undo"]
    trainee.records(InteractionKind.NOT_BOUGHT, None, BOOTS.id, Reason.PRICE)
    trainee.opens_card(OTHER_CHIARA.id, Why.SEARCH)
    assert "chiara" not in trainee.ticked()
    trainee.opens_card(CHIARA.id, Why.SEARCH)
    trainee.records(InteractionKind.FITTING, CHIARA.id, SWEATER.id)
    trainee.enters("Giorgia", "Neri")
    assert trainee.ticked() == every_step(trainee)


def test_what_was_recorded_without_network_arrives_with_the_cable(opens: Opens) -> None:
    trainee = opens(ScenarioName.NO_NETWORK)
    answer(trainee.shop.replica)
    assert trainee.ticked() == []
    trainee.opens_card(OLENA.id, Why.SCAN)
    trainee.records(InteractionKind.SALE, OLENA.id, SWEATER.id)
    trainee.notes(OLENA.id, "Wool without seams only")
    trainee.reserves(OLENA.id, "anita-navy-S")
    assert trainee.ticked() == ["scan", "sale", "note", "reserve"]
    answer(trainee.shop.replica)
    assert trainee.ticked() == every_step(trainee)
    assert [row.answer for row in read(trainee, reservation)] == [Reserved.GRANTED]
    assert [row.kind for row in read(trainee, promise)] == [PromiseKind.HOLD]
    assert trainee.shop.replica.pending() == 0


def every_step(trainee: Trainee) -> list[str]:
    return [step.key for step in trainee.scenario.steps]


def read(trainee: Trainee, table: sa.Table) -> list[sa.Row]:
    with trainee.shop.replica.read() as connection:
        return list(connection.execute(sa.select(table)))
