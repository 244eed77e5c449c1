"""The language in which a command speaks: the machine's, where there are words for it."""

import locale
import os
from collections.abc import Mapping

from clienteling import catalogues

_FIRST_SAID = ("LC_ALL", "LC_MESSAGES", "LANG")
_SHORT = {"italian": "it", "english": "en"}
"""Windows spells its languages out."""


def machine_language(environ: Mapping[str, str] = os.environ) -> str:
    said = next((environ[name] for name in _FIRST_SAID if environ.get(name)), "") or (
        locale.getlocale()[0] or ""
    )
    word = said.replace("-", "_").split("_")[0].split(".")[0].lower()
    language = _SHORT.get(word, word)
    return language if language in catalogues.languages() else catalogues.SOURCE_LANGUAGE
