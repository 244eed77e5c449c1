"""PrestaShop's webservice as its documentation has it: filters, limits, JSON and XML, no counts."""

import base64
import json
from typing import Any
from xml.sax.saxutils import escape

from clienteling.hub.connectors.prestashop.goods import SHOWN
from tests.hub.sources.fake_shop import Answered, Asked

KEY = "KEY0"
_ONE = {
    "addresses": "address",
    "categories": "category",
    "order_slip": "order_slip",
    "stock_availables": "stock_available",
}


class FakePrestaShop:
    """`shop.answer = FakePrestaShop(customers=[…])`: each object as the webservice's own JSON has it."""

    def __init__(self, *, xml: bool = False, **lists: list[dict[str, Any]]) -> None:
        self.lists = lists
        self.xml = xml
        """An old one answers in XML whatever it is asked."""
        self.forbidden: set[str] = set()

    def __call__(self, asked: Asked) -> Answered:
        if asked.headers.get("authorization") != f"Basic {base64.b64encode(f'{KEY}:'.encode()).decode()}":
            return Answered(b"<prestashop><errors/></prestashop>", 401)
        resource = asked.path.removeprefix("/api/")
        if resource in self.forbidden:
            return Answered(b"", 403)
        rows = [row for row in self.lists.get(resource, []) if _fits(row, asked.query)]
        assert asked.query.get("sort", "[id_ASC]") == "[id_ASC]"
        rows.sort(key=lambda row: int(row["id"]))
        if "limit" in asked.query:
            offset, _, count = asked.query["limit"].rpartition(",")
            rows = rows[int(offset or 0) : int(offset or 0) + int(count)]
        if f"price[{SHOWN}][use_tax]" in asked.query:
            rows = [{**row, SHOWN: f"{float(row['price']) * 1.22:.6f}"} for row in rows]
        headers = {"PSWS-Version": "8.1.0"}
        if self.xml or asked.query.get("output_format") != "JSON":
            return Answered(_document(resource, rows), 200, headers)
        return Answered(json.dumps({resource: rows} if rows else []).encode(), 200, headers)


def _fits(row: dict[str, Any], query: dict[str, str]) -> bool:
    for name, wanted in query.items():
        if not name.startswith("filter["):
            continue
        field = name.removeprefix("filter[").removesuffix("]")
        inner = wanted.removeprefix("[").removesuffix("]")
        value = str(row.get(field, ""))
        if field.startswith("date_"):
            assert query.get("date") == "1", "a filter for dates needs date=1"
            low, _, high = inner.partition(",")
            fits = low <= value <= high
        elif "," in inner:
            low, _, high = inner.partition(",")
            fits = int(low) <= int(value) <= int(high)
        else:
            fits = value in inner.split("|")
        if not fits:
            return False
    return True


def _document(resource: str, rows: list[dict[str, Any]]) -> bytes:
    one = _ONE.get(resource, resource.removesuffix("s"))
    inner = "".join(f"<{one}>{_fields(row)}</{one}>" for row in rows)
    head = '<?xml version="1.0" encoding="UTF-8"?><prestashop xmlns:xlink="http://www.w3.org/1999/xlink">'
    return f"{head}<{resource}>{inner}</{resource}></prestashop>".encode()


def _fields(row: dict[str, Any]) -> str:
    return "".join(f"<{name}>{_value(name, value)}</{name}>" for name, value in row.items())


def _value(name: str, value: Any) -> str:
    if name == "associations":
        groups = value.items()
        return "".join(f"<{g}>{''.join(f'<one>{_fields(o)}</one>' for o in os)}</{g}>" for g, os in groups)
    if isinstance(value, list):
        return "".join(f'<language id="{one["id"]}">{escape(one["value"])}</language>' for one in value)
    return f"<![CDATA[{value}]]>" if value != "" else ""
