"""What runs in the browser: our modules without the adapters, the libraries that they need, and the templates.

The libraries are the ones that are installed here, which the lock pins; the one that is no Python alone comes as a wheel
made for browsers (`roda.py`).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from buku_sop.adapters.npm import AssetError
from buku_sop.adapters.places import LOOK, PACKAGE
from buku_sop.views.dasar.render import TEMPLATES

LIBRARIES = (
    "annotated_types",
    "jinja2",
    "markupsafe",
    "pydantic",
    "pyphen",
    "ruamel.yaml",
    "typing_extensions",
    "typing_inspection",
    "yaml",
)
CORE = "pydantic-core"
_NOT_NEEDED = {
    "buku_sop": (
        "__main__.py", "adapters/", "analysis/banding/", "analysis/impor/", "aset/", "bawaan/", "diagnostics/contoh/",
        "layout/layered/", "tema/", "views/banding/", "views/daftar/", "views/formulir/", "views/lembar/", "views/mutu/",
        "views/riwayat/", "views/tinjauan/", "views/waktu/",
    ),
    "pydantic": ("color.py", "experimental/", "mypy.py", "v1/"),
    "jinja2": ("debug.py", "ext.py", "meta.py", "nativetypes.py", "sandbox.py"),
    "ruamel.yaml": ("clibz/", "configobjwalker.py", "cyaml.py"),
}  # fmt: skip
"""What no message needs; a test asks everything of what is left."""
_LANGUAGE = "dictionaries/hyph_id_ID.dic"
"""Of the hyphenation of a hundred languages, ours."""
_BROUGHT = Path(__file__).with_name("sedia.py")
"""Of the adapters the one that runs there."""
_TEMPLATES = ("dasar", "sop", "alur", "makro", "beda", "sunting", "waktu", "keterkaitan")


def sources(core: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file by its place in the package, sorted; `core` is the wheel for browsers.

    Raises:
        AssetError: A library is not installed.
    """
    found = dict(_core(core)) | {_BROUGHT.name: _BROUGHT.read_bytes()}
    for name in (*LIBRARIES, "buku_sop"):
        found |= dict(_library(name))
    for folder in _TEMPLATES:
        for path in (LOOK / TEMPLATES / folder).rglob("*"):
            if path.is_file():
                found[f"templat/{path.relative_to(LOOK / TEMPLATES).as_posix()}"] = (
                    path.read_bytes()
                )
    yield from sorted(found.items())


def core_version() -> str:
    """Return which version of the compiled library belongs to the one that is installed here."""
    return version(CORE)


def _library(name: str) -> Iterator[tuple[str, bytes]]:
    folder = name.replace(".", "/")
    try:
        spec = find_spec(name)
    except ImportError:
        spec = None
    if spec is None or spec.origin is None:
        raise AssetError(
            f"Pustaka {name} tidak terpasang, padahal diperlukan untuk penyunting di peramban.",
            "Pasang lagi: python -m pip install --force-reinstall buku-sop",
        )
    origin = PACKAGE / "__init__.py" if name == "buku_sop" else Path(spec.origin)
    if origin.name != "__init__.py":
        yield origin.name, origin.read_bytes()
        return
    skip = _NOT_NEEDED.get(name, ())
    for path in origin.parent.rglob("*"):
        inside = path.relative_to(origin.parent).as_posix()
        wanted = (
            path.suffix == ".py"
            or inside == _LANGUAGE
            or (name == "buku_sop" and path.suffix == ".yml")
        )
        if path.is_file() and wanted and not inside.startswith(skip):
            yield f"{folder}/{inside}", path.read_bytes()


def _core(wheel: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.startswith("pydantic_core/") and name.endswith((".py", ".so")):
                yield name, archive.read(name)
