"""The versions that a user or a law assumes, by their ids: each known, and one of each question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extradition.rule_book.version import Version
from extradition.source import OptionError, UnknownLawError, nearest


def version_named(name: str, known: Mapping[str, tuple[str, Version]]) -> tuple[str, Version]:
    """The version of that id, after the provision of its question.

    Args:
        name: the id of a version.
        known: every version with the provision of its question, by the id of the version.

    Raises:
        UnknownLawError: no version has that id.

    >>> version_named("no-such-version", {})
    Traceback (most recent call last):
    extradition.source.errors.UnknownLawError: 'no-such-version' is not a version in this rule book
    """
    if name not in known:
        raise UnknownLawError(f"{name!r} is not a version in this rule book{nearest(name, known)}")
    return known[name]


def assumed_versions(names: Iterable[str], known: Mapping[str, tuple[str, Version]]) -> Mapping[str, Version]:
    """The versions of those ids, by the provision of their question.

    Args:
        names: the ids of versions.
        known: as for ``version_named``.

    Raises:
        UnknownLawError: no version has one of the ids.
        OptionError: two versions are of one question.

    >>> dict(assumed_versions([], {}))
    {}
    """
    assumed: dict[str, Version] = {}
    for name in names:
        provision, version = version_named(name, known)
        if assumed.setdefault(provision, version).id != name:
            raise OptionError(
                f"{assumed[provision].id} and {name} are both versions of {provision}; assume one"
            )
    return assumed
