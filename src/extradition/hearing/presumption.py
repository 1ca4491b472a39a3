"""The presumption that nothing against an answer is shown: its reading of a version, and the facts that it
presumes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extradition.case_file.settling import Known
from extradition.engine.agreement import Reader
from extradition.engine.plain import Reading
from extradition.law import Proof
from extradition.rule_book.conditions import SILENCE, Answer
from extradition.rule_book.parties import BOTH
from extradition.rule_book.version import Version


def presumed_reading(
    version: Version,
    proof: Proof | None,
    answers: Mapping[str, Answer],
    known: Mapping[str, Known],
    read: Reader,
) -> tuple[Reading, tuple[str, ...]] | None:
    """The reading of *version* if nothing against an answer is shown, and the facts presumed; None if it
    gives no answer.

    A disputed fact is never presumed. A presumption against the party with the burden of proof never rests on
    an assertion of the other party alone.

    Args:
        version: a version that the known answers leave open.
        proof: the burden of proof of its question.
        answers: the answers to the facts of the version, without the open ones.
        known: the findings of the case file, by fact and question.
        read: reads a version on the answers to its facts.
    """

    def silently(on: Mapping[str, Answer], silent: Sequence[str]) -> Reading:
        return read(version, {**on, **dict.fromkeys(silent, SILENCE)})

    for answer, presumed in version.presumed.items():
        silent = tuple(name for name in presumed if name not in answers and name not in known)
        if not silent:
            continue
        against = proof is not None and proof.of != answer
        relied_on = {
            name: each
            for name, each in answers.items()
            if not (against and _is_own_word(known.get(name), proof))
        }
        if silently(relied_on, silent).answer != answer:
            continue
        for name in silent:
            fewer = tuple(other for other in silent if other != name)
            silent = fewer if silently(relied_on, fewer).answer == answer else silent
        return silently(answers, silent), silent
    return None


def _is_own_word(known: Known | None, proof: Proof | None) -> bool:
    """Whether only the party without the burden of *proof* asserts the answer."""
    if proof is None or known is None or not known.is_argument:
        return False
    return {None, BOTH, proof.on}.isdisjoint(known.argued_by)
