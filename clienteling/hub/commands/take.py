"""`clienteling hub take`: a tablet's unsent queue that came in a file."""

from pathlib import Path

import typer

from clienteling.hub.commands.devices import when
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from sync.errors import HubRefused
from sync.hub.intake.from_file import take
from sync.hub.trust.sealing import load_or_create_key
from sync.queue_file import MOST_BYTES, QueueFileUnreadable


def run(data: Path, file: Path) -> None:
    with standing_hub(data) as hub:
        try:
            if file.stat().st_size > MOST_BYTES:
                stop(f"{file} is too large to be a tablet's queue.")
            taken = take(hub.store, load_or_create_key(hub.settings.sealing), file.read_bytes())
        except QueueFileUnreadable as error:
            stop(f"{file}: {error}. Nothing was changed.")
        except HubRefused as error:
            stop(f"{file}: {error.message}. Nothing was changed.")
    typer.echo(f"From {taken.device_name}, {when(taken.made_at)}: {taken.taken} taken, {taken.known} known.")
    if taken.refused:
        typer.echo(f"{taken.refused} were refused; they stay on the tablet, which says why.")
