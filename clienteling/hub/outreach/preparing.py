"""What tablets need before anybody writes to a customer: the shop's rule, and templates to begin with."""

import sqlalchemy as sa

from clienteling.hub.house import Hub
from clienteling.hub.outreach.templates import replace
from clienteling.outreach.sheet import seeded
from clienteling.outreach.tables import RULE, outreach_rule, outreach_template

ALONE = "outreach"
"""Where several hub processes share a database: one at a time."""


def prepare(hub: Hub) -> None:
    """At each start; what stands there already is not written again."""
    wanted = {
        "most": hub.settings.outreach.limit.most,
        "days": hub.settings.outreach.limit.days,
        "pages": hub.settings.outreach.pages,
    }
    with hub.store.read() as conn:
        rule, templates = _there(conn)
    if rule == wanted and templates:
        return
    with hub.store.write() as writer:
        writer.alone(ALONE)
        rule, templates = _there(writer.connection)
        if rule is None:
            writer.insert("outreach_rule", {"id": RULE, **wanted})
        elif rule != wanted:
            writer.update("outreach_rule", RULE, wanted)
        if not templates:
            replace(writer, seeded())


def _there(conn: sa.Connection) -> tuple[dict[str, object] | None, bool]:
    """The rule as it stands, and whether there was ever a template."""
    row = conn.execute(sa.select(outreach_rule).where(outreach_rule.c.id == RULE)).first()
    templates = conn.execute(sa.select(outreach_template.c.id).limit(1)).first()
    rule = {"most": row.most, "days": row.days, "pages": row.pages} if row else None
    return rule, templates is not None
