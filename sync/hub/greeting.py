"""What the hub says when a device says hello: everything that a hello may carry is put together here."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from sync.hub.store import HubStore
from sync.hub.trust import credentials
from sync.hub.trust.devices import device, wiped
from sync.sqlite import immediate
from sync.wire import EVERYTHING, SAYS_NOTHING, Greeting, Hello


def _no_key(_scope: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Terms:
    """What every device of this hub is told."""

    hub_name: str = ""
    next_hub_ids: tuple[str, ...] = ()
    lease_ms: int = 0
    sealing_key: str = ""
    scope_key: Callable[[str], str] = _no_key
    """Of a scope, for its devices alone."""


NO_TERMS = Terms()


def welcome(
    store: HubStore,
    device_id: str,
    greeting: Greeting = SAYS_NOTHING,
    terms: Terms = NO_TERMS,
    *,
    holds: str = EVERYTHING,
) -> Hello:
    """Note what the device said of itself, and answer."""
    hello = msgspec.structs.replace(_on_terms(store.hello(device_id), terms), holds=holds)
    with store.read() as connection:
        known = connection.execute(sa.select(device).where(device.c.id == device_id)).one_or_none()
        renew = credentials.old(connection, device_id, hello.hub_now)
    if known is None:
        return hello
    wipe = known.wipe_asked_at is not None
    if not wipe:
        _note(store.engine, known, greeting, owes_upto=hello.last_dseq + greeting.owes)
    elif greeting.wiped:
        with immediate(store.engine) as connection:
            wiped(connection, device_id, hello.hub_now)
    key = terms.scope_key(known.scope) if known.scope and not wipe else ""
    return msgspec.structs.replace(hello, scope=known.scope, wipe=wipe, renew=renew, scope_key=key)


def _on_terms(hello: Hello, terms: Terms) -> Hello:
    return msgspec.structs.replace(
        hello,
        hub_name=terms.hub_name,
        next_hub_ids=list(terms.next_hub_ids),
        lease_ms=terms.lease_ms,
        sealing_key=terms.sealing_key,
    )


def _note(engine: sa.Engine, known: sa.Row, greeting: Greeting, *, owes_upto: int) -> None:
    said = {"owes_upto": owes_upto, "set_aside": greeting.set_aside, "knows": greeting.knows}
    if all(known._mapping[name] == value for name, value in said.items()):  # noqa: SLF001 (its documented name)
        return
    # a disk that is full or a lock that is held must not keep the device out
    with suppress(sa.exc.OperationalError), immediate(engine) as connection:
        connection.execute(device.update().where(device.c.id == known.id).values(said))
