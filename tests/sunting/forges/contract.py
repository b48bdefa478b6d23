"""What a forge's description (OpenAPI 3, Swagger 2) allows to be asked and answered, and what a talk with it breaks of that.

Ours are in `openapi/`: hand-written, of what the editor asks and reads. A published description can stand in their place
(folder of `SOP_OPENAPI`): then what our small servers answer must be known to it by name and type, but need not be whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

OPENAPI = Path(__file__).parent / "openapi"
KINDS = ("github", "gitlab", "gitea")
_PREFIX = "/api/v4"
_LONG = {"ref", "path", "filepath", "branch"}
"""Parts of a path that may have slashes in them."""
_ALWAYS = {301, 302, 307, 401, 403, 404, 429}
"""What a forge may answer to everything; its description says so in prose, or not at all."""


class Broken(AssertionError):
    """Something that the description does not have."""


@dataclass(frozen=True)
class _Operation:
    name: str
    pattern: re.Pattern[str]
    query: Mapping[str, Mapping[str, Any]]
    required: frozenset[str]
    body: str
    """Where the schema of the body is in the document, as a JSON pointer; empty where there is none."""
    answers: Mapping[str, str]
    """The same of each answer, by its status."""


class Contract:
    """One description."""

    def __init__(self, document: Mapping[str, Any], *, whole: bool) -> None:
        document = json.loads(json.dumps(document, default=str))
        self._asked = _closed(document, whole=True)
        self._answered = _closed(document, whole=whole)
        found = [(path, *one) for path, item in document["paths"].items() for one in item.items()]
        self._operations = [
            _operation(document, path, method, one)
            for path, method, one in found
            if method in ("get", "post", "put", "patch", "delete")
        ]
        self.used: set[str] = set()

    def request(self, method: str, path: str, query: Mapping[str, str], body: Any) -> _Operation:
        """Return what is asked for. Raises Broken."""
        fitting = [
            o for o in self._operations if o.name.startswith(f"{method} ") and o.pattern.fullmatch(path)
        ]  # fmt: skip
        if not fitting:
            raise Broken(f"{method} {path}: no such operation")
        one = min(fitting, key=lambda o: (o.name.count("{"), -len(o.name)))
        self.used.add(one.name)
        if missing := one.required - query.keys():
            raise Broken(f"{one.name}: without {missing}")
        for name, value in query.items():
            if name not in one.query:
                raise Broken(f"{one.name}: no parameter {name}")
            _fits(f"{one.name}?{name}", _typed(value, one.query[name]), one.query[name])
        if body is not None:
            if not one.body:
                raise Broken(f"{one.name}: takes no body")
            _fits(one.name, body, {**self._asked, "$ref": one.body})
        return one

    def answer(self, one: _Operation, status: int, value: Any) -> None:
        """Raise Broken where an answer is none of the operation's."""
        if str(status) not in one.answers and status not in _ALWAYS and status < 500:
            raise Broken(f"{one.name}: no answer {status}")
        if status < 300 and (schema := one.answers[str(status)]):
            _fits(f"{one.name} {status}", value, {**self._answered, "$ref": schema})

    def names(self) -> set[str]:
        """Return the operations that there are, without the names of their parts."""
        return {re.sub(r"{\w+}", "{}", o.name) for o in self._operations}


def _fits(where: str, value: Any, schema: Mapping[str, Any]) -> None:
    for error in Draft202012Validator(schema).iter_errors(value):
        raise Broken(f"{where}: {error.json_path}: {error.message[:300]}")


def _typed(value: str, schema: Mapping[str, Any]) -> Any:
    kind = schema.get("type")
    if kind == "integer" and value.isdigit():
        return int(value)
    return {"true": True, "false": False}.get(value, value) if kind == "boolean" else value


def _operation(document: Any, path: str, method: str, one: Mapping[str, Any]) -> _Operation:
    path = path.removeprefix(_PREFIX)
    pattern = re.sub(r"\\{(\w+)\\}", lambda m: ".+" if m[1] in _LONG else "[^/]+", re.escape(path))
    given = [*document["paths"].get(path, {}).get("parameters", []), *one.get("parameters", [])]
    parameters = [_looked_up(document, p) for p in given]
    here = next(p for p in (path, f"{_PREFIX}{path}") if p in document["paths"])
    pointer = f"#/paths/{here.replace('~', '~0').replace('/', '~1')}/{method}"
    return _Operation(
        f"{method.upper()} {path}",
        re.compile(pattern),
        {p["name"]: _open(p.get("schema", p)) for p in parameters if p["in"] == "query"},
        frozenset(p["name"] for p in parameters if p["in"] == "query" and p.get("required") is True),
        _body(document, pointer, one),
        {s: _answer(document, f"{pointer}/responses/{s}", a) for s, a in one["responses"].items()},
    )  # fmt: skip


def _body(document: Any, pointer: str, one: Mapping[str, Any]) -> str:
    for n, parameter in enumerate(one.get("parameters", [])):
        if parameter.get("in") == "body":
            return f"{pointer}/parameters/{n}/schema"
    return _content(f"{pointer}/requestBody", _looked_up(document, one.get("requestBody", {})))


def _answer(document: Any, pointer: str, answer: Mapping[str, Any]) -> str:
    pointer = answer.get("$ref", pointer)
    answer = _looked_up(document, answer)
    return f"{pointer}/schema" if "schema" in answer else _content(pointer, answer)


def _content(pointer: str, one: Mapping[str, Any]) -> str:
    return (
        f"{pointer}/content/application~1json/schema"
        if "application/json" in one.get("content", {})
        else ""
    )


def _looked_up(document: Any, value: Any) -> Any:
    while "$ref" in value:
        found = document
        for part in value["$ref"].removeprefix("#/").split("/"):
            found = found[part.replace("~1", "/").replace("~0", "~")]
        value = found
    return value


def _open(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in schema.items() if k in ("type", "enum", "oneOf", "anyOf")}


def _closed(value: Any, *, whole: bool) -> Any:
    """Return a schema that takes no property which it does not name; without `whole` none needs to be there."""
    if isinstance(value, list):
        return [_closed(x, whole=whole) for x in value]
    if not isinstance(value, dict):
        return value
    made = {
        k: _closed(v, whole=whole) for k, v in value.items() if k not in ("example", "examples")
    }
    if isinstance(made.get("properties"), dict) and "allOf" not in made:
        made.setdefault("additionalProperties", False)
    if not whole and isinstance(made.get("required"), list):
        del made["required"]
    if isinstance(made.get("oneOf"), list):
        made["anyOf"] = made.pop("oneOf")
    if made.get("type") == "file":
        del made["type"]
    return {"anyOf": [made, {"type": "null"}]} if made.pop("nullable", None) is True else made


@cache
def ours(kind: str) -> Contract:
    """Return our own description of a kind of forge."""
    return Contract(yaml.safe_load((OPENAPI / f"{kind}.yml").read_text("utf-8")), whole=True)


def published(folder: Path) -> Iterator[tuple[str, Contract]]:
    """Read the published descriptions that somebody has put into a folder, by kind (`github*.json`, `gitlab*.yaml`, …)."""
    for kind in KINDS:
        for path in sorted(folder.glob(f"{kind}*")):
            text = re.sub(r"{{[^}]*}}", "x", path.read_text("utf-8"))  # Gitea's is a template
            document = (
                json.loads(text)
                if text.lstrip().startswith("{")
                else yaml.load(text, yaml.CSafeLoader)
            )
            yield kind, Contract(document, whole=False)
