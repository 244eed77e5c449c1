"""Entered by mistake: the hub takes her back as if she had never come, or says why it does not."""

import pytest
import sqlalchemy as sa

from clienteling.customers.tables import customer, identifier
from clienteling.hub.app import create_hub
from clienteling.hub.identity.merging import merge
from clienteling.hub.identity.tables import stranger
from clienteling.hub.privacy.clerk import Clerk
from clienteling.hub.privacy.tables import erased_name
from clienteling.newcomers.mistakes import take_back
from clienteling.privacy.queries import mistake
from clienteling.privacy.values import Answer, Hold
from clienteling.staff.values import Author
from tests.hub.little_house import ANNA, BEA, NOW, settled

MAIL = "anna@quintiliana.example"
SOFIA = Author("sofia", "milano")


@pytest.fixture
def hub(tmp_path):
    hub = create_hub(settled(tmp_path), now=lambda: NOW)
    with hub.store.write() as writer:
        for her in (ANNA, BEA):
            writer.insert("customer", {"id": her, "given_name": "Anna", "email": MAIL})
        writer.insert("consent", {"customer_id": ANNA, "purpose": "service", "granted": True, "at": NOW})
    yield hub
    hub.close()


def asked(hub) -> str:
    with hub.store.write() as writer:
        return take_back(writer, ANNA, SOFIA)


def here(hub) -> set[str]:
    with hub.store.read() as conn:
        return set(conn.scalars(sa.select(customer.c.id)))


def answered(hub):
    with hub.store.read() as conn:
        return mistake(conn, ANNA)


def test_she_goes_from_every_tablet_and_whoever_has_her_name_and_address_stays(hub):
    hub.store.hello("one")
    with hub.engine.begin() as connection:
        row = {"kind": "email", "source": "", "value": MAIL, "stranger_id": "s", "seen_at": NOW}
        connection.execute(stranger.insert().values(row))
    asked(hub)
    Clerk(hub).work()
    assert here(hub) == {BEA}
    (erasure,) = hub.store.erasing.overview()
    assert erasure.waiting == ("one",)
    with hub.store.read() as conn:
        assert conn.execute(sa.select(erased_name)).all() == []
        assert conn.scalars(sa.select(stranger.c.value)).all() == [MAIL]


def visit(hub) -> None:
    with hub.store.write() as writer:
        writer.insert("interaction", {"customer_id": ANNA, "kind": "visit", "at": NOW})


def known(hub) -> None:
    with hub.store.write() as writer:
        writer.insert("identifier", {"customer_id": ANNA, "kind": "user", "source": "web", "value": "u-1"})


def joined(hub) -> None:
    with hub.store.write() as writer:
        merge(writer, ANNA, BEA, by="sofia", evidence="the same card")


@pytest.mark.parametrize(
    ("more", "why"), [(visit, Hold.RECORDED), (known, Hold.KNOWN), (joined, Hold.JOINED)]
)
def test_whoever_became_more_on_the_way_stays_and_the_tablets_hear_why(hub, more, why):
    asked(hub)
    more(hub)
    Clerk(hub).work()
    assert here(hub) == {ANNA, BEA}
    assert (answered(hub).answer, answered(hub).holds) == (Answer.REFUSED, (why,))
    assert hub.store.erasing.overview() == []


def test_who_is_kept_after_all_is_not_looked_at(hub):
    request = asked(hub)
    with hub.store.write() as writer:
        writer.cancel("privacy_request", request)
    Clerk(hub).work()
    assert here(hub) == {ANNA, BEA}
    assert answered(hub).answer is Answer.CANCELLED


def test_the_names_that_the_hub_notes_of_her_keep_nobody(hub):
    with hub.store.write() as writer:
        writer.insert("identifier", {"customer_id": ANNA, "kind": "email", "value": MAIL})
    asked(hub)
    Clerk(hub).work()
    assert here(hub) == {BEA}
    with hub.store.read() as conn:
        assert conn.execute(sa.select(identifier)).all() == []
