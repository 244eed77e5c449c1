"""Two to six products for her: recorded once, on a page that needs nothing beside it, opened by a code."""

import re
from base64 import b64decode

import pytest

from clienteling.errors import InvalidRecord
from clienteling.selections import use_cases
from clienteling.selections.code import code_of, selection_in
from clienteling.selections.page import page
from clienteling.selections.queries import selection_by_id, standing_among
from clienteling.selections.values import Chosen, SharedAs
from clienteling.timeline import queries as timeline
from clienteling.wording import Wording
from tests.shop import AUTHOR, NOW, Shop

NORA, ALBA = (
    Chosen(product_id="nora", variant_id="nora-black-39"),
    Chosen(product_id="alba", variant_id="alba-tan"),
)
PNG = b"\x89PNG and so on"


def share(shop: Shop, *items: Chosen, words: str = "", customer_id: str = "giulia") -> str:
    return shop.write(
        lambda writer: use_cases.share(
            writer, customer_id=customer_id, items=items, words=words, shared_as=SharedAs.PDF, author=AUTHOR
        )
    )


@pytest.mark.parametrize("count", [0, 1, 7])
def test_one_is_no_choice_and_seven_are_a_catalogue(shop: Shop, count: int) -> None:
    with pytest.raises(InvalidRecord, match="2 to 6"):
        share(shop, *[NORA] * count)


def test_it_knows_for_whom_by_whom_and_what_it_shows(shop: Shop) -> None:
    made = share(shop, NORA, ALBA, words=" Per la cerimonia ")
    found = shop.read(lambda conn: selection_by_id(conn, made))
    assert (found.customer_id, found.given_name, found.language) == ("giulia", "Giulia", "it")
    assert [(p.name, p.size) for p in found.products] == [
        ("Stringata Nora", "39"),
        ("Borsa Tracolla Alba", ""),
    ]
    assert (found.words, found.associate_name, found.store_name) == (
        "Per la cerimonia",
        "Sofia",
        "Milano Brera",
    )


def test_what_is_taken_back_opens_no_more(shop: Shop, italian: Wording) -> None:
    made, other = share(shop, NORA, ALBA), share(shop, ALBA, NORA)
    shop.write(lambda writer: use_cases.undo(writer, made, author=AUTHOR))
    assert shop.read(lambda conn: selection_by_id(conn, made)) is None
    assert shop.read(lambda conn: standing_among(conn, {made, other, "?"})) == {other}
    lines = shop.read(lambda conn: timeline.page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert [line.undone for line in lines] == [False, True]


def test_it_stands_in_her_timeline_with_its_products(shop: Shop, italian: Wording) -> None:
    share(shop, NORA, ALBA, words="Per la cerimonia")
    (line,) = shop.read(lambda conn: timeline.page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert line.title == "Una selezione per lei: Stringata Nora e Borsa Tracolla Alba"
    assert line.subtitle == "come PDF · Per la cerimonia · Milano Brera · Sofia"
    assert line.picture == "picture of nora"


def test_a_selection_made_with_another_record_of_hers_is_hers(shop: Shop) -> None:
    shop.put("customer", id="web", given_name="G.")
    shop.put("customer_alias", id="web", customer_id="giulia", joined_to="giulia", merged_at=NOW)
    made = share(shop, NORA, ALBA, customer_id="web")
    assert shop.read(lambda conn: selection_by_id(conn, made)).customer_id == "giulia"


def test_who_was_erased_is_shown_to_nobody(shop: Shop) -> None:
    made = share(shop, NORA, ALBA)
    with shop.at_once():
        shop._connection.exec_driver_sql("delete from customer where id = 'giulia'")
    assert shop.read(lambda conn: selection_by_id(conn, made)) is None


@pytest.mark.parametrize("pages", ["", "https://shop.example.org", "https://shop.example.org:8443/olmi"])
def test_its_code_leads_back_to_it_however_it_is_typed(shop: Shop, pages: str) -> None:
    made = share(shop, NORA, ALBA)
    code = code_of(made, pages)
    assert selection_in(code) == selection_in(f" {code.lower()}\n") == made
    assert code.startswith(pages)
    if not pages:
        assert re.fullmatch("[0-9A-Z]{37}", code)


@pytest.mark.parametrize("text", ["", "CSEL1", "CSEL1" + "G" * 32, "https://shop.example.org/s/12", "a" * 32])
def test_other_texts_are_no_selection(text: str) -> None:
    assert selection_in(text) == ""


def test_its_page_holds_everything_and_fetches_nothing(shop: Shop) -> None:
    made = share(shop, NORA, ALBA, words="Per la <b>cerimonia</b>\n& oltre")
    found = shop.read(lambda conn: selection_by_id(conn, made))
    html = page(found, {"picture of nora": PNG, "picture of alba": b"?"}.get, Wording("it"))
    for words in (
        "Una selezione per Giulia",
        "Scelti da Sofia, 22 novembre 2026",
        "nero, 39 · € 159",
        "Milano Brera",
    ):
        assert words in html.replace("\xa0", " ")
    assert "Per la &lt;b&gt;cerimonia&lt;/b&gt;\n&amp; oltre" in html
    assert '<html lang="it">' in html
    assert "http" not in html
    (picture,) = re.findall(r'src="data:image/png;base64,([^"]+)"', html)
    assert b64decode(picture) == PNG
    for private in ("Ferraris", "giulia.ferraris@example.it", "333", found.customer_id, "url(", "<script"):
        assert private not in html


def test_her_page_is_in_her_language(shop: Shop, english: Wording) -> None:
    made = share(shop, NORA, ALBA)
    found = shop.read(lambda conn: selection_by_id(conn, made))
    assert "Chosen by Sofia, 22 November 2026" in page(found, lambda _: None, english)
