"""What the record's own classes say of their fields: order, types, and which must be given."""

from __future__ import annotations

import types
from dataclasses import MISSING, Field
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from generator.dates import Edtf

__all__ = ["example_of", "field_kinds", "is_required", "without_none"]


def without_none(kind: Any) -> Any:
    """Return the type that is left when None is no choice any more."""
    if get_origin(kind) in (Union, types.UnionType):
        return next(part for part in get_args(kind) if part is not type(None))
    return kind


@cache
def field_kinds(record: type) -> dict[str, Any]:
    """Return the fields of a class of the record with their types, in the canonical order of the file."""
    return get_type_hints(record, include_extras=True)


def is_required(one: Field[Any]) -> bool:
    """Tell whether a field must be given."""
    return one.default is MISSING and one.default_factory is MISSING


def example_of(kind: Any) -> str:
    """Return what a value of a type may look like."""
    kind = without_none(kind)
    if get_origin(kind) is Literal:
        return str(get_args(kind)[0])
    if get_origin(kind) is Annotated:
        return get_args(kind)[1].example or "…"
    return '"2025-10-19"' if kind is Edtf else "…"
