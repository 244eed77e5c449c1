"""`clienteling hub templates …`: what associates write to customers with."""

from pathlib import Path

import typer
from rich.table import Table

from clienteling.hub.commands.listing import terminal
from clienteling.hub.machine_language import machine_language
from clienteling.hub.outreach.preparing import prepare
from clienteling.hub.outreach.templates import replace
from clienteling.hub.retold import retold
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.marking import msgid
from clienteling.outreach import sheet
from clienteling.outreach.queries import templates
from clienteling.outreach.values import Template
from clienteling.wording import Wording

_HEADINGS = (msgid("id"), msgid("topic"), msgid("by"), msgid("languages"), msgid("name"))


def show(data: Path) -> None:
    wording = Wording(machine_language())
    table = Table(*(wording.say(heading) for heading in _HEADINGS))
    for one in _offered(data):
        name = one.in_language(wording.language)[1].name
        table.add_row(one.id, one.topic.value, ", ".join(one.ways), ", ".join(one.words), name)
    terminal().print(table)


def export(data: Path, path: Path) -> None:
    try:
        path.write_text(sheet.write(_offered(data)), "utf-8")
    except OSError as error:
        wording = Wording(machine_language())
        stop(wording.say("{file} cannot be written: {problem}.", file=path, problem=error.strerror))


def take(data: Path, path: Path) -> None:
    wording = Wording(machine_language())
    try:
        found = sheet.read(path.read_text("utf-8"))
    except OSError as error:
        stop(wording.say("{file} cannot be read: {problem}.", file=path, problem=error.strerror))
    except (sheet.Unreadable, UnicodeDecodeError) as error:
        problem = retold(str(error), wording)
        stop(wording.say("{file}: {problem}. Nothing was changed.", file=path, problem=problem))
    with standing_hub(data) as hub, hub.store.write() as writer:
        replace(writer, found)
    typer.echo(wording.count("{n} template is offered now.", "{n} templates are offered now.", len(found)))


def _offered(data: Path) -> list[Template]:
    with standing_hub(data) as hub:
        prepare(hub)
        with hub.store.read() as conn:
            return templates(conn)
