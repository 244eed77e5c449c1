"""Where the files that are not code stand: icons, fonts, words, the demo."""

import os
from pathlib import Path

from clienteling.errors import ResourcesMissing

BESIDE_THE_PACKAGE = Path(__file__).resolve().parent.parent / "resources"


def path(*parts: str) -> Path:
    """A place below `resources/`; a package that keeps it elsewhere names it in CLIENTELING_RESOURCES."""
    root = Path(os.environ.get("CLIENTELING_RESOURCES") or BESIDE_THE_PACKAGE)
    if not root.is_dir():
        raise ResourcesMissing(f"no folder {root}: set CLIENTELING_RESOURCES to where the resources are")
    return root.joinpath(*parts)
