"""Shopify's Admin API as its documentation has it: GraphQL that is executed, points, pages of cursors."""

import base64
import json
from collections.abc import Callable
from typing import Any

from graphql import build_schema, execute, parse, validate
from graphql.language import FieldNode, IntValueNode, OperationDefinitionNode, SelectionSetNode, VariableNode

from tests.hub.sources.fake_shop import Answered, Asked

TOKEN, CLIENT_ID, CLIENT_SECRET = "shpat_0", "client-1", "secret-1"
MOST_POINTS = 1_000
SCHEMA = build_schema("""
scalar DateTime scalar Decimal scalar HTML scalar URL scalar UnsignedInt64 scalar Money
enum CustomerSortKeys { ID UPDATED_AT } enum OrderSortKeys { ID UPDATED_AT }
enum ProductSortKeys { ID UPDATED_AT } enum AbandonedCheckoutSortKeys { ID CREATED_AT }
enum State { DECLINED DISABLED ENABLED INVITED }
type PageInfo { hasNextPage: Boolean! endCursor: String }
type MoneyV2 { amount: Decimal! currencyCode: String! } type MoneyBag { shopMoney: MoneyV2! }
type Shop { name: String! currencyCode: String! }
type MailingAddress {
  firstName: String lastName: String address1: String address2: String city: String zip: String phone: String
}
type CustomerEmailAddress {
  emailAddress: String! marketingState: String! marketingOptInLevel: String marketingUpdatedAt: DateTime
}
type CustomerPhoneNumber {
  phoneNumber: String! marketingState: String! marketingOptInLevel: String marketingUpdatedAt: DateTime
}
type Customer {
  id: ID! legacyResourceId: UnsignedInt64! firstName: String lastName: String state: State!
  verifiedEmail: Boolean! locale: String! updatedAt: DateTime!
  defaultEmailAddress: CustomerEmailAddress defaultPhoneNumber: CustomerPhoneNumber
  defaultAddress: MailingAddress
}
type Image { url: URL! } type Preview { image: Image }
type Media { preview: Preview } type MediaConnection { nodes: [Media!]! }
type SelectedOption { name: String! value: String! }
type Location { id: ID! legacyResourceId: UnsignedInt64! name: String!
  inventoryLevels(first: Int, after: String, query: String): InventoryLevelConnection! }
type LocationConnection { nodes: [Location!]! pageInfo: PageInfo! }
type InventoryQuantity { name: String! quantity: Int! }
type InventoryItem { id: ID! legacyResourceId: UnsignedInt64! }
type InventoryLevel { id: ID! updatedAt: DateTime! item: InventoryItem! location: Location!
  quantities(names: [String!]!): [InventoryQuantity!]! }
type InventoryLevelConnection { nodes: [InventoryLevel!]! pageInfo: PageInfo! }
type ProductVariant { id: ID! legacyResourceId: UnsignedInt64! sku: String barcode: String price: Money!
  selectedOptions: [SelectedOption!]! inventoryItem: InventoryItem! media(first: Int): MediaConnection! }
type ProductVariantConnection { nodes: [ProductVariant!]! pageInfo: PageInfo! }
type Product { id: ID! legacyResourceId: UnsignedInt64! title: String! productType: String!
  descriptionHtml: HTML! status: String! updatedAt: DateTime! featuredMedia: Media
  variants(first: Int, after: String): ProductVariantConnection! }
type LineItem { title: String! sku: String quantity: Int! originalUnitPriceSet: MoneyBag!
  variant: ProductVariant }
type LineItemConnection { nodes: [LineItem!]! }
type Fulfillment { id: ID! legacyResourceId: UnsignedInt64! status: String! createdAt: DateTime! }
type RefundLineItem { quantity: Int! lineItem: LineItem! }
type RefundLineItemConnection { nodes: [RefundLineItem!]! }
type Refund { id: ID! legacyResourceId: UnsignedInt64! createdAt: DateTime totalRefundedSet: MoneyBag!
  refundLineItems(first: Int): RefundLineItemConnection! }
type Order { id: ID! legacyResourceId: UnsignedInt64! name: String! createdAt: DateTime! updatedAt: DateTime!
  cancelledAt: DateTime email: String phone: String sourceName: String taxesIncluded: Boolean!
  totalPriceSet: MoneyBag! customer: Customer lineItems(first: Int): LineItemConnection!
  fulfillments(first: Int): [Fulfillment!]! refunds(first: Int): [Refund!]! }
type AbandonedCheckout { id: ID! createdAt: DateTime! updatedAt: DateTime! completedAt: DateTime
  customer: Customer lineItems(first: Int): LineItemConnection! }
type CustomerConnection { nodes: [Customer!]! pageInfo: PageInfo! }
type OrderConnection { nodes: [Order!]! pageInfo: PageInfo! }
type ProductConnection { nodes: [Product!]! pageInfo: PageInfo! }
type AbandonedCheckoutConnection { nodes: [AbandonedCheckout!]! pageInfo: PageInfo! }
type Query {
  shop: Shop!
  customers(first: Int, after: String, query: String, sortKey: CustomerSortKeys): CustomerConnection!
  orders(first: Int, after: String, query: String, sortKey: OrderSortKeys): OrderConnection!
  products(first: Int, after: String, query: String, sortKey: ProductSortKeys): ProductConnection!
  abandonedCheckouts(first: Int, after: String, query: String, sortKey: AbandonedCheckoutSortKeys):
    AbandonedCheckoutConnection!
  product(id: ID!): Product
  locations(first: Int): LocationConnection!
  location(id: ID!): Location
}
""")


class FakeShopify:
    """`shop.answer = FakeShopify(customers=[…])`: each list has objects with the API's own field names."""

    def __init__(self, **lists: list[dict[str, Any]]) -> None:
        self.lists = lists
        self.points: float = 1e9
        self.restore = 100.0
        self.denied: set[str] = set()
        self.longest_list = 25_000

    def __call__(self, asked: Asked) -> Answered:
        if asked.path == "/admin/oauth/access_token":
            said = json.loads(asked.body)
            right = (said["client_id"], said["client_secret"]) == (CLIENT_ID, CLIENT_SECRET)
            return _json({"access_token": TOKEN, "expires_in": 86_399}, 200 if right else 401)
        if asked.headers.get("x-shopify-access-token") != TOKEN:
            return _json({"errors": "[API] Invalid API key or access token"}, 401)
        if not asked.path.endswith("/graphql.json"):
            return Answered(status=404)
        return self._run(json.loads(asked.body))

    def _run(self, said: dict[str, Any]) -> Answered:
        document, variables = parse(said["query"]), said.get("variables") or {}
        problems = validate(SCHEMA, document)
        assert problems == [], problems
        (operation,) = document.definitions
        assert isinstance(operation, OperationDefinitionNode)
        cost = _cost(operation.selection_set, variables)
        throttle = {
            "requestedQueryCost": cost,
            "throttleStatus": {"currentlyAvailable": self.points, "restoreRate": self.restore},
        }
        if cost > MOST_POINTS:
            return _refused("MAX_COST_EXCEEDED", {"cost": cost, "maxCost": MOST_POINTS})
        if cost > self.points:
            self.points += self.restore * 1_000
            return _refused("THROTTLED", {}, {"cost": throttle})
        self.points -= cost
        root = {name: self._list(rows, name) for name, rows in self.lists.items()}
        root |= {
            "shop": {"name": "Prova", "currencyCode": "EUR"},
            "product": self._one,
            "location": self._place,
        }
        named = {
            field.name.value for field in operation.selection_set.selections if isinstance(field, FieldNode)
        }
        if named & self.denied:
            return _refused("ACCESS_DENIED", {})
        done = execute(SCHEMA, document, root, variable_values=variables)
        assert not done.errors, done.errors
        return _json({"data": done.data, "extensions": {"cost": throttle}})

    def _list(self, rows: list[dict[str, Any]], name: str) -> Callable[..., dict[str, Any]]:
        def page(_info: object, first: int = 50, after: str | None = None, query: str = "", **_: Any) -> Any:
            found = sorted(
                (row for row in rows if _fits(row, query or "")), key=lambda row: int(_tail(row["id"]))
            )
            start = int(base64.b64decode(after)) if after else 0
            assert start + first <= self.longest_list, f"{name}: a list ends at {self.longest_list}"
            return {
                "nodes": [self._whole(row) for row in found[start : start + first]],
                "pageInfo": _page_info(start + first, len(found)),
            }

        return page

    def _whole(self, row: dict[str, Any]) -> dict[str, Any]:
        """Lists within an object take arguments; some of them are connections."""
        inner = {key: _connection(row[key]) for key in ("lineItems", "variants") if key in row}
        inner |= {key: _plain(row[key]) for key in ("fulfillments", "refunds") if key in row}
        return {"legacyResourceId": _tail(row["id"]), **row, **inner}

    def _one(self, _info: object, id: str) -> Any:  # noqa: A002 - Shopify's name
        return next((self._whole(row) for row in self.lists["products"] if row["id"] == id), None)

    def _place(self, _info: object, id: str) -> Any:  # noqa: A002
        place = next(row for row in self.lists["locations"] if row["id"] == id)
        return {**place, "inventoryLevels": self._list(place["levels"], "levels")}


def _plain(rows: list[dict[str, Any]]) -> Any:
    def some(_info: object, first: int) -> list[dict[str, Any]]:
        return [{"legacyResourceId": _tail(row["id"]), **row, **_refunded(row)} for row in rows[:first]]

    return some


def _refunded(row: dict[str, Any]) -> dict[str, Any]:
    return {"refundLineItems": _connection(row["refundLineItems"])} if "refundLineItems" in row else {}


def _connection(rows: list[dict[str, Any]]) -> Any:
    def page(_info: object, first: int, after: str | None = None) -> dict[str, Any]:
        start = int(base64.b64decode(after)) if after else 0
        nodes = [{"legacyResourceId": _tail(row.get("id", "")), **row} for row in rows[start : start + first]]
        return {"nodes": nodes, "pageInfo": _page_info(start + first, len(rows))}

    return page


def _page_info(end: int, of: int) -> dict[str, Any]:
    return {"hasNextPage": end < of, "endCursor": base64.b64encode(str(end).encode()).decode()}


def _fits(row: dict[str, Any], query: str) -> bool:
    for term in filter(None, query.split(" AND ")):
        field, _, bound = term.partition(":")
        if field == "updated_at":
            assert bound.startswith(">='"), term
            if row["updatedAt"] < bound[3:-1]:
                return False
        elif field == "id":
            assert bound.startswith(">"), term
            if int(_tail(row["id"])) <= int(bound[1:]):
                return False
        else:
            raise AssertionError(f"no filter: {term}")
    return True


def _cost(selected: SelectionSetNode | None, variables: dict[str, Any]) -> float:
    """An object is a point; a list two and what each of the entries that are asked for costs."""
    if selected is None:
        return 0
    total = 0.0
    for field in selected.selections:
        assert isinstance(field, FieldNode)
        if field.selection_set is None or field.name.value == "pageInfo":
            continue
        inner = _cost(field.selection_set, variables)
        first = next((a.value for a in field.arguments or () if a.name.value == "first"), None)
        if isinstance(first, IntValueNode):
            total += 2 + int(first.value) * max(inner, 1)
        elif isinstance(first, VariableNode):
            total += 2 + variables[first.name.value] * max(inner, 1)
        else:
            total += 1 + inner if field.name.value != "nodes" else inner + 1
    return total


def _tail(gid: str) -> str:
    return gid.rpartition("/")[2]


def _refused(code: str, more: dict[str, Any], extensions: dict[str, Any] | None = None) -> Answered:
    problem = {"message": "No.", "extensions": {"code": code, **more}}
    return _json({"errors": [problem], **({"extensions": extensions} if extensions else {})})


def _json(said: Any, status: int = 200) -> Answered:
    return Answered(json.dumps(said).encode(), status, {"content-type": "application/json"})
