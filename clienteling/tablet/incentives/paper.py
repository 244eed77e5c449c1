"""A month of a scheme on paper: A4, upright, to be signed and kept."""

from collections.abc import Iterator, Mapping
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QTextDocument

from clienteling.marking import msgid
from clienteling.tablet import paper
from clienteling.tablet.incentives.lines import Copy
from clienteling.tablet.paper import SANS, SERIF, a4, printed_on

if TYPE_CHECKING:
    from clienteling.attribution.closing import Month
    from clienteling.wording import Wording

INK, QUIET, LINE = (ink.name() for ink in (paper.INK, paper.QUIET, paper.LINE))
MOST_LINES = 400
_DATE, _SIGNATURE = msgid("Date"), msgid("Signature")


def write(path: Path, copy: Copy) -> None:
    """Raises OSError where nothing can be written."""
    writer = a4(path, f"{copy.shop_name}, {copy.month.statement.scheme.name}")
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    font = QFont(SANS)
    font.setPointSizeF(10)
    document.setDefaultFont(font)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.setHtml("".join(_page(copy)))
    document.print_(writer)


def _page(copy: Copy) -> Iterator[str]:
    from clienteling.attribution import words

    month, names, wording = copy.month, copy.names, copy.wording
    say, statement = wording.say, month.statement
    scheme, amount = statement.scheme, wording.money(statement.amount_cents)
    of = words.month(date.fromisoformat(statement.month), wording)
    yield f"<p style='font-family:{SERIF};font-size:24pt;color:{INK}'>{escape(scheme.name)}</p>"
    terms = escape(words.terms(scheme, wording))
    said = " · ".join((copy.shop_name, of, printed_on(copy.now, wording)))
    yield f"<p style='color:{QUIET}'>{escape(said)}<br>{terms}</p>"
    yield f"<p style='font-family:{SERIF};font-size:30pt;margin-top:18px;color:{INK}'>{escape(amount)}</p>"
    each = words.shared(statement, wording)
    yield f"<p>{escape(each)}</p>" if each else ""
    yield _closed(month, names, wording)
    yield _table(say("How it came about"), list(_due(month, names, wording)))
    yield _table(say("Changed since earlier months were closed"), list(_changed(month, names, wording)))
    yield _table(say("Purchases"), list(_lines(month, names, wording)))
    more = len(statement.lines) - MOST_LINES
    if more > 0:
        yield f"<p style='color:{QUIET}'>{escape(wording.count('and {n} more', 'and {n} more', more))}</p>"
    yield _signed(wording)


def _signed(wording: "Wording") -> str:
    """Two lines to be filled in by hand."""
    line = f"border-top:1px solid {QUIET};color:{QUIET};padding-top:4px"
    date, signature = (escape(wording.say(one)) for one in (_DATE, _SIGNATURE))
    return (
        "<table width='100%' cellspacing='0' cellpadding='0' style='margin-top:90px'><tr>"
        f"<td width='30%' style='{line}'>{date}</td><td width='15%'></td>"
        f"<td width='55%' style='{line}'>{signature}</td></tr></table>"
    )


def _closed(month: "Month", names: Mapping[str, str], wording: "Wording") -> str:
    if month.closed is None:
        said = wording.say("Not closed: these figures still move.")
    else:
        when = wording.full_date(wording.day_of(month.closed.at))
        who = names.get(month.closed.by_id, "")
        said = wording.say("Closed by {name} on {date}", name=who, date=when)
    return f"<p style='color:{QUIET}'>{escape(said)}</p>"


def _due(month: "Month", names: Mapping[str, str], wording: "Wording") -> Iterator[tuple[str, str, str]]:
    from clienteling.attribution import words

    for due in month.statement.due:
        said = words.made_of(due, wording)
        row = (names.get(due.party, ""), said) if due.party else (said, "")
        yield *row, wording.money(due.amount_cents)


def _changed(month: "Month", names: Mapping[str, str], wording: "Wording") -> Iterator[tuple[str, str, str]]:
    from clienteling.attribution import words

    for one in month.statement.changed:
        yield words.changed(one, wording), names.get(one.party, ""), wording.money(one.cents)


def _lines(month: "Month", names: Mapping[str, str], wording: "Wording") -> Iterator[tuple[str, str, str]]:
    from clienteling.attribution import words

    for line in month.statement.lines[:MOST_LINES]:
        day = date.fromisoformat(line.on)
        who = names.get(line.party, "") if line.party else ""
        what = words.where(line, wording)
        yield (
            wording.full_date(day),
            " · ".join(part for part in (what, who) if part),
            wording.money(line.cents),
        )


def _table(title: str, rows: list[tuple[str, str, str]]) -> str:
    if not rows:
        return ""
    line = f"border-bottom:1px solid {LINE};padding:6px 0 6px 0"
    cells = "".join(
        f"<tr><td width='36%' style='{line}'>{escape(first)}</td>"
        f"<td width='44%' style='{line};color:{QUIET}'>{escape(second)}</td>"
        f"<td width='20%' align='right' style='{line}'>{escape(third)}</td></tr>"
        for first, second, third in rows
    )
    return (
        f"<p style='font-weight:600;margin-top:28px'>{escape(title)}</p>"
        f"<table width='100%' cellspacing='0' cellpadding='0'>{cells}</table>"
    )
