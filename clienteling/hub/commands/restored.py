"""`clienteling hub restored`: the database was put back from a backup, and lacks what came after it."""

from pathlib import Path

import typer

from clienteling.hub import serving
from clienteling.hub.privacy.again import erase_again
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop


def run(data: Path) -> None:
    if serving.running(data):
        stop("the hub is running. Stop it, put the backup in its place, then run this again.")
    with standing_hub(data) as hub:
        hub.store.renew_epoch()
        erased = erase_again(hub)
    if erased:
        typer.echo(f"Erased again whom the backup brought back: {erased}.")
    typer.echo("At their next visit the tablets compare all they have, and send again what the backup lacks.")
