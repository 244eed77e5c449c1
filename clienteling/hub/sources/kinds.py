"""Every kind of source that may be connected, by its name in hub.toml."""

from collections.abc import Mapping

from clienteling.hub.sources.asterisk import Asterisk
from clienteling.hub.sources.brevo import Brevo
from clienteling.hub.sources.calls import Calls
from clienteling.hub.sources.freshdesk import Freshdesk
from clienteling.hub.sources.magento.kind import Magento
from clienteling.hub.sources.mailchimp import Mailchimp
from clienteling.hub.sources.meta import Meta
from clienteling.hub.sources.prestashop.kind import PrestaShop
from clienteling.hub.sources.segment import Segment
from clienteling.hub.sources.shopify.kind import Shopify
from clienteling.hub.sources.source import Kind
from clienteling.hub.sources.threecx import ThreeCX
from clienteling.hub.sources.woocommerce.kind import WooCommerce
from clienteling.hub.sources.zendesk import Zendesk

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Segment(),
        Meta(),
        WooCommerce(),
        Shopify(),
        PrestaShop(),
        Magento(),
        Zendesk(),
        Freshdesk(),
        Calls(),
        ThreeCX(),
        Asterisk(),
        Mailchimp(),
        Brevo(),
    )
}
