"""The law: rule files, read and checked. It knows no case."""

from extradition.rule_book.rule_book import RuleBook

__all__ = ["RuleBook"]
