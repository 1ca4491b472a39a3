"""What must be true of a rule book as a whole; each check is a small function that yields what is wrong."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import PurePath

from extradition.law import Provision
from extradition.rule_book.folder import Contents, part_of
from extradition.rule_book.vocabulary import Found, fnv1a, leaves, representatives, unknown_words
from extradition.rules import Proceed, Question, Version, provisions_named
from extradition.rules.conditions import Answer, AnyOf, Condition, Is
from extradition.source import Fault, Problem


def problems_in(contents: Contents) -> list[Problem]:
    """Every problem that the checks below find."""
    words = [*unknown_words(contents)]
    later = [] if words else itertools.chain.from_iterable(check(contents) for check in _CHECKS)
    twins = [contents.documents[provision] for provision in contents.twins]
    return [
        document.problem(fault)
        for document, fault in (*words, *later)
        if not (document in twins and fault.place[0] in ("name", "versions"))  # told already where they are written out
    ]


def _versions_tile(contents: Contents) -> Found:
    """The versions of a question, oldest first, leave no day out and take no day twice."""
    for provision, question in contents.questions.items():
        dated = [(i, version) for i, version in enumerate(question.versions) if not version.in_force.is_prospective]
        if not dated:
            yield contents.documents[provision], Fault(("versions",), "has no version that is in force on any day")
        for (_, earlier), (i, later) in itertools.pairwise(dated):
            if earlier.in_force.until != later.in_force.from_:
                end = earlier.in_force.until or "never"
                message = f"starts on {later.in_force.from_}, but {earlier.id} ends {end}"
                yield contents.documents[provision], Fault(("versions", i, "in_force", "from"), message)
            if earlier.in_force.selected_by != later.in_force.selected_by:
                message = f"must be {earlier.in_force.selected_by!r}, as for {earlier.id}"
                yield contents.documents[provision], Fault(("versions", i, "in_force", "selected_by"), message)
        if dated and dated[-1][1].in_force.until is not None:
            yield contents.documents[provision], Fault(("versions", dated[-1][0], "in_force", "until"), "leaves the days after it without a version")


def _ids_are_unique(contents: Contents) -> Found:
    """Every version id is used once, and begins with its provision."""
    uses = Counter(version.id for question in contents.questions.values() for version in question.versions)
    for provision, question in contents.questions.items():
        for i, version in enumerate(question.versions):
            if uses[version.id] > 1:
                yield contents.documents[provision], Fault(("versions", i, "id"), f"{version.id} is used {uses[version.id]} times")
            if not version.id.startswith(Provision(provision).slug + "-"):
                yield contents.documents[provision], Fault(("versions", i, "id"), f"must begin with {Provision(provision).slug}-")


def _names_are_unique(contents: Contents) -> Found:
    """Within a Part every question has a name of its own."""
    for part in ("1", "2"):
        uses = Counter(question.name for _, question in part_of(contents, part))
        for provision, question in part_of(contents, part):
            if uses[question.name] > 1:
                yield contents.documents[provision], Fault(("name",), f"{question.name} is the name of {uses[question.name]} questions in this Part")


def _files_are_named_after_their_provision(contents: Contents) -> Found:
    for provision, question in contents.questions.items():
        expected = PurePath(f"section_{Provision(provision).number}", f"{Provision(provision).stem}_{question.name}.yaml")
        if PurePath(*PurePath(contents.documents[provision].path).parts[-2:]) != expected:
            yield contents.documents[provision], Fault(("provision",), f"its file must be {expected.as_posix()}")


def _provisions_are_of_known_acts(contents: Contents) -> Found:
    for provision, question in contents.questions.items():
        for named in provisions_named(question):
            if Provision(named).act not in contents.book.acts:
                yield contents.documents[provision], Fault(("provision",), f"names {named}, whose Act is not among the acts in book.yaml")


def _next(question: Question) -> Iterator[tuple[str, str]]:
    gate = question.asked_if
    ways = {"yes": question.yes, "no": question.no, "asked_if": gate.otherwise if gate else None}
    ways["earlier"] = gate.earlier.otherwise if gate and gate.earlier else None
    return ((key, way.proceed_to) for key, way in ways.items() if isinstance(way, Proceed))


def _every_way_leads_somewhere(contents: Contents) -> Found:
    """Every ``proceed_to`` is a question of the same Part that leads on, or a known exit; every start is a question."""
    for part, start in contents.book.starts_at.items():
        if contents.parts.get(start) != part:
            yield contents.documents["book.yaml"], Fault(("starts_at", part), f"{start} is not a question of Part {part}")
    for provision, question in contents.questions.items():
        for key, to in _next(question):
            if to in contents.book.exits:
                continue
            if contents.parts.get(to) != contents.parts[provision]:
                yield contents.documents[provision], Fault((key, "proceed_to"), f"{to} is neither a question of this Part nor an exit in book.yaml")
            elif contents.questions[to].yes is None:
                yield contents.documents[provision], Fault((key, "proceed_to"), f"{to} is a limb: it does not say what follows from it")


def _every_question_is_reached(contents: Contents) -> Found:
    """No question is unreachable, and none leads back to itself."""
    for part, start in contents.book.starts_at.items():
        by_name = {question.name: provision for provision, question in part_of(contents, part)}
        after = {
            provision: [to for _, to in _next(question) if to in contents.questions]
            + [by_name[leaf.fact] for _, leaf in leaves(question) if leaf.fact in by_name]
            for provision, question in part_of(contents, part)
        }
        reached: set[str] = set()
        yield from ((contents.documents[p], Fault(("provision",), f"{p} leads back to itself")) for p in _cycles(start, after, reached, ()))
        for provision in after:
            if provision not in reached:
                yield contents.documents[provision], Fault(("provision",), f"{provision} cannot be reached from {start}")


def _cycles(here: str, after: dict[str, list[str]], reached: set[str], path: tuple[str, ...]) -> Iterator[str]:
    if here in path:
        yield here
    if here in reached or here not in after:
        return
    reached.add(here)
    for following in after[here]:
        yield from _cycles(following, after, reached, (*path, here))


def _every_fact_is_asked(contents: Contents) -> Found:
    asked = {leaf.fact for question in contents.questions.values() for _, leaf in leaves(question)}
    asked |= {factor for question in contents.questions.values() for factor in question.factors}
    for name in contents.facts:
        if name not in asked:
            yield contents.documents[name], Fault((name,), "is asked by no question")


def _one_citation_has_one_name(contents: Contents) -> Found:
    names: dict[str, str] = {}
    for provision, question in contents.questions.items():
        if provision in contents.twins:
            continue
        for i, version in enumerate(question.versions):
            for j, authority in enumerate(version.authorities):
                name = names.setdefault(authority.cite, authority.name)
                if name != authority.name:
                    yield (
                        contents.documents[provision],
                        Fault(("versions", i, "authorities", j, "name"), f"{authority.cite} is elsewhere called {name!r}"),
                    )


def _overruled_versions_end(contents: Contents) -> Found:
    """A version resting on an overruled or disapproved authority ends on the day the version of the overruling one begins."""
    for provision, question in contents.questions.items():
        starts: dict[str, dt.date | str] = {
            authority.cite: version.in_force.from_
            for version in question.versions
            for authority in version.authorities
            if authority.treatment == "establishes"
        }
        for i, version in enumerate(question.versions):
            for j, authority in enumerate(version.authorities):
                if authority.treatment in ("overruled", "disapproved") and authority.by and version.in_force.until != starts.get(authority.by):
                    message = f"{version.id} must end when {authority.by} begins ({starts.get(authority.by, 'no version rests on it')})"
                    yield contents.documents[provision], Fault(("versions", i, "authorities", j, "by"), message)


def _ways(condition: Condition, domains: dict[str, tuple[Answer, ...]]) -> list[dict[str, frozenset[Answer]]]:
    """The ways in which *condition* can hold: for each, the answers that each fact may have."""
    if isinstance(condition, Is):
        return [{condition.fact: frozenset(a for a in domains[condition.fact] if condition.test.holds(a))}]
    if isinstance(condition, AnyOf):
        return [way for inner in condition.any for way in _ways(inner, domains)]
    ways: list[dict[str, frozenset[Answer]]] = [{}]
    for inner in condition.all:
        ways = [both for way, other in itertools.product(ways, _ways(inner, domains)) if (both := _meet(way, other)) is not None]
    return ways


def _meet(way: dict[str, frozenset[Answer]], other: dict[str, frozenset[Answer]]) -> dict[str, frozenset[Answer]] | None:
    both = dict(way)
    for fact, answers in other.items():
        both[fact] = both.get(fact, answers) & answers
        if not both[fact]:
            return None
    return both


def _yes_and_no_never_both_hold(contents: Contents) -> Found:
    for provision, question in contents.questions.items():
        for i, version in enumerate(question.versions):
            if version.yes_if is None or version.no_if is None or provision in contents.twins:
                continue
            domains = {name: representatives(name, contents.facts, version.conditions) for name in version.facts}
            clash = next(
                (
                    both
                    for way, other in itertools.product(_ways(version.yes_if, domains), _ways(version.no_if, domains))
                    if (both := _meet(way, other)) is not None
                ),
                None,
            )
            if clash is not None:
                told = ", ".join(f"{fact}: {min(map(str, answers))}" for fact, answers in clash.items())
                yield contents.documents[provision], Fault(("versions", i, "no_if"), f"holds together with yes_if, for example when {told}")


def _nothing_shown_goes_against_whoever_must_prove(contents: Contents) -> Found:
    """With every fact at its ``when_not_shown``, the answer is not the one that has to be proved."""
    for provision, question in contents.questions.items():
        if question.proof is None or question.reserved:
            continue
        wanted = "no" if question.proof.of == "yes" else "yes"
        for i, version in enumerate(question.versions):
            shown = {name: str(contents.facts[name].when_not_shown) if name in contents.facts else "no" for name in version.facts}
            if version.answer(shown) != wanted:
                yield (
                    contents.documents[provision],
                    Fault(("versions", i), f"is answered {version.answer(shown)} when nothing is shown, but {question.proof.of} has to be proved"),
                )


def _named_laws_exist(contents: Contents) -> Found:
    ids: dict[str, Version] = {version.id: version for question in contents.questions.values() for version in question.versions}
    document = contents.documents["laws.yaml"]
    for name, law in contents.laws.laws.items():
        for i, version_id in enumerate(law.assuming):
            if version_id not in ids:
                yield document, Fault(("laws", name, "assuming", i), f"{version_id} is not a version in this rule book")
        for question in contents.questions.values():
            if not any(version.in_force.covers(law.as_at) for version in question.versions):
                yield document, Fault(("laws", name, "as_at"), f"{question.provision} has no version in force on {law.as_at}")
    starts = [era.from_ for era in contents.laws.eras]
    if starts != sorted(set(starts)):
        yield document, Fault(("eras",), "must begin one after another")


def _names_do_not_collide(contents: Contents) -> Found:
    """No two fact names share the 32-bit hash by which durable rules knows them."""
    by_hash: defaultdict[int, list[str]] = defaultdict(list)
    for name in contents.facts:
        by_hash[fnv1a(name)].append(name)
    for names in by_hash.values():
        for name in names[1:]:
            yield contents.documents[name], Fault((name,), f"has the same 32-bit hash as {names[0]}; rename one of them")


_CHECKS: tuple[Callable[[Contents], Found], ...] = (
    _versions_tile,
    _ids_are_unique,
    _names_are_unique,
    _files_are_named_after_their_provision,
    _provisions_are_of_known_acts,
    _every_way_leads_somewhere,
    _every_question_is_reached,
    _every_fact_is_asked,
    _one_citation_has_one_name,
    _overruled_versions_end,
    _yes_and_no_never_both_hold,
    _nothing_shown_goes_against_whoever_must_prove,
    _named_laws_exist,
    _names_do_not_collide,
)
