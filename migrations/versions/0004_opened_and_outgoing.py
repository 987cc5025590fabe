"""Which mail was found read by the owner; and every connection that was made, to whom and what for.

Revision: 0004
Follows: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "opened",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column(
            "message_id",
            _NUMBER,
            sa.ForeignKey("message.id", name="fk_opened_message_id"),
            nullable=False,
        ),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_opened"),
        sa.UniqueConstraint("message_id", name="uq_opened_message_id"),
    )
    op.create_table(
        "outgoing",
        sa.Column("id", _NUMBER, nullable=False),
        _text("account"),
        _text("way"),
        _text("host"),
        sa.Column("port", sa.Integer(), nullable=False),
        _text("number"),
        sa.Column(
            "attempt_id",
            _NUMBER,
            sa.ForeignKey("attempt.id", name="fk_outgoing_attempt_id"),
            nullable=True,
        ),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outgoing"),
    )
    op.create_index("ix_outgoing_at", "outgoing", ["at"])
    op.create_index("ix_outgoing_attempt_id", "outgoing", ["attempt_id"])


_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False)
