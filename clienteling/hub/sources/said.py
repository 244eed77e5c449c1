"""What hub.toml says of a source: a section `[sources.NAME]`, its keys the fields of its kind's settings."""

from typing import Any, Final

import msgspec

MADE: Final = "made"


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
