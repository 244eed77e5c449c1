"""The hub alone writes who works here: what managers ask is decided by it, one after the other."""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from clienteling.hub.authority.judging import PERMISSION
from clienteling.hub.staff.deciding import work
from clienteling.replicated import REGISTRY
from clienteling.schema import metadata
from clienteling.staff import asking
from clienteling.staff.changes import Answer, WhyNot
from clienteling.staff.pin import matches
from clienteling.staff.sign_in import try_pin
from clienteling.staff.tables import associate, staff_change
from clienteling.staff.values import Author, Role, SignInOutcome
from sync.device.passes import run_pass
from sync.device.replica import Replica
from sync.hub.local import LocalHub
from sync.hub.store import HubStore
from tests.hub.little_house import NOW, open_house, rows
from tests.sync.shop import open_plain

MARTA, LUCA = Author("marta", "milano"), Author("luca", "milano")
"""Two managers of one shop."""
PIN = "2580"


@pytest.fixture
def store(tmp_path: Path) -> HubStore:
    made = open_house(tmp_path)
    with made.write() as writer:
        writer.insert("store", {"id": "torino", "name": "Torino", "time_zone": "Europe/Rome"})
        for key, role in (("marta", "manager"), ("luca", "manager"), ("sofia", "associate")):
            names = {"given_name": key.capitalize(), "family_name": "Neri"}
            writer.insert("associate", {"id": key, "role": role, "store_id": "milano", **names})
    return HubStore(made.engine, REGISTRY, lambda: NOW, permission=PERMISSION)


@pytest.fixture
def tablet(tmp_path: Path, store: HubStore) -> Callable[[str], Replica]:
    def opened(name: str) -> Replica:
        engine = open_plain(tmp_path / f"{name}.sqlite")
        metadata.create_all(engine)
        replica = Replica(engine, REGISTRY, lambda: NOW)
        meet(replica, store, name)
        return replica

    return opened


def meet(replica: Replica, store: HubStore, name: str) -> None:
    run_pass(replica, LocalHub(store, name), lambda _: None)


def answers(store: HubStore) -> list[tuple[str, str, str]]:
    with store.read() as conn:
        query = sa.select(staff_change).order_by(staff_change.c.at, staff_change.c.id)
        return [(row.deed, row.answer, row.why) for row in conn.execute(query)]


def sofia(store: HubStore) -> sa.Row:
    return rows(store, associate, id="sofia")[0]


def test_whoever_is_new_is_asked_for_offline_and_signs_in_on_another_tablet_once_the_hub_has_agreed(
    store: HubStore, tablet: Callable[[str], Replica]
) -> None:
    one, other = tablet("one"), tablet("other")
    with one.write() as writer:
        new = {"given_name": " Elena ", "family_name": "Rossi", "role": Role.ASSOCIATE, "language": "en"}
        asking.add(writer, **new, pin=PIN, author=MARTA)
    meet(one, store, "one")
    work(store)
    for replica, name in ((one, "one"), (other, "other")):
        meet(replica, store, name)
        with replica.write() as writer:
            assert try_pin(writer.connection, "elena-rossi", PIN, NOW).outcome is SignInOutcome.SIGNED_IN
            kept = writer.connection.execute(sa.select(staff_change)).one()
            assert (kept.answer, kept.made_id, kept.pin_hash) == ("done", "elena-rossi", "")


def test_a_second_person_of_that_name_in_another_shop_gets_an_id_of_her_own(store: HubStore) -> None:
    with store.write() as writer:
        writer.insert("associate", {"id": "elena-rossi", "store_id": "torino", "role": "associate"})
        new = {"given_name": "Elena", "family_name": "Rossi", "role": Role.ASSOCIATE, "language": "it"}
        asking.add(writer, **new, pin=PIN, author=MARTA)
    work(store)
    assert rows(store, staff_change)[0].made_id == "elena-rossi-2"


def test_whoever_is_suspended_signs_in_nowhere_and_restored_does_again(store: HubStore) -> None:
    with store.write() as writer:
        asking.set_pin(writer, "sofia", PIN, author=MARTA)
        asking.suspend(writer, "sofia", author=MARTA)
    work(store)
    with store.write() as writer:
        assert try_pin(writer.connection, "sofia", PIN, NOW).outcome is SignInOutcome.NOT_POSSIBLE
        asking.restore(writer, "sofia", author=LUCA)
    work(store)
    assert sofia(store).active
    assert matches(sofia(store).pin_hash, PIN)


def test_two_managers_who_suspend_each_other_leave_one(store: HubStore) -> None:
    with store.write() as writer:
        asking.suspend(writer, "luca", author=MARTA)
        asking.suspend(writer, "marta", author=LUCA)
    work(store)
    assert sorted(answers(store)) == [("suspend", "done", ""), ("suspend", "refused", WhyNot.NO_RIGHT)]
    active = [row.id for row in rows(store, associate, role="manager") if row.active]
    assert len(active) == 1


def test_two_managers_on_two_tablets_who_decide_differently_hear_of_each_other(
    store: HubStore, tablet: Callable[[str], Replica]
) -> None:
    one, other = tablet("one"), tablet("other")
    with one.write() as writer:
        asking.give_role(writer, "sofia", Role.MANAGER, author=MARTA)
    with other.write() as writer:
        asking.give_role(writer, "sofia", Role.CARE_DESK, author=LUCA)
    for replica, name in ((one, "one"), (other, "other")):
        meet(replica, store, name)
        work(store)
    assert sofia(store).role == Role.MANAGER
    assert answers(store)[1] == ("role", Answer.REFUSED, WhyNot.OTHERWISE)


def test_an_associate_who_moves_shop_is_the_other_manager_s_from_then_on(store: HubStore) -> None:
    with store.write() as writer:
        asking.move(writer, "sofia", "torino", author=MARTA)
    work(store)
    with store.write() as writer:
        asking.suspend(writer, "sofia", author=MARTA)
    work(store)
    assert (sofia(store).store_id, sofia(store).active) == ("torino", True)
    assert answers(store)[-1] == ("suspend", Answer.REFUSED, WhyNot.NO_RIGHT)


def test_what_was_asked_before_gives_way_and_what_is_taken_back_is_not_done(store: HubStore) -> None:
    with store.write() as writer:
        asking.give_role(writer, "sofia", Role.MANAGER, author=MARTA)
        later = asking.give_role(writer, "sofia", Role.MARKETING, author=MARTA)
        asking.take_back(writer, later)
    work(store)
    assert {answer for _, answer, _ in answers(store)} == {Answer.CANCELLED}
    assert sofia(store).role == Role.ASSOCIATE
    with store.write() as writer, pytest.raises(LookupError):
        asking.take_back(writer, later)


def test_what_an_associate_s_tablet_asks_is_set_aside(
    store: HubStore, tablet: Callable[[str], Replica]
) -> None:
    one = tablet("one")
    with one.write() as writer:
        asking.give_role(writer, "sofia", Role.MANAGER, author=Author("sofia", "milano"))
    meet(one, store, "one")
    work(store)
    assert answers(store) == []
    assert one.ledger().set_aside == 1
