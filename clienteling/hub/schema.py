"""The MetaData of what only the hub keeps: raw payloads, strangers, what waits for a name."""

import sqlalchemy as sa

from clienteling.schema import metadata as trunk

metadata = sa.MetaData(naming_convention=trunk.naming_convention)
