"""How likely it is that two records are one person's (Fellegi and Sunter, 1969).

Each likeness weighs as much as it is commoner between two records of one person than between two people's:
agreeing on a rare family name says more than agreeing on Rossi. Weights are in bits and add up.
"""

from collections.abc import Iterable, Mapping
from math import log2

import msgspec

from clienteling.hub.identity.matching.likeness import How, Likeness, Thing

Chances = Mapping[How, tuple[float, float]]
"""How → its share among records of one person, and among those of different people.

Of turned names both together: one record in twenty has them the other way round.
"""

CHANCES: Mapping[Thing, Chances] = {
    Thing.GIVEN_NAME: {
        How.SAME: (0.80, 0.010),
        How.SHORT: (0.03, 0.005),
        How.PART: (0.05, 0.010),
        How.TURNED: (0.17, 0.010),
        How.ALIKE: (0.08, 0.010),
        How.DIFFERENT: (0.06, 0.970),
    },
    Thing.FAMILY_NAME: {
        How.SAME: (0.80, 0.004),
        How.PART: (0.05, 0.004),
        How.TURNED: (0.17, 0.004),
        How.ALIKE: (0.10, 0.006),
        How.DIFFERENT: (0.06, 0.986),
    },
    Thing.EMAIL: {How.SAME: (0.70, 1e-5), How.ALIKE: (0.10, 2e-4), How.DIFFERENT: (0.20, 1.0)},
    Thing.PHONE: {How.SAME: (0.70, 2e-5), How.ALIKE: (0.08, 1e-4), How.DIFFERENT: (0.22, 1.0)},
    Thing.CARD: {How.SAME: (0.85, 1e-6), How.ALIKE: (0.12, 1e-4), How.DIFFERENT: (0.03, 1.0)},
    Thing.BIRTHDAY: {
        How.SAME: (0.85, 5e-5),
        How.PART: (0.05, 3e-3),
        How.ALIKE: (0.10, 3e-3),
        How.DIFFERENT: (0.06, 0.995),
    },
    Thing.ADDRESS: {
        How.SAME: (0.60, 3e-4),
        How.ALIKE: (0.15, 3e-3),
        How.PART: (0.05, 0.01),
        How.DIFFERENT: (0.22, 0.99),
    },
    Thing.POSTCODE: {How.SAME: (0.80, 0.01), How.ALIKE: (0.07, 0.02), How.DIFFERENT: (0.15, 0.97)},
    Thing.CITY: {How.SAME: (0.80, 0.05), How.ALIKE: (0.08, 0.02), How.DIFFERENT: (0.15, 0.94)},
}
EXPECTED = 0.1
"""Of so many customers another record is supposed to exist."""
SMOOTH = 1
"""Counted on top: a value may be a little commoner than it was met."""
AS_MANY_SLIPS = 2
"""A name and what is a slip away from it are borne by so many times as many as the name alone."""
PLACE = frozenset({Thing.POSTCODE, Thing.CITY})
BESIDE_A_STREET = 0.5
SHARED_AT_HOME = frozenset({Thing.FAMILY_NAME, Thing.EMAIL, Thing.PHONE, Thing.ADDRESS, *PLACE})
OF_A_FAMILY = 0.25


class Shares(msgspec.Struct, frozen=True):
    """How common values are among all customers."""

    total: int
    counts: Mapping[Thing, Mapping[str, int]]

    def of(self, likeness: Likeness, otherwise: float) -> float:
        """`otherwise` where it is not counted. Nearly a rare name says more than nearly a common one."""
        if likeness.thing not in self.counts:
            return otherwise
        match likeness.how:
            case How.SAME | How.PART:
                return self._share(likeness.thing, likeness.value)
            case How.TURNED:
                return max(
                    self._share(name, likeness.value) for name in (Thing.GIVEN_NAME, Thing.FAMILY_NAME)
                )
            case How.ALIKE:
                both = (likeness.value, likeness.other)
                return min(otherwise, AS_MANY_SLIPS * max(self._share(likeness.thing, one) for one in both))
        return otherwise

    def is_given_name(self, name: Likeness) -> bool:
        """Commoner as such than as a family name, as either record writes it."""
        given, family = (
            max(self._share(thing, value) for value in (name.value, name.other or name.value))
            for thing in (Thing.GIVEN_NAME, Thing.FAMILY_NAME)
        )
        return given > family

    def _share(self, thing: Thing, value: str) -> float:
        return (self.counts.get(thing, {}).get(value, 0) + SMOOTH) / max(self.total, 1)


def weight(likeness: Likeness, shares: Shares) -> float:
    """In bits: above nothing for one person, below for two."""
    one, two = CHANCES[likeness.thing][likeness.how]
    return log2(one / shares.of(likeness, two))


def bits(found: Iterable[Likeness], shares: Shares) -> float:
    """The weights of all likenesses, less where they say the same thing more than once."""
    seen = by_thing(found, shares)
    of_a_family = two_of_a_family(seen)
    return sum(weight(one, shares) * _part(one, seen, of_a_family=of_a_family) for one in seen.values())


def by_thing(found: Iterable[Likeness], shares: Shares) -> Mapping[Thing, Likeness]:
    """Of turned names either record may be the turned one: what agrees is called what it is more often."""
    seen = {one.thing: one for one in found}
    given, family = seen.get(Thing.GIVEN_NAME), seen.get(Thing.FAMILY_NAME)
    if given is None or family is None or not given.turned:
        return seen
    given_is_elsewhere = given.how is How.DIFFERENT and shares.is_given_name(family)
    family_is_elsewhere = family.how is How.DIFFERENT and not shares.is_given_name(given)
    if not (given_is_elsewhere or family_is_elsewhere):
        return seen
    return seen | {
        Thing.GIVEN_NAME: msgspec.structs.replace(family, thing=Thing.GIVEN_NAME),
        Thing.FAMILY_NAME: msgspec.structs.replace(given, thing=Thing.FAMILY_NAME),
    }


def _part(one: Likeness, seen: Mapping[Thing, Likeness], *, of_a_family: bool) -> float:
    """A street brings its town with it, and a family shares a name, a street, a telephone, a mailbox."""
    if of_a_family and one.thing in SHARED_AT_HOME and one.how is not How.DIFFERENT:
        return OF_A_FAMILY
    return BESIDE_A_STREET if one.thing in PLACE and Thing.ADDRESS in seen else 1.0


def two_of_a_family(seen: Mapping[Thing, Likeness]) -> bool:
    """Two given names, and no birthday that says otherwise."""
    given, birthday = seen.get(Thing.GIVEN_NAME), seen.get(Thing.BIRTHDAY)
    if given is None or given.how is not How.DIFFERENT:
        return False
    return birthday is None or birthday.how in {How.DIFFERENT, How.PART}


def probability(of_bits: float, total: int) -> float:
    """That it is one person, where `total` customers are known."""
    before = EXPECTED / max(total, 2)
    return 1 / (1 + 2.0 ** -(of_bits + log2(before)))
