"""What the hub asks of Shopify's Admin API (GraphQL), under the names that its webhooks use.

Sizes keep one query under the 1,000 points that Shopify allows: an object is a point, a list two and one for
each entry that is asked for. https://shopify.dev/docs/api/usage/limits
"""

import re
from typing import Final

LINES: Final = 30
"""Of an order or a checkout; what is longer keeps its first ones, and its whole total."""
VARIANTS: Final = 40
"""Of a product, at a time."""


def _plain(query: str) -> str:
    return re.sub(r"\s+", " ", query).strip()


_MONEY = "{ shop_money: shopMoney { amount currency_code: currencyCode } }"
_LINE = f"""
    title sku quantity price_set: originalUnitPriceSet {_MONEY}
    variant {{ id: legacyResourceId barcode }}
"""
_BUYER = """
    admin_graphql_api_id: id id: legacyResourceId
    first_name: firstName last_name: lastName state verified_email: verifiedEmail locale updated_at: updatedAt
    email_marketing_consent: defaultEmailAddress {
        email_address: emailAddress state: marketingState opt_in_level: marketingOptInLevel
        consent_updated_at: marketingUpdatedAt
    }
    sms_marketing_consent: defaultPhoneNumber {
        phone_number: phoneNumber state: marketingState opt_in_level: marketingOptInLevel
        consent_updated_at: marketingUpdatedAt
    }
    default_address: defaultAddress {
        first_name: firstName last_name: lastName address1 address2 city zip phone
    }
"""
_VARIANT = """
    id: legacyResourceId sku barcode price
    selected_options: selectedOptions { name value }
    inventory_item: inventoryItem { id: legacyResourceId }
    media(first: 1) { nodes { preview { image { url } } } }
"""
_PAGE = "pageInfo { hasNextPage endCursor }"

SHOP = _plain("{ shop { name currencyCode } }")

CUSTOMERS = _plain(f"""
query ($first: Int!, $after: String, $query: String) {{
  found: customers(first: $first, after: $after, query: $query, sortKey: ID) {{
    nodes {{ {_BUYER} }}
    {_PAGE}
  }}
}}""")

ORDERS = _plain(f"""
query ($first: Int!, $after: String, $query: String) {{
  found: orders(first: $first, after: $after, query: $query, sortKey: ID) {{
    nodes {{
      admin_graphql_api_id: id id: legacyResourceId
      name created_at: createdAt updated_at: updatedAt cancelled_at: cancelledAt
      email phone source_name: sourceName taxes_included: taxesIncluded
      total_price_set: totalPriceSet {_MONEY}
      customer {{ {_BUYER} }}
      line_items: lineItems(first: {LINES}) {{ nodes {{ {_LINE} }} }}
      fulfillments(first: 5) {{ id: legacyResourceId status created_at: createdAt }}
      refunds(first: 5) {{
        id: legacyResourceId created_at: createdAt total_refunded_set: totalRefundedSet {_MONEY}
        refund_line_items: refundLineItems(first: 5) {{
          nodes {{ quantity line_item: lineItem {{ {_LINE} }} }}
        }}
      }}
    }}
    {_PAGE}
  }}
}}""")

CHECKOUTS = _plain(f"""
query ($first: Int!, $after: String, $query: String) {{
  found: abandonedCheckouts(first: $first, after: $after, query: $query, sortKey: ID) {{
    nodes {{
      admin_graphql_api_id: id created_at: createdAt updated_at: updatedAt completed_at: completedAt
      customer {{ {_BUYER} }}
      line_items: lineItems(first: {LINES}) {{ nodes {{ {_LINE} }} }}
    }}
    {_PAGE}
  }}
}}""")

PRODUCTS = _plain(f"""
query ($first: Int!, $after: String, $query: String) {{
  found: products(first: $first, after: $after, query: $query, sortKey: ID) {{
    nodes {{
      admin_graphql_api_id: id id: legacyResourceId
      title product_type: productType body_html: descriptionHtml status updated_at: updatedAt
      image: featuredMedia {{ preview {{ image {{ url }} }} }}
      variants(first: {VARIANTS}) {{ nodes {{ {_VARIANT} }} {_PAGE} }}
    }}
    {_PAGE}
  }}
}}""")

MORE_VARIANTS = _plain(f"""
query ($id: ID!, $after: String) {{
  product(id: $id) {{
    variants(first: {VARIANTS}, after: $after) {{ nodes {{ {_VARIANT} }} {_PAGE} }}
  }}
}}""")

LOCATIONS = _plain("""
{ locations(first: 200) { nodes { id } } }""")

LEVELS = _plain(f"""
query ($id: ID!, $first: Int!, $after: String, $query: String) {{
  location(id: $id) {{
    found: inventoryLevels(first: $first, after: $after, query: $query) {{
      nodes {{
        updated_at: updatedAt
        quantities(names: ["available", "incoming"]) {{ name quantity }}
        inventory_item: item {{ id: legacyResourceId }}
        location {{ id: legacyResourceId name }}
      }}
      {_PAGE}
    }}
  }}
}}""")
