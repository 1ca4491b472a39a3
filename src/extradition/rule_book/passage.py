"""The words of legislation that a question file quotes, and the texts from which they were read."""

from __future__ import annotations

import hashlib
import re
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from extradition.law import Day, Model, ProvisionText, in_words
from extradition.rule_book.consequences import Sentence

SourceId = Annotated[
    str, *in_words("[a-z0-9]+(-[a-z0-9]+)*", "must be a name of small letters, digits and hyphens")
]
_PARAGRAPH = re.compile(r"\n+(?=[ ]*[(“\u2018])")
"""A line break before a numbered or quoted paragraph."""


class TextSource(Model):
    """A text of legislation that was read: one row of ``sources.yaml``.

    *stated_to* is the day to which the text states the law: amendments after it are not in it. *read_on* is
    the day on which it was read, and *found_at* the place of the copy that was read. *not_in_it* says what
    the text lacks.
    """

    cite: Sentence
    title: Sentence
    stated_to: Day
    read_on: Day
    found_at: Sentence
    address: Annotated[
        str, *in_words("https://www[.]legislation[.]gov[.]uk/.+", "must be an address on legislation.gov.uk")
    ]
    not_in_it: Sentence | None = None

    @model_validator(mode="after")
    def _was_read_after_its_day(self) -> Self:
        if self.read_on < self.stated_to:
            raise ValueError("was read before the day to which it is stated")
        return self


class SoughtInVain(Model):
    """An instrument that was looked for on a day and not found."""

    what: Sentence
    looked_for_on: Day


class Sources(Model):
    """``sources.yaml``: every text that was read, and every instrument that was looked for and not found."""

    licence: Sentence | None = None
    read: dict[SourceId, TextSource] = Field(default_factory=dict)
    not_found: tuple[SoughtInVain, ...] = ()


class Passage(Model):
    """Words of legislation, quoted verbatim, with the days on which they stood.

    *of* is the provision, if it is not the question's own. The words stood from the day *since*, as amended,
    until the day *until*. *digest* is ``digest_of`` the words as they were read, so that no slip of the pen
    changes them unseen.
    """

    of: ProvisionText | None = None
    source: SourceId
    since: Day
    until: Day | None = None
    words: Sentence
    digest: Annotated[str, *in_words("[0-9a-f]{12}", "must be 12 digits and letters from a to f")]

    @model_validator(mode="after")
    def _has_the_words_that_were_read(self) -> Self:
        if self.until is not None and self.until <= self.since:
            raise ValueError("must end after it starts")
        own = digest_of(self.words)
        if self.digest != own:
            raise ValueError(
                f"the words are not those that were read: their digest is {own}. Read them at the source "
                "again"
            )
        return self

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words without line breaks, one text a numbered paragraph."""
        return tuple(" ".join(paragraph.split()) for paragraph in _PARAGRAPH.split(self.words))


def digest_of(words: str) -> str:
    r"""The first 12 digits of the SHA-256 of *words*; spaces and line breaks count as one space.

    >>> digest_of("must  decide\n") == digest_of("must decide")
    True
    """
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:12]


def as_list(value: Any) -> Any:
    """A list with the one passage *value*; any other value unchanged.

    >>> as_list({"words": "must decide"})
    [{'words': 'must decide'}]
    """
    return [value] if isinstance(value, dict) else value


Text = Annotated[
    tuple[Passage, ...], BeforeValidator(as_list, json_schema_input_type=Passage | list[Passage])
]
"""The words of the Act in a question or one of its versions: one passage or a list of them."""
