"""`clienteling hub wipe`."""

from pathlib import Path

import typer

from clienteling.hub.commands.devices import when
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from sync.hub.trust.devices import Device


def ask(data: Path, device_id: str, *, yes: bool) -> None:
    with standing_hub(data) as hub:
        device = hub.devices.find(device_id)
        if device is None:
            stop(f"no tablet has the id {device_id}. `clienteling hub devices` lists them.")
        if device.wiped_at is not None:
            stop(f"{device.name} has deleted everything already, {when(device.wiped_at)}.")
        if device.wipe_asked_at is not None:
            stop(f"{device.name} was told so already; it has not met the hub since.")
        typer.echo(_loses(device))
        if not yes:
            typer.confirm("Delete everything on it?", abort=True)
        hub.devices.ask_to_wipe(device_id, hub.now())
    typer.echo("It gets nothing from the hub any more, and deletes all it holds when it next meets the hub.")


def withdraw(data: Path, device_id: str) -> None:
    with standing_hub(data) as hub:
        withdrawn = hub.devices.withdraw_wipe(device_id)
    if not withdrawn:
        stop(f"no tablet {device_id} was told to delete everything, or it has done so.")
    typer.echo("Withdrawn: if the tablet has not met the hub meanwhile, everything is still there.")


def _loses(device: Device) -> str:
    seen = f"last seen {when(device.last_seen_at)}" if device.last_seen_at else "never seen"
    lost = [
        f"{device.owes} changes that it had not sent" if device.owes else "",
        f"{device.set_aside} refused records that wait for a person" if device.set_aside else "",
    ]
    told = " and ".join(each for each in lost if each)
    return (
        f"{device.name} ({seen}) will lose everything that it holds"
        + (f", also {told}" if told else "")
        + ". What it has recorded since it was last seen is lost as well."
    )
