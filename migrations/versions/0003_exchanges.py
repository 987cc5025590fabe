"""Every request of an attempt and its answer: what was asked, what came back, and the page as it came.

Revision: 0003
Follows: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exchange",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column(
            "attempt_id",
            _NUMBER,
            sa.ForeignKey("attempt.id", name="fk_exchange_attempt_id"),
            nullable=False,
        ),
        *(_text(name) for name in ("method", "host", "answered_by", "pressed")),
        sa.Column("status", sa.Integer(), nullable=True),
        *(_text(name) for name in ("page", "says", "excerpt")),
        _big("octets"),
        _text("sha256"),
        sa.Column("snapshot", sa.LargeBinary(), nullable=False),
        *(_text(name) for name in ("rule", "refused")),
        _big("busy_until", nullable=True),
        _big("at"),
        sa.PrimaryKeyConstraint("id", name="pk_exchange"),
    )
    op.create_index("ix_exchange_attempt_id", "exchange", ["attempt_id", "id"])
    op.create_index("ix_exchange_busy_until", "exchange", ["busy_until"])


_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False)


def _big(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)
