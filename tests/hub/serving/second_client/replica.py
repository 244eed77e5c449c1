"""What a device keeps: the records as the hub told them, its own writes, its cursor."""

import hashlib
import json
import sqlite3
import time
import uuid
from collections.abc import Callable, Container, Iterable, Mapping
from pathlib import Path
from typing import Any

from . import rules
from .rules import Collection, Record

AHEAD_MS = 60_000
TEXTS = dict.fromkeys(("epoch", "holds", "stamp", "node"), "")
BEGINNING = TEXTS | dict.fromkeys(("cursor", "floor", "dseq", "offset", "asks", "again"), 0)
TABLES = """
create table if not exists state(name primary key, value);
create table if not exists record(collection, id, owner, hash, text, held, primary key (collection, id));
create table if not exists write(
  place integer primary key, dseq, collection, id, owner, body, status, seq, code);
create table if not exists erased(hash primary key);
"""


def wall_clock() -> int:
    return int(time.time() * 1_000)


class Replica:
    """One SQLite file. What is shown is the hub's state with this device's own writes laid over it.

    A write is `waiting`, then `confirmed` until the feed has brought it, then `told`; or `rejected`.
    """

    def __init__(
        self, file: Path, collections: Mapping[str, Collection], now: Callable[[], int] = wall_clock
    ) -> None:
        self.collections, self.now = collections, now
        self.database = sqlite3.connect(file)
        self.database.executescript(f"pragma secure_delete = on; {TABLES}")
        if not self["node"]:
            self["node"] = uuid.uuid4().hex

    def __getitem__(self, name: str) -> Any:
        found = self._rows("select value from state where name = ?", name)
        return json.loads(found[0][0]) if found else BEGINNING[name]

    def __setitem__(self, name: str, value: object) -> None:
        with self.database:
            self._run("insert or replace into state values (?, ?)", name, json.dumps(value))

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return self.database.execute(sql, values).fetchall()

    _run = _rows

    def write(
        self, collection: str, record_id: str, fields: Record, *, new: bool = False, remove: bool = False
    ) -> None:
        """*Stamps*, and *what a writer had seen* of each watched field."""
        before = self.shown(collection, record_id) or {"fields": {}}
        watched = self.collections[collection].watched & before["fields"].keys() & fields.keys()
        seen = {name: rules.seen(before, name) for name in watched}
        if remove:
            seen[""] = rules.by_node(before["dots"])
        with self.database:
            self._queue(collection, record_id, fields, seen, new=new)

    def _queue(self, collection: str, record_id: str, fields: Record, seen: Record, *, new: bool) -> None:
        body = {"collection": collection, "id": record_id, "fields": fields, "seen": seen, "new": new}
        body["stamp"] = self._stamp()
        self._keep("dseq", self["dseq"] + 1)
        row = (self["dseq"], collection, record_id, self._owner(body), json.dumps(body), "waiting")
        columns = "dseq, collection, id, owner, body, status"
        self._run(f"insert into write({columns}) values (?, ?, ?, ?, ?, ?)", *row)

    def _stamp(self) -> str:
        self._keep("stamp", rules.next_stamp(self["stamp"], self.now() + self["offset"], self["node"]))
        return self["stamp"]

    def _keep(self, name: str, value: object) -> None:
        self._run("insert or replace into state values (?, ?)", name, json.dumps(value))

    def shown(self, collection: str, record_id: str) -> Record | None:
        told = self._rows("select text from record where (collection, id) = (?, ?)", collection, record_id)
        record = json.loads(told[0][0]) if told else None
        own = "select body from write where (collection, id) = (?, ?) and status in ('waiting', 'confirmed')"
        for (body,) in self._rows(f"{own} order by place", collection, record_id):
            record = rules.laid_over(record, json.loads(body), self.collections[collection])
        return record

    def ids(self, collection: str) -> list[str]:
        """Of all that a person would see."""
        known = self._rows("select collection, id from record union select collection, id from write")
        shown = {id_: self.shown(name, id_) for name, id_ in known if name == collection}
        return sorted(id_ for id_, record in shown.items() if record and not record.get("deleted"))

    def greeted(self, hello: Record) -> None:
        """*1. hello*, 2 to 6."""
        with self.database:
            self._keep("offset", hello["hub_now"] - self.now())
            self._come_back_to(hello["hub_now"] + AHEAD_MS)
            lost = "update write set status = 'waiting' where dseq > ? and status in ('confirmed', 'told')"
            self._run(lost, hello["last_dseq"])
            self._keep("dseq", hello["last_dseq"])
            for place, _, _ in self.waiting():
                self._keep("dseq", self["dseq"] + 1)
                self._run("update write set dseq = ? where place = ?", self["dseq"], place)
            if hello["epoch"] != self["epoch"] or hello["head"] < self["cursor"]:
                self._keep("epoch", hello["epoch"])
                self._keep("asks", 1)
                self._from_zero()
            if hello.get("holds", "*") != self["holds"]:
                self._keep("holds", hello.get("holds", "*"))
                self._keep("again", 1)
                self._from_zero()

    def _from_zero(self) -> None:
        self._keep("cursor", 0)
        self._keep("floor", 0)
        self._run("update record set held = 0")

    def told_anew(self) -> None:
        """*Starting again*: what was not told goes, but for what the hub has not taken."""
        with self.database:
            own = "select collection, id from write where status in ('waiting', 'rejected')"
            self._run(f"delete from record where not held and (collection, id) not in ({own})")
            self._keep("again", 0)

    def _come_back_to(self, latest: int) -> None:
        """*Stamps*: a clock that ran ahead, and what it stamped."""
        if rules.milliseconds(self["stamp"]) <= latest:
            return
        self._keep("stamp", rules.stamp(latest, 0, self["node"]))
        ahead = False
        for place, _, body in self.waiting():
            ahead = ahead or rules.milliseconds(body["stamp"]) > latest
            if ahead:
                again = json.dumps(body | {"stamp": self._stamp()})
                self._run("update write set body = ? where place = ?", again, place)

    def waiting(self) -> list[tuple[int, int, Record]]:
        found = self._rows("select place, dseq, body from write where status = 'waiting' order by place")
        return [(place, dseq, json.loads(body)) for place, dseq, body in found]

    def answered(self, verdicts: Iterable[Record]) -> None:
        """*2. push*. What was set aside leaves the numbering; whoever was erased is erased here too."""
        erased = set()
        with self.database:
            for verdict in verdicts:
                dseq, seq, code = verdict["dseq"], verdict.get("seq", 0), verdict.get("code")
                sent = "dseq = ? and status = 'waiting'"
                if code == "erased":
                    erased |= {
                        owner for (owner,) in self._rows(f"select owner from write where {sent}", dseq)
                    }
                if verdict["status"] not in ("applied", "adjusted", "duplicate"):
                    aside = f"update write set status = 'rejected', code = ?, dseq = null where {sent}"
                    self._run(aside, code, dseq)
                status = "told" if seq <= self["cursor"] else "confirmed"
                self._run(f"update write set status = ?, seq = ? where {sent}", status, seq, dseq)
        if erased:
            self.erase(erased)

    def set_aside(self) -> dict[str, str]:
        return dict(self._rows("select id, code from write where status = 'rejected'"))

    def take(self, page: str, *, moves: bool = True) -> None:
        """*3. pull*: a page, and the cursor behind it; without `moves` what a comparison brought."""
        told = rules.members(page)
        with self.database:
            carried = {self._take(text) for text in rules.elements(told["records"])}
            for group in json.loads(told.get("left", "[]")):
                self._drop(group, ())
            for group in json.loads(told.get("entered", "[]")):
                self._drop(group, carried)
            if moves:
                self._keep("cursor", cursor := json.loads(told["next"]))
                self._keep("floor", max(self["floor"], json.loads(told.get("floor", "0"))))
                self._run("update write set status = 'told' where status = 'confirmed' and seq <= ?", cursor)

    def _take(self, text: str) -> tuple[str, str]:
        record = {"fields": {}, **json.loads(text)}
        at, owner = (record["collection"], record["id"]), self._owner(record)
        if at[0] not in self.collections or self._rows("select 1 from erased where hash = ?", digest(owner)):
            return at
        self._keep("stamp", max(self["stamp"], rules.newest_stamp(record)))
        self._run("delete from record where (collection, id) = (?, ?)", *at)
        if not record.get("deleted") or self.collections[at[0]].rule == "set":
            row = (*at, owner, rules.hash_of(text), json.dumps(record))
            self._run("insert into record values (?, ?, ?, ?, ?, 1)", *row)
        return at

    def _owner(self, record: Record) -> str:
        """*group*: empty where the record is shared."""
        group = self.collections.get(record["collection"], Collection("")).group
        return record["id"] if group == "id" else record["fields"].get(group) or ""

    def _drop(self, group: str, but: Container[tuple[str, str]]) -> None:
        for at in self._rows("select collection, id from record where owner = ?", group):
            if at not in but:
                self._run("delete from record where (collection, id) = (?, ?)", *at)

    def held(self, collection: str) -> dict[str, int]:
        """*4. check*: id → hash, deleted ones left out."""
        rows = self._rows("select id, hash, text from record where collection = ? and held", collection)
        return {id_: hash_ for id_, hash_, text in rows if not json.loads(text).get("deleted")}

    def strays(self, collection: str) -> list[str]:
        rows = self._rows("select id from record where collection = ? and not held", collection)
        return [id_ for (id_,) in rows]

    def unknown_there(self, collection: str, ids: Iterable[str], erased: Container[str]) -> None:
        """A fact may be the last copy; what only the hub writes goes; the rest stays and is not compared."""
        rule = self.collections[collection].rule
        with self.database:
            for id_ in ids:
                at, here = (collection, id_), "(collection, id) = (?, ?)"
                if id_ in erased or self._rows(f"select 1 from write where {here} and status != 'told'", *at):
                    continue
                if rule == "fact":
                    self._queue(*at, (self.shown(*at) or {})["fields"], {}, new=True)
                if rule in ("fact", "reference"):
                    self._run(f"delete from record where {here}", *at)
                self._run(f"update record set held = 0 where {here}", *at)
        here = [(owner, id_) for owner, id_ in self._owners(collection) if id_ in erased]
        self.erase({owner for owner, _ in here if owner})
        self.forget(collection, [id_ for _, id_ in here])

    def _owners(self, collection: str) -> list[tuple[Any, ...]]:
        return self._rows("select owner, id from record where collection = ?", collection)

    def forget(self, collection: str, ids: Iterable[str]) -> None:
        with self.database:
            for id_ in ids:
                self._run("delete from record where (collection, id) = (?, ?)", collection, id_)

    def erase(self, groups: Iterable[str]) -> None:
        """*Erasure*: rows, writes of every state, the room that they took."""
        with self.database:
            for group in groups:
                self._drop(group, ())
                self._run("delete from write where owner = ?", group)
                self._run("insert or ignore into erased values (?)", digest(group))
        self.database.execute("vacuum")

    def wipe(self) -> None:
        with self.database:
            for table in ("record", "write", "state", "erased"):
                self._run(f"delete from {table}")
        self.database.execute("vacuum")


def digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
