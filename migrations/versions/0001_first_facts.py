"""The first schema: what was seen, judged, said and done.

Types are spelt out here and not taken from `ledger.tables`: a released migration never changes,
while today's tables do. Moments are microseconds since 1970 UTC.

Revision: 0001
Follows: None
"""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _seen()
    _judged_and_said()
    _done()


def _seen() -> None:
    _table(
        "sender",
        *(_text(name) for name in ("account", "kind", "value", "name", "organisation")),
        _big("recorded"),
        sa.UniqueConstraint("value", "kind", "account", name="uq_sender_value"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sender_organisation", "sender", ["organisation"])
    _table(
        "message",
        *(_text(name) for name in ("account", "key", "message_id")),
        _reference("sender_id", "sender", "message", nullable=True),
        *(_text(name) for name in ("name", "address", "alias")),
        _big("arrived"),
        _big("claimed_date", nullable=True),
        _big("size"),
        *(_text(name) for name in ("subject", "kind", "signs", "mechanisms")),
        sa.Column("authenticated", sa.Boolean(), nullable=True),
        _big("recorded"),
        sa.UniqueConstraint("key", "account", name="uq_message_key"),
    )
    op.create_index("ix_message_sender_id", "message", ["sender_id", "kind", "arrived"])
    op.create_index("ix_message_account", "message", ["account", "arrived", "sender_id", "kind"])
    op.create_index("ix_message_message_id", "message", ["message_id", "account"])
    _table(
        "place",
        *_where(),
        _reference("message_id", "message", "place"),
        sa.Column("in_junk", sa.Boolean(), nullable=False),
        _big("recorded"),
        _one_place("place"),
    )
    op.create_index("ix_place_message_id", "place", ["message_id"])
    _table(
        "trait",
        _reference("sender_id", "sender", "trait"),
        _text("trait"),
        _text("value"),
        _big("recorded"),
        sa.UniqueConstraint("sender_id", "trait", "value", name="uq_trait_sender_id"),
    )
    _table(
        "trace",
        *(_text(name) for name in ("account", "kind", "organisation", "address")),
        _big("at"),
        _text("message_id"),
        _text("quote"),
        _big("recorded"),
        sa.UniqueConstraint(
            *("organisation", "address", "message_id", "kind", "at", "account"),
            name="uq_trace_organisation",
        ),
    )
    _table(
        "quarantine",
        *_where(),
        _big("arrived"),
        _text("reason"),
        _big("recorded"),
        _one_place("quarantine"),
    )
    _table("cursor", *_where(), _big("recorded"))
    op.create_index("ix_cursor_account", "cursor", ["account", "folder", "id"])


def _judged_and_said() -> None:
    _table(
        "verdict",
        _reference("sender_id", "sender", "verdict"),
        *(_text(name) for name in ("kind", "standing", "reason", "because")),
        _big("at"),
    )
    op.create_index("ix_verdict_sender_id", "verdict", ["sender_id", "id"])
    _table("word", _text("account", nullable=True), _text("answer"), _text("target"), _big("at"))
    _table("forgotten", _text("digest"), _text("answer"), _big("said"), _big("at"))
    op.create_index("ix_forgotten_digest", "forgotten", ["digest"])
    salt = _table("salt", _text("salt"))
    op.bulk_insert(salt, [{"salt": secrets.token_hex(32)}])
    _table("standing_rule", _text("account"), _text("mode"), _big("at"))
    op.create_index("ix_standing_rule_account", "standing_rule", ["account", "id"])
    _table("learned", _text("account"), _text("authserv_id"), _big("at"))
    op.create_index("ix_learned_account", "learned", ["account", "id"])


def _done() -> None:
    _table("run", _text("account"), _text("command"), _text("rule"), _big("began"))
    _table(
        "run_end",
        _reference("run_id", "run", "run_end"),
        _big("ended"),
        sa.UniqueConstraint("run_id", name="uq_run_end_run_id"),
    )
    _table(
        "attempt",
        _reference("run_id", "run", "attempt"),
        _reference("sender_id", "sender", "attempt"),
        *(_text(name) for name in ("mechanism", "host", "message_id", "rule")),
        _big("at"),
    )
    op.create_index("ix_attempt_sender_id", "attempt", ["sender_id", "id"])
    op.create_index("ix_attempt_at", "attempt", ["at"])
    _table(
        "attempt_result",
        _reference("attempt_id", "attempt", "attempt_result"),
        _text("outcome"),
        _text("detail"),
        sa.Column("status", sa.Integer(), nullable=True),
        _text("owner_url"),
        _big("retry_at", nullable=True),
        _text("rule"),
        _big("sent"),
        _big("at"),
    )
    op.create_index("ix_attempt_result_attempt_id", "attempt_result", ["attempt_id", "id"])
    op.create_index("ix_attempt_result_at", "attempt_result", ["at"])
    _table(
        "move",
        *_where(),
        _reference("run_id", "run", "move"),
        *(_text(name) for name in ("key", "message_id", "destination")),
        _big("at"),
    )
    op.create_index("ix_move_key", "move", ["key"])
    op.create_index("ix_move_run_id", "move", ["run_id"])
    _table(
        "move_event",
        _reference("move_id", "move", "move_event"),
        _text("event"),
        _text("folder", nullable=True),
        _big("uidvalidity", nullable=True),
        _big("uid", nullable=True),
        _big("at"),
    )
    op.create_index("ix_move_event_move_id", "move_event", ["move_id", "id"])
    _table(
        "report_sent", sa.Column("month", sa.Date(), nullable=False), _text("recipient"), _big("at")
    )
    op.create_index("ix_report_sent_month", "report_sent", ["month"])


_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _table(
    name: str, *columns: sa.Column | sa.Constraint, sqlite_autoincrement: bool = False
) -> sa.Table:
    return op.create_table(
        name,
        sa.Column("id", _NUMBER, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_autoincrement=sqlite_autoincrement,
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _big(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _reference(name: str, to: str, table: str, *, nullable: bool = False) -> sa.Column:
    key = sa.ForeignKey(f"{to}.id", name=f"fk_{table}_{name}")
    return sa.Column(name, _NUMBER, key, nullable=nullable)


def _where() -> tuple[sa.Column, ...]:
    return _text("account"), _text("folder"), _big("uidvalidity"), _big("uid")


def _one_place(table: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(
        "account", "folder", "uidvalidity", "uid", name=f"uq_{table}_account"
    )
