"""The law: rule files, read and checked. No module here knows a case."""

from extradition.rule_book.draft import Draft
from extradition.rule_book.rule_book import RuleBook

__all__ = ["Draft", "RuleBook"]
