"""`clienteling hub wipe`."""

from pathlib import Path

import typer

from clienteling.hub.agreeing import agree
from clienteling.hub.commands.devices import seen, when
from clienteling.hub.machine_language import machine_language
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.marking import msgid
from clienteling.wording import Wording
from sync.hub.trust.devices import Device

_UNKNOWN = msgid("no tablet has the id {id}. `clienteling hub devices` lists them.")
_GONE = msgid("{name} has deleted everything already, {when}.")
_TOLD = msgid("{name} was told so already; it has not met the hub since.")
_COMES = msgid("It gets nothing from the hub any more, and deletes all it holds when it next meets the hub.")
_TOO_LATE = msgid("no tablet {id} was told to delete everything, or it has done so.")
_WITHDRAWN = msgid("Withdrawn: if the tablet has not met the hub meanwhile, everything is still there.")
_LOSES = msgid("{name} ({seen}) will lose everything that it holds.")
_LOSES_MORE = msgid("{name} ({seen}) will lose everything that it holds, also {told}.")
_SINCE = msgid("What it has recorded since it was last seen is lost as well.")


def ask(data: Path, device_id: str, *, yes: bool) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        device = hub.devices.find(device_id)
        if device is None:
            stop(wording.say(_UNKNOWN, id=device_id))
        if device.wiped_at is not None:
            stop(wording.say(_GONE, name=device.name, when=when(device.wiped_at)))
        if device.wipe_asked_at is not None:
            stop(wording.say(_TOLD, name=device.name))
        typer.echo(_loses(device, wording))
        if not yes:
            agree(wording.say("Delete everything on it?"), wording)
        hub.devices.ask_to_wipe(device_id, hub.now())
    typer.echo(wording.say(_COMES))


def withdraw(data: Path, device_id: str) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        withdrawn = hub.devices.withdraw_wipe(device_id)
    if not withdrawn:
        stop(wording.say(_TOO_LATE, id=device_id))
    typer.echo(wording.say(_WITHDRAWN))


def _loses(device: Device, wording: Wording) -> str:
    named = {"name": device.name, "seen": seen(device, wording)}
    lost = _lost(device, wording)
    sentence = wording.say(_LOSES_MORE, told=lost, **named) if lost else wording.say(_LOSES, **named)
    return f"{sentence} {wording.say(_SINCE)}"


def _lost(device: Device, wording: Wording) -> str:
    unsent = wording.count("{n} change that it had not sent", "{n} changes that it had not sent", device.owes)
    aside = wording.count(
        "{n} refused record that waits for a person",
        "{n} refused records that wait for a person",
        device.set_aside,
    )
    counted = ((device.owes, unsent), (device.set_aside, aside))
    return wording.all_of([words for n, words in counted if n])
