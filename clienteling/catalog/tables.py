import sqlalchemy as sa

from clienteling.schema import cents, document, flag, identity, metadata, reference, text

product = sa.Table(
    "product",
    metadata,
    identity(),
    text("name"),
    text("family"),  # Family: shoes, bags, knitwear, …
    document("description"),  # language → one sentence
    document("keywords"),  # list of words for search
    cents("price_cents"),
    text("picture"),  # SHA-256 of the picture shown when no colour is chosen
    flag("gone"),  # not sold any more: it keeps its name, and is suggested to nobody
)

variant = sa.Table(
    "variant",
    metadata,
    identity(),
    reference("product_id", index=True),
    text("sku", index=True),
    text("ean", index=True),
    text("colour"),  # colour key, the same for every product: "black", "tan"
    text("size"),  # as printed on the label: "39", "M"; empty when there is one size
    cents("price_cents"),
    text("picture"),
)
