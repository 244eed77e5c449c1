"""Her data on the screen: put right, asked for, forgotten; and who looked at her card."""

import pytest
import sqlalchemy as sa

from clienteling.customers.tables import customer
from clienteling.privacy.tables import privacy_request
from sync.device.gone.erase import erase
from sync.hub.store import HubStore
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter


@pytest.fixture
def hers(counter: Counter):
    counter.open_card(giulia.GIULIA)
    counter.tap("herData")
    counter.fingers.wait_for("Her data")
    return counter.app.root.shop.card.her_data


def known(counter: Counter) -> sa.Row:
    with tablets.replica_of(counter.app).read() as conn:
        return conn.execute(sa.select(customer).where(customer.c.id == giulia.GIULIA)).one()


def test_the_fields_hold_what_is_known_of_her(hers) -> None:
    assert (hers.given_name, hers.family_name) == ("Giulia", "Ferraris")
    assert (hers.email, hers.phone, hers.birthday) == ("giulia@example.com", "333 123 4567", "4/12")


def test_what_is_wrong_is_put_right_and_taken_back(counter: Counter, hers) -> None:
    hers.correct("Giulia", "Ferrari", " Giulia.F@Example.com", "333 765 4321", "4.12.1985")
    counter.wait(lambda: counter.saved.kind == "corrected")
    row = known(counter)
    assert (row.family_name, row.email, row.phone) == ("Ferrari", "giulia.f@example.com", "+393337654321")
    assert row.birthday_on == "1985-12-04"
    counter.fingers.wait_for("Giulia Ferrari")
    counter.saved.undo()
    counter.wait(lambda: counter.saved.kind == "undone")
    row = known(counter)
    assert (row.family_name, row.email, row.birthday_on) == ("Ferraris", "giulia@example.com", "0001-12-04")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("Giulia", "F", "giulia@", "", ""), "This is no e-mail address."),
        (("Giulia", "F", "", "12", ""), "This is no telephone number."),
        (("Giulia", "F", "", "", "31/2"), "Write the day and the month, such as 4/12."),
        ((" ", "", "", "", ""), "She needs a name."),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_written(counter: Counter, hers, typed, words):
    hers.correct(*typed)
    assert hers.wrong
    counter.fingers.wait_for(words)
    assert known(counter).family_name == "Ferraris"


def wishes(counter: Counter) -> list[tuple[str, str]]:
    with tablets.replica_of(counter.app).read() as conn:
        return [
            tuple(row) for row in conn.execute(sa.select(privacy_request.c.wish, privacy_request.c.answer))
        ]


def test_to_be_forgotten_takes_two_touches_and_can_be_taken_back_until_the_hub_has_heard(counter, hers):
    counter.tap("askErasure")
    assert wishes(counter) == []
    counter.tap("forgetHer")
    counter.wait(lambda: wishes(counter) == [("erasure", "")])
    counter.fingers.wait_for("asked, the hub will answer")
    counter.tap("takeBack-erasure")
    counter.wait(lambda: wishes(counter) == [("erasure", "cancelled")])
    counter.fingers.wait_for("taken back")


def test_her_file_is_asked_for_with_one_touch(counter, hers) -> None:
    counter.tap("askFile")
    counter.wait(lambda: wishes(counter) == [("file", "")])


def test_who_opened_her_card_is_shown(counter, hers) -> None:
    counter.wait(lambda: hers.accesses.count == 1)
    assert (hers.accesses.rows[0].who, hers.accesses.rows[0].where) == ("Sofia Marini", "Milano Brera")


def test_who_is_erased_while_her_card_is_open_is_said_to_be_forgotten(
    counter: Counter, hub: HubStore
) -> None:
    counter.open_card(giulia.GIULIA)
    erase(tablets.replica_of(counter.app), [giulia.GIULIA])
    counter.fingers.wait_for("She has been forgotten")
    with hub.write() as writer:
        said = {"at": tablets.NOW, "devices": 2, "confirmed": 1}
        writer.insert("erasure_receipt", {"id": "r", **said})
    tablets.meet(tablets.replica_of(counter.app), hub)
    counter.fingers.touch("Open the ledger")
    counter.fingers.wait_for("erased on 1 of 2 tablets")
    assert "Giulia" not in counter.fingers.read()


def test_who_only_left_this_tablet_is_not_said_to_be_forgotten(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    with tablets.replica_of(counter.app).transaction() as connection:
        connection.execute(customer.delete().where(customer.c.id == giulia.GIULIA))
    counter.card.reload()
    counter.fingers.wait_for("She is not on this tablet yet")
    assert not counter.card.gone
