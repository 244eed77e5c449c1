"""One person with two records: whatever is read of her is read of both, by either id."""

from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clienteling.appointments.queries import expected
from clienteling.card.compose import customer_card
from clienteling.card.values import AlertKind, ShelfTag
from clienteling.codes.signed import sign
from clienteling.codes.values import Claim
from clienteling.consents import queries as consents
from clienteling.consents import use_cases as consenting
from clienteling.consents.values import Purpose
from clienteling.customers import use_cases as customers
from clienteling.customers.aliases import Her, her, together
from clienteling.customers.queries import recent
from clienteling.customers.search import search
from clienteling.customers.values import Provenance, Tier
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.today import today
from clienteling.interactions.values import Draft, InteractionKind, Item
from clienteling.notes import use_cases as notes
from clienteling.promises import queries as promises
from clienteling.scan.resolve import resolve
from clienteling.scan.values import CustomerFound, FoundBy
from tests.shop import AUTHOR, DAY, NOW, Shop

MERGED_AT = NOW - 10 * DAY


@pytest.fixture
def joined(shop: Shop) -> Shop:
    """Giulia, and `web`: an account that turned out to be hers."""
    with shop.at_once():
        shop.put(
            "customer",
            id="web",
            given_name="Giulia",
            family_name="Ferraris Conti",
            email="giuliaf@example.com",
            phone="+393337654321",
            card_number="2900000000026",
            tier="silver",
            since_on="2019-05-01",
        )
        shop.put("customer_alias", id="web", customer_id="giulia", joined_to="giulia", merged_at=MERGED_AT)
    return shop


def of_web(shop: Shop, table: str, **values: object) -> None:
    shop.put(table, **{"customer_id": "web", **values})


def card(shop: Shop, wording, customer_id: str = "web"):
    asked = {"store_id": AUTHOR.store_id, "associate_id": AUTHOR.associate_id, "now": NOW, "wording": wording}
    return shop.read(lambda conn: customer_card(conn, customer_id, **asked))


def test_either_id_opens_the_same_card(joined, english):
    assert card(joined, english, "web") == card(joined, english, "giulia")
    assert card(joined, english).customer.id == "giulia"


def test_the_card_is_the_standing_records_with_its_blanks_filled(joined, english):
    known = card(joined, english).customer
    assert known.email == "giulia.ferraris@example.it"
    assert (known.tier, known.since_on, known.records) == (Tier.GOLD, "2019-05-01", 2)


def test_a_blank_of_the_standing_record_is_what_the_other_says(joined, english):
    joined.put("customer", id="bare", given_name="Ada")
    joined.put("customer_alias", id="giulia", customer_id="bare", joined_to="bare", merged_at=MERGED_AT)
    known = card(joined, english, "bare").customer
    assert (known.given_name, known.family_name, known.phone) == ("Ada", "Ferraris", "+393331234567")


def test_everything_that_was_recorded_with_the_other_record_is_on_her_card(joined, english):
    with joined.at_once():
        of_web(
            joined,
            "event",
            id="e",
            channel="messenger",
            kind="message_in",
            at=NOW - DAY,
            text="39?",
            detail={},
        )
        of_web(
            joined,
            "event",
            id="b",
            channel="basket",
            kind="basket_added",
            at=NOW - DAY,
            detail={"product_id": "alba"},
        )
        of_web(
            joined,
            "event",
            id="o",
            channel="order",
            kind="ordered",
            at=NOW - 5 * DAY,
            detail={"items": [{"product_id": "lia", "price_cents": 5900}]},
        )
        of_web(joined, "preference", id="p", kind="shoe_size", value="39", source="told", said_at=NOW - DAY)
        of_web(
            joined,
            "promise",
            id="h",
            kind="call",
            what="x",
            state="open",
            made_at=NOW - DAY,
            due_on="2026-11-01",
        )
        of_web(joined, "consent", id="c", purpose="service", granted=True, how="online", at=NOW - DAY)
        of_web(joined, "note", id="n", body="likes tea", visibility="everybody", at=NOW - DAY)
    found = card(joined, english, "giulia")
    assert [item.product_id for item in found.shelf if item.tag is ShelfTag.BASKET] == ["alba"]
    assert [bought.product_id for bought in found.purchases] == ["lia"]
    assert [(f.value, f.source) for f in found.facts] == [("39", Provenance.TOLD)]
    assert [promise.id for promise in found.promises] == ["h"]
    assert {"e", "b", "o", "h", "c", "n"} <= {entry.id for entry in found.timeline}
    assert [alert.kind for alert in found.alerts] == [AlertKind.PROMISE_OVERDUE, AlertKind.BIRTHDAY]
    assert found.handover is not None


def test_taken_apart_each_has_what_was_hers_and_what_came_since(joined, english):
    joined.write(lambda w: notes.write(w, customer_id="web", body="came after", author=AUTHOR))
    with joined.at_once():
        joined._connection.exec_driver_sql("delete from customer_alias")
    assert [e.title for e in card(joined, english, "web").timeline] == ["came after"]
    assert card(joined, english, "giulia").timeline == ()


@pytest.mark.parametrize(
    "typed", ["Ferraris Conti", "3337654321", "giuliaf@example.com", "2900000000026", "Ferraris", "333123"]
)
def test_her_old_names_numbers_and_addresses_find_her_once(joined, typed):
    found = joined.read(lambda conn: search(conn, typed))
    assert [hit.id for hit in found] == ["giulia"]


def test_who_was_opened_by_either_id_is_one_of_the_recent_ones(joined):
    with joined.at_once():
        joined.put("customer", id="ada", given_name="Ada")
    for customer_id in ("web", "ada", "giulia"):
        joined.write(lambda w, i=customer_id: customers.mark_opened(w.connection, i, w.now))
    assert [hit.id for hit in joined.read(lambda conn: recent(conn, 2))] == ["giulia", "ada"]


def test_her_old_card_opens_her_and_is_nobody_elses(joined):
    joined.put("identifier", id="i", customer_id="giulia", kind="card", value="2900000000026", verified=True)
    assert joined.read(lambda conn: resolve(conn, "2900000000026", NOW)) == CustomerFound(
        "giulia", FoundBy.CARD
    )


def test_a_visit_goes_on_by_either_id_and_a_sale_keeps_what_was_held_for_the_other(joined):
    held = {"kind": "hold", "product_id": "nora", "state": "open", "made_at": NOW - DAY, "store_id": "brera"}
    of_web(joined, "promise", id="h", **held)
    joined.write(
        lambda w: interactions.record(w, Draft(kind=InteractionKind.VISIT, customer_id="web"), author=AUTHOR)
    )
    sold = Draft(
        kind=InteractionKind.SALE, customer_id="giulia", items=(Item(product_id="nora", bought=True),)
    )
    joined.write(lambda w: interactions.record(w, sold, author=AUTHOR))
    assert len({row["visit_id"] for row in joined.rows("interaction")}) == 1
    assert [row["state"] for row in joined.rows("promise")] == ["kept"]


def test_the_day_and_what_is_due_name_her_by_the_record_that_stands(joined):
    of_web(joined, "promise", id="h", kind="call", state="open", due_on="2026-11-22", store_id="brera")
    joined.write(
        lambda w: interactions.record(w, Draft(kind=InteractionKind.VISIT, customer_id="web"), author=AUTHOR)
    )
    due = joined.read(lambda conn: promises.due(conn, "brera", date(2026, 11, 22)))
    assert [(one.customer_id, one.customer_name) for one in due] == [("giulia", "Giulia Ferraris")]
    came = joined.read(lambda conn: today(conn, "brera", NOW - DAY, NOW + DAY)).visitors
    assert [(one.customer_id, one.name) for one in came] == [("giulia", "Giulia Ferraris")]


@pytest.mark.parametrize(("withdrawn", "granted"), [("web", "giulia"), ("giulia", "web")])
def test_a_withdrawal_with_one_record_outweighs_a_later_yes_that_did_not_know_of_it(
    joined, withdrawn, granted
):
    with joined.at_once():
        for record_id, customer_id, yes, at in (
            ("no", withdrawn, False, MERGED_AT - 2 * DAY),
            ("yes", granted, True, MERGED_AT - DAY),
        ):
            joined.put(
                "consent",
                id=record_id,
                customer_id=customer_id,
                purpose="marketing_email",
                granted=yes,
                at=at,
            )
    assert not joined.read(lambda conn: consents.may(conn, "giulia", Purpose.MARKETING_EMAIL, NOW))
    assert not joined.read(lambda conn: consents.may(conn, "web", Purpose.MARKETING_EMAIL, NOW))


def test_a_yes_after_the_records_were_joined_counts_again(joined):
    with joined.at_once():
        of_web(joined, "consent", id="no", purpose="marketing_email", granted=False, at=MERGED_AT - DAY)
        joined.put(
            "consent",
            id="yes",
            customer_id="giulia",
            purpose="marketing_email",
            granted=True,
            at=MERGED_AT + DAY,
        )
    assert joined.read(lambda conn: consents.may(conn, "web", Purpose.MARKETING_EMAIL, NOW))


def test_a_yes_given_in_the_shop_knows_of_what_she_said_with_the_other_record(joined):
    of_web(joined, "consent", id="no", purpose="profiling", granted=False, at=NOW - DAY)
    joined.put("consent_text", id="profiling/it/1", purpose="profiling", language="it", version="1")
    yes = {"purpose": Purpose.PROFILING, "granted": True, "text_id": "profiling/it/1", "author": AUTHOR}
    joined.write(lambda w: consenting.record(w, customer_id="giulia", **yes))
    assert joined.read(lambda conn: consents.may(conn, "web", Purpose.PROFILING, NOW + DAY))


def test_an_alias_whose_record_has_not_come_yet_is_shown_for_itself(shop, english):
    shop.put("customer_alias", id="giulia", customer_id="elsewhere", joined_to="elsewhere", merged_at=NOW)
    assert card(shop, english, "giulia").customer.full_name == "Giulia Ferraris"
    assert [hit.id for hit in shop.read(lambda conn: search(conn, "Ferraris"))] == ["giulia"]
    of = {"kind": "call", "state": "open", "due_on": "2026-11-22", "store_id": "brera"}
    shop.put("promise", id="h", customer_id="giulia", **of)
    due = shop.read(lambda conn: promises.due(conn, "brera", date(2026, 11, 22)))
    assert [one.customer_name for one in due] == ["Giulia Ferraris"]


def test_a_ring_that_nobody_should_have_made_is_read_without_end_or_loss(shop, english):
    """Two hubs that were one database's copy could; no reading follows from alias to alias."""
    with shop.at_once():
        shop.put("customer", id="web", given_name="Giulia")
        shop.put("customer_alias", id="web", customer_id="giulia", joined_to="giulia", merged_at=NOW)
        shop.put("customer_alias", id="giulia", customer_id="web", joined_to="web", merged_at=NOW)
    for customer_id in ("web", "giulia"):
        assert card(shop, english, customer_id).customer.records == 2
    assert len(shop.read(lambda conn: search(conn, "Giulia"))) >= 1


def test_one_by_one_and_many_at_once_say_the_same(joined):
    joined.put("customer_alias", id="old", customer_id="giulia", joined_to="web", merged_at=MERGED_AT + 1)
    ids = ("web", "giulia", "old", "nobody")
    many = joined.read(lambda conn: together(conn, ids))
    assert many == {i: joined.read(lambda conn, i=i: her(conn, i)) for i in ids}
    assert many["web"] == Her("giulia", ("giulia", "web", "old"), {"web": MERGED_AT, "old": MERGED_AT + 1})
    assert joined.read(lambda conn: together(conn, ["web"])) == {"web": many["web"]}


def test_the_code_of_either_record_opens_her(joined):
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    old, stands = "0190a5b2-7c11-7d3e-8f00-0000000000a1", "0190a5b2-7c11-7d3e-8f00-0000000000a0"
    with joined.at_once():
        public = key.public_key().public_bytes_raw().hex()
        joined.put("code_key", id="1", retailer="c1e27e11", public_key=public)
        for customer_id in (old, stands):
            joined.put("customer", id=customer_id)
        joined.put("customer_alias", id=old, customer_id=stands, joined_to=stands, merged_at=NOW)
    for customer_id in (old, stands):
        code = sign(key, Claim(1, "c1e27e11", customer_id, 1))
        found = joined.read(lambda conn, code=code: resolve(conn, code, NOW))
        assert found == CustomerFound(stands, FoundBy.CODE)


def test_what_is_to_be_done_for_her_and_when_she_comes_is_hers_by_either_id(joined, english):
    of_web(joined, "task", id="t", kind="call", state="open", store_id="brera", made_at=NOW)
    of_web(joined, "task", id="done", kind="call", state="done", store_id="brera", closed_at=NOW)
    of_web(
        joined,
        "appointment",
        id="a",
        title="Fitting",
        at=NOW + DAY,
        made_at=NOW,
        state="booked",
        store_id="brera",
    )
    found = card(joined, english, "giulia")
    assert [(task.id, task.customer_id) for task in found.tasks] == [("t", "giulia")]
    assert AlertKind.APPOINTMENT in {alert.kind for alert in found.alerts}
    assert {"done", "a"} <= {entry.id for entry in found.timeline}
    [expected_] = joined.read(lambda conn: expected(conn, "brera", NOW, NOW + 2 * DAY))
    assert (expected_.customer_id, expected_.name) == ("giulia", "Giulia Ferraris")
