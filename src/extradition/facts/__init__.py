"""The facts, questions and answers of a case file, as types for mypy and editors.

Made from the rule book by ``make schema``; do not edit it.
"""

from extradition.facts.after_request import *
from extradition.facts.certificate import *
from extradition.facts.fact_answers import *
from extradition.facts.issue_of_warrant import *
from extradition.facts.on_certificate import *
from extradition.facts.on_warrant import *
from extradition.facts.own_nationals import *
from extradition.facts.part_1 import *
from extradition.facts.part_2 import *
from extradition.facts.provisional import *
from extradition.facts.provisional_warrant import *
from extradition.facts.route import *
from extradition.facts.shapes import *
from extradition.facts.tell_the_prosecutor import *
from extradition.facts.through_the_unit import *
