"""Messages for words that the rule book does not have: the fault, and the nearest right word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from extradition.hearing.meant_by_words import answers_meant, names_meant
from extradition.hearing.provision_names import (
    provisions_written,
    section_of,
    sections_of,
    squeezed,
    stages_written,
)
from extradition.hearing.territory_names import code_named, plain_name, territory_meant
from extradition.law import PART
from extradition.length import too_long
from extradition.rule_book import RuleBook
from extradition.rule_book.book import Explained
from extradition.rule_book.fact import ALWAYS_KNOWN, Fact
from extradition.rule_book.installed import other_book_with
from extradition.rule_book.kept_for_book import once
from extradition.rule_book.matter import EVERY_MATTER
from extradition.source import nearest, not_plain, says_nothing

T = TypeVar("T")

_MOST_HINTS = 100
"""The most hints for one file: each takes milliseconds, and a file has room for 100,000 unknown words."""
_MISSPELT = 0.8
"""The least part of its letters that a misspelt name shares with the right one."""
_YES_AND_NO = {"true": "yes", "y": "yes", "false": "no", "n": "no"}
"""The words of other programs for yes and no."""
_LENGTH = re.compile(r"\d|\b(years?|months?|weeks?|days?)\b", re.IGNORECASE)


def only_elsewhere(rule_book: RuleBook, name: str, part: str, here: str) -> str:
    """The message for a fact or question that only other matters ask for.

    Args:
        rule_book: the law.
        name: the name of the fact or question.
        part: the matter in which it stands.
        here: what it stands in: "a Part 1 case".
    """
    titles = [title for each, title in rule_book.titles.items() if name in rule_book.subjects[each]]
    says = rule_book.matters[part].says_of(name)
    more = "" if says is None else f". {says}"
    return f"is asked only in {' and '.join(titles)}; this is {here}{more}"


# Whole: a message for each kind of word; together they use up the hints of one case file.
class UnknownWords:
    """The messages for the unknown words of one case file; the number of hints is limited."""

    def __init__(self, rule_book: RuleBook) -> None:
        self._book = rule_book
        self._hints = _MOST_HINTS

    def territory(self, code: str, *, needed: bool = True) -> str:
        """The message for a territory that the rule book does not have, with the code of the territory
        meant.

        A name that is far from every known one gets no guess: it may be that of another country.

        Args:
            code: the text in the case file.
            needed: whether the matter needs a territory.
        """
        refused = f"{code!r} is not in territories.yaml"
        why = _explained(self._book.not_territories, code)
        if why is not None:
            return f"{refused}; {why}"
        if self.says_nothing(code):
            instead = "write its code: no hearing is possible without it" if needed else "leave the key out"
            return f"{refused}: it says that the territory is not known; {instead}"
        plain = plain_name(code)
        own = code_named(plain, self._book)
        if own is not None:
            name = self._book.territories[own].name
            of = "" if plain in (plain_name(name), plain_name(own)) else f" ({name})"
            return f"{refused}; {code.strip()} is {own}{of} here: write {own}{not_plain(code)}"
        meant = self._limited(lambda: territory_meant(plain, self._book))
        hint = "" if meant is None else f"; did you mean {meant[0]} ({meant[1]})?"
        return f"{refused}{hint}{not_plain(code)}"

    def says_nothing(self, word: str) -> bool:
        """Whether *word* says that a value is not known, or has none."""
        return says_nothing(word) or _explained(self._book.not_answers, word) is not None

    def matter(self, given: str) -> str:
        """The message for a matter that the rule book does not have."""
        refused = f"{given} is not a matter of this rule book"
        if self.says_nothing(given) and any(each.category for each in self._book.matters.values()):
            return f"{refused}; leave the key out, and the category of the territory gives the matter"
        return f"{refused}{self._book.hint_of_matter(given, EVERY_MATTER)}{not_plain(given)}"

    def provision(self, given: str) -> str:
        """A hint about the provision of a question that *given* means, written in another way; else empty."""
        written = once(self._book, "provisions written otherwise", lambda: provisions_written(self._book))
        own = self._limited(lambda: written.get(squeezed(given)))
        return "" if own is None else f"; did you mean {own}?"

    def answer(self, given: str, fact: Fact | None) -> str:
        """The message for an answer that is not on the closed list of *fact*; without a fact, of a
        question.
        """
        answers = [*fact.answers] if fact else ["yes", "no"]
        choices = [*answers, *([f"a number of {fact.unit}"] if fact and fact.unit else [])]
        why = _explained(self._book.not_answers, given)
        refused = f"{given!r} is not one of its answers: {', '.join(choices)}"
        if why is not None and fact is not None and fact is self._book.facts.get(ALWAYS_KNOWN):
            why = "write one of them: it decides which questions are asked"
        if why is not None:
            return f"{refused}; {why}"
        longer = too_long(given) if fact and fact.unit == "months" else None
        if longer is not None:
            return f"{given!r} {longer}"
        if fact and fact.unit == "months" and _LENGTH.search(given):
            return f"{refused}; a length has numbers, such as 2 years, 2 months and 20 days"
        begun = [answer for answer in answers if answer.startswith(f"{given.strip().casefold()}_")]
        if begun:
            return f"{refused}; did you mean {begun[0]}?"
        other = _YES_AND_NO.get(given.strip().casefold())
        hint = f"; did you mean {other}?" if other in answers else self._answer(given, fact, answers)
        return f"{refused}{hint}{not_plain(given)}"

    def author(self, given: str, authors: Sequence[str]) -> str:
        """The message for an author of a finding who is none of *authors*."""
        listed = ", ".join(map(repr, authors[:-1]))
        own = once(self._book, "other names of authors", lambda: _authors(self._book)).get(plain_name(given))
        hint = f"; here it is {own}" if own in authors else self._nearest(given, authors)
        return f"must be {listed} or {authors[-1]!r}, not {given!r}{hint}{not_plain(given)}"

    def date(self, key: str) -> str:
        """The message for the key of a date that the rule book does not declare."""
        outside = self.outside(key, of_date=True)
        if outside is not None:
            return outside
        known = self._book.titles_of_dates
        return (
            f"is not a date of this rule book: {', '.join(known)}{self._nearest(key, known)}{not_plain(key)}"
        )

    def name(self, name: str, part: PART | None = None) -> str:
        """The message for a name that is neither a fact nor a question; *part* is the matter, if known."""
        outside = self.outside(name)
        if outside is not None:
            return outside
        elsewhere = other_book_with(name, self._book.name)
        if elsewhere is not None:
            return f"is not a fact or a question of this rule book; the rule book {elsewhere} has it"
        return f"is not a fact or a question of this rule book{self._name(name, part)}{not_plain(name)}"

    def column(self, name: str, keys: Iterable[str]) -> str:
        """The message for the name of a column of a table that is neither a fact, a question nor one of
        *keys*.
        """
        outside = self.outside(name)
        if outside is not None:
            return outside
        known = "is not a column of a table of cases: a fact, a question or a key of a case file"
        hint = self._name(name, None, keys) + not_plain(name)
        return known + (hint or "; leave it out, or keep it as a further column (--keep)")

    def start(self, provision: str, part: str) -> str:
        """The message for a provision from which no hearing of *part* can be taken."""
        beyond = self.beyond(provision)
        if beyond is not None:
            return beyond
        starts = [own for own, question in self._book.questions_in(part) if not question.is_limb]
        section = section_of(provision)
        within = [own for own in starts if section in sections_of(own)]
        other = "" if provision in self._book.questions else self.provision(provision)
        hint = self.part_of(provision, starts) or (f"; did you mean {within[0]}?" if within else other)
        matter = self._book.title_of(part)
        refused = f"{_shown(provision)} is not a question of {matter} from which the hearing goes on"
        return f"{refused}{hint}{not_plain(provision)}"

    def no_question(self, provision: str) -> str:
        """The message for a provision that is no question of any matter."""
        refused = f"{_shown(provision)} is not a question of this rule book"
        hint = self.provision(provision) or self._nearest(provision, self._book.questions)
        return self.beyond(provision) or f"{refused}{hint}{not_plain(provision)}"

    def part_of(self, provision: str, questions: Iterable[str]) -> str:
        """A hint about the one of *questions* that builds on the question of *provision*; else empty."""
        built = (own for own in questions if provision in self._limbs(own))
        own = next(built, None)
        return "" if own is None else f"; it is part of {own}: write that"

    def beyond(self, provision: str) -> str | None:
        """The message for a provision of a stage that is out of scope; None for any other.

        Args:
            provision: a provision, written in any way.
        """
        stages = once(self._book, "stages out of scope", lambda: stages_written(self._book))
        stage = stages.get(squeezed(provision).partition("(")[0])
        return None if stage is None else f"{provision} is out of scope ({stage.stage}); {stage.says}"

    def _limbs(self, own: str) -> Iterator[str]:
        """The limbs on which some version of the question *own* depends."""
        question, part = self._book.questions[own], self._book.part(own)
        for version in question.versions:
            yield from self._book.limbs_of(part, question, version)

    @property
    def _questions(self) -> list[str]:
        """The name of every question, once."""
        return [*dict.fromkeys(name for names in self._book.names.values() for name in names)]

    def outside(self, name: str, *, of_date: bool = False) -> str | None:
        """The message for a *name* of a stage that is out of scope; None if no stage out of scope has that
        name.

        Args:
            name: the name, with the words of which the names of the stage are compared.
            of_date: whether it is the name of a date, or stands where dates may: it is then compared with
                the dates of the stage too.
        """
        words = re.sub(r"[\s-]+", "_", name.strip().casefold())
        for each in self._book.out_of_scope:
            if (of_date and words in each.dates) or any(f"_{word}_" in f"_{words}_" for word in each.names):
                return f"is out of scope ({each.stage}); {each.says}"
        return None

    def _name(self, name: str, part: PART | None, keys: Iterable[str] = ()) -> str:
        """A hint about what *name* means: one of *keys*, or a fact or question that is spelt like it or has
        its words; else empty.
        """
        known = [*keys, *self._book.facts, *self._questions]
        return self._hint(name, known, lambda: names_meant(name, self._book, part))

    def _answer(self, given: str, fact: Fact | None, answers: Sequence[str]) -> str:
        """A hint about the one of *answers* that is spelt like *given*, or those that have its words; else
        empty.
        """
        return self._hint(given, answers, lambda: answers_meant(given, fact) if fact else {})

    def _hint(self, word: str, known: Sequence[str], meant: Callable[[], Mapping[str, str]]) -> str:
        """A hint about the one of *known* of which *word* is a misspelling, or else about what it means."""
        misspelt = self._limited(lambda: nearest(word, known, _MISSPELT))
        if misspelt != "":
            return misspelt or ""
        offered = [f"{own} ({says})" for own, says in meant().items()]
        return f"; did you mean {' or '.join(offered)}?" if offered else ""

    def _nearest(self, word: str, words: Iterable[str]) -> str:
        return self._limited(lambda: nearest(word, words)) or ""

    def _limited(self, hint: Callable[[], T | None]) -> T | None:
        """The *hint*; None once the file has had as many as it gets."""
        self._hints -= 1
        return hint() if self._hints >= 0 else None


def _shown(provision: str) -> str:
    """The *provision* as a message has it: in quotation marks if nothing of it could be seen."""
    return provision if provision.strip() else repr(provision)


def _authors(rule_book: RuleBook) -> dict[str, str]:
    """The author of a finding by each other name, as ``plain_name`` gives it."""
    return {plain_name(name): own for own, names in rule_book.also_called.items() for name in names}


def _explained(refused: Iterable[Explained], word: str) -> str | None:
    """The explanation that the rule book has for *word*; None if it has none."""
    given = word.strip().casefold()
    return next((each.says for each in refused if given in map(str.casefold, each.words)), None)
