"""What she changed herself, in her own words: on the screen as a code for her phone, or on paper."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

LONGEST = 600
"""Characters in a code: more would be too fine for a phone's camera."""


@dataclass(frozen=True)
class ChangeRow:
    key: str
    what: str
    when: str


def as_text(head: str, changes: tuple[ChangeRow, ...]) -> str:
    """The newest first, as many as a code bears."""
    lines = [f"{change.when} {change.what}" for change in changes]
    while lines and len("\n".join((head, *lines))) > LONGEST:
        lines.pop()
    return "\n".join((head, *lines))


def save(head: str, changes: tuple[ChangeRow, ...], path: Path) -> bool:
    from html import escape  # it brings every named character, which no card needs

    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    writer.setPageMargins(QMarginsF(14, 14, 14, 14), QPageLayout.Unit.Millimeter)
    paper = QTextDocument()
    lines = "".join(f"<p>{escape(one.when)}<br><b>{escape(one.what)}</b></p>" for one in reversed(changes))
    paper.setHtml(
        f'<div style="font-family: Hanken Grotesk; font-size: 11pt">'
        f'<p style="font-family: Newsreader; font-size: 20pt">{escape(head)}</p>{lines}</div>'
    )
    paper.print_(writer)
    return path.stat().st_size > 0
