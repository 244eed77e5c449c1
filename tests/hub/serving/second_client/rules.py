"""*Stamps*, *Merge rules* and the hashes of *check*: functions on records as they travel."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]
"""A `FeedRecord`, or a `PushedRecord` where a write is meant."""
Value = tuple[str, Any]
"""With its stamp first."""
_JSON = json.JSONDecoder()
_BETWEEN = re.compile(r"[\s,:]*")


@dataclass(frozen=True)
class Collection:
    """What the application says of one: nothing of it travels."""

    rule: str
    watched: frozenset[str] = frozenset()
    group: str = ""
    answer: str = ""


def stamp(milliseconds: int, counter: int, node: str) -> str:
    return f"{milliseconds:012x}-{counter:04x}-{node}"


def milliseconds(text: str) -> int:
    return int(text[:12] or "0", 16)


def node(text: str) -> str:
    return text[18:]


def next_stamp(newest: str, wall: int, mine: str) -> str:
    if wall > milliseconds(newest):
        return stamp(wall, 0, mine)
    more, counter = divmod(int(newest[13:17], 16) + 1, 0x10000)
    return stamp(milliseconds(newest) + more, counter, mine)


def newest_stamp(record: Record) -> str:
    rivals = (rival["stamp"] for rivals in record.get("rivals", {}).values() for rival in rivals)
    return max([*record.get("stamps", {}).values(), *record.get("dots", ()), *rivals], default="")


def newest(*maps: dict[str, str]) -> dict[str, str]:
    nodes = {name for each in maps for name in each}
    return {name: max(each.get(name, "") for each in maps) for name in nodes}


def by_node(stamps: Iterable[str]) -> dict[str, str]:
    return newest(*({node(each): each} for each in stamps))


def values(record: Record, name: str) -> list[Value]:
    """The one that stands, then its rivals; a field that `fields` does not name has none."""
    if name not in record["fields"]:
        return []
    stamps = record.get("stamps", {})
    rivals = [(rival["stamp"], rival["value"]) for rival in record.get("rivals", {}).get(name, ())]
    return [(stamps.get(name) or stamps.get("", ""), record["fields"][name]), *rivals]


def seen(record: Record, name: str) -> dict[str, str]:
    """What somebody who has this record before her has seen of a watched field."""
    return newest(record.get("seen", {}).get(name, {}), by_node(stamp for stamp, _ in values(record, name)))


def rank(value: Value) -> tuple[str, str]:
    return value[0], json.dumps(value[1], sort_keys=True)


def laid_over(record: Record | None, write: Record, collection: Collection) -> Record:
    """The hub's state with a write of this device that the hub has not told of yet."""
    if record is None:
        dots = [write["stamp"]] if write["new"] else []
        return {**write, "stamps": {"": write["stamp"]}, "dots": dots, "deleted": False}
    if collection.rule == "fact":
        return record
    merged = record | {key: dict(record.get(key, {})) for key in ("fields", "stamps", "seen", "rivals")}
    if collection.rule == "request":
        if not record["fields"].get(collection.answer):
            merged["fields"].update(write["fields"])
        return merged
    if collection.rule == "set":
        _come_or_go(merged, write)
    for name, value in write["fields"].items():
        merge = _beside if name in collection.watched else _newest_wins
        merge(merged, name, (write["stamp"], value), write["seen"].get(name, {}))
    return merged


def _newest_wins(merged: Record, name: str, mine: Value, _: dict[str, str]) -> None:
    merged["stamps"][name], merged["fields"][name] = max([*values(merged, name), mine], key=rank)


def _beside(merged: Record, name: str, mine: Value, known: dict[str, str]) -> None:
    """*Watched fields*: a value goes when the other side has seen it and does not hold it."""
    theirs, covered = values(merged, name), seen(merged, name)
    known = newest(known, by_node([mine[0]]))
    kept = [each for each in theirs if each[0] == mine[0] or known.get(node(each[0]), "") < each[0]]
    if covered.get(node(mine[0]), "") < mine[0]:
        kept.append(mine)
    first, *others = sorted(kept, key=rank, reverse=True)
    merged["stamps"][name], merged["fields"][name] = first
    merged["rivals"][name] = [{"stamp": stamp, "value": value} for stamp, value in others]
    merged["seen"][name] = newest(covered, known)


def _come_or_go(merged: Record, write: Record) -> None:
    """*set*: an addition is a dot, and a removal takes those away that it had seen."""
    removed, gone = write["seen"].get("", {}), merged["seen"].get("", {})
    dots = [dot for dot in merged.get("dots", ()) if removed.get(node(dot), "") < dot]
    if write["new"] and gone.get(node(write["stamp"]), "") < write["stamp"]:
        dots.append(write["stamp"])
    merged["dots"], merged["deleted"] = dots, not dots
    merged["seen"][""] = newest(gone, removed)


def members(text: str) -> dict[str, str]:
    """Of an object, each as it travelled: a record's hash is taken over its bytes."""
    parts = iter(_parts(text, "{", "}"))
    return {json.loads(name): value for name, value in zip(parts, parts, strict=True)}


def elements(text: str) -> Iterator[str]:
    return _parts(text, "[", "]")


def _parts(text: str, begin: str, end: str) -> Iterator[str]:
    at = text.index(begin) + 1
    while text[at := _BETWEEN.match(text, at).end()] != end:  # type: ignore[union-attr]
        start = at
        _, at = _JSON.raw_decode(text, at)
        yield text[start:at]


def hash_of(travelled: str) -> int:
    return int.from_bytes(hashlib.sha256(travelled.encode()).digest()[:8], "big", signed=True)


def bucket_of(record_id: str) -> int:
    return hashlib.sha256(record_id.encode()).digest()[0]


def tally(hashes: Iterable[int]) -> dict[str, int]:
    every = list(hashes)
    return {"count": len(every), "sum": (sum(every) + (1 << 63)) % (1 << 64) - (1 << 63)}
