"""Every combination of the answers at s 20(1), (3), (5) and (8) under the laws, against a table written
from the law notes.
"""

import itertools

import pytest
from strategies import BOOK, case_of

from extradition.hearing import Under, hear

# docs/law/amendment.md section 7, by hand:
# the answer to s 20(5) where the retrial would be a real one with the rights of (8).
# None: left to a lawyer ("manual review", "not known").
PRESENT = {  #                                        R0     R1    R2 (no past right)
    "unconditional": ("yes", "yes", "yes"),  #                              row 1
    "procedural_steps_only": ("yes", "yes", "yes"),  #                      row 1
    "if_court_finds_no_deliberate_absence": ("yes", "no", "yes"),  #        row 2
    "if_other_body_finds_no_deliberate_absence": (None, "no", None),  #     row 3
    "at_discretion": (None, "no", None),  #                                 row 4
    "other_condition": (None, "no", None),  #                               row 4
    "already_used": (None, None, None),  #                                  row 6
    "none": ("no", "no", "no"),  #                                          row 8
    "not_shown": ("no", "no", "no"),  #                                     row 8
}
PAST = {  # R2 only: with what a past right makes of the answer
    ("unused", "yes"): "yes",  #        row 5
    ("unused", "no"): None,  #          row 7
    ("unused", "not_shown"): None,  #   row 7
    ("used", "yes"): None,  #           row 6
    ("used", "no"): None,
    ("used", "not_shown"): None,
    ("none", "yes"): "no",
    ("none", "no"): "no",
    ("none", "not_shown"): "no",
    ("not_shown", "yes"): "no",
    ("not_shown", "no"): "no",
    ("not_shown", "not_shown"): "no",
}
LAWS = ("before-merticariu", "merticariu", "as-amended-2026")


def entitled(law, present, past, notified, rights, rehearing):
    """What the table makes of s 20(5): yes, no, or None."""
    if rights == "no":
        return "no"  # row 9, and s 20(8) itself
    if rehearing == "limited_review":
        return None if present == "already_used" else "no"  # no retrial at all, unless one was used: row 6
    answer = PRESENT[present][LAWS.index(law)]
    if law != "as-amended-2026" or answer == "yes" or present == "already_used":
        return answer
    by_past = PAST[past, notified]
    return "yes" if by_past == "yes" else None if None in (answer, by_past) else "no"


@pytest.mark.no_cover
@pytest.mark.parametrize("law", LAWS)
def test_the_laws_agree_with_the_table(law):
    seen = 0
    for presence, deliberate in itertools.product(("yes", "no"), repeat=2):
        for present, (past, notified), rights, rehearing in itertools.product(
            PRESENT, PAST, ("yes", "no"), ("retrial", "full_review_on_appeal", "limited_review")
        ):
            found = {
                "convicted_in_presence": presence,
                "deliberately_absent": deliberate,
                "retrial_right": present,
                "past_retrial_right": past,
                "past_right_notified": notified,
                "minimum_retrial_rights": rights,
                "rehearing": rehearing,
            }
            for part, present_to, retrial_to in (
                ("1", "EA 2003 s 21", "EA 2003 s 21"),
                ("2", "EA 2003 s 87", "EA 2003 s 86"),
            ):
                outcome = (
                    hear(case_of(found, "2024-03-06", part), BOOK, Under(law=law, engine="plain"))
                    .offences[0]
                    .walked.path.outcome
                )
                table = entitled(law, present, past, notified, rights, rehearing)
                expected = (
                    ("proceed", present_to)
                    if "yes" in (presence, deliberate)
                    else {"yes": ("proceed", retrial_to), "no": ("discharge", None), None: ("open", None)}[
                        table
                    ]
                )
                assert (outcome.kind, outcome.to) == expected, found
                seen += 1
    assert seen == 4 * len(PRESENT) * len(PAST) * 2 * 3 * 2
