"""The facts, questions and answers of a case file, as types for mypy and editors.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from .after_request import *
from .any_case_file import *
from .certificate import *
from .fact_answers import *
from .issue_of_warrant import *
from .on_certificate import *
from .on_warrant import *
from .own_nationals import *
from .part_1 import *
from .part_2 import *
from .provisional import *
from .provisional_warrant import *
from .route import *
from .shapes import *
from .tell_the_prosecutor import *
from .through_the_unit import *
