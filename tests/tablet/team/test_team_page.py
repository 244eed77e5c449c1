"""The team's page, by touch: who begins, who goes, what she leaves behind."""

from datetime import date

import pytest

from clienteling.attribution.tables import attribution_rule
from clienteling.basis.tables import legal_basis
from clienteling.clientbook import use_cases as books
from clienteling.clientbook.tables import book_entry
from clienteling.hub.staff.deciding import work
from clienteling.notes.tables import unfinished_words
from clienteling.staff import asking
from clienteling.staff.tables import associate, staff_change
from clienteling.staff.values import Author, Role
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.root import Root
from clienteling.tasks.tables import task
from clienteling.tasks.use_cases import Plan, make
from clienteling.tasks.values import TaskKind
from sync.device import state
from sync.device.state import Fact
from sync.hub.store import HubStore
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter

MARTA = Author(tablets.MARTA, tablets.STORE)


@pytest.fixture
def team(counter: Counter) -> Counter:
    """Marta, who manages the shop, on the team's page."""
    counter.app.session.lock()
    tablets.sign_in(counter.app, tablets.MARTA)
    counter.wait(lambda: counter.app.session.open)
    counter.tap_place(Navigation.Place.Team)
    counter.wait(lambda: counter.app.root.shop.team.staff.people.count > 0)
    counter.taps = 0
    return counter


def decided(counter: Counter, hub: HubStore) -> None:
    tablets.meet(tablets.replica_of(counter.app), hub)
    work(hub)
    tablets.meet(tablets.replica_of(counter.app), hub)


def tag(counter: Counter, name: str) -> str:
    return next((row.tag for row in counter.app.root.shop.team.staff.people.rows if row.name == name), "?")


def test_whoever_leaves_is_suspended_in_two_taps_and_says_requested_until_the_hub_has_agreed(
    team: Counter, hub: HubStore
) -> None:
    team.tap(f"person-{tablets.SOFIA}")
    team.tap("suspend")
    team.wait(lambda: tag(team, "Sofia Marini") == "requested: signs in no more")
    assert team.taps == 2
    decided(team, hub)
    team.fingers.wait_for("Does not sign in any more")
    assert tag(team, "Sofia Marini") == ""
    team.wait(lambda: all(row.key != tablets.SOFIA for row in team.app.root.shop.sign_in.people.rows))


def test_what_was_asked_by_mistake_is_taken_back_by_undo(team: Counter, hub: HubStore) -> None:
    team.tap(f"person-{tablets.SOFIA}")
    team.tap("suspend")
    team.wait(lambda: tag(team, "Sofia Marini") != "")
    team.tap("toastUndo")
    team.wait(lambda: tag(team, "Sofia Marini") == "")
    decided(team, hub)
    assert [row.answer for row in team.rows(staff_change)] == ["cancelled"]


def test_a_new_colleague_signs_in_with_the_pin_that_was_typed_once_the_hub_has_agreed(
    team: Counter, hub: HubStore
) -> None:
    team.tap("newColleague")
    team.tap("givenName")
    team.fingers.type("Elena")
    team.tap("newPin")
    team.fingers.type("2580")
    team.tap("askHub")
    team.wait(lambda: tag(team, "Elena") == "requested: begins here as sales associate")
    decided(team, hub)
    team.wait(lambda: tag(team, "Elena") == "")
    team.app.session.lock()
    team.wait(lambda: any(row.key == "elena" for row in team.app.root.shop.sign_in.people.rows))
    tablets.sign_in(team.app, "elena", "2580")
    team.wait(lambda: team.app.session.open)
    assert team.app.session.name == "Elena"


def test_somebody_new_waits_as_she_was_typed_for_whoever_typed_her_and_never_her_pin(team: Counter) -> None:
    fresh = team.app.root.shop.team.staff.fresh
    team.tap("newColleague")
    for field, said in (("givenName", "Elena"), ("familyName", "Rossi"), ("newPin", "2580")):
        team.tap(field)
        team.fingers.type(said)
    team.tap("role-care_desk")
    team.fingers.touch("Close")
    team.fingers.wait_for("Not saved. Your words wait there until the evening.")
    team.wait(lambda: team.item("askHub") is None)
    [waits] = team.rows(unfinished_words)
    assert "Rossi" in waits.said
    assert "2580" not in waits.said
    team.tap(f"person-{tablets.SOFIA}")
    team.wait(lambda: team.item("suspend") is not None)
    assert not fresh.unfinished.resumed
    team.fingers.touch("Close")
    team.wait(lambda: team.item("suspend") is None)
    team.tap("newColleague")
    team.wait(lambda: fresh.unfinished.resumed)
    stands = {name: team.item(name).property("text") for name in ("givenName", "familyName", "newPin")}
    assert stands == {"givenName": "Elena", "familyName": "Rossi", "newPin": ""}
    assert fresh.role == "care_desk"
    team.tap("newPin")
    team.fingers.type("2580")
    team.tap("askHub")
    team.wait(lambda: team.rows(staff_change, role="care_desk") != [])
    assert team.rows(unfinished_words) == []


def test_whoever_holds_this_tablet_while_she_is_suspended_is_locked_out_and_told_so(
    counter: Counter, hub: HubStore
) -> None:
    note = tablets.write_note(counter.app)
    with hub.write() as writer:
        asking.suspend(writer, tablets.SOFIA, author=MARTA)
    work(hub)
    tablets.meet(tablets.replica_of(counter.app), hub)
    counter.wait(lambda: counter.app.root.stage == Root.Stage.SignIn.value)
    counter.fingers.wait_for(
        "Sofia Marini does not sign in on this tablet any more. What was recorded is kept."
    )
    with hub.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM note WHERE id = ?", (note,)).scalar() == 1


def test_whoever_becomes_a_manager_finds_her_place_at_once(counter: Counter, hub: HubStore) -> None:
    assert counter.item("place-Team") is None
    with hub.write() as writer:
        asking.give_role(writer, tablets.SOFIA, Role.MANAGER, author=MARTA)
    work(hub)
    tablets.meet(tablets.replica_of(counter.app), hub)
    counter.tap_place(Navigation.Place.Team)


@pytest.fixture
def vera(counter: Counter, hub: HubStore) -> Counter:
    """Who answers for all shops, on the team's page; Rosa works in the other one."""
    with hub.write() as writer:
        vera = tablets.person("vera", "Vera", "Alfieri", "area_manager")
        rosa = tablets.person("rosa", "Rosa", "Bruni", "associate")
        writer.insert("associate", {**vera, "store_id": None})
        writer.insert("associate", {**rosa, "store_id": giulia.ELSEWHERE})
    tablets.meet(tablets.replica_of(counter.app), hub)
    counter.app.session.lock()
    counter.wait(lambda: any(row.key == "vera" for row in counter.app.root.shop.sign_in.people.rows))
    tablets.sign_in(counter.app, "vera")
    counter.wait(lambda: counter.app.session.open)
    counter.tap_place(Navigation.Place.Team)
    counter.wait(lambda: "Sofia Marini" in names(counter))
    return counter


def names(counter: Counter) -> set[str]:
    return {row.name for row in counter.app.root.shop.team.staff.people.rows}


def in_the_other_shop(vera: Counter) -> None:
    vera.tap(f"teamShop-{giulia.ELSEWHERE}")
    vera.wait(lambda: "Rosa Bruni" in names(vera) and "Sofia Marini" not in names(vera))


def test_who_answers_for_several_shops_takes_somebody_on_in_another(vera: Counter, hub: HubStore) -> None:
    counter = vera
    in_the_other_shop(counter)
    counter.tap("newColleague")
    counter.tap("givenName")
    counter.fingers.type("Elena")
    counter.tap("newPin")
    counter.fingers.type("2580")
    counter.tap("askHub")
    counter.wait(lambda: tag(counter, "Elena") == "requested: begins here as sales associate")
    decided(counter, hub)
    counter.wait(lambda: tag(counter, "Elena") == "")
    (elena,) = counter.rows(associate, id="elena")
    assert elena.store_id == giulia.ELSEWHERE


def test_somebody_new_who_was_typed_waits_for_whoever_typed_her_and_in_that_shop(vera: Counter) -> None:
    staff = vera.app.root.shop.team.staff
    staff.begin()
    staff.fresh.type("given_name", "Elena")
    staff.fresh.unfinished.end()
    vera.wait(lambda: len(vera.rows(unfinished_words)) == 1)
    staff.begin()
    vera.wait(lambda: staff.fresh.unfinished.resumed)
    for who, shop, said in (
        (tablets.MARTA, "", ""),
        ("vera", giulia.ELSEWHERE, ""),
        ("vera", tablets.STORE, "Elena"),
    ):
        vera.app.session.lock()
        tablets.sign_in(vera.app, who)
        vera.wait(lambda: vera.app.session.open)
        if shop:
            vera.app.root.shop.team.shop.choose(shop)
        staff.begin()
        vera.wait(lambda said=said: staff.fresh.unfinished.resumed == bool(said))
        assert staff.fresh.given_name == said
    staff.fresh.begin_anew()
    vera.wait(lambda: vera.rows(unfinished_words) == [])


def test_all_that_a_leaver_has_in_hand_goes_to_a_colleague_in_three_taps_and_comes_back(
    team: Counter,
) -> None:
    def in_book(who: str) -> set[str]:
        return {row.customer_id for row in team.rows(book_entry, associate_id=who)}

    with tablets.replica_of(team.app).write() as writer:
        books.add(writer, giulia.GIULIA, author=Author(tablets.SOFIA, tablets.STORE))
    hers, his = in_book(tablets.SOFIA), in_book(tablets.PAOLO)
    assert hers
    team.tap("section-1")
    team.taps = 0
    team.tap(f"leaver-{tablets.SOFIA}")
    team.tap(f"heir-{tablets.PAOLO}")
    team.tap("handItOver")
    team.wait(lambda: in_book(tablets.SOFIA) == set())
    assert team.taps == 3
    assert in_book(tablets.PAOLO) == hers | his
    team.tap("toastUndo")
    team.wait(lambda: in_book(tablets.SOFIA) == hers)
    assert in_book(tablets.PAOLO) == his


def test_a_task_for_each_of_a_list_is_handed_out_in_four_taps_and_comes_back(team: Counter) -> None:
    def handed() -> dict[str, str]:
        mine = team.rows(task, made_by=tablets.MARTA, state="open")
        return {row.customer_id: row.associate_id for row in mine}

    with tablets.replica_of(team.app).write() as writer:
        books.add(writer, giulia.GIULIA, author=Author(tablets.SOFIA, tablets.STORE))
    before, hand_out = handed(), team.app.root.shop.team.hand_out
    team.tap("section-2")
    team.tap("segment-book")
    team.wait(lambda: hand_out.segment == "book" and hand_out.chosen > 0)
    listed = {row.key for row in hand_out.candidates.rows}
    team.tap("handOutTo")
    team.tap("handItOut")
    team.wait(lambda: handed().keys() >= listed)
    assert team.taps == 4
    team.tap("toastUndo")
    team.wait(lambda: handed() == before)


def test_each_of_the_team_is_asked_the_same_in_a_few_words(team: Counter) -> None:
    team.tap("section-2")
    team.tap("segment-team")
    hand_out = team.app.root.shop.team.hand_out
    team.wait(lambda: hand_out.segment == "team" and hand_out.chosen > 0)
    team.tap("handOutTo")
    team.tap("handOutWhat")
    team.fingers.type("Count the scarves")
    team.tap("handItOut")
    hand_out.hand_out("Count the scarves")  # the second touch of a hasty finger
    team.wait(lambda: team.app.root.shop.toasts.text == "Handed out: 2")
    asked = [row.associate_id for row in team.rows(task, what="Count the scarves")]
    assert sorted(asked) == [tablets.PAOLO, tablets.SOFIA]


def test_the_words_in_which_it_is_handed_out_wait_until_it_is(team: Counter) -> None:
    team.tap("section-2")
    team.tap("segment-team")
    hand_out = team.app.root.shop.team.hand_out
    team.wait(lambda: hand_out.segment == "team" and hand_out.chosen > 0)
    team.tap("handOutTo")
    team.tap("handOutWhat")
    team.fingers.type("Count the scarves")
    team.fingers.touch("Close")
    team.fingers.wait_for("Not saved. Your words wait there until the evening.")
    team.wait(lambda: team.item("handItOut") is None)
    assert [row.said for row in team.rows(unfinished_words)] == ["Count the scarves"]
    team.tap("handOutTo")
    team.wait(lambda: team.item("handOutWhat").property("text") == "Count the scarves")
    team.tap("handItOut")
    team.wait(lambda: len(team.rows(task, what="Count the scarves")) == 2)
    assert team.rows(unfinished_words) == []
    hand_out.choose_all()
    team.tap("handOutTo")
    team.wait(lambda: hand_out.unfinished.begun)
    assert team.item("handOutWhat").property("text") == ""


def test_whoever_is_named_gets_what_is_due_and_is_nobody_s(team: Counter) -> None:
    with tablets.replica_of(team.app).write() as writer:
        plan = Plan(kind=TaskKind.OTHER, what="Post the parcel", due_on=date(2026, 11, 22))
        task_id = make(writer, plan, author=MARTA)
    team.tap("section-2")
    team.tap("segment-due")
    hand_out = team.app.root.shop.team.hand_out
    team.wait(lambda: hand_out.segment == "due" and hand_out.chosen > 0)
    team.tap("handOutTo")
    team.tap(f"doer-{tablets.PAOLO}")
    team.tap("handItOut")
    team.wait(lambda: team.rows(task, id=task_id)[0].associate_id == tablets.PAOLO)


def test_who_answers_for_several_shops_hands_over_and_out_in_another(vera: Counter) -> None:
    def in_book() -> list[str | None]:
        return [row.associate_id for row in vera.rows(book_entry, store_id=giulia.ELSEWHERE)]

    with tablets.replica_of(vera.app).write() as writer:
        books.add(writer, giulia.GIULIA, author=Author("rosa", giulia.ELSEWHERE))
    in_the_other_shop(vera)
    vera.tap("section-1")
    vera.tap("leaver-rosa")
    vera.tap("handItOver")
    vera.wait(lambda: in_book() == [None])
    vera.tap("section-2")
    vera.tap("segment-team")
    hand_out = vera.app.root.shop.team.hand_out
    vera.wait(lambda: [row.key for row in hand_out.candidates.rows if row.chosen] == ["rosa"])
    vera.tap("handOutTo")
    vera.tap("handOutWhat")
    vera.fingers.type("Count the scarves")
    vera.tap("handItOut")
    vera.wait(lambda: len(vera.rows(task, what="Count the scarves")) == 1)
    [asked] = vera.rows(task, what="Count the scarves")
    assert (asked.associate_id, asked.store_id, asked.made_by) == ("rosa", giulia.ELSEWHERE, "vera")


def test_incentives_and_what_allows_figures_are_those_of_the_shop_that_was_chosen(vera: Counter) -> None:
    def of(table) -> list[str]:
        return [row.store_id for row in vera.rows(table)]

    team = vera.app.root.shop.team
    in_the_other_shop(vera)
    vera.tap("section-4")
    vera.wait(lambda: team.incentives.heading != "")
    assert team.incentives.too_few  # Rosa alone
    team.incentives.lay_down(7, "last", False)
    vera.wait(lambda: of(attribution_rule) == [giulia.ELSEWHERE])
    vera.tap("section-3")
    vera.wait(lambda: [row.key for row in team.basis.people.rows] == ["rosa"])
    team.basis.sheet.begin("")
    team.basis.sheet.save("Agreement", "1/1/2026", "31/12/2026")
    vera.wait(lambda: of(legal_basis) == [giulia.ELSEWHERE])
    vera.tap(f"teamShop-{tablets.STORE}")
    vera.wait(lambda: team.basis.bases.count == 0)


def test_where_a_tablet_holds_its_own_customers_only_another_shop_s_people_alone_are_looked_at(
    vera: Counter,
) -> None:
    with tablets.replica_of(vera.app).write() as writer:
        state.put(writer.connection, Fact.HOLDS, tablets.STORE)
    shop = vera.app.root.shop.team.shop
    in_the_other_shop(vera)
    vera.tap("section-1")
    vera.wait(lambda: shop.scope.count == 0)
    assert shop.store_id == tablets.STORE
    vera.tap("section-0")
    vera.wait(lambda: shop.scope.count == 2)
