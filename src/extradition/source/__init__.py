"""Files read into documents: YAML and JSON, with the place of every key and value, and every fault at
once.
"""

from extradition.source.characters import not_plain, unwanted
from extradition.source.comments import cut_off, may_be_a_number
from extradition.source.document import (
    MOST_BYTES,
    MOST_DEPTH,
    Document,
    ExtendedDocument,
    bundled_folder,
    canonical,
    model_of,
    place_of,
    validated,
    written_place,
)
from extradition.source.encodings import MOST_LOOKED_AT, why_not_utf8
from extradition.source.errors import (
    SUFFIXES,
    EngineError,
    ExtraditionError,
    Fault,
    MissingExtraError,
    OptionError,
    Place,
    Position,
    Problem,
    SourceError,
    UnknownDayError,
    UnknownLawError,
    each_or_all_faults,
    misnamed,
    refusal,
    where_raised,
)
from extradition.source.json_text import parse_json, read_json
from extradition.source.known_keys import keys_at
from extradition.source.nearest import few_of, misspelt, nearest, nearest_first, says_nothing, spelt_like
from extradition.source.shape_faults import faults_of
from extradition.source.yaml_text import parse, parse_all, read, read_all, text_at, text_of

__all__ = [
    "MOST_BYTES",
    "MOST_DEPTH",
    "MOST_LOOKED_AT",
    "SUFFIXES",
    "Document",
    "EngineError",
    "ExtendedDocument",
    "ExtraditionError",
    "Fault",
    "MissingExtraError",
    "OptionError",
    "Place",
    "Position",
    "Problem",
    "SourceError",
    "UnknownDayError",
    "UnknownLawError",
    "bundled_folder",
    "canonical",
    "cut_off",
    "each_or_all_faults",
    "faults_of",
    "few_of",
    "keys_at",
    "may_be_a_number",
    "misnamed",
    "misspelt",
    "model_of",
    "nearest",
    "nearest_first",
    "not_plain",
    "parse",
    "parse_all",
    "parse_json",
    "place_of",
    "read",
    "read_all",
    "read_json",
    "refusal",
    "says_nothing",
    "spelt_like",
    "text_at",
    "text_of",
    "unwanted",
    "validated",
    "where_raised",
    "why_not_utf8",
    "written_place",
]
