"""Polling against a real HTTP server: pages, patience, and going on where it stopped."""

from typing import Annotated

import msgspec
import pytest

from clienteling.hub.connectors.heard import Translation
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.sources import positions
from clienteling.hub.sources.asking import Ask, Page, Poll
from clienteling.hub.sources.poller import ACCESS_MS, FIRST_REST_MS, REFUSED_REST_MS, Poller
from clienteling.hub.sources.said import Reached, asked
from clienteling.hub.sources.source import Kind, Source
from sync.instants import wall_clock
from tests.hub.little_house import NOW, rows
from tests.hub.sources.fake_shop import Answered

MINUTE = 60_000
SECRET = "s3cret"


class Things(Poll):
    """Pages of two: `/things?page=2&after=…`, with the variants of each page's first thing in between."""

    def __init__(self, resource: str = "things", whole_every_ms: int | None = None) -> None:
        self.resource = resource
        self.whole_every_ms = whole_every_ms

    def first(self, said, since):
        del said
        return Ask(path=f"/{self.resource}", params=(("page", "1"), ("after", str(since or 0))))

    def read(self, said, ask, answer):
        del said
        items = msgspec.json.decode(answer.body, type=list[msgspec.Raw])
        if ask.carried:
            return Page(items=[bytes(item) + ask.carried.encode() for item in items])
        params = dict(ask.params)
        onward = Ask(
            path=ask.path, params=(("page", str(int(params["page"]) + 1)), ("after", params["after"]))
        )
        return Page(
            items=[bytes(item) for item in items],
            next=onward if len(items) == 2 else None,
            also=[Ask(path="/variants", carried=" of")] if b"7" in answer.body else [],
            total=5,
        )


class PagesSaid(Reached, frozen=True, kw_only=True):
    url: Annotated[str, asked("Where it is.")]
    access: str = ""


class Pages(Kind):
    name = "pages"
    settings = PagesSaid

    def __init__(self, *polls: Poll) -> None:
        self.polls = polls or (Things(),)
        self.kept_up = 0
        self.signed_in_times = 0

    def translate(self, payload, said, source):
        del payload, said
        return [Translation(source, ())]

    def signed_in(self, said, web):
        del web
        self.signed_in_times += 1
        return msgspec.structs.replace(said, access=SECRET)

    def signed(self, said, ask):
        return msgspec.structs.replace(
            ask, path=said.url + ask.path, headers=(*ask.headers, ("authorization", f"Bearer {said.access}"))
        )

    def upkeep(self, name, said, web):
        del name, said, web
        self.kept_up += 1
        return ""


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def poller(store, shop, clock):
    """A poller of these resources, not started: a test takes its turns itself."""

    made = []

    def make(*polls: Poll) -> Poller:
        source = Source("shop", Pages(*polls), PagesSaid(url=shop.url))
        made.append(Poller(store, {source.id: source}, lambda: None, clock))
        return made[-1]

    yield make
    for one in made:
        one.close()


def numbered(*pages: list[int]):
    def answer(asked):
        if asked.path == "/variants":
            return Answered(b"[70,71]")
        page = int(asked.query["page"])
        return Answered(msgspec.json.encode(pages[page - 1] if page <= len(pages) else []))

    return answer


def until_idle(poller) -> None:
    while poller.turn():
        pass


def bodies(store) -> list[str]:
    return [row.body.decode() for row in rows(store, raw_payload)]


def position(store, resource="things"):
    with store.read() as conn:
        return positions.read(conn, "pages:shop", resource)


def test_every_page_is_asked_for_and_each_item_kept_as_it_came(store, shop, poller):
    shop.answer = numbered([1, 2], [3, 4], [5])
    until_idle(poller())
    assert bodies(store) == ["1", "2", "3", "4", "5"]
    assert [asked.query["page"] for asked in shop.asked] == ["1", "2", "3"]
    assert {asked.headers["authorization"] for asked in shop.asked} == {f"Bearer {SECRET}"}
    kept = position(store)
    assert (kept.taken, kept.total, kept.problem, kept.under_way) == (5, 5, "", False)


def test_the_next_pass_asks_from_before_the_last_one_began_and_keeps_only_what_changed(
    store, shop, poller, clock
):
    shop.answer = numbered([1, 2], [3])
    one = poller()
    until_idle(one)
    assert not one.turn()
    began = position(store).last_started_at
    clock.now += 6 * MINUTE
    shop.answer = numbered([3, 4])
    until_idle(one)
    assert shop.asked[-2].query["after"] == str(began - Things.overlap_ms)
    assert bodies(store) == ["1", "2", "3", "4"]


def test_the_moment_of_a_pass_is_the_sources_own_however_wrong_its_clock_is(store, shop, poller):
    shop.answer = lambda _asked: Answered(b"[1]")
    until_idle(poller())
    assert abs(position(store).last_started_at - NOW) > 1_000  # the fake shop's clock is this machine's
    assert position(store).last_ok_at == NOW


def test_a_pass_that_was_cut_off_goes_on_with_the_page_where_it_was(store, shop, poller):
    shop.answer = numbered([1, 2], [3, 4], [5])
    before = poller()
    assert before.turn()
    before.close()
    until_idle(poller())
    assert [asked.query["page"] for asked in shop.asked] == ["1", "2", "3"]
    assert bodies(store) == ["1", "2", "3", "4", "5"]


def test_what_belongs_to_a_page_is_asked_before_the_next_one(store, shop, poller):
    shop.answer = numbered([6, 7], [8])
    until_idle(poller())
    assert [asked.path for asked in shop.asked] == ["/things", "/variants", "/things"]
    assert bodies(store) == ["6", "7", "70 of", "71 of", "8"]


def test_a_source_that_asks_for_patience_gets_as_much_as_it_says(store, shop, poller, clock):
    shop.answer = lambda _asked: Answered(status=429, headers={"retry-after": "90"})
    one = poller()
    assert one.turn()
    clock.now += 89_000
    assert not one.turn()
    assert "429" in position(store).problem
    shop.answer = numbered([1])
    clock.now += 3_000
    until_idle(one)
    assert bodies(store) == ["1"]
    assert position(store).problem == ""


def test_a_source_that_is_not_well_is_asked_less_and_less_often(shop, poller, clock):
    shop.answer = lambda _asked: Answered(status=503)
    one = poller()
    for rest in (FIRST_REST_MS, 2 * FIRST_REST_MS, 4 * FIRST_REST_MS):
        assert one.turn()
        clock.now += rest - 1
        assert not one.turn()
        clock.now += 1


def test_it_is_known_when_a_source_in_trouble_is_asked_again(store, shop, poller, clock):
    shop.answer = lambda _asked: Answered(status=429, headers={"retry-after": "90"})
    one = poller()
    assert one.turn()
    assert position(store).next_at == clock.now + 90_000
    clock.now += 90_000
    shop.answer = lambda _asked: Answered(status=503)
    assert one.turn()
    assert position(store).next_at == clock.now + 2 * FIRST_REST_MS
    clock.now += 2 * FIRST_REST_MS
    shop.answer = lambda _asked: Answered(status=403)
    assert one.turn()
    assert position(store).next_at == clock.now + REFUSED_REST_MS


@pytest.mark.parametrize("status", [403, 503])
def test_what_stood_in_the_way_is_tried_at_once_when_the_hub_starts_anew(store, shop, poller, status):
    shop.answer = lambda _asked: Answered(status=status)
    before = poller()
    until_idle(before)
    shop.answer = numbered([1])
    assert not before.turn()
    before.close()
    until_idle(poller())
    assert bodies(store) == ["1"]
    assert position(store).problem == ""


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"items":[]}', b"\xff", b"[" * 50_000, b"7", b"null"])
def test_an_answer_that_is_no_page_changes_nothing_and_is_asked_again(store, shop, poller, clock, body):
    shop.answer = lambda _asked: Answered(body)
    one = poller()
    assert one.turn()
    assert "could not be read" in position(store).problem
    shop.answer = numbered([1])
    clock.now += MINUTE
    until_idle(one)
    assert bodies(store) == ["1"]


def test_nobody_at_the_address_is_said_and_tried_again(store, shop, poller):
    one = poller()
    shop.__exit__()
    assert one.turn()
    assert "no answer" in position(store).problem
    assert SECRET not in position(store).problem
    shop.__init__()
    shop.__enter__()


def test_a_page_that_the_source_no_longer_knows_begins_the_pass_anew(store, shop, poller, clock):
    shop.answer = numbered([1, 2], [3])
    one = poller()
    assert one.turn()
    shop.answer = lambda _asked: Answered(status=410)
    assert one.turn()
    shop.answer = numbered([1, 2], [3])
    clock.now += 20 * MINUTE
    until_idle(one)
    assert [asked.query["page"] for asked in shop.asked] == ["1", "2", "1", "2"]
    assert bodies(store) == ["1", "2", "3"]


def test_a_later_resource_waits_for_an_earlier_one_but_not_for_one_that_is_refused(store, shop, poller):
    shop.answer = numbered([1, 2], [3])
    one = poller(Things("people"), Things("orders"))
    until_idle(one)
    assert [asked.path for asked in shop.asked] == ["/people", "/people", "/orders", "/orders"]
    shop.asked.clear()


def test_a_resource_that_is_refused_keeps_no_other_waiting(store, shop, poller):
    shop.answer = lambda asked: Answered(status=403) if asked.path == "/people" else Answered(b"[1]")
    until_idle(poller(Things("people"), Things("orders")))
    assert bodies(store) == ["1"]
    assert "credentials" in position(store, "people").problem


def test_everything_is_asked_again_where_a_source_cannot_say_what_changed(shop, poller, clock):
    shop.answer = numbered([1])
    one = poller(Things(whole_every_ms=60 * MINUTE))
    for _ in range(3):
        until_idle(one)
        clock.now += 40 * MINUTE
    assert [asked.query["after"] == "0" for asked in shop.asked] == [True, False, True]


def test_a_source_may_have_itself_asked_at_once(store, shop, poller, clock):
    shop.answer = numbered([1])
    one = poller()
    until_idle(one)
    clock.now += 1
    assert not one.turn()
    one.look(Source("shop", Pages(), PagesSaid(url=shop.url)), ["things"])
    assert one.turn()


def test_the_thread_outlives_a_database_that_lets_it_down(store, shop, poller, eventually):
    shop.answer = numbered([1])
    one = poller()
    writes, broken = store.write, [True]

    def write():
        if broken:
            broken.clear()
            raise RuntimeError("gone for a moment")
        return writes()

    one._store = Breaking(store, write)
    one.start()
    eventually(lambda: not broken)
    one.look(Source("shop", Pages(), PagesSaid(url=shop.url)), ["things"])
    eventually(lambda: bodies(store) == ["1"])


class Breaking:
    def __init__(self, store, write) -> None:
        self.in_order, self.read, self.write = True, store.read, write


def test_the_thread_asks_by_itself_and_stops_when_told(store, shop, poller, eventually):
    shop.answer = numbered([1, 2], [3])
    one = poller()
    one.start()
    eventually(lambda: bodies(store) == ["1", "2", "3"])


def test_an_access_is_got_once_and_anew_when_it_is_old_or_refused(store, shop, clock):
    kind = Pages()
    source = Source("shop", kind, PagesSaid(url=shop.url))
    poller = Poller(store, {source.id: source}, lambda: None, clock)
    shop.answer = numbered([1, 2], [3])
    until_idle(poller)
    assert kind.signed_in_times == 1
    clock.now += ACCESS_MS
    until_idle(poller)
    assert kind.signed_in_times == 2
    shop.answer = lambda _asked: Answered(status=401)
    clock.now += 5 * MINUTE
    until_idle(poller)
    shop.answer = numbered([4])
    clock.now += 15 * MINUTE
    until_idle(poller)
    assert kind.signed_in_times == 3
    assert bodies(store)[-1] == "4"
    poller.close()


def test_a_started_poller_goes_on_as_soon_as_the_source_has_asked_it_to(store, shop, eventually):
    answers = iter([Answered(status=429, headers={"retry-after": "0"}), Answered(b"[1]")])
    shop.answer = lambda _asked: next(answers, Answered())
    source = Source("shop", Pages(), PagesSaid(url=shop.url))
    poller = Poller(store, {source.id: source}, lambda: None, wall_clock)
    poller.start()
    eventually(lambda: bodies(store) == ["1"])
    poller.close()
