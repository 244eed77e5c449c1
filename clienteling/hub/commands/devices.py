"""`clienteling hub devices` and `clienteling hub revoke`."""

from datetime import datetime
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from sync.hub.trust.devices import Device


def show(data: Path) -> None:
    with standing_hub(data) as hub:
        devices = hub.devices.all()
    table = Table("id", "name", "store", "paired", "last seen", "owes", "set aside", "trust")
    for device in devices:
        table.add_row(*_row(device))
    Console().print(table if devices else "No tablet is paired yet.")


def revoke(data: Path, device_id: str) -> None:
    with standing_hub(data) as hub:
        revoked = hub.devices.revoke(device_id, hub.now())
    if not revoked:
        stop(f"no trusted tablet has the id {device_id}. `clienteling hub devices` lists them.")
    typer.echo("Revoked. The tablet is refused from now on; what it has not sent yet stays on it.")


def _row(device: Device) -> tuple[str, ...]:
    return (
        device.id,
        device.name,
        device.scope,
        when(device.paired_at),
        when(device.last_seen_at),
        _count(device.owes),
        _count(device.set_aside),
        _trust(device),
    )


def _trust(device: Device) -> str:
    """Empty while it is trusted as ever."""
    if device.wiped_at is not None:
        return f"wiped {when(device.wiped_at)}"
    if device.wipe_asked_at is not None:
        return f"to be wiped since {when(device.wipe_asked_at)}"
    return f"revoked {when(device.revoked_at)}" if device.revoked_at is not None else ""


def _count(number: int) -> str:
    return str(number) if number else ""


def when(at: int | None) -> str:
    return "" if at is None else f"{datetime.fromtimestamp(at / 1000).astimezone():%Y-%m-%d %H:%M}"
