"""What a device holds that belongs to a scope: whom it is given, whom it lets go, and what it never loses."""

import pytest

from sync.device.outbox import RecordState
from sync.errors import Code, HubRefused, HubUnreachable
from sync.hub.local import LocalHub
from sync.hub.scopes.holding import NO_SCOPES, Holding
from sync.hub.store import VISIT_MS
from tests.sync.shop import Shop, Silent, booking, go, healed, person, product, rows, tag, visit


@pytest.fixture
def held(shop) -> dict[str, set[str]]:
    """Group → scopes: what the rule says, changed by the test."""
    who: dict[str, set[str]] = {"ada": {"centro"}, "bea": {"mare"}, "cleo": {"centro", "mare"}}

    def holders(_connection, groups, _now) -> dict[str, dict[str, int]]:
        return {group: dict.fromkeys(who.get(group, ()), 0) for group in groups}

    shop.holding = Holding("test", holders)
    shop.scopes = {"c": "centro", "m": "mare"}
    shop.open_hub()
    with shop.store.write() as writer:
        writer.insert("product", {"id": "bag"})
        for name in who:
            writer.insert("person", {"id": name, "name": name.title()})
            writer.insert("visit", {"id": f"{name}1", "person_id": name, "at": 1})
            writer.insert("booking", {"id": f"{name}2", "person_id": name, "what": "x"})
        writer.insert("visit", {"id": "nobody1", "at": 1})
    return who


def judge(shop, *groups) -> None:
    with shop.store.write() as writer:
        writer.judge(groups)


def ids(where, table) -> set[str]:
    return set(rows(where, table))


def test_a_device_is_given_its_scope_and_what_is_shared(shop, held):
    c, m = shop.device("c"), shop.device("m")
    go(c, shop.hub("c"))
    go(m, shop.hub("m"))
    assert ids(c, person) == {"ada", "cleo"}
    assert ids(m, person) == {"bea", "cleo"}
    assert ids(c, visit) == {"ada1", "cleo1", "nobody1"}
    assert ids(c, booking) == {"ada2", "cleo2"}
    assert ids(c, product) == ids(m, product) == {"bag"}
    assert healed(c, shop.hub("c")) == healed(m, shop.hub("m")) == ()


def test_without_a_scope_it_is_given_everything(shop, held):
    a = shop.device("a")
    go(a, shop.hub("a"))
    assert ids(a, person) == {"ada", "bea", "cleo"}


def test_who_enters_comes_whole_and_who_leaves_is_gone(shop, held):
    c = shop.device("c")
    go(c, shop.hub("c"))
    held["bea"].add("centro")
    held["ada"].clear()
    judge(shop, "ada", "bea")
    changes = go(c, shop.hub("c"))
    assert ids(c, person) == {"bea", "cleo"}
    assert ids(c, visit) == {"bea1", "cleo1", "nobody1"}
    assert changes.records["visit"] == {"ada1", "bea1"}
    assert healed(c, shop.hub("c")) == ()
    assert ids(shop.store, person) == {"ada", "bea", "cleo"}


def test_who_left_and_came_back_unseen_is_as_on_the_hub(shop, held):
    c = shop.device("c")
    go(c, shop.hub("c"))
    held["ada"].clear()
    with shop.store.write() as writer:
        writer.judge(["ada"])
        writer.insert("tag", {"id": "vip", "label": "vip", "person_id": "ada"})
    with shop.store.write() as writer:
        writer.remove("tag", "vip")
        writer.update("booking", "ada2", {"person_id": "bea"})
    held["ada"].add("centro")
    judge(shop, "ada")
    go(c, shop.hub("c"))
    assert ids(c, person) == {"ada", "cleo"}
    assert ids(c, booking) == {"cleo2"}
    assert healed(c, shop.hub("c")) == ()


def test_a_record_that_goes_over_to_somebody_else_goes_and_comes(shop, held):
    c, m = shop.device("c"), shop.device("m")
    go(c, shop.hub("c"))
    go(m, shop.hub("m"))
    with shop.store.write() as writer:
        writer.update("booking", "ada2", {"person_id": "bea"})
    go(c, shop.hub("c"))
    go(m, shop.hub("m"))
    assert ids(c, booking) == {"cleo2"}
    assert ids(m, booking) == {"ada2", "bea2", "cleo2"}
    assert healed(c, shop.hub("c")) == healed(m, shop.hub("m")) == ()


def test_what_waits_for_the_hub_outlives_the_departure_and_goes_when_it_has_it(shop, held):
    c = shop.device("c")
    go(c, shop.hub("c"))
    with c.write() as writer:
        writer.update("person", "ada", {"name": "Adele"})
        mine = writer.insert("visit", {"person_id": "ada", "at": 2})
    held["ada"].clear()
    judge(shop, "ada")
    with pytest.raises(HubUnreachable):
        go(c, Silent(shop.store, "c", "centro"))
    go(c, shop.hub("c"))
    assert c.pending() == 0
    assert rows(shop.store, person)["ada"]["name"] == "Adele"
    assert mine in rows(shop.store, visit)
    assert ids(c, person) == {"cleo"}
    assert ids(c, visit) == {"cleo1", "nobody1"}
    assert healed(c, shop.hub("c")) == ()


def test_a_departure_that_comes_while_a_write_is_on_its_way_leaves_it_here(shop, held):
    c = shop.device("c")
    go(c, shop.hub("c"))
    held["ada"].clear()
    judge(shop, "ada")

    class Between(LocalHub):
        """Somebody writes here after the push."""

        def pull(self, epoch, after, limit, floor=0):
            with c.write() as writer:
                writer.update("person", "ada", {"name": "Adele"})
            return super().pull(epoch, after, limit, floor)

    go(c, Between(shop.store, "c", "centro"))
    assert ids(c, person) == {"ada", "cleo"}
    go(c, shop.hub("c"))
    assert rows(shop.store, person)["ada"]["name"] == "Adele"
    assert ids(c, person) == {"cleo"}


def test_what_is_written_here_about_somebody_else_goes_to_the_hub_and_not_stays(shop, held):
    c = shop.device("c")
    go(c, shop.hub("c"))
    with c.write() as writer:
        made = writer.insert("person", {"id": "dora", "name": "Dora"})
    go(c, shop.hub("c"))
    assert made in rows(shop.store, person)
    assert made not in rows(c, person)
    assert c.states("person", [made]) == {made: RecordState.CONFIRMED}
    assert healed(c, shop.hub("c")) == ()


def test_what_was_refused_stays_for_a_person_though_she_left(shop, held):
    c = shop.device("c")
    go(c, shop.hub("c"))
    with shop.store.write() as writer:
        writer.insert("visit", {"id": "taken", "person_id": "bea", "receipt": "R1", "at": 1})
    with c.write() as writer:
        mine = writer.insert("visit", {"person_id": "ada", "receipt": "R1", "at": 2})
    go(c, shop.hub("c"))
    held["ada"].clear()
    judge(shop, "ada")
    go(c, shop.hub("c"))
    assert mine in rows(c, visit)
    assert c.set_aside() == 1


def test_another_scope_starts_again_and_keeps_the_queue(shop, held):
    c = shop.device("c")
    go(c, shop.hub("c"))
    with c.write() as writer:
        mine = writer.insert("visit", {"person_id": "ada", "at": 3})
    shop.scopes["c"] = "mare"
    go(c, shop.hub("c"))
    assert ids(c, person) == {"bea", "cleo"}
    assert mine in rows(shop.store, visit)
    assert healed(c, shop.hub("c")) == ()
    shop.scopes["c"] = ""
    go(c, shop.hub("c"))
    assert ids(c, person) == {"ada", "bea", "cleo"}
    assert rows(c, visit) == rows(shop.store, visit)
    assert healed(c, shop.hub("c")) == ()


def test_another_scope_of_a_restored_hub_gives_back_what_it_lost(shop, held):
    c = shop.device("c")
    backup = shop.keep("hub")
    with c.write() as writer:
        mine = writer.insert("visit", {"person_id": "ada", "at": 3})
    go(c, shop.hub("c"))
    with c.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM sync_outbox")
    shop.restore("hub", backup)
    shop.open_hub()
    shop.store.renew_epoch()
    shop.scopes["c"] = "mare"
    for _ in range(3):
        go(c, shop.hub("c"))
    assert mine in rows(shop.store, visit)
    assert ids(c, person) == {"bea", "cleo"}
    assert healed(c, shop.hub("c")) == ()


def test_a_device_cut_off_while_it_starts_again_goes_on(shop, held):
    c = shop.device("c")
    go(c, shop.hub("c"))
    shop.scopes["c"] = "mare"

    class Cut(LocalHub):
        left = 2

        def pull(self, epoch, after, limit, floor=0):
            if not self.left:
                raise HubUnreachable
            self.left -= 1
            return super().pull(epoch, after, min(limit, 2), floor)

    with pytest.raises(HubUnreachable):
        go(c, Cut(shop.store, "c", "mare"))
    assert "ada" in rows(c, person)
    c = shop.device("c")
    go(c, shop.hub("c"))
    assert ids(c, person) == {"bea", "cleo"}
    assert healed(c, shop.hub("c")) == ()


def test_the_rule_is_given_up_and_everybody_holds_everything(shop: Shop, held):
    c = shop.device("c")
    go(c, shop.hub("c"))
    shop.holding = NO_SCOPES
    shop.open_hub()
    go(c, shop.hub("c"))
    assert rows(c, person) == rows(shop.store, person)
    assert healed(c, shop.hub("c")) == ()


def test_elements_of_sets_go_too(shop, held):
    c = shop.device("c")
    with shop.store.write() as writer:
        writer.insert("tag", {"id": "vip", "label": "vip", "person_id": "ada"})
    go(c, shop.hub("c"))
    assert ids(c, tag) == {"vip"}
    held["ada"].clear()
    judge(shop, "ada")
    go(c, shop.hub("c"))
    assert ids(c, tag) == set()
    assert healed(c, shop.hub("c")) == ()


def test_somebody_outside_is_fetched_for_a_while(shop, held):
    c, m = shop.device("c"), shop.device("m")
    go(c, shop.hub("c"))
    fetched = shop.hub("c").fetch("bea")
    go(c, shop.hub("c"))
    assert c.cursor().seq >= fetched.seq
    assert ids(c, person) == {"ada", "bea", "cleo"}
    assert ids(c, visit) == {"ada1", "bea1", "cleo1", "nobody1"}
    go(m, shop.hub("m"))
    assert ids(m, person) == {"bea", "cleo"}
    shop.wall.ms += VISIT_MS - 1
    shop.store.tidy(shop.wall.ms)
    judge(shop, "bea")
    go(c, shop.hub("c"))
    assert "bea" in ids(c, person)
    shop.wall.ms += 1
    shop.store.tidy(shop.wall.ms)
    go(c, shop.hub("c"))
    assert ids(c, person) == {"ada", "cleo"}
    assert healed(c, shop.hub("c")) == ()


def test_who_is_held_anyway_is_fetched_without_coming_twice(shop, held):
    c = shop.device("c")
    go(c, shop.hub("c"))
    head = shop.store.head
    assert shop.hub("c").fetch("ada").seq == head
    assert shop.hub("a").fetch("bea").seq == head
    assert go(c, shop.hub("c")).records == {}


def test_nobody_is_fetched_whom_the_hub_does_not_hold(shop, held):
    shop.store.erasing.erase("bea")
    for name in ("bea", "nobody", ""):
        with pytest.raises(HubRefused) as refusal:
            shop.hub("c").fetch(name)
        assert refusal.value.code is Code.NOT_FOUND
