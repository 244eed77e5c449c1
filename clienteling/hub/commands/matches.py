"""`clienteling hub matches`: who may be one person, and what somebody says of it."""

from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa
import typer
from rich.table import Table

from clienteling.customers.phone import as_written
from clienteling.customers.tables import customer
from clienteling.errors import UnknownRecord
from clienteling.hub.commands.listing import terminal
from clienteling.hub.house import Hub
from clienteling.hub.identity import words
from clienteling.hub.identity.matching import queue
from clienteling.hub.identity.matching.comparing import Comparing
from clienteling.hub.identity.matching.deciding import decide
from clienteling.hub.identity.matching.values import Answer, ProbableMatch
from clienteling.hub.machine_language import machine_language
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.marking import msgid
from clienteling.wording import Wording

_LINES = (
    (msgid("name"), ("given_name", "family_name")),
    (msgid("birth date"), ("birthday_on",)),
    (msgid("e-mail"), ("email",)),
    (msgid("phone"), ("phone",)),
    (msgid("card"), ("card_number",)),
    (msgid("address"), ("address", "postcode", "city")),
    (msgid("customer since"), ("since_on",)),
)
_NOBODY = msgid("No two customers look like one person.")
_NOT_ASKED = msgid(
    "nobody is asked about “{wanted}”, or one of them is not here any more. `matches` lists them."
)
_KEYS = {"s": Answer.SAME, "d": Answer.DIFFERENT, "l": Answer.LATER}


def show(data: Path, most: int) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        Comparing(hub.store).catch_up()
        matches, total = _waiting(hub, most)
        for match in matches:
            _print(hub, match, wording)
    if not total:
        typer.echo(wording.say(_NOBODY))
    elif more := total - len(matches):
        typer.echo(wording.count("{n} more; --most shows it.", "{n} more; --most shows them.", more))


def ask(data: Path, by: str) -> None:
    """One after the other, until all are answered or the person has enough."""
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        Comparing(hub.store).catch_up()
        seen: set[str] = set()
        while (match := _next(hub, seen)) is not None:
            seen.add(match.id)
            _print(hub, match, wording)
            question = wording.say("One person? [s]ame, [d]ifferent, [l]ater, [q]uit")
            key = typer.prompt(question, default="l").strip().lower()[:1]
            if key == "q":
                return
            if key in _KEYS:
                _decide(hub, match.id, _KEYS[key], by, wording)
        typer.echo(wording.say("That was all.") if seen else wording.say(_NOBODY))


def answer(data: Path, match_id: str, said: Answer, by: str) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        _decide(hub, match_id, said, by, wording)
    typer.echo(wording.say(_DONE[said]))


_DONE = {
    Answer.SAME: msgid("They are one person now; `clienteling hub unmerge` takes them apart again."),
    Answer.DIFFERENT: msgid("They are two people; this is not asked again."),
    Answer.LATER: msgid("Asked again later."),
}


def _decide(hub: Hub, match_id: str, said: Answer, by: str, wording: Wording) -> None:
    try:
        with hub.store.write() as writer:
            decide(writer, match_id, said, by)
    except UnknownRecord:
        stop(wording.say(_NOT_ASKED, wanted=match_id))


def _waiting(hub: Hub, most: int) -> tuple[list[ProbableMatch], int]:
    with hub.store.read() as conn:
        return queue.waiting(conn, most), queue.count(conn)


def _next(hub: Hub, seen: set[str]) -> ProbableMatch | None:
    matches, _ = _waiting(hub, len(seen) + 1)
    return next((match for match in matches if match.id not in seen), None)


def _print(hub: Hub, match: ProbableMatch, wording: Wording) -> None:
    with hub.store.read() as conn:
        query = sa.select(customer).where(customer.c.id.in_([match.one_id, match.other_id]))
        rows = {row.id: row for row in conn.execute(query)}
    if len(rows) < 2:  # noqa: PLR2004 - one of the two was erased just now
        return
    title = f"{match.probability:.0%}  {words.evidence(match.evidence, wording)}"
    table = Table("", wording.say("one"), wording.say("other"), title=title)
    for label, columns in _LINES:
        cells = [_cell(rows[i], columns) for i in (match.one_id, match.other_id)]
        if any(cells):
            table.add_row(wording.say(label), *cells)
    console = terminal()
    console.print(table)
    console.print(match.id, style="dim", soft_wrap=True)


def _cell(row: sa.Row, columns: Iterable[str]) -> str:
    values = [str(getattr(row, column) or "") for column in columns]
    if tuple(columns) == ("phone",):
        values = [as_written(value) for value in values]
    return " ".join(value for value in values if value)
