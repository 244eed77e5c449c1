import msgspec
import pytest
import sqlalchemy as sa

from sync.clock import Stamp
from sync.errors import Code, EpochChanged, HubRefused
from sync.hub import schema
from sync.hub.databases.database import open_hub
from sync.hub.store import HubStore
from sync.wire import Page, Push, Status
from tests.sync.pushed import page, push, write
from tests.sync.shop import NOON, REGISTRY, digest, metadata, product, rows, visit


def test_each_record_stands_once_in_the_feed_at_its_newest_position(shop):
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
        writer.insert("person", {"id": "bob"})
        writer.update("person", "ada", {"name": "Ada M."})
    with shop.store.write() as writer:
        writer.update("person", "ada", {"loyal": True})
    feed = page(shop)
    assert [(r.seq, r.id) for r in feed.records] == [(2, "bob"), (4, "ada")]
    assert feed.records[1].fields == {"name": "Ada M.", "loyal": True}
    assert (feed.next, feed.upto, feed.complete) == (4, 4, True)
    assert shop.store.head == 4


def test_pages_are_cut_by_their_limit_and_follow_each_other(shop):
    with shop.store.write() as writer:
        writer.insert_many("product", [{"id": f"p{i}"} for i in range(7)])
    ids, after = [], 0
    while True:
        part = page(shop, after, 3)
        ids += [r.id for r in part.records]
        after = part.next
        if part.complete:
            break
    assert ids == [f"p{i}" for i in range(7)]
    assert page(shop, 7).records == []
    assert page(shop, 0, 0).next == 1


def test_a_page_holds_the_stored_bytes(shop):
    with shop.store.write() as writer:
        writer.insert("product", {"id": "p", "title": "Caffè ☕"})
    with shop.store.read() as connection:
        body = connection.execute(sa.select(schema.feed.c.body)).scalar_one()
    assert body in shop.store.page(shop.store.epoch, 0, 10)


def test_an_empty_epoch_starts_from_zero_and_another_is_refused(shop):
    with shop.store.write() as writer:
        writer.insert("product", {"id": "p"})
    assert len(msgspec.json.decode(shop.store.page("", 1, 10), type=Page).records) == 1
    with pytest.raises(EpochChanged):
        shop.store.page("another", 0, 10)


def test_listeners_hear_what_changed_and_the_head(shop):
    heard = []
    shop.store.listeners.append(lambda changes, head: heard.append((changes.records, head)))
    with shop.store.write() as writer:
        writer.insert("product", {"id": "p"})
        assert heard == []
    push(shop, write(1, at=1))
    with shop.store.write():
        pass
    assert heard == [({"product": {"p"}}, 1), ({"visit": {"visit1"}}, 2)]


def die_after(_id: str) -> None:
    raise RuntimeError


def test_a_block_that_raises_leaves_no_trace(shop):
    with pytest.raises(RuntimeError), shop.store.write() as writer:
        die_after(writer.insert("product", {"id": "p"}))
    assert shop.store.head == 0
    assert rows(shop.store, product) == {}
    assert page(shop).records == []


def test_positions_and_clock_go_on_after_a_restart(shop):
    shop.wall.ms = NOON + 50_000
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada"})
    epoch, stamp = shop.store.epoch, shop.store.clock.last
    shop.wall.ms = NOON
    store = shop.open_hub()
    assert (store.epoch, store.head, store.clock.last) == (epoch, 1, stamp)
    with store.write() as writer:
        writer.update("person", "ada", {"name": "Ada"})
    assert page(shop).records[0].stamps["name"] > str(stamp)


def test_the_hub_writes_with_knowledge_of_all_it_holds(shop):
    push(shop, write(1, "person", "ada", email="one@x.it", seen={"email": {}}))
    with shop.store.write() as writer:
        writer.update("person", "ada", {"email": "hub@x.it"})
    assert page(shop).records[0].rivals == {}
    shop.wall.ms += 100
    push(
        shop,
        write(1, "person", "ada", stamp=str(Stamp(NOON + 99, 0, "bb")), new=False, email="two@x.it"),
        device="b",
    )
    (record,) = page(shop).records
    assert record.fields["email"] == "two@x.it"
    assert [r.value for r in record.rivals["email"]] == ["hub@x.it"]


def test_files_are_kept_once_under_their_digest(shop):
    with shop.store.write() as writer:
        assert writer.add_blob(b"drawing") == digest(b"drawing")
    assert shop.store.add_blob(b"drawing") == digest(b"drawing")
    assert shop.store.blob(digest(b"drawing")) == b"drawing"
    assert shop.store.blob("0" * 64) is None
    with pytest.raises(HubRefused) as refusal:
        shop.hub("a").blob("0" * 64)
    assert refusal.value.code is Code.NOT_FOUND


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda w: w.insert("unheard_of", {}), ValueError),
        (lambda w: w.insert("visit", {"at": "noon"}), ValueError),
        (lambda w: w.insert("visit", {"at": 1, "colour": 1}), ValueError),
        (lambda w: w.insert("visit", {"at": 1, "id": 5}), ValueError),
        (lambda w: w.update("visit", "v", {"at": 2}), ValueError),
        (lambda w: w.update("person", "nobody", {"name": "x"}), LookupError),
        (lambda w: w.update("product", "gone", {"title": "x"}), LookupError),
        (lambda w: w.remove("person", "ada"), ValueError),
    ],
)
def test_what_the_hub_itself_may_not_write(shop, act, error):
    with shop.store.write() as writer:
        writer.insert("product", {"id": "gone"})
        writer.remove("product", "gone")
    with pytest.raises(error), shop.store.write() as writer:
        act(writer)


def test_an_update_with_nothing_to_change_moves_nothing(shop):
    with shop.store.write() as writer:
        writer.insert("product", {"id": "p", "title": "Bag"})
        writer.update("product", "p", {})
        assert writer.now == NOON
    assert shop.store.head == 1
    with shop.store.write() as writer:
        writer.update("product", "p", {"title": "Big bag"})
    assert page(shop).records[0].fields == {"title": "Big bag"}


def test_a_push_to_a_full_disk_is_refused_whole_and_works_again_with_room(tmp_path):
    engine = open_hub(tmp_path / "hub.db")
    metadata.create_all(engine)
    store = HubStore(engine, REGISTRY, lambda: NOON)
    store.apply("a", Push(epoch=store.epoch, records=[write(1, at=1)]))
    limit = set_pages(engine, None)
    set_pages(engine, limit + 4)
    records = [write(2, at=2), *(write(n, "person", name="x" * 20_000) for n in range(3, 20))]
    with pytest.raises(HubRefused) as refusal:
        store.apply("a", Push(epoch=store.epoch, records=records))
    assert refusal.value.code is Code.STORAGE_FULL
    assert set(rows(store, visit)) == {"visit1"}
    assert (store.head, store.hello("a").last_dseq) == (1, 1)
    set_pages(engine, 100_000)
    reply = store.apply("a", Push(epoch=store.epoch, records=records))
    assert {v.status for v in reply.verdicts} == {Status.APPLIED}
    engine.dispose()


def set_pages(engine, limit: int | None) -> int:
    """Let the file of the pool's one connection grow to `limit` pages. Returns how many it has."""
    with engine.connect() as connection:
        if limit is not None:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {limit}")
        return connection.exec_driver_sql("PRAGMA page_count").scalar_one()


def test_another_database_error_is_not_called_a_full_disk(shop):
    with pytest.raises(sa.exc.OperationalError, match="no such table"), shop.store.write() as writer:
        writer.connection.exec_driver_sql("SELECT * FROM nowhere")


def test_a_renewed_epoch_is_kept(shop):
    before = shop.store.epoch
    renewed = shop.store.renew_epoch()
    assert renewed != before
    assert shop.open_hub().epoch == renewed
