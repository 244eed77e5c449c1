"""What was sent to her: recorded only where it may be sent, seen by every tablet, undone when it was not."""

import msgspec
import pytest

from clienteling.card.compose import customer_card
from clienteling.consents import use_cases as consents
from clienteling.consents.values import Purpose
from clienteling.errors import InvalidRecord
from clienteling.outreach import use_cases
from clienteling.outreach.guard import Objection, judge
from clienteling.outreach.matters import matters
from clienteling.outreach.queries import limit, sent_to, templates
from clienteling.outreach.values import About, Letter, Limit, Matter, Topic, Way
from clienteling.outreach.words import against
from clienteling.timeline.queries import page
from clienteling.vocabulary import Channel
from clienteling.wording import Wording
from tests.shop import AUTHOR, COLLEAGUE, DAY, NOW, Shop

HELD = Letter(
    customer_id="giulia",
    way=Way.WHATSAPP,
    topic=Topic.SERVICE,
    template_id="held",
    language="it",
    to="+393331234567",
    body="Buongiorno Giulia, le scarpe sono qui.",
    matter=Matter(about=About.PROMISE, record_id="p"),
)
NEWS = msgspec.structs.replace(
    HELD, topic=Topic.MARKETING, template_id="news", matter=Matter(about=About.NOTHING)
)


def send(shop: Shop, letter: Letter, author=AUTHOR) -> str:
    return shop.write(lambda writer: use_cases.record(writer, letter, author=author))


def agree(shop: Shop, purpose: Purpose, *, granted: bool = True) -> None:
    if granted:
        shop.put("consent_text", id=f"{purpose}/it/1", purpose=purpose.value, language="it", body="x")
    shop.write(
        lambda writer: consents.record(
            writer,
            customer_id="giulia",
            purpose=purpose,
            granted=granted,
            text_id=f"{purpose}/it/1",
            author=AUTHOR,
        )
    )


@pytest.fixture
def named(shop: Shop) -> Shop:
    words = {"it": {"name": "Messo da parte", "body": "…"}, "en": {"name": "Put aside", "body": "…"}}
    shop.put("outreach_template", id="held", topic="service", ways=["whatsapp"], words=words, place=0)
    return shop


def test_what_was_sent_stands_in_her_timeline_under_its_channel(named: Shop, italian, english) -> None:
    sent = send(named, HELD)
    for wording, title in (
        (italian, "Le abbiamo scritto su WhatsApp: Messo da parte"),
        (english, "We wrote to her on WhatsApp: Put aside"),
    ):
        for channel in (None, Channel.WHATSAPP):
            (entry,) = named.read(
                lambda conn, w=wording, c=channel: page(
                    conn, "giulia", wording=w, associate_id="sofia", channel=c
                )
            )
            assert (entry.id, entry.title, entry.mine) == (sent, title, True)
            assert (
                entry.subtitle
                == "“Buongiorno Giulia, le scarpe sono qui.” · Milano Brera · Sofia".replace(
                    "“", "«" if wording is italian else "“"
                ).replace("”", "»" if wording is italian else "”")
            )
    others = named.read(
        lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia", channel=Channel.SMS)
    )
    assert others == []


def test_why_she_may_be_here_is_that_we_wrote_to_her(named: Shop, italian: Wording) -> None:
    send(named, HELD)

    def handover(after: int):
        return named.read(
            lambda conn: customer_card(
                conn, "giulia", store_id="brera", associate_id="sofia", now=NOW + after, wording=italian
            )
        ).handover

    assert handover(DAY).text == "Le abbiamo scritto su WhatsApp: Messo da parte."
    assert handover(DAY).channel is Channel.WHATSAPP
    assert handover(15 * DAY) is None


def test_news_without_consent_is_not_recorded_whatever_the_screen_says(shop: Shop) -> None:
    with pytest.raises(InvalidRecord, match="never_asked"):
        send(shop, NEWS)
    agree(shop, Purpose.MARKETING_MESSAGE)
    send(shop, NEWS)
    agree(shop, Purpose.MARKETING_MESSAGE, granted=False)
    with pytest.raises(InvalidRecord, match="refused"):
        send(shop, msgspec.structs.replace(NEWS, body="Altro"))
    assert len(shop.rows("outreach")) == 1


def test_a_consent_given_with_another_record_of_hers_counts(shop: Shop) -> None:
    agree(shop, Purpose.MARKETING_MESSAGE)
    shop.put("customer", id="web", given_name="Giulia")
    shop.put("customer_alias", id="web", customer_id="giulia", joined_to="giulia", merged_at=NOW)
    send(shop, msgspec.structs.replace(NEWS, customer_id="web"))
    assert len(shop.read(lambda conn: sent_to(conn, "giulia"))) == 1


def test_what_was_said_against_it_is_written_down_with_it(shop: Shop) -> None:
    send(shop, HELD, COLLEAGUE)
    send(shop, HELD)
    assert [row["despite"] for row in shop.rows("outreach")] == [[], ["twice"]]


def test_what_was_not_sent_after_all_counts_no_longer(shop: Shop, italian: Wording) -> None:
    sent = send(shop, HELD)
    shop.write(lambda writer: use_cases.undo(writer, sent, author=AUTHOR))
    assert shop.read(lambda conn: sent_to(conn, "giulia")) == []
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert entry.undone
    with pytest.raises(InvalidRecord):
        shop.write(lambda writer: use_cases.undo(writer, sent, author=AUTHOR))


def test_a_message_may_be_about_what_was_promised_to_her_and_what_she_bought(shop: Shop, italian) -> None:
    shop.put(
        "promise",
        id="p",
        customer_id="giulia",
        kind="hold",
        product_id="nora",
        variant_id="nora-black-39",
        due_on="2026-11-28",
        state="open",
    )
    shop.put("promise", id="kept", customer_id="giulia", kind="call", what="x", state="kept")
    item = {"product_id": "lia", "price_cents": 5_900, "bought": True}
    for sale, at in (("new", NOW - DAY), ("old", NOW - 61 * DAY)):
        shop.put("interaction", id=sale, customer_id="giulia", kind="sale", at=at, items=[item])
    found = shop.read(lambda conn: matters(conn, "giulia", NOW, italian))
    assert [(m.about, m.record_id, m.item, m.day) for m in found] == [
        (About.PROMISE, "p", "le stringate nere 39", "fino a sabato"),
        (About.PURCHASE, "new", "la cintura", ""),
    ]


def test_the_shops_rule_comes_from_the_hub_and_has_a_default(shop: Shop) -> None:
    assert shop.read(limit) == Limit(2, 30)
    shop.put("outreach_rule", id="house", most=1, days=7, pages="")
    assert shop.read(limit) == Limit(1, 7)


def test_templates_come_in_the_shops_order_and_what_is_gone_is_not_offered(named: Shop) -> None:
    words = {"it": {"name": "Primo", "body": "…"}}
    named.put("outreach_template", id="first", topic="marketing", ways=[], words=words, place=-1)
    named.put("outreach_template", id="gone", topic="marketing", words=words, place=3, gone=True)
    named.put("outreach_template", id="newer", topic="marketing", words={"it": {"titolo": "?"}}, place=4)
    found = named.read(templates)
    assert [template.id for template in found] == ["first", "held"]
    assert (found[0].ways, found[1].ways) == (tuple(Way), (Way.WHATSAPP,))


def test_every_objection_is_said_in_words_with_who_and_when(shop: Shop, italian: Wording) -> None:
    agree(shop, Purpose.MARKETING_MESSAGE)
    send(shop, NEWS, COLLEAGUE)
    send(shop, msgspec.structs.replace(NEWS, body="Altro", template_id="b"), COLLEAGUE)
    past = shop.read(lambda conn: sent_to(conn, "giulia"))
    found = judge(NEWS, consents=(), past=past, limit=Limit(), now=shop.now)
    said = {verdict.objection: against(verdict, Way.WHATSAPP, shop.now, italian) for verdict in found}
    assert said == {
        Objection.NEVER_ASKED: "Non le è mai stato chiesto se desidera ricevere novità per questa via.",
        Objection.TWICE: "Ha già ricevuto lo stesso messaggio: oggi 11:00, Luca, Torino Po.",
        Objection.TOO_OFTEN: "Negli ultimi 30 giorni ha ricevuto 2 messaggi con novità, "
        "l'ultimo: oggi 11:00, Luca, Torino Po.",
    }
