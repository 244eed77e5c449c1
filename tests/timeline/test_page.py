import pytest

from clienteling.consents import use_cases as consents
from clienteling.consents.values import How, Purpose
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item, Reason
from clienteling.promises import use_cases as promises
from clienteling.promises.values import PromiseKind
from clienteling.timeline.queries import page
from clienteling.timeline.values import Entry, EntryKind
from clienteling.vocabulary import Channel
from clienteling.wording import Wording
from tests.heard import heard
from tests.shop import AUTHOR, DAY, HOUR, MINUTE, NOW, Shop

YESTERDAY = NOW - DAY


def told(shop: Shop, wording: Wording, **more) -> list[Entry]:
    more.setdefault("associate_id", "sofia")
    return shop.read(lambda conn: page(conn, "giulia", wording=wording, **more))


def lines(entries: list[Entry]) -> list[tuple[str, str]]:
    return [(entry.title, entry.subtitle) for entry in entries]


@pytest.fixture
def evening(shop: Shop) -> Shop:
    """The evening before she comes: the advert, the chat, the looks and the basket in between."""
    at = YESTERDAY
    with shop.at_once():
        shop.event("advert", "advert", "advert_tapped", at, advert_title="Stringate d'autunno")
        shop.event(
            "price",
            "messenger",
            "message_in",
            at + 5 * MINUTE,
            "Quanto?",
            asked_product_id="nora",
            asked_price=True,
        )
        shop.event("reply", "messenger", "message_out", at + 9 * MINUTE, "159 euro", by_name="Sara")
        shop.event(
            "look 1", "web", "product_viewed", at + 11 * MINUTE, product_id="nora", variant_id="nora-black-39"
        )
        shop.event(
            "basket", "basket", "basket_added", at + 12 * MINUTE, product_id="alba", variant_id="alba-tan"
        )
        shop.event(
            "look 2", "web", "product_viewed", at + 14 * MINUTE, product_id="nora", variant_id="nora-black-39"
        )
        shop.event(
            "black",
            "messenger",
            "message_in",
            at + 20 * MINUTE,
            "Nero, 39?",
            asked_colour="black",
            asked_size="39",
        )
        shop.put(
            "promise",
            id="held",
            customer_id="giulia",
            kind="hold",
            product_id="nora",
            variant_id="nora-black-39",
            due_on="2026-11-27",
            state="open",
            channel="messenger",
            made_at=at + 25 * MINUTE,
            made_by_name="Sara, assistenza clienti",
            store_id="brera",
        )
    return shop


EVENING = [
    (
        "Ha chiesto prezzo e nero, numero 39",
        "Promesso: tenere un paio fino a venerdì · Sara, assistenza clienti",
    ),
    ("Ha guardato le stringate nere 2 volte", "Stringata Nora · sito"),
    ("Ha messo la borsa cuoio nel carrello e non ha comprato", "Borsa Tracolla Alba · sito"),
    ("Annuncio «Stringate d'autunno»", "annuncio"),
]


def test_an_evening_online_reads_as_four_lines(evening, italian):
    assert lines(told(evening, italian)) == EVENING


def test_the_same_evening_in_english(evening, english):
    assert [entry.title for entry in told(evening, english)] == [
        "Asked about the price and black, size 39",
        "Looked at Stringata Nora in black 2 times",
        "Put Borsa Tracolla Alba in tan in the basket and did not buy",
        "Advert “Stringate d'autunno”",
    ]


def test_a_promise_kept_says_so_in_the_chat_it_was_made_in(evening, italian):
    evening.write(lambda writer: promises.keep(writer, "held", author=AUTHOR))
    assert "fino a venerdì · mantenuta · Sara" in told(evening, italian)[0].subtitle


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_page_after_page_tells_everything_once(evening, italian, limit):
    entries: list[Entry] = []
    while found := told(
        evening, italian, limit=limit, before=(entries[-1].at, entries[-1].id) if entries else None
    ):
        entries += found
    assert lines(entries) == EVENING


def test_equal_instants_are_told_once_over_pages(shop, italian):
    with shop.at_once():
        for i in range(5):
            shop.event(f"e{i}", "web", "page_viewed", NOW)
    seen: list[str] = []
    before = None
    while found := told(shop, italian, limit=2, before=before):
        seen += [entry.id for entry in found]
        before = (found[-1].at, found[-1].id)
    assert seen == ["e4", "e3", "e2", "e1", "e0"]


@pytest.mark.parametrize(
    ("channel", "titles"),
    [
        (Channel.MESSENGER, [EVENING[0][0]]),
        (Channel.WEB, [EVENING[1][0]]),
        (Channel.BASKET, [EVENING[2][0]]),
        (Channel.SHOP, []),
        (Channel.CALL, []),
    ],
)
def test_one_channel_alone(evening, italian, channel, titles):
    assert [entry.title for entry in told(evening, italian, channel=channel)] == titles


@pytest.mark.parametrize(
    ("text", "found"), [("BORSA", 1), ("venerdi", 1), ("stringate", 2), ("sara", 1), ("zzz", 0), ("", 4)]
)
def test_search_within_ignores_case_and_accents(evening, italian, text, found):
    assert len(told(evening, italian, text=text)) == found


def test_what_was_bought_later_was_not_left(evening, italian):
    item = {"product_id": "alba", "variant_id": "alba-tan", "product_name": "Borsa Tracolla Alba"}
    evening.event("order", "order", "ordered", NOW, order_number="1042", price_cents=18_900, items=[item])
    assert lines(told(evening, italian))[0] == (
        "Ordine online: Borsa Tracolla Alba, €\u00a0189",
        "ordine 1042",
    )
    assert "Ha messo la borsa cuoio nel carrello" in [entry.title for entry in told(evening, italian)]


def test_messages_hours_apart_are_two_conversations(shop, italian):
    with shop.at_once():
        for i, at in enumerate((NOW, NOW - 2 * HOUR, NOW - 4 * HOUR - 1)):
            shop.event(f"m{i}", "whatsapp", "message_in", at, f"messaggio {i}")
    assert lines(told(shop, italian)) == [
        ("Ha scritto via WhatsApp", "«messaggio 0»"),
        ("Ha scritto via WhatsApp", "«messaggio 2»"),
    ]


def test_promises_without_a_chat_round_them_stand_alone(shop, italian):
    for day in (1, 2):
        shop.write(
            lambda writer, day=day: promises.make(
                writer,
                customer_id="giulia",
                kind=PromiseKind.OTHER,
                what=f"cosa {day}",
                channel=Channel.MESSENGER,
                author=AUTHOR,
            )
        )
    assert lines(told(shop, italian)) == [
        ("Promesso: cosa 2", "da mantenere · Sofia"),
        ("Promesso: cosa 1", "da mantenere · Sofia"),
    ]


def test_what_associates_record_says_who_where_and_whether_it_is_mine(shop, italian):
    shoes = Item(product_id="nora", variant_id="nora-black-39", price_cents=15_900)
    bag = Item(product_id="alba", variant_id="alba-tan", reason=Reason.COLOUR)
    for kind, items in (
        (InteractionKind.FITTING, (shoes,)),
        (InteractionKind.SALE, (shoes, bag)),
        (InteractionKind.NOT_BOUGHT, (bag,)),
        (InteractionKind.CALL, ()),
    ):
        made = Draft(kind=kind, customer_id="giulia", items=items)
        shop.write(lambda writer, made=made: interactions.record(writer, made, author=AUTHOR))
    entries = told(shop, italian)
    assert lines(entries) == [
        ("Telefonata", "Milano Brera · Sofia"),
        ("Non ha comprato la borsa cuoio: il colore", "Milano Brera · Sofia"),
        (
            "Acquisto: Stringata Nora, €\u00a0159",
            "non ha preso: la borsa cuoio (il colore) · Milano Brera · Sofia",
        ),
        ("Ha provato le stringate nere", "Milano Brera · Sofia"),
    ]
    assert all(entry.mine and entry.kind is EntryKind.INTERACTION for entry in entries)
    assert not any(entry.mine for entry in told(shop, italian, associate_id="luca"))
    assert [entry.title for entry in told(shop, italian, channel=Channel.CALL)] == ["Telefonata"]


def test_undone_and_corrected_records_are_marked(shop, italian):
    fitting = Draft(kind=InteractionKind.FITTING, customer_id="giulia")
    first, second = (
        shop.write(lambda writer: interactions.record(writer, fitting, author=AUTHOR)) for _ in range(2)
    )
    shop.write(lambda writer: interactions.undo(writer, first, author=AUTHOR))
    advice = Draft(kind=InteractionKind.ADVICE, customer_id="giulia")
    shop.write(lambda writer: interactions.correct(writer, second, advice, author=AUTHOR))
    marks = [(entry.title, entry.undone, entry.changed) for entry in told(shop, italian)]
    assert marks == [("Consulenza", False, True), ("Prova", True, False)]


def test_consents_are_told_with_their_channel(shop, italian):
    shop.put("consent_text", id="t", purpose="marketing", language="it", version="1", body="…")
    for granted, how in ((True, How.ONLINE), (False, How.TOLD)):
        shop.write(
            lambda writer, granted=granted, how=how: consents.record(
                writer,
                customer_id="giulia",
                purpose=Purpose.MARKETING_PHONE,
                granted=granted,
                text_id="t" if granted else "",
                how=how,
                author=AUTHOR,
            )
        )
    entries = told(shop, italian)
    assert [(entry.title, entry.channel) for entry in entries] == [
        ("Consenso revocato: marketing al telefono", Channel.SHOP),
        ("Consenso dato: marketing al telefono", Channel.WEB),
    ]


def test_a_first_no_takes_nothing_back(shop, italian):
    shop.write(
        lambda writer: consents.record(
            writer, customer_id="giulia", purpose=Purpose.PROFILING, granted=False, author=AUTHOR
        )
    )
    assert [entry.title for entry in told(shop, italian)] == ["Consenso non dato: profilazione"]


def test_words_of_a_newer_hub_are_told_plainly(shop, italian):
    shop.put(
        "event",
        id="new",
        customer_id="giulia",
        channel="hologram",
        kind="appeared",
        at=NOW,
        text="Ha salutato",
        detail={"quantity": "many"},
    )
    assert lines(told(shop, italian)) == [("Attività online", "«Ha salutato»")]


def test_ten_thousand_rows_are_read_a_page_at_a_time(shop, italian):
    with shop.at_once():
        for i in range(10_000):
            shop.event(f"e{i:05}", "web", "page_viewed", NOW - i * HOUR)
    with heard(shop.engine) as said:
        found = told(shop, italian, before=(NOW - 5_000 * HOUR, "e05000"))
    assert [entry.id for entry in found] == [f"e{i:05}" for i in range(5_001, 5_051)]
    assert 0 < len(said) < 15
