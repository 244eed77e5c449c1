"""Two tablets that had not heard of each other wrote different things: a person chooses."""

from clienteling.customers import use_cases
from clienteling.customers.tables import customer, value_given
from clienteling.staff.values import Author
from clienteling.tablet.conflicts.conflicts_view_model import ConflictsViewModel
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.opening.device import open_device
from sync.device.passes import run_pass
from sync.hub.local import LocalHub
from sync.hub.store import HubStore
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter

MINE, THEIRS = "+393331111111", "+393332222222"
KEY = f"{giulia.GIULIA}/phone"


def inbox(counter: Counter) -> ConflictsViewModel:
    return counter.app.root.shop.conflicts


def two_numbers(counter: Counter, hub: HubStore, tmp_path) -> None:
    """Marta wrote one on another tablet, Sofia another here, both offline; then both met the hub."""
    folder = tmp_path / "other"
    tablets.paired_folder(folder, hub)
    other = open_device(folder, lambda: tablets.NOW + 60_000).replica
    for replica, number, who in (
        (other, THEIRS, tablets.MARTA),
        (tablets.replica_of(counter.app), MINE, tablets.SOFIA),
    ):
        with replica.write() as writer:
            use_cases.correct(writer, giulia.GIULIA, {"phone": number}, Author(who, tablets.STORE))
    run_pass(other, LocalHub(hub, "tablet-2"), lambda _: None)
    other.engine.dispose()
    tablets.meet(tablets.replica_of(counter.app), hub)
    counter.wait(lambda: inbox(counter).count == 1)


def phone(counter: Counter) -> str:
    return counter.rows(customer, id=giulia.GIULIA)[0].phone


def test_both_values_stand_side_by_side_with_who_and_where(counter: Counter, hub: HubStore, tmp_path) -> None:
    two_numbers(counter, hub, tmp_path)
    [row] = inbox(counter).conflicts.rows
    assert {row.words: row.who, row.other_words: row.other_who} == {
        "333 222 2222": "Marta · Milano Brera · today 10:47",
        "333 111 1111": "Sofia · Milano Brera · today 10:46",
    }
    assert counter.item("waiting") is not None


def test_one_is_chosen_everywhere_and_the_other_may_be_taken_back(
    counter: Counter, hub: HubStore, tmp_path
) -> None:
    two_numbers(counter, hub, tmp_path)
    before = phone(counter)
    counter.app.navigation.go(Navigation.Place.Ledger.value)
    counter.tap(f"other-{KEY}")
    counter.wait(lambda: inbox(counter).count == 0 and inbox(counter).decided.count == 1)
    chosen = phone(counter)
    assert {before, chosen} == {MINE, THEIRS}
    tablets.meet(tablets.replica_of(counter.app), hub)
    with hub.read() as conn:
        assert conn.execute(customer.select().where(customer.c.id == giulia.GIULIA)).one().phone == chosen
    [decided] = inbox(counter).decided.rows
    counter.tap(f"change-{decided.key}")
    counter.wait(lambda: phone(counter) == before)
    assert [row.instead_of for row in counter.rows(value_given) if row.instead_of] == [before, chosen]


def test_the_value_that_stands_is_kept_in_one_tap_and_undone_in_another(
    counter: Counter, hub: HubStore, tmp_path
) -> None:
    two_numbers(counter, hub, tmp_path)
    before = phone(counter)
    counter.app.navigation.go(Navigation.Place.Ledger.value)
    counter.tap(f"keep-{KEY}")
    counter.wait(lambda: inbox(counter).count == 0)
    assert phone(counter) == before
    counter.fingers.touch("Undo")
    counter.wait(lambda: phone(counter) != before)


def test_the_same_number_written_twice_is_nothing_to_decide(
    counter: Counter, hub: HubStore, tmp_path
) -> None:
    folder = tmp_path / "other"
    tablets.paired_folder(folder, hub)
    other = open_device(folder, lambda: tablets.NOW + 60_000).replica
    for replica in (other, tablets.replica_of(counter.app)):
        with replica.write() as writer:
            use_cases.correct(writer, giulia.GIULIA, {"phone": MINE}, Author(tablets.SOFIA, tablets.STORE))
    run_pass(other, LocalHub(hub, "tablet-2"), lambda _: None)
    other.engine.dispose()
    tablets.meet(tablets.replica_of(counter.app), hub)
    counter.wait(lambda: counter.rows(value_given) != [])
    assert inbox(counter).count == 0
