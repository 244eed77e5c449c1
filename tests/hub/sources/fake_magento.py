"""Magento's REST API as its documentation has it: searchCriteria, total_count, a last page that repeats."""

import json
import re
from typing import Any

from tests.hub.sources.fake_shop import Answered, Asked

TOKEN = "token0"
_FILTER = re.compile(r"searchCriteria\[filter_?[gG]roups]\[(\d+)]\[filters]\[\d+]\[(\w+)]")
_LISTS = {
    "/customers/search": "customers",
    "/orders": "orders",
    "/creditmemos": "creditmemos",
    "/products": "products",
    "/products/attributes": "attributes",
    "/categories/list": "categories",
    "/inventory/source-items": "source_items",
}


class FakeMagento:
    """`shop.answer = FakeMagento(orders=[…])`."""

    def __init__(self, **lists: list[dict[str, Any]]) -> None:
        self.lists = lists
        self.closed: set[str] = set()

    def __call__(self, asked: Asked) -> Answered:
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return _json({"message": "The consumer isn't authorized to access %resources."}, 401)
        path = asked.path.removeprefix("/rest/all").removeprefix("/V1").rstrip("/")
        if path in self.closed:
            return _json({"message": "Request does not match any route."}, 404)
        if path == "/stockItems/lowStock":
            return self._paged(self.lists["stock"], asked.query["currentPage"], asked.query["pageSize"])
        rows = [row for row in self.lists.get(_LISTS[path], []) if _fits(row, asked.query)]
        rows.sort(key=_id)
        query = {
            key.replace("search_criteria", "searchCriteria"): value for key, value in asked.query.items()
        }
        size = query.get("searchCriteria[pageSize]", "100")
        return self._paged(rows, query.get("searchCriteria[currentPage]", "1"), size)

    def _paged(self, rows: list[dict[str, Any]], page: str, size: str) -> Answered:
        last = max(1, -(-len(rows) // int(size)))
        start = (min(int(page), last) - 1) * int(size)
        return _json(
            {"items": rows[start : start + int(size)], "search_criteria": {}, "total_count": len(rows)}
        )


def _id(row: dict[str, Any]) -> int:
    return int(row.get("entity_id") or row.get("id") or row.get("attribute_id") or 0)


def _fits(row: dict[str, Any], query: dict[str, str]) -> bool:
    filters: dict[str, dict[str, str]] = {}
    for name, value in query.items():
        if found := _FILTER.fullmatch(name):
            filters.setdefault(found[1], {})[found[2]] = value
    return all(_holds(row, one) for one in filters.values())


def _holds(row: dict[str, Any], one: dict[str, str]) -> bool:
    wanted, how = one["value"], one.get("condition_type", "eq")
    value = _id(row) if one["field"] == "entity_id" else row[one["field"]]
    match how:
        case "gt":
            return int(value) > int(wanted) if isinstance(value, int) else str(value) > wanted
        case "gteq":
            return str(value) >= wanted
        case "in":
            return str(value) in wanted.split(",")
        case "eq":
            return str(value) == wanted
    raise AssertionError(f"no condition: {how}")


def _json(said: Any, status: int = 200) -> Answered:
    return Answered(json.dumps(said).encode(), status, {"content-type": "application/json"})
