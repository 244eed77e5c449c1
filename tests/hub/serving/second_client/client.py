"""*A pass*, *The doorbell*, *Renewal*, *Wipe*."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from . import rules
from .line import Away, Refused, pair
from .replica import Replica, wall_clock
from .rules import Collection, Record

PROTOCOL = 1
BATCH = 2_000
PAGE = 500


class SecondClient:
    def __init__(
        self,
        file: Path,
        collections: Mapping[str, Collection],
        code: str,
        now: Callable[[], int] = wall_clock,
    ) -> None:
        self.replica = Replica(file, collections, now)
        self.line = pair(code, "second client")

    def meet(self) -> None:
        """A whole pass. What does not fit any more is settled by another hello."""
        try:
            self.hello()
            self.push()
            self.pull()
        except Refused as refusal:
            if refusal.code not in ("epoch_changed", "sequence_gap", "resync"):
                raise
            if refusal.code == "resync":
                self.replica["holds"] = ""
            self.meet()

    def hello(self) -> Record:
        """*1. hello*, *Erasure*, *Wipe*."""
        owes, aside = len(self.replica.waiting()), len(self.replica.set_aside())
        knows = next(iter(self.line.next_ids), "")
        hello: Record = json.loads(self.line.get("/hello", owes=owes, set_aside=aside, knows=knows))
        if not hello.get("oldest_protocol", 1) <= PROTOCOL <= hello.get("protocol", 1):
            raise Away("unsupported_protocol")
        self.line.next_ids = hello.get("next_hub_ids", [])
        if hello.get("wipe"):
            self.replica.wipe()
            self.line.get("/hello", wiped="true")
            return hello
        if groups := hello.get("erase"):
            self.replica.erase(groups)
            self.line.post("/confirm", {"erased": groups})
        self.replica.greeted(hello)
        return hello

    def push(self) -> list[Record]:
        """*2. push*: the verdicts on all that waited."""
        verdicts: list[Record] = []
        while batch := self.replica.waiting()[:BATCH]:
            verdicts += self.send([body | {"dseq": dseq} for _, dseq, body in batch])
        return verdicts

    def send(self, records: list[Record]) -> list[Record]:
        reply = self.line.post("/push", {"epoch": self.replica["epoch"], "records": records})
        verdicts: list[Record] = json.loads(reply)["verdicts"]
        self.replica.answered(verdicts)
        if news := rules.members(reply).get("news"):
            self.hear(news)
        return verdicts

    def pull(self, limit: int = PAGE) -> None:
        """*3. pull*, up to what was the feed's end on the first page, and *4. check* behind it."""
        upto = None
        while True:
            where = {"epoch": self.replica["epoch"], "after": self.replica["cursor"]}
            page = self.line.get("/feed", **where, limit=limit, floor=self.replica["floor"])
            told = json.loads(page)
            self.replica.take(page)
            upto = upto or told["upto"]
            if told["next"] >= upto:
                break
        if told.get("digest") is not None:
            self.check(told["digest"])
        if self.replica["again"]:
            self.replica.told_anew()

    def differing(self, digest: Record) -> list[str]:
        return [
            name
            for name in self.replica.collections
            if rules.tally(self.replica.held(name).values()) != rules.tally([]) | digest.get(name, {})
        ]

    def check(self, digest: Record) -> None:
        for name in self.differing(digest):
            query = {"epoch": self.replica["epoch"], "collection": name}
            theirs = json.loads(self.line.get("/digest", **query))["tallies"]
            mine: list[dict[str, int]] = [{} for _ in theirs]
            for id_, hash_ in self.replica.held(name).items():
                mine[rules.bucket_of(id_)][id_] = hash_
            held = {
                str(bucket): here
                for bucket, (here, there) in enumerate(zip(mine, theirs, strict=True))
                if rules.tally(here.values()) != rules.tally([]) | there
            }
            self._compare(name, held, [])
        for name in self.replica.collections if self.replica["asks"] else ():
            if strays := self.replica.strays(name):
                self._compare(name, {}, strays)
        self.replica["asks"] = 0

    def _compare(self, name: str, held: dict[str, dict[str, int]], strays: list[str]) -> None:
        where = {"epoch": self.replica["epoch"], "collection": name, "upto": self.replica["cursor"]}
        difference = self.line.post("/compare", where | {"held": held, "strays": strays})
        told = json.loads(difference)
        self.replica.take(difference, moves=False)
        self.replica.unknown_there(name, told.get("unknown", []), told.get("erased", []))
        self.replica.forget(name, told.get("outside", []))

    def bells(self) -> Iterator[str]:
        """*The doorbell*: each event's data, and an empty text for each sign of life."""
        query = f"epoch={self.replica['epoch']}&after={self.replica['cursor']}&replies=true"
        with self.line.open("GET", f"/live?{query}") as stream:
            while line := stream.readline().decode():
                if line.startswith("data:"):
                    yield line.removeprefix("data:").strip()
                elif line.startswith(":"):
                    yield ""

    def wait(self) -> str:
        return self.line.get("/wait", epoch=self.replica["epoch"], after=self.replica["cursor"])

    def hear(self, bell: str) -> bool:
        """Whether the news were inside; else they are pulled. `attend` asks for a hello."""
        if not bell:
            return False
        told, page, cursor = json.loads(bell), rules.members(bell).get("page"), self.replica["cursor"]
        if told.get("attend") or told["epoch"] != self.replica["epoch"]:
            self.meet()
        elif told["head"] > cursor and page and told.get("after", 0) <= cursor:
            self.replica.take(page)
            return True
        elif told["head"] > cursor:
            self.pull()
        return False

    def renew(self) -> None:
        """*Renewal*: kept first, used then; whoever does not know the new one yet is shown the former."""
        former, renewed = self.line.credential, json.loads(self.line.post("/renew"))["credential"]
        self.line.credential = renewed
        try:
            self.hello()
        except Refused as refusal:
            if refusal.code != "unauthenticated":
                raise
            self.line.credential = former
