"""What can go wrong when a hub command starts, in plain words instead of a traceback."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import sqlalchemy as sa
import typer

from clienteling.errors import DatabaseTooNew
from clienteling.hub.machine_language import machine_language
from clienteling.hub.retold import retold
from clienteling.hub.settings import HubSettings, SettingsError
from clienteling.marking import msgid
from clienteling.wording import Wording
from sync.errors import DatabaseUnsuitable, HubUnreachable
from sync.hub.databases.trouble import is_away
from sync.hub.trust.certificates import IdentityDamaged
from sync.sqlite import is_damaged

FAILED = 1
_IDENTITY = msgid(
    "{problem}. Restore it from a backup. Without it the hub gets a new identity when the file is "
    "removed, and every tablet has to be paired again."
)
_TOO_NEW = msgid("{folder}: {problem}. Install the newer version of clienteling again; nothing was changed.")
_UNSUITABLE = msgid(
    "the hub needs PostgreSQL 13 or newer and a database of its own in UTF-8; this is {problem}. "
    "Make one with `createdb --encoding UTF8 --template template0`."
)
_OUT_OF_REACH = msgid("{file}: {problem}. The hub needs to read and write there.")
_DAMAGED = msgid(
    "the database in {folder} is damaged; nothing was changed in it. Restore it from a backup, "
    "then run `clienteling hub restored`."
)


def stop(message: str) -> NoReturn:
    """End the command with a message for the person who started it."""
    typer.echo(f"clienteling hub: {message}", err=True)
    raise typer.Exit(FAILED)


@contextmanager
def explained(data: Path) -> Iterator[None]:
    """Settings, identity and database of a data directory are opened in here."""
    try:
        yield
    except SettingsError as error:
        stop(_told(error))
    except IdentityDamaged as error:
        _stop(_IDENTITY, problem=_told(error))
    except DatabaseTooNew as error:
        _stop(_TOO_NEW, folder=data, problem=_told(error))
    except DatabaseUnsuitable as error:
        _stop(_UNSUITABLE, problem=_told(error))
    except HubUnreachable as error:
        _stop(msgid("{problem}. Nothing was changed."), problem=_told(error))
    except sa.exc.DatabaseError as error:
        _database(data, error)
    except OSError as error:
        _stop(_OUT_OF_REACH, file=error.filename or data, problem=error.strerror or error)


def cannot_listen(settings: HubSettings, error: OSError) -> NoReturn:
    where = f"{settings.host}:{settings.port}"
    match error.errno:
        case errno.EADDRINUSE:
            _stop(msgid("another program is using {where}. Stop it, or choose another --port."), where=where)
        case errno.EACCES:
            _stop(msgid("listening on {where} is not permitted. Choose a --port above 1023."), where=where)
        case errno.EADDRNOTAVAIL:
            sentence = msgid("this machine has no address {where}. Choose another --host.")
            _stop(sentence, where=settings.host)
        case _:
            _stop(msgid("cannot listen on {where}: {problem}"), where=where, problem=error)


def _database(data: Path, error: sa.exc.DatabaseError) -> NoReturn:
    if is_damaged(error):
        _stop(_DAMAGED, folder=data)
    if is_away(error):
        sentence = msgid("PostgreSQL gives no answer, or does not let the hub in: {problem}")
        _stop(sentence, problem=error.orig)
    _stop(msgid("the database in {folder} cannot be used: {problem}"), folder=data, problem=error.orig)


def _stop(sentence: str, **values: object) -> NoReturn:
    stop(_wording().say(sentence, **values))


def _told(error: Exception) -> str:
    return retold(str(error), _wording())


def _wording() -> Wording:
    return Wording(machine_language())
