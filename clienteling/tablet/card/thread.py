"""The timeline as rows: grouped by day, each with the state of its record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING

from clienteling.tablet.record.entry import OPENED
from clienteling.timeline.values import Entry, EntryKind

if TYPE_CHECKING:
    from clienteling.wording import Wording

_UNDOABLE = frozenset({EntryKind.OUTREACH, EntryKind.CARD, EntryKind.SELECTION})
"""At once: there is nothing to correct in them."""


@dataclass(frozen=True, slots=True)
class ThreadRow:
    key: str
    kind: str
    channel: str
    day: str
    time: str
    title: str
    subtitle: str
    picture: str
    state_here: str
    """RecordState of what was written on this tablet; empty for what came from the hub."""
    undone: bool
    changed: bool
    can_undo: bool
    opens: bool
    """It is opened to see what stood there before, to correct it, to take it back."""
    mine: bool


def day_heading(at: int, now: int, wording: "Wording") -> str:
    """`Oggi`, `Ieri`, `Sabato 21 novembre`."""
    day, today = wording.day_of(at), wording.day_of(now)
    match (today - day).days:
        case 0:
            words = wording.say("today")
        case 1:
            words = wording.say("yesterday")
        case _:
            words = f"{wording.weekday(day)} {wording.long_date(day, today)}"
    return words[:1].upper() + words[1:]


def shown_state(state: str, *, mine: bool) -> str:
    """That it is confirmed is worth a word to whoever recorded it; that it is not, to everybody."""
    return state if mine or state != "confirmed" else ""


def thread_row(entry: Entry, states: Mapping[str, str], now: int, wording: "Wording") -> ThreadRow:
    """What many lines of a long timeline say alike is held once."""
    return ThreadRow(
        key=entry.id,
        kind=entry.kind.value,
        channel=entry.channel.value,
        day=intern(day_heading(entry.at, now, wording)),
        time=intern(wording.time(entry.at)),
        title=intern(entry.title),
        subtitle=intern(entry.subtitle),
        picture=intern(entry.picture),
        state_here=shown_state(states.get(entry.id, ""), mine=entry.mine),
        undone=entry.undone,
        changed=entry.changed,
        can_undo=entry.mine and not entry.undone and entry.kind in _UNDOABLE,
        opens=entry.kind in OPENED,
        mine=entry.mine,
    )


def thread_rows(
    entries: Iterable[Entry], states: Mapping[str, str], now: int, wording: "Wording"
) -> list[ThreadRow]:
    return [thread_row(entry, states, now, wording) for entry in entries]
