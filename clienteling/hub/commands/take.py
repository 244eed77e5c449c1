"""`clienteling hub take`: a tablet's unsent queue that came in a file."""

from pathlib import Path

import typer

from clienteling.hub.commands.devices import when
from clienteling.hub.machine_language import machine_language
from clienteling.hub.retold import retold
from clienteling.hub.sealing import standing
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.marking import msgid
from clienteling.wording import Wording
from sync.errors import HubRefused
from sync.hub.intake.from_file import take
from sync.hub.trust.sealing import sealing_of
from sync.queue_file import MOST_BYTES, QueueFileUnreadable

_NOT_TAKEN = msgid("{file}: {problem}. Nothing was changed.")
_TAKEN = msgid("From {device}, {when}: {taken} taken, {known} known.")


def run(data: Path, file: Path) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        try:
            if file.stat().st_size > MOST_BYTES:
                stop(wording.say("{file} is too large to be a tablet's queue.", file=file))
            sealing = sealing_of(hub.engine, hub.settings.sealing, hub.now())
            if sealing.key is None:
                stop(standing(sealing, hub.settings, wording))
            taken = take(hub.store, sealing.key, file.read_bytes())
        except QueueFileUnreadable as error:
            stop(wording.say(_NOT_TAKEN, file=file, problem=retold(str(error), wording)))
        except HubRefused as error:
            stop(wording.say(_NOT_TAKEN, file=file, problem=retold(error.message, wording)))
    came = {"device": taken.device_name, "when": when(taken.made_at)}
    typer.echo(wording.say(_TAKEN, taken=taken.taken, known=taken.known, **came))
    if taken.refused:
        typer.echo(
            wording.count(
                "{n} was refused; it stays on the tablet, which says why.",
                "{n} were refused; they stay on the tablet, which says why.",
                taken.refused,
            )
        )
