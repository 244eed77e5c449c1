"""The names that a source gives somebody, sorted by what each of them may do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from clienteling.customers import normal
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Hint

ADDRESSES = frozenset({IdentifierKind.EMAIL, IdentifierKind.PHONE})
"""What a family may share; everything else is one person's, or one device's."""


@dataclass(frozen=True, slots=True)
class Names:
    """Normalised, each once."""

    strong: tuple[Hint, ...]
    """The source vouches for them: they join. Accounts first."""
    devices: tuple[Hint, ...]
    guest: tuple[Hint, ...]
    """What somebody typed who has no account, where nothing stronger is said: hers at that source only."""
    same: tuple[Hint, ...]
    """Other names that the source itself says are hers."""

    @property
    def accounts(self) -> tuple[Hint, ...]:
        return tuple(hint for hint in self.strong if hint.kind not in ADDRESSES)

    @property
    def addresses(self) -> tuple[Hint, ...]:
        return tuple(hint for hint in self.strong if hint.kind in ADDRESSES)


def sorted_out(hints: Sequence[Hint], same: Sequence[Hint] = ()) -> Names:
    """Nobody's word for an address that means the same everywhere is no name at all."""
    plain = _plain(hints)
    devices = tuple(hint for hint in plain if hint.kind is IdentifierKind.ANONYMOUS)
    named = [hint for hint in plain if hint.kind is not IdentifierKind.ANONYMOUS]
    strong = sorted((hint for hint in named if hint.verified), key=_is_address)
    typed = [hint for hint in named if not hint.verified and hint.source]
    also = (hint for hint in _plain(same) if hint.verified and hint.kind is not IdentifierKind.ANONYMOUS)
    return Names(
        strong=tuple(strong),
        devices=devices,
        guest=() if strong else tuple(typed[:1]),
        same=tuple(hint for hint in also if hint not in strong),
    )


def spelled(hint: Hint) -> Hint:
    """In the one spelling by which it is compared; without a value where it is none."""
    match hint.kind:
        case IdentifierKind.EMAIL:
            return msgspec.structs.replace(hint, value=normal.mailbox(hint.value))
        case IdentifierKind.PHONE:
            return msgspec.structs.replace(hint, value=normal.phone(hint.value))
        case _:
            return hint


def _plain(hints: Iterable[Hint]) -> list[Hint]:
    return [hint for hint in dict.fromkeys(map(spelled, hints)) if hint.value]


def _is_address(hint: Hint) -> bool:
    return hint.kind in ADDRESSES
