"""Checks of a rule book as a whole.

Each check is a small function that yields faults with their documents.
"""

from __future__ import annotations

from collections.abc import Callable

from extradition.rule_book.checks import (
    answers,
    each_offence,
    guidance_dates,
    known_decisions,
    law_of_today,
    names,
    over_time,
    quotations,
    territories,
    tiling,
    warrants,
    ways,
)
from extradition.rule_book.checks.declared import dates_have_questions, undeclared_words
from extradition.rule_book.checks.places import Found
from extradition.rule_book.checks.words import unknown_words
from extradition.rule_book.load import Contents
from extradition.source import Document, Fault, Problem

_CHECKS: tuple[Callable[[Contents], Found], ...] = (
    tiling.versions_tile,
    names.ids_are_unique,
    names.names_are_unique,
    names.files_are_named_after_their_provision,
    names.provisions_are_of_known_acts,
    ways.every_way_leads_somewhere,
    ways.every_question_is_reached,
    names.every_fact_is_asked,
    names.documents_are_of_a_matter_that_asks,
    names.one_citation_has_one_name,
    over_time.overruled_versions_end,
    answers.yes_and_no_never_both_hold,
    answers.presumptions_are_of_silence,
    answers.every_answer_has_an_effect,
    answers.no_evidence_goes_against_the_burden_of_proof,
    over_time.limbs_outlast_the_versions_that_name_them,
    over_time.questions_for_the_person_need_no_offence_date,
    over_time.one_date_chooses_where_a_way_changes,
    each_offence.questions_for_each_offence_read_each_other,
    dates_have_questions,
    names.sequels_are_of_known_acts_and_facts,
    names.offices_leave_known_questions,
    names.what_is_not_asked_has_known_names,
    over_time.named_laws_exist,
    law_of_today.only_the_assumptions_differ_from_today,
    names.names_do_not_collide,
    names.other_questions_named_are_of_one_part,
    names.questions_reported_together_exist,
    warrants.forms_use_known_words,
    territories.territories_answer_the_facts_they_settle,
    territories.territories_of_tests_stay_in_the_category,
    known_decisions.kinds_use_known_words,
    known_decisions.questions_have_a_rule_for_each_decision,
    guidance_dates.guidance_is_of_its_time,
    quotations.passages_rest_on_a_text_that_was_read,
    quotations.versions_stand_on_their_words,
)
_OF_A_DRAFT = (
    names.ids_are_unique,
    ways.every_question_is_reached,
    names.one_citation_has_one_name,
    answers.yes_and_no_never_both_hold,
    answers.presumptions_are_of_silence,
    answers.no_evidence_goes_against_the_burden_of_proof,
    over_time.limbs_outlast_the_versions_that_name_them,
    each_offence.questions_for_each_offence_read_each_other,
    over_time.named_laws_exist,
    quotations.passages_rest_on_a_text_that_was_read,
)
"""The checks that a draft can fail. The others are of dates, files and words that a draft cannot change."""


def problems_in(contents: Contents) -> list[Problem]:
    """Every problem that the checks find. If any word is unknown, only the unknown words.

    A fault of a question counts once: its twin does not repeat it. The rule book to which a draft is added
    is checked already, so that every problem is of the draft.

    Args:
        contents: the files of the rule book, each right in its own shape.
    """
    written = {
        contents.documents[twin].path: contents.documents[of].path for twin, of in contents.twins.items()
    }
    found = [*undeclared_words(contents), *unknown_words(contents)]
    found = found or [
        each for every in (_OF_A_DRAFT if contents.drafts else _CHECKS) for each in every(contents)
    ]
    if contents.drafts:
        draft = contents.drafts[-1].document
        return list(dict.fromkeys(_in_draft(document.problem(fault), draft) for document, fault in found))
    at_fault = {document.path for document, _ in found}
    own = (
        each
        for each in found
        if not (written.get(each[0].path) in at_fault and each[1].place[0] in ("name", "text", "versions"))
    )
    return list(dict.fromkeys(document.problem(fault) for document, fault in own))


def _in_draft(problem: Problem, draft: Document) -> Problem:
    """The *problem* in the file of the *draft*, which causes it wherever it shows."""
    if problem.position is not None and problem.position.path == draft.path:
        return problem
    return draft.problem(Fault((), f"makes a fault in the rule book: {problem}"))
