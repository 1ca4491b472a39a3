"""Each feature over each rule book on disk, and the ends that a book of other matters has."""

import json

import pytest
from strategies import BOOK, ROOT, book_in

from extradition import CaseFile, RuleBook, SourceError, UnknownLawError, determine, determine_each_matter
from extradition.cli import main
from extradition.hearing.examination import examine
from extradition.report import render
from extradition.report.summary import summary_of
from extradition.web.rule_books import RuleBooks

THIRD = book_in("tests/books/third")
CASES = ROOT / "tests/books/cases/third"


def case_of(matter, text=""):
    """A case of the third book in that *matter*; *text* is what stands after its dates."""
    return CaseFile.parse("case.yaml", f"case: X\nmatter: {matter}\ndates: {{hearing: 2015-06-01}}\n{text}")


@pytest.mark.parametrize(
    ("matter", "findings", "outcome", "under"),
    [
        (
            "power-to-enter",
            "{licensed_premises: yes, suspicion: yes, reasonable_hour: yes}",
            "the inspector may enter the premises",
            "LA 1999 s 5",
        ),
        (
            "power-to-enter",
            "{licensed_premises: yes, suspicion: no}",
            "the inspector may not enter the premises",
            "LA 1999 s 5",
        ),
        ("power-to-enter", "{licensed_premises: no}", "refer to the magistrate", "LA 1999 s 6"),
        (
            "duty-to-notify",
            "{premises_closed: yes, days_closed: 2}",
            "the licensing authority must notify the holder of the licence, within 48 hours from the closure",
            "LA 1999 s 20(2)",
        ),
        (
            "duty-to-notify",
            "{premises_closed: yes, days_closed: 1}",
            "the licensing authority need not notify the holder of the licence",
            "LA 1999 s 21",
        ),
        ("duty-to-notify", "{premises_closed: no}", "nothing more is needed", "LA 1999 s 21"),
        ("power-to-enter", "{}", "open", None),
    ],
)
def test_each_end_reads_as_a_sentence(matter, findings, outcome, under):
    made = determine(case_of(matter, f"findings: {findings}"), THIRD)
    assert (made.outcome, made.under) == (outcome, under)


def test_a_duty_says_whose_it_is_and_within_what_time():
    made = determine(CaseFile.load(CASES / "duty-to-notify.yaml"), THIRD)
    outcome = made.offences[0].outcome
    assert (outcome.by, outcome.within.length, outcome.within.from_) == (
        "licensing authority",
        "48 hours",
        "the closure",
    )


def test_what_is_referred_says_why():
    made = determine(case_of("power-to-enter", "findings: {licensed_premises: no}"), THIRD)
    assert made.offences[0].outcome.because == (
        "Premises without a licence may be entered only under a warrant."
    )


def test_a_step_follows_the_use_of_a_power():
    made = determine(CaseFile.load(CASES / "power-to-enter.yaml"), THIRD)
    assert [each.title for each in made.afterwards] == ["A record of the entry"]


def test_if_nothing_more_is_shown_is_worked_out_as_for_a_hearing():
    made = determine(case_of("power-to-enter", "findings: {licensed_premises: yes}"), THIRD)
    closing = made.offences[0].if_nothing_more_is_shown.outcome
    assert (made.outcome, closing.outcome) == ("open", "the inspector may not enter the premises")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "case: X\ndates: {}\n",
            "or one of the matters of this rule book: power-to-enter, duty-to-notify",
        ),
        (
            "case: X\nmatter: power-to-entre\ndates: {}\n",
            "matter: power-to-entre is not a matter of this rule book; did you mean power-to-enter?",
        ),
        (
            "case: X\nmatter: duty-to-notify\ndates: {}\nfindings: {suspicion: yes}\n",
            "is asked only in Power to enter premises; this is a case of the matter duty-to-notify",
        ),
        (
            "case: X\nmatter: duty-to-notify\ndates: {}\nfindings: {days_closed: {answer: 3, by: judge}}\n",
            "by: must be 'inspector', 'licensing authority', 'magistrate'",
        ),
        (
            "case: X\nmatter: duty-to-notify\ndates: {}\noffences: [{id: one, case_type: accusation}]\n",
            "case_type: is not a key that belongs here",
        ),
    ],
)
def test_a_case_of_another_book_or_matter_is_refused(text, says):
    with pytest.raises(SourceError) as error:
        examine(CaseFile.parse("case.yaml", text), THIRD)
    assert says in str(error.value)


def test_guidance_stands_next_to_the_law_in_the_determination_and_decides_nothing():
    made = determine(CaseFile.load(CASES / "power-to-enter.yaml"), THIRD)
    given = {step.provision: [each.at for each in step.guidance] for step in made.offences[0].steps}
    assert given == {"LA 1999 s 4(1)": [], "LA 1999 s 5": ["LG at entry-at-night"]}
    assert made.outcome == "the inspector may enter the premises"


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("depth", ["note", "hearing", "full"])
def test_every_report_shows_guidance_under_its_own_heading(form, depth):
    made = determine(CaseFile.load(CASES / "power-to-enter.yaml"), THIRD)
    text = render(made, form, depth=depth)
    assert "Guidance" in text
    assert "The Act asks for no colleague." in text


def test_the_check_lists_what_guidance_says_with_both_addresses(capsys):
    assert main(["check", str(ROOT / "tests/books/third"), "--guidance"]) == 0
    assert "## Guidance next to the law" in capsys.readouterr().out
    listed = summary_of(THIRD, with_guidance=True).guidance
    assert [(each.provision_address, each.at_address, each.differs) for each in listed] == [
        (
            "https://www.legislation.gov.uk/ukpga/1999/99/section/5",
            "https://www.example.org/licensing",
            "The Act asks for no colleague.",
        )
    ]


BOTH = (
    "findings: {licensed_premises: yes, suspicion: yes, reasonable_hour: yes, premises_closed: yes, "
    "days_closed: 3}"
)


def test_a_checklist_is_one_case_under_every_matter_whose_gate_holds():
    case = CaseFile.parse("case.yaml", f"case: X\ndates: {{hearing: 2015-06-01}}\n{BOTH}")
    made = determine_each_matter(case, THIRD)
    assert [(each.part, each.outcome) for each in made.determinations] == [
        ("power-to-enter", "the inspector may enter the premises"),
        (
            "duty-to-notify",
            "the licensing authority must notify the holder of the licence, within 48 hours from the closure",
        ),
    ]


@pytest.mark.parametrize(
    ("findings", "because", "open_facts"),
    [
        ("{licensed_premises: yes, premises_closed: no}", "the gate does not hold", ()),
        ("{licensed_premises: yes}", "the gate is open", ("premises_closed",)),
    ],
)
def test_a_checklist_says_what_was_not_asked_and_why(findings, because, open_facts):
    case = CaseFile.parse("case.yaml", f"case: X\ndates: {{hearing: 2015-06-01}}\nfindings: {findings}\n")
    made = determine_each_matter(case, THIRD)
    assert [(each.part, each.because, each.open_facts) for each in made.not_asked] == [
        ("duty-to-notify", because, open_facts)
    ]
    assert "Not asked" in render(made, "md")


def test_a_checklist_refuses_a_fact_of_no_matter():
    case = CaseFile.parse("case.yaml", "case: X\ndates: {}\nfindings: {extraditoin_offence: yes}\n")
    with pytest.raises(SourceError, match=r"findings.extraditoin_offence: is not a fact or a question"):
        determine_each_matter(case, THIRD)


def test_a_matter_without_a_gate_is_asked_only_if_it_is_that_of_the_case():
    made = determine_each_matter(CaseFile.load(ROOT / "examples/part_1_conviction/case.yaml"), BOOK)
    assert [each.part for each in made.determinations] == ["1"]
    assert {each.because for each in made.not_asked if each.part == "2"} == {"no gate, and another matter"}


def with_a_warrant(findings):
    return CaseFile.parse(
        "case.yaml",
        "case: X\npart: 1\nterritory: BE\ndates: {arrest: 2024-05-01, hearing: 2024-06-01}\nwarrants:\n"
        f"  - {{id: a, findings: {findings}, offences: [{{id: one, case_type: accusation}}]}}\n",
    )


def test_a_checklist_reads_the_findings_under_each_warrant():
    made = determine_each_matter(with_a_warrant("{category_of_requested_territory: category_1}"), BOOK)
    assert "arrest-on-warrant" in [each.part for each in made.determinations]
    assert {each.because for each in made.not_asked if each.part == "arrest-after-request"} == {
        "the gate does not hold"
    }


def test_a_checklist_refuses_a_fact_of_no_matter_under_a_warrant():
    with pytest.raises(SourceError, match=r"warrants\[0\]\.findings\.extraditoin_offence: is not a fact"):
        determine_each_matter(with_a_warrant("{extraditoin_offence: yes}"), BOOK)


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_checklist_of_one_file_is_one_report(form, tmp_path, capsys):
    (tmp_path / "case.yaml").write_text(
        f"case: X\ndates: {{hearing: 2015-06-01}}\n{BOTH}\n", encoding="utf-8"
    )
    third = str(ROOT / "tests/books/third")
    path = str(tmp_path / "case.yaml")
    options = ["--every-matter", "--rules", third, "--format", form]
    assert main(["determine", path, *options]) == 0
    text = capsys.readouterr().out
    assert "may enter the premises" in text
    assert "must notify the holder of the licence" in text
    assert main(["determine", path, path, *options]) == 2


def test_a_case_of_another_book_is_refused_and_the_book_with_the_fact_is_named():
    other = CaseFile.parse("case.yaml", "case: X\nbook: third-book\nmatter: duty-to-notify\ndates: {}\n")
    with pytest.raises(
        SourceError, match="book: is the rule book third-book, and this is the rule book third"
    ):
        examine(other, THIRD)
    with pytest.raises(SourceError, match="this is another rule book"):
        examine(other, BOOK)
    facts = case_of("duty-to-notify", "findings: {premises_closed: yes, deliberately_absent: yes}\n")
    with pytest.raises(SourceError, match=f'the rule book "{BOOK.title}" has it'):
        examine(facts, THIRD)


def test_a_book_that_is_not_installed_is_refused():
    with pytest.raises(UnknownLawError, match="'international-polcing' is not a rule book of this package"):
        RuleBook.load_named("international-polcing")
    assert RuleBook.load_named(None).digest == BOOK.digest


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_what_is_watched_is_listed_with_its_source_and_day(form, capsys):
    third = str(ROOT / "tests/books/third")
    assert main(["questions", "--watch", "--rules", third, "--format", form]) == 0
    text = capsys.readouterr().out
    assert "A register of closures" in text
    assert "https://www.example.org/register" in text
    assert "An order that brings the register into force." in text


def test_what_is_watched_has_no_diagram(capsys):
    third = str(ROOT / "tests/books/third")
    assert main(["questions", "--watch", "--diagram", "--rules", third]) == 2
    assert capsys.readouterr() == ("", "extradition: what is watched has no diagram\n")


def test_a_notice_gives_the_sketch_of_a_case_without_a_finding(tmp_path, capsys):
    notice = {
        "name": "DOE",
        "forename": "JANE",
        "date_of_birth": "1980/02/01",
        "nationalities": ["FR"],
        "entity_id": "2026/1",
        "weight": 60,
        "arrest_warrants": [{"charge": "Vol", "issuing_country_id": "RO", "charge_translation": "Theft"}],
        "_links": {"self": {"href": "https://example.org/notices/2026-1"}},
    }
    path = tmp_path / "notice.json"
    path.write_text(json.dumps(notice), encoding="utf-8")
    assert main(["notice", str(path), "--out", str(tmp_path / "case.json")]) == 0
    case = CaseFile.load(tmp_path / "case.json")
    assert (case.case, case.territory, case.reference) == ("JANE DOE", "RO", "2026/1")
    assert [offence.title for offence in case.offences] == ["Theft"]
    assert not case.findings
    assert not any(offence.findings for offence in case.offences)
    assert any("Left out of this sketch: weight." in note for note in case.notes)
    assert any("assertion of RO" in note for note in case.notes)


def test_a_field_that_a_notice_leaves_empty_is_left_out(tmp_path, capsys):
    empty = dict.fromkeys(("forename", "date_of_birth", "nationalities", "entity_id"))
    warrant = {"issuing_country_id": "RO", "charge": "theft", "charge_translation": None, "court": "X"}
    path = tmp_path / "notice.json"
    path.write_text(json.dumps({"name": "DOE", **empty, "arrest_warrants": [warrant]}), encoding="utf-8")
    assert main(["notice", str(path), "--out", str(tmp_path / "case.json")]) == 0
    case = CaseFile.load(tmp_path / "case.json")
    assert (case.case, case.reference, case.offences[0].title) == ("DOE", None, "theft")
    assert case.particulars.requested_person.date_of_birth is None
    assert not case.particulars.requested_person.nationality
    assert "Left out of the warrants of this sketch: court." in case.notes
    before = (tmp_path / "case.json").read_bytes()
    assert main(["notice", str(path), "--out", str(tmp_path / "case.json")]) == 2
    assert (tmp_path / "case.json").read_bytes() == before


@pytest.mark.parametrize(
    ("notice", "says"),
    [
        ('{"name": "X", "nationalities": "GB"}', "nationalities: must be a list of codes"),
        ("[]", "name: is required"),
        ('{"name": "X", "arrest_warrants": {}}', None),
        ('{"name": "X", "arrest_warrants": "Y"}', "must be a list"),
        ('{"name": ""}', "notice.json:1:2: name: is required"),
        ('{"name": null}', "notice.json:1:2: name: is required"),
        ('{"name": 5}', "notice.json:1:2: name: must be text"),
        ('{"name": "X",\n "forename": 5}', "notice.json:2:2: forename: must be text"),
        ('{"name": "X", "entity_id": ["a"]}', "entity_id: must be text"),
        ('{"name": "X", "nationalities": ["GB", 5]}', "nationalities[1]: must be text"),
        ('{"name": "X", "arrest_warrants": [{"charge": ["a"]}]}', "arrest_warrants[0].charge: must be text"),
        (
            '{"name": "X",\n "date_of_birth": "1990-02-30"}',
            "notice.json:2:2: date_of_birth: '1990-02-30' is no date: February 1990 has the days 1 to 28",
        ),
        ('{"name": "X", "date_of_birth": "1990/02/30"}', "'1990/02/30' is no date: February 1990 has"),
        ('{"name": "X", "date_of_birth": "30/2/1990"}', "'30/2/1990' is no date: February 1990 has"),
        ('{"name": "X", "date_of_birth": "1990/00/00"}', "'1990/00/00' is no date: there is no month 0"),
        ('{"name": "X", "date_of_birth": "1990/2/1"}', None),
        ('{"name": "X", "date_of_birth": "1990"}', None),
        ('{"name": "X", "date_of_birth": 1990}', None),
        ('{"name": "X", "date_of_birth": ""}', None),
        ('{"name": "X", "date_of_birth": "young"}', "'young' is no date: must be a date such as 2024-03-06"),
        ('{"name": "X", "date_of_birth": ["1990"]}', "['1990'] is no date: must be one date"),
        (
            '{"name": "X"} # from the list',
            "notice.json:1:15: is not JSON: extra data; JSON has no comments: leave it out\n",
        ),
        ("name: X", "notice.json:1:1: is not JSON: expecting value\n"),
    ],
)
def test_a_notice_of_another_shape_is_refused(notice, says, tmp_path, capsys):
    path = tmp_path / "notice.json"
    path.write_text(notice, encoding="utf-8")
    assert main(["notice", str(path)]) == (0 if says is None else 2)
    out = capsys.readouterr()
    assert says is None or (says in out.err and not out.out)
    assert says is not None or CaseFile.parse("case.json", out.out).case == "X"


@pytest.fixture
def installed(monkeypatch):
    """The third book, as if it came with the package."""
    folders = {"third": ROOT / "tests/books/third"}
    monkeypatch.setattr("extradition.rule_book.installed.installed_books", lambda: folders)
    monkeypatch.setattr("extradition.cli.report_options.installed_books", lambda: folders)


@pytest.mark.parametrize("of_folder", [False, True])
def test_a_case_file_names_its_book(of_folder, installed, tmp_path, capsys):
    text = (CASES / "duty-to-notify.yaml").read_text(encoding="utf-8")
    path = tmp_path / "case.yaml"
    path.write_text(f"book: third\n{text}", encoding="utf-8")
    out = ["--out", str(tmp_path / "made")] if of_folder else []
    assert main(["determine", str(tmp_path if of_folder else path), "--engine", "plain", *out]) == 0
    files = sorted((tmp_path / "made").glob("*.md"))
    made = files[0].read_text(encoding="utf-8") if of_folder else capsys.readouterr().out
    assert "must notify the holder of the licence" in made


def test_a_book_can_be_named_in_place_of_its_folder(installed, capsys):
    assert main(["questions", "--rules", "third"]) == 0
    assert "Grounds for entry" in capsys.readouterr().out


@pytest.fixture
def mixed(installed, tmp_path):
    """A folder with a case of the first book, and a case and a checklist of the third."""
    (tmp_path / "in").mkdir()
    first = (ROOT / "examples/part_1_conviction/case.yaml").read_text(encoding="utf-8")
    (tmp_path / "in/a.yaml").write_text(first, encoding="utf-8")
    for name, matter in (("b", "duty-to-notify"), ("c", "every")):
        text = (CASES / "duty-to-notify.yaml").read_text(encoding="utf-8")
        text = text.replace("duty-to-notify", matter).replace("case: The Old Oak", f"case: Case {name}")
        (tmp_path / f"in/{name}.yaml").write_text(f"book: third\n{text}", encoding="utf-8")
    return tmp_path / "in"


def test_each_file_of_a_folder_is_determined_under_the_book_that_it_names(mixed, capsys):
    assert main(["determine", str(mixed), "--engine", "plain", "--format", "json"]) == 0
    first, second, checklist = json.loads(capsys.readouterr().out)
    assert [each["rule_book"] == BOOK.digest for each in (first, second, checklist)] == [True, False, False]
    assert [each["kind"] for each in (first, second)] == ["determination (support)"] * 2
    assert checklist["kind"] == "checklist (support)"
    assert [each["part"] for each in checklist["determinations"]] == ["duty-to-notify"]


def test_a_rule_book_that_is_named_is_the_one_for_every_file(mixed, capsys):
    assert main(["determine", str(mixed), "--engine", "plain", "--rules", "third"]) == 1
    (fault,) = capsys.readouterr().err.splitlines()
    do = "use that one, which is there without --rules (in Python, RuleBook.load())"
    assert f'these are facts of the rule book "{BOOK.title}": {do}' in fault


WITH_A_DRAFT = ["determine", "--with", str(ROOT / "docs/tasks/draft-a-law.yaml")]


@pytest.mark.parametrize("command", [["compare"], ["validate"], WITH_A_DRAFT])
def test_a_report_on_several_cases_and_a_draft_have_one_rule_book(command, mixed, capsys):
    assert main([*command, str(mixed), "--engine", "plain"]) in (1, 2)
    said = capsys.readouterr().err
    assert said.count("book: is the rule book third, and this is another rule book") == 2
    assert "premises_closed" not in said


def test_an_unknown_book_in_a_folder_is_a_fault_of_its_file(mixed, capsys):
    (mixed / "d.yaml").write_text("case: X\nbook: thrid\ndates: {}\n", encoding="utf-8")
    assert main(["determine", str(mixed), "--engine", "plain", "--format", "json"]) == 1
    (fault,) = capsys.readouterr().err.splitlines()
    assert fault.endswith("d.yaml:2:1: book: 'thrid' is not a rule book of this package; did you mean third?")


@pytest.mark.parametrize("name", ["--every-matter", None])
def test_a_case_with_facts_of_another_book_has_one_fault(name, installed, tmp_path, capsys):
    path = tmp_path / "case.yaml"
    text = (CASES / "duty-to-notify.yaml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    assert main(["determine", str(path), *([name] if name else [])]) == 2
    (fault,) = capsys.readouterr().err.splitlines()
    assert fault.endswith(
        "4:12: findings.premises_closed: these are facts of the rule book third: say book: third"
    )


@pytest.mark.parametrize(
    ("matter", "says"),
    [
        (
            "",
            "matter: is required; write every for a checklist of every matter (the command extradition",
        ),
        (
            "matter: every\n",
            "matter: asks for a checklist, which only the command line makes (extradition determine FILE)",
        ),
        ("matter: evry\n", "matter: evry is not a matter of this rule book; did you mean every?"),
    ],
)
def test_a_case_without_a_matter_has_one_fault_that_says_what_to_add(matter, says):
    text = f"case: X\n{matter}dates: {{hearing: 2015-06-01}}\nfindings: {{premises_closed: yes}}\n"
    with pytest.raises(SourceError) as error:
        examine(CaseFile.parse("case.yaml", text), THIRD)
    (fault,) = str(error.value).splitlines()
    assert says in fault


def test_the_examples_of_every_book_are_determined_in_one_run(tmp_path, capsys):
    folder = str(ROOT / "examples/international_policing")
    assert main(["determine", folder, "--out", str(tmp_path / "made"), "--engine", "plain"]) == 0
    assert capsys.readouterr().err == ""
    assert (tmp_path / "made/custody_checklist.md").exists()


def test_a_fact_of_another_book_names_that_book(installed):
    head = "case: X\npart: 1\nterritory: RO\ndates: {}\n"
    head += "findings: {premises_closed: yes, identity_established: yes}\n"
    text = f"{head}offences: [{{id: a, case_type: conviction}}]\n"
    with pytest.raises(SourceError, match="the rule book third has it"):
        examine(CaseFile.parse("case.yaml", text), BOOK)


def test_a_service_determines_a_case_of_any_book_installed(installed):
    books = RuleBooks(BOOK)
    case = CaseFile.parse("case.yaml", "case: X\nbook: third\nmatter: duty-to-notify\ndates: {}\n")
    assert books.of_case(case).digest == THIRD.digest
    assert books.of_case(CaseFile.load(ROOT / "examples/part_1_conviction/case.yaml")) is BOOK
