"""Lists everything that a release stands on, as CycloneDX: the packages of Python and those of npm, with their licences.

.build/audit/bin/python .ci/sbom.py FILE [--licences PAGE]

Run by `make sbom`. Taken from what is installed for the site (`requirements/site.txt`, `package-lock.json`), checked
against CycloneDX's schema, and the same bytes for the same packages.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "requirements" / "site.txt"
HEAD = """\
# Licences

What a site, a sheet and the program stand on, with the licence that each package declares. Written by `make sbom`, which
also writes `.build/sbom.json` (CycloneDX), with versions and hashes; every release carries it.
"""


def main(arguments: Sequence[str]) -> int:
    """Write the list; the exit status is 1 where it is none by CycloneDX's schema."""
    read = argparse.ArgumentParser(prog="sbom.py")
    read.add_argument("file", type=Path)
    read.add_argument("--licences", type=Path)
    chosen = read.parse_args(arguments)
    names = locked(SITE.read_text(encoding="utf-8"))
    bom = merge(only(python_packages(), names), npm_packages())
    text = json.dumps(bom, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if fault := _fault(text):
        print(f"Daftar komponen tidak menurut skema CycloneDX: {fault}", file=sys.stderr)
        return 1
    chosen.file.parent.mkdir(parents=True, exist_ok=True)
    chosen.file.write_text(text, encoding="utf-8")
    if chosen.licences:
        chosen.licences.write_text(licences(bom["components"]), encoding="utf-8")
    print(f"{len(bom['components'])} komponen: {chosen.file}")
    return 0


def _fault(text: str) -> object:
    """Return what CycloneDX's schema faults; only `make sbom` has the library that knows it."""
    from cyclonedx.schema import SchemaVersion  # type: ignore[import-not-found]
    from cyclonedx.validation.json import JsonStrictValidator  # type: ignore[import-not-found]

    return JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)


def python_packages() -> dict[str, Any]:
    """List what is installed in `.venv`."""
    tool = Path(sys.executable).with_name("cyclonedx-py")
    return _json(
        [str(tool), "environment", ".venv", "--pyproject", "pyproject.toml", "--short-PURLs",
         "--output-reproducible", "--sv", "1.6", "--of", "JSON"]
    )  # fmt: skip


def npm_packages() -> dict[str, Any]:
    """List what `package-lock.json` names for the site.

    npm's own `--omit dev` also omits what the site shares with the tests.
    """
    bom = _json(["npm", "sbom", "--package-lock-only", "--sbom-format", "cyclonedx"])
    refs = needed(json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8")))
    kept = [c for c in bom["components"] if c["bom-ref"] in refs]
    refs.add(bom["metadata"]["component"]["bom-ref"])
    return {**bom, "components": kept, "dependencies": _among(bom["dependencies"], refs)}


def needed(lock: Mapping[str, Any]) -> set[str]:
    """Return `name@version` of each package in npm's lock that not only tests need."""
    return {
        f"{path.rpartition('node_modules/')[2]}@{one['version']}"
        for path, one in lock["packages"].items()
        if path and not one.get("dev") and not one.get("devOptional")
    }


def _json(command: list[str]) -> dict[str, Any]:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def locked(text: str) -> set[str]:
    """Return the names in a lock, as packages are compared."""
    return {_name(one) for one in re.findall(r"^([\w.\-]+)==", text, re.MULTILINE)}


def only(bom: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """Leave out the packages that are not `names`: those of tests, where they are installed too."""
    kept = [c for c in bom["components"] if _name(c["name"]) in names]
    refs = {c["bom-ref"] for c in kept} | {bom["metadata"]["component"]["bom-ref"]}
    return {**bom, "components": kept, "dependencies": _among(bom["dependencies"], refs)}


def merge(python: dict[str, Any], npm: dict[str, Any]) -> dict[str, Any]:
    """Put the packages of npm beside those of Python, below the same product."""
    project = npm["metadata"]["component"]["bom-ref"]
    beside = [{**c, "bom-ref": f"npm:{c['bom-ref']}"} for c in npm["components"]]
    links = [
        {"ref": f"npm:{d['ref']}", "dependsOn": sorted(f"npm:{r}" for r in d.get("dependsOn", ()))}
        for d in npm["dependencies"]
    ]
    product = python["metadata"]["component"]["bom-ref"]
    first = next(d["dependsOn"] for d in links if d["ref"] == f"npm:{project}")
    links = [d for d in links if d["ref"] != f"npm:{project}"]
    own = [
        {**d, "dependsOn": sorted([*d.get("dependsOn", ()), *first])} if d["ref"] == product else d
        for d in python["dependencies"]
    ]
    return {
        **python,
        "components": sorted([*python["components"], *beside], key=lambda c: c["bom-ref"]),
        "dependencies": sorted([*own, *links], key=lambda d: d["ref"]),
    }


def licences(components: Iterable[Mapping[str, Any]]) -> str:
    """Write the page of licences: a row for each package, sorted by where it comes from and its name."""
    rows = Counter(
        ("npm" if c["bom-ref"].startswith("npm:") else "PyPI", _row(c), _licence(c))
        for c in components
    )
    table = "".join(
        f"| {kind} | {name}{f' ({n})' if n > 1 else ''} | {licence} |\n"
        for (kind, name, licence), n in sorted(
            rows.items(), key=lambda r: (r[0][0], r[0][1].lower())
        )
    )
    return f"{HEAD}\n| from | package | licence |\n|---|---|---|\n{table}"


def _row(component: Mapping[str, Any]) -> str:
    """Name a package; those of one scope of npm stand together."""
    scope, slash, _ = str(component["name"]).partition("/")
    return f"{scope}/…" if slash and scope.startswith("@") else str(component["name"])


def _licence(component: Mapping[str, Any]) -> str:
    said = [
        one.get("expression") or one["license"].get("id") or one["license"].get("name", "")
        for one in component.get("licenses", ())
    ]
    short = [one.splitlines()[0].rpartition(" :: ")[2].replace("|", "/") for one in said if one]
    return ", ".join(sorted(set(short))) or "not declared"


def _among(dependencies: Iterable[Mapping[str, Any]], refs: set[str]) -> list[dict[str, Any]]:
    return [
        {**d, "dependsOn": sorted(r for r in d.get("dependsOn", ()) if r in refs)}
        for d in dependencies
        if d["ref"] in refs
    ]


def _name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
