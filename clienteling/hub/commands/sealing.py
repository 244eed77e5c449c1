"""`clienteling hub sealing`: the key with which is sealed what single people did, and a new one."""

from collections.abc import Sequence
from pathlib import Path

import typer

from clienteling.hub import sealing as rules
from clienteling.hub import serving
from clienteling.hub.agreeing import agree
from clienteling.hub.machine_language import machine_language
from clienteling.hub.sealing import Sealed
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import FAILED, stop
from clienteling.wording import Wording
from sync.hub.trust.sealing import Standing, begin_anew, sealing_of


def show(data: Path) -> None:
    """Ends with 1 where the key is missing."""
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        known = sealing_of(hub.engine, hub.settings.sealing, hub.now())
        with hub.store.read() as conn:
            sealed = rules.what_is_sealed(conn)
        typer.echo(rules.standing(known, hub.settings, wording))
    _list(sealed, wording)
    if known.standing is not Standing.RIGHT:
        raise typer.Exit(FAILED)


def begin(data: Path, *, yes: bool) -> None:
    wording = Wording(machine_language())
    if serving.running(data):
        stop(wording.say("the hub is running. Stop it, then run this again."))
    with standing_hub(data) as hub:
        with hub.store.read() as conn:
            sealed = rules.what_is_sealed(conn)
        _list(sealed, wording)
        if sealed:
            typer.echo(
                wording.say(
                    "Tablets that were told the key of before keep it and open this on; others never will."
                    " There a manager opens such a month again and closes it anew from what is recorded, and"
                    " marks the day as read again."
                )
            )
        if not yes:
            agree(wording.say("Seal with a new key from now on?"), wording)
        aside = begin_anew(hub.engine, hub.settings.sealing, hub.now())
        typer.echo(wording.say("From now on is sealed with {path}: back it up.", path=hub.settings.sealing))
    if aside is not None:
        typer.echo(wording.say("What was there is now {path}.", path=aside))


def _list(sealed: Sequence[Sealed], wording: Wording) -> None:
    for one in sealed:
        said = (
            wording.count("{n} closed month", "{n} closed months", one.months) if one.months else "",
            wording.count("{n} day that was read", "{n} days that were read", one.days) if one.days else "",
        )
        typer.echo(f"    {one.shop}: {', '.join(part for part in said if part)}")
    if not sealed:
        typer.echo(wording.say("Nothing has been sealed yet."))
