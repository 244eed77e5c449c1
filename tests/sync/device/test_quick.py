"""What a device and a hub that have met tell each other without a hello."""

import msgspec
import pytest

from sync.device import push
from sync.device.agenda import MOST_BELLS, Agenda
from sync.device.passes import start_again
from sync.device.quick import run_quick
from sync.device.replica import Replica
from sync.device.told import held
from sync.errors import HubUnreachable
from sync.hub import schema
from sync.hub.local import LocalHub
from sync.wire import EVERYTHING, Bell, Page
from tests.sync.shop import Shop, Silent, digest, go, person, product, rows, visit


def rung(shop: Shop, after: int, holds: str = EVERYTHING) -> Bell:
    """What a stream carries to a device that stands at that position."""
    news = shop.store.news(holds, after)
    assert news.page is not None
    return Bell(epoch=shop.store.epoch, head=news.next, after=after, page=msgspec.Raw(news.page))


def only_rung(shop: Shop) -> Bell:
    return Bell(epoch=shop.store.epoch, head=shop.store.head)


def quick(device: Replica, api: LocalHub, *bells: Bell, hear=lambda _: None) -> bool:
    return run_quick(device, api, bells, lambda _: None, hear)


def all_that_is_held(device: Replica) -> object:
    with device.read() as connection:
        tallies = held.tallies(connection)
    return rows(device, person), rows(device, visit), rows(device, product), tallies, device.cursor()


@pytest.fixture
def met(shop):
    """Two devices that have everything, and a hub that has gone on."""
    with shop.store.write() as writer:
        writer.insert("person", {"id": "p", "name": "Giulia"})
    one, other = shop.device("one"), shop.device("other")
    go(one, shop.hub("one"))
    go(other, shop.hub("other"))
    with shop.store.write() as writer:
        writer.update("person", "p", {"name": "Giulia Ferraris"})
        writer.insert("visit", {"id": "v", "person_id": "p", "at": 1})
        writer.insert("product", {"id": "x", "title": "Boot"})
    return one, other


class Telling(LocalHub):
    """Its answers carry what came after the position to which its stream has told."""

    def __init__(self, shop: Shop, name: str, after: int) -> None:
        super().__init__(shop.store, name)
        self._shop = shop
        self._after = after

    def push(self, push):
        reply = super().push(push)
        return msgspec.structs.replace(reply, news=rung(self._shop, self._after))


class Interrupted(LocalHub):
    """Whenever it is sent something, somebody writes on the device meanwhile."""

    def __init__(self, shop: Shop, device: Replica, name: str) -> None:
        super().__init__(shop.store, name)
        self._device = device
        self.pushes = 0

    def push(self, push):
        self.pushes += 1
        assert self.pushes < 10, "it does not come to an end"
        with self._device.write() as writer:
            writer.insert("visit", {"at": self.pushes})
        return super().push(push)


class Counting(LocalHub):
    """Knows what it was asked for."""

    def __init__(self, shop: Shop, name: str) -> None:
        super().__init__(shop.store, name)
        self.asked: list[str] = []

    def hello(self, *args, **more):
        self.asked.append("hello")
        return super().hello(*args, **more)

    def pull(self, epoch, after, limit, floor=0):
        self.asked.append("pull")
        return super().pull(epoch, after, limit, floor)

    def push(self, push):
        self.asked.append("push")
        return super().push(push)


def test_a_page_in_a_bell_has_the_effect_of_pulling_it(shop, met):
    by_bell, by_pull = met
    hub = Counting(shop, "one")
    assert quick(by_bell, hub, rung(shop, by_bell.cursor().seq))
    assert hub.asked == []
    assert quick(by_pull, shop.hub("other"), only_rung(shop))
    assert all_that_is_held(by_bell) == all_that_is_held(by_pull)
    assert by_bell.cursor().seq == shop.store.head


def test_what_a_bell_brings_is_told_once_however_often_it_rings(shop, met):
    device, _ = met
    told = []
    device.listeners.append(told.append)
    bell = rung(shop, device.cursor().seq)
    assert quick(device, shop.hub("one"), bell, bell)
    assert quick(device, shop.hub("one"), bell)
    (changes,) = told
    assert changes.records == {"person": {"p"}, "visit": {"v"}, "product": {"x"}}


def test_bells_that_continue_each_other_are_applied_together(shop, met):
    device, _ = met
    hub = Counting(shop, "one")
    first = rung(shop, device.cursor().seq)
    with shop.store.write() as writer:
        writer.insert("visit", {"id": "w", "at": 2})
    assert quick(device, hub, first, rung(shop, first.head))
    assert hub.asked == []
    assert rows(device, visit).keys() == {"v", "w"}


def test_a_bell_from_elsewhere_than_the_cursor_leads_to_a_pull(shop, met):
    device, other = met
    hub = Counting(shop, "one")
    with shop.store.write() as writer:
        writer.insert("visit", {"id": "w", "at": 2})
    assert quick(device, hub, rung(shop, shop.store.head - 1))
    assert hub.asked == ["pull"]
    go(other, shop.hub("other"))
    assert all_that_is_held(device) == all_that_is_held(other)


def test_a_bell_that_only_rings_leads_to_a_pull_and_an_old_one_to_nothing(shop, met):
    device, _ = met
    hub = Counting(shop, "one")
    assert quick(device, hub, only_rung(shop))
    assert quick(device, hub, only_rung(shop))
    assert hub.asked == ["pull"]


def test_a_write_is_pushed_without_a_hello(shop, met):
    device, _ = met
    hub = Counting(shop, "one")
    with device.write() as writer:
        made = writer.insert("visit", {"at": 5})
    assert quick(device, hub)
    assert hub.asked == ["push"]
    assert device.pending() == 0
    assert made in rows(shop.store, visit)


def test_whoever_writes_more_often_than_the_hub_answers_hears_its_bells(shop, met):
    device, _ = met
    hub = Interrupted(shop, device, "one")
    with device.write() as writer:
        writer.insert("visit", {"at": 0})
    for pushes in (1, 2, 3):
        with shop.store.write() as writer:
            told = writer.insert("product", {"title": "Boot"})
        assert quick(device, hub, rung(shop, device.cursor().seq))
        assert told in rows(device, product)
        assert (hub.pushes, device.pending()) == (pushes, 1)


def test_all_that_waits_goes_however_many_batches_it_is(shop, met, monkeypatch):
    monkeypatch.setattr("sync.device.push.PUSH_RECORDS", 3)
    device, _ = met
    for at in range(8):
        with device.write() as writer:
            writer.insert("visit", {"at": at})
    hub = Interrupted(shop, device, "one")
    assert quick(device, hub)
    assert hub.pushes == 3
    assert device.pending() <= hub.pushes


def test_a_write_of_ones_own_comes_back_in_the_bell_and_changes_nothing_more(shop, met):
    device, other = met
    quick(device, shop.hub("one"), rung(shop, device.cursor().seq))
    with device.write() as writer:
        writer.insert("visit", {"at": 5})
    quick(device, shop.hub("one"))
    before = rows(device, visit)
    assert quick(device, shop.hub("one"), rung(shop, device.cursor().seq))
    assert rows(device, visit) == before
    go(other, shop.hub("other"))
    assert all_that_is_held(device) == all_that_is_held(other)


def test_the_answer_to_a_push_brings_what_was_written_back(shop, met):
    device, other = met
    told = []
    with device.write() as writer:
        made = writer.insert("visit", {"at": 5})
        writer.update("person", "p", {"email": "g@x.it"})
    device.listeners.append(told.append)
    assert quick(device, Telling(shop, "one", device.cursor().seq))
    assert device.cursor().seq == shop.store.head
    assert device.pending() == 0
    assert {made, "v"} <= {i for changes in told for i in changes.records.get("visit", ())}
    go(other, shop.hub("other"))
    assert all_that_is_held(device) == all_that_is_held(other)


def test_news_with_an_answer_that_do_not_continue_what_is_here_are_one_more_bell(shop, met):
    device, other = met
    before, left = device.cursor(), list[Bell]()
    on_its_way = rung(shop, before.seq)
    with device.write() as writer:
        writer.insert("visit", {"at": 5})
    assert quick(device, Telling(shop, "one", on_its_way.head), hear=left.append)
    assert device.cursor() == before
    assert device.pending() == 0
    hub = Counting(shop, "one")
    assert quick(device, hub, *left, on_its_way)
    assert hub.asked == []
    go(other, shop.hub("other"))
    assert all_that_is_held(device) == all_that_is_held(other)


def test_a_page_that_begins_before_the_cursor_says_some_once_more_and_the_rest(shop, met):
    device, other = met
    hub, began = Counting(shop, "one"), device.cursor().seq
    assert quick(device, hub, rung(shop, began))
    with shop.store.write() as writer:
        writer.insert("visit", {"id": "w", "at": 2})
        writer.update("person", "p", {"name": "Giulia F."})
    assert quick(device, hub, rung(shop, began))
    assert hub.asked == []
    go(other, shop.hub("other"))
    assert all_that_is_held(device) == all_that_is_held(other)


def test_a_picture_that_the_answer_to_a_push_names_is_fetched(shop, met):
    device, _ = met
    with shop.store.write() as writer:
        writer.update("product", "x", {"picture": writer.add_blob(b"a boot")})
    with device.write() as writer:
        writer.insert("visit", {"at": 5})
    assert quick(device, Telling(shop, "one", device.cursor().seq))
    assert device.blob(digest(b"a boot")) == b"a boot"


def test_an_unanswered_write_stays_over_what_the_bell_brings(shop, met):
    device, _ = met
    shop.walls["one"].ms += 1_000
    with device.write() as writer:
        writer.update("person", "p", {"name": "Giulia F."})
    with pytest.raises(HubUnreachable):
        quick(device, Silent(shop.store, "one"), rung(shop, device.cursor().seq))
    assert device.cursor().seq == shop.store.head
    assert rows(device, person)["p"]["name"] == "Giulia F."


def test_another_history_asks_for_a_hello(shop, met):
    device, _ = met
    with device.write() as writer:
        writer.insert("visit", {"at": 5})
    shop.store.renew_epoch()
    assert not quick(device, shop.hub("one"))
    assert not quick(device, Counting(shop, "one"), Bell(epoch="another", head=99))
    assert device.pending() == 1


def test_a_hub_that_counts_differently_asks_for_a_hello(shop, met):
    device, _ = met
    for at in (5, 6):
        with device.write() as writer:
            writer.insert("visit", {"at": at})
        if at == 5:
            assert quick(device, shop.hub("one"))
            with shop.store.write() as writer:
                writer.connection.execute(schema.received.delete())
    assert not quick(device, shop.hub("one"))
    go(device, shop.hub("one"))
    assert device.pending() == 0
    assert {v["at"] for v in rows(shop.store, visit).values()} >= {5, 6}


def test_a_hub_that_is_away_is_said_to_be(shop, met):
    device, _ = met
    with device.write() as writer:
        writer.insert("visit", {"at": 5})
    with pytest.raises(HubUnreachable):
        quick(device, Silent(shop.store, "one"))
    assert device.pending() == 1


def test_the_picture_that_a_bell_names_is_fetched(shop, met):
    device, _ = met
    quick(device, shop.hub("one"), rung(shop, device.cursor().seq))
    with shop.store.write() as writer:
        writer.update("product", "x", {"picture": writer.add_blob(b"a boot")})
    assert quick(device, shop.hub("one"), rung(shop, device.cursor().seq))
    assert device.blob(digest(b"a boot")) == b"a boot"


def test_a_page_that_cannot_be_read_is_pulled_instead(shop, met):
    device, _ = met
    hub = Counting(shop, "one")
    spoilt = Bell(
        epoch=shop.store.epoch, head=99, after=device.cursor().seq, page=msgspec.Raw(b'{"epoch":5}')
    )
    assert quick(device, hub, spoilt)
    assert hub.asked == ["pull"]
    assert device.cursor().seq == shop.store.head


def test_a_thousand_bells_are_one_look():
    agenda = Agenda()
    agenda.take()
    for head in range(1, 1_001):
        agenda.hear(Bell(epoch="e", head=head, after=head - 1, page=msgspec.Raw(b"{}")))
    work = agenda.take()
    assert len(work.bells) <= MOST_BELLS
    assert work.bells[-1].head == 1_000
    assert not work.bells[0].page
    assert not agenda.wait(0)
    assert agenda.take() == work.__class__(hello=False, bells=())


def test_a_bell_during_a_pass_leads_to_another_look():
    agenda = Agenda()
    assert agenda.take().hello
    agenda.hear(Bell(epoch="e", head=1))
    assert agenda.wait(0)
    assert [bell.head for bell in agenda.take().bells] == [1]


def test_a_hub_that_wants_a_hello_gets_one():
    agenda = Agenda()
    agenda.take()
    agenda.hear(Bell(epoch="e", head=1, attend=True))
    assert agenda.take().hello


def test_a_page_travels_within_a_bell_as_it_is():
    page = msgspec.json.encode(Page(epoch="e", hub_now=1, records=[], next=2, upto=2))
    sent = msgspec.json.encode(Bell(epoch="e", head=2, after=1, page=msgspec.Raw(page)))
    assert bytes(msgspec.json.decode(sent, type=Bell).page) == page


def test_what_rang_before_a_device_starts_again_lets_go_nothing(shop, met):
    """It was made before the hub took what the device has sent since, and says nothing of that."""
    one, _ = met
    before = rung(shop, 0)
    with one.write() as writer:
        visited = writer.insert("visit", {"at": 1})
    assert quick(one, shop.hub("one"))
    start_again(one)
    assert quick(one, shop.hub("one"), before)
    assert visited in rows(one, visit)
    go(one, shop.hub("one"))
    assert rows(one, visit) == rows(shop.store, visit)


def test_writes_of_which_each_fills_a_batch_by_itself_go_in_one_look(shop, monkeypatch):
    """Nobody looks again for the second one before a minute has gone."""
    monkeypatch.setattr(push, "PUSH_BYTES", 10)
    device = shop.device("one")
    go(device, shop.hub("one"))
    for name in ("Giulia", "Ottavia", "Livia"):
        with device.write() as writer:
            writer.insert("person", {"name": name})
    assert quick(device, shop.hub("one"))
    assert device.pending() == 0
