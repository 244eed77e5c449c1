"""`clienteling hub pair`: works beside a running hub, through the same database."""

import sys
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
import typer

from clienteling.hub import serving, settings
from clienteling.hub.addresses import reachable
from clienteling.hub.app import create_hub
from clienteling.hub.house import Hub
from clienteling.hub.terminal_code import half_blocks, matrix
from clienteling.hub.trouble import explained, stop
from clienteling.stores.tables import store as stores
from sync.fingerprint import for_people
from sync.hub.pairing import Offer
from sync.pairing_code import scanned, typed


def run(data: Path, *, store: str, text: bool) -> None:
    with explained(data):
        hub = create_hub(settings.load_or_create(data))
        try:
            scope, store_name = _chosen(hub, store)
            offer = hub.pairings.offer(scope, hub.now())
        finally:
            hub.close()
    _show(hub, offer, store_name, text=text)


def _chosen(hub: Hub, wanted: str) -> tuple[str, str]:
    """Id and name of the store; without a wish, the first."""
    with hub.store.read() as connection:
        found = connection.execute(sa.select(stores.c.id, stores.c.name).order_by(stores.c.id)).all()
    if not found:
        stop("this hub knows no store yet. `clienteling hub load-demo` brings some to try it with.")
    chosen = next((row for row in found if wanted in ("", row.id)), None)
    if chosen is None:
        stop(f"there is no store {wanted!r}. The stores are: {', '.join(row.id for row in found)}.")
    return chosen.id, chosen.name


def _show(hub: Hub, offer: Offer, store_name: str, *, text: bool) -> None:
    running = serving.read(hub.settings.data / serving.FILE)
    answers = running is not None and running.answers()
    host, port = (
        (running.host, running.port) if running and answers else (hub.settings.host, hub.settings.port)
    )
    addresses = reachable(hub.settings, host, port)
    code = scanned(offer.secret, hub.identity.fingerprint, addresses)
    if text:
        typer.echo(code)
        return
    for line in half_blocks(matrix(code), coloured=sys.stdout.isatty()):
        typer.echo(line)
    until = datetime.fromtimestamp(offer.expires_at / 1000).astimezone()
    typer.echo(f"Pairs one tablet with {store_name}, until {until:%H:%M}. Scan the code, or type:\n")
    for address in addresses:
        typer.echo(f"    {address} {typed(offer.secret, hub.identity.fingerprint)}")
    typer.echo(f"\nThe hub's fingerprint: {for_people(hub.identity.fingerprint)}")
    if not answers:
        typer.echo("\nThe hub is not running: start it with `clienteling hub serve` first.", err=True)
