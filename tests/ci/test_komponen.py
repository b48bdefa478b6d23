"""What a release stands on: the list of components, its page of licences, and the lists of known weaknesses."""

from __future__ import annotations

import importlib.util
import json
import re
from types import ModuleType

import pytest

from tests.paths import ROOT

PAGE = ROOT / "docs" / "dev" / "licences.md"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"ci_{name}", ROOT / ".ci" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


sbom, audit = script("sbom"), script("audit")


def component(ref: str, name: str, licence: str) -> dict[str, object]:
    return {"bom-ref": ref, "name": name, "licenses": [{"license": {"id": licence}}]}


PYTHON = {
    "metadata": {"component": {"bom-ref": "buku"}},
    "components": [component("A_b==1", "A_b", "MIT"), component("uji==2", "uji", "MIT")],
    "dependencies": [
        {"ref": "buku", "dependsOn": ["A_b==1", "uji==2"]},
        {"ref": "A_b==1"},
        {"ref": "uji==2", "dependsOn": ["A_b==1"]},
    ],
}
NPM = {
    "metadata": {"component": {"bom-ref": "aset@1"}},
    "components": [component("x@1", "@satu/x", "ISC"), component("y@1", "@satu/y", "ISC")],
    "dependencies": [
        {"ref": "aset@1", "dependsOn": ["x@1"]},
        {"ref": "x@1", "dependsOn": ["y@1"]},
        {"ref": "y@1"},
    ],
}


def test_what_only_the_tests_need_is_left_out() -> None:
    kept = sbom.only(PYTHON, sbom.locked("a-b==1 \\\n    --hash=x\n# uji==2\n"))
    assert [c["name"] for c in kept["components"]] == ["A_b"]
    assert kept["dependencies"] == [
        {"ref": "buku", "dependsOn": ["A_b==1"]},
        {"ref": "A_b==1", "dependsOn": []},
    ]


def test_packages_of_npm_hang_below_the_same_product() -> None:
    bom = sbom.merge(PYTHON, NPM)
    refs = {c["bom-ref"] for c in bom["components"]}
    assert refs == {"A_b==1", "uji==2", "npm:x@1", "npm:y@1"}
    (product,) = (d for d in bom["dependencies"] if d["ref"] == "buku")
    assert product["dependsOn"] == ["A_b==1", "npm:x@1", "uji==2"]
    known = refs | {"buku"}
    assert {r for d in bom["dependencies"] for r in (d["ref"], *d.get("dependsOn", ()))} <= known


def test_a_scope_of_npm_is_one_row_of_the_page() -> None:
    page = sbom.licences(sbom.merge(PYTHON, NPM)["components"])
    assert "| npm | @satu/… (2) | ISC |" in page
    assert "| PyPI | A_b | MIT |" in page


def test_the_page_names_every_package_of_the_locks() -> None:
    """Fails when a lock has changed since `make sbom`."""
    rows = re.findall(
        r"^\| (PyPI|npm) \| (.+?)(?: \(\d+\))? \|", PAGE.read_text("utf-8"), re.MULTILINE
    )
    python = {sbom._name(name) for kind, name in rows if kind == "PyPI"}
    # What Windows alone installs is in the lock and not in this environment.
    lock = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
    windows = set(re.findall(r"^([\w.\-]+)==\S+ ;.*sys_platform == 'win32'", lock, re.MULTILINE))
    windows |= set(
        re.findall(r"^([\w.\-]+)==\S+ ; .*(?:platform|implementation)", lock, re.MULTILINE)
    )
    assert sbom.locked(lock) - python <= {sbom._name(one) for one in windows}
    assert python <= sbom.locked(lock)
    lock_of_npm = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    needed = {ref.rpartition("@")[0] for ref in sbom.needed(lock_of_npm)}
    assert {"iconv-lite", "mermaid"} <= needed
    assert "jsdom" not in needed
    assert {sbom._row({"name": n}) for n in needed} == {n for kind, n in rows if kind == "npm"}


def test_a_weakness_is_told_with_its_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    report = {
        "dependencies": [
            {"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]},
            {"name": "b", "version": "1", "vulns": []},
            {"name": "c", "skip_reason": "not found"},
        ]
    }
    assert list(audit.read_pip_audit(report, "site.txt")) == ["a 1: PYSEC-1; diperbaiki di 2"]
    assert "1 paket tidak ada di daftar" in capsys.readouterr().out
    found = {
        "vulnerabilities": {
            "x": {"range": "<2", "severity": "high", "via": [{"title": "Lubang"}]},
            "y": {"range": "*", "severity": "low", "via": ["x"]},
        }
    }
    assert list(audit.read_npm_audit(found)) == ["x <2 (high): Lubang", "y * (low): melalui x"]


def test_an_unreachable_list_is_said_and_fails_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "_ask", lambda command: None)
    assert audit.main() == 0
    said = capsys.readouterr().out
    assert said.count("tidak diperiksa") == 4
    assert "pada yang diperiksa" in said


def test_a_known_weakness_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    weak = {"vulnerabilities": {"x": {"range": "<2", "severity": "high", "via": ["y"]}}}
    monkeypatch.setattr(audit, "_ask", lambda command: weak if command[0] == "npm" else None)
    assert audit.main() == 1
