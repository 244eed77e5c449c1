"""How many people make a team, as hub.toml says it, for the tablets."""

import sqlalchemy as sa

from clienteling.basis.tables import RULE, sight_rule
from clienteling.hub.house import Hub

ALONE = "sight"
"""Where several hub processes share a database: one at a time."""


def write_rule(hub: Hub) -> None:
    """At each start; what stands there already is not written again."""
    least = hub.settings.smallest_team
    told = sa.select(sight_rule.c.least_people).where(sight_rule.c.id == RULE)
    with hub.store.read() as conn:
        if conn.scalar(told) == least:
            return
    with hub.store.write() as writer:
        writer.alone(ALONE)
        if writer.connection.scalar(told) is None:
            writer.insert("sight_rule", {"id": RULE, "least_people": least})
        else:
            writer.update("sight_rule", RULE, {"least_people": least})
