"""Lines that a person reads as one: a chat and what was promised in it, looks at one product, one e-mail."""

from collections import deque
from collections.abc import Iterable, Iterator

from clienteling.timeline.lines import Line
from clienteling.timeline.values import EntryKind, EventKind, detail_of
from clienteling.timeline.words import CHATS

HOUR = 3_600_000
ONE_CHAT = 2 * HOUR
"""Milliseconds between two messages of one conversation, at most."""
ONE_LOOK = 24 * HOUR
LONGEST_GAP = max(ONE_CHAT, ONE_LOOK)

_MESSAGES = frozenset({EventKind.MESSAGE_IN.value, EventKind.MESSAGE_OUT.value})
_MAIL = frozenset({EventKind.EMAIL_SENT.value, EventKind.EMAIL_OPENED.value, EventKind.EMAIL_CLICKED.value})
_GAPS = {
    **dict.fromkeys(_MESSAGES, ONE_CHAT),
    **dict.fromkeys((EventKind.PRODUCT_VIEWED.value, *_MAIL), ONE_LOOK),
}

Thread = list[Line]


def threads(lines: Iterable[Line]) -> Iterator[Thread]:
    """Newest first by their newest line, each newest first. `lines` come newest first.

    A line joins the last one of its kind when it is near enough, whatever happened elsewhere in between;
    two neighbours decide it alone, so the threads are the same wherever reading begins.
    """
    waiting: deque[Thread] = deque()
    open_threads: dict[str, Thread] = {}
    for line in lines:
        key = _key(line)
        if not key:
            waiting.append([line])
        elif key in open_threads and _gap(open_threads[key][-1], line) <= _longest_gap(line):
            open_threads[key].append(line)
        else:
            open_threads[key] = [line]
            waiting.append(open_threads[key])
        while waiting and _gap(waiting[0][-1], line) > _longest_gap(waiting[0][0]):
            yield from _said(waiting.popleft())
    for thread in waiting:
        yield from _said(thread)


def is_message(line: Line) -> bool:
    return line.kind is EntryKind.EVENT and line.row.kind in _MESSAGES


def _said(thread: Thread) -> Iterator[Thread]:
    """Promises with no message round them are told one by one."""
    if len(thread) > 1 and all(line.kind is EntryKind.PROMISE for line in thread):
        yield from ([line] for line in thread)
    else:
        yield thread


def _key(line: Line) -> str:
    if is_message(line) or (line.kind is EntryKind.PROMISE and line.channel in CHATS):
        return f"chat/{line.channel}"
    if line.kind is EntryKind.EVENT and line.row.kind == EventKind.PRODUCT_VIEWED:
        detail = detail_of(line.row.detail)
        return f"look/{detail.product_id or detail.product_name or line.row.id}"
    if line.kind is EntryKind.EVENT and line.row.kind in _MAIL and line.row.text:
        return f"mail/{line.row.source}/{line.row.text}"
    return ""


def _longest_gap(line: Line) -> int:
    """Further apart than this, two lines are two entries; what stands alone waits for nothing."""
    if line.kind is EntryKind.EVENT:
        return _GAPS.get(line.row.kind, -1)
    return ONE_CHAT if line.kind is EntryKind.PROMISE and line.channel in CHATS else -1


def _gap(newer: Line, older: Line) -> int:
    return newer.row.at - older.row.at
