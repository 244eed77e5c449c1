"""A month of a scheme as a file among the person's documents."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clienteling.attribution.schemes import Scheme
    from clienteling.tablet.incentives.lines import Copy


def write(folder: Path, kind: str, copy: "Copy") -> Path:
    """As pdf or csv. Raises OSError where the folder takes nothing."""
    from clienteling.attribution.table import csv_of

    statement = copy.month.statement
    scheme, said = statement.scheme, statement.month[:7]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{scheme.store_id}-{said}-{_named(scheme)}.{kind}"
    if kind == "csv":
        text = csv_of(statement, copy.names, copy.shop_name, copy.wording)
        path.write_text(text, encoding="utf-8", newline="")
    else:
        from clienteling.tablet.incentives import paper

        paper.write(path, copy)
    return path


def _named(scheme: "Scheme") -> str:
    """Two that are called alike, or were set up in the same minute, are two files."""
    name = re.sub(r"\W+", "-", scheme.name.casefold()).strip("-")
    return f"{name}-{scheme.first_id[-8:]}"
