"""Her file for another system: JSON, every record whole, instants as ISO 8601 in UTC."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from clienteling.hub.privacy.file.contents import Contents, Row

FORMAT = "clienteling customer file, version 1"
_INSTANTS = frozenset({"at", "received_at"})


def as_json(contents: Contents) -> bytes:
    document = {
        "format": FORMAT,
        "made_at": _instant(contents.made_at),
        "made_by": contents.hub_name,
        "language": contents.customer.language,
        "records": {name: [_portable(row) for row in rows] for name, rows in contents.records.items()},
        "consents": [
            {
                "purpose": state.purpose.value,
                "granted": state.granted,
                "expired": state.expired,
                "asked": state.asked,
                "until": _instant(state.expires_at),
                "text": text,
            }
            for state, _, text in contents.consents
        ],
        "received_from": [
            {"source": p.source, "call": p.call, "received_at": _instant(p.received_at), "bytes": p.size}
            for p in contents.payloads
        ],
        "imported_from": [_portable(row) for row in contents.imported],
        "opened_by": [
            {"at": _instant(a.at), "who": a.associate_name, "where": a.store_name, "why": a.why.value}
            for a in contents.accesses
        ],
        "kept_for_months": {keep.value: number for keep, number in contents.months.items()},
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2)


def _portable(row: Row) -> Mapping[str, Any]:
    return {name: _instant(value) if _is_instant(name) else value for name, value in row.items()}


def _is_instant(name: str) -> bool:
    return name in _INSTANTS or name.endswith("_at")


def _instant(at: int | None) -> str | None:
    return None if at is None else datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")
