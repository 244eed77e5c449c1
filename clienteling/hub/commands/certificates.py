"""`clienteling hub certificate show | renew | use`."""

from pathlib import Path

import typer

from clienteling.hub import serving
from clienteling.hub.agreeing import agree
from clienteling.hub.commands.devices import seen, when
from clienteling.hub.house import Hub
from clienteling.hub.machine_language import machine_language
from clienteling.hub.retold import retold
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.marking import msgid
from clienteling.wording import Wording
from sync.fingerprint import for_people
from sync.hub.trust.certificates import Identity, IdentityDamaged, create
from sync.hub.trust.devices import Device
from sync.hub.trust.identities import Identities

_TOLD = msgid(
    "Every tablet that meets the hub is told. `clienteling hub certificate show` says how many know it; "
    "then `clienteling hub certificate use`."
)
_NONE = msgid("there is no next certificate. `clienteling hub certificate renew` prepares one.")
_RESTART = msgid("Chosen. The hub shows it from its next start on: restart it.")
_STRANGERS = msgid("These tablets do not know it yet and would have to be paired again:")


def show(data: Path) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        typer.echo(wording.say("In use: {certificate}", certificate=_line(hub.identity, wording)))
        for identity in Identities(hub.settings.identity).announced():
            known = [device for device in _active(hub) if device.knows == identity.fingerprint]
            typer.echo(wording.say("Next: {certificate}", certificate=_line(identity, wording)))
            typer.echo(
                wording.count(
                    "known to {some} of {n} tablet",
                    "known to {some} of {n} tablets",
                    len(_active(hub)),
                    some=len(known),
                )
            )


def renew(data: Path, pem: Path | None, key: Path | None) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        content = create(hub.settings.name) if pem is None else _given(pem, key)
        try:
            identity = Identities(hub.settings.identity).prepare(content)
        except IdentityDamaged as error:
            problem = retold(str(error), wording)
            stop(wording.say("that certificate cannot be used: {problem}", problem=problem))
    typer.echo(wording.say("Prepared: {certificate}", certificate=_line(identity, wording)))
    typer.echo(wording.say(_TOLD))


def use(data: Path, *, yes: bool) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        identities = Identities(hub.settings.identity)
        if not identities.next.exists():
            stop(wording.say(_NONE))
        (*_, chosen) = identities.announced()
        strangers = [device for device in _active(hub) if device.knows != chosen.fingerprint]
        _leave_behind(strangers, wording, yes=yes)
        identities.choose()
        if serving.running(data):
            typer.echo(wording.say(_RESTART))
            return
        identities.turn()
    typer.echo(wording.say("In use: {certificate}", certificate=_line(chosen, wording)))


def _leave_behind(strangers: list[Device], wording: Wording, *, yes: bool) -> None:
    if not strangers:
        typer.echo(wording.say("Every tablet knows it."))
        return
    typer.echo(wording.say(_STRANGERS))
    for device in strangers:
        typer.echo(f"    {device.name}  {seen(device, wording)}")
    if not yes:
        agree(wording.say("Use it all the same?"), wording)


def _active(hub: Hub) -> list[Device]:
    return [each for each in hub.devices.all() if each.revoked_at is None and each.wipe_asked_at is None]


def _given(pem: Path, key: Path | None) -> bytes:
    try:
        parts = [path.read_bytes() for path in (key, pem) if path is not None]
    except OSError as error:
        stop(f"{error.filename}: {error.strerror}")
    return b"\n".join(parts)


def _line(identity: Identity, wording: Wording) -> str:
    fingerprint, until = for_people(identity.fingerprint), when(identity.expires_at)
    return wording.say("{fingerprint}  (until {when})", fingerprint=fingerprint, when=until)
