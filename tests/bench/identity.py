"""People joined and people asked about, against the truth and against a well-known library on the same pairs.

The sets are FEBRL's, which the library ships: records of invented people with the slips of real registers.
An automatic join is what several shop systems say that have each verified an e-mail address, for which the
set's own number stands, slips and all. The queue is everything that a person would be asked without it.

The sets know no families: two given names under one roof are one person there. In a shop they are two
sisters, of whom nobody is asked; the queue's second figure leaves such pairs out, for the library as well.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from clienteling.customers.aliases import together
from clienteling.customers.tables import customer
from clienteling.customers.values import IdentifierKind
from clienteling.hub import migrations
from clienteling.hub.connectors.heard import Hint, Profile
from clienteling.hub.identity.matching import queue
from clienteling.hub.identity.matching.comparing import Comparing
from clienteling.hub.identity.matching.keys import MOST, keys
from clienteling.hub.identity.matching.likeness import likenesses
from clienteling.hub.identity.matching.people import read, shares
from clienteling.hub.identity.matching.score import by_thing, two_of_a_family
from clienteling.hub.identity.matching.short_forms import is_short_form
from clienteling.hub.identity.who import Known, recognise
from clienteling.replicated import REGISTRY
from sync.batches import batches
from sync.hub.databases.database import open_hub
from sync.hub.store import HubStore
from tests.bench.figure import Figure

PEERS = Path("build/peers")
WANTED = Path("packaging/peers.txt")
SCRIPT = Path("tests/bench/peers/record_linkage.py")
SETS = ("febrl2", "febrl3")
Pair = tuple[str, str]
Record = Mapping[str, str]


def measure() -> list[Figure]:
    python = _library()
    figures: list[Figure] = []
    for name in SETS:
        said = json.loads(_ask(python, "data", name))
        truth = {(one, other) for one, other in said["links"]}
        figures += _automatic(name, said["records"], truth)
        figures += _queue(python, name, said["records"], truth)
    return figures


def _automatic(name: str, records: Sequence[Record], truth: set[Pair]) -> list[Figure]:
    with TemporaryDirectory(prefix="identity-bench-") as folder:
        store = _store(Path(folder))
        whose: dict[str, str] = {}
        for some in batches(records):
            with store.write() as writer:
                for record in some:
                    found = recognise(writer, _hints(record), founds=True, profile=_profile(record))
                    assert isinstance(found, Known)
                    whose[record["rec_id"]] = found.customer_id
        with store.read() as conn:
            persons = together(conn, set(whose.values()))
        store.engine.dispose()
    groups: dict[str, list[str]] = {}
    for record_id, customer_id in whose.items():
        groups.setdefault(persons[customer_id].id, []).append(record_id)
    joined = {pair for group in groups.values() for pair in _pairs(group)}
    right = len(joined & truth)
    note = f"{len(joined)} pairs joined; recall {right / len(truth):.3f}; limit: no wrong join"
    return [Figure(f"identity_joins_{name}", right / len(joined), "precision", 1.0, len(truth), note)]


def _queue(python: Path, name: str, records: Sequence[Record], truth: set[Pair]) -> list[Figure]:
    with TemporaryDirectory(prefix="identity-bench-") as folder:
        store = _store(Path(folder))
        with store.write() as writer:
            writer.insert_many("customer", [_row(record) for record in records])
        asked = _asked(store)
        compared, at_home = _compared(store)
        store.engine.dispose()
    pairs = sorted(compared)
    theirs = dict(zip(pairs, json.loads(_ask(python, "score", name, json.dumps(pairs))), strict=True))
    return [
        _beside_the_library(f"identity_queue_{name}", asked, truth, theirs),
        _beside_the_library(
            f"identity_queue_{name}_no_families",
            asked - at_home,
            truth - at_home,
            {pair: likely for pair, likely in theirs.items() if pair not in at_home},
        ),
    ]


def _beside_the_library(
    name: str, asked: set[Pair], truth: set[Pair], theirs: Mapping[Pair, float]
) -> Figure:
    precision, recall = _quality(asked, truth)
    peer = _recall_at(theirs, truth, precision)
    note = (
        f"precision {precision:.4f}, {len(asked)} asked; limit: the library's best recall at that precision"
    )
    return Figure(name, recall, "recall", peer, len(truth), note)


def _asked(store: HubStore) -> set[Pair]:
    """What really stands in the queue after everybody was compared."""
    Comparing(store).catch_up()
    with store.read() as conn:
        return {_pair(match.one_id, match.other_id) for match in queue.waiting(conn, 1_000_000)}


def _compared(store: HubStore) -> tuple[set[Pair], set[Pair]]:
    """Every pair that is compared at all, which the library is asked about too; those that are a family."""
    with store.read() as conn:
        people, common = read(conn, _ids(store)), shares(conn)
    holders: dict[str, list[str]] = {}
    for her_id, who in people.items():
        for key in keys(who):
            holders.setdefault(key, []).append(her_id)
    pairs = {pair for ids in holders.values() if len(ids) <= MOST for pair in _pairs(ids)}
    at_home = {
        pair
        for pair in pairs
        if two_of_a_family(by_thing(likenesses(*(people[i] for i in pair), is_short_form), common))
    }
    return pairs, at_home


def _ids(store: HubStore) -> list[str]:
    with store.read() as conn:
        return list(conn.execute(sa.select(customer.c.id)).scalars())


def _quality(asked: set[Pair], truth: set[Pair]) -> tuple[float, float]:
    return len(asked & truth) / len(asked), len(asked & truth) / len(truth)


def _recall_at(scores: Mapping[Pair, float], truth: set[Pair], precision: float) -> float:
    best, right = 0.0, 0
    for n, pair in enumerate(sorted(scores, key=lambda one: -scores[one]), 1):
        right += pair in truth
        if right / n >= precision:
            best = right / len(truth)
    return best


def _pairs(ids: Iterable[str]) -> Iterable[Pair]:
    return (_pair(one, other) for one, other in combinations(ids, 2))


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _store(folder: Path) -> HubStore:
    engine = open_hub(folder / "hub.sqlite")
    migrations.upgrade(engine)
    return HubStore(engine, REGISTRY)


def _row(record: Record) -> dict[str, object]:
    return {
        "id": record["rec_id"],
        "given_name": record["given_name"],
        "family_name": record["surname"],
        "birthday_on": _day(record) or None,
        "address": f"{record['address_1']} {record['street_number']}".strip(),
        "postcode": record["postcode"],
        "city": record["suburb"],
    }


def _hints(record: Record) -> list[Hint]:
    """Each register is a source of its own: nobody has two accounts in one."""
    source = f"register:{record['rec_id'].rpartition('-')[2]}"
    address = f"p{record['soc_sec_id']}@example.org"
    return [
        Hint(IdentifierKind.USER, source, record["rec_id"]),
        Hint(IdentifierKind.EMAIL, "", address),
    ]


def _profile(record: Record) -> Profile:
    return Profile(given_name=record["given_name"], family_name=record["surname"], birthday_on=_day(record))


def _day(record: Record) -> str:
    digits = record["date_of_birth"]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == len("20261122") else ""


def _library() -> Path:
    """The library's own environment, made when it is first needed."""
    python, ready = PEERS / "bin" / "python", PEERS / "ready.txt"
    wanted = WANTED.read_text("utf-8")
    if not ready.exists() or ready.read_text("utf-8") != wanted:
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", WANTED]
        subprocess.run(install, check=True, env=_alone())
        ready.write_text(wanted, "utf-8")
    return python


def _ask(python: Path, *words: str) -> str:
    *asked, last = words
    typed = last if last.startswith("[") else None
    command = [python, SCRIPT, *(asked if typed else words)]
    ran = subprocess.run(command, input=typed, check=True, capture_output=True, text=True, env=_alone())
    return ran.stdout


def _alone() -> dict[str, str]:
    """Without what leads to this project's own packages."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
