"""What sources tell of their goods takes effect: articles first, then how many there are of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from clienteling.hub.connectors.heard import HeardLevel, HeardProduct
from clienteling.hub.goods.album import wish
from clienteling.hub.goods.articles import Articles
from clienteling.hub.goods.levels import Levels
from clienteling.hub.importing.pen import Pen
from clienteling.hub.sources.source import Source
from sync.hub.writer import HubWriter


class Told(NamedTuple):
    source: str
    what: HeardProduct | HeardLevel


def take(writer: HubWriter, told: Sequence[Told], sources: Mapping[str, Source], language: str) -> None:
    """Within one transaction. Told again, it changes nothing."""
    pen = Pen(writer)
    products = [(source, what) for source, what in told if isinstance(what, HeardProduct)]
    articles = Articles(pen, products, language)
    for source, product in products:
        articles.take(source, product)
    pen.flush()
    levels = Levels(pen, sources)
    for source, what in told:
        if isinstance(what, HeardLevel):
            levels.take(source, what)
    for variant, at in articles.dropped:
        levels.drop(variant, at)
    levels.settle(articles.new)
    pen.flush()
    wish(writer, articles.pictures)
