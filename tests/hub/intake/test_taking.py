"""Items of one transaction: who comes again, accounts and their owners, consents, what was looked at."""

import pytest

from clienteling.consents.tables import consent
from clienteling.consents.values import Purpose
from clienteling.customers.tables import customer, identifier
from clienteling.customers.values import IdentifierKind
from clienteling.database import create_tables
from clienteling.hub.connectors.heard import Heard, HeardConsent, HeardEvent, Hint, PrivacyWish, Profile
from clienteling.hub.identity.strangers import Waiting
from clienteling.hub.intake import seen
from clienteling.hub.intake.regulars import Regulars
from clienteling.hub.intake.shelf import Shelf
from clienteling.hub.intake.take import Taking, item_of
from clienteling.replicated import REGISTRY
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel
from sync.device.database import open_plain
from sync.device.replica import Replica
from sync.hub.local import LocalHub
from tests.hub.intake.conftest import keyed
from tests.hub.little_house import ANNA, BEA, NOW, device, link, rows, timeline, user
from tests.sync.shop import go, healed

SHOP = "woocommerce:shop"
ACCOUNT = Hint(IdentifierKind.USER, SHOP, "71")


def looked(key: str, *hints: Hint, text: str = "") -> Heard:
    event = HeardEvent(channel=Channel.WEB, kind=EventKind.PAGE_VIEWED, at=NOW, text=text or key)
    return Heard(key=key, hints=hints, event=event)


def account(modified_at: int = 1, **said: str) -> Heard:
    key = f"customer/71@{modified_at}"
    profile = Profile(**said)
    return Heard(key=key, hints=(ACCOUNT,), profile=profile, founds=True, modified_at=modified_at)


@pytest.fixture
def hear(store):
    def take(*heard: Heard, wishes=()) -> None:
        items = [item_of(SHOP, one, NOW) for one in heard]
        with store.write() as writer:
            taking = Taking(writer, Shelf(writer.connection), Regulars(), keyed, wishes=wishes, coming=items)
            for item in items:
                taking.take(item)
            taking.flush()

    return take


def test_who_comes_again_is_known_without_being_asked_for(store, hear):
    link(store, ANNA, user("u1"))
    link(store, ANNA, device("x"))
    hear(looked("1", user("u1"), device("x")), looked("2", device("x")), looked("3", user("u1")))
    assert timeline(store, ANNA) == ["1", "2", "3"]


def test_a_device_that_becomes_somebody_elses_is_nobodys_within_the_same_transaction(store, hear):
    link(store, ANNA, user("u1"))
    link(store, ANNA, device("x"))
    link(store, BEA, user("u2"))
    hear(looked("1", device("x")), looked("2", user("u2"), device("x")), looked("3", device("x")))
    assert timeline(store, ANNA) == ["1"]
    assert timeline(store, BEA) == ["2"]


def test_a_strangers_device_is_hers_as_soon_as_she_signs_in(store, hear):
    link(store, ANNA, user("u1"))
    hear(looked("1", device("y")), looked("2", device("y")), looked("3", user("u1"), device("y")))
    hear(looked("4", device("y")))
    assert timeline(store, ANNA) == ["1", "2", "3", "4"]


def test_an_item_takes_effect_once_within_a_transaction_and_after_it(store, hear):
    link(store, ANNA, user("u1"))
    hear(looked("1", user("u1")), looked("1", user("u1")))
    hear(looked("1", user("u1")))
    assert timeline(store, ANNA) == ["1"]


def hers(store) -> dict:
    (found,) = rows(store, identifier, value="71")
    (row,) = rows(store, customer, id=found.customer_id)
    return row


def test_an_account_founds_and_later_changes_what_it_said_itself(store, hear):
    hear(account(given_name="Marta", city="Torino"))
    hear(account(2, given_name="Marta", city="Milano", phone="+393990001122"))
    assert (hers(store).city, hers(store).phone) == ("Milano", "+393990001122")


def test_an_earlier_word_that_comes_later_changes_nothing(store, hear):
    hear(account(5, given_name="Marta", city="Torino"))
    hear(account(3, given_name="Marta", city="Milano", phone="+393990001122"))
    assert (hers(store).city, hers(store).phone) == ("Torino", "")


def test_what_somebody_here_wrote_or_took_away_stays(store, hear):
    hear(account(given_name="Marta", city="Torino", phone="+393990001122"))
    with store.write() as writer:
        writer.update("customer", hers(store).id, {"city": "Asti", "phone": ""})
    hear(account(2, given_name="Marta", city="Milano", phone="+393990001122"))
    assert (hers(store).city, hers(store).phone) == ("Asti", "")


def test_a_better_translation_of_the_same_is_taken(store, hear):
    hear(account(given_name="Marta"))
    hear(account(given_name="Marta", language="it", birthday_on="1984-05-17"))
    assert (hers(store).language, hers(store).birthday_on) == ("it", "1984-05-17")


def test_a_consent_comes_with_its_proof_and_once(store, hear):
    link(store, ANNA, user("u1"))
    said = HeardConsent(
        purpose=Purpose.MARKETING_EMAIL, granted=False, at=NOW - 5, proof="list 5f2a, unsubscribe"
    )
    for key in ("a", "b"):
        hear(Heard(key=key, hints=(user("u1"),), consents=(said,)))
    (row,) = rows(store, consent)
    assert (row.customer_id, row.granted, row.how, row.proof) == (ANNA, False, "online", said.proof)


def test_a_wish_of_the_law_is_passed_on_with_whose_it_is(store, hear):
    link(store, ANNA, user("u1"))
    heard = []
    hear(
        Heard(key="w", hints=(user("u1"),), wish=PrivacyWish.ERASURE),
        wishes=[lambda _writer, whose, source, one: heard.append((whose.customer_id, source, one.wish))],
    )
    assert heard == [(ANNA, SHOP, PrivacyWish.ERASURE)]


def test_what_was_looked_at_reaches_a_tablet_as_every_record_does(store, hear, tmp_path):
    link(store, ANNA, user("u1"))
    hear(looked("1", user("u1"), text="Scarpe “Nora” è"))
    engine = open_plain(tmp_path / "tablet.db")
    create_tables(engine)
    replica = Replica(engine, REGISTRY, lambda: NOW)
    go(replica, LocalHub(store, "tablet"))
    assert healed(replica, LocalHub(store, "tablet")) == ()
    with replica.read() as conn:
        (here,) = conn.execute(event.select()).all()
    engine.dispose()
    assert tuple(here) == tuple(rows(store, event)[0])


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
def test_a_text_that_no_database_carries_is_not_waved_through(store, text):
    what = HeardEvent(channel=Channel.WEB, kind=EventKind.PAGE_VIEWED, at=NOW, text=text)
    with store.write() as writer:
        assert not seen.note(writer, ANNA, Waiting(SHOP, "1", what), EventDetail())
    assert rows(store, event) == []
