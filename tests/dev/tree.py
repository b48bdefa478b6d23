"""The engine's tree, made from the first lines of its docstrings, for the pages of `docs/dev/`.

`python -m tests.dev.tree` writes it into `docs/dev/architecture.md` (folders) and `docs/dev/modules.md` (modules).
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.paths import ROOT

PAGES = ROOT / "docs" / "dev"
ENGINE = ROOT / "buku_sop"
_TREE = re.compile(r"(?<=<!-- tree -->\n).*?(?=<!-- /tree -->)", re.DOTALL)
_HEAD = """# Modules

What each module is for, in the order of the layers, from the first lines of the docstrings.
Made by `python -m tests.dev.tree`; a test tells when it has fallen behind.
"""


def pages() -> dict[Path, str]:
    """Make the text of each page that shows the tree, as it ought to be now."""
    architecture = PAGES / "architecture.md"
    before = architecture.read_text(encoding="utf-8")
    folders = "\n".join(_folders()) + "\n"
    after, count = _TREE.subn(lambda _: folders, before)
    assert count == 1, f"{architecture} needs one <!-- tree --> and one <!-- /tree -->"
    return {
        architecture: after,
        PAGES / "modules.md": _HEAD + "\n".join(_modules()) + "\n",
    }


def layers() -> list[str]:
    """Name the layers, lowest first, as the import contract orders them."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(c for c in config["tool"]["importlinter"]["contracts"] if c["id"] == "layers")
    return [name for line in reversed(contract["layers"]) for name in re.findall(r"\w+", line)]


def _packages() -> list[Path]:
    """List the folders of the engine, each below its parent, the layers from the lowest."""
    order = {name: number for number, name in enumerate(layers())}
    found = [p.parent for p in ENGINE.rglob("__init__.py")]
    return sorted(found, key=lambda p: [(order.get(x, 99), x) for x in p.relative_to(ENGINE).parts])


def _folders() -> Iterator[str]:
    for folder in _packages():
        indent = "  " * len(folder.relative_to(ENGINE).parts)
        yield f"{indent}- {_link(folder)}: {first_line(folder / '__init__.py')}"


def _modules() -> Iterator[str]:
    for folder in _packages():
        yield f"\n## {_link(folder)}\n\n{first_line(folder / '__init__.py')}\n"
        for module in sorted(folder.glob("*.py")):
            if module.name != "__init__.py":
                yield f"- {_link(module)}: {first_line(module)}"


def _link(path: Path) -> str:
    name = path.name + ("/" if path.is_dir() else "")
    return f"[`{name}`](../../{path.relative_to(ROOT).as_posix()})"


def first_line(module: Path) -> str:
    """Return the first line of a module's docstring, which must have one."""
    doc = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert doc, f"{module} needs a docstring that says what it is for"
    return doc.splitlines()[0]


if __name__ == "__main__":
    for page, text in pages().items():
        page.write_text(text, encoding="utf-8")
