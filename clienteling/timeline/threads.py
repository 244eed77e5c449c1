"""Neighbouring lines that a person reads as one: a chat and what was promised in it, looks at one product."""

from collections.abc import Iterable, Iterator

from clienteling.timeline.lines import Line
from clienteling.timeline.values import EntryKind, EventKind, detail_of

ONE_CHAT = 2 * 3_600_000
"""Milliseconds between two messages of one conversation, at most."""
ONE_LOOK = 24 * 3_600_000
_MESSAGES = frozenset({EventKind.MESSAGE_IN.value, EventKind.MESSAGE_OUT.value})


def threads(lines: Iterable[Line], after: Line | None = None) -> Iterator[list[Line]]:
    """Groups, newest first, each newest first; what belongs to `after` was shown with it and is left out.

    Whether two lines belong together depends on these two alone, so the groups are the same
    wherever a page begins.
    """
    previous, group = after, [after] if after is not None else []
    shown = after is not None
    for line in lines:
        if previous is not None and belong_together(line, previous):
            group.append(line)
        else:
            if group and not shown:
                yield group
            group, shown = [line], False
        previous = line
    if group and not shown:
        yield group


def belong_together(older: Line, newer: Line) -> bool:
    if older.channel is not newer.channel:
        return False
    apart = newer.row.at - older.row.at
    if _is_chat(older) and _is_chat(newer):
        return apart <= ONE_CHAT and any(_is_message(line) for line in (older, newer))
    return apart <= ONE_LOOK and _is_look(older) and _is_look(newer) and _product(older) == _product(newer)


def _is_message(line: Line) -> bool:
    return line.kind is EntryKind.EVENT and line.row.kind in _MESSAGES


def _is_chat(line: Line) -> bool:
    return _is_message(line) or line.kind is EntryKind.PROMISE


def _is_look(line: Line) -> bool:
    return line.kind is EntryKind.EVENT and line.row.kind == EventKind.PRODUCT_VIEWED


def _product(line: Line) -> str:
    detail = detail_of(line.row.detail)
    return detail.product_id or detail.product_name or line.row.id
