"""One pass with something of everything in it, to be cut anywhere; and what must hold wherever it was cut."""

import shutil
from pathlib import Path

import sqlalchemy as sa

from sync.device import outbox
from sync.device.replica import Replica
from sync.hub import schema
from sync.hub.intake.received import last_dseq
from tests.sync.shop import Shop, booking, digest, go, person, product, rows, tag, visit

TABLES = (person, visit, product, tag, booking)
PICTURE = b"a bag"
WRITES = 7


def prepare(directory: Path) -> None:
    """A hub with news for the tablet, a tablet with writes for the hub."""
    directory.mkdir()
    shop = Shop(directory)
    try:
        with shop.store.write() as writer:
            writer.insert("person", {"id": "ada", "name": "Ada", "email": "ada@x.it"})
        tablet, other = shop.device("a"), shop.device("b")
        for name, replica in (("a", tablet), ("b", other)):
            go(replica, shop.hub(name))
        with other.write() as writer:
            writer.update("person", "ada", {"email": "other@x.it"})
        go(other, shop.hub("b"))
        with shop.store.write() as writer:
            writer.insert("product", {"id": "bag", "picture": writer.add_blob(PICTURE)})
        with tablet.write() as writer:
            writer.update("person", "ada", {"email": "mine@x.it", "name": "Ada M."})
            writer.insert("tag", {"id": "vip", "label": "VIP"})
            writer.insert("booking", {"id": "fitting", "what": "a fitting"})
        with tablet.write() as writer:
            for moment in range(WRITES - 4):
                writer.insert("visit", {"id": f"visit-{moment}", "person_id": "ada", "at": moment})
            writer.remove("tag", "vip")
    finally:
        shop.close()


def again(prepared: Path, directory: Path) -> Shop:
    """The same moment once more."""
    shutil.copytree(prepared, directory)
    return Shop(directory)


def still_right(shop: Shop, tablet: Replica) -> None:
    """What holds at every moment, however the pass was cut."""
    own = {f"visit-{moment}" for moment in range(WRITES - 4)}
    assert set(rows(tablet, visit)) == own
    with tablet.read() as connection:
        waiting = {record_id for _, record_id in outbox.unconfirmed(connection)}
        cursor = tablet.cursor().seq
    with shop.store.read() as connection:
        taken = last_dseq(connection, "a")
        feed = connection.execute(sa.select(schema.feed.c.seq, schema.feed.c.record_id)).all()
    assert taken in (0, WRITES)
    assert own <= waiting | set(rows(shop.store, visit))
    assert len({row.record_id for row in feed}) == len(feed)
    assert cursor <= shop.store.head
    reached = {row.record_id for row in feed if row.seq <= cursor}
    assert reached & set(rows(shop.store, product)) <= set(rows(tablet, product))


def finished(shop: Shop, tablet: Replica) -> None:
    """What the next pass makes of it."""
    go(tablet, shop.hub("a"))
    for table in TABLES:
        assert rows(tablet, table) == rows(shop.store, table)
    assert len(rows(shop.store, visit)) == WRITES - 4
    assert rows(shop.store, person)["ada"]["name"] == "Ada M."
    assert len(tablet.disagreements("person", "ada")) == 1
    assert set(rows(shop.store, booking)) == {"fitting"}
    assert rows(shop.store, tag) == {}
    assert tablet.pending() == tablet.set_aside() == 0
    assert tablet.blob(digest(PICTURE)) == PICTURE
    with shop.store.read() as connection:
        assert last_dseq(connection, "a") == WRITES
