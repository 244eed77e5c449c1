"""Which of the known facts a card shows, and which of them ask to be confirmed."""

from collections.abc import Iterable

import msgspec

from clienteling.customers.values import Fact, PreferenceKind, Provenance

MONTH = 30 * 86_400_000
CONFIRM_AFTER = 18 * MONTH

ONE_VALUE = frozenset({PreferenceKind.SHOE_SIZE, PreferenceKind.CLOTHES_SIZE})
_ORDER = {kind: place for place, kind in enumerate(PreferenceKind)}
_STRENGTH = {Provenance.TOLD: 0, Provenance.ONLINE: 1, Provenance.DEDUCED: 2}


def shown(known: Iterable[Fact], now: int) -> tuple[Fact, ...]:
    """Each value once, her own word before what was deduced; an older word of hers gives way to a newer."""
    kept: list[Fact] = []
    for fact in sorted(known, key=_precedence):
        if not any(_replaces(other, fact) for other in kept):
            kept.append(fact)
    return tuple(msgspec.structs.replace(fact, to_confirm=asks_to_be_confirmed(fact, now)) for fact in kept)


def asks_to_be_confirmed(fact: Fact, now: int) -> bool:
    return fact.source is Provenance.DEDUCED or now - fact.said_at > CONFIRM_AFTER


def _precedence(fact: Fact) -> tuple[int, int, int, str]:
    return _ORDER[fact.kind], _STRENGTH[fact.source], -fact.said_at, fact.id


def _replaces(kept: Fact, fact: Fact) -> bool:
    """A size deduced after she told hers is a contradiction: both stand, for a person to decide."""
    if kept.kind is not fact.kind:
        return False
    if kept.value == fact.value:
        return True
    return kept.kind in ONE_VALUE and (kept.source is fact.source or fact.said_at <= kept.said_at)
