import pytest

from clienteling.timeline.queries import page
from tests.shop import NOW

BAG = {"product_id": "alba", "variant_id": "alba-tan"}


@pytest.mark.parametrize(
    ("happened", "line"),
    [
        (("advert_tapped", "", {}), ("Ha toccato un annuncio", "annuncio")),
        (("page_viewed", "", {}), ("Ha visitato il sito", "sito")),
        (("signed_up", "", {}), ("Registrazione sul sito", "sito")),
        (("product_searched", "borsa", {}), ("Ha cercato «borsa»", "sito")),
        (("product_searched", "", {}), ("Ha cercato sul sito", "sito")),
        (("email_opened", "Novità", {}), ("Ha aperto l'e-mail «Novità»", "sito")),
        (("product_viewed", "", BAG), ("Ha guardato la borsa cuoio", "Borsa Tracolla Alba · sito")),
        (("product_viewed", "", {}), ("Ha guardato un articolo", "sito")),
        (("product_viewed", "", {"product_name": "Kimono Aki"}), ("Ha guardato Kimono Aki", "sito")),
        (("basket_removed", "", BAG), ("Ha tolto la borsa cuoio dal carrello", "Borsa Tracolla Alba · sito")),
        (
            ("wish_added", "", BAG),
            ("Ha messo la borsa cuoio nella lista dei desideri", "Borsa Tracolla Alba · sito"),
        ),
        (("ordered", "", {"order_number": "7"}), ("Ordine online", "ordine 7")),
        (
            ("ordered", "", {"items": [BAG, {"product_id": "lia"}]}),
            ("Ordine online: Borsa Tracolla Alba e Cintura Lia", "sito"),
        ),
        (("refunded", "", {"items": [BAG]}), ("Rimborso: Borsa Tracolla Alba", "sito")),
        (("email_opened", "Novità", BAG), ("Ha aperto l'e-mail «Novità»", "Borsa Tracolla Alba · sito")),
        (("order_shipped", "", {"order_number": "7"}), ("Ordine online spedito", "ordine 7")),
        (("order_cancelled", "", {"items": [BAG]}), ("Ordine annullato: Borsa Tracolla Alba", "sito")),
        (("commented", "Che belle!", {}), ("Ha commentato «Che belle!»", "sito")),
        (("email_sent", "Novità", {}), ("Ha ricevuto l'e-mail «Novità»", "sito")),
        (("email_clicked", "Novità", {}), ("Ha seguito un link nell'e-mail «Novità»", "sito")),
        (("email_bounced", "", {}), ("Un'e-mail non le è arrivata", "sito")),
        (("call_in", "", {"seconds": 185}), ("Ha telefonato", "3 minuti")),
        (("call_in", "", {"seconds": 185, "by_name": "Sara"}), ("Ha telefonato", "3 minuti · Sara")),
        (("call_in", "", {"seconds": 12, "by_name": "Sara"}), ("Ha telefonato", "Sara")),
        (("call_out", "", {"seconds": 20}), ("L'abbiamo chiamata", "sito")),
        (("call_missed", "", {}), ("Ha telefonato senza risposta", "sito")),
        (("ticket_opened", "Tacco", {"ticket": "141"}), ("Ha scritto all'assistenza: «Tacco»", "ticket 141")),
        (("ticket_solved", "", {}), ("L'assistenza ha chiuso la richiesta", "sito")),
        (("other", "", {}), ("Attività online", "sito")),
        (("list_viewed", "Scarpe: nero, 39", {}), ("Ha sfogliato «Scarpe: nero, 39»", "sito")),
        (("promotion_tapped", "Saldi", {}), ("Ha toccato la promozione «Saldi»", "sito")),
        (("basket_viewed", "", {"items": [BAG]}), ("Ha guardato il carrello: Borsa Tracolla Alba", "sito")),
        (
            ("checkout_started", "", {"items": [BAG]}),
            ("È andata alla cassa online con Borsa Tracolla Alba", "sito"),
        ),
        (("coupon_used", "MAGGIO", {}), ("Ha usato il buono sconto «MAGGIO»", "sito")),
        (("coupon_refused", "", {}), ("Ha provato un buono sconto che non valeva", "sito")),
        (("product_shared", "", {}), ("Ha mostrato un articolo a qualcuno", "sito")),
        (("reviewed", "Comoda", {"product_name": "Nora"}), ("Ha recensito Nora", "«Comoda»")),
    ],
)
def test_each_event_has_its_words(shop, italian, happened, line):
    kind, text, detail = happened
    shop.event("e", "web", kind, NOW, text, **detail)
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert (entry.title, entry.subtitle) == line


@pytest.mark.parametrize(
    ("detail", "title"),
    [
        ({"items": [BAG], "elsewhere": "120.00 USD"}, "Ordine online: Borsa Tracolla Alba, 120.00 USD"),
        ({"items": [BAG], "price_cents": 12000}, "Ordine online: Borsa Tracolla Alba, €\xa0120"),
    ],
)
def test_an_order_in_another_currency_says_which(shop, italian, detail, title):
    shop.event("e", "order", "ordered", NOW, **detail)
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert entry.title == title


@pytest.mark.parametrize(
    ("detail", "title"),
    [({"items": [BAG]}, "Acquisto in cassa: Borsa Tracolla Alba"), ({}, "Acquisto in cassa")],
)
def test_what_the_shops_own_till_told_is_no_online_order(shop, italian, detail, title):
    shop.event("e", "shop", "ordered", NOW, **detail)
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert entry.title == title


def test_an_advert_told_by_the_chat_it_opened(shop, italian):
    shop.put(
        "event",
        id="e",
        customer_id="giulia",
        channel="advert",
        kind="advert_tapped",
        at=NOW,
        detail={"advert_title": "Autunno"},
        source="instagram:17",
    )
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert (entry.title, entry.subtitle) == ("Annuncio «Autunno»", "Instagram · ha aperto la chat")


@pytest.mark.parametrize(
    ("kind", "detail", "title"),
    [
        ("message_in", {"asked_product_id": "nora"}, "Ha chiesto le stringate"),
        ("message_in", {"asked_size": "39"}, "Ha chiesto il 39"),
        ("message_in", {"asked_colour": "tan"}, "Ha chiesto cuoio"),
        ("message_out", {"by_name": "Sara"}, "Abbiamo scritto via Messenger"),
    ],
)
def test_a_chat_is_called_by_what_was_asked(shop, italian, kind, detail, title):
    shop.event("m", "messenger", kind, NOW, "parole " * 40, **detail)
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert entry.title == title
    assert entry.subtitle.endswith("parole…»")


@pytest.mark.parametrize(
    ("media", "line"),
    [
        ("image", "Immagine"),
        ("audio", "Messaggio vocale"),
        ("sticker", "Adesivo"),
        ("location", "Luogo sulla mappa"),
        ("of tomorrow", "Messaggio che qui non si può mostrare"),
    ],
)
def test_a_message_without_words_says_what_it_is(shop, italian, media, line):
    shop.event("m", "whatsapp", "message_in", NOW, "", media=media)
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert (entry.title, entry.subtitle) == ("Ha scritto via WhatsApp", line)


def test_a_caption_says_more_than_that_it_is_a_picture(shop, italian):
    shop.event("m", "whatsapp", "message_in", NOW, "queste", media="image")
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert entry.subtitle == "«queste»"


@pytest.mark.parametrize(
    ("reached", "line"), [("", "«Sì»"), ("read", "«Sì» · letto"), ("failed", "«Sì» · non arrivato")]
)
def test_whether_she_has_read_the_shops_last_word_is_told(shop, italian, reached, line):
    shop.event("m", "whatsapp", "message_out", NOW, "Sì", reached=reached)
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert entry.subtitle == line


def test_once_she_has_answered_nobody_asks_whether_she_has_read_it(shop, italian):
    shop.event("m", "whatsapp", "message_out", NOW - 1_000, "Sì", reached="read")
    shop.event("n", "whatsapp", "message_in", NOW, "Grazie")
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert entry.subtitle == "«Grazie»"


@pytest.mark.parametrize(
    ("kind", "title"),
    [("message_in", "Ha scritto all'assistenza"), ("message_out", "L'assistenza le ha scritto")],
)
def test_what_is_written_on_a_ticket_is_one_conversation_with_the_help_desk(shop, italian, kind, title):
    shop.event("a", "help_desk", kind, NOW, "Il tacco si è staccato", ticket="141")
    shop.event("b", "help_desk", "message_out", NOW - 60_000, "Buongiorno", ticket="141", by_name="Sara")
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert (entry.title, entry.subtitle) == (title, "«Il tacco si è staccato»")


def test_what_is_written_on_a_ticket_in_english(shop, english):
    shop.event("a", "help_desk", "message_in", NOW, "The heel broke", ticket="141")
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=english, associate_id="sofia"))
    assert entry.title == "Wrote to the help desk"


def test_an_email_that_was_got_opened_and_followed_is_one_line(shop, italian):
    for place, kind in enumerate(("email_sent", "email_clicked", "email_opened")):
        shop.event(kind, "email", kind, NOW + place * 60_000, "Saldi")
    shop.event("other", "email", "email_sent", NOW - 60_000, "Novità")
    shop.event("bounced", "email", "email_bounced", NOW + 90_000, "Saldi")
    entries = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert [(entry.title, entry.at) for entry in entries] == [
        ("Ha seguito un link nell'e-mail «Saldi»", NOW + 120_000),
        ("L'e-mail «Saldi» non le è arrivata", NOW + 90_000),
        ("Ha ricevuto l'e-mail «Novità»", NOW - 60_000),
    ]


def test_an_email_that_is_opened_days_later_is_told_again(shop, italian):
    shop.event("a", "email", "email_sent", NOW - 3 * 86_400_000, "Saldi")
    shop.event("b", "email", "email_opened", NOW, "Saldi")
    entries = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert [entry.title for entry in entries] == [
        "Ha aperto l'e-mail «Saldi»",
        "Ha ricevuto l'e-mail «Saldi»",
    ]
