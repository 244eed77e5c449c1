"""What may be asked about the people of the shops, and by whom."""

import pytest

from clienteling.staff.changes import DONE, Change, Deed, Person, WhyNot, decide, may_give
from clienteling.staff.new_pins import PinProblem, problem
from clienteling.staff.values import Role


def person(
    key: str, role: Role = Role.ASSOCIATE, shop: str = "milano", *, active: bool = True, area: str = ""
) -> Person:
    return Person(id=key, store_id=shop, role=role, active=active, area=area)


MARTA = person("marta", Role.MANAGER)
VERA = person("vera", Role.AREA_MANAGER, "torino")
SOFIA = person("sofia")


def why(change: Change, asker: Person | None = MARTA, subject: Person | None = SOFIA, **more: bool) -> WhyNot:
    known = {"shop_known": True, "name_taken": False} | more
    return decide(change, asker=asker, subject=subject, **known).why


@pytest.mark.parametrize("deed", [Deed.SUSPEND, Deed.RESTORE])
@pytest.mark.parametrize("asker", [MARTA, VERA])
def test_a_manager_decides_about_her_people_and_an_area_manager_about_all(deed: Deed, asker: Person) -> None:
    change = Change(deed=deed, subject_id="sofia")
    assert decide(change, asker=asker, subject=SOFIA, shop_known=True, name_taken=False) == DONE


@pytest.mark.parametrize(
    ("asker", "subject"),
    [
        (None, SOFIA),
        (SOFIA, person("paolo")),
        (person("marta", Role.MANAGER, active=False), SOFIA),
        (MARTA, person("rosa", shop="torino")),
        (MARTA, person("vera", Role.AREA_MANAGER)),
        (person("ivo", Role.IT), SOFIA),
    ],
)
def test_nobody_decides_beyond_her_shop_or_above_her_role(asker: Person | None, subject: Person) -> None:
    assert why(Change(deed=Deed.SUSPEND, subject_id=subject.id), asker, subject) is WhyNot.NO_RIGHT


@pytest.mark.parametrize("deed", [Deed.SUSPEND, Deed.ROLE, Deed.MOVE])
def test_nobody_decides_that_about_herself(deed: Deed) -> None:
    """So no shop is ever left without whoever answers for it by her own hand."""
    assert why(Change(deed=deed, subject_id="marta"), MARTA, MARTA) is WhyNot.OWN


def test_her_own_pin_a_manager_may_set() -> None:
    assert why(Change(deed=Deed.PIN, subject_id="marta", pin_hash="x"), MARTA, MARTA) is WhyNot.NONE


def test_a_manager_makes_no_area_manager_and_an_area_manager_does() -> None:
    raised = Change(deed=Deed.ROLE, subject_id="sofia", role=Role.AREA_MANAGER, was="associate")
    assert why(raised) is WhyNot.NO_RIGHT
    assert why(raised, VERA) is WhyNot.NONE
    assert may_give(Role.ASSOCIATE) == ()


def test_two_who_decide_the_same_agree_and_two_who_do_not_hear_of_each_other() -> None:
    wish = Change(deed=Deed.ROLE, subject_id="sofia", role=Role.MANAGER, was="associate")
    assert why(wish, subject=person("sofia", Role.MANAGER)) is WhyNot.NONE
    assert why(wish, subject=person("sofia", Role.CARE_DESK)) is WhyNot.OTHERWISE


def test_somebody_who_was_moved_meanwhile_is_not_moved_on_by_whoever_did_not_know() -> None:
    move = Change(deed=Deed.MOVE, subject_id="sofia", store_id="roma", was="milano")
    assert why(move, VERA, person("sofia", shop="torino")) is WhyNot.OTHERWISE
    assert why(move, VERA) is WhyNot.NONE
    assert why(move, shop_known=False) is WhyNot.NO_SHOP


@pytest.mark.parametrize(
    ("new", "more", "reason"),
    [
        ({}, {}, WhyNot.NONE),
        ({}, {"name_taken": True}, WhyNot.TAKEN),
        ({}, {"shop_known": False}, WhyNot.NO_SHOP),
        ({"pin_hash": ""}, {}, WhyNot.NOT_WHOLE),
        ({"given_name": ""}, {}, WhyNot.NOT_WHOLE),
        ({"store_id": "torino"}, {}, WhyNot.NO_RIGHT),
        ({"role": Role.AREA_MANAGER}, {}, WhyNot.NO_RIGHT),
    ],
)
def test_somebody_new_has_a_name_a_pin_and_a_shop_of_whoever_asks(
    new: dict[str, str], more: dict[str, bool], reason: WhyNot
) -> None:
    said = {"given_name": "Elena", "store_id": "milano", "pin_hash": "x"} | new
    assert why(Change(deed=Deed.ADD, **said), subject=None, **more) is reason  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pin", "wrong"),
    [
        ("2580", PinProblem.NONE),
        ("483920", PinProblem.NONE),
        ("", PinProblem.TOO_SHORT),
        ("258", PinProblem.TOO_SHORT),
        ("1" * 13, PinProblem.TOO_LONG),
        ("25a0", PinProblem.NOT_DIGITS),
        ("٢٥٨٠", PinProblem.NOT_DIGITS),
        ("0000", PinProblem.EASY),
        ("1234", PinProblem.EASY),
        ("654321", PinProblem.EASY),
    ],
)
def test_a_pin_that_a_colleague_could_guess_is_none(pin: str, wrong: PinProblem) -> None:
    assert problem(pin) is wrong


NORA = person("nora", Role.AREA_MANAGER, "torino", area="north")


@pytest.mark.parametrize(
    ("area", "expected"), [("north", WhyNot.NONE), ("south", WhyNot.NO_RIGHT), ("", WhyNot.NO_RIGHT)]
)
def test_an_area_manager_decides_about_the_people_of_her_area(area: str, expected: WhyNot) -> None:
    assert why(Change(deed=Deed.SUSPEND, subject_id="sofia"), NORA, person("sofia", area=area)) is expected
    add = Change(deed=Deed.ADD, given_name="Elena", store_id="bari", pin_hash="x")
    assert decide(add, asker=NORA, subject=None, shop_known=True, name_taken=False, area=area).why is expected


def test_nobody_gives_an_area_manager_a_shop_with_which_she_would_answer_for_more_than_the_giver() -> None:
    colleague = person("lea", Role.AREA_MANAGER, "milano", area="north")
    move = Change(deed=Deed.MOVE, subject_id="lea", store_id="head office", was="milano")
    for asker, area, expected in (
        (NORA, "", WhyNot.NO_RIGHT),
        (NORA, "south", WhyNot.NO_RIGHT),
        (NORA, "north", WhyNot.NONE),
        (VERA, "", WhyNot.NONE),
    ):
        decision = decide(move, asker=asker, subject=colleague, shop_known=True, name_taken=False, area=area)
        assert decision.why is expected
