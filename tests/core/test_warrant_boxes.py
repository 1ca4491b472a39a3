"""A warrant's own file as lines of text: its boxes, its ticks and its entries, and what is not read."""

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BOOK, ROOT, SMALL
from warrant_text import FIRST, OLDER, SECOND, box_d, older_box_d, options_of, warrant

from extradition import CaseFile, RuleBook, SourceError
from extradition.casework.warrant_file.box_reading import reading_of
from extradition.casework.warrant_file.boxes import BoxText, boxes_of
from extradition.casework.warrant_file.printed_entries import date_read, length_read, name_read
from extradition.casework.warrant_file.reading import read_warrant
from extradition.casework.warrant_file.skeleton import skeleton_of, skeleton_text
from extradition.casework.warrant_file.text_lines import TextLine
from extradition.casework.warrant_file.ticks import option_states
from extradition.report import render_warrant
from extradition.rule_book.printed_form import PrintedForm
from extradition.source import parse

PRINTED = BOOK.warrant_form.printed
COUNT = "the form has no entry for the number of decisions: count them in box (b)"
SOURCES = {
    "particulars.requested_person.name": ("Dragoș Ion Exemplu", "box (a)"),
    "particulars.requested_person.date_of_birth": ("1994-05-17", "box (a)"),
    "particulars.requested_person.nationality": ("Romanian", "box (a)"),
    "particulars.warrant.reference": ("EX-112/2021", "box (i)"),
    "particulars.warrant.issued": ("2021-08-30", "box (i)"),
    "particulars.warrant.issuing_authority": ("Judecătoria Exemplu", "box (i)"),
}


def lines(texts, page=1):
    return [each if isinstance(each, TextLine) else TextLine(each, page) for each in texts]


def read(texts, name="warrant.docx"):
    return reading_of(lines(texts), name, PRINTED, BOOK.warrant_form.part)


def not_read(reading):
    return {each.at: each.why for each in reading.not_read if each.why != COUNT}


def states(d):
    boxes = boxes_of(lines(warrant(d=[*d])), PRINTED, "x")
    return {each.option: each for each in option_states(boxes["d"], PRINTED)}


def test_a_warrant_of_the_agreement_is_read_whole():
    reading = read(FIRST)
    assert reading.form == "The form under the Trade and Cooperation Agreement (annex 43)"
    assert reading.warrant.model_dump(mode="json", exclude_defaults=True) == {
        "box_c": {"sentence_months": "2 years and 6 months"},
        "box_d": {
            "ticked": ["2", "3.1a"],
            "text": "He signed for the summons in Arad.",
            "summoned_on": "2020-02-14",
        },
    }
    assert reading.particulars.model_dump(mode="json", exclude_defaults=True) == {
        "requested_person": {
            "name": "Dragoș Ion Exemplu",
            "date_of_birth": "1994-05-17",
            "nationality": ["Romanian"],
        },
        "warrant": {
            "reference": "EX-112/2021",
            "issued": "2021-08-30",
            "issuing_authority": "Judecătoria Exemplu",
        },
    }
    assert [(each.entry, each.value, each.at, each.page) for each in reading.read] == [
        *((entry, value, at, 1) for entry, (value, at) in SOURCES.items()),
        ("warrant.box_c.sentence_months", "2 years and 6 months", "box (c) 2", 1),
        ("warrant.box_d.ticked", "2", "box (d) 2", 1),
        ("warrant.box_d.ticked", "3.1a", "box (d) 3.1a", 1),
        ("warrant.box_d.summoned_on", "2020-02-14", "box (d) 3.1a", 1),
        ("warrant.box_d.text", "He signed for the summons in Arad.", "box (d) 4", 1),
    ]
    assert [(each.at, each.why) for each in reading.not_read] == [("box (b)", COUNT)]


def test_a_second_warrant_is_read_whole():
    reading = read(SECOND)
    assert reading.warrant.model_dump(mode="json", exclude_defaults=True) == {
        "box_c": {"sentence_months": "30 months"},
        "box_d": {"ticked": ["2", "3.4"], "time_limit_days": 30},
    }
    assert reading.particulars.requested_person.nationality == ("Polish", "German")
    assert not_read(reading) == {"box (d) 4, text": "it is left blank"}


def test_the_older_form_gives_no_options():
    reading = read(OLDER)
    assert reading.form == "The form before 2009, without the options of box (d)"
    assert reading.warrant.model_dump(exclude_defaults=True) == {"box_c": {"sentence_months": "3 years"}}
    assert not_read(reading) == {"box (d)": "this form is older than the options of box (d): read its text"}


def test_the_form_of_the_framework_decision_is_known_from_its_title():
    assert read(warrant("eaw")).form == "The form under the Framework Decision, as amended in 2009"
    assert read(warrant()[1:]).form is None


MARKS = [
    ("☒", "ticked"),
    ("☑", "ticked"),
    ("✓", "ticked"),
    ("X", "ticked"),
    ("[x]", "ticked"),
    ("(X)", "ticked"),
    ("☐", "empty"),
    ("[ ]", "empty"),
    ("( )", "empty"),
    ("■", "its mark is a picture, a drawing or a sign without a known meaning"),
    ("\ufffd", "its mark is a picture, a drawing or a sign without a known meaning"),
    ("", "no mark stands before its words"),
    ("☐ ☒", "several marks stand before its words"),
    ("☐ X", "several marks stand before its words"),
]


@pytest.mark.parametrize(("mark", "state"), MARKS)
def test_a_mark_is_a_tick_only_if_nothing_else_can_be_meant(mark, state):
    found = states(box_d(marks={"3.2": mark}))["3.2"]
    assert found.state == (state if state in ("ticked", "empty") else "not read")
    assert found.why == ("" if state in ("ticked", "empty") else state)


@pytest.mark.parametrize(
    "line",
    [
        "3.2. ☒ being aware of the scheduled trial",
        "☒ 3. 2 being aware of the scheduled trial",
        "☒\tbeing aware of the scheduled trial",
        "• ☒ 3.2) Being aware of the scheduled trial",
    ],
)
def test_a_mark_stands_before_or_after_the_number(line):
    d = [line if "being aware" in each else each for each in box_d()]
    assert states(d)["3.2"].state == "ticked"


NOT_CERTAIN = [
    ("☒ 3.3. being aware of the scheduled trial", "it is numbered 3.3, and has the words of 3.2"),
    ("☐ 3.2. being aware of the scheduled trial ☒", "another mark stands inside or after its words"),
    ("3.2. being aware of the scheduled trial ☒", "no mark stands before its words"),
    ("☐ 3.2. in another wording", "its printed words were not found"),
    (
        TextLine("☒ 3.2. being aware of the scheduled trial", 1, is_doubtful=True),
        "something is drawn over it, which may strike it out",
    ),
]


@pytest.mark.parametrize(("line", "why"), NOT_CERTAIN)
def test_an_option_that_is_not_certain_is_not_read(line, why):
    d = [line if "being aware" in each else each for each in box_d()]
    found = states(d)["3.2"]
    assert (found.state, found.why) == ("not read", why)


def test_an_option_that_stands_there_twice_is_not_read():
    d = [*box_d(("3.2",)), "☐ 3.2. being aware of the scheduled trial"]
    assert states(d)["3.2"].why == "its words stand in the box twice"


def test_an_option_that_word_marks_as_struck_out_is_not_ticked():
    struck = TextLine("", 1, "☐ 3.2. being aware of the scheduled trial")
    d = [struck if "being aware" in each else each for each in box_d(("1",))]
    assert states(d)["3.2"].state == "struck out"
    reading = read(warrant(d=d))
    assert reading.warrant.box_d.ticked == ("1",)
    assert "box (d) 3.2" not in not_read(reading)


def test_checks_and_crosses_in_one_box_are_not_read():
    found = states(box_d(marks={"2": "☑", "3.1a": "☒"}))
    why = "both checks and crosses are used in the box, and one of them may mean no"
    assert {option: each.why for option, each in found.items() if each.why} == {"2": why, "3.1a": why}


def test_a_mark_on_other_words_is_listed():
    d = [each.replace("☐ the person expressly", "☒ the person expressly") for each in box_d(("3.3",))]
    reading = read(warrant(d=d))
    assert reading.warrant.box_d.ticked == ("3.3",)
    assert not_read(reading)["box (d)"] == "a mark at these words has no entry in a case file"


def test_without_a_tick_that_could_be_read_the_box_is_left_out():
    reading = read(warrant(d=[*box_d(marks={"1": "■"}, text="He was there.")]))
    assert reading.warrant.box_d is None
    left = {each.at: (each.why, each.text) for each in reading.not_read}
    why = "no option could be read as ticked, so that the box is left out"
    assert left["box (d)"] == (why, "He was there.")


def test_no_tick_in_a_case_of_conviction_is_recorded():
    reading = read(warrant())
    assert reading.warrant.box_d.ticked == ()
    assert ("warrant.box_d.ticked", "none") in [(each.entry, each.value) for each in reading.read]


def test_no_tick_without_a_sentence_is_left_to_the_reader():
    reading = read(warrant(length="……"))
    assert reading.warrant is None
    assert not_read(reading)["box (d)"].startswith("no option is ticked, and box (c) 2 has no length")


def test_an_entry_is_read_only_in_the_option_that_is_ticked():
    reading = read(warrant(d=[*box_d(("1",), summoned="14/02/2020", days="30")]))
    assert reading.warrant.box_d.summoned_on is None
    assert reading.warrant.box_d.time_limit_days is None


ENTRIES = [
    (
        {"born": "05/06/1994"},
        "box (a), date of birth",
        "it is not written in a form that can be read for certain",
    ),
    (
        {"born": "about 1994"},
        "box (a), date of birth",
        "it is not written in a form that can be read for certain",
    ),
    ({"born": "…………"}, "box (a), date of birth", "it is left blank"),
    ({"born": "17 \ufffd 1994"}, "box (a), date of birth", "some of its characters cannot be read"),
    (
        {"forenames": "Ion (John)"},
        "box (a), forenames",
        "it is not written in a form that can be read for certain",
    ),
    (
        {"nationality": "Romanian 2"},
        "box (a), nationality",
        "it is not written in a form that can be read for certain",
    ),
    (
        {"length": "life"},
        "box (c) 2, sentence months",
        "it is not written in a form that can be read for certain",
    ),
    ({"official": "A" * 201}, "box (i), issuing authority", "it is longer than 200 characters"),
]


@pytest.mark.parametrize(("facts", "at", "why"), ENTRIES)
def test_an_entry_that_is_not_certain_is_not_read(facts, at, why):
    left = not_read(read(warrant(**facts)))
    assert left[at] == why


def test_a_line_drawn_over_an_entry_leaves_it_out():
    texts = [
        TextLine(each, 2, is_doubtful=True) if each.startswith("Nationality") else each for each in warrant()
    ]
    left = {each.at: each for each in read(texts).not_read}
    assert left["box (a), nationality"].why == "something is drawn over it, which may strike it out"
    assert (left["box (a), nationality"].page, left["box (a), nationality"].text) == (2, "Romanian")


def test_an_entry_that_a_footer_may_stand_in_is_not_read():
    texts = warrant()
    at = texts.index("Nationality: Romanian")
    texts[at + 1 : at + 1] = [TextLine("EX-112/2021", 1), TextLine("Page 1 of 9", 1, is_at_margin=True)]
    left = {each.at: each for each in read(texts).not_read}["box (a), nationality"]
    assert left.why == "it is at the end of a page, where a header or footer may stand in it"
    assert left.text == "Romanian EX-112/2021 Page 1 of 9"
    texts = warrant()
    texts[at] = TextLine(texts[at], 1, is_at_margin=True)
    assert read(texts).particulars.requested_person.nationality == ("Romanian",)


def test_an_entry_goes_on_until_the_next_printed_words():
    texts = warrant()
    at = texts.index("Official name: Judecătoria Exemplu")
    reading = read([*texts[: at + 1], "Secția penală", *texts[at + 1 :]])
    assert reading.particulars.warrant.issuing_authority == "Judecătoria Exemplu Secția penală"


def test_a_label_that_stands_there_twice_or_never_is_not_read():
    twice = not_read(read([*warrant(), "Date: 1 May 2022"]))
    assert twice["box (i), issued"] == "its printed label stands there twice"
    never = not_read(read([each for each in warrant() if not each.startswith("Date:")]))
    assert never["box (i), issued"] == "its printed label was not found"


def test_a_missing_heading_is_listed_and_its_entries_are_not_read():
    left = not_read(
        read([each for each in warrant(d=[*box_d(("1",))]) if not each.startswith(("(e)", "This warrant r"))])
    )
    assert left["box (e)"] == "its heading was not found"
    assert left["box (d) 4"] == "the heading of box (e) was not found, so that its end is not known"
    left = not_read(read([each for each in warrant() if not each.startswith(("(b)", "(d)"))]))
    assert set(left) == {"box (b)", "box (d)"}
    left = not_read(read([each for each in warrant() if not each.startswith("(i)")]))
    assert left["box (i), issued"] == "the heading of its box was not found"


def test_a_page_without_text_is_listed():
    reading = read([*warrant(), TextLine("\ufffd", 7, is_doubtful=True)])
    assert [(each.page, each.why) for each in reading.not_read][-1] == (7, "it is a picture without text")


def test_a_heading_may_have_its_letter_on_a_line_of_its_own_or_none():
    apart = [part for each in warrant() for part in (each.split(" ", 1) if each.startswith("(") else [each])]
    assert read(apart).particulars == read(warrant()).particulars
    bare = [each[4:] if each.startswith("(") else each for each in warrant()]
    assert read(bare).particulars == read(warrant()).particulars


REFUSED = [
    (
        ["Ein Haftbefehl", "(a) Angaben zur Identität"],
        "has no boxes (a) to (i) with the headings of a warrant in English",
    ),
    ([], "has no boxes (a) to (i)"),
    (warrant() * 2, "has the heading of box (a) twice: save each warrant as a file of its own"),
    ([*warrant()[20:], *warrant()[:20]], "has its boxes in another order than the form"),
]


@pytest.mark.parametrize(("texts", "message"), REFUSED)
def test_lines_that_are_no_warrant_in_english_are_refused(texts, message):
    with pytest.raises(SourceError) as refusal:
        read(texts)
    assert str(refusal.value).startswith(f"warrant.docx:1:1: {message}")


def test_a_form_without_the_printed_words_is_sound(tmp_path):
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    form = rules / "warrant_form.yaml"
    before, _, after = form.read_text().partition("\nprinted:")
    assert after
    form.write_text(f"{before}\n")
    assert RuleBook.load(rules).warrant_form.printed is None


def test_a_rule_book_without_the_printed_words_reads_no_file():
    with pytest.raises(SourceError, match="has no printed words of a warrant's form"):
        read_warrant(b"", "x.pdf", SMALL)


@pytest.mark.parametrize("page", [3, None])
def test_the_start_of_a_case_file_is_yaml_with_the_source_of_each_entry(page):
    reading = reading_of(lines(FIRST, page), "folder/x.docx", PRINTED, BOOK.warrant_form.part)
    text = render_warrant(reading)
    place = "page 3, box (c) 2" if page else "box (c) 2"
    assert f'sentence_months: "2 years and 6 months"  # {place}\n' in text
    assert "# - " + ("page 3, " if page else "") + "box (b): the form has no entry" in text
    assert parse("x.yaml", text).content == skeleton_of(reading)


def test_the_start_of_a_case_file_becomes_a_case_file():
    content = skeleton_of(read(FIRST))
    content |= {
        "case": "A start",
        "territory": "RO",
        "dates": {"arrest": "2021-09-25", "hearing": "2022-03-06"},
    }
    content["offences"][0]["case_type"] = "conviction"
    case = CaseFile.model_validate(content)
    assert case.offences[0].warrant == read(FIRST).warrant
    assert case.particulars == read(FIRST).particulars


def test_a_reading_with_nothing_in_it_is_still_a_start():
    empty = warrant(
        d=[*older_box_d()],
        name="",
        forenames="",
        nationality="",
        born="",
        length="",
        official="",
        reference="",
        date="",
    )
    reading = read(empty)
    assert (reading.warrant, reading.particulars) == (None, None)
    assert skeleton_text(reading) == 'part: "1"\ndates: {}\noffences:\n  - id: "offence-1"\n'
    other = reading_of(lines(FIRST), "warrant.docx", PRINTED, "route-to-uk")
    assert skeleton_of(other)["part"] == "route-to-uk"


def test_dates_lengths_and_names_are_read_whole():
    assert [date_read(text) for text in ("31.02.2020", "3 Foo 2020", "2020-13-01", "13/05/20")] == [None] * 4
    assert [str(date_read(text)) for text in ("2020-03-01", "1st May 2020", "05/05/2020", "13/05/2020")] == [
        "2020-03-01",
        "2020-05-01",
        "2020-05-05",
        "2020-05-13",
    ]
    assert length_read("4 years, of which 2 were served") is None
    assert name_read("3 May") is None


def test_an_empty_box_has_no_page():
    box = BoxText("a", ())
    assert box.page_at(0) is None
    assert not box.is_doubtful(0, 0)


def test_the_printed_words_cover_every_option_box_and_label():
    content = PRINTED.model_dump(mode="json")
    assert set(content["options"]) == set(BOOK.warrant_form.options)
    for key in ("boxes", "labels"):
        short = {**content, key: dict([*content[key].items()][1:])}
        with pytest.raises(ValueError, match=r"has no (a|surname)"):
            PrintedForm.model_validate(short)


LONG = 100_000
GAPS = [
    "• " + " " * LONG + "x",
    "☐" * LONG,
    "-" * LONG,
    "1" + "." * LONG,
    "1." * LONG,
    "(" + " " * LONG,
    "(a" + ")" * LONG,
    "3.2. being" + " " * LONG + "aware of",
    "X " * LONG,
    "Name:" + "…" * LONG,
]


@pytest.mark.no_cover
@pytest.mark.parametrize("gap", GAPS, ids=[each[:5] for each in GAPS])
def test_a_line_of_one_sign_many_times_does_not_stop_the_reading(gap):
    reading = read([gap, *warrant()[:12], gap, *warrant()[12:25], gap, *warrant()[25:]])
    assert reading.particulars.requested_person.name == "Dragoș Ion Exemplu"


PIECES = st.sampled_from([*FIRST, *SECOND, *OLDER, *options_of(("1",)), "☒", "X", "(d)", "\u202e", ""])


@given(st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=60))
def test_any_lines_are_read_or_refused(texts):
    try:
        reading = read(texts)
    except SourceError:
        return
    assert parse("x.yaml", render_warrant(reading)).content == skeleton_of(reading)
