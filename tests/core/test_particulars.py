"""The particulars of a case: they head the papers, no rule reads them, and one switch strikes them out."""

import copy
import datetime as dt
import json

import pytest
import yaml
from pydantic import ValidationError
from strategies import BOOK, ROOT

from extradition import (
    CaseFile,
    Determination,
    Record,
    SourceError,
    compare,
    determine,
    further_information,
    render,
    validate,
)
from extradition.case_file.editing import written
from extradition.case_file.particulars import Custody, Particulars
from extradition.casework.anonymity import STRUCK, anonymous
from extradition.source import parse_json, read

EXAMPLE = ROOT / "examples/part_1_conviction/case.yaml"
CONTENT = read(EXAMPLE).content
ARABIC = "محمد المثال"
MARKUP = "<b>Bold</b> & *star* [x](y) {{ 7 * 7 }} #let"
KEPT = ("Judecătoria Exemplu", "Westminster Magistrates' Court", "30 August 2021", "First hearing")
SECRET = (
    "Zebedee Quillfeather",
    "Quillfeather",
    "QUILLFEATHER",
    "1994-05-17",
    "17 May 1994",
    "Ruritanian",
    "MINE-77",
    "EX-112/2021",
    "EX-NCA-0042",
    "EX-CPS-7",
    "District Judge Sample",
    "Ms A Specimen",
    "Mr B Pattern",
    "Invented and Company",
    "AW-REF-1",
    "CERT-REF-1",
)


def case_of(change=None):
    """The example, with a change to its content."""
    content = copy.deepcopy(CONTENT)
    if change is not None:
        change(content)
    return CaseFile.parse("case.yaml", yaml.safe_dump(content, allow_unicode=True))


def with_names_everywhere(content):
    """Names and references in every particular and in the free text of the case."""
    content["case"] = "Quillfeather v Romania"
    content["reference"] = "MINE-77"
    content["particulars"]["requested_person"] |= {
        "name": "Zebedee  van  Quillfeather",
        "nationality": ["Ruritanian"],
    }
    content["notes"] = [
        "Mr QUILLFEATHER (zebedee van quillfeather), born 17 May 1994 or 1994-05-17, was here in a van.",
        "MS A SPECIMEN and Mr B Pattern; EX-112/2021, EX-CPS-7 and MINE-77; not MINE-7.",
    ]
    content["offences"][0]["title"] = "The Quillfeather burglaries"
    finding = content["offences"][0]["findings"]["attendance"]
    finding |= {"reasons": "Said to District Judge Sample", "source": {"document": "Letter of Quillfeather"}}
    content["particulars"]["hearing_list"].append(
        {"date": "2025-05-01", "title": "Before District Judge Sample"}
    )


def without(content):
    del content["particulars"], content["reference"]


def of_warrants(content):
    """The example with two warrants, each with particulars of its own."""
    offences = content.pop("offences")
    own = content["particulars"].pop("warrant")
    second = copy.deepcopy(offences[0]) | {"id": "second"}
    content["warrants"] = [
        {"id": "one", "offences": offences, "particulars": own},
        {
            "id": "two",
            "offences": [second],
            "particulars": {"reference": "AW-REF-1", "certificate": "CERT-REF-1", "issued": "2022-02-03"},
        },
    ]


def bare(made):
    """The content of a determination without particulars, and without the hash that covers them."""
    content = json.loads(made.model_dump_json())
    content["case_file"].pop("particulars"), content["case_file"].pop("reference")
    return {key: value for key, value in content.items() if key not in ("reference", "case_file_hash")}


def test_no_rule_reads_the_particulars():
    with_them, without_them = determine(case_of(), BOOK), determine(case_of(without), BOOK)
    assert with_them.particulars is not None
    assert without_them.particulars is None
    assert bare(with_them) == bare(without_them)
    assert (with_them.law, with_them.rule_book) == (without_them.law, without_them.rule_book)


def test_a_file_without_particulars_keeps_its_hash():
    content = case_of(without).model_dump(mode="json", exclude_none=True)
    assert not {"particulars", "reference"} & set(content)


def test_the_particulars_head_the_report_and_the_draft_request():
    for made in (determine(case_of(), BOOK), further_information(case_of(), BOOK)):
        head = render(made, "md").partition("\n## ")[0]
        for line in (
            "- **Reference**: EXAMPLE/0001",
            "- **Requested person**: Dragoș Exemplu; born 17 May 1994; Romanian",
            (
                "- **Warrant**: EX-112/2021; issued 30 August 2021 by Judecătoria Exemplu; "
                "certified 24 March 2025 under EX-NCA-0042"
            ),
            "- **Court**: Westminster Magistrates' Court; District Judge Sample",
            "- **Hearing list**: 3 April 2025 (First hearing); 27 November 2025 (Extradition hearing)",
            "- **For the requesting authority**: Counsel Ms A Specimen; solicitors Crown Prosecution Service",
            "- **For the requested person**: Counsel Mr B Pattern; solicitors Invented and Company",
            "- **CPS reference**: EX-CPS-7",
            (
                "- **Bail and custody**: Custody from 2 April 2025 to 3 April 2025; bail since 3 April 2025; "
                "2 days in custody (first and last day of each span included)"
            ),
        ):
            assert line in head.splitlines()


def test_a_report_without_particulars_has_no_table_for_them():
    head = render(determine(case_of(without), BOOK), "html").partition("</header>")[0]
    assert "<table" not in head


def test_each_of_several_warrants_has_particulars_of_its_own():
    case = case_of(of_warrants)
    made = determine(case, BOOK)
    assert [each.particulars.reference for each in made.warrants] == ["EX-112/2021", "AW-REF-1"]
    for report in (made, further_information(case, BOOK)):
        head = render(report, "md").partition("\n## ")[0]
        assert "- **Warrant, one**: EX-112/2021; issued 30 August 2021 by" in head
        assert "- **Warrant, two**: AW-REF-1; issued 3 February 2022; certified under CERT-REF-1\n" in head
    none = case_of(lambda content: [of_warrants(content), without(content)])
    assert "**Warrant, one**: EX-112/2021" in render(determine(none, BOOK), "md")
    assert Determination.model_validate_json(made.model_dump_json()) == made


def test_names_in_any_script_and_markup_stay_text():
    def change(content):
        content["particulars"]["requested_person"]["name"] = ARABIC
        content["particulars"]["judge"] = MARKUP

    made = determine(case_of(change), BOOK)
    page, text = render(made, "html"), render(made, "md")
    assert f"<td>\u2067{ARABIC}\u2069;" in page
    assert f"- **Requested person**: \u2067{ARABIC}\u2069;" in text
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; *star* [x](y) {{ 7 * 7 }} #let</td>" in page
    assert r"\<b\>Bold\</b\> & \*star\* \[x\](y) {{ 7 \* 7 }} \#let" in text


@pytest.mark.parametrize("sign", [r"\x07", r"\u202e"])
def test_a_control_character_in_a_particular_is_a_fault_at_its_place(sign):
    text = (ROOT / "examples/part_1_conviction/case.yaml").read_text()
    with pytest.raises(SourceError, match=r"case\.yaml:\d+:\d+: particulars\.judge: "):
        CaseFile.parse("case.yaml", text.replace("judge: District Judge Sample", f'judge: "Sample{sign}"'))


def held(*spans):
    custody = [
        Custody.model_validate(dict(zip(("status", "from", "until"), span, strict=False))) for span in spans
    ]
    return Particulars(custody=tuple(custody))


@pytest.mark.parametrize(
    ("spans", "days"),
    [
        ([], None),
        ([("bail", "2025-01-01", "2025-01-31")], None),
        ([("custody", "2025-01-01", "2025-01-01")], 1),
        ([("custody", "2025-01-01", "2025-01-31"), ("bail", "2025-01-31")], 31),
        ([("custody", "2025-01-10", "2025-01-12"), ("custody", "2025-01-01", "2025-01-10")], 12),
        ([("custody", "2025-01-01", "2025-01-31"), ("custody", "2025-01-05", "2025-01-10")], 31),
        ([("custody", "2025-11-26")], 2),
    ],
)
def test_the_days_in_custody_count_both_ends_and_no_day_twice(spans, days):
    assert held(*spans).days_in_custody(dt.date(2025, 11, 27)) == days


def test_custody_may_end_far_in_the_future_and_not_after_the_last_day():
    assert held(("custody", "2025-11-26", "2200-12-31")).days_in_custody(None) == 63_953
    with pytest.raises(ValidationError, match="must be from 1900-01-01 to 2200-12-31, not 9999-12-31"):
        held(("custody", "2025-11-26", "9999-12-31"))


def test_custody_without_an_end_is_not_counted_without_a_hearing():
    assert held(("custody", "2025-11-26")).days_in_custody(None) is None

    def change(content):
        content["particulars"]["custody"] = [{"status": "custody", "from": "2025-04-02"}]
        content["dates"]["hearing"] = "2025-11"

    report = render(determine(case_of(change), BOOK), "md")
    assert (
        "- **Bail and custody**: Custody since 2 April 2025; "
        "days in custody not counted: a span of custody has no end, and the hearing has no date\n"
    ) in report


def conflicts(change):
    made = determine(case_of(change), BOOK)
    return [(each.said, each.why) for each in made.cautions if each.kind == "dates may conflict"]


def test_spans_that_may_conflict_are_cautions():
    def change(content):
        content["particulars"]["warrant"] |= {"certified": "2025-03", "issued": "2025-03"}
        content["particulars"]["requested_person"]["date_of_birth"] = "2018"

    assert conflicts(change) == [
        ("birth", "after the conduct (2018-11-30)"),
        ("issue", "after the certificate"),
        ("certificate", "another day than the certificate in dates (2025-03-24)"),
    ]
    assert conflicts(None) == []


def test_the_same_span_twice_is_no_conflict():
    def change(content):
        content["particulars"]["warrant"]["certified"] = content["dates"]["certificate"] = "2025-03"

    assert conflicts(change) == []


def test_particulars_are_held_against_each_date_only_where_both_are_there():
    def change(content):
        content["particulars"] = {"warrant": {"certified": "2025-03-24"}, "requested_person": {"name": "A"}}
        del (
            content["offences"][0]["conduct_date"],
            content["dates"]["certificate"],
            content["dates"]["hearing"],
        )

    assert conflicts(change) == []


def test_a_request_of_part_2_is_not_called_a_warrant():
    part_2 = copy.deepcopy(read(ROOT / "examples/part_2_accusation_sent/case.yaml").content)
    part_2["particulars"] = {"request": {"reference": "R-1", "requesting_authority": "A ministry"}}
    made = determine(CaseFile.parse("x", yaml.safe_dump(part_2)), BOOK)
    assert "- **Request**: R-1\n- **Requesting authority**: A ministry\n" in render(made, "md")
    part_2["particulars"] = {"warrant": {"reference": "R-1"}}
    with pytest.raises(
        SourceError, match=r"particulars\.warrant: is for Part 1; in Part 2 it is called request"
    ):
        determine(CaseFile.parse("x", yaml.safe_dump(part_2)), BOOK)


def test_the_reference_of_the_caller_is_carried_through():
    case = case_of()
    compared = compare(case, BOOK)
    assert [each.reference for each in compared.cases] == ["EXAMPLE/0001"]
    assert '"EXAMPLE/0001"' in render(compared, "csv").splitlines()[1]
    assert '"case","reference",' in render(compared, "csv").splitlines()[0]
    for form in ("md", "html"):
        assert "A conviction, reference EXAMPLE/0001" in render(compared, form).replace(
            case.case, "A conviction"
        )
    several = compare([case, case], BOOK)
    assert render(several, "html").count("reference EXAMPLE/0001") >= 2
    decided = CaseFile.load(min(ROOT.glob("precedents/*.yaml")))
    validated = validate([decided.model_copy(update={"reference": "MINE_1"})], BOOK)
    assert {each.reference for each in validated.cases} == {"MINE_1"}
    assert r", reference MINE\_1 |" in render(validated, "md")


def test_a_case_file_is_written_with_its_particulars():
    case = case_of(of_warrants)
    again = CaseFile.parse("x", written(case))
    assert again.alone() == case.alone()
    assert written(case_of()).index("reference:") < written(case_of()).index("part:")


@pytest.fixture(scope="module")
def struck():
    return anonymous(case_of(lambda content: [with_names_everywhere(content), of_warrants(content)]), BOOK)


def test_anonymous_leaves_no_struck_text_in_any_report(struck):
    made = determine(struck, BOOK)
    reports = [render(made, form) for form in ("md", "html", "json")]
    reports += [render(further_information(struck, BOOK), form) for form in ("md", "html", "json")]
    reports += [render(compare(struck, BOOK), form) for form in ("md", "html", "csv", "json")]
    for report in reports:
        assert [text for text in SECRET if text in report] == []
        assert STRUCK in report
    for text in KEPT:
        assert text in render(made, "md")


def test_anonymous_strikes_whole_words_of_free_text_and_nothing_else(struck):
    assert struck.case == f"{STRUCK} v Romania"
    assert struck.notes == (
        f"Mr {STRUCK} ({STRUCK}), born {STRUCK} or {STRUCK}, was here in a van.",
        f"{STRUCK} and {STRUCK}; {STRUCK}, {STRUCK} and {STRUCK}; not MINE-7.",
    )
    given = struck.particulars
    assert given.requested_person.model_dump() == {
        "name": STRUCK,
        "date_of_birth": None,
        "nationality": (STRUCK,),
    }
    assert given.hearing_list[-1].title == f"Before {STRUCK}"
    assert (given.court, given.counsel.requested_person) == ("Westminster Magistrates' Court", (STRUCK,))
    assert [each.particulars.reference for each in struck.warrants] == [STRUCK, STRUCK]
    assert struck.warrants[0].offences[0].id == "burglaries"


def test_anonymous_does_not_change_the_outcome_and_replays(struck):
    whole = determine(case_of(with_names_everywhere), BOOK)
    made = determine(anonymous(case_of(with_names_everywhere), BOOK), BOOK)
    assert (made.outcome, made.law, made.versions) == (whole.outcome, whole.law, whole.versions)
    for each in (made, determine(struck, BOOK)):
        again = Record(parse_json(render(each, "json").encode())).replayed(BOOK)
        assert (again.status, again.case_file_differences) == ("identical", ())


def test_anonymous_again_changes_nothing(struck):
    assert anonymous(struck, BOOK).model_dump() == struck.model_dump()


def test_anonymous_checks_the_whole_file_first():
    def change(content):
        content["particulars"]["requested_person"]["date_of_birth"] = "2019-01-01"

    with pytest.raises(
        SourceError, match=r"case\.yaml:\d+:\d+: particulars\.requested_person\.date_of_birth: is"
    ):
        anonymous(case_of(change), BOOK)


def test_a_fault_of_an_anonymous_case_has_its_place_in_the_file():
    def change(content):
        content["dates"]["hearing"] = "2003-06-01"
        content["dates"] = {"hearing": "2003-06-01"}
        content["particulars"] = {"judge": "District Judge Sample"}
        del content["offences"][0]["conduct_date"]
        content["findings"] = {}

    with pytest.raises(SourceError, match=r"^case\.yaml:\d+:\d+: "):
        determine(anonymous(case_of(change), BOOK), BOOK)


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("张伟", "被告张伟今天出庭", f"被告{STRUCK}今天出庭"),
        ("Long", "a long LONG way from Long", f"a long {STRUCK} way from {STRUCK}"),
        ("J Exemplu-Test", "J and exemplu; Test, Exemplu", f"J and exemplu; {STRUCK}, {STRUCK}"),
        ("Jose\u0301 Exemplu", "Jos\u00e9 came", f"{STRUCK} came"),
        ("<b>Exemplu</b>", "Exemplu came", f"{STRUCK} came"),
    ],
)
def test_each_single_name_is_struck_out_as_a_whole_word(name, text, left):
    def change(content):
        content["particulars"] = {"requested_person": {"name": name, "date_of_birth": "1994"}}
        content["notes"] = [text]

    assert anonymous(case_of(change), BOOK).notes == (left,)


def test_a_date_of_birth_is_struck_out_without_a_name():
    def change(content):
        content["particulars"] = {"requested_person": {"date_of_birth": "1994-05-17"}}
        content["notes"] = ["Born 17 May 1994"]

    assert anonymous(case_of(change), BOOK).notes == (f"Born {STRUCK}",)


def test_a_case_without_particulars_is_anonymous_already():
    case = case_of(without)
    assert anonymous(case, BOOK).model_dump() == case.model_dump()
    assert anonymous(case_of(lambda content: content.pop("particulars")), BOOK).reference == STRUCK


def record(case):
    return Record(parse_json(render(determine(case, BOOK), "json").encode()))


def test_particulars_are_no_difference_in_derivation():
    for change in (without, with_other_names, of_warrants):
        whole = case_of(of_warrants) if change is of_warrants else case_of()
        other = case_of(lambda content, change=change: [change(content), with_other_names(content)])
        again = record(whole).replayed(BOOK, other)
        assert (again.status, again.differences) == ("identical", ())
        assert {each.place.partition(".")[0] for each in again.case_file_differences} <= {
            "reference",
            "particulars",
            "warrants[one]",
        }
        assert again.case_file_differences


def with_other_names(content):
    content["reference"] = "OTHER"
    content.setdefault("particulars", {})["judge"] = "Another"
    for each in content.get("warrants", [])[:1]:
        del each["particulars"]


def test_a_record_from_before_particulars_is_identical():
    content = json.loads(render(determine(case_of(without), BOOK), "json"))
    del content["reference"], content["case_file"]["reference"], content["case_file"]["particulars"]
    assert Record(parse_json(json.dumps(content).encode())).replayed(BOOK).status == "identical"


def test_a_hash_of_other_content_stays_a_difference():
    content = json.loads(render(determine(case_of(), BOOK), "json"))
    content["case_file_hash"] = "0" * 64
    content["warrants"] = ["no warrant"]
    again = Record(parse_json(json.dumps(content).encode())).replayed(BOOK)
    assert [each.place for each in again.differences] == ["warrants[0]", "case_file_hash"]
