"""`clienteling hub load-demo`."""

from pathlib import Path

import typer

from clienteling.hub import settings
from clienteling.hub.app import create_hub
from clienteling.hub.code_keys import CodeKeyDamaged, signing_key
from clienteling.hub.demo import page_settings
from clienteling.hub.demo.giulia import GIULIA
from clienteling.hub.demo.house import House
from clienteling.hub.demo.load import Loaded, load
from clienteling.hub.trouble import explained, stop
from sync.errors import HubRefused


def run(data: Path) -> None:
    with explained(data):
        chosen = settings.load_or_create(data)
        hub = create_hub(chosen)
        try:
            loaded = load(hub.store)
            signing_key(data, hub.store)
        except HubRefused as error:
            stop(f"{error.message}; nothing was loaded. Make room and run this again.")
        except CodeKeyDamaged as error:
            stop(f"{error}. Restore it from a backup, or move it away and run this again.")
        finally:
            hub.close()
        completed = page_settings.complete(data / settings.FILE, loaded.house)
    _tell(loaded, completed=completed)


def _tell(loaded: Loaded, *, completed: bool) -> None:
    if loaded.records:
        shops = len(loaded.house.stores)
        typer.echo(f"Loaded {shops} shops, {loaded.customers} customers, {loaded.records} records.")
    else:
        typer.echo("The demo's house is already there; nothing was changed.")
    if completed:
        typer.echo(
            "Completed hub.toml with the demo's name and page; a hub that is running has to start again."
        )
    _tell_staff(loaded.house)
    typer.echo(f"\nThe story's customer: {GIULIA.given_name} {GIULIA.family_name}, {GIULIA.email}")


def _tell_staff(house: House) -> None:
    for shop in house.stores:
        typer.echo(f"\n{shop.name}  (store {shop.id})")
        for one in house.staff:
            if one.store == shop.id:
                name = f"{one.given_name} {one.family_name}"
                typer.echo(f"    {name:<20} {one.role.replace('_', ' '):<10} PIN {one.pin}")
