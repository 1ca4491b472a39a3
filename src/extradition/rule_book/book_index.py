"""What the questions of a rule book name, by matter: facts, questions, burdens, words and addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property

from extradition.law import PART, PARTY
from extradition.rule_book.addresses import Addresses
from extradition.rule_book.book import DESIGNATED_AS, Act, Combination, Sequel
from extradition.rule_book.book_date import BookDate, name_of_date
from extradition.rule_book.fact import ALWAYS_KNOWN, Fact, FromDate, Term
from extradition.rule_book.hearing_order import in_order_of_hearing
from extradition.rule_book.load import Contents
from extradition.rule_book.matter import BookMatter
from extradition.rule_book.parties import Parties
from extradition.rule_book.question import Question, provisions_named
from extradition.rule_book.subjects import also_for_offence_in, burdens_of, subjects_of, terms_of
from extradition.rule_book.version import Authority
from extradition.source import UnknownLawError, few_of, nearest, nearest_first


# Whole: the lists that modules above ask for, each worked out once from the same contents.
class BookIndex:
    """The facts and questions of a rule book, by matter and by name, each list worked out once.

    Args:
        contents: the contents of the rule files.
    """

    def __init__(self, contents: Contents) -> None:
        self.facts: Mapping[str, Fact] = contents.facts
        self.questions: Mapping[str, Question] = contents.questions
        self.parts: Mapping[str, str] = contents.parts
        self.sequels: tuple[Sequel, ...] = contents.sequels
        self.combination: Combination | None = contents.book.combination
        self.acts: Mapping[str, Act] = contents.book.acts
        self._web = Addresses(self.acts)
        self.matters: Mapping[PART, BookMatter] = contents.book.matters
        self.starts_at: Mapping[PART, str] = {part: each.starts_at for part, each in self.matters.items()}
        self.deciders: tuple[str, ...] = contents.book.deciders
        self.parties: Parties = contents.book.parties
        self.dates: Mapping[str, BookDate] = contents.book.dates
        self._asks_for_dates: Mapping[str, str] = contents.book.asks_for_dates
        self.before: Mapping[PART, str] = {
            part: each.before or self.deciders[0] for part, each in self.matters.items()
        }
        self._order = {part: in_order_of_hearing(contents, part) for part in self.matters}
        self.places = {
            part: {provision: i for i, provision in enumerate(order)} for part, order in self._order.items()
        }

    @cached_property
    def burdens(self) -> Mapping[str, Mapping[str, frozenset[PARTY]]]:
        """The parties with the burden of proving each fact, by matter and name: its own burden, or that of
        each question that asks for it.
        """
        return {
            part: burdens_of(self.facts, asked, self.subjects[part]) for part, asked in self._asked.items()
        }

    @cached_property
    def from_territory(self) -> Mapping[str, DESIGNATED_AS]:
        """The facts that the territory settles, each with the kind of designation that settles it."""
        return {
            name: fact.from_territory for name, fact in self.facts.items() if fact.from_territory is not None
        }

    @cached_property
    def doubts(self) -> Mapping[str, tuple[str, ...]]:
        """The facts that record a doubt, each with the facts that are in doubt."""
        return {name: fact.doubts for name, fact in self.facts.items() if fact.doubts}

    @cached_property
    def from_date(self) -> Mapping[str, FromDate]:
        """The facts that a date of the case file answers, each with the date and the answer."""
        return {name: fact.from_date for name, fact in self.facts.items() if fact.from_date is not None}

    @cached_property
    def titles_of_dates(self) -> Mapping[str, str]:
        """The words for each date of a case, by its key; the hour of a date after that date."""
        titles: dict[str, str] = {}
        for key, date in self.dates.items():
            titles |= {key: date.title, **({f"{key}_hour": date.hour} if date.hour else {})}
        return titles

    @cached_property
    def begins(self) -> Mapping[PART, Mapping[str, dt.date]]:
        """The day before which no date can be, by matter and by the key of a date that chooses versions.

        It is the first day of the first question of the matter, or an earlier one on which a version by that
        date begins. A matter has none whose first question says what holds while it is not in force.
        """
        return {
            part: self._begins_in(part) if self.questions[start].while_not_in_force is None else {}
            for part, start in self.starts_at.items()
        }

    def _begins_in(self, part: PART) -> Mapping[str, dt.date]:
        first = [
            day
            for version in self.questions[self.starts_at[part]].dated
            if isinstance(day := version.in_force.starts, dt.date)
        ]
        spans = [span for asked in self._asked[part] for each in asked.dated for span in each.in_force.spans]
        found: dict[str, dt.date] = {}
        for key in self.dates:
            days = [each.from_ for each in spans if each.selected_by == name_of_date(key)]
            if days:
                found[key] = min(*first, *(day for day in days if isinstance(day, dt.date)))
        return found

    def deciders_in(self, part: PART | None) -> tuple[str, ...]:
        """The deciders whose finding counts in a matter: those of its own questions, and those of the matters
        that need a category of territory. All of them in a book without a category.

        Args:
            part: a matter; None if it is not known.
        """
        return self._deciders_in[part if part in self.matters else None]

    def authors_in(self, part: PART | None) -> tuple[str, ...]:
        """Every author that a finding may have in a matter: its deciders, then the others.

        Args:
            part: a matter; None if it is not known.
        """
        return (*self.deciders_in(part), *self.parties.authors)

    @cached_property
    def _deciders_in(self) -> Mapping[PART | None, tuple[str, ...]]:
        hearings = {each for each, matter in self.matters.items() if matter.category is not None}
        of_matter = {
            each: {self.before[each], *(question.decided_by for _, question in self.questions_in(each))}
            for each in self.matters
        }
        of_hearings = {question.decided_by for each in hearings for _, question in self.questions_in(each)}
        counted: dict[PART | None, set[str]] = {None: of_hearings}
        counted.update((part, of_hearings | own) for part, own in of_matter.items())
        return {
            part: tuple(each for each in self.deciders if each in those or not hearings)
            for part, those in counted.items()
        }

    def part(self, provision: str) -> str:
        """The matter that has the question of *provision*."""
        return self.parts[provision]

    @cached_property
    def titles(self) -> Mapping[PART, str]:
        """The title of each matter."""
        return {part: matter.title for part, matter in self.matters.items()}

    def matter(self, part: str) -> BookMatter:
        """The matter *part*.

        Raises:
            UnknownLawError: the rule book has no matter of that name.
        """
        if part not in self.matters:
            raise UnknownLawError(f"{part!r} is not a matter of this rule book{self.hint_of_matter(part)}")
        return self.matters[part]

    def hint_of_matter(self, part: str, *also: str) -> str:
        """What a message about the unknown matter *part* goes on with: the one meant, or a few of them.

        A word of *also*, which can stand in the place of a matter, may be meant too.
        """
        plain = part.strip().casefold().removesuffix(".0")
        titled = {matter.title.casefold(): own for own, matter in self.matters.items()}
        own = titled.get(plain, plain if plain in self.matters else None)
        if own is not None:
            return f"; did you mean {own}?"
        is_like = any(each in plain or plain in each for each in self.matters if len(plain) > 1)
        listed = nearest_first(part, self.matters) if is_like else self.matters
        return nearest(part, (*self.matters, *also)) or f"; its matters are {few_of(listed)}"

    def title_of(self, part: str) -> str:
        """The title of the matter *part*."""
        return self.matters[part].title

    def case_of(self, part: str) -> str:
        """What a message calls a case of the matter *part*."""
        matter = self.matters[part]
        return f"a {matter.title} case" if matter.category is not None else f"a case of the matter {part}"

    def asks_for(self, date: str) -> str:
        """The question that asks for *date*, a day or an hour by the name by which it selects the law."""
        return self._asks_for_dates[date.replace("_", " ")]

    def matter_of(self, category: str) -> PART | None:
        """The matter that needs a territory of *category*; None if no matter does."""
        return next((part for part, each in self.matters.items() if each.category == category), None)

    def questions_in(self, part: str) -> Iterator[tuple[str, Question]]:
        """The questions of one matter with their provisions, in the order of the hearing, each followed by
        its limbs.
        """
        return ((provision, self.questions[provision]) for provision in self._order[part])

    def named(self, part: str, name: str) -> str | None:
        """The provision of the question *name* of that matter; None if there is none."""
        return self.names[part].get(name)

    def address(self, provision: str) -> str:
        """The legislation.gov.uk identifier of *provision*, or the address of the guidance."""
        return self._web.of_provision(provision)

    @cached_property
    def addresses(self) -> Mapping[str, Mapping[str, str]]:
        """The address of every provision that the questions and the sequels of a matter name, by matter."""
        named = {
            part: [each for _, question in self.questions_in(part) for each in provisions_named(question)]
            for part in self.matters
        }
        for sequel in self.sequels:
            named[sequel.part].append(sequel.provision)
        return {part: {name: self.address(name) for name in names} for part, names in named.items()}

    @cached_property
    def terms(self) -> Mapping[str, Mapping[str, Term]]:
        """The words for every fact and question of a matter, by matter and by name."""
        return {
            part: terms_of(self.subjects[part], self.facts, self.questions_in(part)) for part in self.matters
        }

    def authority_address(self, authority: Authority) -> str | None:
        """The address at which a reader can open *authority*: computed from its citation, or else the link
        in its file.
        """
        return self._web.of_authority(authority)

    def about(self, part: str, name: str) -> str | None:
        """The subject of the fact or question *name*, the person or an offence; None if that matter never
        asks it.
        """
        return self.subjects[part].get(name)

    def places_of(self, part: str, name: str) -> tuple[str, ...]:
        """The subjects for which a case file may answer *name*, of the person and an offence."""
        return (self.subjects[part][name], *(("offence",) if name in self.also_for_offence[part] else ()))

    @cached_property
    def also_for_offence(self) -> Mapping[str, Mapping[str, str]]:
        """The names for the person that a case file may also answer for one offence, by matter, each with the
        provision that says so.
        """
        return {part: also_for_offence_in(self.facts, asked) for part, asked in self._asked.items()}

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """The provision of each question, by matter and by the name of the question."""
        return {
            part: {each.name: provision for provision, each in self.questions_in(part)}
            for part in self.matters
        }

    @cached_property
    def names_read(self) -> Mapping[str, tuple[str, ...]]:
        """The name of each fact and question that a hearing can read, by matter: once, in the order of the
        hearing.
        """
        return {
            part: tuple(dict.fromkeys(name for each in asked for name in each.names_read))
            for part, asked in self._asked.items()
        }

    @cached_property
    def subjects(self) -> Mapping[str, Mapping[str, str]]:
        """The subject of each fact and question, the person or an offence, by matter and by name."""
        last = [self.combination.look_again_if] if self.combination else []
        when = [(each.part, each.applies_if) for each in self.sequels if each.applies_if]
        when += [(part, office.where) for part, each in self.matters.items() for office in each.offices]
        after = {part: [condition for of, condition in when if of == part] for part in self.matters}
        return {
            part: subjects_of(self.facts, asked, [*after[part], *last]) for part, asked in self._asked.items()
        }

    def is_on_the_person_alone(self, part: str) -> bool:
        """Whether every question of the matter *part*, and every fact that it asks for, is on the person."""
        return part in self._on_the_person_alone

    @cached_property
    def _on_the_person_alone(self) -> frozenset[str]:
        """The matters in which every question, and every fact that it asks for, is on the person."""
        subjects = {part: subjects_of(self.facts, asked, ()) for part, asked in self._asked.items()}
        return frozenset(part for part, each in subjects.items() if set(each.values()) <= {"person"})

    def case_types(self, part: str) -> tuple[str | None, ...]:
        """The types of case that the matter *part* distinguishes; None alone if it asks for no type."""
        fact = self.facts.get(ALWAYS_KNOWN)
        return tuple(fact.answers) if fact is not None and ALWAYS_KNOWN in self.subjects[part] else (None,)

    @cached_property
    def _asked(self) -> Mapping[str, tuple[Question, ...]]:
        """The questions of each matter, in the order of the hearing."""
        return {part: tuple(question for _, question in self.questions_in(part)) for part in self.matters}
