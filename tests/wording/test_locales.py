"""What Babel keeps of a language is what is said in it here."""

import subprocess
import sys

import pytest
from babel import UnknownLocaleError

from clienteling.locales import locale_of

KEPT = """
from datetime import date
from clienteling.wording import Wording
for language in ("it", "en"):
    wording = Wording(language)
    wording.full_date(date(2026, 3, 12)), wording.money(1250), wording.all_of(["a", "b", "c"])
from babel.core import get_global
from babel import localedata
print([len(get_global(name)) for name in ("territory_languages", "meta_zones")])
print([name for name in ("it", "en", "root") if "unit_patterns" in localedata.load(name)])
"""


def test_names_of_countries_units_and_time_zones_are_let_go_of():
    done = subprocess.run([sys.executable, "-c", KEPT], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[0, 0]", "[]"]


@pytest.mark.parametrize("language", ["it", "en", "de", "pt_BR", "zh_TW"])
def test_any_language_is_still_found(language):
    found = locale_of(language)
    assert found.language == language[:2]
    assert found.months["format"]["wide"][3]
    assert found.number_symbols


def test_a_language_that_nobody_speaks_is_an_error():
    with pytest.raises(UnknownLocaleError):
        locale_of("xx")
