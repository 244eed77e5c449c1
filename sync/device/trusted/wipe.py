"""Deleting everything that a device holds, because its hub said so; begun once, it is brought to its end.

Marked first, so that a device that is switched off in between goes on when it is started: then the key,
without which the file says nothing, then the files. The hub is told, and only then is the pairing forgotten.
"""

from collections.abc import Iterable
from pathlib import Path

from sync.device.trusted.keys import DATABASE_KEY, KeyStore
from sync.device.trusted.pairing import KEPT_AS, recall
from sync.errors import Code, HubRefused
from sync.wire import Greeting

_MARK = "wipe"


def begin(keys: KeyStore) -> None:
    """From here on there is no way back. Raises KeysUnreachable."""
    keys.put(_MARK, "begun")


def begun(keys: KeyStore) -> bool:
    return keys.get(_MARK) is not None


def erase(keys: KeyStore, files: Iterable[Path]) -> None:
    """To be called when no connection to the database is open. Raises KeysUnreachable, OSError."""
    keys.remove(DATABASE_KEY)
    for file in files:
        file.unlink(missing_ok=True)


def confirm(keys: KeyStore) -> None:
    """Tell the hub and forget it, unless the device was paired anew meanwhile.

    Raises HubUnreachable and what else a hello may raise: try again.
    """
    from sync.device.link.client import open_hub

    if not begun(keys):
        return
    pairing = recall(keys)
    if pairing is not None:
        hub = open_hub(pairing)
        try:
            hub.hello(Greeting(wiped=True))
        except HubRefused as refusal:
            if refusal.code is not Code.UNAUTHENTICATED:
                raise  # it has forgotten this device: the confirmation had arrived before
        finally:
            hub.close()
    keys.remove(KEPT_AS)
    keys.remove(_MARK)


def over(keys: KeyStore) -> None:
    """The device was paired anew: what belonged to the former hub is of no concern any more."""
    keys.remove(_MARK)
