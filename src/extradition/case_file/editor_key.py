"""The key with which a JSON file names its schema to an editor; it says nothing about the case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from extradition.law import Model

EDITOR_KEY = "$schema"
_DESCRIBED = {"type": "string", "description": "The address of this schema, for editors. It has no effect."}


class WithEditorKey(Model):
    """Immutable model of a file. Takes the key ``$schema`` at its top, and keeps nothing of it.

    >>> WithEditorKey.model_validate({"$schema": "schema/case-full.schema.json"}).model_dump()
    {}
    """

    @model_validator(mode="before")
    @classmethod
    def _has_no_editor_key(cls, content: Any) -> Any:
        """The content without the key."""
        if not isinstance(content, Mapping) or EDITOR_KEY not in content:
            return content
        if not isinstance(content[EDITOR_KEY], str):
            raise PydanticCustomError("editor_key", "must be text", {"below": (EDITOR_KEY,)})
        return {key: value for key, value in content.items() if key != EDITOR_KEY}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The JSON Schema of the model: with the key in that of a file, without it in that of an answer."""
        made = super().__get_pydantic_json_schema__(schema, handler)
        if handler.mode == "validation":
            handler.resolve_ref_schema(made).setdefault("properties", {})[EDITOR_KEY] = {**_DESCRIBED}
        return made
