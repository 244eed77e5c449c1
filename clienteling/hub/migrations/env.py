"""Run by Alembic for every command; the connection comes from `clienteling.hub.migrations`."""

from alembic import context

from clienteling.hub.migrations import SCHEMAS

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=list(SCHEMAS),
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
