"""A selection in the reader's words."""

from collections.abc import Sequence

from clienteling.catalog.products import Product
from clienteling.marking import msgid
from clienteling.selections.values import Selection, SharedAs
from clienteling.wording import Wording

_SHARED = {
    SharedAs.PDF: msgid("as a PDF"),
    SharedAs.PAGE: msgid("as a page"),
    SharedAs.CODE: msgid("as a code"),
}


def title(products: Sequence[Product], wording: Wording) -> str:
    """As a line of the timeline."""
    names = [product.name for product in products]
    if not names:
        return wording.say("A selection for her")
    return wording.say("A selection for her: {things}", things=wording.all_of(names))


def shared(shared_as: SharedAs, wording: Wording) -> str:
    return wording.say(_SHARED[shared_as])


def heading(selection: Selection, wording: Wording) -> str:
    """On the paper and the page that she gets, in her language."""
    if not selection.given_name:
        return wording.say("A selection for you")
    return wording.say("A selection for {name}", name=selection.given_name)


def label(product: Product, wording: Wording) -> str:
    """Colour and size: `nero, 39`."""
    return ", ".join(
        part for part in (wording.colour(product.colour) if product.colour else "", product.size) if part
    )


def chosen_by(selection: Selection, wording: Wording) -> str:
    day = wording.full_date(wording.day_of(selection.at))
    if not selection.associate_name:
        return day
    return wording.say("Chosen by {who}, {day}", who=selection.associate_name, day=day)


def foot(selection: Selection, wording: Wording) -> str:
    phone = wording.phone(selection.store_phone) if selection.store_phone else ""
    return " · ".join(part for part in (selection.store_name, selection.store_address, phone) if part)
