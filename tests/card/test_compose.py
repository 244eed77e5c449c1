import pytest

from clienteling.card.compose import customer_card
from clienteling.card.values import AlertKind, Card, ShelfTag
from clienteling.consents.values import Purpose
from clienteling.customers.values import Provenance
from clienteling.errors import UnknownRecord
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item, Reason
from clienteling.vocabulary import Channel
from tests.heard import heard, plans, scans
from tests.shop import AUTHOR, DAY, HOUR, MINUTE, NOW, Shop

YESTERDAY = NOW - DAY


@pytest.fixture
def story(shop: Shop) -> Shop:
    """What is known of Giulia as she walks in."""
    with shop.at_once():
        for purpose in ("service", "profiling"):
            shop.put(
                "consent",
                id=purpose,
                customer_id="giulia",
                purpose=purpose,
                granted=True,
                how="online",
                at=NOW - 90 * DAY,
            )
        shop.product("goodyear", "Stringata Nora Goodyear", "shoes", 22_900)
        shop.product("iris", "Cintura Iris", "belts", 6_900)
        shop.variant("goodyear", "black", "39", elsewhere=1)
        shop.variant("iris", "black", "85", elsewhere=1)
        pairs = (
            ("lia", "goes_with", 31, {}),
            ("iris", "goes_with", 60, {}),
            ("goodyear", "step_up", 0, {"it": "cucita"}),
        )
        for other, kind, together, argument in pairs:
            shop.put(
                "goes_with",
                id=f"nora+{other}",
                product_id="nora",
                other_product_id=other,
                kind=kind,
                together=together,
                receipts=94,
                argument=argument,
            )
        asked = {"asked_product_id": "nora", "asked_colour": "black", "asked_size": "39"}
        shop.event("chat", "messenger", "message_in", YESTERDAY, "Nero, 39?", **asked)
        for minute in (1, 2):
            shop.event(
                f"look {minute}", "web", "product_viewed", YESTERDAY + minute * MINUTE, product_id="nora"
            )
        shop.event(
            "basket", "basket", "basket_added", YESTERDAY + HOUR, product_id="alba", variant_id="alba-tan"
        )
        shop.put(
            "promise",
            id="held",
            customer_id="giulia",
            kind="hold",
            product_id="nora",
            variant_id="nora-black-39",
            due_on="2026-11-28",
            state="open",
            channel="messenger",
            made_at=YESTERDAY + MINUTE,
            made_by_name="Sara, assistenza clienti",
            store_id="brera",
        )
    return shop


def card(shop: Shop, wording, customer_id: str = "giulia") -> Card:
    return shop.read(
        lambda conn: customer_card(
            conn, customer_id, store_id="brera", associate_id="sofia", now=shop.now, wording=wording
        )
    )


def shelf(found: Card) -> list[tuple[ShelfTag, str, int]]:
    return [(item.tag, item.name, item.here) for item in found.shelf]


def test_she_walks_in(story, italian):
    found = card(story, italian)
    assert found.handover is not None
    assert found.handover.text == (
        "Vuole vedere le stringate nere, ha chiesto il 39. Le abbiamo promesso un paio fino a sabato."
    )
    assert (found.handover.channel, found.handover.promise_id) == (Channel.MESSENGER, "held")
    assert [alert.kind for alert in found.alerts] == [AlertKind.BIRTHDAY]
    assert [(p.id, p.made_by_name) for p in found.promises] == [("held", "Sara, assistenza clienti")]
    assert shelf(found) == [
        (ShelfTag.BASKET, "Borsa Tracolla Alba", 2),
        (ShelfTag.VIEWED, "Stringata Nora", 1),
        (ShelfTag.GOES_WITH, "Cintura Lia", 3),
        (ShelfTag.STEP_UP, "Stringata Nora Goodyear", 0),
    ]
    assert [item.reason for item in found.shelf] == ["", "", "chi compra Nora la prende: 1 su 3", "cucita"]
    assert found.shelf[1].times == 2
    assert {c.purpose: c.granted for c in found.consents} == {
        p: p in {Purpose.SERVICE, Purpose.PROFILING} for p in Purpose
    }
    assert len(found.timeline) == 5


def test_of_two_promises_the_one_about_what_she_asked_for_leads(story, italian):
    story.put(
        "promise",
        id="sooner",
        customer_id="giulia",
        kind="call",
        due_on="2026-11-23",
        state="open",
        made_at=NOW,
        store_id="brera",
    )
    found = card(story, italian)
    assert [promise.id for promise in found.promises] == ["sooner", "held"]
    assert found.handover is not None
    assert found.handover.promise_id == "held"


NO_PROFILING = {
    "withdrawn": [{"granted": False, "at": NOW}],
    "expired": [{"granted": True, "at": NOW - DAY, "expires_at": NOW}],
    "withdrawn elsewhere": [
        {"granted": False, "at": NOW - 2 * DAY},
        {"granted": True, "at": NOW, "follows": ""},
    ],
}


@pytest.mark.parametrize("how", NO_PROFILING)
def test_without_consent_to_profiling_nothing_is_suggested_nor_deduced(story, italian, how):
    story.put("preference", id="d", customer_id="giulia", kind="shoe_size", value="38", source="deduced")
    story.put("preference", id="t", customer_id="giulia", kind="colour", value="black", source="told")
    before = card(story, italian)
    assert {ShelfTag.GOES_WITH, ShelfTag.STEP_UP} < {item.tag for item in before.shelf}
    assert {fact.source for fact in before.facts} == {Provenance.DEDUCED, Provenance.TOLD}
    for number, answer in enumerate(NO_PROFILING[how]):
        story.put(
            "consent", id=f"no {number}", customer_id="giulia", purpose="profiling", how="told", **answer
        )
    found = card(story, italian)
    assert {item.tag for item in found.shelf} == {ShelfTag.BASKET, ShelfTag.VIEWED}
    assert {fact.source for fact in found.facts} == {Provenance.TOLD}


def test_what_she_bought_is_neither_suggested_nor_wanted_any_more(story, italian):
    sale = Draft(
        kind=InteractionKind.SALE,
        customer_id="giulia",
        items=(
            Item(product_id="nora", variant_id="nora-black-39", price_cents=15_900),
            Item(product_id="lia", price_cents=5_900),
            Item(product_id="alba", reason=Reason.COLOUR),
        ),
    )
    story.write(lambda writer: interactions.record(writer, sale, author=AUTHOR))
    found = card(story, italian)
    assert [(p.name, p.store_name) for p in found.purchases] == [
        ("Stringata Nora", "Milano Brera"),
        ("Cintura Lia", "Milano Brera"),
    ]
    assert [(tag, name) for tag, name, _ in shelf(found)] == [
        (ShelfTag.BASKET, "Borsa Tracolla Alba"),
        (ShelfTag.GOES_WITH, "Cintura Iris"),
    ]
    assert found.handover is not None
    assert found.promises == ()
    assert found.handover.text == "L'ultima volta ha comprato le stringate nere."


def test_an_undone_sale_leaves_no_trace_on_the_card(story, italian):
    before = card(story, italian)
    sale = Draft(kind=InteractionKind.SALE, customer_id="giulia", items=(Item(product_id="nora"),))
    mistaken = story.write(lambda writer: interactions.record(writer, sale, author=AUTHOR))
    story.write(lambda writer: interactions.undo(writer, mistaken, author=AUTHOR))
    after = card(story, italian)
    assert (after.purchases, after.shelf, after.handover) == (before.purchases, before.shelf, before.handover)


@pytest.mark.parametrize(("later", "open_"), [(None, True), (InteractionKind.CALL, False)])
def test_a_complaint_is_open_until_something_was_done(story, italian, later, open_):
    for kind in (InteractionKind.COMPLAINT, *([later] if later else [])):
        made = Draft(kind=kind, customer_id="giulia")
        story.write(lambda writer, made=made: interactions.record(writer, made, author=AUTHOR))
    kinds = {alert.kind for alert in card(story, italian).alerts}
    assert (AlertKind.COMPLAINT_OPEN in kinds) is open_


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (InteractionKind.FITTING, "L'ultima volta ha provato le stringate nere."),
        (InteractionKind.SALE, "L'ultima volta ha comprato le stringate nere."),
        (InteractionKind.ADVICE, None),
    ],
)
def test_the_last_visit_is_remembered_when_nothing_newer_is_heard(shop, italian, kind, line):
    made = Draft(
        kind=kind, customer_id="giulia", items=(Item(product_id="nora", variant_id="nora-black-39"),)
    )
    shop.write(lambda writer: interactions.record(writer, made, author=AUTHOR))
    shop.now += 30 * DAY
    found = card(shop, italian).handover
    assert (found.text if found else None) == line


def test_a_customer_of_whom_nothing_is_known_has_a_card_too(shop, italian):
    shop.put("customer", id="new", provisional=True)
    found = card(shop, italian, "new")
    assert (found.handover, found.shelf, found.timeline) == (None, (), ())
    assert [alert.kind for alert in found.alerts] == [AlertKind.PROVISIONAL]


def test_of_whom_only_the_code_is_known_it_is_not_said_that_nobody_has_asked_her(shop, italian):
    shop.put("customer", id="new", provisional=True)
    assert card(shop, italian, "new").next is None
    shop.put("customer", id="here", given_name="Ada")
    assert card(shop, italian, "here").next.topic == "service"


def test_a_customer_who_is_not_here_is_said_to_be_unknown(shop, italian):
    with pytest.raises(UnknownRecord):
        card(shop, italian, "nobody")


def test_the_card_takes_few_queries_all_by_index(story, italian):
    with heard(story.engine) as said:
        card(story, italian)
    assert 0 < len(said) <= 42
    assert scans(plans(story.engine, said)) <= {"SCAN store"}
