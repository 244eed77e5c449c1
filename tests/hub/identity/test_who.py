import pytest

from clienteling.customers.tables import identifier
from clienteling.hub.identity.tables import joining
from clienteling.hub.identity.who import Known, Stranger, recognise
from tests.hub.little_house import ANNA, BEA, chat, device, email, link, open_house, rows, user


@pytest.fixture
def store(tmp_path):
    store = open_house(tmp_path)
    yield store
    store.engine.dispose()


def who(store, *hints, introduced=None):
    with store.write() as writer:
        return recognise(writer, hints, introduced)


def owners(store) -> dict[str, str | None]:
    return {row.value: row.customer_id for row in rows(store, identifier)}


def deeds(store) -> list[tuple[str, str]]:
    return [(row.deed, row.evidence) for row in rows(store, joining)]


def test_a_known_login_is_its_customer_and_brings_her_device_along(store):
    link(store, ANNA, user("u1"))
    assert who(store, user("u1"), device("phone")) == Known(ANNA)
    assert who(store, device("phone")) == Known(ANNA)


def test_a_new_login_with_her_known_address_is_hers(store):
    link(store, ANNA, email("anna@example.it"))
    assert who(store, user("u1"), email("anna@example.it")) == Known(ANNA)
    assert who(store, user("u1")) == Known(ANNA)


def test_an_address_nobody_vouched_for_joins_nobody(store):
    link(store, ANNA, email("anna@example.it"), verified=False)
    assert isinstance(who(store, user("u1"), email("anna@example.it")), Stranger)


def test_a_stranger_stays_the_same_stranger(store):
    assert who(store, device("phone")) == who(store, device("phone"))
    assert who(store, device("phone")) != who(store, device("tablet"))


def test_two_names_of_one_stranger_are_one(store):
    first = who(store, device("phone"))
    assert who(store, user("u1"), device("phone")) == first
    assert who(store, user("u1")) == first


def test_a_stranger_becomes_the_customer_when_one_of_her_names_is_known(store):
    stranger = who(store, device("phone"))
    who(store, user("u1"), device("phone"))
    link(store, ANNA, email("anna@example.it"))
    whose = who(store, user("u1"), email("anna@example.it"))
    assert whose == Known(ANNA, frozenset({stranger.stranger_id}))
    assert owners(store) == {"anna@example.it": ANNA, "u1": ANNA, "phone": ANNA}


def test_a_strangers_address_counts_when_it_becomes_known_later(store):
    stranger = who(store, user("u1"), email("anna@example.it"))
    link(store, ANNA, email("anna@example.it"))
    assert who(store, user("u1")) == Known(ANNA, frozenset({stranger.stranger_id}))


def test_a_device_on_which_two_customers_signed_in_is_nobodys(store):
    link(store, ANNA, user("u1"))
    link(store, BEA, user("u2"))
    who(store, user("u1"), device("family-pc"))
    assert who(store, user("u2"), device("family-pc")) == Known(BEA)
    assert who(store, device("family-pc")) is None
    assert owners(store)["family-pc"] is None


def test_a_strangers_login_on_a_customers_device_is_not_hers(store):
    link(store, ANNA, user("u1"))
    who(store, user("u1"), device("family-pc"))
    assert isinstance(who(store, user("u9"), device("family-pc")), Stranger)
    assert who(store, device("family-pc")) is None


def test_a_customer_on_a_strangers_device_takes_nothing_of_the_stranger(store):
    stranger = who(store, user("u9"), device("family-pc"))
    link(store, ANNA, user("u1"))
    assert who(store, user("u1"), device("family-pc")) == Known(ANNA)
    assert who(store, user("u9")) == stranger


def test_two_customers_with_two_names_are_not_made_one_by_an_address(store):
    link(store, ANNA, user("u1"))
    link(store, BEA, email("bea@example.it"))
    assert who(store, user("u1"), email("bea@example.it")) == Known(ANNA)
    assert who(store, email("bea@example.it")) is None
    assert deeds(store) == [("apart", "the same e-mail address, under another name")]


def test_nobody_is_nobody(store):
    assert who(store) is None


def test_our_own_link_introduces_a_chat(store):
    assert who(store, chat("7001"), introduced=ANNA) == Known(ANNA)
    assert who(store, chat("7001")) == Known(ANNA)


def test_a_link_passed_on_to_a_friend_does_not_make_her_the_customer(store):
    who(store, chat("7001"), introduced=ANNA)
    assert isinstance(who(store, chat("7002"), introduced=ANNA), Stranger)


def test_a_known_chat_is_not_moved_by_a_link(store):
    link(store, BEA, chat("7001"))
    assert who(store, chat("7001"), introduced=ANNA) == Known(BEA)
