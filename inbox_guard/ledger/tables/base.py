"""What every table is made of: numbers, and places in a mailbox."""

from sqlalchemy import BigInteger, Column, MetaData, Named, TypedColumns

from inbox_guard.ledger.columns import NUMBER, Name

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


class Numbered(TypedColumns):
    """A row with a number of its own."""

    id: Named[int] = Column(NUMBER, primary_key=True)


class Placed(TypedColumns):
    """A row about a message in a folder, by its IMAP name (RFC 9051 §2.3.1.1)."""

    account: Named[str] = Column(Name, nullable=False)
    folder: Named[str] = Column(Name, nullable=False)
    uidvalidity: Named[int] = Column(BigInteger, nullable=False)
    uid: Named[int] = Column(BigInteger, nullable=False)
