"""`clienteling hub erase` and `clienteling hub erasures`."""

from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from clienteling.hub.commands.devices import when
from clienteling.hub.privacy.erasure import erase_her
from clienteling.hub.standing import standing_hub
from clienteling.hub.wanted import wanted_customer
from sync.hub.gone.erasures import Erasure


def erase(data: Path, wanted: str, *, yes: bool) -> None:
    with standing_hub(data) as hub:
        with hub.store.read() as connection:
            her = wanted_customer(connection, wanted)
        name = her.full_name or her.id
        typer.echo(f"{name}: everything about her goes, here now and on each tablet when it meets the hub.")
        typer.echo("This cannot be undone; a backup that is put back has it done again.")
        if not yes:
            typer.confirm("Erase her?", abort=True)
        count = erase_her(hub, her.id)
    typer.echo(f"Erased: {count} records. `clienteling hub erasures` shows which tablets have confirmed.")


def show(data: Path) -> None:
    with standing_hub(data) as hub:
        erasures = hub.store.erasing.overview()
        names = {device.id: device.name for device in hub.devices.all()}
    table = Table("id", "erased", "confirmed", "still to confirm")
    for one in erasures:
        waiting = ", ".join(names.get(i, i) for i in one.waiting)
        table.add_row(one.id, when(one.at), _confirmed(one), waiting)
    Console().print(table if erasures else "Nobody was erased.")


def save(data: Path, erasure_id: str, receipt: Path) -> None:
    from clienteling.hub.privacy.receipt import save_receipt

    with standing_hub(data) as hub:
        save_receipt(hub, erasure_id, receipt)


def _confirmed(one: Erasure) -> str:
    return f"{one.confirmed} of {one.devices} tablets"
