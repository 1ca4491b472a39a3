"""A model as the bytes of its JSON, without a text in between."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, TypeAdapter


def json_bytes(made: BaseModel, *, indent: int | None = None) -> bytes:
    r"""The JSON of *made* in UTF-8: the same characters as ``made.model_dump_json()``, and a line end.

    Pydantic writes bytes first and makes a text of them only where a text is needed. For a determination of
    300 kB both ways between the two take a tenth of the time of a request.

    Args:
        made: the model.
        indent: the number of spaces of each level; None for one line.

    >>> from extradition.law import Model
    >>> json_bytes(Model())
    b'{}\n'
    """
    return _adapter(type(made)).dump_json(made, indent=indent) + b"\n"


@cache
def _adapter(model: type[BaseModel]) -> TypeAdapter[BaseModel]:
    return TypeAdapter(model)
