"""Our families of products, and what other people's catalogues call them."""

from clienteling.catalog.values import Family
from clienteling.hub.importing import cells

_FAMILIES = {
    Family.SHOES: "scarpe scarpa calzature calzatura shoes shoe footwear stivali sandali sneakers",
    Family.BAGS: "borse borsa bags bag zaini",
    Family.KNITWEAR: "maglieria maglie maglioni knitwear knits",
    Family.BELTS: "cinture cintura belts belt",
    Family.LEATHER_GOODS: "pelletteria portafogli leather goods wallets",
    Family.CLOTHING: "abbigliamento abiti clothing clothes dresses vestiti camicie giacche cappotti",
}


def family(written: str) -> str:
    """One of ours where a word says so, otherwise the shop's own. Raises Unfit."""
    own = cells.name(written)
    words = set(cells.plain(own).split())
    return next((known.value for known, named in _FAMILIES.items() if words & set(named.split())), own)
