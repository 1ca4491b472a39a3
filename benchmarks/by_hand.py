"""The section 20 chain as a programmer would write it who needs no reasons: the answers alone."""

from __future__ import annotations

from collections.abc import Callable

from extradition.law import HOLDS
from extradition.rule_book.conditions import Answers

_DOUBTS = {"ambiguous", "options_inconsistent", "text_against_option", "further_information_against_it"}
_RIGHTS = (
    *(
        "retrial_own_defence",
        "retrial_legal_aid",
        "retrial_prosecution_witnesses",
        "retrial_defence_witnesses",
    ),
)
_OTHER_DECISION = {
    *("aggregated_with_discretion", "aggregated_without_discretion", "activated_and_changed", "tried_again"),
    *("activated_by_conviction_in_absence", "conviction_on_appeal_after_acquittal"),
}
_ABSENT = {"at_some_hearings_only", "at_no_hearing", "not_at_the_decisive_hearing", "not_shown"}
_UNSERVED = {"uk_by_foreign_authorities", "not_served", "not_known"}
_NO_NOTICE = {"left_with_household", "left_at_address", "to_lawyer_only", "none", "not_shown"}
_CONDITIONAL = {
    *("if_court_finds_no_deliberate_absence", "if_other_body_finds_no_deliberate_absence"),
    *("at_discretion", "other_condition", "none", "not_shown"),
}
_FREE = {"unconditional", "procedural_steps_only"}
_PREVENTED = {"in_custody", "ill", "travel_forbidden", "adjournment_refused", "otherwise"}
Truth = bool | None


def _all(*parts: Truth) -> Truth:
    return False if False in parts else None if None in parts else True


def _any(*parts: Truth) -> Truth:
    return True if True in parts else None if None in parts else False


def _decided(yes: Truth, no: Truth) -> HOLDS:
    return "yes" if yes else "no" if no else "open"


def by_hand(facts: Answers) -> dict[str, HOLDS]:
    """The answers to the four questions of the chain.

    Args:
        facts: the known facts of a case.
    """

    def is_in(name: str, *words: str) -> Truth:
        return facts[name] in words if name in facts else None

    def is_not(name: str, *words: str) -> Truth:
        return facts[name] not in words if name in facts else None

    one_decision = is_not("later_decision", *_OTHER_DECISION)
    present = _decided(
        _all(
            one_decision,
            is_not("doubt_about_presence", *_DOUBTS),
            _any(
                is_in("merits_appeal", "attended"),
                _all(
                    is_in("attendance", "at_the_decisive_hearing"),
                    is_not("merits_appeal", "absent_but_covered", "not_covered"),
                ),
            ),
        ),
        _all(one_decision, is_in("attendance", *_ABSENT), is_not("merits_appeal", "attended")),
    )
    rights_given = _all(*(is_in(name, "yes") for name in _RIGHTS))
    rights = _decided(rights_given, None if rights_given is None else not rights_given)
    known_rights = None if rights == "open" else rights == "yes"
    retrial = _decided(
        _all(
            is_in("retrial_right", *_FREE),
            is_in("rehearing", "retrial", "full_review_on_appeal"),
            known_rights,
            is_not("doubt_about_retrial", *_DOUBTS),
        ),
        _any(
            None if known_rights is None else not known_rights,
            _all(
                is_in("retrial_right", *_FREE, *_CONDITIONAL),
                is_in("rehearing", "limited_review", "not_shown"),
            ),
            is_in("retrial_right", *_CONDITIONAL),
            _all(
                is_in("retrial_right", "already_used"),
                is_in("later_decision", "none_shown"),
                is_not("doubt_about_retrial", *_DOUBTS),
            ),
        ),
    )
    return {
        "convicted_in_presence": present,
        "deliberately_absent": _deliberately_absent(one_decision, is_in, is_not),
        "minimum_retrial_rights": rights,
        "entitled_to_retrial": retrial,
    }


def _deliberately_absent(
    one_decision: Truth, is_in: Callable[..., Truth], is_not: Callable[..., Truth]
) -> HOLDS:
    knew, warned = is_in("knew_date_and_place", "yes"), is_in("warned_of_trial_in_absence", "yes")
    perhaps_knew, clear = is_not("knew_date_and_place", "no"), is_not("doubt_about_notice", *_DOUBTS)
    free = is_not("attendance_prevented", *_PREVENTED)
    waived = _any(
        _all(is_in("express_waiver", "in_terms"), is_not("doubt_about_waiver", *_DOUBTS)),
        _all(is_in("lawyer", "mandated_and_defended"), perhaps_knew, is_not("doubt_about_lawyer", *_DOUBTS)),
        _all(is_in("told_at_earlier_hearing", "yes"), perhaps_knew, warned, clear, free),
        _all(knew, warned, is_not("place_of_service", *_UNSERVED), clear, free),
    )
    flawed = (is_in("place_of_service", *_UNSERVED), is_in("doubt_about_notice", *_DOUBTS))
    unaware = _all(
        is_not("merits_appeal", "attended", "absent_but_covered"),
        _any(is_in("knew_date_and_place", "no", "not_shown"), is_in("notice", *_NO_NOTICE), *flawed),
        is_not("knew_date_and_place", "yes"),
        _any(
            is_in("knew_date_and_place", "no"),
            is_in("warned_of_trial_in_absence", "no", "not_shown"),
            is_not("notice", "summoned_in_person", "official_information_received"),
            *flawed,
        ),
        is_not("told_at_earlier_hearing", "yes"),
        is_not("express_waiver", "in_terms", "not_in_terms"),
        is_not("lawyer", "mandated_and_defended"),
        is_not("flight", "to_avoid_the_proceedings"),
        _any(is_not("knowledge_of_case", "prosecution"), is_not("address_duty", "breached")),
        is_not("service_of_judgment", "accepted"),
    )
    return _decided(
        _all(one_decision, is_not("merits_appeal", "attended", "not_covered"), waived),
        _all(one_decision, _any(is_in("merits_appeal", "not_covered"), unaware)),
    )
