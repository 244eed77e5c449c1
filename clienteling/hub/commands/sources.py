"""`clienteling hub sources` and `clienteling hub replay`: what is connected, and read once more."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
import typer
from rich.table import Table

from clienteling.hub.commands.devices import when
from clienteling.hub.commands.listing import terminal
from clienteling.hub.goods.account import goods_tables
from clienteling.hub.intake import raw as raws
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.values import RawState
from clienteling.hub.machine_language import machine_language
from clienteling.hub.retold import retold
from clienteling.hub.sources import positions
from clienteling.hub.sources.positions import UNKNOWN, Position
from clienteling.hub.sources.source import Kind, Source
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.marking import msgid
from clienteling.wording import Wording

MOST_ASIDE = 30
_CONNECTED = (
    msgid("source"),
    msgid("kind"),
    msgid("last heard"),
    msgid("received"),
    msgid("waiting"),
    msgid("failed"),
    msgid("set aside"),
)
_ASKED = (
    msgid("source"),
    msgid("asked for"),
    msgid("last whole pass"),
    msgid("now"),
    msgid("again"),
    msgid("problem"),
)
_ASIDE = (msgid("source"), msgid("what came"), msgid("set aside, or why it failed"), msgid("times"))
_NOT_CONNECTED = msgid("nothing is connected as “{name}”. `clienteling hub sources` lists what is.")


def show(data: Path) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub, hub.store.read() as conn:
        sources = hub.settings.sources
        tables = [
            _overview(conn, sources, wording),
            _resources(conn, sources, wording),
            *goods_tables(conn, sources, wording),
            _set_aside(conn, wording),
        ]
    console = terminal()
    for table in tables:
        if table.row_count:
            console.print(table)
    if not sources:
        console.print(wording.say("Nothing is connected yet. `clienteling hub connect` does it."))


def replay(data: Path, name: str, since: datetime | None) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        source = next((source for source in hub.settings.sources if source.name == name), None)
        if source is None:
            stop(wording.say(_NOT_CONNECTED, name=name))
        with hub.store.write() as writer:
            count = raws.replay(writer, source.id, int(since.timestamp() * 1000) if since else 0)
    typer.echo(
        wording.count(
            "{n} payload is read once more, within a minute or at the next start of the hub.",
            "{n} payloads are read once more, within a minute or at the next start of the hub.",
            count,
        )
    )


def _overview(conn: sa.Connection, sources: Iterable[Source], wording: Wording) -> Table:
    table = Table(*(wording.say(heading) for heading in _CONNECTED))
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


def _resources(conn: sa.Connection, sources: Iterable[Source], wording: Wording) -> Table:
    table = Table(*(wording.say(heading) for heading in _ASKED))
    for source in sources:
        for resource in _asked_for(source.kind):
            position = positions.read(conn, source.id, resource)
            again = when(position.next_at) if position.next_at else ""
            heard = resource == source.kind.listens
            now = _line(position, wording) if heard else _progress(position, wording)
            problem = retold(position.problem, wording)
            table.add_row(source.name, resource, when(position.last_ok_at), now, again, problem)
    return table


def _asked_for(kind: Kind) -> Sequence[str]:
    """What it listens to as well."""
    return [*(poll.resource for poll in kind.polls), *([kind.listens] if kind.listens else [])]


def _line(position: Position, wording: Wording) -> str:
    stands = position.last_ok_at is not None and not position.problem
    return wording.say("on the line") if stands else ""


def _progress(position: Position, wording: Wording) -> str:
    if not position.under_way:
        return ""
    taken = wording.number(position.taken)
    if position.total == UNKNOWN:
        return taken
    return wording.say("{some} of {all}", some=taken, all=wording.number(position.total))


def _set_aside(conn: sa.Connection, wording: Wording) -> Table:
    """What was kept and not understood, the most frequent first."""
    table = Table(*(wording.say(heading) for heading in _ASIDE))
    of = raw_payload.c
    grouped = (
        sa.select(of.source, of.call, of.problem, sa.func.count().label("times"))
        .where(of.problem != "")
        .group_by(of.source, of.call, of.problem)
        .order_by(sa.desc("times"))
        .limit(MOST_ASIDE)
    )
    for row in conn.execute(grouped):
        table.add_row(row.source, row.call, retold(row.problem, wording), str(row.times))
    return table
