"""The files that are handed to the device's programs: kept for a day, and no longer than she is here."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.selections.values import SharedAs
from clienteling.tablet.selection.paper import write_pdf

if TYPE_CHECKING:
    import sqlalchemy as sa

    from sync.device.replica import Replica

DAY_S = 86_400
ABROAD = "en"
_ENDINGS = {SharedAs.PDF: ".pdf", SharedAs.PAGE: ".html"}


def made(replica: "Replica", folder: Path, selection_id: str, shared_as: SharedAs, time_zone: str) -> str:
    """Write it in her language. Returns its address; empty where she is no longer here. Raises OSError."""
    from clienteling import catalogues
    from clienteling.selections.queries import selection_by_id
    from clienteling.wording import Wording

    with replica.read() as conn:
        selection = selection_by_id(conn, selection_id)
    if selection is None:
        return ""
    hers = selection.language if selection.language in catalogues.languages() else ABROAD
    wording = Wording(hers, time_zone)
    path = folder / f"{selection_id}{_ENDINGS[shared_as]}"
    if shared_as is SharedAs.PDF:
        write_pdf(path, selection, replica.blob, wording)
    else:
        from clienteling.selections.page import page

        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(page(selection, replica.blob, wording), "utf-8")
    path.chmod(0o600)
    return path.as_uri()


def tidy(conn: "sa.Connection", folder: Path) -> None:
    """What is older than a day goes, and what was taken back or is about somebody who was erased."""
    from clienteling.selections.queries import standing_among

    files = [path for path in folder.glob("*.*") if path.suffix in _ENDINGS.values()]
    standing = standing_among(conn, {path.stem for path in files})
    for path in files:
        if path.stem not in standing or path.stat().st_mtime < time.time() - DAY_S:
            path.unlink(missing_ok=True)
