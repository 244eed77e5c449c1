"""`clienteling hub pair`: works beside a running hub, through the same database."""

import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
import typer

from clienteling.hub import serving
from clienteling.hub.addresses import reachable
from clienteling.hub.house import Hub
from clienteling.hub.machine_language import machine_language
from clienteling.hub.standing import standing_hub
from clienteling.hub.terminal_code import half_blocks, matrix
from clienteling.hub.trouble import stop
from clienteling.marking import msgid
from clienteling.stores.tables import store as stores
from clienteling.wording import Wording
from sync.fingerprint import for_people
from sync.hub.trust.pairing import Offer
from sync.pairing_code import scanned, typed

_NO_SHOP = msgid(
    "this hub knows no shop yet. `clienteling hub import` takes yours from a file, "
    "`clienteling hub load-demo` brings some to try it with."
)
_PAIRS = msgid("Pairs one tablet with {shop}, until {time}. Scan the code, or type:")
_NOT_RUNNING = msgid("The hub is not running: start it with `clienteling hub serve` first.")


def run(data: Path, *, store: str, text: bool) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        found = _stores(hub)
        chosen = _chosen(found, store, wording)
        offer = hub.pairings.offer(chosen, hub.now())
    _show(hub, offer, found[chosen], wording, text=text)
    if not store and len(found) > 1:
        others = ", ".join(f"--store {one}" for one in found if one != chosen)
        typer.echo(
            "\n" + wording.say("No shop was named; for another one: {others}", others=others), err=True
        )


def _stores(hub: Hub) -> dict[str, str]:
    """Id → name."""
    with hub.store.read() as connection:
        found = connection.execute(sa.select(stores.c.id, stores.c.name).order_by(stores.c.id)).all()
    return {row.id: row.name for row in found}


def _chosen(found: Mapping[str, str], wanted: str, wording: Wording) -> str:
    """Without a wish, the first."""
    if not found:
        stop(wording.say(_NO_SHOP))
    if wanted and wanted not in found:
        known = ", ".join(found)
        stop(wording.say("There is no shop “{wanted}”. There are: {known}.", wanted=wanted, known=known))
    return wanted or next(iter(found))


def _show(hub: Hub, offer: Offer, shop: str, wording: Wording, *, text: bool) -> None:
    running = serving.running(hub.settings.data)
    first = next(iter(running), hub.settings)
    addresses = reachable(hub.settings, first.host, first.port)
    code = scanned(offer.secret, hub.identity.fingerprint, addresses)
    if text:
        typer.echo(code)
        return
    for line in half_blocks(matrix(code), coloured=sys.stdout.isatty()):
        typer.echo(line)
    until = datetime.fromtimestamp(offer.expires_at / 1000).astimezone()
    typer.echo(wording.say(_PAIRS, shop=shop, time=f"{until:%H:%M}") + "\n")
    for address in addresses:
        typer.echo(f"    {address} {typed(offer.secret, hub.identity.fingerprint)}")
    fingerprint = for_people(hub.identity.fingerprint)
    typer.echo("\n" + wording.say("The hub's fingerprint: {fingerprint}", fingerprint=fingerprint))
    if not running:
        typer.echo("\n" + wording.say(_NOT_RUNNING), err=True)
