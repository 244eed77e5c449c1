"""Whoever was erased does not come back with what sources told of her before."""

import shutil

import pytest
import sqlalchemy as sa

from clienteling.customers.tables import customer
from clienteling.customers.values import IdentifierKind
from clienteling.hub.app import create_app, create_hub
from clienteling.hub.connectors.heard import Heard, HeardEvent, Hint, Profile
from clienteling.hub.identity.tables import stranger
from clienteling.hub.intake.regulars import Regulars
from clienteling.hub.intake.shelf import Shelf
from clienteling.hub.intake.take import Taking, item_of
from clienteling.hub.privacy.forgotten import NAMES_FILE
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel
from tests.hub.importing.files import take as import_one
from tests.hub.importing.files import write
from tests.hub.little_house import ANNA, NOW, email, settled, user

MAIL = "anna@quintiliana.example"
HOUR = 3_600_000


@pytest.fixture
def hub(tmp_path):
    hub = create_hub(settled(tmp_path), now=lambda: NOW)
    with hub.store.write() as writer:
        writer.insert("customer", {"id": ANNA, "given_name": "Anna", "email": MAIL, "phone": "+393330001111"})
        writer.insert("identifier", {"customer_id": ANNA, "kind": "user", "source": "web", "value": "u-4711"})
    yield hub
    hub.close()


def ordered(key: str, at: int, *hints: Hint) -> Heard:
    return Heard(key=key, hints=hints, event=HeardEvent(channel=Channel.ORDER, kind=EventKind.ORDERED, at=at))


def hear(hub, *heard: Heard, received_at: int = NOW + 9 * HOUR) -> set[str]:
    """The names of those who are known for what was heard."""
    with hub.store.write() as writer:
        items = [item_of("woocommerce:web", one, received_at) for one in heard]
        taking = Taking(
            writer, Shelf(writer.connection), Regulars(), writer.remembered.hash_of, wishes=(), coming=items
        )
        for item in items:
            taking.take(item)
        taking.flush()
        return set(writer.connection.execute(sa.select(stranger.c.value)).scalars())


GUEST = Hint(IdentifierKind.EMAIL, "woocommerce:web", MAIL, verified=False)
PHONE = Hint(IdentifierKind.PHONE, "", "+393330001111")


@pytest.mark.parametrize("name", [email(MAIL), GUEST, PHONE, user("u-4711")])
def test_what_she_did_before_is_dropped_however_late_it_is_told(hub, name):
    hub.store.erasing.erase(ANNA)
    assert hear(hub, ordered("o1", NOW - HOUR, name), ordered("o2", NOW, name)) == set()


def test_what_she_does_afterwards_makes_her_known_anew(hub):
    hub.store.erasing.erase(ANNA)
    assert hear(hub, ordered("o1", NOW + 1, email(MAIL))) == {MAIL}


def test_an_account_number_of_another_shop_is_somebody_else(hub):
    hub.store.erasing.erase(ANNA)
    other = Hint(IdentifierKind.USER, "woocommerce:outlet", "u-4711")
    assert hear(hub, ordered("o1", NOW - HOUR, other)) == {"u-4711"}


@pytest.mark.parametrize(("modified_at", "known"), [(NOW - HOUR, set()), (NOW + HOUR, {MAIL}), (0, {MAIL})])
def test_an_account_counts_by_when_it_was_changed_or_else_when_it_was_told(hub, modified_at, known):
    hub.store.erasing.erase(ANNA)
    account = Heard(
        key="c1", hints=(email(MAIL),), profile=Profile(email=MAIL), modified_at=modified_at, founds=False
    )
    assert hear(hub, account) == known


def test_nothing_that_is_kept_of_her_can_be_read(hub, tmp_path):
    hub.store.erasing.erase(ANNA)
    kept = (tmp_path / NAMES_FILE).read_text()
    assert len(kept.splitlines()) == 3
    assert ANNA not in kept
    assert "quintiliana" not in kept


def test_a_backup_from_before_is_put_right_with_the_moment_as_it_was_before_anybody_is_served(tmp_path):
    now = NOW
    backup = tmp_path / "backup"
    hub = create_hub(settled(tmp_path / "hub"), now=lambda: now)
    with hub.store.write() as writer:
        writer.insert("customer", {"id": ANNA, "given_name": "Anna", "email": MAIL})
    hub.close()
    shutil.copytree(tmp_path / "hub", backup)
    hub = create_hub(settled(tmp_path / "hub"), now=lambda: now)
    hub.store.erasing.erase(ANNA)
    hub.close()
    for path in (tmp_path / "hub").glob("hub.sqlite*"):
        path.unlink()
    shutil.copy(backup / "hub.sqlite", tmp_path / "hub" / "hub.sqlite")
    now = NOW + 5 * HOUR
    hub = create_hub(settled(tmp_path / "hub"), now=lambda: now)
    create_app(hub)
    with hub.store.read() as connection:
        assert connection.execute(sa.select(customer.c.id)).all() == []
    assert hear(hub, ordered("o1", NOW - HOUR, email(MAIL))) == set()
    assert hear(hub, ordered("o2", NOW + HOUR, email(MAIL))) == {MAIL}
    hub.close()


@pytest.mark.parametrize(("written_at", "fates"), [(NOW - HOUR, (0, 0, 0, 1)), (NOW + HOUR, (1, 0, 0, 0))])
def test_a_file_that_was_written_before_does_not_make_her_again(hub, tmp_path, written_at, fates):
    hub.store.erasing.erase(ANNA)
    path = write(tmp_path / "altri.csv", f"Cognome;Nome;Email\nVerdi;Anna;{MAIL}\n", written_at // 1000)
    assert import_one(hub.store, path).fates == fates
