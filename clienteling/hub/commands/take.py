"""`clienteling hub take`: a tablet's unsent queue that came in a file."""

from pathlib import Path

import typer

from clienteling.hub.commands.devices import when
from clienteling.hub.machine_language import machine_language
from clienteling.hub.sealing import standing
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.wording import Wording
from sync.errors import HubRefused
from sync.hub.intake.from_file import take
from sync.hub.trust.sealing import sealing_of
from sync.queue_file import MOST_BYTES, QueueFileUnreadable


def run(data: Path, file: Path) -> None:
    with standing_hub(data) as hub:
        try:
            if file.stat().st_size > MOST_BYTES:
                stop(f"{file} is too large to be a tablet's queue.")
            sealing = sealing_of(hub.engine, hub.settings.sealing, hub.now())
            if sealing.key is None:
                stop(standing(sealing, hub.settings, Wording(machine_language())))
            taken = take(hub.store, sealing.key, file.read_bytes())
        except QueueFileUnreadable as error:
            stop(f"{file}: {error}. Nothing was changed.")
        except HubRefused as error:
            stop(f"{file}: {error.message}. Nothing was changed.")
    typer.echo(f"From {taken.device_name}, {when(taken.made_at)}: {taken.taken} taken, {taken.known} known.")
    if taken.refused:
        typer.echo(f"{taken.refused} were refused; they stay on the tablet, which says why.")
