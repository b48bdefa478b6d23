"""Values of the model as JSON, and back: for what is kept between two runs of a program.

Only what the type of a value allows is ever made of a text, so a text that somebody else wrote makes at worst other
values, never anything that runs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Way = Callable[[Any], Any]
_SAME: frozenset[Any] = frozenset({str, int, bool, float, NoneType, object, Any})
"""Types that JSON has itself."""


def to_json(value: T, kind: type[T]) -> bytes | None:
    """Write a value of a type; None where reading it would not give an equal value."""
    try:
        text = json.dumps(_ways_of(kind)[0](value), ensure_ascii=False, separators=(",", ":"))
        data = text.encode("utf-8", "surrogatepass")
        return data if from_json(data, kind) == value else None
    except (TypeError, ValueError, LookupError, AttributeError, RecursionError):
        return None


def from_json(data: bytes, kind: type[T]) -> T:
    """Read what `to_json` wrote. Raises ValueError, TypeError or LookupError for anything else."""
    value: T = _ways_of(kind)[1](json.loads(data.decode("utf-8", "surrogatepass")))
    return value


def _ways_of(kind: Any) -> tuple[_Way, _Way]:
    return _ways(kind)


@cache
def _ways(kind: Any) -> tuple[_Way, _Way]:
    """Return how a value of a type becomes one of JSON, and how it is made of one."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in _SAME:
        return _same, _same
    if origin in (Union, UnionType):
        return _union(inner)
    if origin is tuple:
        return _tuple(inner)
    if origin in (Mapping, MappingProxyType, dict) or (
        isinstance(origin, type) and issubclass(origin, Mapping)
    ):
        return _mapping(*inner)
    if is_dataclass(kind):
        return _dataclass(kind)
    if kind is date:
        return date.isoformat, date.fromisoformat
    if kind is Fraction:
        return str, Fraction
    if isinstance(kind, type) and issubclass(kind, Enum):
        return (lambda value: value.value), {one.value: one for one in kind}.__getitem__
    raise TypeError(kind)


def _same(value: Any) -> Any:
    return value


def _union(kinds: tuple[Any, ...]) -> tuple[_Way, _Way]:
    """Of several kinds beside None, each value says by a number which it is of."""
    others = [k for k in kinds if k is not NoneType]
    if len(others) == 1:
        out, back = _ways(others[0])
        return (
            lambda value: None if value is None else [out(value)],
            lambda data: None if data is None else back(data[0]),
        )
    known = {k: n for n, k in enumerate(others)}
    ways = [_ways(k) for k in others]

    def out_of(value: Any) -> Any:
        if value is None:
            return None
        n = known[type(value)]
        return [n, ways[n][0](value)]

    return out_of, lambda data: None if data is None else ways[data[0]][1](data[1])


def _tuple(inner: tuple[Any, ...]) -> tuple[_Way, _Way]:
    if len(inner) != 2 or inner[1] is not Ellipsis:
        ways = [_ways(k) for k in inner]
        return (
            lambda value: [out(one) for (out, _), one in zip(ways, value, strict=True)],
            lambda data: tuple([back(one) for (_, back), one in zip(ways, data, strict=True)]),
        )
    if inner[0] in _SAME:
        return list, tuple
    later: list[_Way] = []  # a type may hold itself

    def out_of(value: Any) -> Any:
        out = _ways(inner[0])[0]
        return [out(one) for one in value]

    def back_from(data: Any) -> Any:
        if not data:
            return ()
        if not later:
            later.append(_ways(inner[0])[1])
        return tuple(map(later[0], data))

    return out_of, back_from


def _mapping(key: Any, value: Any) -> tuple[_Way, _Way]:
    (key_out, key_back), (out, back) = _ways(key), _ways(value)
    return (
        lambda mapping: [[key_out(k), out(v)] for k, v in mapping.items()],
        lambda data: MappingProxyType({key_back(k): back(v) for k, v in data}),
    )


def _dataclass(kind: Any) -> tuple[_Way, _Way]:
    """A value is the list of its fields, without those at the end that are as if nobody had given them."""
    hints = get_type_hints(kind)
    given = [f for f in fields(kind) if f.init]
    names = [f.name for f in given]
    plain = [_default(f) for f in given]
    ways: list[tuple[_Way, _Way]] = []
    outs: list[_Way | None] = []
    backs: list[_Way | None] = []

    def prepare() -> None:  # only when first asked for, since a class may hold itself
        ways.extend(_ways(hints[name]) for name in names)
        outs.extend(None if out is _same else out for out, _ in ways)
        backs.extend(None if back is _same else back for _, back in ways)

    def out_of(value: Any) -> list[Any]:
        if type(value) is not kind:
            raise TypeError(value)
        if not ways:
            prepare()
        held: list[Any] = []
        for name, out, default in zip(names, outs, plain, strict=True):
            one = getattr(value, name)
            if one is default or (one.__class__ is default.__class__ and one == default):
                held.append(0)
            else:
                held.append([one if out is None else out(one)])
        while held and held[-1] == 0:
            held.pop()
        return held

    def back_from(data: Any) -> Any:
        if not ways:
            prepare()
        return kind(
            **{
                name: one[0] if back is None else back(one[0])
                for name, back, one in zip(names, backs, data, strict=False)
                if one
            }
        )

    return out_of, back_from


def _default(one: Field[Any]) -> Any:
    if one.default_factory is not MISSING:
        return one.default_factory()
    return one.default
