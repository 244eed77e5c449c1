from collections.abc import Mapping

from clienteling.insight.lapsing import Lapsing
from clienteling.insight.rules import Pair, SuggestionKind, share
from clienteling.insight.values import Deed
from clienteling.marking import msgid
from clienteling.nouns import form, model
from clienteling.wording import Wording

FAMILIES = {
    "shoes": msgid("shoes"),
    "bags": msgid("bags"),
    "knitwear": msgid("knitwear"),
    "belts": msgid("belts"),
    "leather_goods": msgid("small leather goods"),
    "clothing": msgid("clothing"),
}


def family(key: str, wording: Wording) -> str:
    """One that the shop named itself stands as it is."""
    return wording.say(FAMILIES[key]) if key in FAMILIES else key


def overdue(found: Lapsing, wording: Wording) -> str:
    if found.every_weeks == 1:
        return wording.say("Usually every week; last time {ago} weeks ago", ago=found.weeks_ago)
    return wording.say(
        "Usually every {every} weeks; last time {ago} weeks ago",
        every=found.every_weeks,
        ago=found.weeks_ago,
    )


def deduced_from(deeds: Mapping[str, int], wording: Wording) -> str:
    """`dedotti da 4 viste e 1 prova`: nearest to buying first."""
    said = [_times(deed, deeds[deed], wording) for deed in reversed(Deed) if deeds.get(deed)]
    return wording.say("Deduced from {evidence}", evidence=wording.all_of(said))


def _times(deed: Deed, n: int, wording: Wording) -> str:
    match deed:
        case Deed.VIEWED:
            return wording.count("{n} view", "{n} views", n)
        case Deed.CHOSEN:
            return wording.count("{n} choice online", "{n} choices online", n)
        case Deed.ASKED:
            return wording.count("{n} question", "{n} questions", n)
        case Deed.TRIED:
            return wording.count("{n} fitting", "{n} fittings", n)
        case Deed.BOUGHT:
            return wording.count("{n} purchase", "{n} purchases", n)


def reason(pair: Pair, name: str, other_name: str, wording: Wording) -> str:
    """One line with the figures: `chi compra Nora la prende: 1 su 3`."""
    if pair.kind is SuggestionKind.STEP_UP:
        argument = pair.argument.get(wording.language)
        return argument or wording.say("a step up from {product}", product=model(name, wording))
    some, all_of_them = share(pair.together, pair.receipts)
    said = wording.say("{some} in {all}", some=some, all=all_of_them)
    product = model(name, wording)
    match form(other_name, wording):
        case "ms":
            return wording.named(
                "it, ms", "who buys {product} takes it: {share}", product=product, share=said
            )
        case "mp":
            return wording.named(
                "it, mp", "who buys {product} takes it: {share}", product=product, share=said
            )
        case "fp":
            return wording.named(
                "it, fp", "who buys {product} takes it: {share}", product=product, share=said
            )
    return wording.say("who buys {product} takes it: {share}", product=product, share=said)
