"""The outcome on the case of each party: on found and agreed facts only, and on what each party says."""

import shutil
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from profiles import examples
from strategies import BOOK, ROOT, SMALL, answers, case_of, days, hearings, small_case_of

from extradition import CaseFile, RuleBook, determine, render
from extradition.case_file.finding import Finding
from extradition.case_file.settling import settle, settle_for
from extradition.hearing.known import known_of

pytestmark = pytest.mark.no_cover  # other tests cover all that these reach; coverage takes as long as they do

PARTS = st.sampled_from(["1", "2"])
AUTHORITY, PERSON = "requesting authority", "requested person"
FOUND, AGREED = {"by": "judge"}, {"by": "parties", "status": "agreed"}
ASSUMED, UNATTRIBUTED = {"status": "assumed", "reasons": "Not in issue"}, {}
ASSERTED = [
    {"by": party, "status": status} for party in (AUTHORITY, PERSON) for status in ("asserted", "disputed")
]
SILENT, PLAIN = ({"by": party} for party in (AUTHORITY, PERSON))
STANDING = [FOUND, AGREED, ASSUMED, UNATTRIBUTED]
VIEWS = BOOK.parties.bases
NOT_ABSENT = {"convicted_in_presence": "no", "deliberately_absent": {"answer": "no", "by": "judge"}}
REST = {**NOT_ABSENT, "minimum_retrial_rights": "yes", "rehearing": "retrial"}


def said(answer, how):
    return {"answer": answer, **how}


def found(part, name):
    """The author of a finding on *name*: the decider of a question."""
    return FOUND if name in BOOK.facts else {"by": BOOK.questions[BOOK.named(part, name)].decided_by}


@st.composite
def contested(draw, part):
    """A hearing in which several authors answer a fact or question; every answer to a question has an
    author.
    """
    start, drawn = draw(hearings(part))
    stated = {}
    for name, answer in drawn.items():
        first, others = (draw(each) for each in said_of(part, name))
        stated[name] = [said(answer, first), *(said(other, how) for other, how in others)]
    return start, stated


@cache
def said_of(part, name):
    """How the first answer to that fact or question is said, and what others say; kept, to be drawn from."""
    relevance = [found(part, name), AGREED, *([ASSUMED, UNATTRIBUTED] if name in BOOK.facts else [])]
    first = st.sampled_from([*relevance, *ASSERTED, SILENT, PLAIN])
    other = st.tuples(answers(BOOK, name), st.sampled_from([AGREED, *ASSERTED, SILENT, PLAIN]))
    return first, st.lists(other, max_size=2)


def views_of(case, book=BOOK, **more):
    return determine(case, book, engine="plain", **more).offences[0].party_cases


def swapped(finding):
    other = {AUTHORITY: PERSON, PERSON: AUTHORITY}
    return {**finding, "by": other.get(finding["by"], finding["by"])} if "by" in finding else finding


@examples(100)
@given(st.data(), PARTS, days)
def test_where_nothing_is_asserted_or_disputed_there_are_no_views(data, part, day):
    start, drawn = data.draw(hearings(part))
    stated = {
        name: said(answer, data.draw(st.sampled_from([found(part, name), *STANDING[1:]])))
        for name, answer in drawn.items()
    }
    assert views_of(case_of(stated, day, part, taken_from=start)) == ()


@examples(100)
@given(st.data(), PARTS, days)
def test_a_party_case_has_the_outcome_of_the_findings_that_count_in_it(data, part, day):
    """An oracle: a case file with only the answers that count in a party case, as found by the judge, and
    its determination.
    """
    start, drawn = data.draw(contested(part))
    offence = determine(case_of(drawn, day, part, taken_from=start), BOOK).offences[0]
    for party_case in offence.party_cases:
        counted = {}
        for name, findings in drawn.items():
            own = tuple(Finding.model_validate(finding) for finding in findings)
            known = settle_for(
                own, party_case.name, BOOK.parties, BOOK.includes(name)
            )  # an answer may include a narrower one: two findings then agree
            if known is not None and known.answer is None:
                counted[name] = said(findings[0]["answer"], {"by": AUTHORITY, "status": "disputed"})
            elif known is not None:
                counted[name] = said(
                    known.answer,
                    {"by": AUTHORITY} if known.is_argument and name not in BOOK.facts else found(part, name),
                )
        again = determine(case_of(counted, day, part, taken_from=start), BOOK, engine="plain").offences[0]
        assert (party_case.outcome, party_case.if_nothing_more_is_shown) == (
            again.outcome,
            again.if_nothing_more_is_shown.outcome,
        )
        if (
            party_case.name == "found and agreed"
        ):  # it may know less than the determination, and never the contrary
            answered = {step.provision: step.answer for step in offence.steps}
            assert all(answered.get(step.provision, step.answer) == step.answer for step in again.steps)


@examples(100)
@given(st.data(), PARTS, days)
def test_the_two_cases_part_only_over_what_they_say_differently(data, part, day):
    start, stated = data.draw(contested(part))
    party_cases = views_of(case_of(stated, day, part, taken_from=start))
    if not party_cases:
        return
    agreed, authority, person = party_cases
    assert [view.name for view in party_cases] == list(VIEWS)
    assert (agreed.differs, agreed.parts_at) == ((), None)
    assert authority.parts_at == person.parts_at
    assert [fact.name for fact in authority.differs] == [fact.name for fact in person.differs]
    assert all(
        one.answer != other.answer for one, other in zip(authority.differs, person.differs, strict=True)
    )
    assert all(fact.findings for fact in (*authority.differs, *person.differs))
    if authority.parts_at is None:
        assert (authority.outcome, authority.if_nothing_more_is_shown) == (
            person.outcome,
            person.if_nothing_more_is_shown,
        )
    else:
        assert authority.differs


@examples(100)
@given(st.data(), PARTS, days)
def test_what_a_judge_found_is_the_same_in_every_view(data, part, day):
    start, stated = data.draw(contested(part))
    others = {
        name: [finding for finding in findings if finding.get("by") not in BOOK.deciders]
        for name, findings in stated.items()
    }
    judged = {
        name: [*findings, said(stated[name][0]["answer"], found(part, name))]
        for name, findings in others.items()
    }
    for name, findings in judged.items():
        settled = tuple(Finding.model_validate(finding) for finding in findings)
        assert (
            {settle_for(settled, view, BOOK.parties).answer for view in VIEWS}
            == {settle(settled, BOOK.parties).answer}
            == {stated[name][0]["answer"]}
        )
    made = determine(case_of(judged, day, part, taken_from=start), BOOK, engine="plain").offences[0]
    for view in made.party_cases:
        assert (view.outcome, view.differs, view.parts_at) == (made.outcome, (), None)


@examples(100)
@given(st.data(), PARTS, days)
def test_parties_who_change_places_change_cases(data, part, day):
    start, stated = data.draw(contested(part))
    other = {name: [swapped(finding) for finding in findings] for name, findings in stated.items()}
    party_cases = views_of(case_of(stated, day, part, taken_from=start))
    again = views_of(case_of(other, day, part, taken_from=start))

    def came_out(view):
        return (
            view.outcome,
            view.if_nothing_more_is_shown,
            view.parts_at,
            [(fact.name, fact.answer) for fact in view.differs],
        )

    # a presumption looks to who has the burden of proof, and that does not change
    assume(not any(view.unless_shown for view in (*party_cases, *again)))
    assert [came_out(view) for view in party_cases] == [came_out(again[i]) for i in (0, 2, 1)[: len(again)]]


@given(
    st.lists(st.sampled_from([FOUND, *STANDING[1:], *ASSERTED, SILENT, PLAIN]), min_size=1, max_size=4),
    st.data(),
)
def test_what_is_found_and_agreed_never_contradicts_what_is_known(hows, data):
    stated = tuple(
        Finding.model_validate(
            said("yes" if how is FOUND else data.draw(st.sampled_from(["yes", "no"])), how)
        )
        for how in hows
    )
    agreed = settle_for(stated, "found and agreed", BOOK.parties)
    assert (
        agreed is None
        or None in (agreed.answer, settle(stated, BOOK.parties).answer)
        or agreed.answer == settle(stated, BOOK.parties).answer
    )


@pytest.mark.parametrize(
    ("stated", "known", "answers_in_views"),
    [
        ([("a", FOUND), ("b", AGREED)], "a", ["a", "a", "a"]),
        ([("a", AGREED), ("b", ASSERTED[0])], "a", ["a", "a", "a"]),
        ([("a", UNATTRIBUTED), ("b", ASSERTED[0])], None, ["a", "b", "a"]),
        ([("a", ASSUMED), ("b", SILENT)], None, ["a", "b", "a"]),
        ([("a", ASSERTED[0])], "a", ["silent", "a", "a"]),
        ([("a", ASSERTED[0]), ("b", ASSERTED[2])], None, ["silent", "a", "b"]),
        ([("a", SILENT), ("b", PLAIN)], None, ["silent", "a", "b"]),
        ([("a", ASSERTED[1])], None, ["silent", "a", None]),
        ([("a", ASSERTED[1]), ("b", ASSERTED[3])], None, ["silent", "a", "b"]),
        ([("a", ASSERTED[0]), ("b", ASSERTED[0])], None, ["silent", None, None]),
        ([("a", UNATTRIBUTED), ("b", UNATTRIBUTED)], None, [None, None, None]),
        (
            [("a", {"by": "author of the case file", "status": "asserted"}), ("b", ASSERTED[2])],
            None,
            ["silent", None, "b"],
        ),
    ],
)
def test_how_findings_settle_in_each_view(stated, known, answers_in_views):
    findings = tuple(Finding.model_validate(said(answer, how)) for answer, how in stated)
    assert settle(findings, BOOK.parties).answer == known
    in_views = [settle_for(findings, view, BOOK.parties) for view in VIEWS]
    assert [each.answer if each else "silent" for each in in_views] == answers_in_views


def test_a_presumption_rests_on_the_case_of_the_party_that_asserts_the_fact():
    partly_there = said("at_some_hearings_only", ASSERTED[2])
    agreed, authority, person = views_of(case_of({"attendance": partly_there}, "2024-06-03"))
    assert (agreed.unless_shown, authority.unless_shown) == ((), ())
    assert person.unless_shown == ("later_decision", "merits_appeal")
    assert person.parts_at == "EA 2003 s 20(1)"


def test_the_two_cases_part_where_each_says_something_else():
    authority = said(
        "unconditional", {**ASSERTED[0], "source": {"document": "Further information", "at": "article 466"}}
    )
    person = said("at_discretion", ASSERTED[2])
    agreed, first, second = views_of(case_of({**REST, "retrial_right": [authority, person]}, "2025-01-01"))
    assert (agreed.outcome.kind, agreed.if_nothing_more_is_shown.under) == ("open", "EA 2003 s 20(7)")
    assert first.outcome.outcome == "proceed to s 21"
    assert (second.outcome.outcome, second.outcome.under) == ("discharge", "EA 2003 s 20(7)")
    assert first.parts_at == second.parts_at == "EA 2003 s 20(5)"
    assert [(fact.name, fact.answer, fact.findings[0].source.at) for fact in first.differs] == [
        ("retrial_right", "unconditional", "article 466")
    ]
    assert [(fact.answer, fact.findings[0].by) for fact in second.differs] == [("at_discretion", PERSON)]


def test_the_cases_differ_on_a_fact_that_only_an_order_reads(tmp_path):
    folder = shutil.copytree(ROOT / "tests/books/small", tmp_path / "small")
    (question,) = folder.glob("*/part_1/section_1/s1_*.yaml")
    text = question.read_text(encoding="utf-8")
    other = "unless: {when: {listed: [yes]}, from: 2000-01-01, under: TA 2000 s 5}"
    text = text.replace(
        "no: {discharge: true, under: TA 2000 s 1}", f"no: {{order: true, under: TA 2000 s 1, {other}}}"
    )
    question.write_text(text, encoding="utf-8")
    with (folder / "facts/facts.yaml").open("a", encoding="utf-8") as facts:
        facts.write("listed: {ask: Is the territory listed?, about: person, from_territory: article_3,\n")
        facts.write("  answers: {yes: It is., no: It is not.}}\n")
    listed = [said("yes", ASSERTED[0]), said("no", ASSERTED[2])]
    case = small_case_of({"identity": said("no", FOUND)}, "2015-01-01").model_dump(exclude_none=True)
    case = CaseFile.model_validate({**case, "findings": {**case["findings"], "listed": listed}})
    _, authority, person = determine(case, RuleBook.load(folder)).offences[0].party_cases
    assert (authority.outcome.under, person.outcome.under) == ("TA 2000 s 5", "TA 2000 s 1")
    assert [(each.name, each.answer) for each in authority.differs] == [("listed", "yes")]
    assert [(each.name, each.answer) for each in person.differs] == [("listed", "no")]


def test_a_party_s_own_assertion_answers_a_question_in_its_case_alone():
    derived = {
        "convicted_in_presence": "no",
        "doubt_about_notice": "none_shown",
        "merits_appeal": "none_shown",
    }
    asserted = {**derived, "deliberately_absent": said("yes", ASSERTED[0])}
    agreed, authority, person = views_of(case_of(asserted, "2025-01-01"))
    assert authority.outcome.outcome == "proceed to s 21"
    assert agreed.outcome.kind == person.outcome.kind == "open"
    assert [(fact.name, fact.provision, fact.answer) for fact in authority.differs] == [
        ("deliberately_absent", "EA 2003 s 20(3)", "yes")
    ]
    assert [(fact.answer, fact.findings[0].by) for fact in person.differs] == [(None, AUTHORITY)]


def test_a_reserved_question_is_answered_in_the_case_of_the_party_that_asserts_its_answer():
    stated = {"named": "yes", "fair": [said("yes", ASSERTED[0]), said("no", ASSERTED[2])]}
    agreed, authority, person = views_of(small_case_of(stated, "2011-01-01", "2"), SMALL)
    assert [view.outcome.outcome for view in (agreed, authority, person)] == [
        "proceed to s 12",
        "proceed to s 9",
        "discharge",
    ]
    assert (authority.parts_at, [fact.name for fact in authority.differs]) == ("TA 2000 s 12", ["fair"])


def test_what_the_territory_settles_is_in_every_view():
    case = case_of({}, "2025-01-01", "2")
    name, settled = next(
        (name, known) for name, known in known_of(case, case.offences[0], BOOK).items() if known.designation
    )
    stated = {name: said(settled.answer, ASSERTED[0])}
    assert views_of(case_of(stated, "2025-01-01", "2")) == ()
    agreed, authority, person = views_of(
        case_of({**stated, "convicted_in_presence": said("yes", ASSERTED[0])}, "2025-01-01", "2")
    )
    assert [fact.name for fact in authority.differs] == ["convicted_in_presence"]
    assert agreed.outcome == person.outcome


def test_the_reports_say_on_whose_case_and_where_it_is_written():
    source = {
        "document": "Note <1>",
        "at": "page 2",
        "date": "2024-12-01",
        "language": "Romanian",
        "translation": "court translator",
    }
    stated = {
        "rehearing": said("retrial", {**ASSERTED[1], "source": {**source, "translation": "none"}}),
        "retrial_right": [
            said("unconditional", {**ASSERTED[0], "source": source}),
            said("at_discretion", PLAIN),
        ],
    }
    made = determine(case_of({**REST, **stated}, "2025-01-01"), BOOK)
    md, html = render(made, depth="full"), render(made, "html", depth="full")
    for text in (md, html):
        section = text[
            text.index("The outcome on the case of each party") : text.index(
                "The hearing\n" if text is md else ">The hearing<"
            )
        ]
        assert "On found and agreed facts only" in section
        assert "The two cases part at s 20(5), entitlement to a retrial. They differ on:" in section
        assert "page 2, dated 1 December 2024, in Romanian, translation: court translator" in section
        assert "page 2, dated 1 December 2024, in Romanian, not translated" in section
        assert "said by the requesting authority and disputed" in section
        assert "<1>" not in section.replace("\\<1\\>", "")
    assert "The outcome on the case of each party" not in render(
        determine(case_of(REST, "2025-01-01"), BOOK), depth="full"
    )


def test_the_reports_say_where_the_two_cases_do_not_part():
    same = {**REST, "retrial_right": said("unconditional", ASSERTED[0])}
    assert "The two cases do not differ on any question." in render(
        determine(case_of(same, "2025-01-01"), BOOK), depth="full"
    )
    idle = {**NOT_ABSENT, "notice": [said("none", SILENT), said("not_shown", PLAIN)]}
    made = determine(case_of(idle, "2025-01-01"), BOOK)
    assert [fact.name for fact in made.offences[0].party_cases[1].differs] == ["notice"]
    assert "The outcome is open on both cases, and that is not agreement. They differ on:" in render(
        made, depth="full"
    )
    settled = determine(
        case_of(
            {**REST, "retrial_right": [said("unconditional", SILENT), said("procedural_steps_only", PLAIN)]},
            "2025-01-01",
        ),
        BOOK,
    )
    assert "The two cases have the same answer to every question. They differ on:" in render(
        settled, depth="full"
    )


@pytest.mark.parametrize("form", ["md", "html"])
def test_an_outcome_that_rests_on_an_assertion_says_so_next_to_it(form):
    asserted = {**REST, "retrial_right": said("unconditional", ASSERTED[0])}
    text = render(determine(case_of(asserted, "2025-01-01"), BOOK), form, depth="full")
    box = text[
        text.index("## Outcome" if form == "md" else ">Outcome<") : text.index(
            "The outcome on the case of each party"
        )
    ]
    assert "Proceed to s 21" in box
    assert (
        "This rests on facts that are asserted or disputed, and not found. On found and agreed facts only: "
        "open; if nothing more" in box
    )
    assert "It is not conceded" in text
    agreed = {**REST, "retrial_right": said("unconditional", AGREED)}
    assert "asserted or disputed, and not found. On found" not in render(
        determine(case_of(agreed, "2025-01-01"), BOOK), form, depth="full"
    )


def test_the_short_form_of_a_source_is_what_it_was():
    case = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    source = case.offences[0].findings["retrial_right"][0].source
    assert (source.date, source.language, source.translation) == (None, None, None)
