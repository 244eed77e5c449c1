"""Two help desks over real HTTP, as far as the hub asks them: small pages, credentials, limits."""

import base64

from clienteling.hub.connectors import moments
from tests.hub.sources.asked import json, refused
from tests.hub.sources.fake_shop import Answered, Asked

PAGE = 2


def basic(asked: Asked) -> str:
    return base64.b64decode(asked.headers.get("authorization", "").removeprefix("Basic ")).decode()


class FakeZendesk:
    """Incremental exports by cursor and a ticket's comments."""

    def __init__(self) -> None:
        self.users: list[dict] = []
        self.tickets: list[dict] = []
        self.comments: dict[str, list[dict]] = {}
        self.busy = 0
        """So many requests are told to wait."""

    def __call__(self, asked: Asked) -> Answered:
        if basic(asked) != "agent@example.org/token:t0ken":
            return refused(asked)
        if self.busy:
            self.busy -= 1
            return json({"error": "TooManyRequests"}, 429, **{"retry-after": "30"})
        parts = asked.path.strip("/").split("/")[2:]
        match parts:
            case ["incremental", resource, "cursor"]:
                return self._export(resource, asked.query)
            case ["tickets", "count"]:
                return json({"count": {"value": len(self.tickets)}})
            case ["tickets", ticket, "comments"]:
                return self._comments(ticket, asked.query)
        return json({"error": "RecordNotFound"}, 404)

    def _export(self, resource: str, query: dict[str, str]) -> Answered:
        if "cursor" in query:
            start, _, offset = query["cursor"].partition("/")
        else:
            start, offset = query["start_time"], "0"
        everything = self.users if resource == "users" else self.tickets
        changed = [one for one in everything if moments.written(one["updated_at"]) >= int(start) * 1000]
        end = int(offset) + PAGE
        page = {
            resource: changed[int(offset) : end],
            "after_cursor": f"{start}/{end}",
            "end_of_stream": end >= len(changed),
        }
        return json(page)

    def _comments(self, ticket: str, query: dict[str, str]) -> Answered:
        after = int(query.get("page[after]", "0"))
        comments = self.comments.get(ticket, [])
        some = comments[after : after + PAGE]
        writers = {one["author_id"] for one in some}
        return json(
            {
                "comments": some,
                "users": [user for user in self.users if user["id"] in writers],
                "meta": {"has_more": after + PAGE < len(comments), "after_cursor": str(after + PAGE)},
            }
        )


class FakeFreshdesk:
    """Contacts, tickets and conversations of API v2: pages by number, a hundred at most."""

    def __init__(self) -> None:
        self.contacts: list[dict] = []
        self.tickets: list[dict] = []
        self.conversations: dict[str, list[dict]] = {}

    def __call__(self, asked: Asked) -> Answered:
        if basic(asked) != "k3y:X":
            return refused(asked)
        match asked.path.strip("/").split("/")[2:]:
            case ["agents", "me"]:
                return json({"id": 1})
            case ["contacts"]:
                return self._page(_changed(self.contacts, asked.query["_updated_since"]), asked.query)
            case ["tickets"]:
                return self._page(_changed(self.tickets, asked.query["updated_since"]), asked.query)
            case ["tickets", ticket, "conversations"]:
                return self._page(self.conversations.get(ticket, []), asked.query)
        return json({}, 404)

    def _page(self, items: list[dict], query: dict[str, str]) -> Answered:
        size, number = int(query["per_page"]), int(query["page"])
        if size > 100 or number > 300:
            return json({"description": "Validation failed"}, 400)
        return json(items[(number - 1) * size : number * size])


def _changed(items: list[dict], since: str) -> list[dict]:
    found = [one for one in items if one["updated_at"] >= since]
    return sorted(found, key=lambda one: one["updated_at"])
