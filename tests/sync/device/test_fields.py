"""Fields changed in several places: what stands on whose screen."""

import pytest

from sync.errors import HubUnreachable
from sync.hub.local import LocalHub
from tests.sync.shop import NOON, Silent, go, person, rows


def test_a_pulled_value_does_not_overwrite_a_newer_pending_one(shop):
    one, other = shop.device("a"), shop.device("b")
    with one.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
    go(one, shop.hub("a"))
    go(other, shop.hub("b"))
    shop.walls["a"].ms += 1000
    with one.write() as writer:
        writer.update("person", "ada", {"name": "from a", "born_on": "1990-01-01"})
    go(one, shop.hub("a"))
    shop.walls["b"].ms += 2000

    class WritesMeanwhile(LocalHub):
        def pull(self, epoch, after, limit, floor=0):
            page = super().pull(epoch, after, limit, floor)
            with other.write() as writer:
                writer.update("person", "ada", {"name": "from b"})
            return page

    shop.wall.ms += 2000
    go(other, WritesMeanwhile(shop.store, "b"))
    assert rows(other, person)["ada"]["name"] == "from b"
    assert rows(other, person)["ada"]["born_on"] == "1990-01-01"
    go(other, shop.hub("b"))
    go(one, shop.hub("a"))
    assert rows(one, person) == rows(other, person) == rows(shop.store, person)
    assert rows(one, person)["ada"]["name"] == "from b"


def test_an_older_pending_value_gives_way_to_a_newer_pulled_one(shop):
    one, other = shop.device("a"), shop.device("b")
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
    for name, tablet in (("a", one), ("b", other)):
        go(tablet, shop.hub(name))
    with other.write() as writer:
        writer.update("person", "ada", {"name": "older"})
    shop.walls["a"].ms += 5000
    with one.write() as writer:
        writer.update("person", "ada", {"name": "newer"})
    go(one, shop.hub("a"))
    go(other, shop.hub("b"))
    assert rows(other, person)["ada"]["name"] == "newer"
    assert rows(shop.store, person)["ada"]["name"] == "newer"


def test_two_values_of_a_watched_field_reach_everybody_until_one_is_chosen(shop):
    one, other = shop.device("a"), shop.device("b")
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada", "email": "old@x.it"})
    for name, tablet in (("a", one), ("b", other)):
        go(tablet, shop.hub(name))
    with one.write() as writer:
        writer.update("person", "ada", {"email": "one@x.it"})
    shop.walls["b"].ms += 1000
    with other.write() as writer:
        writer.update("person", "ada", {"email": "two@x.it"})
    for name, tablet in (("a", one), ("b", other), ("a", one)):
        go(tablet, shop.hub(name))
    for tablet in (one, other):
        assert rows(tablet, person)["ada"]["email"] == "two@x.it"
        (disagreement,) = tablet.disagreements("person", "ada")
        assert disagreement.field == "email"
        assert [rival.value for rival in disagreement.rivals] == ["one@x.it"]
    with one.write() as writer:
        writer.update("person", "ada", {"email": "one@x.it"})
    assert one.disagreements("person", "ada") == []
    go(one, shop.hub("a"))
    go(other, shop.hub("b"))
    assert other.disagreements("person", "ada") == []
    assert rows(other, person)["ada"]["email"] == "one@x.it"


def test_a_write_with_a_clock_from_the_future_is_stamped_anew_before_it_is_pushed(shop):
    ahead, other = shop.device("a"), shop.device("b")
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
    for name, tablet in (("a", ahead), ("b", other)):
        go(tablet, shop.hub(name))
    shop.walls["a"].ms = NOON + 5 * 31_536_000_000
    for name in ("first", "second"):
        with ahead.write() as writer:
            writer.update("person", "ada", {"name": name})
    shop.walls["a"].ms = NOON
    with pytest.raises(HubUnreachable):
        go(ahead, Silent(shop.store, "a"))
    with ahead.write() as writer:
        writer.update("person", "ada", {"name": "third"})
    assert rows(ahead, person)["ada"]["name"] == "third"
    go(ahead, shop.hub("a"))
    assert rows(shop.store, person)["ada"]["name"] == "third"
    for wall in (shop.wall, *shop.walls.values()):
        wall.ms += 10_000
    go(other, shop.hub("b"))
    with other.write() as writer:
        writer.update("person", "ada", {"name": "later, by another"})
    go(other, shop.hub("b"))
    go(ahead, shop.hub("a"))
    assert rows(ahead, person)["ada"]["name"] == "later, by another"


class Cut(LocalHub):
    """A hub that goes away before anything is pulled."""

    def pull(self, *_):
        raise HubUnreachable


def test_what_a_value_rests_on_is_known_while_the_hub_begins_another_history(shop):
    tablet, other = shop.device("a"), shop.device("b")
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada", "email": "old@x.it"})
        writer.insert("person", {"id": "bea", "email": "old@x.it"})
    for name, each in (("a", tablet), ("b", other)):
        go(each, shop.hub(name))
    shop.store.renew_epoch()
    with pytest.raises(HubUnreachable):
        go(tablet, Cut(shop.store, "a"))
    with tablet.write() as writer:
        writer.update("person", "ada", {"email": "new@x.it"})
    go(tablet, shop.hub("a"))
    go(other, shop.hub("b"))
    assert rows(other, person)["ada"]["email"] == "new@x.it"
    assert [each.disagreements("person", "ada") for each in (tablet, other)] == [[], []]
