"""`clienteling hub restored`: the database was put back from a backup, and lacks what came after it."""

from pathlib import Path

import typer

from clienteling.hub import serving
from clienteling.hub.machine_language import machine_language
from clienteling.hub.privacy.again import erase_again
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.marking import msgid
from clienteling.wording import Wording

_RUNS = msgid("the hub is running. Stop it, put the backup in its place, then run this again.")
_COMES = msgid("At their next visit the tablets compare all they have, and send again what the backup lacks.")


def run(data: Path) -> None:
    wording = Wording(machine_language())
    if serving.running(data):
        stop(wording.say(_RUNS))
    with standing_hub(data) as hub:
        hub.store.renew_epoch()
        erased = erase_again(hub)
    if erased:
        typer.echo(wording.say("Erased again whom the backup brought back: {n}.", n=erased))
    typer.echo(wording.say(_COMES))
