"""Every kind of source that may be connected, by its name in hub.toml."""

from collections.abc import Mapping

from clienteling.hub.sources.asterisk import Asterisk
from clienteling.hub.sources.calls import Calls
from clienteling.hub.sources.meta import Meta
from clienteling.hub.sources.segment import Segment
from clienteling.hub.sources.source import Kind
from clienteling.hub.sources.threecx import ThreeCX
from clienteling.hub.sources.woocommerce.kind import WooCommerce

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Segment(),
        Meta(),
        WooCommerce(),
        Calls(),
        ThreeCX(),
        Asterisk(),
    )
}
