"""What can go wrong when a hub command starts, in plain words instead of a traceback."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import sqlalchemy as sa
import typer

from clienteling.errors import DatabaseTooNew
from clienteling.hub.settings import HubSettings, SettingsError
from sync.errors import DatabaseUnsuitable, HubUnreachable
from sync.hub.databases.trouble import is_away
from sync.hub.trust.certificates import IdentityDamaged
from sync.sqlite import is_damaged

FAILED = 1


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
        stop(str(error))
    except IdentityDamaged as error:
        stop(
            f"{error}. Restore it from a backup. Without it the hub gets a new identity when the file is "
            "removed, and every tablet has to be paired again."
        )
    except DatabaseTooNew as error:
        stop(f"{data}: {error}. Install the newer version of clienteling again; nothing was changed.")
    except DatabaseUnsuitable as error:
        stop(
            f"the hub needs PostgreSQL 13 or newer and a database of its own in UTF-8; this is {error}. "
            "Make one with `createdb --encoding UTF8 --template template0`."
        )
    except HubUnreachable as error:
        stop(f"{error}. Nothing was changed.")
    except sa.exc.DatabaseError as error:
        _database(data, error)
    except OSError as error:
        stop(f"{error.filename or data}: {error.strerror or error}. The hub needs to read and write there.")


def cannot_listen(settings: HubSettings, error: OSError) -> NoReturn:
    where = f"{settings.host}:{settings.port}"
    match error.errno:
        case errno.EADDRINUSE:
            stop(f"another program is using {where}. Stop it, or choose another --port.")
        case errno.EACCES:
            stop(f"listening on {where} is not permitted. Choose a --port above 1023.")
        case errno.EADDRNOTAVAIL:
            stop(f"this machine has no address {settings.host}. Choose another --host.")
        case _:
            stop(f"cannot listen on {where}: {error}")


def _database(data: Path, error: sa.exc.DatabaseError) -> NoReturn:
    if is_damaged(error):
        stop(
            f"the database in {data} is damaged; nothing was changed in it. Restore it from a backup, "
            "then run `clienteling hub restored`."
        )
    if is_away(error):
        stop(f"PostgreSQL gives no answer, or does not let the hub in: {error.orig}")
    stop(f"the database in {data} cannot be used: {error.orig}")
