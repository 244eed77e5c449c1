"""The figures of a shop's day worked out once more, from all records in the simplest way that there is."""

from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import sqlalchemy as sa

from clienteling.replicated import REGISTRY

DAY = 86_400_000
DOINGS = {"ordered", "product_viewed", "message_in", "call_in"}


class Plain:
    def __init__(self, conn: sa.Connection) -> None:
        def rows(name):
            return [dict(row) for row in conn.execute(sa.select(REGISTRY[name].table)).mappings()]

        self.zones = {row["id"]: ZoneInfo(row["time_zone"]) for row in rows("store")}
        self.alias = {row["id"]: row["customer_id"] for row in rows("customer_alias")}
        self.every = self._mine(rows("interaction"))
        self.deeds = standing(self.every)
        self.events = self._mine(rows("event"))
        self.promises = self._mine(rows("promise"))
        self.tasks = self._mine(rows("task"))
        self.judged = standing(self._mine(rows("suggestion_feedback")))
        self.consents = standing(self._mine(rows("consent")))

    def _mine(self, rows):
        for row in rows:
            row["who"] = self.alias.get(row["customer_id"], row["customer_id"])
        return rows

    def day(self, store_id: str, at: int | None) -> date | None:
        return at and datetime.fromtimestamp(at / 1000, self.zones[store_id]).date()

    def on(self, rows, store_id, day, when="at"):
        return [row for row in rows if row["store_id"] == store_id and self.day(store_id, row[when]) == day]

    def parts(self, store_id: str, day: date) -> dict:
        deeds = self.on(self.deeds, store_id, day)
        came = [deed for deed in deeds if deed["kind"] not in {"call", "message"}]
        visits = {deed["visit_id"] or deed["id"]: False for deed in came}
        for deed in came:
            visits[deed["visit_id"] or deed["id"]] |= deed["who"] is not None
        sales = [deed for deed in deeds if deed["kind"] == "sale"]
        here = {deed["who"] for deed in came} - {None}
        due = [
            one
            for one in self.promises
            if one["store_id"] == store_id and one["due_on"] == str(day) and one["state"] != "cancelled"
        ]
        kept = [
            one
            for one in due
            if one["state"] == "kept"
            and (not one["closed_at"] or self.day(store_id, one["closed_at"]) <= day)
        ]
        done = [
            one
            for one in self.on(self.tasks, store_id, day, "closed_at")
            if one["state"] == "done" and one["kind"] in {"follow_up", "call", "write"} and one["who"]
        ]
        answers = self.on(self.consents, store_id, day)
        return {
            "visits": len(visits),
            "identified": sum(visits.values()),
            "interactions": len(deeds),
            "known": receipts(sale for sale in sales if sale["who"]),
            "unknown": receipts(sale for sale in sales if not sale["who"]),
            "returned": receipts((deed for deed in deeds if deed["kind"] == "return"), everything=True),
            "promises_due": len(due),
            "promises_kept": len(kept),
            "lost": dict(Counter(reason for deed in deeds for reason in lost(deed))),
            "suggestions": self._led(self.on(self.judged, store_id, day), "kind", "at"),
            "rules": self._led(done, "rule", "closed_at"),
            "consents": dict(Counter(one["purpose"] for one in answers if one["granted"])),
            "refusals": dict(Counter(one["purpose"] for one in answers if not one["granted"])),
            "customers": len(here),
            "two_channels": sum(self._elsewhere(who, store_id, day) for who in here),
            "recorded": len([one for one in self.on(self.every, store_id, day) if not one["corrects"]]),
        }

    def _elsewhere(self, who, store_id, day) -> bool:
        midnight = datetime.combine(day + timedelta(days=1), datetime.min.time(), self.zones[store_id])
        until = round(midnight.timestamp() * 1000)
        ways = [one for one in self.events if one["kind"] in DOINGS]
        ways += [one for one in self.deeds if one["kind"] in {"call", "message"}]
        return any(one["who"] == who and until - 90 * DAY <= one["at"] < until for one in ways)

    def _led(self, tried, kind, when) -> dict:
        found: dict[str, Counter] = {}
        for one in tried:
            after = [
                deed
                for deed in (*self.deeds, *self.events)
                if deed["who"] == one["who"] and one[when] < deed["at"] <= one[when] + 30 * DAY
            ]
            goods = {
                item["product_id"]
                for deed in after
                for item in items(deed)
                if deed["kind"] == "ordered" or (deed["kind"] == "sale" and item.get("bought"))
            }
            wanted = one.get("other_product_id")
            useful = one.get("useful") or one.get("outcome") in {"reached", "comes"}
            there = any("items" in deed and deed["kind"] not in {"call", "message"} for deed in after)
            found.setdefault(one[kind], Counter()).update(
                tried=1,
                useful=bool(useful),
                returned=there,
                sold=wanted in goods if wanted else bool(goods),
            )
        return {name: {k: v for k, v in one.items() if v} for name, one in found.items()}


def standing(rows) -> list:
    gone = {row["corrects"] for row in rows}
    return [row for row in rows if row["id"] not in gone and row["correction"] != "undone"]


def items(deed) -> list[dict]:
    if "detail" in deed:
        return (deed["detail"] or {}).get("items", [])
    return deed["items"] or []


def receipts(deeds, *, everything: bool = False) -> dict:
    deeds = list(deeds)
    counted = [item for deed in deeds for item in items(deed) if everything or item.get("bought")]
    cents = sum(item.get("quantity", 1) * item.get("price_cents", 0) for item in counted)
    return {"count": len(deeds), "cents": cents, "pieces": sum(item.get("quantity", 1) for item in counted)}


def lost(deed) -> list[str]:
    if deed["kind"] not in {"not_bought", "sale", "fitting"}:
        return []
    why = [item["reason"] for item in items(deed) if item.get("reason") and not item.get("bought")]
    if deed["kind"] == "not_bought" and not why:
        return ["" for _ in items(deed)] or [""]
    return why


def bare(parts: object) -> dict:
    """Without what is nothing, and without what only the hub can know."""
    found = msgspec.to_builtins(parts)
    found.pop("late", None)
    return {name: value for name, value in found.items() if _says(value)}


def _says(value) -> bool:
    return any(map(_says, value.values())) if isinstance(value, dict) else bool(value)
