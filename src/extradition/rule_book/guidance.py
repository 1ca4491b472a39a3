"""What official guidance says on a question, next to the law, and how it parts from the law."""

from __future__ import annotations

from extradition.law import VERIFIED, Day, Model, ProvisionText
from extradition.rule_book.consequences import Sentence


class Guidance(Model):
    """What guidance *says* on a question, *at* one of its headings, *since* a day.

    *differs* says how it parts from the law; it is left out where both agree. It decides nothing.
    """

    at: ProvisionText
    says: Sentence
    since: Day
    differs: Sentence | None = None
    verified: VERIFIED
