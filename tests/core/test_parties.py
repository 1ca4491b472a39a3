"""The parties of a rule book: each book has its own, and a report of a case names those of its book."""

import pytest
from strategies import BOOK, ROOT, book_in

from extradition import (
    CaseFile,
    Determination,
    OptionError,
    SourceError,
    compare,
    determine,
    render,
)
from extradition.case_file.finding import Finding
from extradition.casework.in_issue import in_issue
from extradition.casework.papers.kinds import named_papers, paper_of
from extradition.casework.papers.paper import Paper
from extradition.determination.matter_used import left_out_if_bundled, matter_in_words
from extradition.hearing import Under, hear
from extradition.report.case_schema import case_schema
from extradition.rule_book.parties import Parties
from extradition.rule_book.unopposed import unopposed_answer

THIRD = book_in("tests/books/third")
POLICING = book_in("rules/international_policing")
OF_THE_THIRD = "'complainant', 'licence holder', 'parties' or 'author of the case file'"


def case(**findings):
    """A case of the third book with those findings."""
    content = {"case": "X", "matter": "power-to-enter", "dates": {"hearing": "2015-06-01"}}
    return CaseFile.model_validate({**content, "findings": findings})


def left_out(part):
    """The words of a matter of the third book; None if the book of the package has the same."""
    return left_out_if_bundled(part, THIRD.matters[part], THIRD.parties, THIRD.before[part])


def said(by, answer="yes", status="asserted"):
    return {"answer": answer, "by": by, "status": status}


def test_each_book_has_its_own_parties():
    assert BOOK.parties.names == ("requesting authority", "requested person")
    assert POLICING.parties.names == ("investigating authority", "person concerned")
    assert THIRD.parties.names == ("complainant", "licence holder")


def test_the_outcome_on_each_partys_case_names_the_parties_of_the_book():
    contested = case(licensed_premises=[said("complainant"), said("licence holder", "no")])
    made = determine(contested, THIRD)
    assert [(each.name, each.outcome.kind) for each in made.offences[0].party_cases] == [
        ("found and agreed", "open"),
        ("complainant", "open"),
        ("licence holder", "refer"),
    ]
    page = render(made, "md", depth="full")
    assert "asserted by the licence holder" in page
    assert "On the complainant\u2019s case" in page
    assert "requested person" not in page


def test_a_determination_read_back_knows_the_parties_of_its_book():
    stated = case(licensed_premises=said("licence holder", "no", "not in issue"))
    made = determine(stated, THIRD)
    again = Determination.model_validate_json(made.model_dump_json())
    assert again.matter.parties == THIRD.parties
    assert "not in issue (licence holder)" in render(again, "md", depth="full")
    assert (
        "own_parties"
        not in determine(CaseFile.load(ROOT / "examples/merticariu/case.yaml"), BOOK).model_dump_json()
    )


def test_a_report_names_the_decider_of_the_hearing_of_its_book():
    nameless = case(licensed_premises=["yes", said("licence holder", "no")])
    made = determine(nameless, THIRD)
    assert (made.own_matter.own_decider, made.matter.decider) == ("inspector", "inspector")
    advice = "If the inspector found it, record the inspector as its author (by: inspector)."
    assert advice in render(Determination.model_validate_json(made.model_dump_json()), depth="full")
    compared = compare(nameless, THIRD)
    assert compared.cases[0].decider == "inspector"
    assert advice in render(compared)
    merticariu = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
    assert determine(merticariu, BOOK).matter.decider == BOOK.deciders[0]
    assert matter_in_words("duty-to-notify", left_out("duty-to-notify")).decider == "licensing authority"


@pytest.mark.parametrize(
    ("finding", "fault"),
    [
        (
            said("requested person"),
            f"by: must be 'inspector', 'licensing authority', 'magistrate', {OF_THE_THIRD}",
        ),
        (said("licence older"), "not 'licence older'; did you mean licence holder?"),
        (said("licence holder", status="found"), "only an answer by a decider has the status found"),
        (said("inspector"), "an answer by the inspector has the status found and no other"),
    ],
)
def test_an_author_of_another_book_is_refused_with_the_authors_of_its_own(finding, fault):
    with pytest.raises(SourceError) as refused:
        determine(case(licensed_premises=finding), THIRD)
    assert fault in str(refused.value)
    assert len(refused.value.problems) == 1


def test_a_party_of_one_book_is_not_known_to_another():
    by_holder = Finding(answer="yes", by="licence holder")
    assert by_holder.is_assertion(THIRD.parties)
    assert not by_holder.is_decided(THIRD.parties)
    assert by_holder.is_decided(BOOK.parties)  # so that the book refuses it: it has no decider of that name


def test_only_the_respondent_of_the_book_concedes_a_question():
    conceded = determine(case(licensed=said("licence holder", status="not in issue")), THIRD)
    stated = determine(case(licensed=said("complainant", status="not in issue")), THIRD)
    assumed = [
        [each.kind for each in made.offences[0].cautions if each.kind == "assumed"]
        for made in (conceded, stated)
    ]
    assert assumed == [[], ["assumed"]]
    with pytest.raises(OptionError, match="did you mean licence holder"):
        in_issue(case(), THIRD, (), "licence holders")


def test_a_side_whose_evidence_is_closed_is_a_party_of_the_book():
    closed = {"of": "licence holders", "by": "inspector", "on": "2015-05-01"}
    content = case().model_dump(mode="json", exclude_none=True)
    with pytest.raises(SourceError, match=r"of: must be 'whole case', .* did you mean licence holder\?"):
        determine(CaseFile.model_validate({**content, "evidence_closed": [closed]}), THIRD)


def test_the_papers_and_the_schema_of_a_book_have_its_parties():
    sided = ["skeleton-complainant", "skeleton-licence-holder"]
    assert [*named_papers(THIRD.parties)][:2] == sided
    hearing = hear(case(licensed_premises=said("licence holder", "no")), THIRD, Under(engine="plain"))
    made = paper_of(hearing, "skeleton", "licence holder")
    page = render(Paper.model_validate_json(made.model_dump_json()))
    assert page.startswith("# Skeleton argument for the licence holder")
    assert "asserted by the licence holder" in page
    with pytest.raises(OptionError, match="'requested person' is not a party: complainant, licence holder"):
        paper_of(hearing, "skeleton", "requested person")
    models = case_schema(THIRD)["$defs"]
    assert models["ClosedEvidence"]["properties"]["of"]["enum"] == ["whole case", *THIRD.parties.names]
    assert models["Finding"]["properties"]["by"]["anyOf"][0]["enum"][-4:] == [*THIRD.parties.authors]


def test_the_answer_of_an_unopposed_question_depends_on_who_has_the_burden():
    proved = next(
        question
        for question in BOOK.questions.values()
        if question.proof is not None and question.name == "deliberately_absent"
    )
    of = unopposed_answer(proved, BOOK.questions, BOOK.parties)
    swapped = Parties(applicant=BOOK.parties.respondent, respondent=BOOK.parties.applicant)
    assert of is not None
    assert unopposed_answer(proved, BOOK.questions, swapped) != of


def test_later_material_is_relied_on_by_a_party_of_the_book():
    content = CaseFile.load(ROOT / "examples/half_complete/case.yaml").model_dump(
        mode="json", exclude_none=True
    )
    later = content["offences"][0]["warrant"]["box_d"]["contradicted_by"]
    assert "by" not in later
    unnamed = determine(CaseFile.model_validate(content), BOOK)
    later["by"] = "requesting authority"
    named = determine(CaseFile.model_validate(content), BOOK)
    assert named.offences == unnamed.offences
    later["by"] = "requested persons"
    with pytest.raises(
        SourceError, match=r"contradicted_by\.by: .* is not a party: .* did you mean requested person\?"
    ):
        determine(CaseFile.model_validate(content), BOOK)


def test_a_status_that_its_author_cannot_give_is_found_on_each_warrant():
    wrong = {"identity_established": said("judge")}
    warrants = [
        {"id": f"AW{n}", "findings": wrong, "offences": [{"id": f"one{n}", "case_type": "conviction"}]}
        for n in (1, 2)
    ]
    content = {"case": "X", "part": 1, "territory": "RO", "dates": {"hearing": "2024-03-06"}}
    with pytest.raises(SourceError) as refused:
        determine(CaseFile.model_validate({**content, "warrants": warrants}), BOOK)
    assert [each.where for each in refused.value.problems] == [
        "warrants[0].findings.identity_established[0]",
        "warrants[1].findings.identity_established[0]",
    ]
