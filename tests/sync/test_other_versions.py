"""Talking with somebody older and with somebody newer: a conversation of the first version, and additions."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from sync.digest import read_page
from sync.errors import Code, HubRefused
from sync.hub.local import LocalHub
from sync.wire import Hello, Page, Push, PushReply, Refusal
from tests.sync.shop import go, person, product, rows, visit

FIRST = msgspec.json.decode((Path(__file__).parent / "fixtures" / "first_version.json").read_bytes())


class FirstVerdict(msgspec.Struct):
    dseq: int
    status: str
    seq: int = 0
    code: str | None = None
    message: str = ""


class FirstReply(msgspec.Struct):
    epoch: str
    hub_now: int
    last_dseq: int
    verdicts: list[FirstVerdict]


class FirstRecord(msgspec.Struct):
    seq: int
    collection: str
    id: str
    fields: dict[str, Any] = {}
    stamps: dict[str, str] = {}
    seen: dict[str, dict[str, str]] = {}
    deleted: bool = False


class FirstPage(msgspec.Struct):
    epoch: str
    hub_now: int
    records: list[FirstRecord]
    next: int
    upto: int


class FirstHello(msgspec.Struct):
    epoch: str
    hub_now: int
    head: int
    last_dseq: int
    protocol: int = 1
    oldest_protocol: int = 1


class FirstHub:
    """Says what was kept of a hub of the first version. It has no other calls."""

    def __init__(self) -> None:
        self._pages = iter(FIRST["hub"]["pages"])
        self.heard: list[dict[str, Any]] = []

    def hello(self, *_: Any) -> Hello:
        return msgspec.json.decode(msgspec.json.encode(FIRST["hub"]["hello"]), type=Hello)

    def push(self, push: Push) -> PushReply:
        self.heard.append(msgspec.json.decode(msgspec.json.encode(push)))
        return msgspec.json.decode(msgspec.json.encode(FIRST["hub"]["push"]), type=PushReply)

    def pull(self, *_: Any) -> Page:
        return read_page(msgspec.json.encode(next(self._pages)))


def test_a_device_meets_a_hub_of_the_first_version(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("visit", {"id": "one", "at": 1})
        writer.insert("person", {"id": "nobody", "name": "Nobody"})
    hub = FirstHub()
    go(tablet, hub)
    assert rows(tablet, product)["bag"]["title"] == "Bag"
    assert rows(tablet, person)["ada"]["email"] == "ada@x.it"
    assert set(rows(tablet, visit)) == {"one"}
    assert tablet.pending() == 0
    assert [entry.code for entry in tablet.ledger(0).entries if entry.code] == [Code.MISSING_RECORD]
    assert tablet.cursor().seq == 4
    with tablet.read() as connection:
        skipped = connection.exec_driver_sql("select collection, first_seq from sync_skipped").all()
    assert skipped == [("shelf", 3)]
    first = {"dseq", "collection", "id", "fields", "stamp", "seen", "new"}
    assert all(record.keys() <= first for push in hub.heard for record in push["records"])


def test_a_device_of_the_first_version_meets_the_hub(shop):
    with shop.store.write() as writer:
        writer.insert("product", {"id": "bag", "title": "Bag"})
    hub = shop.store
    statuses: list[str] = []
    for said in FIRST["device"]:
        answer = hub.apply("old", msgspec.json.encode({**said, "epoch": hub.epoch}))
        reply = msgspec.json.decode(msgspec.json.encode(answer), type=FirstReply)
        statuses += [verdict.status for verdict in reply.verdicts]
    assert statuses == ["applied", "applied", "rejected", "applied"]
    hello = msgspec.json.decode(msgspec.json.encode(LocalHub(hub, "old").hello()), type=FirstHello)
    assert (hello.protocol, hello.last_dseq) == (1, 4)
    page = msgspec.json.decode(hub.page("", 0), type=FirstPage)
    assert page.next == page.upto == hello.head
    state = {record.id: record.fields for record in page.records}
    assert state["bea"] == {"name": "Bea", "email": "bea@x.it"}
    assert state["two"] == {"at": 2, "person_id": "bea"}


def test_what_a_newer_hub_adds_to_its_answers_is_passed_over(shop):
    """Fields of messages, verdicts and codes that nobody here has heard of."""

    class Newer(LocalHub):
        def hello(self, *said: Any) -> Hello:
            return more(super().hello(*said), Hello, weather="fine")

        def push(self, push: Push) -> PushReply:
            reply = msgspec.to_builtins(super().push(push))
            reply["verdicts"][0] |= {"status": "rejected", "code": "too_blue", "shade": 3}
            reply["verdicts"][1] |= {"status": "postponed"}
            return msgspec.json.decode(msgspec.json.encode(reply | {"mood": "calm"}), type=PushReply)

    tablet = shop.device("a")
    with tablet.write() as writer:
        for at in range(3):
            writer.insert("visit", {"id": f"v{at}", "at": at})
    go(tablet, Newer(shop.store, "a"))
    assert tablet.pending() == 0
    assert {e.record_id: e.code for e in tablet.ledger(0).entries if e.code} == {
        "v0": Code.INTERNAL,
        "v1": Code.INTERNAL,
    }
    tablet.retry_set_aside()
    go(tablet, shop.hub("a"))
    assert rows(shop.store, visit) == rows(tablet, visit)
    assert tablet.set_aside() == 0


def test_a_refusal_with_an_unknown_code_is_a_refusal_all_the_same():
    said = msgspec.json.decode(b'{"code": "out_for_lunch", "message": "later", "until": 3}', type=Refusal)
    assert said.code is Code.INTERNAL


@pytest.mark.parametrize(("protocol", "oldest"), [(9, 2), (0, 0)])
def test_a_hub_whose_protocol_is_out_of_range_is_refused_before_anything_moves(shop, protocol, oldest):
    class Other(LocalHub):
        def hello(self, *said: Any) -> Hello:
            return more(super().hello(*said), Hello, protocol=protocol, oldest_protocol=oldest)

    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("visit", {"at": 1})
    with pytest.raises(HubRefused) as refused:
        go(tablet, Other(shop.store, "a"))
    assert refused.value.code is Code.UNSUPPORTED_PROTOCOL
    assert tablet.pending() == 1
    assert shop.store.head == 0


def more(message: msgspec.Struct, kind: type, **added: object) -> Any:
    return msgspec.json.decode(msgspec.json.encode(msgspec.to_builtins(message) | added), type=kind)
