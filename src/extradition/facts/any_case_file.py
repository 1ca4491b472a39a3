"""The case file of any matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from typing import TypeAlias

from . import after_request, certificate, issue_of_warrant, on_certificate, on_warrant, own_nationals, part_1, part_2, provisional, provisional_warrant, route, tell_the_prosecutor, through_the_unit

AnyCaseFile: TypeAlias = part_1.Part1CaseFile | part_2.Part2CaseFile | issue_of_warrant.IssueOfWarrantCaseFile | route.RouteCaseFile | own_nationals.OwnNationalsCaseFile | tell_the_prosecutor.TellTheProsecutorCaseFile | on_warrant.OnWarrantCaseFile | provisional.ProvisionalCaseFile | through_the_unit.ThroughTheUnitCaseFile | after_request.AfterRequestCaseFile | provisional_warrant.ProvisionalWarrantCaseFile | certificate.CertificateCaseFile | on_certificate.OnCertificateCaseFile
