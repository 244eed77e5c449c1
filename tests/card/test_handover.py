import pytest

from clienteling.card.handover import Asked, Interest, LastVisit, Signals, handover
from clienteling.card.reached import Call, Request
from clienteling.catalog.products import Product
from clienteling.promises.values import PromiseKind, PromiseView
from clienteling.vocabulary import Channel
from tests.shop import DAY, NOW

SHOES = Product(product_id="nora", name="Stringata Nora", family="shoes")
BAG = Product(product_id="alba", name="Borsa Tracolla Alba", family="bags", colour="tan")
YESTERDAY = NOW - DAY

ASKED = Asked(at=YESTERDAY, channel=Channel.MESSENGER, product=SHOES, colour="black", size="39")
HELD = PromiseView(
    id="held",
    customer_id="giulia",
    kind=PromiseKind.HOLD,
    product_id="nora",
    product_name="Stringata Nora",
    colour="black",
    size="39",
    due_on="2026-11-28",
    channel="messenger",
    made_at=YESTERDAY,
)
CALL = PromiseView(id="call", customer_id="giulia", kind=PromiseKind.CALL, due_on="2026-11-24", made_at=NOW)
BASKET = Interest(at=YESTERDAY, product=BAG)
VIEWED = Interest(at=YESTERDAY, product=SHOES, times=2)
TRIED = LastVisit(at=NOW - 60 * DAY, tried=SHOES)


@pytest.mark.parametrize(
    ("signals", "text"),
    [
        (
            Signals(asked=ASKED, promise=HELD),
            "Vuole vedere le stringate nere, ha chiesto il 39. Le abbiamo promesso un paio fino a sabato.",
        ),
        (
            Signals(asked=ASKED, basket=BASKET),
            "Vuole vedere le stringate nere, ha chiesto il 39. Ha lasciato la borsa cuoio nel carrello.",
        ),
        (
            Signals(asked=ASKED, promise=CALL),
            (
                "Vuole vedere le stringate nere, ha chiesto il 39. "
                "Le abbiamo promesso di chiamarla entro martedì."
            ),
        ),
        (
            Signals(asked=Asked(at=YESTERDAY, channel=Channel.INSTAGRAM, product=SHOES)),
            "Vuole vedere le stringate.",
        ),
        (Signals(asked=Asked(at=YESTERDAY, channel=Channel.INSTAGRAM, size="39")), "Ha chiesto il 39."),
        (
            Signals(asked=Asked(at=YESTERDAY, channel=Channel.INSTAGRAM, colour="tan")),
            "Ha chiesto qualcosa in cuoio.",
        ),
        (
            Signals(promise=HELD, basket=BASKET),
            (
                "Le abbiamo promesso le stringate nere 39 fino a sabato. "
                "Ha lasciato la borsa cuoio nel carrello."
            ),
        ),
        (Signals(basket=BASKET, viewed=VIEWED), "Ha lasciato la borsa cuoio nel carrello."),
        (Signals(viewed=VIEWED, visit=TRIED), "Ha guardato le stringate sul sito 2 volte."),
        (
            Signals(viewed=Interest(at=YESTERDAY, product=SHOES), visit=TRIED),
            "Ha guardato le stringate sul sito.",
        ),
        (
            Signals(asked=Asked(at=YESTERDAY, channel=Channel.WHATSAPP), visit=TRIED),
            "Ha scritto via WhatsApp.",
        ),
        (
            Signals(request=Request(YESTERDAY, "Tacco rotto"), promise=CALL),
            "Aspetta l'assistenza: «Tacco rotto». Le abbiamo promesso di chiamarla entro martedì.",
        ),
        (
            Signals(asked=ASKED, request=Request(YESTERDAY, "Tacco rotto")),
            "Vuole vedere le stringate nere, ha chiesto il 39.",
        ),
        (Signals(request=Request(YESTERDAY), visit=TRIED), "Aspetta una risposta dall'assistenza."),
        (
            Signals(asked=Asked(at=YESTERDAY, channel=Channel.HELP_DESK), visit=TRIED),
            "Ha scritto all'assistenza.",
        ),
        (
            Signals(call=Call(YESTERDAY, missed=True), visit=TRIED),
            "Ha telefonato senza avere risposta.",
        ),
        (
            Signals(call=Call(NOW, missed=False), asked=Asked(at=YESTERDAY, channel=Channel.WHATSAPP)),
            "Ha telefonato.",
        ),
        (
            Signals(call=Call(YESTERDAY, missed=False), asked=Asked(at=NOW, channel=Channel.WHATSAPP)),
            "Ha scritto via WhatsApp.",
        ),
        (Signals(visit=TRIED), "L'ultima volta ha provato le stringate."),
        (
            Signals(visit=LastVisit(at=YESTERDAY, bought=BAG)),
            "L'ultima volta ha comprato la borsa cuoio.",
        ),
    ],
)
def test_the_handover_line(italian, signals, text):
    line = handover(signals, NOW, italian)
    assert line is not None
    assert line.text == text


@pytest.mark.parametrize(
    "stale",
    [
        Signals(),
        Signals(asked=Asked(at=NOW - 31 * DAY, channel=Channel.MESSENGER, product=SHOES)),
        Signals(basket=Interest(at=NOW - 31 * DAY, product=BAG)),
        Signals(viewed=Interest(at=NOW - 15 * DAY, product=BAG)),
        Signals(visit=LastVisit(at=NOW - 91 * DAY, tried=BAG)),
        Signals(visit=LastVisit(at=YESTERDAY)),
        Signals(request=Request(NOW - 31 * DAY)),
        Signals(call=Call(NOW - 8 * DAY, missed=True)),
        Signals(call=Call(YESTERDAY, missed=True), came_at=NOW),
    ],
)
def test_nothing_is_said_from_what_is_long_past(italian, stale):
    assert handover(stale, NOW, italian) is None


def test_the_line_leads_to_its_promise_product_and_channel(italian):
    line = handover(Signals(asked=ASKED, promise=HELD), NOW, italian)
    assert line is not None
    assert (line.promise_id, line.product_id, line.channel, line.at) == (
        "held",
        "nora",
        Channel.MESSENGER,
        YESTERDAY,
    )


@pytest.mark.parametrize(
    ("came_at", "answered"), [(YESTERDAY + 1, True), (YESTERDAY - 1, False), (NOW, False)]
)
def test_a_question_is_answered_by_a_later_visit_not_by_the_one_that_is_going_on(italian, came_at, answered):
    line = handover(Signals(asked=ASKED, basket=BASKET, came_at=came_at), NOW, italian)
    assert line is not None
    assert ("Vuole vedere" not in line.text) is answered


def test_in_english(english):
    line = handover(Signals(asked=ASKED, promise=HELD), NOW, english)
    assert line is not None
    assert line.text == (
        "Wants to see Stringata Nora in black, asked for size 39. We promised her a pair until Saturday."
    )


@pytest.mark.parametrize(
    ("signals", "text"),
    [
        (Signals(request=Request(YESTERDAY, "Broken heel")), "Waits for the help desk: “Broken heel”."),
        (Signals(request=Request(YESTERDAY)), "Waits for an answer of the help desk."),
        (Signals(call=Call(YESTERDAY, missed=True)), "Telephoned; nobody answered."),
        (Signals(call=Call(YESTERDAY, missed=False)), "Telephoned."),
        (Signals(asked=Asked(at=YESTERDAY, channel=Channel.HELP_DESK)), "Wrote to the help desk."),
    ],
)
def test_calls_and_requests_in_english(english, signals, text):
    line = handover(signals, NOW, english)
    assert line is not None
    assert line.text == text
