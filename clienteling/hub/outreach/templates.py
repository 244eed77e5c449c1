"""The shop's templates at the hub: the first ones, and whole new lists from a file."""

from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from clienteling.outreach.tables import outreach_template
from clienteling.outreach.values import Template
from sync.hub.writer import HubWriter


def replace(writer: HubWriter, templates: Iterable[Template]) -> None:
    """From now on these are offered, in this order. Any other keeps its name for what was sent with it."""
    here = {row.id: row for row in writer.connection.execute(sa.select(outreach_template))}
    wanted = {template.id: _row(template, place) for place, template in enumerate(templates)}
    for template_id, row in wanted.items():
        if template_id not in here:
            writer.insert("outreach_template", {"id": template_id, **row})
        elif row != {name: getattr(here[template_id], name) for name in row}:
            writer.update("outreach_template", template_id, row)
    for template_id, row in here.items():
        if template_id not in wanted and not row.gone:
            writer.update("outreach_template", template_id, {"gone": True})


def _row(template: Template, place: int) -> dict[str, object]:
    return {
        "topic": template.topic.value,
        "about": template.about.value,
        "ways": [way.value for way in template.ways],
        "words": msgspec.to_builtins(dict(template.words)),
        "place": place,
        "gone": False,
    }
