"""The hub's database is made and changed by numbered steps (Alembic), never by hand.

A new step: change the tables, then `python -m clienteling.hub.migrations "what it is for"` writes its draft
into `versions/`; read it, and give it the next number.
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from clienteling.errors import DatabaseTooNew
from clienteling.hub.bookmark import bookmark
from clienteling.hub.goods.tables import foreign_level, foreign_product, foreign_variant, picture
from clienteling.hub.identity.matching.tables import match_key, probable_match
from clienteling.hub.identity.tables import stranger, waiting_event
from clienteling.hub.importing.tables import imported_row
from clienteling.hub.insight.tables import counted_receipt, pair_count, product_count
from clienteling.hub.intake.tables import raw_payload, taken_item
from clienteling.hub.kpi.tables import counted_on, late_record, left_of_day, stale_day
from clienteling.hub.privacy.tables import anonymous_record, erased_name, written_name
from clienteling.hub.schema import metadata as hub_metadata
from clienteling.hub.sources.tables import source_position
from clienteling.replicated import REGISTRY
from clienteling.schema import metadata as trunk_metadata
from sync.hub.databases.database import opening
from sync.hub.gone.cursors import cursor
from sync.hub.gone.erasures import erased, erasure, told
from sync.hub.gone.tombstones import mark
from sync.hub.schema import metadata as sync_metadata
from sync.hub.scopes.members import member, moved
from sync.hub.trust.devices import device
from sync.hub.trust.pairing import pairing
from sync.hub.trust.sealing import sealing_mark

SCHEMAS = (trunk_metadata, sync_metadata, hub_metadata)
DECLARED = (
    *(collection.table for collection in REGISTRY),
    *(device, pairing, sealing_mark),
    *(member, moved, mark, cursor),
    *(erased, erasure, told),
    *(bookmark, match_key, probable_match),
    *(counted_receipt, product_count, pair_count),
    *(stale_day, counted_on, late_record, left_of_day),
    *(stranger, waiting_event, raw_payload, taken_item, source_position, imported_row),
    *(foreign_product, foreign_variant, foreign_level, picture),
    *(erased_name, anonymous_record, written_name),
)
"""Named so that every module which declares a table has been read."""


def upgrade(engine: sa.Engine) -> None:
    """Bring the database to this version's tables; changes nothing where it has them already.

    Raises DatabaseTooNew, changing nothing.
    """
    with opening(engine) as connection:
        _check_known(connection)
        command.upgrade(_config(connection), "head")


def draft(engine: sa.Engine, reason: str, number: str) -> None:
    """Write the next step's draft: what differs between an upgraded database and the tables in code."""
    with engine.begin() as connection:
        command.revision(_config(connection), reason, autogenerate=True, rev_id=number)


def _check_known(connection: sa.Connection) -> None:
    steps = ScriptDirectory.from_config(_config(connection))
    known = {step.revision for step in steps.walk_revisions()}
    for stands in MigrationContext.configure(connection).get_current_heads():
        if stands not in known:
            raise DatabaseTooNew(int(stands), int(max(known)))


def _config(connection: sa.Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("file_template", "v%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
