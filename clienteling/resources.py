"""Where the files that are not code stand: icons, fonts, words, the demo."""

import os
import sys
from pathlib import Path

from clienteling.errors import ResourcesMissing

BESIDE_THE_PACKAGE = Path(__file__).resolve().parent.parent / "resources"
INSTALLED = Path("share", "clienteling", "resources")
"""Below the environment into which the package was installed."""


def path(*parts: str) -> Path:
    """A place below `resources/`; a package that keeps it elsewhere names it in CLIENTELING_RESOURCES."""
    return _root().joinpath(*parts)


def _root() -> Path:
    named = os.environ.get("CLIENTELING_RESOURCES")
    places = (Path(named),) if named else (BESIDE_THE_PACKAGE, Path(sys.prefix) / INSTALLED)
    for place in places:
        if place.is_dir():
            return place
    looked = " nor ".join(map(str, places))
    raise ResourcesMissing(f"no folder {looked}: set CLIENTELING_RESOURCES to where the resources are")
