"""`clienteling hub matches`: who may be one person, and what somebody says of it."""

from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa
import typer
from rich.console import Console
from rich.table import Table

from clienteling.customers.phone import as_written
from clienteling.customers.tables import customer
from clienteling.errors import UnknownRecord
from clienteling.hub.house import Hub
from clienteling.hub.identity.matching import queue
from clienteling.hub.identity.matching.comparing import Comparing
from clienteling.hub.identity.matching.deciding import decide
from clienteling.hub.identity.matching.likeness import How, Thing
from clienteling.hub.identity.matching.values import Answer, ProbableMatch, Reason
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop

_THINGS = {
    Thing.GIVEN_NAME: "given name",
    Thing.FAMILY_NAME: "family name",
    Thing.EMAIL: "e-mail",
    Thing.PHONE: "phone",
    Thing.CARD: "card",
    Thing.BIRTHDAY: "birth date",
    Thing.ADDRESS: "address",
    Thing.POSTCODE: "postcode",
    Thing.CITY: "town",
}
_HOW = {
    How.SAME: "the same {thing}",
    How.SHORT: "a short form of the {thing}",
    How.PART: "a part of the {thing}",
    How.ALIKE: "nearly the same {thing}",
    How.DIFFERENT: "another {thing}",
}
_LINES = (
    ("name", ("given_name", "family_name")),
    ("birth date", ("birthday_on",)),
    ("e-mail", ("email",)),
    ("phone", ("phone",)),
    ("card", ("card_number",)),
    ("address", ("address", "postcode", "city")),
    ("customer since", ("since_on",)),
)
_KEYS = {"s": Answer.SAME, "d": Answer.DIFFERENT, "l": Answer.LATER}


def show(data: Path, most: int) -> None:
    with standing_hub(data) as hub:
        Comparing(hub.store).catch_up()
        matches, total = _waiting(hub, most)
        for match in matches:
            _print(hub, match)
    if not total:
        typer.echo("No two customers look like one person.")
    elif total > len(matches):
        typer.echo(f"{total - len(matches)} more; --most shows them.")


def ask(data: Path, by: str) -> None:
    """One after the other, until all are answered or the person has enough."""
    with standing_hub(data) as hub:
        Comparing(hub.store).catch_up()
        seen: set[str] = set()
        while (match := _next(hub, seen)) is not None:
            seen.add(match.id)
            _print(hub, match)
            typed = typer.prompt("One person? [s]ame, [d]ifferent, [l]ater, [q]uit", default="l")
            key = typed.strip().lower()[:1]
            if key == "q":
                return
            if key in _KEYS:
                _decide(hub, match.id, _KEYS[key], by)
        typer.echo("That was all." if seen else "No two customers look like one person.")


def answer(data: Path, match_id: str, said: Answer, by: str) -> None:
    with standing_hub(data) as hub:
        _decide(hub, match_id, said, by)
    typer.echo(_DONE[said])


_DONE = {
    Answer.SAME: "They are one person now; `clienteling hub unmerge` takes them apart again.",
    Answer.DIFFERENT: "They are two people; this is not asked again.",
    Answer.LATER: "Asked again later.",
}


def _decide(hub: Hub, match_id: str, said: Answer, by: str) -> None:
    try:
        with hub.store.write() as writer:
            decide(writer, match_id, said, by)
    except UnknownRecord:
        stop(
            f"nobody is asked about {match_id!r}, or one of them is not here any more. `matches` lists them."
        )


def _waiting(hub: Hub, most: int) -> tuple[list[ProbableMatch], int]:
    with hub.store.read() as conn:
        return queue.waiting(conn, most), queue.count(conn)


def _next(hub: Hub, seen: set[str]) -> ProbableMatch | None:
    matches, _ = _waiting(hub, len(seen) + 1)
    return next((match for match in matches if match.id not in seen), None)


def _print(hub: Hub, match: ProbableMatch) -> None:
    with hub.store.read() as conn:
        query = sa.select(customer).where(customer.c.id.in_([match.one_id, match.other_id]))
        rows = {row.id: row for row in conn.execute(query)}
    if len(rows) < 2:  # noqa: PLR2004 - one of the two was erased just now
        return
    table = Table("", "one", "other", title=f"{match.probability:.0%}  {in_words(match.evidence)}")
    for label, columns in _LINES:
        cells = [_cell(rows[i], columns) for i in (match.one_id, match.other_id)]
        if any(cells):
            table.add_row(label, *cells)
    console = Console()
    console.print(table)
    console.print(f"[dim]{match.id}[/dim]", soft_wrap=True)


def in_words(evidence: Iterable[Reason]) -> str:
    """Such as: the same phone, nearly the same family name; another e-mail."""
    reasons = list(evidence)
    speaking = [_said(one) for one in reasons if one.how is not How.DIFFERENT]
    against = [_said(one) for one in reasons if one.how is How.DIFFERENT]
    return "; ".join(", ".join(part) for part in (speaking, against) if part)


def _said(one: Reason) -> str:
    return _HOW[one.how].format(thing=_THINGS[one.thing])


def _cell(row: sa.Row, columns: Iterable[str]) -> str:
    values = [str(getattr(row, column) or "") for column in columns]
    if tuple(columns) == ("phone",):
        values = [as_written(value) for value in values]
    return " ".join(value for value in values if value)
