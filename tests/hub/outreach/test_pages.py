"""A selection's page at the hub: there for who has its address, for some weeks, until it is taken back."""

import pytest
from litestar.testing import TestClient

from clienteling.hub.app import application, create_hub
from clienteling.hub.outreach.pages import OPEN_FOR_MS, selection_pages
from clienteling.selections import use_cases
from clienteling.selections.code import code_of
from clienteling.selections.values import Chosen, SharedAs
from clienteling.staff.values import Author
from tests.hub.little_house import NOW, settled

PAGES = "https://shop.example.org"


class Clock:
    now = NOW

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def shop(tmp_path):
    clock = Clock()
    hub = create_hub(settled(tmp_path), now=clock)
    with hub.store.write() as writer:
        picture = writer.add_blob(b"\x89PNG and so on")
        for product in ("nora", "alba"):
            writer.insert(
                "product", {"id": product, "name": product.title(), "picture": picture, "price_cents": 100}
            )
        writer.insert("customer", {"id": "anna", "given_name": "Anna", "language": "it"})
        chosen = [Chosen(product_id="nora"), Chosen(product_id="alba")]
        author = Author("sofia", "milano")
        made = use_cases.share(
            writer, customer_id="anna", items=chosen, shared_as=SharedAs.CODE, author=author
        )
    with TestClient(application(hub, selection_pages(hub))) as client:
        yield hub, clock, client, made
    hub.close()


def address(made: str) -> str:
    return code_of(made, PAGES).removeprefix(PAGES)


def test_her_telephone_sees_what_was_chosen_with_its_pictures(shop):
    _, _, client, made = shop
    answer = client.get(address(made))
    assert answer.status_code == 200
    assert answer.text.count("data:image/png;base64,") == 2
    assert "Una selezione per Anna" in answer.text
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("digits", ["0" * 32, "nothing", "%2e%2e", "0190a5b27c117d3e8f0000000000000"])
def test_an_address_that_leads_nowhere_says_nothing(shop, digits):
    _, _, client, _ = shop
    answer = client.get(f"/s/{digits}")
    assert (answer.status_code, answer.text) == (404, "")


def test_after_some_weeks_or_once_it_is_taken_back_or_she_is_gone_there_is_no_page(shop):
    hub, clock, client, made = shop
    clock.now = NOW + OPEN_FOR_MS - 60_000
    assert client.get(address(made)).status_code == 200
    clock.now = NOW + OPEN_FOR_MS + 60_000
    assert client.get(address(made)).status_code == 404
    clock.now = NOW
    with hub.store.write() as writer:
        again = use_cases.share(
            writer,
            customer_id="anna",
            items=[Chosen(product_id="nora"), Chosen(product_id="alba")],
            shared_as=SharedAs.CODE,
            author=Author("sofia", "milano"),
        )
        use_cases.undo(writer, made, author=Author("sofia", "milano"))
    assert client.get(address(made)).status_code == 404
    assert client.get(address(again)).status_code == 200
    hub.store.erasing.erase("anna")
    assert client.get(address(again)).status_code == 404
