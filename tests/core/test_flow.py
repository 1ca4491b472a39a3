"""The chart of the flows: its counts are its widths, nothing overlaps or leaves the frame, and no text
becomes a mark.
"""

import re
from collections import Counter, defaultdict
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from profiles import examples

from extradition.policy.comparison.counts import ORDER
from extradition.report.drawing.flow_chart import _LOOKS, MOST_LAWS, MOST_OUTCOMES, flow_chart

pytestmark = pytest.mark.no_cover  # other tests cover all that these reach; coverage takes as long as they do

SVG = "{http://www.w3.org/2000/svg}"
RIBBON = re.compile(r"M(\S+) (\S+)C\S+ \S+ \S+ \S+ (\S+) (\S+)V(\S+)C\S+ \S+ \S+ \S+ (\S+) (\S+)Z")
OUTCOMES = {
    "order": "order",
    "order by the Secretary of State": "order",
    "send to the Secretary of State": "send",
    "proceed to s 21": "proceed",
    "proceed to s 21A(1)(a)": "proceed",
    "adjourn": "adjourn",
    "certificate refused": "refuse",
    "discharge": "discharge",
    "discharge by the Secretary of State": "discharge",
    "mixed": "mixed",
    "open": "open",
}
LAWS = (
    "before-merticariu",
    "merticariu",
    "as-amended-2026",
    "bertino-without-merticariu",
    "a-law-of-quite-some-length",
)
SMALLEST = 12
"""In pixels, as printed on A4 between its margins."""
PRINTED = 665


def chart(rows, outcomes=None, laws=None, title="Flows", description="What flows."):
    wide = len(next(iter(rows)))
    return flow_chart(laws or LAWS[:wide], outcomes or OUTCOMES, rows, title=title, description=description)


def drawn(made):
    """The size of the frame, the blocks as (left, top, right, bottom), the ribbons as (left, top, bottom,
    right, top, bottom).
    """
    root = ET.fromstring(made.svg)  # noqa: S314  our own
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "text",
        "path",
    }
    assert not any(
        key in ("id", "style") or key.startswith("on") for each in root.iter() for key in each.attrib
    )
    size = tuple(float(number) for number in root.get("viewBox").split()[2:])
    blocks = [
        (x, y, x + wide, y + tall)
        for x, y, wide, tall in (
            [float(r.get(k)) for k in ("x", "y", "width", "height")] for r in root.iter(f"{SVG}rect")
        )
    ]
    ribbons = []
    for path in root.iter(f"{SVG}path"):
        x, y, end, to, below, back, under = (
            float(number) for number in RIBBON.fullmatch(path.get("d")).groups()
        )
        assert back == x
        assert under - y == pytest.approx(below - to, abs=0.05)
        ribbons.append((x, y, under, end, to, below))
    return root, size, blocks, ribbons


def texts(root):
    """Each text with the room that it takes, wide letters counted."""
    for each in root.iter(f"{SVG}text"):
        x, y, size = (float(each.get(key)) for key in ("x", "y", "font-size"))
        yield each.text, (x, y - 0.8 * size, x + 0.55 * size * len(each.text), y + 0.25 * size)


def overlap(one, other):
    return (
        one[0] < other[2] - 0.05
        and other[0] < one[2] - 0.05
        and one[1] < other[3] - 0.05
        and other[1] < one[3] - 0.05
    )


rows = st.integers(2, MOST_LAWS).flatmap(
    lambda laws: st.dictionaries(
        st.tuples(*[st.sampled_from(list(OUTCOMES))] * laws), st.integers(1, 3000), min_size=1, max_size=40
    )
)


@examples(100)
@given(rows)
def test_the_ribbons_of_a_block_add_up_to_it_and_the_blocks_of_a_column_to_all_cases(flows):
    _, _, blocks, ribbons = drawn(chart(flows))
    columns = defaultdict(float)
    for x, y, right, bottom in blocks:
        columns[x] += bottom - y
        out = sorted(
            (top, under)
            for start, top, under, *_ in ribbons
            if start == pytest.approx(right, abs=0.05) and y - 0.1 <= top < bottom
        )
        into = sorted(
            (top, under)
            for *_, end, top, under in ribbons
            if end == pytest.approx(x, abs=0.05) and y - 0.1 <= top < bottom
        )
        assert out or into
        for side in filter(None, (out, into)):
            assert side[0][0] == pytest.approx(y, abs=0.05)
            assert side[-1][1] == pytest.approx(bottom, abs=0.1)
            assert all(upper[1] == pytest.approx(lower[0], abs=0.1) for upper, lower in pairwise(side))
    assert max(columns.values()) == pytest.approx(min(columns.values()), abs=0.2)


@examples(100)
@given(rows)
def test_nothing_overlaps_and_everything_is_within_the_frame(flows):
    root, (wide, tall), blocks, ribbons = drawn(chart(flows))
    labels = [place for _, place in texts(root)]
    assert not any(overlap(*pair) for pair in combinations([*blocks, *labels], 2))
    for x, y, right, bottom in [
        *blocks,
        *labels,
        *((x, min(y, to), end, max(under, below)) for x, y, under, end, to, below in ribbons),
    ]:
        assert 0 <= x <= right <= wide
        assert 0 <= y <= bottom <= tall


@examples(100)
@given(rows)
def test_every_block_says_its_outcome_and_its_number(flows):
    root, _, blocks, _ = drawn(chart(flows))
    lines = "".join("".join(text.split()) for text, _ in texts(root))
    columns = [Counter() for _ in next(iter(flows))]
    for row, times in flows.items():
        for column, outcome in zip(columns, row, strict=True):
            column[outcome] += times
    assert len(blocks) == sum(len(column) for column in columns)
    for outcome, count in (each for column in columns for each in column.items()):
        assert f"{outcome}:{count}".replace(" ", "") in lines


@examples(100)
@given(rows)
def test_the_same_cases_give_the_same_drawing_in_whatever_order_they_come(flows):
    assert chart(flows) == chart(dict(reversed(flows.items())))


def test_an_outcome_that_stays_is_pale_and_each_outcome_has_one_place_in_every_column():
    root, _, blocks, ribbons = drawn(
        chart({("order", "order"): 3, ("discharge", "discharge"): 2, ("order", "discharge"): 1})
    )
    assert [(round(b[1]), round(b[3] - b[1])) for b in blocks] == [(59, 96), (191, 48), (59, 72), (191, 72)]
    assert [round(to - y) for _, y, _, _, to, _ in ribbons] == [0, 24, 191 - 59 - 72]
    fills = [path.get("fill") for path in root.iter(f"{SVG}path")]
    assert fills == ["#ebe8e2", "#ebe8e2", _LOOKS["discharge"][0]]


def test_what_is_open_has_a_dashed_edge_and_so_has_what_goes_to_it():
    root, *_ = drawn(chart({("open", "discharge"): 1, ("discharge", "open"): 1, ("discharge", "order"): 1}))
    dashes = {path.find(f"{SVG}title").text: path.get("stroke-dasharray") for path in root.iter(f"{SVG}path")}
    assert dashes == {
        "open → discharge: 1": "4 3",
        "discharge → open: 1": "4 3",
        "discharge → order: 1": "none",
    }
    assert [each.get("stroke-dasharray") for each in root.iter(f"{SVG}rect")] == [
        "none",
        "6 4",
        "none",
        "none",
        "6 4",
    ]


def test_few_among_many_are_drawn_wide_enough_to_be_seen_and_the_chart_says_so():
    made = chart({("order", "order"): 2000, ("order", "discharge"): 1})
    _, _, _, ribbons = drawn(made)
    assert made.widened
    assert min(under - y for _, y, under, *_ in ribbons) == pytest.approx(3)
    assert not chart({("order", "order"): 20, ("order", "discharge"): 1}).widened


def test_a_drawing_of_many_cases_fits_a_printed_page():
    flows = {(one, other): 100 for one in OUTCOMES for other in OUTCOMES}
    _, (wide, tall), _, _ = drawn(chart(flows))
    assert tall * PRINTED / wide < 980


def test_the_rarest_of_too_many_outcomes_are_drawn_together_and_named():
    proceeds = {f"proceed to s {i}": "proceed" for i in range(MOST_OUTCOMES)}
    flows = {(f"proceed to s {i}", "open"): 20 - i for i in range(MOST_OUTCOMES)}
    made = chart(flows, {**proceeds, "open": "open"})
    assert made.together == ("proceed to s 10", "proceed to s 11")
    root, _, blocks, _ = drawn(made)
    assert len(blocks) == MOST_OUTCOMES
    assert "other outcomes: 19" in " ".join(text for text, _ in texts(root))
    assert (
        chart(dict(list(flows.items())[:-1]), {**dict(list(proceeds.items())[:-1]), "open": "open"}).together
        == ()
    )


def test_there_is_no_drawing_without_cases_or_of_too_many_laws():
    assert flow_chart(LAWS, OUTCOMES, {}, title="", description="") is None
    assert chart({("order",) * 6: 1}, laws=[*LAWS, "a-sixth"]) is None


def test_text_is_escaped_and_read_out_to_those_who_do_not_see_it():
    hostile = "</svg><script>alert(1)</script> & \"'"
    made = chart(
        {("order", hostile): 1},
        {"order": "order", hostile: "open"},
        ["<law>", "b"],
        hostile + "\u202e",
        "stated <b>",
    )
    assert "<script>" not in made.svg
    root, *_ = drawn(made)
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == hostile + "U+202E"
    assert root.find(f"{SVG}desc").text == "stated <b>"


def test_letters_are_large_enough_in_print():
    root, (wide, _), *_ = drawn(chart({("order",) * 5: 1}))
    assert all(float(text.get("font-size")) * PRINTED / wide >= SMALLEST for text in root.iter(f"{SVG}text"))


def test_the_blocks_differ_in_lightness():
    assert set(ORDER) < set(_LOOKS)
    light = sorted(_lightness(fill) for fill, _ in _LOOKS.values())
    assert all(darker + 3 < lighter for darker, lighter in pairwise(light))


def _lightness(fill):
    """CIE L* of a colour written ``#rrggbb``."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5))
    ]
    bright = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * bright ** (1 / 3) - 16
