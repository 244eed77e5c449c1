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
from clienteling.hub.machine_language import machine_language
from clienteling.hub.retold import retold
from clienteling.hub.trouble import explained, stop
from clienteling.marking import msgid
from clienteling.staff.words import role_name
from clienteling.wording import Wording
from sync.errors import HubRefused

_NO_ROOM = msgid("{problem}; nothing was loaded. Make room and run this again.")
_DAMAGED = msgid("{problem}. Restore it from a backup, or move it away and run this again.")
_LOADED = msgid("Loaded {shops} shops, {customers} customers, {records} records.")
_COMPLETED = msgid(
    "Completed hub.toml with the demo's name and page; a hub that is running has to start again."
)


def run(data: Path) -> None:
    wording = Wording(machine_language())
    with explained(data):
        chosen = settings.load_or_create(data)
        hub = create_hub(chosen)
        try:
            loaded = load(hub.store)
            signing_key(data, hub.store)
        except HubRefused as error:
            stop(wording.say(_NO_ROOM, problem=retold(error.message, wording)))
        except CodeKeyDamaged as error:
            stop(wording.say(_DAMAGED, problem=retold(str(error), wording)))
        finally:
            hub.close()
        completed = page_settings.complete(data / settings.FILE, loaded.house)
    _tell(loaded, wording, completed=completed)


def _tell(loaded: Loaded, wording: Wording, *, completed: bool) -> None:
    if loaded.records:
        shops = len(loaded.house.stores)
        people, records = wording.number(loaded.customers), wording.number(loaded.records)
        typer.echo(wording.say(_LOADED, shops=shops, customers=people, records=records))
    else:
        typer.echo(wording.say("The demo's house is already there; nothing was changed."))
    if completed:
        typer.echo(wording.say(_COMPLETED))
    _tell_staff(loaded.house, wording)
    name = f"{GIULIA.given_name} {GIULIA.family_name}"
    typer.echo("\n" + wording.say("The story's customer: {name}, {email}", name=name, email=GIULIA.email))


def _tell_staff(house: House, wording: Wording) -> None:
    for shop in house.stores:
        typer.echo("\n" + wording.say("{name}  (shop {id})", name=shop.name, id=shop.id))
        for one in house.staff:
            if one.store == shop.id:
                name = f"{one.given_name} {one.family_name}"
                role = wording.say(role_name(one.role))
                typer.echo(f"    {name:<20} {role:<26} PIN {one.pin}")
