"""Every kind of source that may be connected, by its name in hub.toml."""

from collections.abc import Mapping

from clienteling.hub.sources.meta import Meta
from clienteling.hub.sources.segment import Segment
from clienteling.hub.sources.source import Kind

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (Segment(), Meta())}
