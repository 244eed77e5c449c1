import pytest
import sqlalchemy as sa

from clienteling.customers.aliases import her
from clienteling.customers.tables import customer, identifier
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Hint, Profile
from clienteling.hub.identity.known import MOST_DEVICES, MOST_PEOPLE
from clienteling.hub.identity.merging import unmerge
from clienteling.hub.identity.tables import joining, stranger
from clienteling.hub.identity.who import Known, Stranger, recognise
from tests.hub.little_house import (
    ANNA,
    BEA,
    NOW,
    chat,
    device,
    email,
    link,
    open_house,
    rows,
    user,
)


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


def account(value: str, source: str = "woocommerce:shop") -> Hint:
    return Hint(IdentifierKind.USER, source, value)


def guest(value: str, source: str = "woocommerce:shop") -> Hint:
    return Hint(IdentifierKind.EMAIL, source, value, verified=False)


def phone(value: str) -> Hint:
    return Hint(IdentifierKind.PHONE, "", value)


def told(given_name: str, family_name: str, **more: str) -> Profile:
    return Profile(given_name=given_name, family_name=family_name, **more)


def founded(store, *hints, profile=None, same=(), since=0) -> str:
    with store.write() as writer:
        whose = recognise(writer, hints, founds=True, profile=profile, same=same, since=since)
    assert isinstance(whose, Known)
    return whose.customer_id


def person(store, customer_id: str) -> str:
    """The id of the record that stands for her."""
    with store.read() as conn:
        return her(conn, customer_id).id


def test_a_customer_of_the_shops_system_gets_a_record_with_what_it_says_of_her(store):
    profile = told("Carla", "Denaro", email="carla+web@example.it", phone="+393330000009", language="it")
    carla = founded(store, account("77"), email("carla+web@example.it"), profile=profile, since=NOW)
    (row,) = rows(store, customer, id=carla)
    assert (row.given_name, row.family_name, row.email) == ("Carla", "Denaro", "carla+web@example.it")
    assert (row.phone, row.language, row.home_store_id, row.since_on) == (
        "+393330000009",
        "it",
        None,
        "2026-11-22",
    )
    assert founded(store, account("77")) == carla


def test_what_a_founded_customer_did_before_is_hers(store):
    stranger = who(store, account("77"), device("phone"))
    with store.write() as writer:
        whose = recognise(writer, [account("77")], founds=True)
    assert isinstance(whose, Known)
    assert whose.were_strangers == {stranger.stranger_id}
    assert who(store, device("phone")) == Known(whose.customer_id)


def test_guests_of_one_source_with_one_address_are_one_person_there(store):
    first = founded(store, guest("carla@example.it"), profile=told("Carla", "Denaro"))
    assert founded(store, guest("Carla@Example.it")) == first
    assert founded(store, guest("carla@example.it", "shopify:shop")) != first


def test_what_a_guest_typed_joins_nobody_else(store):
    link(store, ANNA, email("anna@example.it"))
    assert founded(store, guest("anna@example.it")) != ANNA
    assert who(store, email("anna@example.it")) == Known(ANNA)
    assert founded(store, account("77"), guest("anna@example.it")) != ANNA


def test_a_guests_word_brings_no_device_along(store):
    stranger = who(store, device("phone"))
    founded(store, guest("carla@example.it"), device("phone"))
    assert who(store, device("phone")) == stranger


def test_an_unverified_address_that_means_the_same_everywhere_is_no_name(store):
    link(store, ANNA, email("anna@example.it"))
    claim = Hint(IdentifierKind.EMAIL, "", "anna@example.it", verified=False)
    assert who(store, claim) is None
    assert isinstance(who(store, claim, device("evil")), Stranger)
    assert isinstance(who(store, user("evil"), claim), Stranger)
    assert owners(store) == {"anna@example.it": ANNA}


@pytest.mark.parametrize(
    "spelling", ["An.Na+scarpe@googlemail.com", "anna@gmail.com", " ANNA@GMAIL.COM ", "anna+x@gmail.com"]
)
def test_one_mailbox_is_one_name_however_it_is_written(store, spelling):
    link(store, ANNA, email("anna@gmail.com"))
    assert who(store, user("u1"), email(spelling)) == Known(ANNA)


def test_the_written_address_is_kept_beside_the_one_that_is_compared(store):
    founded(store, account("77"), email("Carla.D+web@gmail.com"))
    row = next(row for row in rows(store, identifier) if row.kind == "email")
    assert (row.value, row.written) == ("carlad@gmail.com", "Carla.D+web@gmail.com")


def test_a_family_shares_an_address_and_stays_a_family(store):
    ada = founded(store, account("1"), email("casa@example.it"), profile=told("Ada", "Conti"))
    ugo = founded(store, account("2"), email("casa@example.it"), profile=told("Ugo", "Conti"))
    assert ada != ugo
    other = "shopify:shop"
    assert founded(store, account("9", other), email("casa@example.it"), profile=told("Ugo", "Conti")) == ugo
    assert who(store, email("casa@example.it")) is None
    assert ("apart", "the same e-mail address, under another name") in deeds(store)


def test_two_accounts_of_one_source_are_two_people_where_no_name_says_otherwise(store):
    first = founded(store, account("1"), email("casa@example.it"))
    assert founded(store, account("2"), email("casa@example.it")) != first
    assert deeds(store) == [("apart", "the same e-mail address, of another account of the same source")]


def test_an_address_of_too_many_people_joins_nobody_any_more(store):
    names = ["Ada", "Ugo", "Pia", "Leo", "Eva"]
    for n, name in enumerate(names):
        founded(store, account(str(n)), email("negozio@example.it"), profile=told(name, "Conti"))
    assert len(names) > MOST_PEOPLE
    again = founded(
        store, account("9", "shopify:shop"), email("negozio@example.it"), profile=told("Ada", "Conti")
    )
    assert [row.customer_id for row in rows(store, identifier)].count(again) == 1 + 1, "account and address"
    assert ("apart", "the same e-mail address, shared by too many people") in deeds(store)


def test_a_landline_joins_only_with_the_name_and_a_mobile_number_without(store):
    mobile, home = phone("+393331112233"), phone("+390212345678")
    ada = founded(store, account("1"), mobile, home, profile=told("Ada", "Conti"))
    assert founded(store, account("1", "shopify:shop"), home) != ada
    assert founded(store, account("2", "shopify:shop"), mobile) == ada
    assert founded(store, account("3", "crm:x"), home, profile=told("Conti", "Ada")) == ada


def test_a_source_says_that_two_of_its_accounts_are_one(store):
    older = founded(store, account("1"), profile=told("Ada", "Conti"))
    younger = founded(store, account("2"), profile=told("Ada", "Conti"))
    assert founded(store, account("1"), same=[account("2")]) == older
    assert person(store, younger) == older
    assert founded(store, account("2")) == younger, "her records keep landing where they did"
    assert deeds(store) == [("merged", "the source says that these accounts are one")]


def test_a_stranger_whom_a_source_says_to_be_a_customer_is_she(store):
    stranger = who(store, account("2"), device("phone"))
    older = founded(store, account("1"))
    with store.write() as writer:
        whose = recognise(writer, [account("1")], same=[account("2")])
    assert whose == Known(older, frozenset({stranger.stranger_id}))
    assert who(store, account("2")) == Known(older)


def test_only_a_verified_word_says_that_two_accounts_are_one(store):
    older, younger = founded(store, account("1")), founded(store, account("2"))
    claim = Hint(IdentifierKind.USER, "woocommerce:shop", "2", verified=False)
    founded(store, account("1"), same=[claim])
    founded(store, claim, same=[account("1")])
    assert (person(store, older), person(store, younger)) == (older, younger)


def test_one_verified_address_and_one_name_make_two_customers_one(store):
    older = founded(store, account("1"), profile=told("Niccolò", "D'Amico"))
    younger = founded(store, account("1", "shopify:shop"), email("nic@example.it"), profile=told("Nic", ""))
    with store.write() as writer:
        writer.update("customer", younger, {"given_name": "NICCOLO'", "family_name": "Damico"})
    founded(store, account("1"), email("nic@example.it"), profile=told("Niccolò", "D'Amico"))
    assert person(store, younger) == older
    assert deeds(store) == [("merged", "the same e-mail address, verified, and the same name")]


def test_whom_a_person_took_apart_no_source_makes_one_again(store):
    older, younger = founded(store, account("1")), founded(store, account("2"))
    founded(store, account("1"), same=[account("2")])
    with store.write() as writer:
        unmerge(writer, younger, by="Sofia")
    founded(store, account("1"), same=[account("2")])
    assert person(store, younger) == younger
    assert person(store, older) == older


def test_a_login_on_a_device_of_her_other_record_shares_nothing(store):
    older, younger = founded(store, account("1"), device("phone")), founded(store, account("2"))
    founded(store, account("1"), same=[account("2")])
    assert who(store, account("2"), device("phone")) == Known(younger)
    assert who(store, device("phone")) == Known(older)


def test_who_has_had_many_devices_over_the_years_may_have_another(store):
    link(store, ANNA, user("u1"))
    long_ago = {"kind": "anonymous", "source": "web", "verified": True, "linked_at": NOW - 40 * 86_400_000}
    with store.write() as writer:
        for n in range(MOST_DEVICES):
            writer.insert("identifier", {"customer_id": ANNA, "value": f"old-{n}", **long_ago})
    who(store, user("u1"), device("new"))
    assert who(store, device("new")) == Known(ANNA)


def test_a_million_devices_of_one_login_are_not_all_remembered(store):
    link(store, ANNA, user("robot"))
    with store.write() as writer:
        for n in range(MOST_DEVICES + 20):
            recognise(writer, [user("robot"), device(f"d{n}")])
            recognise(writer, [user("nobody"), device(f"e{n}")])
    assert sum(row.kind == "anonymous" for row in rows(store, identifier)) == MOST_DEVICES
    with store.read() as conn:
        held = conn.execute(sa.select(sa.func.count()).select_from(stranger)).scalar()
    assert held == MOST_DEVICES + 1
