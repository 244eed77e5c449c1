"""`clienteling hub file`."""

from pathlib import Path

import typer

from clienteling.hub.privacy.file.making import make_file
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.hub.wanted import wanted_customer


def run(data: Path, wanted: str, out: Path) -> None:
    with standing_hub(data) as hub:
        with hub.store.read() as conn:
            her = wanted_customer(conn, wanted)
        try:
            made = make_file(hub, her.id, out)
        except OSError as error:
            stop(f"{error.filename or out}: {error.strerror or error}.")
    if made is None:
        stop("she was erased meanwhile.")
    typer.echo(f"{made.to_read}: to read, in her language")
    typer.echo(f"{made.to_carry}: the same for another system, every record whole")
