"""`clienteling hub certificate show | renew | use`."""

from pathlib import Path

import typer

from clienteling.hub import serving
from clienteling.hub.commands.devices import when
from clienteling.hub.house import Hub
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from sync.fingerprint import for_people
from sync.hub.trust.certificates import Identity, IdentityDamaged, create
from sync.hub.trust.devices import Device
from sync.hub.trust.identities import Identities


def show(data: Path) -> None:
    with standing_hub(data) as hub:
        typer.echo(f"In use:  {_line(hub.identity)}")
        for identity in Identities(hub.settings.identity).announced():
            known = [device for device in _active(hub) if device.knows == identity.fingerprint]
            typer.echo(f"Next:    {_line(identity)}")
            typer.echo(f"         known to {len(known)} of {len(_active(hub))} tablets")


def renew(data: Path, pem: Path | None, key: Path | None) -> None:
    with standing_hub(data) as hub:
        content = create(hub.settings.name) if pem is None else _given(pem, key)
        try:
            identity = Identities(hub.settings.identity).prepare(content)
        except IdentityDamaged as error:
            stop(f"that certificate cannot be used: {error}")
    typer.echo(f"Prepared: {_line(identity)}")
    typer.echo(
        "Every tablet that meets the hub is told. `clienteling hub certificate show` says how many know it; "
        "then `clienteling hub certificate use`."
    )


def use(data: Path, *, yes: bool) -> None:
    with standing_hub(data) as hub:
        identities = Identities(hub.settings.identity)
        if not identities.next.exists():
            stop("there is no next certificate. `clienteling hub certificate renew` prepares one.")
        (*_, chosen) = identities.announced()
        _leave_behind([device for device in _active(hub) if device.knows != chosen.fingerprint], yes=yes)
        identities.choose()
        if serving.running(data):
            typer.echo("Chosen. The hub shows it from its next start on: restart it.")
            return
        identities.turn()
    typer.echo(f"In use:  {_line(chosen)}")


def _leave_behind(strangers: list[Device], *, yes: bool) -> None:
    if not strangers:
        typer.echo("Every tablet knows it.")
        return
    typer.echo("These tablets do not know it yet and would have to be paired again:")
    for device in strangers:
        typer.echo(f"    {device.name}  last seen {when(device.last_seen_at) or 'never'}")
    if not yes:
        typer.confirm("Use it all the same?", abort=True)


def _active(hub: Hub) -> list[Device]:
    return [each for each in hub.devices.all() if each.revoked_at is None and each.wipe_asked_at is None]


def _given(pem: Path, key: Path | None) -> bytes:
    try:
        parts = [path.read_bytes() for path in (key, pem) if path is not None]
    except OSError as error:
        stop(f"{error.filename}: {error.strerror}")
    return b"\n".join(parts)


def _line(identity: Identity) -> str:
    return f"{for_people(identity.fingerprint)}  (until {when(identity.expires_at)})"
