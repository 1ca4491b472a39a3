"""The base class of models with their own names and those of pydantic 2, and no deprecated name.

pydantic 2 keeps the names of pydantic 1, with a warning; one of them, ``copy``, makes a value that was never
checked. They are not part of this package, so a reader of ``dir`` or of an editor's list does not see them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Never

from pydantic import BaseModel

if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass
else:
    ModelMetaclass = type(BaseModel)  # it has no public name

INSTEAD: Mapping[str, str] = {
    "construct": "model_validate",
    "copy": "model_copy",
    "dict": "model_dump",
    "from_orm": "model_validate",
    "json": "model_dump_json",
    "parse_file": "model_validate_json",
    "parse_obj": "model_validate",
    "parse_raw": "model_validate_json",
    "schema": "model_json_schema",
    "schema_json": "model_json_schema",
    "update_forward_refs": "model_rebuild",
    "validate": "model_validate",
}
"""The deprecated names of pydantic, each with the name to use in its place."""


class _Deprecated:
    """A name that a model does not have."""

    def __get__(self, instance: object, owner: type) -> Never:
        raise AttributeError  # so that Python asks __getattr__, which gives the reason


def _current(names: Iterable[str]) -> list[str]:
    return [name for name in names if name not in INSTEAD]


class _OfModels(ModelMetaclass):
    """The class of a model, which does not list deprecated names."""

    def __dir__(cls) -> list[str]:  # noqa: N805  the class of a class
        return _current(super().__dir__())


class OwnNames(BaseModel, metaclass=_OfModels):
    """The base of every model of this package.

    >>> "copy" in dir(OwnNames), "model_copy" in dir(OwnNames)
    (False, True)
    """

    def __dir__(self) -> list[str]:
        """The names of the instance, without deprecated ones."""
        return _current(super().__dir__())


def _of_class(cls: Any, name: str) -> Any:
    """An attribute that pydantic makes on demand; a deprecated name is refused."""
    return _current_attribute(cls, name, cls, ModelMetaclass)


def _of_instance(model: Any, name: str) -> Any:
    """A private attribute; a deprecated name is refused."""
    return _current_attribute(model, name, type(model), BaseModel)


def _current_attribute(holder: Any, name: str, owner: type, base: Any) -> Any:
    if name in INSTEAD:
        raise AttributeError(f"{owner.__name__} has no {name}; use {INSTEAD[name]}")
    return base.__getattr__(holder, name)


def _take_away(model: Any) -> None:
    """Take the deprecated names from *model*; a ``__getattr__`` in a class would hide errors from mypy."""
    for name in INSTEAD:
        setattr(model, name, _Deprecated())
    of_models: Any = _OfModels
    of_models.__getattr__ = _of_class
    model.__getattr__ = _of_instance


_take_away(OwnNames)
