"""The facts, questions and answers of a case file, as types for mypy and editors.

Made from the rule book by ``make schema``; do not edit it.
"""

from extradition.facts.fact_answers import *
from extradition.facts.part_1 import *
from extradition.facts.part_2 import *
from extradition.facts.shapes import *
