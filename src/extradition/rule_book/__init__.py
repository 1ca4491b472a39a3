"""The law: rule files, read and checked. No module here knows a case."""

from extradition.rule_book.rule_book import RuleBook

__all__ = ["RuleBook"]
