"""`clienteling hub erase` and `clienteling hub erasures`."""

from pathlib import Path

import sqlalchemy as sa
import typer
from rich.console import Console
from rich.table import Table

from clienteling.customers.tables import customer
from clienteling.hub.device_commands import when
from clienteling.hub.house import Hub
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from sync.hub.gone.erasures import Erasure


def erase(data: Path, customer_id: str, *, yes: bool) -> None:
    with standing_hub(data) as hub:
        row = _find(hub, customer_id)
        if row is None:
            stop(f"no customer has the id {customer_id}. Her card on a tablet shows it.")
        name = f"{row.given_name} {row.family_name}".strip() or customer_id
        typer.echo(
            f"{name}: everything about her goes, here now and on each tablet when it next meets the hub."
        )
        typer.echo("This cannot be undone; a backup that is put back has it done again.")
        if not yes:
            typer.confirm("Erase her?", abort=True)
        count = hub.store.erase(customer_id)
    typer.echo(f"Erased: {count} records. `clienteling hub erasures` shows which tablets have confirmed.")


def show(data: Path) -> None:
    with standing_hub(data) as hub:
        erasures = hub.store.erasures()
        names = {device.id: device.name for device in hub.devices.all()}
    table = Table("erased", "confirmed", "still to confirm")
    for one in erasures:
        table.add_row(when(one.at), _confirmed(one), ", ".join(names.get(i, i) for i in one.waiting))
    Console().print(table if erasures else "Nobody was erased.")


def _find(hub: Hub, customer_id: str) -> sa.Row | None:
    with hub.store.read() as connection:
        query = sa.select(customer.c.given_name, customer.c.family_name).where(customer.c.id == customer_id)
        return connection.execute(query).one_or_none()


def _confirmed(one: Erasure) -> str:
    return f"{one.confirmed} of {one.devices} tablets"
