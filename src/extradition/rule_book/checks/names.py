"""Checks of ids, names, files and citations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from extradition.law import Provision
from extradition.rule_book.checks.places import Found, every_version, every_written_version, leaves, offices
from extradition.rule_book.conditions import Condition
from extradition.rule_book.load import Contents, part_of
from extradition.rule_book.question import Question, provisions_named
from extradition.rule_book.version import Authority
from extradition.rule_book.vocabulary import fnv1a
from extradition.source import Document, Fault, Place, nearest


def ids_are_unique(contents: Contents) -> Found:
    """Every version has its own id, which begins with its provision."""
    uses = Counter(version.id for question in contents.questions.values() for version in question.versions)
    for each in every_version(contents):
        name, slug = each.version.id, Provision(each.provision).slug
        if uses[name] > 1:
            yield each.fault("id", message=f"{name} is used {uses[name]} times")
        if not name.startswith(f"{slug}-"):
            yield each.fault("id", message=f"must begin with {slug}-")


def names_are_unique(contents: Contents) -> Found:
    """Every question has a name that no other question of its matter has."""
    for part in contents.book.matters:
        uses = Counter(question.name for _, question in part_of(contents, part))
        for provision, question in part_of(contents, part):
            if uses[question.name] > 1:
                yield (
                    contents.documents[provision],
                    Fault(
                        ("name",),
                        f"{question.name} is the name of {uses[question.name]} questions in this matter",
                    ),
                )


def files_are_named_after_their_provision(contents: Contents) -> Found:
    """The path of a question file follows from the provision and the name of its question."""
    for provision, question in contents.questions.items():
        expected = PurePath(Provision(provision).folder, f"{Provision(provision).stem}_{question.name}.yaml")
        if PurePath(*PurePath(contents.documents[provision].path).parts[-2:]) != expected:
            yield (
                contents.documents[provision],
                Fault(("provision",), f"its file must be {expected.as_posix()}"),
            )


def provisions_are_of_known_acts(contents: Contents) -> Found:
    """Every provision that a question names belongs to an Act in ``book.yaml``."""
    for provision, question in contents.questions.items():
        for named in provisions_named(question):
            if Provision(named).act not in contents.book.acts:
                yield (
                    contents.documents[provision],
                    Fault(("provision",), f"names {named}, whose Act is not among the acts in book.yaml"),
                )


def every_fact_is_asked(contents: Contents) -> Found:
    """Every fact in the vocabulary is in a condition or is a factor."""
    asked = _asked_by(contents.questions.values())
    conditions = [sequel.applies_if for sequel in contents.sequels if sequel.applies_if]
    conditions += [condition for _, condition in _in_book(contents)]
    asked |= {leaf.fact for condition in conditions for leaf in condition.leaves()}
    for name in contents.facts:
        if name not in asked:
            yield contents.documents[name], Fault((name,), "is asked by no question")


def documents_are_of_a_matter_that_asks(contents: Contents) -> Found:
    """Every fact is asked in each matter of which it names documents, or by a condition of ``book.yaml``."""
    by_book = {leaf.fact for _, condition in _in_book(contents) for leaf in condition.leaves()}
    asked = {
        part: by_book | _asked_by(question for _, question in part_of(contents, part))
        for part in contents.book.matters
    }
    for name, fact in contents.facts.items():
        for part in fact.look_first_in:
            place = (name, "look_first_in", part)
            if part not in asked:
                fault = Fault(place, f"is not a matter in book.yaml{nearest(part, asked)}")
                yield contents.documents[name], fault
            elif name not in asked[part]:
                yield contents.documents[name], Fault(place, "no question of that matter asks for the fact")


def _asked_by(questions: Iterable[Question]) -> set[str]:
    """The names in the conditions of *questions*, and their factors."""
    return {
        name
        for question in questions
        for name in (*(leaf.fact for _, leaf in leaves(question)), *question.factor_names)
    }


def one_citation_has_one_name(contents: Contents) -> Found:
    """A judgment has the same name in every citation."""
    names: dict[str, str] = {}
    for document, place, authority in every_authority(contents):
        name = names.setdefault(authority.cite, authority.name)
        if name != authority.name:
            yield document, Fault((*place, "name"), f"{authority.cite} is elsewhere called {name!r}")


def every_authority(contents: Contents) -> Iterator[tuple[Document, Place, Authority]]:
    """Every authority of every file, with its document and its place there; twins repeat none."""
    for each in every_written_version(contents):
        for j, authority in enumerate(each.version.authorities):
            yield each.document, (*each.place, "authorities", j), authority
    yield from _cited_on_decisions(contents)
    form = contents.warrant_form
    if form is not None:
        document = contents.documents["warrant_form.yaml"]
        for j, authority in enumerate(form.authorities):
            yield document, ("authorities", j), authority
        for name, ambiguity in form.ambiguities.items():
            for j, authority in enumerate(ambiguity.authorities):
                yield document, ("ambiguities", name, "authorities", j), authority


def _cited_on_decisions(contents: Contents) -> Iterator[tuple[Document, Place, Authority]]:
    kinds = contents.decision_kinds
    for name, kind in kinds.kinds.items() if kinds is not None else ():
        for j, authority in enumerate(kind.authorities):
            yield contents.documents["decisions.yaml"], ("kinds", name, "authorities", j), authority


def sequels_are_of_known_acts_and_facts(contents: Contents) -> Found:
    """The steps after the hearing, the second look at offences and the offices name known Acts and facts."""
    for i, sequel in enumerate(contents.sequels):
        document = contents.documents["after_the_hearing.yaml"]
        if Provision(sequel.provision).act not in contents.book.acts:
            yield (
                document,
                Fault(
                    (i, "provision"), f"{Provision(sequel.provision).act} is not among the acts in book.yaml"
                ),
            )
        for leaf in sequel.applies_if.leaves() if sequel.applies_if else ():
            if leaf.fact not in contents.facts:
                yield document, Fault((i, "applies_if"), f"{leaf.fact} is not a fact")
    for place, condition in _in_book(contents):
        for leaf in condition.leaves():
            if leaf.fact not in contents.facts:
                yield contents.documents["book.yaml"], Fault(place, f"{leaf.fact} is not a fact")


def _in_book(contents: Contents) -> Iterator[tuple[Place, Condition]]:
    """Each condition in ``book.yaml`` on the facts of a hearing, with its place."""
    if contents.book.combination:
        yield ("combination", "look_again_if"), contents.book.combination.look_again_if
    for _, place, office in offices(contents):
        yield (*place, "where"), office.where


def offices_leave_known_questions(contents: Contents) -> Found:
    """Every question that stays with a decider for whom another office acts is a question of that decider."""
    for document, place, office in offices(contents):
        asked = part_of(contents, str(place[1]))
        own = [provision for provision, question in asked if question.decided_by == office.acts_for]
        for j, provision in enumerate(office.save):
            if provision not in own:
                message = f"{provision} is not a question for the {office.acts_for}{nearest(provision, own)}"
                yield document, Fault((*place, "save", j), message)


def what_is_not_asked_has_known_names(contents: Contents) -> Found:
    """What a matter does not ask about has the names of facts and questions."""
    known = [*contents.facts, *(question.name for question in contents.questions.values())]
    named = (
        (("matters", part, "not_asked", i, "names", j), name)
        for part, matter in contents.book.matters.items()
        for i, each in enumerate(matter.not_asked)
        for j, name in enumerate(each.names)
    )
    for place, name in named:
        if name not in known:
            message = f"{name} is neither a fact nor the name of a question{nearest(name, known)}"
            yield contents.documents["book.yaml"], Fault(place, message)


def other_questions_named_are_of_one_part(contents: Contents) -> Found:
    """Every provision under ``see_also`` or ``since`` is that of another question of the same Part."""
    for provision, question in contents.questions.items():
        matter = contents.book.matters[contents.parts[provision]].title
        named: list[tuple[Place, str]] = [(("see_also", i), at) for i, at in enumerate(question.see_also)]
        if question.at_any_time is not None:
            named.append((("at_any_time", "since"), question.at_any_time.since))
        for place, other in named:
            if other == provision or contents.parts.get(other) != contents.parts[provision]:
                message = f"{other} is not another question of {matter}"
                yield contents.documents[provision], Fault(place, message)


def questions_reported_together_exist(contents: Contents) -> Found:
    """Every name under ``reported_together`` is that of a question."""
    names = {question.name for question in contents.questions.values()}
    for i, group in enumerate(contents.book.reported_together):
        for j, name in enumerate(group.questions):
            if name not in names:
                yield (
                    contents.documents["book.yaml"],
                    Fault(("reported_together", i, "questions", j), f"{name} is not the name of a question"),
                )


def names_do_not_collide(contents: Contents) -> Found:
    """No two names of facts share the 32-bit hash by which durable rules knows them."""
    by_hash: defaultdict[int, list[str]] = defaultdict(list)
    for name in contents.facts:
        by_hash[fnv1a(name)].append(name)
    for names in by_hash.values():
        for name in names[1:]:
            yield (
                contents.documents[name],
                Fault((name,), f"has the same 32-bit hash as {names[0]}; rename one of them"),
            )
