"""What ``render`` makes a report of."""

from extradition.casework.checklist import Checklist
from extradition.casework.further_information import FurtherInformation
from extradition.casework.papers.paper import Paper
from extradition.casework.replay import Replay
from extradition.determination import Determination
from extradition.policy.cohort.results import Cohort
from extradition.policy.comparison import Comparison
from extradition.policy.region import Region
from extradition.policy.validation import Validation
from extradition.report.summary import BookSummary

Reportable = (
    Cohort
    | Determination
    | Comparison
    | Region
    | Validation
    | FurtherInformation
    | Paper
    | Replay
    | BookSummary
    | Checklist
)
"""A report, each kind with a name of its own (``report_name``)."""
