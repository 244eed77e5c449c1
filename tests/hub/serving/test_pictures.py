"""A picture of a connected shop on a tablet: a real hub process asks, fetches and makes it small."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from clienteling.catalog.tables import product
from clienteling.hub import settings
from clienteling.stock.queries import levels
from sync.device.states import Kind
from sync.device.trusted.pairing import pair
from sync.hub.schema import blob as kept
from tests.hub.goods.test_pictures import drawn
from tests.hub.serving.hub_process import HubProcess, until
from tests.hub.sources.fake_shop import Answered, FakeShop
from tests.hub.sources.fake_woocommerce import KEY, SECRET, Fake

SECTION = """
[sources.shop]
kind = "woocommerce"
url = "{url}"
consumer_key = "{key}"
consumer_secret = "{secret}"
shops = "online=milano"
"""
AT = "2026-11-20T09:00:00"


@pytest.fixture
def shop() -> Iterator[FakeShop]:
    with FakeShop() as shop:
        fake = Fake(shop)
        fake.products = [
            {
                "id": 31,
                "type": "simple",
                "status": "publish",
                "name": "Mocassino Vera",
                "sku": "VERA",
                "price": "189.00",
                "images": [{"src": f"{shop.url}/vera.png"}],
                "manage_stock": True,
                "stock_quantity": 3,
                "date_created_gmt": AT,
                "date_modified_gmt": AT,
            }
        ]
        picture = Answered(drawn("red"), 200, {"content-type": "image/png"})
        shop.answer = lambda asked: picture if asked.path == "/vera.png" else fake(asked)
        yield shop


@pytest.fixture
def house(tmp_path, shop) -> Iterator[HubProcess]:
    data = tmp_path / "house"
    settings.load_or_create(data)
    with (data / settings.FILE).open("a") as file:
        file.write(SECTION.format(url=shop.url, key=KEY, secret=SECRET))
    process = HubProcess(data)
    process.start()
    yield process
    process.close()


def test_a_tablet_shows_what_the_shop_shows_and_drops_it_when_it_does_no_more(house, tablet):
    here = tablet("milano", pair(house.code(), "milano"))
    here.becomes(Kind.LIVE)

    def digest() -> str:
        with here.replica.read() as connection:
            named = sa.select(product.c.picture).where(product.c.id == "mocassino-vera")
            return connection.execute(named).scalar() or ""

    until(lambda: digest() != "" and here.replica.blob(digest()) is not None, within_s=60)
    shown = digest()
    with here.replica.read() as connection:
        (level,) = levels(connection, "mocassino-vera/VERA")
        assert (level.store_id, level.quantity) == ("milano", 3)
    with house.house.store.read() as connection:
        assert here.replica.blob(shown) == connection.scalar(
            sa.select(kept.c.body).where(kept.c.digest == shown)
        )
    with house.house.store.write() as writer:
        writer.update("product", "mocassino-vera", {"picture": ""})
    until(lambda: digest() == "" and here.replica.blob(shown) is None, within_s=60)
