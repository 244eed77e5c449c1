"""`clienteling hub serve`."""

import logging
import os
import socket
import sys
from pathlib import Path

import typer

from clienteling.announced import SERVICE_TYPE
from clienteling.hub import serving, settings
from clienteling.hub.addresses import EVERYWHERE, is_loopback, own_hosts
from clienteling.hub.app import create_app, create_hub
from clienteling.hub.house import Hub
from clienteling.hub.machine_language import machine_language
from clienteling.hub.server import listen, serve
from clienteling.hub.trouble import cannot_listen, explained
from clienteling.marking import msgid
from clienteling.wording import Wording
from sync.fingerprint import for_people
from sync.hub.trust.identities import Identities

log = logging.getLogger(__name__)

_SERVING = msgid("Serving on {address}  fingerprint {fingerprint}")
SWITCH_S = 0.0005
"""A bell must not wait the usual 5 ms for the thread that encodes the answer to somebody else."""


def run(data: Path, *, host: str | None, port: int | None, announce: bool, ready_file: Path | None) -> None:
    sys.setswitchinterval(SWITCH_S)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    with explained(data):
        chosen = settings.load_or_create(data).listening_on(host, port)
    try:
        listening = listen(chosen.host, chosen.port)
    except OSError as error:
        cannot_listen(chosen, error)
    with listening:
        with explained(data):
            if Identities(chosen.identity).turn():
                log.warning("From now on the hub shows its new certificate")
            hub = create_hub(chosen)
        try:
            _serve(hub, listening, announce=announce and chosen.announce, ready_file=ready_file)
        finally:
            hub.close()


def _serve(hub: Hub, listening: socket.socket, *, announce: bool, ready_file: Path | None) -> None:
    wording = Wording(machine_language())
    host, port = hub.settings.host, listening.getsockname()[1]
    if announce and not is_loopback(host):
        _announce_while_running(hub, host, port)
    note = serving.Serving(host, port, hub.identity.fingerprint, os.getpid())
    notes = [path for path in (serving.place(hub.settings.data, note), ready_file) if path is not None]

    def ready() -> None:
        address, fingerprint = f"https://{note.here}:{port}", for_people(note.fingerprint)
        typer.echo(wording.say(_SERVING, address=address, fingerprint=fingerprint))
        for path in notes:
            serving.write(path, note)

    try:
        serve(hub, create_app(hub), listening, ready)
    finally:
        for path in notes:
            path.unlink(missing_ok=True)


def _announce_while_running(hub: Hub, host: str, port: int) -> None:
    from sync.hub.http.announce import Announcement

    announced: list[Announcement] = []

    def announce() -> None:
        announced.append(
            Announcement(
                SERVICE_TYPE,
                name=hub.settings.name,
                fingerprint=hub.identity.fingerprint,
                hosts=own_hosts if host in EVERYWHERE else lambda: [host],
                port=port,
            )
        )

    def stop() -> None:
        for announcement in announced:
            announcement.close()

    hub.starting.append(announce)
    hub.stopping.append(stop)
