"""Where the files stand that were asked for on a tablet or by a source, until they are handed over."""

import shutil
from pathlib import Path

import sqlalchemy as sa

from clienteling.hub.settings import HubSettings
from clienteling.privacy.tables import privacy_request

KEPT_MS = 30 * 86_400_000
"""A file that nobody fetched by then is made anew when it is asked for again."""


def place_of(settings: HubSettings, request_id: str) -> Path:
    """Named after the request: the directory's name says nothing of her."""
    return settings.data / "files" / request_id


def standing(settings: HubSettings) -> list[Path]:
    place = settings.data / "files"
    return sorted(place.iterdir()) if place.exists() else []


def remove_hers(conn: sa.Connection, settings: HubSettings, customer_id: str) -> None:
    """Before her requests go, which name them."""
    hers = sa.select(privacy_request.c.id).where(privacy_request.c.customer_id == customer_id)
    for request_id in conn.scalars(hers):
        shutil.rmtree(place_of(settings, request_id), ignore_errors=True)


def remove_old(settings: HubSettings, now: int) -> int:
    """How many were removed."""
    old = [place for place in standing(settings) if place.stat().st_mtime * 1000 < now - KEPT_MS]
    for place in old:
        shutil.rmtree(place, ignore_errors=True)
    return len(old)
