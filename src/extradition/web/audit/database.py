"""The audit record in a database; the only importer of ``sqlalchemy``.

Entries are added and never changed: the code has no update and no deletion, and triggers refuse both.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import asdict
from typing import Any

from extradition.source import MissingExtraError, Problem, SourceError, nearest
from extradition.web.audit.audited import Audited, NotRecordedError

try:
    import sqlalchemy as sa
except ModuleNotFoundError as error:
    raise MissingExtraError("the audit record", "audit") from error

_TRIAL = Audited(
    at_utc=dt.datetime.fromtimestamp(0, dt.UTC),
    asked_by=None,
    route="",
    status=0,
    asked_sha256="",
    answered_sha256=None,
    rule_book="",
    made_by="",
)
"""The entry that is added and taken back, under a number that no entry has."""
_HASH = sa.String(64)
_METADATA = sa.MetaData()
_TABLE = sa.Table(
    "audit_record",
    _METADATA,
    sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), sa.Identity(), primary_key=True),
    sa.Column("at_utc", sa.DateTime, nullable=False),
    sa.Column("asked_by", sa.Text),
    sa.Column("route", sa.Text, nullable=False),
    sa.Column("status", sa.Integer, nullable=False),
    sa.Column("asked_sha256", _HASH, nullable=False),
    sa.Column("answered_sha256", _HASH),
    sa.Column("rule_book", sa.Text, nullable=False),
    sa.Column("made_by", sa.Text, nullable=False),
    sqlite_autoincrement=True,  # the number of the last entry is never given again
)
_LOCK = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "SELECT pg_advisory_xact_lock(2003)"}
"""What lets one process at a time make the table, in each kind of database that can hold the record."""
_SQLITE_TRIGGER = (
    "CREATE TRIGGER audit_record_keeps_on_{change} BEFORE {change} ON audit_record {when}"
    "BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END"
)
_GUARDS = {
    "sqlite": (
        _SQLITE_TRIGGER.format(change="UPDATE", when=""),
        _SQLITE_TRIGGER.format(change="DELETE", when=""),
        _SQLITE_TRIGGER.format(  # without it, INSERT OR REPLACE would change an entry
            change="INSERT", when="WHEN NEW.number IN (SELECT number FROM audit_record) "
        ),
    ),
    "postgresql": (
        (
            "CREATE FUNCTION audit_record_keeps() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the audit record is append-only'; END $$"
        ),
        (
            "CREATE TRIGGER audit_record_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_record "
            "FOR EACH STATEMENT EXECUTE FUNCTION audit_record_keeps()"
        ),
    ),
}
"""The triggers that keep the entries as they are."""


class AuditDatabase:
    """The audit record in SQLite or PostgreSQL. Its table is made if it is not there.

    Args:
        url: the path of an SQLite file, or the URL of a database.

    Raises:
        SourceError: the record cannot be kept there.
        MissingExtraError: the packages that reach the database are not installed.
    """

    def __init__(self, url: str) -> None:
        self._engine = _engine_of(url)
        try:
            self._open()
        except SourceError:
            self.close()
            raise

    def _open(self) -> None:
        try:
            with self._engine.begin() as connection:
                found = _columns_of_table(connection)
        except sa.exc.SQLAlchemyError as error:
            raise _unusable(f"cannot be opened: {_words_of(error, self._engine.url.password)}") from None
        if found != set(_TABLE.columns.keys()):
            raise _unusable("has a table audit_record with other columns; name a new database")
        try:
            self.examine()
        except NotRecordedError:
            raise _unusable("cannot be written") from None

    def close(self) -> None:
        """Close the connections; the record stays."""
        self._engine.dispose()

    def add(self, entry: Audited) -> None:
        """Add *entry*, so that it is there when this returns.

        Args:
            entry: one request and its answer.

        Raises:
            NotRecordedError: the record cannot be written.
        """
        try:
            with self._engine.begin() as connection:
                connection.execute(sa.insert(_TABLE), _row_of(entry))
        except sa.exc.SQLAlchemyError as error:
            raise NotRecordedError from error

    def examine(self) -> None:
        """Find out whether an entry can be added now: one is added and taken back.

        Raises:
            NotRecordedError: the record cannot be written.
        """
        try:
            with self._engine.connect() as connection:  # what is not committed is taken back
                connection.execute(sa.insert(_TABLE), {"number": 0, **_row_of(_TRIAL)})
        except sa.exc.SQLAlchemyError as error:
            raise NotRecordedError from error


def _columns_of_table(connection: sa.Connection) -> set[str]:
    """The names of the columns of the table. It is made, with its triggers, if it is not there."""
    kind = connection.dialect.name
    connection.exec_driver_sql(_LOCK[kind])
    if not sa.inspect(connection).has_table(_TABLE.name):
        _METADATA.create_all(connection, checkfirst=False)
        for guard in _GUARDS[kind]:
            connection.exec_driver_sql(guard)
    return {column["name"] for column in sa.inspect(connection).get_columns(_TABLE.name)}


def _row_of(entry: Audited) -> dict[str, Any]:
    return {**asdict(entry), "at_utc": entry.at_utc.astimezone(dt.UTC).replace(tzinfo=None)}


def _engine_of(text: str) -> sa.Engine:
    """The engine for the database that *text* names. The packages that reach it are loaded.

    Raises:
        SourceError: *text* names no database that can hold the record.
        MissingExtraError: the packages that reach the database are not installed.
    """
    try:
        url = sa.make_url(text) if "://" in text else sa.URL.create("sqlite", database=text)
    except sa.exc.ArgumentError:
        raise _unusable("is not the URL of a database") from None
    kind = url.get_backend_name()
    if kind not in _GUARDS:
        hint = nearest(kind, _GUARDS)
        raise _unusable(f"is a URL of {kind}; the record is kept in SQLite or PostgreSQL{hint}")
    if kind == "sqlite":
        _make_private(url.database)
    elif url.drivername == kind:
        url = url.set(drivername=f"{kind}+psycopg")
    try:
        return sa.create_engine(url, pool_pre_ping=True)  # the server may have closed an idle connection
    except ModuleNotFoundError as error:
        raise MissingExtraError("the audit record in PostgreSQL", "postgresql") from error


def _make_private(path: str | None) -> None:
    """Make the file at *path*, readable by its owner alone, if it is not there."""
    if path in {None, "", ":memory:"}:
        raise _unusable("names no file; a record in memory would be lost")
    try:
        os.close(os.open(str(path), os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise _unusable(f"cannot be opened: {(error.strerror or str(error)).lower()}") from None


def _words_of(error: Exception, password: str | None) -> str:
    """The reason that the database gives, in its own words, without the address and the *password*.

    ``connection to server at "127.0.0.1", port 1 failed: Connection refused`` ends in "Connection refused".
    """
    said = str(getattr(error, "orig", error)).strip().partition("\n")[0].rpartition("failed: ")[2]
    return said.replace(password, "***") if password else said


def _unusable(why: str) -> SourceError:
    """The fault of the option; the URL is left out, because it may hold a password."""
    return SourceError([Problem(None, "--audit", why)])
