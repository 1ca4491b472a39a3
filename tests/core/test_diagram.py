"""Diagrams: what stands in them, that no arrow says what the law does not, and that no title becomes a
mark.
"""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from extradition import RuleBook
from extradition.determination.outcome import Outcome, Stage
from extradition.report.drawing.hearing_diagram import (
    mermaid_of_book,
    mermaid_of_path,
    svg_of_book,
    svg_of_path,
)

SMALL = Path(__file__).parents[1] / "books/small"
SVG = "{http://www.w3.org/2000/svg}"
LABEL = re.compile(r'    [ne]\d+(?:\(\[|\[)"(?P<text>[^"]*)"(?:\]\)|\]):::\w+')
ARROW = re.compile(
    r'    (?P<start>[ne]\d+) (?P<arrow>-->|-\.->|-\.-)(?:\|"(?P<label>[^"]*)"\|)? (?P<to>[ne]\d+)'
)
CLASS = re.compile(r"    classDef \w+ [\w#:,. -]+")
HOSTILE = [
    '"]; click n0 "javascript:alert(1)" %% <script>alert(1)</script>',
    "`**bold**` #quot; #35; end\nsubgraph x\r\n1. one\u2028n9 --> n1",
    "<img src=x onerror=alert(1)> & [a](b) {{x}} || --> style: a:#b;",
    "- list </svg></text> ]]> <!-- -->",
    "\x00\x1b[31m \u202eturned \ud800",
    "   ",
]


def stage(number, title="Title", state="answered", **said):
    stated = {
        "answer": None,
        "leads_to": None,
        "certain": True,
        "decided_by": "judge",
        "decided_for": "person",
        **said,
    }
    return Stage(provision=f"TA 2000 s {number}", title=title, state=state, **stated)


def yes(number, to, **said):
    return stage(
        number,
        answer="yes",
        leads_to=Outcome(kind="proceed", to=f"TA 2000 s {to}", under="TA 2000 s 1"),
        **said,
    )


def no(number, kind="discharge", **said):
    outcome = {"kind": kind, "under": f"TA 2000 s {number}(9)", "by": "judge", **said.pop("outcome", {})}
    return stage(number, answer="no", leads_to=Outcome(**outcome), **said)


def arrows(mermaid):
    return [(each["start"], each["arrow"], each["label"], each["to"]) for each in ARROW.finditer(mermaid)]


def labels(mermaid):
    return [each["text"] for each in LABEL.finditer(mermaid)]


def drawn(svg):
    """The texts, the boxes and the ways of a drawing that is well-formed."""
    root = ET.fromstring(svg)  # noqa: S314  our own
    assert root.tag == f"{SVG}svg"
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "text",
        "path",
    }
    assert not any(key == "id" or key.startswith("on") for each in root.iter() for key in each.attrib)
    return root, [each.text for each in root.iter(f"{SVG}text")]


def test_an_answer_leads_to_the_question_it_names_past_those_not_reached():
    mermaid = mermaid_of_path(
        [yes(1, 4), stage("2(1)", state="not reached"), stage(3, state="not reached"), yes(4, 5), no(5)]
    )
    assert labels(mermaid) == [
        "s 1 Title<br/>yes",
        "2 questions not reached",
        "s 4 Title<br/>yes",
        "s 5 Title<br/>no",
        "discharge, under s 5(9)",
    ]
    assert arrows(mermaid) == [
        ("n0", "-->", "yes", "n2"),
        ("n2", "-->", "yes", "n3"),
        ("n3", "-->", "no", "e0"),
        ("n0", "-.-", None, "n1"),
        ("n1", "-.-", None, "n2"),
    ]
    assert '["s 1 Title<br/>yes"]:::yes' in mermaid
    assert '(["discharge, under s 5(9)"]):::ends' in mermaid


def test_questions_not_examined_are_counted_apart_from_those_not_reached():
    mermaid = mermaid_of_path(
        [stage(1, state="not examined"), no(2), stage(3, state="not reached"), stage(4, state="not examined")]
    )
    assert labels(mermaid)[::2] == [
        "1 question not examined",
        "1 question not reached",
        "discharge, under s 2(9)",
    ]
    assert labels(mermaid)[3] == "1 question not examined"


@pytest.mark.parametrize(
    ("state", "decided_by", "look", "stated"),
    [
        ("open", "judge", "open", "open"),
        ("judgment", "judge", "judgment", "for the judge"),
        ("judgment", "Secretary of State", "judgment", "for the Secretary of State"),
        ("makes no difference", "judge", "open", "open, makes no difference"),
    ],
)
def test_from_an_open_question_the_way_on_is_dashed(state, decided_by, look, stated):
    mermaid = mermaid_of_path(
        [stage(1, state=state, decided_by=decided_by), stage(2, state="not reached"), no(3, certain=False)]
    )
    assert f'["s 1 Title<br/>{stated}"]:::{look}' in mermaid
    assert "s 3 Title<br/>no<br/>if the hearing reaches it" in labels(mermaid)
    assert arrows(mermaid)[:2] == [("n0", "-.->", stated, "n2"), ("n2", "-.->", "no", "e0")]


def test_an_open_question_with_nothing_after_it_leads_nowhere():
    mermaid = mermaid_of_path([stage(1, state="judgment"), stage(2, state="not reached")])
    assert arrows(mermaid) == [("n0", "-.-", None, "n1")]


@pytest.mark.parametrize("state", ["not asked", "not in force"])
def test_a_question_passed_by_is_small_and_the_hearing_goes_on_from_it(state):
    passed = stage(1, state=state, leads_to=Outcome(kind="proceed", to="TA 2000 s 2"))
    mermaid = mermaid_of_path([passed, no(2)])
    assert f'["s 1 Title<br/>{state}"]:::aside' in mermaid
    assert arrows(mermaid)[0] == ("n0", "-->", state, "n1")


@pytest.mark.parametrize(
    ("outcome", "stated"),
    [
        ({"kind": "order"}, "order, under s 1(9)"),
        ({"kind": "adjourn", "under": None}, "adjourn"),
        ({"kind": "refuse", "by": "designated authority"}, "certificate refused, under s 1(9)"),
        (
            {"kind": "discharge", "by": "minister", "says": "discharge by the minister"},
            "discharge by the minister, under s 1(9)",
        ),
        (
            {"kind": "send", "to": "TA 2000 s 93", "says": "send to the minister"},
            "send to the minister, under s 1(9)",
        ),
        ({"kind": "proceed", "to": "TA 2000 s 9"}, "proceed to s 9, under s 1(9)"),
    ],
)
def test_every_end_is_reported_in_the_words_of_the_outcome(outcome, stated):
    stages = [no(1, outcome=outcome)]
    assert labels(mermaid_of_path(stages))[1] == stated
    root, texts = drawn(svg_of_path(stages, title="The path"))
    assert " ".join(texts).endswith(stated)
    assert root.find(f"{SVG}desc").text == f"s 1 Title: no; leads to {stated}."


def test_a_case_that_is_sent_goes_on_from_there():
    stages = [
        no(1, outcome={"kind": "send", "to": "TA 2000 s 93", "says": "send to the Secretary of State"}),
        stage(93, state="open", decided_by="Secretary of State"),
    ]
    assert arrows(mermaid_of_path(stages)) == [("n0", "-->", "no", "e0"), ("e0", "-->", None, "n1")]
    root, _ = drawn(svg_of_path(stages, title="The path"))
    assert root.find(f"{SVG}desc").text == (
        "s 1 Title: no; leads to send to the Secretary of State, under s 1(9), then s 93. s 93 Title: open."
    )
    assert len(root.findall(f"{SVG}path")) == 4


def test_no_title_can_break_the_syntax_or_become_markup():
    stages = [yes(i, i + 1, title=title) for i, title in enumerate(HOSTILE)]
    mermaid = mermaid_of_path(stages)
    first, *lines = mermaid.splitlines()
    assert first == "flowchart TD"
    assert all(LABEL.fullmatch(line) or ARROW.fullmatch(line) or CLASS.fullmatch(line) for line in lines)
    for text in labels(mermaid):
        assert re.fullmatch(r"[\w ,()'-]*", re.sub(r"<br/>|#\w+;", "", text))
    assert "#60;" not in mermaid
    assert "s 2 #lt;img src#61;x onerror#61;alert(1)#gt; #amp; #91;a#93;(b)" in mermaid
    assert "U+0000U+001B#91;31m U+202Eturned U+D800" in mermaid.replace("#43;", "+")


def test_what_was_escaped_reads_as_it_was_written():
    stages = [yes(i, i + 1, title=title) for i, title in enumerate(HOSTILE)]
    svg = svg_of_path(stages, title=HOSTILE[0])
    root, texts = drawn(svg)
    assert root.find(f"{SVG}title").text == HOSTILE[0]
    assert " ".join(HOSTILE[2].split()) in " ".join(texts)
    assert "U+0000U+001B[31m U+202Eturned U+D800" in " ".join(texts)
    svg.encode()


def test_a_drawing_tells_those_who_do_not_see_it_everything():
    root, _ = drawn(
        svg_of_path(
            [yes(1, 3), stage(2, state="not reached"), stage(3, state="judgment"), yes(4, 9, certain=False)],
            title="The path",
        )
    )
    assert [each.tag for each in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root.attrib["role"] == "img"
    assert root.attrib["width"] == "100%"
    assert root.find(f"{SVG}desc").text == (
        "s 1 Title: yes; leads to s 3. 1 question not reached. s 3 Title: for the judge; may lead to s 4. "
        "s 4 Title: yes; if the hearing reaches it; may lead to proceed to s 9, under s 1."
    )


def test_every_line_of_a_drawing_stands_inside_it_and_boxes_do_not_overlap():
    stages = [
        yes(1, 6, title="M" * 70),
        yes(2, 4),
        yes(3, 5, title="A title of many words that does not fit on one line of a box, nor on two"),
        stage("4(1)(a)", state="makes no difference", certain=False),
        stage(4, state="judgment", decided_by="Secretary of State"),
        no(5, outcome={"kind": "send", "to": "TA 2000 s 6"}),
        no(6, "order", outcome={"by": "Secretary of State"}),
        *(yes(i, 30, certain=False) for i in range(7, 17)),
        stage(30, state="not reached"),
    ]
    root, _ = drawn(svg_of_path(stages, title="The path"))
    _, _, width, height = map(int, root.attrib["viewBox"].split())
    boxes = [
        [int(each.attrib[key]) for key in ("x", "y", "width", "height")]
        for each in root.findall(f"{SVG}rect")
        if each.attrib["rx"] == "9"
    ]
    assert all(x >= 0 and y >= 0 and x + w <= width and y + h <= height for x, y, w, h in boxes)
    for i, (x, y, w, h) in enumerate(boxes):
        assert all(x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y for x2, y2, w2, h2 in boxes[:i])
    for each in root.iter(f"{SVG}text"):
        x, y = int(each.attrib["x"]), int(each.attrib["y"])
        assert any(left <= x <= left + w and top < y < top + h for left, top, w, h in boxes)
    numbers = [
        int(each)
        for path in root.findall(f"{SVG}path")
        for each in re.findall(r"(?<=[MH])\d+", path.attrib["d"])
    ]
    assert all(0 <= number <= width for number in numbers)


def test_a_path_without_stages_is_an_empty_drawing():
    assert arrows(mermaid_of_path([])) == []
    root, texts = drawn(svg_of_path([], title="Nothing"))
    assert texts == []
    assert root.find(f"{SVG}title").text == "Nothing"


def test_a_stage_without_a_provision_is_refused():
    with pytest.raises(ValueError, match="is not a provision"):
        mermaid_of_path([no(1).model_copy(update={"provision": "section one"})])


def test_a_part_is_drawn_with_where_yes_no_and_gates_lead(small):
    mermaid = mermaid_of_book(small, "1")
    assert labels(mermaid) == [
        "s 1 Identity",
        "s 2(1) Sentence<br/>builds on s 2(2)",
        "discharge, under s 1",
        "proceed to s 9 (The end), under s 2(1)",
        "discharge, under s 2(1)",
        "proceed to s 9 (The end), under s 2(3)",
    ]
    assert arrows(mermaid) == [
        ("n0", "-->", "yes", "n1"),
        ("n0", "-->", "no", "e0"),
        ("n1", "-->", "yes", "e1"),
        ("n1", "-->", "no", "e2"),
        ("n1", "-.->", "not asked", "e3"),
    ]
    assert '["s 12 Fairness<br/>reserved for the judge"]:::judgment' in mermaid_of_book(small, "2")


def test_a_part_is_drawn_as_a_column_of_boxes(small):
    root, texts = drawn(svg_of_book(small, "1"))
    assert (
        root.find(f"{SVG}title").text
        == "A small rule book, Part 1: the questions in the order of the hearing"
    )
    assert texts == [
        *("s 1", "Identity", "yes: s 2(1)", "no: discharge, under s 1"),
        *(
            "s 2(1)",
            "Sentence",
            "builds on s 2(2)",
            "yes: proceed to s 9 (The end), under s 2(1)",
            "no: discharge, under s 2(1)",
        ),
        "not asked: proceed to s 9 (The end), under s 2(3)",
    ]
    _, texts = drawn(svg_of_book(small, "2"))
    assert texts[4:7] == ["s 12", "reserved for the judge", "Fairness"]


def test_an_outcome_names_its_decider_unless_that_is_the_decider_of_the_hearing(tmp_path):
    shutil.copytree(SMALL, tmp_path / "rules")
    book, ends = tmp_path / "rules/book.yaml", []
    for before in (None, "designated authority"):
        if before is not None:
            text = book.read_text(encoding="utf-8")
            assert "deciders: [judge, " in text
            book.write_text(
                text.replace("deciders: [judge, ", f"deciders: [{before}, judge, ").replace(
                    f", {before}]", "]"
                ),
                encoding="utf-8",
            )
        small = RuleBook.load(tmp_path / "rules")
        ends.append({text for text in drawn(svg_of_book(small, "1"))[1] if "discharge" in text})
    assert ends[0]
    assert all("by the" not in text for text in ends[0])
    assert ends[1] == {text.replace("discharge", "discharge by the judge") for text in ends[0]}


def test_the_diagram_of_a_matter_states_each_power_and_each_duty():
    third = RuleBook.load(SMALL.parent / "third")
    assert labels(mermaid_of_book(third, "power-to-enter"))[2:] == [
        "refer to the magistrate, under s 6",
        "the inspector may enter the premises, under s 5",
        "the inspector may not enter the premises, under s 5",
    ]
    assert "the licensing authority must notify the holder" in mermaid_of_book(third, "duty-to-notify")


def test_earlier_ways_other_deciders_and_other_grounds_are_reported(tmp_path):
    shutil.copytree(SMALL, tmp_path / "rules")
    first, second = (
        next(tmp_path.glob(f"rules/*/part_1/section_{name}*.yaml")) for name in ("1/s1_", "2/s2_01_")
    )
    write = {
        (first, "decided_by: judge"): "decided_by: Secretary of State",
        (first, "no: {discharge: true, under: TA 2000 s 1}"): (
            "no: {order: true, under: TA 2000 s 1, unless: {when: {case_type: [accusation]}, from: "
            "2000-01-01, under: TA 2000 s 5}}\n"
            "while_not_in_force: {proceed_to: TA 2000 s 2(1), under: TA 2000 s 4}"
        ),
        (
            second,
            "s 2(3)}",
        ): "s 2(3)}\n  earlier: {until: 2005-03-01, otherwise: {adjourn: true, under: TA 2000 s 3}}",
        (
            second,
            "no: {discharge: true, under: TA 2000 s 2(1)}",
        ): "no: {send_to: TA 2000 s 9, under: TA 2000 s 2(1)}",
    }
    for (path, before), after in write.items():
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")
    book = RuleBook.load(tmp_path / "rules")
    assert [text for text in drawn(svg_of_book(book, "1"))[1] if ":" in text or "for" in text] == [
        *(
            "for the Secretary of State",
            "yes: s 2(1)",
            "no: order by the Secretary of State, under s 1 or s 5",
            "not in force: s 2(1)",
        ),
        *(
            "yes: proceed to s 9 (The end), under s 2(1)",
            "no: send (The end), under s 2(1)",
        ),
        *(
            "not asked: proceed to s 9 (The end), under s 2(3)",
            "not asked before 1 March 2005: adjourn, under s 3",
        ),
    ]
    assert ("n0", "-.->", "not in force", "n1") in arrows(mermaid_of_book(book, "1"))
