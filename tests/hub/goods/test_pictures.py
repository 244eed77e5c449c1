"""Pictures of a shop over real HTTP: fetched once, made small, within the budget, never from elsewhere."""

import hashlib
import io

import pytest
import sqlalchemy as sa
from PIL import Image

from clienteling.catalog.tables import product
from clienteling.hub.connectors.heard import HeardLevel, HeardProduct, HeardVariant
from clienteling.hub.goods import shelving
from clienteling.hub.goods.destination import origin
from clienteling.hub.goods.fetching import Mark, Missing, fetch
from clienteling.hub.goods.pictures import Pictures
from clienteling.hub.goods.shelving import Told
from clienteling.hub.goods.tables import picture
from clienteling.hub.sources import section
from tests.hub.goods.test_scaling import bomb, written
from tests.hub.little_house import NOW, rows
from tests.hub.sources.fake_shop import Answered, FakeShop

MINUTE = 60_000
ROOM = 10**9
FIRST_OF_NOVEMBER = "Sun, 01 Nov 2026 09:00:00 GMT"


def drawn(colour: str, side: int = 900) -> bytes:
    return written(Image.new("RGB", (side, side), colour), "PNG")


class Asked:
    """A source at the fake's address, with what fetches its pictures."""

    def __init__(self, store, shop: FakeShop, budget: int = ROOM) -> None:
        said = {"consumer_key": "ck", "consumer_secret": "cs", "kind": "woocommerce", "url": shop.url}
        self.source = section.read("shop", said)
        self.store, self.shop, self.now = store, shop, NOW
        self.pictures = self.with_room(budget)

    def with_room(self, budget: int) -> Pictures:
        return Pictures(self.store, {self.source.id: self.source}, budget, lambda: self.now)

    def tell(
        self, key: str, path: str, at: int = NOW, pieces: int | None = None, place: str = "milano"
    ) -> None:
        url = path if "://" in path else f"{self.shop.url}{path}"
        one = HeardProduct(
            key=key, modified_at=at, name=f"Vera {key}", picture=url, variants=(HeardVariant(key=f"{key}/1"),)
        )
        told = [Told(self.source.id, one)]
        if pieces is not None:
            level = HeardLevel(variant=f"{key}/1", quantity=pieces, counted_at=NOW, place=place)
            told.append(Told(self.source.id, level))
        with self.store.write() as writer:
            shelving.take(writer, told, {self.source.id: self.source}, "it")

    def round(self) -> None:
        for _ in range(9):
            self.pictures.turn()
        self.pictures.show()

    def shown(self, key: str) -> str:
        with self.store.read() as conn:
            return conn.execute(
                sa.select(product.c.picture).where(product.c.id == f"vera-{key}")
            ).scalar_one()

    def problem(self, path: str) -> str:
        return next(row.problem for row in rows(self.store, picture) if row.url.endswith(path))


@pytest.fixture
def asked(store, shop):
    return Asked(store, shop)


def serve(shop: FakeShop, **files: Answered) -> None:
    shop.answer = lambda asked: files.get(asked.path.strip("/"), Answered(b"", 404))


def test_a_product_shows_its_picture_as_tablets_want_it(store, shop, asked):
    serve(shop, a=Answered(drawn("red")))
    asked.tell("1", "/a")
    asked.round()
    body = store.blob(asked.shown("1"))
    assert Image.open(io.BytesIO(body)).size == (640, 640)
    assert hashlib.sha256(body).hexdigest() == asked.shown("1")


def test_a_picture_that_is_named_often_is_fetched_once(shop, asked):
    serve(shop, a=Answered(drawn("red")))
    for key in "123":
        asked.tell(key, "/a")
    asked.tell("1", "/a", at=NOW + 1)
    asked.round()
    asked.round()
    assert len(shop.asked) == 1
    assert len({asked.shown(key) for key in "123"}) == 1


@pytest.mark.parametrize(
    ("sent", "asks", "says"),
    [
        ("etag", "if-none-match", '"v1"'),
        ("last-modified", "if-modified-since", "Sun, 01 Nov 2026 09:00:00 GMT"),
    ],
)
def test_what_has_not_changed_is_not_sent_again(shop, asked, sent, asks, says):
    def answer(one):
        return (
            Answered(b"", 304) if one.headers.get(asks) == says else Answered(drawn("red"), 200, {sent: says})
        )

    shop.answer = answer
    asked.tell("1", "/a")
    asked.round()
    before = asked.shown("1")
    asked.now += 8 * 24 * 60 * MINUTE
    asked.round()
    assert [asks in one.headers for one in shop.asked] == [False, True]
    assert asked.shown("1") == before


@pytest.mark.parametrize(
    ("answered", "says"),
    [
        (Answered(b"", 404), "Its server answers with status 404."),
        (Answered(b"", 503), "Its server answers with status 503."),
        (Answered(b"<html>", 200, {"content-type": "text/html"}), "What came is no picture but a page."),
        (Answered(b"\x89PNG broken"), "What came is no picture that can be read."),
        (Answered(bomb(7_100)), "It has more than 40 million pixels."),
        (Answered(bytes(21 * 1024 * 1024)), "It is larger than 20 MB."),
        (Answered(b"", 302, {"location": "/a"}), "It leads from address to address."),
        (Answered(b"", 302, {"location": "file:///etc/passwd"}), "Its address is not one of the web."),
    ],
)
def test_without_a_usable_picture_the_product_is_shown_without_and_it_is_said_why(
    shop, asked, answered, says
):
    serve(shop, a=answered)
    asked.tell("1", "/a")
    asked.round()
    assert asked.shown("1") == ""
    assert asked.problem("/a") == says


def test_what_failed_is_tried_again_later_and_later(shop, asked, store):
    serve(shop)
    asked.tell("1", "/a")
    asked.round()
    asked.round()
    assert len(shop.asked) == 1
    (row,) = rows(store, picture)
    assert (row.failures, row.next_at) == (1, NOW + 10 * MINUTE)


def test_a_redirect_into_the_network_is_not_followed(shop, asked):
    with FakeShop() as other:
        serve(shop, a=Answered(b"", 302, {"location": f"{other.url}/a"}))
        asked.tell("1", "/a")
        asked.tell("2", f"{other.url}/b")
        asked.round()
        assert other.asked == []
    assert asked.problem("/a") == asked.problem("/b") == "Its address leads into a private network."


def test_a_redirect_at_the_shop_itself_is_followed(shop, asked):
    serve(shop, a=Answered(b"", 301, {"location": "/b"}), b=Answered(drawn("red")))
    asked.tell("1", "/a")
    asked.round()
    assert asked.shown("1")


def test_a_new_picture_takes_the_place_of_the_old_one_which_goes(store, shop, asked):
    serve(shop, a=Answered(drawn("red")), b=Answered(drawn("blue")))
    asked.tell("1", "/a")
    asked.round()
    before = asked.shown("1")
    asked.tell("1", "/b", at=NOW + 1)
    asked.round()
    assert asked.shown("1") not in {before, ""}
    assert store.blob(asked.shown("1")) is not None


def test_a_picture_that_came_by_other_means_stays(store, shop, asked):
    serve(shop, a=Answered(drawn("red")))
    asked.tell("1", "/a")
    with store.write() as writer:
        ours = writer.add_blob(b"drawn by the shop itself")
        writer.update("product", "vera-1", {"picture": ours})
    asked.round()
    assert asked.shown("1") == ours


def test_over_the_budget_what_is_in_stock_comes_first_and_then_what_is_new(store, shop, asked):
    serve(shop, a=Answered(drawn("red")), b=Answered(drawn("blue")), c=Answered(drawn("green")))
    asked.tell("1", "/a", at=NOW + 5)
    asked.tell("2", "/b", at=NOW, pieces=3)
    asked.tell("3", "/c", at=NOW + 9)
    asked.round()
    assert all(asked.shown(key) for key in "123")
    sizes = {row.digest: row.size for row in rows(store, picture)}
    two = sizes[asked.shown("2")] + sizes[asked.shown("3")]
    asked.with_room(two).show()
    assert [bool(asked.shown(key)) for key in "123"] == [False, True, True]
    asked.with_room(0).show()
    assert [bool(asked.shown(key)) for key in "123"] == [False, False, False]
    asked.with_room(ROOM).show()
    assert all(asked.shown(key) for key in "123")
    assert len(shop.asked) == 3


def test_on_postgresql_it_is_the_same(shared_store, shop):
    serve(shop, a=Answered(drawn("red")))
    asked = Asked(shared_store, shop)
    asked.tell("1", "/a", pieces=1)
    asked.tell("2", "/missing")
    asked.round()
    assert shared_store.blob(asked.shown("1"))
    assert asked.problem("/missing") == "Its server answers with status 404."


def test_what_comes_too_slowly_is_let_go(shop):
    serve(shop, a=Answered(drawn("red")))
    with pytest.raises(Missing, match="too slowly"):
        fetch(f"{shop.url}/a", Mark(), home=origin(shop.url), go_on=lambda: False)
