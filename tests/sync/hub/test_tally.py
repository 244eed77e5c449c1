"""What the hub counts of its feed, and how it puts itself right."""

import msgspec
import pytest
import sqlalchemy as sa

from sync.digest import changed, hash_of
from sync.errors import EpochChanged, HubRefused
from sync.hub import schema
from sync.wire import Comparison, Tally
from tests.sync.pushed import page, push, write


def from_the_bodies(shop, collection) -> Tally:
    query = sa.select(schema.feed.c.body).where(schema.feed.c.collection == collection)
    with shop.store.read() as connection:
        bodies = connection.execute(query).scalars().all()
    living = [body for body in bodies if b'"deleted":true' not in body]
    return changed(Tally(), entered=map(hash_of, living))


def kept(shop) -> dict[str, Tally]:
    return page(shop, shop.store.head).digest or {}


def fill(shop) -> None:
    push(shop, write(1, at=1), write(2, "person", "ada", name="Ada"), write(3, "visit", "v", at=2))
    push(shop, write(4, "person", "ada", new=False, name="Bea"), write(5, "visit", "v", at=2))
    with shop.store.write() as writer:
        writer.insert_many("product", [{"id": f"p{i}"} for i in range(1200)])
        writer.update("product", "p1", {"title": "Bag"})
        writer.remove("product", "p2")
    with shop.store.write() as writer:
        writer.remove("product", "p3")
        writer.update("person", "ada", {"loyal": True})


def test_what_is_kept_up_is_what_the_bodies_say(shop):
    fill(shop)
    assert kept(shop) == {name: from_the_bodies(shop, name) for name in ("person", "product", "visit")}
    assert kept(shop)["product"].count == 1198


def test_the_page_that_reaches_the_end_tells_what_the_hub_holds(shop):
    fill(shop)
    assert page(shop, 0, 100).digest is None
    assert page(shop, 0).digest == kept(shop)
    assert page(shop, shop.store.head).digest == kept(shop)


def test_a_push_that_is_undone_is_not_counted(shop):
    fill(shop)
    before = kept(shop)
    with pytest.raises(HubRefused):
        push(shop, write(6, at=1), write(9, at=1))
    assert kept(shop) == before


@pytest.mark.parametrize(
    "damage",
    [
        schema.tally.update().values(sum=1),
        schema.tally.delete(),
        schema.feed.update().where(schema.feed.c.record_id == "ada").values(hash=1),
    ],
)
def test_the_hub_puts_its_own_count_right(shop, caplog, damage):
    fill(shop)
    right = kept(shop)
    with shop.engines["hub"].begin() as connection:
        connection.execute(damage)
    for name in right:
        shop.store.buckets(shop.store.epoch, name)
    assert kept(shop) == right
    assert "counted again" in caplog.text
    caplog.clear()
    shop.store.buckets(shop.store.epoch, "person")
    assert not caplog.records


def test_another_epoch_is_refused(shop):
    with pytest.raises(EpochChanged):
        shop.store.buckets("another", "person")
    with pytest.raises(EpochChanged):
        shop.store.compare(Comparison(epoch="another", collection="person", upto=0, held={}))


@pytest.mark.parametrize("bucket", ["256", "-1", "x"])
def test_a_bucket_that_is_none_is_no_message(bucket):
    body = msgspec.json.encode({"epoch": "e", "collection": "c", "upto": 0, "held": {bucket: {}}})
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body, type=Comparison)
