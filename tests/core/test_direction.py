"""Right-to-left names inside English sentences: numbers and signs after them stay on their side."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BOOK, ROOT

from extradition import CaseFile, determine, render
from extradition.report.direction import by_direction, isolated, isolated_page, marked
from extradition.source import SourceError
from extradition.web.form import examined, form_of
from extradition.web.form.page_html import render_case

pytestmark = pytest.mark.no_cover  # other tests cover all that these reach; coverage takes as long as they do

CASE = CaseFile.load(ROOT / "examples/merticariu/case.yaml")
NAME, JUDGE = "محمد المثال", "דוד לוי"
TEXTS = st.text(st.sampled_from(" ,.;:()|12-ab\u05d0\u05d1g\u0627\u0628\u0661\u0662\n&<"), max_size=24)


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        (f"{NAME}, 1990", [NAME]),
        (f"({NAME}) and {JUDGE}.", [NAME, JUDGE]),
        (f"{NAME}; {JUDGE}", [NAME, JUDGE]),
        (f"| {NAME} | {JUDGE} |", [NAME, JUDGE]),
        (f"{NAME}\n{JUDGE}", [NAME, JUDGE]),
        ("المادة \u0661\u0662 12", ["المادة \u0661\u0662"]),
        ("תל אביב, 5 יפו 9", ["תל אביב, 5 יפו"]),
        ("s 20(5), Łódź, Київ, 中文", []),
    ],
)
def test_a_stretch_begins_and_ends_with_a_right_to_left_letter(text, stretches):
    assert [piece for piece, rtl in by_direction(text) if rtl] == stretches


@given(TEXTS)
def test_isolation_adds_balanced_pairs_and_changes_nothing_else(text):
    made = isolated(text)
    assert made.replace("\u2067", "").replace("\u2069", "") == text
    assert "".join(each for each in made if each in "\u2067\u2069") == "\u2067\u2069" * made.count("\u2067")
    assert "".join(piece for piece, _ in by_direction(text)) == marked(text) == marked(made)
    assert isolated(made) == made
    depth = 0
    for letter in made:
        depth += {"\u2067": 1, "\u2069": -1}.get(letter, 0)
        assert depth or unicodedata.bidirectional(letter) not in ("R", "AL")


def test_a_page_keeps_its_fields_styles_and_title():
    kept = f'<title>{NAME}</title><style>/* {NAME} */</style><input value="{NAME}">'
    kept += f"<textarea>{NAME}</textarea><select><option>{NAME}</option></select>"
    page = f"{kept}<p>{NAME} &#34;{JUDGE}&#34; &lt;1&gt;</p>"
    assert isolated_page(page) == f'{kept}<p>\u2067{NAME} "{JUDGE}\u2069" &lt;1&gt;</p>'
    assert isolated_page(kept) == kept


def test_every_report_to_read_isolates_a_name_and_no_program_sees_it():
    made = determine(CASE.model_copy(update={"case": f"{NAME}, 1990"}), BOOK)
    for form in ("md", "html"):
        for depth in ("note", "hearing", "full"):
            assert f"\u2067{NAME}\u2069, 1990" in render(made, form, depth=depth)
    assert "\u2067" not in render(made, "json")


def test_the_page_isolates_words_and_keeps_what_was_typed():
    content = {"part": "1", "case": f"{NAME}, 1990", "dates": {}, "offences": [{"id": "a", "title": JUDGE}]}
    page = render_case(BOOK, form_of(content, BOOK, examined(content, BOOK, "plain")), ("md",))
    assert f'value="{NAME}, 1990" dir="auto"' in page
    assert f'value="{JUDGE}" dir="auto"' in page


@pytest.mark.parametrize(
    "control", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
)
def test_a_case_file_has_no_mark_of_direction_and_a_case_made_in_python_shows_it(control, tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(f"case: a{control}b\nterritory: RO\noffences: []\n", encoding="utf-8")
    with pytest.raises(SourceError, match=f"U\\+{ord(control):04X}"):
        CaseFile.load(file)
    made = determine(CASE.model_copy(update={"case": f"a{control}b {NAME}"}), BOOK)
    for form in ("md", "html"):
        assert f"aU+{ord(control):04X}b \u2067{NAME}\u2069" in render(made, form)
