"""The words for facts, answers, days and provisions inside the sentences of a report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from extradition.days import Days, written_out
from extradition.determination.steps import Asked
from extradition.law import Provision
from extradition.length import Length
from extradition.rule_book.consequences import DECIDER
from extradition.rule_book.fact import Term
from extradition.rule_book.parties import Parties

_WORDS_OF_NO_NAME = re.compile(
    r"(?:A|After|All|An|And|Another|Any|As|At|Because|Before|Being|Both|By|Each|Every|Evidence|For|From"
    r"|He|How|If|In|It|Its|Knowledge|Later|Left|Less|More|Most|Neither|No|None|Not|Nothing|Of|On|One"
    r"|Only|Other|Others|Outside|Present|Should|So|Some|Something|Such|That|The|Their|There|These|They"
    r"|This|Those|Through|To|Under|What|When|Where|Whether|Which|Who|Why|With|Within|Without|Yes"
    r")\b"
    r"|(?:Accused|Appropriate|Arrangements|Asked|Business|Compelling|Complaints|Conviction|Custody|Deeply"
    r"|Elsewhere|Entry|Extradited|Extradition|Fingerprints|Flight|Harm|Ill|Immigration|Imprisonment"
    r"|Inaction|Information|Informed|Life|Little|Minor|Name|Officers|Options|Papers|Possession"
    r"|Prejudice|Presence|Privilege|Proceedings|Punishment|Real|Reasonable|Recent|Remote|Sent"
    r"|Sentences|Served|Service|Slight|Statements|Strong|Subject|Suitability|Unlawfully|Weak|Witnesses"
    r"|Written"
    r")\b(?! [A-Z])|Part\b(?! \d)"
)
"""First words that may lose their capital inside another sentence; a name may begin with the second group."""
_STARTS_WITH_A_NAME = re.compile(r"European\b|Part \d|.[A-Z\d]")
"""The beginnings of titles that keep their capital in a sentence."""


_NAME = re.compile(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b")
"""A name of several words in a sentence of a rule file, as ``age_then``."""


_ONE = re.compile(r"(?<!\d)1$")
_ROUNDED_FROM = 10**15


class Vocabulary:
    """The words for the facts and questions of one report; a name without a term becomes its own words.

    Args:
        terms: the words of each fact and question, by name.
        parties: the parties of the rule book, for a report that says who gave an answer.
        decider: the decider of the hearing, for a report that names it.
    """

    def __init__(
        self, terms: Mapping[str, Term], parties: Parties | None = None, decider: DECIDER | None = None
    ) -> None:
        self._terms = terms
        self.parties = parties
        self.decider = decider or "decider"

    def phrase(self, name: str) -> str:
        """The fact or question *name* inside a sentence.

        >>> Vocabulary({"own_wish": Term(phrase="the retrial")}).phrase("own_wish")
        'the retrial'
        >>> question = Term(phrase="Trial in presence", provision="TA 2000 s 4")
        >>> Vocabulary({"present": question}).phrase("present")
        's 4, trial in presence'
        >>> Vocabulary({}).phrase("own_wish")
        'own wish'
        """
        term = self._terms.get(name)
        if term is None:
            return words(name)
        return (
            f"{Provision(term.provision).short}, {in_sentence(term.phrase)}"
            if term.provision
            else term.phrase
        )

    def heading(self, name: str) -> str:
        """The fact or question *name* at the head of a row or a column.

        >>> question = Term(phrase="Trial in presence", provision="TA 2000 s 4")
        >>> Vocabulary({"present": question}).heading("present")
        'Trial in presence, s 4'
        """
        term = self._terms.get(name)
        if term is None or term.provision is None:
            return capital(self.phrase(name))
        return f"{term.phrase}, {Provision(term.provision).short}"

    def phrases(self, names: Iterable[str]) -> str:
        """The phrases of the facts and questions *names*, with semicolons between them."""
        return "; ".join(map(self.phrase, names))

    def answer(self, name: str, answer: object) -> str:
        """The *answer* to the fact or question *name* in the words of its file, without a full stop. A length
        keeps the words of the case file.

        >>> fact = Term(phrase="the sentence", answers={"life": "Imprisonment for life."}, unit="months")
        >>> [Vocabulary({"sentence": fact}).answer("sentence", answer) for answer in ("life", 12, "120 days")]
        ['Imprisonment for life', '12 months', '120 days']
        """
        term = self._terms.get(name)
        if term is not None and str(answer) in term.answers:
            return self.prose(term.answers[str(answer)].rstrip("."))
        if term is None or term.unit is None or Length.read(str(answer)) is not None:
            return words(answer)
        return f"{words(answer)} {term.unit.removesuffix('s') if _ONE.search(str(answer)) else term.unit}"

    def prose(self, text: str) -> str:
        """A sentence of a rule file, with a phrase in quotation marks in place of each name.

        >>> fact = Term(phrase="the age of the person then")
        >>> Vocabulary({"age_then": fact}).prose("It is left to age_then.")
        'It is left to “the age of the person then”.'
        """
        return _NAME.sub(lambda name: f"“{self.phrase(name[0])}”", text)

    def inside(self, name: str, answer: object) -> str:
        """The *answer* to *name* inside a sentence."""
        return inside(self.answer(name, answer))

    def one_of(self, name: str, answers: Iterable[str]) -> str:
        """The *answers* to *name* with "or" between them; an answer of several words has quotation marks."""
        worded = [self.answer(name, answer) for answer in answers]
        return " or ".join(
            f"“{each}”" if " " in each and not each.startswith(("at least", "below")) else each
            for each in worded
        )

    def decisive(self, step: Asked) -> str:
        """The decisive facts and questions of *step* with their answers, in one or two sentences; empty if
        there are none.
        """
        facts = {fact.name: fact for fact in step.facts}
        decisive = [
            (self.phrase(name), self.answer(name, facts[name].answer), facts[name].provision)
            for name in step.turned_on
        ]
        if not decisive:
            return ""
        head = ("Decisive point" if any(provision for *_, provision in decisive) else "Decisive fact") + (
            "s" if len(decisive) > 1 else ""
        )
        if len(decisive) == 1:
            phrase, answer, provision = decisive[0]
            return (
                f"{head}: {phrase} ({answer})."
                if provision or " " not in answer
                else f"{head}: {phrase}. {capital(answer)}."
            )
        return f"{head}: {'; '.join(f'{phrase} ({inside(answer)})' for phrase, answer, _ in decisive)}."


def words(code: object) -> str:
    """The words of a name of the vocabulary.

    Args:
        code: A name or an answer of the vocabulary, or a number.

    >>> words("not_shown")
    'not shown'
    """
    return str(code).replace("_", " ")


def capital(text: str) -> str:
    """*text* with a capital first letter.

    Args:
        text: A sentence or a heading, or an empty text.

    >>> capital("the answer")
    'The answer'
    """
    return text[:1].upper() + text[1:]


def in_sentence(title: str) -> str:
    """The *title* of a question for use in a sentence: a small first letter, unless it begins with a name.

    Args:
        title: A title of the rule book, not empty.

    >>> in_sentence("Entitlement to a retrial"), in_sentence("European framework list")
    ('entitlement to a retrial', 'European framework list')
    """
    return title if _STARTS_WITH_A_NAME.match(title) else title[0].lower() + title[1:]


def inside(sentence: str) -> str:
    """*sentence* for use inside another: a small first letter, unless it may begin with a name.

    Args:
        sentence: A sentence of a rule file, not empty.

    >>> inside("A court decides"), inside("Part of it"), inside("Part 1 of it")
    ('a court decides', 'part of it', 'Part 1 of it')
    >>> inside("Extradition is barred"), inside("European law decides"), inside("Extradition Act 2003")
    ('extradition is barred', 'European law decides', 'Extradition Act 2003')
    """
    return sentence[0].lower() + sentence[1:] if _WORDS_OF_NO_NAME.match(sentence) else sentence


def day(when: dt.date | Days | str) -> str:
    """A date in the form of lawyers; for a span, its month, its year, or its first and last day.

    Args:
        when: A day; a span of days; or either of them as JSON has it.

    >>> day("2024-03-06"), day("2024-03-06 to 2024-03-09")
    ('6 March 2024', '6 March 2024 to 9 March 2024')
    """
    if isinstance(when, str):
        first, _, last = when.partition(" to ")
        when = Days.model_validate({"from": first, "until": last}) if last else dt.date.fromisoformat(first)
    return written_out(when)


def section(provision: str) -> str:
    """The words for *provision* at the start of a sentence.

    Args:
        provision: A provision in full, with the name of its Act.

    >>> section("TA 2000 s 4")
    'Section 4'
    >>> section("TA 2000 s 4 [appeal]")  # its title names the decision
    'Section 4'
    """
    short = Provision(Provision(provision).whole).short
    return f"Section {short.removeprefix('s ')}" if short.startswith("s ") else capital(short)


def share(count: int, total: int) -> str:
    """The percentage of *count* in *total*.

    Args:
        count: The number of cases that have some property.
        total: The number of all the cases, not 0.

    >>> share(1, 8)
    '12.5 %'
    """
    return f"{100 * count / total:.1f} %"


def number(count: int) -> str:
    """The *count* with a comma between thousands; from 10 to the power of 15 on, rounded.

    Args:
        count: A whole number, not negative.

    >>> number(174960), number(27_900 * 10**45)[:10]
    ('174,960', 'about 2.79')
    """
    if count < _ROUNDED_FROM:
        return f"{count:,}"
    mantissa, _, power = f"{Decimal(count):.2e}".partition("e+")
    return f"about {mantissa} \u00d7 10^{power}"
