"""Runs the migrations on the connection, and in the transaction, that `ledger.migrate` began."""

from alembic import context

from inbox_guard.ledger.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,  # Alembic believes SQLite cannot: ours begins its transactions itself
    render_as_batch=True,
)

with context.begin_transaction():
    context.run_migrations()
