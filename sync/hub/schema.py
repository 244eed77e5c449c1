"""The hub's own tables; the application creates them beside its own."""

import sqlalchemy as sa

metadata = sa.MetaData()
