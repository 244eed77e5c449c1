"""`clienteling hub erase` and `clienteling hub erasures`."""

from pathlib import Path

import typer

from clienteling.hub.agreeing import agree
from clienteling.hub.commands import listing
from clienteling.hub.commands.devices import when
from clienteling.hub.machine_language import machine_language
from clienteling.hub.privacy.erasure import erase_her
from clienteling.hub.standing import standing_hub
from clienteling.hub.wanted import wanted_customer
from clienteling.marking import msgid
from clienteling.wording import Wording
from sync.hub.gone.erasures import Erasure

_HEADINGS = (msgid("id"), msgid("erased"), msgid("confirmed"), msgid("still to confirm"))
_GOES = msgid("{name}: everything about her goes, here now and on each tablet when it meets the hub.")


def erase(data: Path, wanted: str, *, yes: bool) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        with hub.store.read() as connection:
            her = wanted_customer(connection, wanted)
        name = her.full_name or her.id
        typer.echo(wording.say(_GOES, name=name))
        typer.echo(wording.say("This cannot be undone; a backup that is put back has it done again."))
        if not yes:
            agree(wording.say("Erase her?"), wording)
        count = erase_her(hub, her.id)
    typer.echo(wording.count("Erased: {n} record.", "Erased: {n} records.", count))
    typer.echo(wording.say("`clienteling hub erasures` shows which tablets have confirmed."))


def show(data: Path) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        erasures = hub.store.erasing.overview()
        names = {device.id: device.name for device in hub.devices.all()}
    rows = [
        (one.id, when(one.at), _confirmed(one, wording), ", ".join(names.get(i, i) for i in one.waiting))
        for one in erasures
    ]
    if rows:
        listing.show([wording.say(heading) for heading in _HEADINGS], rows, whole=(0, 2))
    else:
        typer.echo(wording.say("Nobody was erased."))


def save(data: Path, erasure_id: str, receipt: Path) -> None:
    from clienteling.hub.privacy.receipt import save_receipt

    with standing_hub(data) as hub:
        save_receipt(hub, erasure_id, receipt)


def _confirmed(one: Erasure, wording: Wording) -> str:
    return wording.count("{some} of {n} tablet", "{some} of {n} tablets", one.devices, some=one.confirmed)
