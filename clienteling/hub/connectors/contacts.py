"""What a help desk or a mailing list has of somebody, as a profile."""

from clienteling.customers import normal
from clienteling.hub.connectors.foreign import text
from clienteling.hub.connectors.heard import Profile
from clienteling.hub.importing import cells, names
from clienteling.hub.importing.cells import Unfit

_ISO_LENGTH = 2


def profile(
    *,
    full_name: object = "",
    given_name: object = "",
    family_name: object = "",
    language: object = "",
    email: object = "",
    phone: object = "",
) -> Profile:
    """Normalised; what is a formula, an address in the place of a name or no language is left out."""
    said = _names(text(full_name), text(given_name), text(family_name))
    return Profile(
        given_name=said.get("given_name", ""),
        family_name=said.get("family_name", ""),
        language=_language(text(language)),
        email=normal.email(text(email)),
        phone=normal.phone(text(phone)),
    )


def _names(full: str, given: str, family: str) -> dict[str, str]:
    """Desks call somebody of whom they know no name by her address or her number."""
    whole = "" if "@" in full or any(c.isdigit() for c in full) else full
    try:
        return names.of({"full_name": whole, "given_name": given, "family_name": family})
    except Unfit:
        return {}


def _language(written: str) -> str:
    try:
        return cells.language(written.replace("_", "-").partition("-")[0])[:_ISO_LENGTH]
    except Unfit:
        return ""
