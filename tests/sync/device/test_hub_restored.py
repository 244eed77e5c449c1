"""The hub is not the one it was: restored from a backup, made anew, or the device is."""

import pytest

from sync.errors import Code, EpochChanged, HubRefused
from sync.hub.local import LocalHub
from sync.wire import Push
from tests.sync.shop import go, person, rows, visit


@pytest.mark.parametrize("told", [True, False], ids=["epoch renewed", "file just put back"])
def test_tablets_send_again_what_a_restored_hub_forgot(shop, told):
    one, other = shop.device("a"), shop.device("b")
    with one.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
    go(one, shop.hub("a"))
    backup = shop.keep("hub")
    with one.write() as writer:
        writer.update("person", "ada", {"name": "Ada M.", "email": "ada@x.it"})
        writer.insert("visit", {"id": "v1", "at": 1})
    go(one, shop.hub("a"))
    with other.write() as writer:
        writer.insert("visit", {"id": "v2", "at": 2})
    go(other, shop.hub("b"))
    shop.restore("hub", backup)
    shop.open_hub()
    if told:
        shop.store.renew_epoch()
    for name, tablet in (("b", other), ("a", one), ("b", other)):
        go(tablet, shop.hub(name))
    for where in (one, other, shop.store):
        assert set(rows(where, visit)) == {"v1", "v2"}
        assert rows(where, person)["ada"]["name"] == "Ada M."
        assert rows(where, person)["ada"]["email"] == "ada@x.it"
    assert one.disagreements("person", "ada") == []


def test_a_field_that_the_restored_hub_no_longer_knows_goes_back_to_its_default(shop):
    tablet = shop.device("a")
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
    backup = shop.keep("hub")
    with shop.store.write() as writer:
        writer.update("person", "ada", {"tags": ["x"], "loyal": True, "born_on": "1990-01-01"})
    go(tablet, shop.hub("a"))
    shop.restore("hub", backup)
    shop.open_hub().renew_epoch()
    go(tablet, shop.hub("a"))
    assert rows(tablet, person) == rows(shop.store, person)
    assert rows(tablet, person)["ada"]["tags"] == []


def test_a_hub_made_anew_gets_everything_again(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
        writer.insert("visit", {"at": 1})
    go(tablet, shop.hub("a"))
    shop.remove("hub")
    shop.open_hub()
    go(tablet, shop.hub("a"))
    assert rows(shop.store, person) == rows(tablet, person)
    assert rows(shop.store, visit) == rows(tablet, visit)
    with tablet.write() as writer:
        writer.insert("visit", {"at": 2})
    go(tablet, shop.hub("a"))
    assert len(rows(shop.store, visit)) == 2


def test_numbers_are_given_anew_when_old_writes_are_gone_or_set_aside(shop):
    """The new hub expects 1, the tablet no longer has its first writes and has set one aside."""
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("visit", {"at": 1})
        writer.insert("person", {"id": "x", "name": "X"})
    go(tablet, shop.hub("a"))
    for wall in (shop.wall, shop.walls["a"]):
        wall.ms += 31 * 24 * 3_600_000
    go(tablet, shop.hub("a"))
    go(shop.device("b"), shop.hub("b"))
    with shop.device("b").write() as writer:
        writer.insert("visit", {"at": 1, "receipt": "R"})
    go(shop.device("b"), shop.hub("b"))
    with tablet.write() as writer:
        writer.insert("visit", {"id": "refused", "at": 2, "receipt": "R"})
        writer.insert("visit", {"id": "kept", "at": 3})
    go(tablet, shop.hub("a"))
    with tablet.write() as writer:
        writer.insert("visit", {"id": "late", "at": 4})
    shop.remove("hub")
    shop.open_hub()
    go(tablet, shop.hub("a"))
    assert set(rows(shop.store, visit)) == {"kept", "late"}
    assert shop.store.hello("a").last_dseq == 2
    assert tablet.ledger(0).set_aside == 1


def test_a_device_restored_from_an_old_copy_loses_no_new_write(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("visit", {"id": "v1", "at": 1})
    copy = shop.keep("a")
    with tablet.write() as writer:
        writer.insert("visit", {"id": "v2", "at": 2})
        writer.insert("visit", {"id": "v3", "at": 3})
    go(tablet, shop.hub("a"))
    shop.restore("a", copy)
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("visit", {"id": "v4", "at": 4})
    go(tablet, shop.hub("a"))
    assert set(rows(shop.store, visit)) == {"v1", "v2", "v3", "v4"}
    assert rows(tablet, visit) == rows(shop.store, visit)


def test_an_epoch_that_changes_during_a_pass_is_followed_at_once(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("visit", {"at": 1})
    renewed = []

    class Renewing(LocalHub):
        def push(self, push):
            if not renewed:
                renewed.append(shop.store.renew_epoch())
            return super().push(push)

    go(tablet, Renewing(shop.store, "a"))
    assert tablet.cursor().epoch == renewed[0]
    assert len(rows(shop.store, visit)) == 1


def test_a_hub_whose_epoch_never_stands_still_is_given_up(shop):
    class Restless(LocalHub):
        def pull(self, epoch, after, limit, floor=0):
            shop.store.renew_epoch()
            return super().pull(epoch, after, limit, floor)

    with pytest.raises(EpochChanged):
        go(shop.device("a"), Restless(shop.store, "a"))


def test_a_gap_in_the_numbers_is_asked_about_again_and_then_given_up(shop):
    asked = []

    class Forgetful(LocalHub):
        def push(self, push):
            asked.append(push)
            raise HubRefused(Code.SEQUENCE_GAP, "expected 1")

    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("visit", {"at": 1})
    with pytest.raises(HubRefused):
        go(tablet, Forgetful(shop.store, "a"))
    assert len(asked) == 3
    assert tablet.pending() == 1


def test_the_hub_refuses_a_push_for_another_epoch(shop):
    with pytest.raises(EpochChanged) as change:
        shop.hub("a").push(Push(epoch="another", records=[]))
    assert change.value.epoch == shop.store.epoch
