"""The parts of a case file that are the same in every matter.

Made from the rule book by ``extradition schema``; do not edit it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, Literal, NotRequired, TypeAlias, TypedDict, TypeVar


A = TypeVar("A")


class FindingShape(TypedDict, Generic[A]):
    answer: A
    by: NotRequired[Literal["judge", "Secretary of State", "designated authority", "justice of the peace", "arresting officer", "officer in the case", "prosecutor", "executing state", "requesting authority", "requested person", "parties", "author of the case file"] | None]
    status: NotRequired[Literal["found", "agreed", "asserted", "disputed", "assumed", "not in issue"] | None]
    source: NotRequired[SourceShape | None]
    reasons: NotRequired[str | None]

Given: TypeAlias = A | FindingShape[A] | Sequence[A | FindingShape[A]]


class BoxBShape(TypedDict):
    decisions: int


class BoxCShape(TypedDict):
    sentence_months: int | str


class BoxDShape(TypedDict):
    ticked: Sequence[Literal["1", "2", "3.1a", "3.1b", "3.2", "3.3", "3.4"] | float]
    text: NotRequired[str | None]
    text_says: NotRequired[Sequence[Literal["at_some_hearings_only", "at_no_hearing", "left_at_address", "left_with_household", "served_on_lawyer", "summons_not_shown_to_be_served", "place_of_service_not_known", "not_warned", "lawyer_appointed", "mandate_in_doubt", "lawyer_did_not_defend", "appeal_hearings_not_covered", "sentences_merged_by_choice", "sentences_merged_by_arithmetic", "did_not_contest", "did_not_ask_in_time", "decision_not_served", "retrial_if_court_finds", "retrial_if_other_body_finds", "retrial_at_discretion", "retrial_on_another_condition"]]]
    place_of_service: NotRequired[str | None]
    summoned_on: NotRequired[str | int | Mapping[str, str] | None]
    time_limit_days: NotRequired[int | None]
    contradicted_by: NotRequired[LaterMaterialShape | None]


class ClosedEvidenceShape(TypedDict):
    of: Literal["whole case", "requesting authority", "requested person"]
    by: Literal["judge", "parties"]
    on: str
    source: NotRequired[SourceShape | None]


class CourtDecisionShape(TypedDict):
    outcome: NotRequired[Literal["discharge", "proceed", "order", "adjourn", "send"] | None]
    to: NotRequired[str | None]
    under: NotRequired[str | None]
    steps: NotRequired[Mapping[str, Literal["yes", "no"]]]
    disagreement: NotRequired[str | None]
    points: NotRequired[Sequence[JudgmentPointShape] | None]


CustodyShape = TypedDict("CustodyShape", {"status": Literal["bail", "custody"], "from": str, "until": NotRequired[str | None]})


class DatesShape(TypedDict):
    arrest: NotRequired[str | int | Mapping[str, str] | None]
    arrest_hour: NotRequired[str | None]
    provisional_warrant: NotRequired[str | int | Mapping[str, str] | None]
    certificate: NotRequired[str | int | Mapping[str, str] | None]
    consent: NotRequired[str | int | Mapping[str, str] | None]
    hearing: NotRequired[str | int | Mapping[str, str] | None]


class DecidedShape(TypedDict):
    court: str
    level: Literal["Supreme Court", "House of Lords", "Divisional Court", "High Court of Justiciary", "High Court", "first instance"]
    sources: Sequence[str]
    confidence: Literal["high", "medium", "low"]
    inferred: NotRequired[Sequence[str]]
    authority: NotRequired[Mapping[str, TreatmentShape] | None]


class InstrumentShape(TypedDict):
    reference: NotRequired[str | None]
    issued: NotRequired[str | int | Mapping[str, str] | None]
    issuing_authority: NotRequired[str | None]
    requesting_authority: NotRequired[str | None]
    certified: NotRequired[str | int | Mapping[str, str] | None]
    certificate: NotRequired[str | None]


class JudgmentPointShape(TypedDict):
    outcome: NotRequired[Literal["discharge", "proceed", "order", "adjourn", "send"] | None]
    to: NotRequired[str | None]
    under: NotRequired[str | None]
    steps: NotRequired[Mapping[str, Literal["yes", "no"]]]
    disagreement: NotRequired[str | None]
    taken_from: str


class LaterMaterialShape(TypedDict):
    document: str
    at: NotRequired[str | None]
    by: NotRequired[Literal["requesting authority", "requested person"] | None]
    says: Sequence[Literal["at_some_hearings_only", "at_no_hearing", "left_at_address", "left_with_household", "served_on_lawyer", "summons_not_shown_to_be_served", "place_of_service_not_known", "not_warned", "lawyer_appointed", "mandate_in_doubt", "lawyer_did_not_defend", "appeal_hearings_not_covered", "sentences_merged_by_choice", "sentences_merged_by_arithmetic", "did_not_contest", "did_not_ask_in_time", "decision_not_served", "retrial_if_court_finds", "retrial_if_other_body_finds", "retrial_at_discretion", "retrial_on_another_condition"]]


class LawyersShape(TypedDict):
    requesting_authority: NotRequired[Sequence[str]]
    requested_person: NotRequired[Sequence[str]]


class ListedHearingShape(TypedDict):
    date: str | int | Mapping[str, str]
    title: NotRequired[str | None]


class ParticularsShape(TypedDict):
    requested_person: NotRequired[RequestedPersonShape | None]
    warrant: NotRequired[InstrumentShape | None]
    request: NotRequired[InstrumentShape | None]
    court: NotRequired[str | None]
    judge: NotRequired[str | None]
    hearing_list: NotRequired[Sequence[ListedHearingShape]]
    counsel: NotRequired[LawyersShape | None]
    solicitors: NotRequired[LawyersShape | None]
    cps_reference: NotRequired[str | None]
    custody: NotRequired[Sequence[CustodyShape]]


class RequestedPersonShape(TypedDict):
    name: NotRequired[str | None]
    date_of_birth: NotRequired[str | int | Mapping[str, str] | None]
    nationality: NotRequired[Sequence[str]]


class SourceShape(TypedDict):
    document: str
    at: NotRequired[str | None]
    date: NotRequired[str | int | Mapping[str, str] | None]
    language: NotRequired[str | None]
    translation: NotRequired[str | None]


class TreatmentShape(TypedDict):
    treatment: Literal["overruled", "disapproved", "reversed", "doubted"]
    by: str
    note: NotRequired[str | None]


class WarrantShape(TypedDict):
    box_b: NotRequired[BoxBShape | None]
    box_c: NotRequired[BoxCShape | None]
    box_d: NotRequired[BoxDShape | None]


class CaseFileShape(TypedDict):
    case: str
    reference: NotRequired[str | None]
    citation: NotRequired[str | None]
    book: NotRequired[str | None]
    part: NotRequired[str | int | None]
    territory: NotRequired[Literal["AD", "AE", "AG", "AI", "AL", "AM", "AQ-BAT", "AR", "AT", "AU", "AW", "AZ", "BA", "BB", "BD", "BE", "BG", "BM", "BN", "BO", "BQ-BONAIRE", "BQ-SABA", "BQ-STATIA", "BR", "BS", "BW", "BZ", "CA", "CH", "CK", "CL", "CO", "CU", "CW", "CY", "CZ", "DE", "DK", "DM", "DZ", "EC", "EE", "ES", "FI", "FJ", "FK", "FO", "FR", "GD", "GE", "GH", "GI", "GL", "GM", "GR", "GS", "GT", "GY", "HK", "HR", "HT", "HU", "IE", "IL", "IN", "IO", "IQ", "IS", "IT", "JM", "KE", "KI", "KN", "KR", "KW", "KY", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MK", "MS", "MT", "MU", "MV", "MW", "MX", "MY", "NG", "NI", "NL", "NO", "NR", "NZ", "PA", "PE", "PG", "PH", "PL", "PN", "PT", "PY", "RO", "RS", "RU", "RW", "SB", "SC", "SE", "SG", "SH", "SI", "SK", "SL", "SM", "SV", "SX", "SZ", "TC", "TH", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "US", "UY", "VC", "VG", "VU", "WS", "XK", "XX-SBA", "ZA", "ZM", "ZW"]]
    taken_from: NotRequired[Literal["EA 2003 s 2(2)", "EA 2003 s 2(7)", "EA 2003 s 2(7A)", "EA 2003 s 4(2)", "EA 2003 s 4(4)", "EA 2003 s 4(3)", "EA 2003 s 6(2)", "EA 2003 s 7(2)", "EA 2003 s 8", "EA 2003 s 41", "EA 2003 s 8A(1)", "EA 2003 s 8B(1)", "EA 2003 s 8B(2)", "EA 2003 s 45", "EA 2003 s 10(2)", "EA 2003 s 12", "EA 2003 s 12A(1)(a)", "EA 2003 s 12A(1)(b)", "EA 2003 s 13(a)", "EA 2003 s 13(b)", "EA 2003 s 14", "EA 2003 s 15", "EA 2003 s 16", "EA 2003 s 17", "EA 2003 s 18", "EA 2003 s 19", "EA 2003 s 19A", "EA 2003 s 19B(2)(a)", "EA 2003 s 19C(1)", "EA 2003 s 19B(2)(b)", "EA 2003 s 20(1)", "EA 2003 s 20(3)", "EA 2003 s 20(5)", "EA 2003 s 21A(1)(a)", "EA 2003 s 21", "EA 2003 s 21A(1)(b)", "EA 2003 s 21B(1)", "EA 2003 s 21B(4)", "EA 2003 s 22", "EA 2003 s 23(1)", "EA 2003 s 23(2)", "EA 2003 s 24", "EA 2003 s 25(2)", "EA 2003 s 25(3)", "EA 2003 s 44(3)", "EA 2003 s 44(4)", "EA 2003 s 51", "EA 2003 s 48(2)", "EA 2003 s 48(3)", "EA 2003 s 70(1)", "EA 2003 s 70", "EA 2003 s 70(2)", "EA 2003 s 74B(1)", "EA 2003 s 72(2)", "EA 2003 s 72(5)", "EA 2003 s 72(3)", "EA 2003 s 74D(1)", "EA 2003 s 74(10)", "EA 2003 s 75", "EA 2003 s 76", "EA 2003 s 122", "EA 2003 s 76A(1)", "EA 2003 s 76B(1)", "EA 2003 s 76B(2)", "EA 2003 s 127", "EA 2003 s 78(2)", "EA 2003 s 78(4)(a)", "EA 2003 s 78(4)(b)", "EA 2003 s 78(4)(c)", "EA 2003 s 80", "EA 2003 s 81(a)", "EA 2003 s 81(b)", "EA 2003 s 82", "EA 2003 s 83", "EA 2003 s 83A(2)(a)", "EA 2003 s 83B(1)", "EA 2003 s 83A(2)(b)", "EA 2003 s 85(1)", "EA 2003 s 84", "EA 2003 s 85(3)", "EA 2003 s 85(5)", "EA 2003 s 86", "EA 2003 s 87", "EA 2003 s 88", "EA 2003 s 89(1)", "EA 2003 s 89(2)", "EA 2003 s 90", "EA 2003 s 91(2)", "EA 2003 s 91(3)", "EA 2003 s 123", "EA 2003 s 97(2)", "EA 2003 s 98(1)", "EA 2003 s 98(2)", "EA 2003 s 93(4)(b)", "EA 2003 s 94", "EA 2003 s 95", "EA 2003 s 96", "EA 2003 s 96A", "EA 2003 s 93(6A)(a)", "EA 2003 s 93(6A)", "EA 2003 s 208(5)", "EA 2003 s 208(7)", "EA 2003 s 146(1)", "EA 2003 s 149(1)", "EA 2003 s 142(1)(a)", "EA 2003 s 148", "EA 2003 s 142(2)(a)", "EA 2003 s 142(2)(b)", "EA 2003 s 142(2A)(a)", "EA 2003 s 142(2A)(b)", "EA 2003 s 142(2A)(c)", "EA 2003 s 142(3)", "EA 2003 s 142", "EA 2003 s 155A(1)", "TCA art 603", "TCA art 603(2)", "APP at outgoing-request", "EA 2003 s 3(1)", "EA 2003 s 3(2)", "EA 2003 s 3(3)", "EA 2003 s 6(10)", "EA 2003 s 5(1)(a)", "EA 2003 s 5(1)(b)", "EA 2003 s 5(2)", "EA 2003 s 5(3)", "APP at incoming-request", "EA 2003 s 71(1)", "EA 2003 s 71(2)(a)", "EA 2003 s 71(2)(b)", "EA 2003 s 73(1)", "EA 2003 s 73(3)(a)", "EA 2003 s 73(3)(b)", "EA 2003 s 74B(1)(a)", "EA 2003 s 74B(1)(b)", "EA 2003 s 74B(1)(c)", "EA 2003 s 74B(1)(d)", "EA 2003 s 74A(1)", "EA 2003 s 74A(7)", "EA 2003 s 74A(4)", "EA 2003 s 74A(5)"] | None]
    dates: DatesShape
    particulars: NotRequired[ParticularsShape | None]
    evidence_closed: NotRequired[Sequence[ClosedEvidenceShape]]
    notes: NotRequired[Sequence[str]]
    decided: NotRequired[DecidedShape | None]
    matter: NotRequired[str | int | None]


class DecisionShape(TypedDict):
    id: str
    kind: Literal["first_instance", "merits_appeal", "points_of_law_appeal", "retrial", "conviction_after_acquittal", "aggregation_with_discretion", "aggregation_without_discretion", "activation_unchanged", "activation_and_changed", "activation_by_conviction"]
    court: NotRequired[str | None]
    date: NotRequired[str | int | Mapping[str, str] | None]
    follows: NotRequired[str | None]
    reason: NotRequired[str | None]
    source: NotRequired[SourceShape | None]
    warrant: NotRequired[WarrantShape | None]


class IssuedWarrantShape(TypedDict):
    id: str
    title: NotRequired[str | None]
    taken_from: NotRequired[Literal["EA 2003 s 2(2)", "EA 2003 s 2(7)", "EA 2003 s 2(7A)", "EA 2003 s 4(2)", "EA 2003 s 4(4)", "EA 2003 s 4(3)", "EA 2003 s 6(2)", "EA 2003 s 7(2)", "EA 2003 s 8", "EA 2003 s 41", "EA 2003 s 8A(1)", "EA 2003 s 8B(1)", "EA 2003 s 8B(2)", "EA 2003 s 45", "EA 2003 s 10(2)", "EA 2003 s 12", "EA 2003 s 12A(1)(a)", "EA 2003 s 12A(1)(b)", "EA 2003 s 13(a)", "EA 2003 s 13(b)", "EA 2003 s 14", "EA 2003 s 15", "EA 2003 s 16", "EA 2003 s 17", "EA 2003 s 18", "EA 2003 s 19", "EA 2003 s 19A", "EA 2003 s 19B(2)(a)", "EA 2003 s 19C(1)", "EA 2003 s 19B(2)(b)", "EA 2003 s 20(1)", "EA 2003 s 20(3)", "EA 2003 s 20(5)", "EA 2003 s 21A(1)(a)", "EA 2003 s 21", "EA 2003 s 21A(1)(b)", "EA 2003 s 21B(1)", "EA 2003 s 21B(4)", "EA 2003 s 22", "EA 2003 s 23(1)", "EA 2003 s 23(2)", "EA 2003 s 24", "EA 2003 s 25(2)", "EA 2003 s 25(3)", "EA 2003 s 44(3)", "EA 2003 s 44(4)", "EA 2003 s 51", "EA 2003 s 48(2)", "EA 2003 s 48(3)", "EA 2003 s 70(1)", "EA 2003 s 70", "EA 2003 s 70(2)", "EA 2003 s 74B(1)", "EA 2003 s 72(2)", "EA 2003 s 72(5)", "EA 2003 s 72(3)", "EA 2003 s 74D(1)", "EA 2003 s 74(10)", "EA 2003 s 75", "EA 2003 s 76", "EA 2003 s 122", "EA 2003 s 76A(1)", "EA 2003 s 76B(1)", "EA 2003 s 76B(2)", "EA 2003 s 127", "EA 2003 s 78(2)", "EA 2003 s 78(4)(a)", "EA 2003 s 78(4)(b)", "EA 2003 s 78(4)(c)", "EA 2003 s 80", "EA 2003 s 81(a)", "EA 2003 s 81(b)", "EA 2003 s 82", "EA 2003 s 83", "EA 2003 s 83A(2)(a)", "EA 2003 s 83B(1)", "EA 2003 s 83A(2)(b)", "EA 2003 s 85(1)", "EA 2003 s 84", "EA 2003 s 85(3)", "EA 2003 s 85(5)", "EA 2003 s 86", "EA 2003 s 87", "EA 2003 s 88", "EA 2003 s 89(1)", "EA 2003 s 89(2)", "EA 2003 s 90", "EA 2003 s 91(2)", "EA 2003 s 91(3)", "EA 2003 s 123", "EA 2003 s 97(2)", "EA 2003 s 98(1)", "EA 2003 s 98(2)", "EA 2003 s 93(4)(b)", "EA 2003 s 94", "EA 2003 s 95", "EA 2003 s 96", "EA 2003 s 96A", "EA 2003 s 93(6A)(a)", "EA 2003 s 93(6A)", "EA 2003 s 208(5)", "EA 2003 s 208(7)", "EA 2003 s 146(1)", "EA 2003 s 149(1)", "EA 2003 s 142(1)(a)", "EA 2003 s 148", "EA 2003 s 142(2)(a)", "EA 2003 s 142(2)(b)", "EA 2003 s 142(2A)(a)", "EA 2003 s 142(2A)(b)", "EA 2003 s 142(2A)(c)", "EA 2003 s 142(3)", "EA 2003 s 142", "EA 2003 s 155A(1)", "TCA art 603", "TCA art 603(2)", "APP at outgoing-request", "EA 2003 s 3(1)", "EA 2003 s 3(2)", "EA 2003 s 3(3)", "EA 2003 s 6(10)", "EA 2003 s 5(1)(a)", "EA 2003 s 5(1)(b)", "EA 2003 s 5(2)", "EA 2003 s 5(3)", "APP at incoming-request", "EA 2003 s 71(1)", "EA 2003 s 71(2)(a)", "EA 2003 s 71(2)(b)", "EA 2003 s 73(1)", "EA 2003 s 73(3)(a)", "EA 2003 s 73(3)(b)", "EA 2003 s 74B(1)(a)", "EA 2003 s 74B(1)(b)", "EA 2003 s 74B(1)(c)", "EA 2003 s 74B(1)(d)", "EA 2003 s 74A(1)", "EA 2003 s 74A(7)", "EA 2003 s 74A(4)", "EA 2003 s 74A(5)"] | None]
    dates: NotRequired[DatesShape]
    particulars: NotRequired[InstrumentShape | None]


class OffenceShape(TypedDict):
    id: str
    title: NotRequired[str | None]
    case_type: NotRequired[Literal["accusation", "conviction"]]
    conduct_date: NotRequired[str | int | Mapping[str, str] | None]
    warrant: NotRequired[WarrantShape | None]
    decided: NotRequired[CourtDecisionShape | None]
