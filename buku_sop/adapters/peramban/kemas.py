"""Makes the engine for browsers: a folder named by its content, with Pyodide, our modules, and the worker that runs them."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import shutil
import tempfile
import zipfile
from pathlib import Path

from buku_sop.adapters.npm import AssetError, run_node
from buku_sop.adapters.peramban.bahan import sources
from buku_sop.adapters.peramban.roda import core_wheel
from buku_sop.adapters.places import MADE, npm_root

FOLDER = Path(".build") / "mesin"
BROUGHT = "mesin"
"""Where a wheel has it, among what it brings."""
SITE = "assets/mesin"
"""Its place on the site; below it a folder that is named by its content."""
_PROGRAM = Path(__file__).with_name("kemas.mjs")
_WORKER = tuple(Path(__file__).with_name(n) for n in ("ingat.mjs", "nyala.mjs", "pekerja.mjs"))
_WHEN = (1980, 1, 1, 0, 0, 0)


def engine_folder(root: Path) -> Path:
    """Return the folder of the engine: what a wheel brings, else made where it has not been made of the same before.

    Raises:
        AssetError: Node, Pyodide or a library cannot be had.
    """
    if MADE.is_dir():
        for made in (MADE / BROUGHT).glob("[0-9a-f]*"):
            return made
        raise AssetError(
            "Paket buku-sop ini dibuat tanpa mesin penyunting untuk peramban.",
            "Hapus penyunting: ya dari mkdocs.yml (sop sunting tetap dapat dipakai), atau pasang paket yang lengkap.",
        )
    pyodide = npm_root(root) / "node_modules" / "pyodide"
    if not (pyodide / "pyodide.asm.wasm").is_file():
        raise AssetError(
            "Pyodide belum terpasang, padahal diperlukan untuk penyunting di peramban.",
            "Jalankan dari folder utama: npm ci",
        )
    wheel = core_wheel(root / FOLDER / "roda")
    packed = _packed(wheel)
    parts = (
        packed,
        (pyodide / "package.json").read_bytes(),
        _PROGRAM.read_bytes(),
        *(p.read_bytes() for p in _WORKER),
    )
    key = hashlib.sha256(b"".join(hashlib.sha256(p).digest() for p in parts)).hexdigest()[:12]
    folder = root / FOLDER / key
    if not (folder / _WORKER[-1].name).is_file():
        _make(pyodide, packed, folder)
    return folder


def site_paths(folder: Path) -> list[tuple[Path, str]]:
    """List what the site gets of an engine, each with its path there."""
    return [(path, f"{SITE}/{folder.name}/{path.name}") for path in sorted(folder.iterdir())]


def _packed(wheel: Path) -> bytes:
    keep = io.BytesIO()
    with zipfile.ZipFile(keep, "w") as archive:
        for name, content in sources(wheel):
            archive.writestr(zipfile.ZipInfo(name, _WHEN), content)
    return keep.getvalue()


def _make(pyodide: Path, packed: bytes, folder: Path) -> None:
    """Let Node make the engine beside `folder`, and put it there in one move."""
    with tempfile.TemporaryDirectory(prefix="baru-", dir=folder.parent) as scratch:
        source, new = Path(scratch) / "sumber.zip", Path(scratch) / "isi"
        new.mkdir()
        source.write_bytes(packed)
        job = {"pyodide": str(pyodide.resolve()), "sumber": str(source), "keluar": str(new)}
        for path in _WORKER:
            shutil.copyfile(path, new / path.name)
        run_node(_PROGRAM, json.dumps(job))
        with contextlib.suppress(OSError):  # another build has made the same meanwhile
            new.rename(folder)
