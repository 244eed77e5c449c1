"""Whose stock a source counts where: its places are shops of ours by its settings, or by their names."""

import sqlalchemy as sa

from clienteling.hub.importing.taking import Shops
from clienteling.hub.importing.values import Unfit
from clienteling.hub.sources.said import Selling
from clienteling.hub.sources.source import Source


class Places:
    """As the shops are now."""

    def __init__(self, conn: sa.Connection) -> None:
        self._shops = Shops(conn)

    def shop(self, source: Source | None, place: str, name: str) -> str | None:
        """None where nobody has said. The settings may name the place by its id or by its name."""
        said = source.said.places if source is not None and isinstance(source.said, Selling) else {}
        chosen = said.get(place) or (said.get(name) if name else None)
        return self._called(chosen) if chosen else self._called(name) or self._called(place)

    def _called(self, written: str) -> str | None:
        try:
            return self._shops.get(written)
        except Unfit:
            return None
