from clienteling.insight.rules import Pair, SuggestionKind, share
from clienteling.nouns import form, model
from clienteling.wording import Wording


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
