"""`clienteling hub templates …`: what associates write to customers with."""

from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from clienteling.hub.machine_language import machine_language
from clienteling.hub.outreach.preparing import prepare
from clienteling.hub.outreach.templates import replace
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.outreach import sheet
from clienteling.outreach.queries import templates
from clienteling.outreach.values import Template
from clienteling.wording import Wording


def show(data: Path) -> None:
    language = machine_language()
    table = Table("id", "topic", "by", "languages", "name")
    for one in _offered(data):
        name = one.in_language(language)[1].name
        table.add_row(one.id, one.topic.value, ", ".join(one.ways), ", ".join(one.words), name)
    Console().print(table)


def export(data: Path, path: Path) -> None:
    try:
        path.write_text(sheet.write(_offered(data)), "utf-8")
    except OSError as error:
        stop(f"{path} cannot be written: {error.strerror}.")


def take(data: Path, path: Path) -> None:
    wording = Wording(machine_language())
    try:
        found = sheet.read(path.read_text("utf-8"))
    except OSError as error:
        stop(f"{path} cannot be read: {error.strerror}.")
    except (sheet.Unreadable, UnicodeDecodeError) as error:
        stop(f"{path}: {error}. Nothing was changed.")
    with standing_hub(data) as hub, hub.store.write() as writer:
        replace(writer, found)
    typer.echo(wording.count("{n} template is offered now.", "{n} templates are offered now.", len(found)))


def _offered(data: Path) -> list[Template]:
    with standing_hub(data) as hub:
        prepare(hub)
        with hub.store.read() as conn:
            return templates(conn)
