"""What customers ask for by law: the hub answers, and what it cannot decide waits for a person."""

import pytest
import sqlalchemy as sa
from typer.testing import CliRunner

from clienteling.customers.tables import customer
from clienteling.hub.app import create_hub
from clienteling.hub.cli import app
from clienteling.hub.connectors.heard import Heard
from clienteling.hub.identity.merging import merge
from clienteling.hub.identity.tables import stranger
from clienteling.hub.identity.who import Known, Stranger
from clienteling.hub.privacy.clerk import Clerk
from clienteling.hub.privacy.wishes import Door
from clienteling.privacy.queries import receipts, requests
from clienteling.privacy.tables import privacy_request
from clienteling.privacy.use_cases import ask
from clienteling.privacy.values import Answer, Hold, PrivacyWish
from clienteling.staff.values import Author
from sync.wire import Confirmation
from tests.hub.little_house import ANNA, BEA, NOW, email, settled

MAIL = "anna@quintiliana.example"
HOUR = 3_600_000


@pytest.fixture
def hub(tmp_path):
    hub = create_hub(settled(tmp_path), now=lambda: NOW)
    with hub.store.write() as writer:
        for her, name in ((ANNA, "Anna"), (BEA, "Bea")):
            writer.insert("customer", {"id": her, "given_name": name, "email": MAIL if her == ANNA else ""})
    yield hub
    hub.close()


def asks(hub, wish=PrivacyWish.ERASURE) -> str:
    with hub.store.write() as writer:
        return ask(writer, customer_id=ANNA, wish=wish, author=Author("sara", "milano"))


def here(hub) -> list[str]:
    with hub.store.read() as conn:
        return sorted(conn.scalars(sa.select(customer.c.id)))


def told(hub) -> list[tuple[int, int, bool]]:
    with hub.store.read() as conn:
        return [(one.devices, one.confirmed, one.done_at is not None) for one in receipts(conn, 9)]


def test_who_asks_to_be_forgotten_is_and_the_receipt_follows_the_tablets(hub):
    hub.store.hello("one")
    hub.store.hello("other")
    asks(hub)
    clerk = Clerk(hub)
    clerk.work()
    assert here(hub) == [BEA]
    assert told(hub) == [(2, 0, False)]
    for place, device in enumerate(("one", "other"), 1):
        hub.store.erasing.confirm(device, Confirmation(erased=[ANNA]))
        clerk.work()
        assert told(hub) == [(2, place, place == 2)]


def test_whoever_has_two_records_is_forgotten_by_both(hub):
    with hub.store.write() as writer:
        merge(writer, ANNA, BEA, by="sara", evidence="the same card")
    asks(hub)
    Clerk(hub).work()
    assert here(hub) == []


def complain(hub) -> None:
    with hub.store.write() as writer:
        writer.insert("interaction", {"customer_id": ANNA, "kind": "complaint", "at": NOW})


def open_ticket(hub) -> None:
    with hub.store.write() as writer:
        for number, kind in ((1, "ticket_opened"), (2, "ticket_opened"), (3, "ticket_solved")):
            detail = {"ticket": str(number % 2)}
            writer.insert(
                "event",
                {
                    "customer_id": ANNA,
                    "kind": kind,
                    "at": NOW + number,
                    "detail": detail,
                    "source": "zendesk:z",
                },
            )


@pytest.mark.parametrize("dispute", [complain, open_ticket])
def test_where_something_is_in_dispute_a_person_decides(hub, tmp_path, dispute):
    dispute(hub)
    request = asks(hub)
    Clerk(hub).work()
    with hub.store.read() as conn:
        (one,) = requests(conn, ANNA)
    assert (one.answer, one.holds) == (Answer.HELD, (Hold.DISPUTE,))
    hub.close()
    shown = CliRunner().invoke(app, ["requests", "--data", str(tmp_path)], env={"COLUMNS": "200"})
    assert "complaint" in shown.output
    done = CliRunner().invoke(app, ["requests", request, "--erase", "--yes", "--data", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert here(hub) == [BEA]


def test_what_is_in_dispute_no_more_needs_nobody(hub):
    complain(hub)
    asks(hub)
    Clerk(hub).work()
    with hub.store.write() as writer:
        writer.insert("interaction", {"customer_id": ANNA, "kind": "advice", "at": NOW + 1})
    Clerk(hub).work()
    assert here(hub) == [BEA]


def test_an_open_promise_does_not_stand_against_her_own_wish(hub):
    with hub.store.write() as writer:
        writer.insert("promise", {"customer_id": ANNA, "kind": "call", "state": "open", "made_at": NOW})
    asks(hub)
    Clerk(hub).work()
    assert here(hub) == [BEA]


def test_a_wish_that_was_refused_or_taken_back_is_not_done(hub, tmp_path):
    complain(hub)
    request = asks(hub)
    Clerk(hub).work()
    assert CliRunner().invoke(app, ["requests", request, "--refuse", "--data", str(tmp_path)]).exit_code == 0
    again = CliRunner().invoke(app, ["requests", request, "--refuse", "--data", str(tmp_path)])
    assert again.exit_code == 1
    back = asks(hub)
    with hub.store.write() as writer:
        writer.cancel("privacy_request", back)
        writer.insert("interaction", {"customer_id": ANNA, "kind": "advice", "at": NOW + 1})
    Clerk(hub).work()
    assert here(hub) == [ANNA, BEA]


def hear(hub, whose, wish) -> None:
    with hub.store.write() as writer:
        heard = Heard(key=f"{wish}/77/1", hints=(email(MAIL),), wish=wish)
        Door(hub.forgotten)(writer, whose, "shopify:web", heard)


def test_a_wish_that_a_source_passes_on_is_the_same_as_one_told_in_the_shop(hub):
    for _ in range(2):
        hear(hub, Known(ANNA), PrivacyWish.ERASURE)
    with hub.store.read() as conn:
        assert conn.scalars(sa.select(privacy_request.c.source)).all() == ["shopify:web"]
    Clerk(hub).work()
    assert here(hub) == [BEA]


def test_who_is_a_stranger_here_is_forgotten_at_once(hub):
    with hub.engine.begin() as connection:
        for name in (MAIL, "other@example.org"):
            row = {"kind": "email", "source": "", "value": name, "stranger_id": name, "seen_at": NOW}
            connection.execute(stranger.insert().values(row))
    hear(hub, Stranger(MAIL), PrivacyWish.FILE)
    hear(hub, Stranger(MAIL), PrivacyWish.ERASURE)
    with hub.store.read() as conn:
        assert conn.scalars(sa.select(stranger.c.value)).all() == ["other@example.org"]
