"""How long the hub tells of what is gone, and who has to start again."""

import pytest
import sqlalchemy as sa

from sync.errors import Code, HubRefused, HubUnreachable
from sync.hub import schema
from sync.hub.gone.tombstones import mark
from sync.hub.local import LocalHub
from sync.hub.scopes.holding import Holding
from sync.hub.scopes.members import member, moved
from sync.hub.snapshot import build
from sync.hub.trust.devices import Devices, device
from sync.wire import EVERYTHING, Status
from tests.sync.pushed import page, push, write
from tests.sync.shop import booking, go, healed, person, product, rows, tag, visit

DAY = 24 * 3_600_000


def remove(shop, *names) -> None:
    with shop.store.write() as writer:
        for name in names:
            writer.insert("product", {"id": name})
    with shop.store.write() as writer:
        for name in names:
            writer.remove("product", name)


def days_pass(shop, days, *visitors) -> None:
    for _ in range(days):
        shop.wall.ms += DAY
        for name, replica in visitors:
            shop.walls[name].ms += DAY
            go(replica, shop.hub(name))
        shop.store.tidy(shop.wall.ms)


def tombstones(shop) -> int:
    with shop.store.read() as connection:
        gone = sa.select(sa.func.count()).where(schema.feed.c.hash.is_(None))
        return connection.execute(gone).scalar_one()


def test_what_is_gone_is_told_for_a_month_at_least(shop):
    remove(shop, "bag")
    days_pass(shop, 31)
    assert tombstones(shop) == 1
    days_pass(shop, 1)
    assert tombstones(shop) == 0


def test_it_is_told_until_every_active_device_has_passed_it(shop):
    a, b = shop.device("a"), shop.device("b")
    with shop.store.write() as writer:
        writer.insert("product", {"id": "shoe"})
    go(a, shop.hub("a"))
    go(a, shop.hub("a"))
    go(b, shop.hub("b"))
    go(b, shop.hub("b"))
    remove(shop, "bag")
    days_pass(shop, 60, ("a", a))
    assert tombstones(shop) == 1
    shop.walls["b"].ms = shop.wall.ms
    go(b, shop.hub("b"))
    go(b, shop.hub("b"))
    days_pass(shop, 1, ("a", a), ("b", b))
    assert tombstones(shop) == 0
    assert rows(a, product) == rows(b, product) == rows(shop.store, product)


def test_who_stayed_away_for_too_long_starts_again_without_losing_anything(shop):
    a = shop.device("a")
    with shop.store.write() as writer:
        writer.insert("product", {"id": "shoe"})
        writer.insert("product", {"id": "bag"})
        writer.insert("person", {"id": "ada", "name": "Ada"})
    go(a, shop.hub("a"))
    go(a, shop.hub("a"))
    with a.write() as writer:
        mine = writer.insert("visit", {"person_id": "ada", "at": 1})
        writer.update("person", "ada", {"name": "Adele"})
    with shop.store.write() as writer:
        writer.remove("product", "bag")
    days_pass(shop, 91)
    with pytest.raises(HubRefused) as refusal:
        page(shop, a.cursor().seq)
    assert refusal.value.code is Code.RESYNC
    shop.walls["a"].ms = shop.wall.ms
    go(a, shop.hub("a"))
    assert set(rows(a, product)) == {"shoe"}
    assert mine in rows(shop.store, visit)
    assert rows(shop.store, person)["ada"]["name"] == "Adele"
    assert rows(a, person) == rows(shop.store, person)
    assert healed(a, shop.hub("a")) == ()


def test_a_cursor_at_the_beginning_misses_nothing(shop):
    remove(shop, "bag")
    days_pass(shop, 91)
    go(shop.device("new"), shop.hub("new"))


def test_a_revoked_device_is_waited_for_no_more(shop):
    a = shop.device("a")
    with shop.store.write() as writer:
        writer.insert("product", {"id": "shoe"})
    go(a, shop.hub("a"))
    go(a, shop.hub("a"))
    shop.store.tidy(shop.wall.ms)
    remove(shop, "bag")
    days_pass(shop, 33)
    assert tombstones(shop) == 1
    with shop.engines["hub"].begin() as connection:
        row = {"id": "a", "name": "a", "scope": "", "paired_at": 1}
        connection.execute(device.insert().values(row))
    assert Devices(shop.engines["hub"]).revoke("a", shop.wall.ms)
    days_pass(shop, 1)
    assert tombstones(shop) == 0


def test_departures_are_told_as_long(shop):
    held = {"ada": {"centro": 0}}

    def holders(_connection, groups, _now) -> dict[str, dict[str, int]]:
        return {group: held.get(group, {}) for group in groups}

    shop.holding = Holding("test", holders)
    shop.open_hub()
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada"})
        writer.insert("booking", {"id": "b", "what": "x", "person_id": "ada"})
    with shop.store.write() as writer:
        writer.update("booking", "b", {"person_id": "bea"})
    held.clear()
    with shop.store.write() as writer:
        writer.judge(["ada"])
    counted = [sa.select(sa.func.count()).select_from(table) for table in (member, moved)]
    days_pass(shop, 31)
    with shop.store.read() as connection:
        assert [connection.scalar(query) for query in counted] == [1, 1]
    days_pass(shop, 1)
    with shop.store.read() as connection:
        assert [connection.scalar(query) for query in counted] == [0, 0]


def test_a_clock_set_back_loses_no_mark_that_is_needed(shop):
    days_pass(shop, 3)
    shop.wall.ms -= 10 * DAY
    remove(shop, "bag")
    days_pass(shop, 31)
    assert tombstones(shop) == 1
    days_pass(shop, 1)
    assert tombstones(shop) == 0
    with shop.store.read() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(mark)) < 100


def test_a_snapshot_from_before_what_is_no_longer_told_serves_nobody_and_is_made_anew(shop):
    stay = shop.device("a")
    with shop.store.write() as writer:
        writer.insert("product", {"id": "coat"})
    snapshots = shop.make_snapshot()
    schema_of_it = snapshots.schema(EVERYTHING)
    assert snapshots.info(EVERYTHING, schema_of_it).seq == 1
    remove(shop, "bag")
    go(stay, shop.hub("a"))
    days_pass(shop, 92)
    with pytest.raises(HubRefused, match=Code.NOT_FOUND):
        snapshots.info(EVERYTHING, schema_of_it)
    go(stay, shop.hub("a"))
    fresh = shop.device("b")
    go(fresh, shop.hub("b"))
    assert rows(fresh, product) == rows(stay, product) == rows(shop.store, product)
    with shop.store.write() as writer:
        writer.insert("product", {"id": "scarf"})
    snapshots.refresh()
    assert snapshots.info(EVERYTHING, schema_of_it).seq == shop.store.head


def test_what_the_hub_keeps_no_longer_goes_from_every_device_and_does_not_come_back(shop):
    a, b = shop.device("a"), shop.device("b")
    with a.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
        old = [writer.insert("visit", {"person_id": "ada", "at": at}) for at in (1, 2)]
        asked = writer.insert("booking", {"what": "a fitting", "person_id": "ada"})
    for name, replica in (("a", a), ("b", b)):
        go(replica, shop.hub(name))
    with shop.store.write() as writer:
        writer.expire("visit", old[:1])
        writer.expire("booking", [asked])
    for name, replica in (("a", a), ("b", b)):
        go(replica, shop.hub(name))
        assert set(rows(replica, visit)) == {old[1]}
        assert rows(replica, booking) == {}
        assert healed(replica, shop.hub(name)) == ()
    assert set(rows(shop.store, visit)) == {old[1]}


def test_a_device_that_sends_again_what_is_kept_no_longer_hears_that_it_was_taken(shop):
    said = write(1, "visit", "v1", at=1, person_id="ada")
    push(shop, said, device="a")
    with shop.store.write() as writer:
        writer.expire("visit", ["v1"])
    (verdict,) = push(shop, write(1, "visit", "v1", at=1, person_id="ada"), device="b").verdicts
    assert verdict.status is Status.DUPLICATE
    assert rows(shop.store, visit) == {}


class Narrow(LocalHub):
    """Every page has three records."""

    refused = 0

    def pull(self, epoch, after, limit, floor=0):
        try:
            return super().pull(epoch, after, min(limit, 3), floor)
        except HubRefused:
            self.refused += 1
            raise


def forget_something(shop, before=10) -> None:
    """Ten records, and after them one that was deleted so long ago that nobody is told."""
    with shop.store.write() as writer:
        writer.insert_many("product", [{"id": f"coat-{n}"} for n in range(before)])
    remove(shop, "bag")
    days_pass(shop, 92)
    assert tombstones(shop) == 0


def test_who_begins_from_zero_passes_what_is_not_told_any_more_page_by_page(shop):
    forget_something(shop)
    fresh, hub = shop.device("a"), Narrow(shop.store, "a")
    go(fresh, hub)
    assert hub.refused == 0
    assert rows(fresh, product) == rows(shop.store, product)


def test_who_was_cut_on_the_way_from_zero_goes_on_where_it_was(shop):
    forget_something(shop)

    class Cut(Narrow):
        left = 2

        def pull(self, epoch, after, limit, floor=0):
            if not self.left:
                raise HubUnreachable
            self.left -= 1
            return super().pull(epoch, after, limit, floor)

    fresh = shop.device("a")
    with pytest.raises(HubUnreachable):
        go(fresh, Cut(shop.store, "a"))
    assert fresh.cursor().seq == 6
    again = shop.device("a")
    hub = Narrow(shop.store, "a")
    go(again, hub)
    assert hub.refused == 0
    assert rows(again, product) == rows(shop.store, product)


def test_who_was_cut_on_the_way_from_zero_and_missed_something_starts_again(shop):
    forget_something(shop)

    class Cut(Narrow):
        left = 2

        def pull(self, epoch, after, limit, floor=0):
            if not self.left:
                raise HubUnreachable
            self.left -= 1
            return super().pull(epoch, after, limit, floor)

    fresh = shop.device("a")
    with pytest.raises(HubUnreachable):
        go(fresh, Cut(shop.store, "a"))
    assert "coat-0" in rows(fresh, product)
    with shop.store.write() as writer:
        writer.remove("product", "coat-0")
    days_pass(shop, 92)
    hub = Narrow(shop.store, "a")
    shop.walls["a"].ms = shop.wall.ms
    go(fresh, hub)
    assert hub.refused == 1
    assert rows(fresh, product) == rows(shop.store, product)
    assert "coat-0" not in rows(fresh, product)


def test_a_snapshot_is_made_also_where_something_is_not_told_any_more(shop, monkeypatch):
    forget_something(shop)
    monkeypatch.setattr(build, "RECORDS_AT_ONCE", 3)
    snapshots = shop.make_snapshot()
    assert snapshots.schema(EVERYTHING) != ""
    fresh = shop.device("b")
    go(fresh, LocalHub(shop.store, "b", snapshots=snapshots))
    assert rows(fresh, product) == rows(shop.store, product)


def test_it_is_told_to_a_device_that_was_here_only_once(shop):
    """A hub with another history could not say any more what it deleted."""
    a = shop.device("a")
    with a.write() as writer:
        writer.insert("tag", {"id": "press", "label": "press"})
    go(a, shop.hub("a"))
    with shop.store.write() as writer:
        writer.remove("tag", "press")
    days_pass(shop, 33)
    assert tombstones(shop) == 1
    shop.store.renew_epoch()
    shop.walls["a"].ms = shop.wall.ms
    go(a, shop.hub("a"))
    assert rows(a, tag) == rows(shop.store, tag) == {}


def test_after_a_long_silence_what_another_history_does_not_know_is_gone(shop):
    a = shop.device("a")
    with a.write() as writer:
        writer.insert("tag", {"id": "press", "label": "press"})
        mine = writer.insert("visit", {"at": 1})
    go(a, shop.hub("a"))
    with shop.store.write() as writer:
        writer.remove("tag", "press")
    days_pass(shop, 95)
    assert tombstones(shop) == 0
    shop.store.renew_epoch()
    shop.walls["a"].ms = shop.wall.ms
    go(a, shop.hub("a"))
    assert rows(a, tag) == rows(shop.store, tag) == {}
    assert mine in rows(a, visit)
