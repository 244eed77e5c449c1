"""`clienteling hub sources` and `clienteling hub replay`: what is connected, and read once more."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
import typer
from rich.console import Console
from rich.table import Table

from clienteling.hub.commands.devices import when
from clienteling.hub.goods.account import goods_tables
from clienteling.hub.intake import raw as raws
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.values import RawState
from clienteling.hub.sources import positions
from clienteling.hub.sources.positions import UNKNOWN, Position
from clienteling.hub.sources.source import Kind, Source
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop

MOST_ASIDE = 30


def show(data: Path) -> None:
    with standing_hub(data) as hub, hub.store.read() as conn:
        sources = hub.settings.sources
        tables = [
            _overview(conn, sources),
            _resources(conn, sources),
            *goods_tables(conn, sources),
            _set_aside(conn),
        ]
    console = Console()
    for table in tables:
        if table.row_count:
            console.print(table)
    if not sources:
        console.print("Nothing is connected yet. `clienteling hub connect` does it.")


def replay(data: Path, name: str, since: datetime | None) -> None:
    with standing_hub(data) as hub:
        source = next((source for source in hub.settings.sources if source.name == name), None)
        if source is None:
            stop(f"nothing is connected as {name}. `clienteling hub sources` lists what is.")
        with hub.store.write() as writer:
            count = raws.replay(writer, source.id, int(since.timestamp() * 1000) if since else 0)
    typer.echo(f"{count} payloads are read once more, within a minute or at the next start of the hub.")


def _overview(conn: sa.Connection, sources: Iterable[Source]) -> Table:
    table = Table("source", "kind", "last heard", "kept", "waiting", "failed", "set aside")
    of = raw_payload.c
    counted = sa.select(
        sa.func.max(of.received_at).label("last"),
        sa.func.count().label("kept"),
        *(sa.func.count().filter(of.state == state).label(state.value) for state in RawState),
        sa.func.count().filter(of.state == RawState.DONE, of.problem != "").label("aside"),
    )
    for source in sources:
        row = conn.execute(counted.where(of.source == source.id)).one()
        figures = (row.kept, row.waiting, row.failed, row.aside)
        table.add_row(source.name, source.kind.name, when(row.last), *(str(n) if n else "" for n in figures))
    return table


def _resources(conn: sa.Connection, sources: Iterable[Source]) -> Table:
    table = Table("source", "asked for", "last whole pass", "now", "again", "problem")
    for source in sources:
        for resource in _asked_for(source.kind):
            position = positions.read(conn, source.id, resource)
            again = when(position.next_at) if position.next_at else ""
            now = _progress(position) if resource != source.kind.listens else _line(position)
            table.add_row(source.name, resource, when(position.last_ok_at), now, again, position.problem)
    return table


def _asked_for(kind: Kind) -> Sequence[str]:
    """What it listens to as well."""
    return [*(poll.resource for poll in kind.polls), *([kind.listens] if kind.listens else [])]


def _line(position: Position) -> str:
    return "on the line" if position.last_ok_at is not None and not position.problem else ""


def _progress(position: Position) -> str:
    if not position.under_way:
        return ""
    return f"{position.taken:,}" if position.total == UNKNOWN else f"{position.taken:,} of {position.total:,}"


def _set_aside(conn: sa.Connection) -> Table:
    """What was kept and not understood, the most frequent first."""
    table = Table("source", "what came", "set aside, or why it failed", "times")
    of = raw_payload.c
    grouped = (
        sa.select(of.source, of.call, of.problem, sa.func.count().label("times"))
        .where(of.problem != "")
        .group_by(of.source, of.call, of.problem)
        .order_by(sa.desc("times"))
        .limit(MOST_ASIDE)
    )
    for row in conn.execute(grouped):
        table.add_row(row.source, row.call, row.problem, str(row.times))
    return table
