"""What hub.toml says of a source: a section `[sources.NAME]`, its keys the fields of its kind's settings."""

from typing import Any, Final

import msgspec

MADE: Final = "made"
ONLINE: Final = "online"


class Secret(str):
    """Text that shows nowhere by accident: not in a log, a traceback or an error message."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret()"


class Said(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every kind's settings. Each field is `Annotated[str | int | bool | Secret, asked(msgid("…"))]`.

    A field without default must be in the section. `__post_init__` may raise ValueError, its message a
    sentence that says what to write instead.
    """


class Reached(Said, frozen=True, kw_only=True):
    """Of a source that is asked over HTTP."""

    ca: str = ""
    """A file (PEM) with the certificate authority of a server whose certificate no public one signed."""
    every_minutes: int = 5
    """How often it is asked what is new."""

    def __post_init__(self) -> None:
        if self.every_minutes < 1:
            raise ValueError("every_minutes is less than 1. Write 5, or another number of minutes.")


class Selling(Reached, frozen=True, kw_only=True):
    """Of a source that has a catalogue."""

    url: str
    shops: str = ""
    """Which of our shops its places are: "68001=milano, 68002=torino". `online`: what it sells from."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if any(not place or not shop for place, shop in self._pairs()):
            raise ValueError('shops says of a place no shop. Write it like "68001=milano, online=torino".')

    @property
    def places(self) -> dict[str, str]:
        """The source's own id or name of a place → our id or name of a shop."""
        return {"" if place == ONLINE else place: shop for place, shop in self._pairs()}

    def _pairs(self) -> list[tuple[str, str]]:
        pairs = (part.partition("=") for part in self.shops.split(",") if part.strip())
        return [(place.strip(), shop.strip()) for place, _, shop in pairs]


def asked(words: str) -> msgspec.Meta:
    """A field that `hub connect` asks for, in these words; they stand above it in hub.toml as well."""
    return msgspec.Meta(description=words)


def made(words: str) -> msgspec.Meta:
    """A secret that the hub makes itself where nobody gives one."""
    return msgspec.Meta(description=words, extra={MADE: True})


def type_of(field: msgspec.structs.FieldInfo) -> Any:
    """Without what is written about it."""
    return getattr(field.type, "__origin__", field.type)


def meta_of(field: msgspec.structs.FieldInfo) -> msgspec.Meta | None:
    """None for a field that has a default which hardly anybody changes: it is not asked for."""
    found: Any = getattr(field.type, "__metadata__", ())
    return next((one for one in found if isinstance(one, msgspec.Meta)), None)
