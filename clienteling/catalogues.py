"""Gettext catalogues: translators edit `.po` files, the program reads `.mo` files made from them."""

import gettext
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from clienteling import resources

DOMAIN = "clienteling"
SOURCE_LANGUAGE = "en"
"""The language of the message ids; it needs no catalogue."""


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    translated = {po.parent.name for po in resources.path("i18n").glob(f"*/{DOMAIN}.po")}
    return tuple(sorted(translated | {SOURCE_LANGUAGE}))


def compile_catalogues() -> list[Path]:
    """Write the `.mo` file beside each `.po` file that is newer."""
    return [_compiled(po) for po in _outdated()]


def translations(language: str) -> gettext.NullTranslations:
    po = resources.path("i18n", language, f"{DOMAIN}.po")
    if not po.exists():
        return gettext.NullTranslations()
    mo = po.with_suffix(".mo")
    if _is_newer(mo, po):
        return gettext.GNUTranslations(BytesIO(mo.read_bytes()))
    return gettext.GNUTranslations(BytesIO(_encoded(po)))


def _outdated() -> Iterator[Path]:
    for po in sorted(resources.path("i18n").glob(f"*/{DOMAIN}.po")):
        if not _is_newer(po.with_suffix(".mo"), po):
            yield po


def _is_newer(mo: Path, po: Path) -> bool:
    return mo.exists() and mo.stat().st_mtime_ns >= po.stat().st_mtime_ns


def _compiled(po: Path) -> Path:
    mo = po.with_suffix(".mo")
    unfinished = mo.with_suffix(".mo.new")
    unfinished.write_bytes(_encoded(po))
    return unfinished.replace(mo)


def _encoded(po: Path) -> bytes:
    """What reads the translators' files is loaded by whoever needs it: an installed tablet never does."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with po.open("rb") as source:
        catalogue = read_po(source)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()
