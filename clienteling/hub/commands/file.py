"""`clienteling hub file`."""

from pathlib import Path

import typer

from clienteling.hub.machine_language import machine_language
from clienteling.hub.privacy.file.making import make_file
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.hub.wanted import wanted_customer
from clienteling.wording import Wording


def run(data: Path, wanted: str, out: Path) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        with hub.store.read() as conn:
            her = wanted_customer(conn, wanted)
        try:
            made = make_file(hub, her.id, out)
        except OSError as error:
            stop(f"{error.filename or out}: {error.strerror or error}.")
    if made is None:
        stop(wording.say("she was erased meanwhile."))
    typer.echo(wording.say("{file}: to read, in her language", file=made.to_read))
    typer.echo(wording.say("{file}: the same for another system, every record whole", file=made.to_carry))
