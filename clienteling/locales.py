"""A language's dates, numbers and lists as Babel has them, without what nothing here says.

Babel keeps all that it has read: names of other languages, of countries, units and time zones too, and which
of them belong to which country.
"""

from functools import lru_cache

from babel import Locale, localedata
from babel.core import get_global

_NEVER_SAID = (
    "compact_currency_formats",
    "compact_decimal_formats",
    "compound_unit_patterns",
    "date_fields",
    "interval_formats",
    "languages",
    "meta_zones",
    "scripts",
    "territories",
    "time_zones",
    "unit_display_names",
    "unit_patterns",
    "variants",
)
_NEVER_ASKED = (
    "meta_zones",
    "territory_currencies",
    "territory_languages",
    "territory_zones",
    "windows_zone_mapping",
    "zone_territories",
)


@lru_cache
def locale_of(language: str) -> Locale:
    """Raises UnknownLocaleError."""
    found = Locale.parse(language)
    for name in (str(found), found.language, "root"):
        said = localedata.load(name)
        for key in _NEVER_SAID:
            said.pop(key, None)
    for table in _NEVER_ASKED:
        get_global(table).clear()  # type: ignore[attr-defined] - the table itself, a plain dict
    return found
