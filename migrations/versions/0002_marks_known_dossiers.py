"""What messages carry, what the owner brings in from outside, and first contacts, frozen.

Revision: 0002
Follows: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _table(
        "mark",
        _of_sender("mark"),
        *(_text(name) for name in ("kind", "value", "quote", "message_id")),
        _big("at"),
        _big("recorded"),
        sa.UniqueConstraint("sender_id", "kind", "value", name="uq_mark_sender_id"),
    )
    _table(
        "known",
        _text("account", nullable=True),
        *(_text(name) for name in ("kind", "who", "detail")),
        _big("happened", nullable=True),
        _text("source"),
        _big("at"),
    )
    op.create_index("ix_known_who", "known", ["who"])
    _table(
        "dossier",
        _of_sender("dossier"),
        _text("message_id"),
        _big("arrived"),
        *(_text(name) for name in ("alias", "sha256")),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        *(_text(name) for name in ("provider", "campaign", "checklist")),
        _big("frozen"),
        sa.UniqueConstraint("sender_id", name="uq_dossier_sender_id"),
    )
    op.add_column("verdict", sa.Column("rules", sa.Text(), nullable=False, server_default=""))


_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _table(name: str, *columns: sa.Column | sa.Constraint) -> None:
    key = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    op.create_table(name, sa.Column("id", _NUMBER, nullable=False), *columns, key)


def _text(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _big(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _of_sender(table: str) -> sa.Column:
    key = sa.ForeignKey("sender.id", name=f"fk_{table}_sender_id")
    return sa.Column("sender_id", _NUMBER, key, nullable=False)
