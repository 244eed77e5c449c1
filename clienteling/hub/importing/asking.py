"""A person looks at what was guessed of a file, corrects it, and says yes."""

import sys

import typer

from clienteling.hub.importing import guess
from clienteling.hub.importing.fields import FIELDS, NEEDED, field
from clienteling.hub.importing.mapping import Reading, guessed
from clienteling.hub.importing.opening import Opened
from clienteling.hub.importing.text_file import TextFile
from clienteling.hub.importing.values import Kind, Unreadable
from clienteling.marking import msgid
from clienteling.wording import Wording

KINDS = {
    Kind.STORES: msgid("shops"),
    Kind.STAFF: msgid("staff"),
    Kind.PRODUCTS: msgid("products"),
    Kind.STOCK: msgid("stock"),
    Kind.CUSTOMERS: msgid("customers"),
    Kind.ORDERS: msgid("orders"),
}
LONGEST_EXAMPLE = 28
_NOT_READ = "-"
_LEAVE = "q"


def show(opened: Opened, reading: Reading, wording: Wording) -> None:
    typer.echo(f"\n{opened.path}: {wording.say(KINDS[reading.kind])}, {_make(opened, wording)}")
    if opened.other_sheets:
        others = ", ".join(opened.other_sheets)
        typer.echo(wording.say("Other sheets, not read: {sheets}. Choose one with --sheet.", sheets=others))
    width = max((len(heading) for heading in opened.headings), default=0)
    for number, heading in enumerate(opened.headings, 1):
        meaning, example = _meaning(reading, heading, wording), _example(opened, number)
        typer.echo(f"  {number:>3}  {heading:<{width}}  {meaning:<26}  {example}")


def confirm(opened: Opened, reading: Reading, wording: Wording) -> Reading | None:
    """The reading that she agrees to; None where she leaves."""
    if not sys.stdin.isatty():
        raise Unreadable(
            msgid("Nobody is there to confirm this. Use --yes, or a mapping file that was confirmed once.")
        )
    while True:
        question = wording.say(
            "Enter: take it. A column's number: change it. A kind ({kinds}): read it as that. q: leave",
            kinds=", ".join(Kind),
        )
        answer = typer.prompt(question, default="", show_default=False).strip().lower()
        if answer == _LEAVE:
            return None
        if not answer:
            problem = lacks(reading)
            if problem is None:
                return reading
            typer.echo(problem.in_words(wording))
        elif answer in set(Kind):
            reading = guessed(opened, Kind(answer))
            show(opened, reading, wording)
        elif answer.isdigit() and 0 < int(answer) <= len(opened.headings):
            reading = _changed(reading, opened.headings[int(answer) - 1], wording)
            show(opened, reading, wording)


def lacks(reading: Reading) -> Unreadable | None:
    """What must be mapped before its rows can say anything."""
    for needed in guess.lacking(reading.kind, reading.read.values()):
        return Unreadable(
            msgid("No column of a file of {kind} is mapped to one of: {fields}. It needs one."),
            kind=reading.kind.value,
            fields=", ".join(sorted(needed)),
        )
    return None


def chosen(opened: Opened, kind: Kind | None) -> Reading:
    """Raises Unreadable where the file is of no kind that we know."""
    found = kind or guess.kind(opened.path, opened.headings)
    if found is None:
        raise Unreadable(
            msgid(
                "It is not clear what this is about. Say so with --kind ({kinds}). Its headings: {headings}."
            ),
            headings=", ".join(opened.headings[:20]),
            kinds=", ".join(NEEDED),
        )
    return guessed(opened, found)


def _changed(reading: Reading, heading: str, wording: Wording) -> Reading:
    known = [one.name for one in FIELDS[reading.kind]]
    typer.echo("  " + "  ".join(known))
    name = typer.prompt(wording.say("“{heading}” is (- for not read)", heading=heading)).strip()
    if name != _NOT_READ and name not in known:
        return reading
    columns = {**reading.columns, heading: "" if name == _NOT_READ else name}
    return Reading(reading.kind, columns, reading.decimal, reading.dates, reading.checked_emails)


def _meaning(reading: Reading, heading: str, wording: Wording) -> str:
    found = field(reading.kind, reading.columns.get(heading, ""))
    return f"→ {wording.say(found.words)}" if found else wording.say("(not read)")


def _make(opened: Opened, wording: Wording) -> str:
    source = opened.source
    if isinstance(source, TextFile):
        sign = "Tab" if source.delimiter == "\t" else source.delimiter
        return wording.say("CSV, delimiter {sign}", sign=sign)
    return wording.say("sheet “{name}”", name=source.name)


def _example(opened: Opened, number: int) -> str:
    cells = (row.cells[number - 1].strip() for row in opened.sample if len(row.cells) >= number)
    words = " ".join(next((cell for cell in cells if cell), "").split())
    return words if len(words) <= LONGEST_EXAMPLE else f"{words[:LONGEST_EXAMPLE]}…"
