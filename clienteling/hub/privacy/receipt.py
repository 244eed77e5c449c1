"""The receipt of an erasure, on paper: when, and when each device confirmed it. It names nobody."""

from pathlib import Path

import typer

from clienteling.hub.house import Hub
from clienteling.hub.machine_language import machine_language
from clienteling.hub.privacy.file.paper import Paper
from clienteling.hub.trouble import stop
from clienteling.wording import Wording
from sync.hub.gone.erasures import Erasure
from sync.private_file import write_private


def save_receipt(hub: Hub, erasure_id: str, path: Path) -> None:
    """Of the newest erasure where none is named. Stops the command where there is none."""
    wording = Wording(machine_language())
    done = [one for one in hub.store.erasing.overview() if erasure_id in ("", one.id)]
    if not done:
        stop(wording.say("there is no such erasure. `clienteling hub erasures` lists them."))
    write_private(path, as_pdf(hub, done[-1], wording))
    typer.echo(wording.say("{file}: the receipt of erasure {id}", file=path, id=done[-1].id))


def as_pdf(hub: Hub, one: Erasure, wording: Wording) -> bytes:
    say = wording.say
    names = {device.id: device.name for device in hub.devices.all()}
    paper = Paper(
        say("Receipt of an erasure"),
        language=wording.language,
        made_at=hub.now(),
        foot=f"{one.id} · {{page}} / {{pages}}",
    )
    paper.heading(say("Receipt of an erasure"), one.id)
    paper.paragraphs(
        [
            say("Everything about one person was erased. Her name is kept nowhere, so it cannot stand here."),
            say("Erased on {some} of {all} tablets.", some=one.confirmed, all=one.devices),
        ]
    )
    paper.section(say("Where it is done"))
    paper.entry(hub.settings.name, _moment(one.at, wording), say("the hub, and everything that it serves"))
    for device_id, at in hub.store.erasing.confirmations(one.id):
        done = _moment(at, wording) if at is not None else say("not yet: when it next meets the hub")
        paper.entry(names.get(device_id, device_id), done)
    return bytes(paper.output())


def _moment(at: int, wording: Wording) -> str:
    return f"{wording.full_date(wording.day_of(at))}, {wording.time(at)}"
