"""A customer of the shop's own system who has no record here yet gets one."""

from datetime import UTC, datetime

import msgspec

from clienteling.hub.connectors.heard import Profile
from sync.writer import Writer


def found(writer: Writer, profile: Profile | None, since: int) -> str:
    """Her record, with what her account says of her. No shop is hers until she comes to one.

    `since` is when she became a customer there, in milliseconds since 1970 UTC; 0 where that is not known.
    """
    said = msgspec.to_builtins(profile) if profile is not None else {}
    values = {field: value for field, value in said.items() if value}
    if since:
        values["since_on"] = datetime.fromtimestamp(since / 1000, UTC).date().isoformat()
    return writer.insert("customer", values)
