"""What she leans towards, in a word or two, and from what it is deduced."""

from collections import Counter

from clienteling.card.values import Leaning
from clienteling.insight import words
from clienteling.insight.interests import alive
from clienteling.insight.values import Interests
from clienteling.wording import Wording

MOST_FAMILIES = 2


def leaning(interests: Interests, now: int, wording: Wording) -> Leaning | None:
    """None where nothing of it is fresh enough. To be asked for only with her consent to profiling."""
    families = alive(interests.families, interests.at, now, MOST_FAMILIES)
    if not families:
        return None
    deeds = Counter[str]()
    for family in families:
        deeds.update(family.deeds)
    colours = alive(interests.colours, interests.at, now, 1)
    said = [words.family(one.name, wording) for one in families]
    said += [wording.colour(one.name) for one in colours]
    text = ", ".join(said)
    return Leaning(text=text[:1].upper() + text[1:], reason=words.deduced_from(deeds, wording))
