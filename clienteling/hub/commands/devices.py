"""`clienteling hub devices` and `clienteling hub revoke`."""

from datetime import datetime
from pathlib import Path

import typer

from clienteling.hub.commands import listing
from clienteling.hub.machine_language import machine_language
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.marking import msgid
from clienteling.wording import Wording
from sync.hub.trust.devices import Device

_HEADINGS = (
    msgid("id"),
    msgid("name"),
    msgid("shop"),
    msgid("paired"),
    msgid("last seen"),
    msgid("owes"),
    msgid("set aside"),
    msgid("trust"),
)
_NOT_TRUSTED = msgid("no trusted tablet has the id {id}. `clienteling hub devices` lists them.")


def show(data: Path) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        devices = hub.devices.all()
    if not devices:
        typer.echo(wording.say("No tablet is paired yet."))
        return
    listing.show([wording.say(heading) for heading in _HEADINGS], [_row(one, wording) for one in devices])


def revoke(data: Path, device_id: str) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        revoked = hub.devices.revoke(device_id, hub.now())
    if not revoked:
        stop(wording.say(_NOT_TRUSTED, id=device_id))
    typer.echo(
        wording.say("Revoked. The tablet is refused from now on; what it has not sent yet stays on it.")
    )


def _row(device: Device, wording: Wording) -> tuple[str, ...]:
    return (
        device.id,
        device.name,
        device.scope,
        when(device.paired_at),
        when(device.last_seen_at),
        _count(device.owes),
        _count(device.set_aside),
        _trust(device, wording),
    )


def _trust(device: Device, wording: Wording) -> str:
    """Empty while it is trusted as ever."""
    if device.wiped_at is not None:
        return wording.say("wiped {when}", when=when(device.wiped_at))
    if device.wipe_asked_at is not None:
        return wording.say("to be wiped since {when}", when=when(device.wipe_asked_at))
    if device.revoked_at is not None:
        return wording.say("revoked {when}", when=when(device.revoked_at))
    return ""


def seen(device: Device, wording: Wording) -> str:
    if device.last_seen_at is None:
        return wording.say("never seen")
    return wording.say("last seen {when}", when=when(device.last_seen_at))


def _count(number: int) -> str:
    return str(number) if number else ""


def when(at: int | None) -> str:
    return "" if at is None else f"{datetime.fromtimestamp(at / 1000).astimezone():%Y-%m-%d %H:%M}"
