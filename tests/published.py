"""The regular expressions of the JSON Schemas and of the OpenAPI description, for the tests of two tiers."""

import json

from strategies import BOOK, ROOT

from extradition.web import application


def patterns_in(node):
    """Every regular expression in a JSON Schema or in an OpenAPI description."""
    if isinstance(node, list):
        return {pattern for each in node for pattern in patterns_in(each)}
    if not isinstance(node, dict):
        return set()
    own = {node["pattern"]} if isinstance(node.get("pattern"), str) else set()
    return own.union(node.get("patternProperties", ()), *map(patterns_in, node.values()))


def published_patterns():
    """The patterns of every schema and of the OpenAPI description, each with the files that have it."""
    published = {path.name: json.loads(path.read_text("utf-8")) for path in (ROOT / "schema").iterdir()}
    published["openapi.json"] = application(BOOK, engine="plain").openapi()
    found = {}
    for name, document in published.items():
        for pattern in patterns_in(document):
            found.setdefault(pattern, []).append(name)
    return found
