"""An e-mail or telephone corrected on a tablet: the names by which she is known follow it."""

from datetime import date

import pytest

from clienteling.customers.tables import customer, identifier
from clienteling.customers.use_cases import correct
from clienteling.database import create_tables
from clienteling.hub.app import create_hub
from clienteling.hub.newcomers.reserve import keep_full
from clienteling.hub.privacy.clerk import Clerk
from clienteling.newcomers.use_cases import enrol
from clienteling.newcomers.values import Draft
from clienteling.replicated import REGISTRY
from clienteling.staff.values import Author
from sync.device.database import open_plain
from sync.device.replica import Replica
from sync.hub.local import LocalHub
from tests.hub.little_house import ANNA, BEA, NOW, rows, settled
from tests.sync.shop import go

OLD, NEW, PHONE = "anna@example.org", "anna.verdi+shop@example.org", "+393330001111"


@pytest.fixture
def hub(tmp_path):
    hub = create_hub(settled(tmp_path), now=lambda: NOW)
    with hub.store.write() as writer:
        for her in (ANNA, BEA):
            writer.insert("customer", {"id": her, "given_name": "Anna", "email": OLD, "phone": PHONE})
            for kind, value in (("email", OLD), ("phone", PHONE)):
                writer.insert(
                    "identifier", {"customer_id": her, "kind": kind, "value": value, "verified": True}
                )
    Clerk(hub).work()
    yield hub
    hub.close()


@pytest.fixture
def tablet(hub, tmp_path):
    engine = open_plain(tmp_path / "tablet.db")
    create_tables(engine)
    replica = Replica(engine, REGISTRY, lambda: NOW + 1)
    go(replica, LocalHub(hub.store, "tablet"))
    yield replica
    engine.dispose()


def known(hub, her=ANNA) -> set[tuple[str, str, bool]]:
    return {(row.kind, row.value, row.verified) for row in rows(hub.store, identifier, customer_id=her)}


def put_right(hub, tablet, **typed) -> None:
    with tablet.write() as writer:
        correct(writer, ANNA, typed)
    go(tablet, LocalHub(hub.store, "tablet"))
    Clerk(hub).work()


def test_the_old_one_is_hers_no_more_and_the_new_one_is_known_as_typed(hub, tablet):
    put_right(hub, tablet, email=NEW)
    assert known(hub) == {("email", "anna.verdi@example.org", False), ("phone", PHONE, True)}
    assert known(hub, BEA) == {("email", OLD, True), ("phone", PHONE, True)}
    (row,) = (r for r in rows(hub.store, identifier, customer_id=ANNA) if r.kind == "email")
    assert row.written == NEW
    put_right(hub, tablet, email="", phone="333 765 4321")
    assert known(hub) == {("phone", "+393337654321", False)}


def test_what_a_source_or_a_command_changes_brings_its_own_names(hub, tablet):
    with hub.store.write() as writer:
        writer.update("customer", ANNA, {"email": NEW})
    Clerk(hub).work()
    assert known(hub) == {("email", OLD, True), ("phone", PHONE, True)}


def test_what_somebody_new_says_on_a_tablet_is_known_as_typed(hub, tablet, tmp_path):
    keep_full(tmp_path, hub.store, {"tablet"}, NOW)
    go(tablet, LocalHub(hub.store, "tablet"))
    ada = Draft(given_name="Ada", email="Ada.Neri+shop@example.org", phone="345 678 9012", language="it")
    with tablet.write() as writer:
        her = enrol(
            writer, ada, device_id="tablet", author=Author("sofia", "brera"), today=date(2026, 11, 22)
        )
    assert her.code
    go(tablet, LocalHub(hub.store, "tablet"))
    Clerk(hub).work()
    assert known(hub, her.customer_id) == {
        ("email", "ada.neri@example.org", False),
        ("phone", "+393456789012", False),
    }


def test_a_running_clerk_hears_of_it_by_itself(hub, tablet):
    clerk = Clerk(hub)
    clerk.work()
    hub.store.listeners.append(clerk._heed)
    with tablet.write() as writer:
        correct(writer, ANNA, {"email": NEW})
    go(tablet, LocalHub(hub.store, "tablet"))
    clerk.work()
    assert ("email", OLD, True) not in known(hub)


def test_she_is_erased_with_what_was_noted_of_her(hub, tmp_path):
    hub.store.erasing.erase(ANNA)
    assert [row.id for row in rows(hub.store, customer)] == [BEA]
    hub.store.erasing.erase(BEA)
    hub.close()
    for path in tmp_path.glob("hub.sqlite*"):
        assert OLD.encode() not in path.read_bytes()
