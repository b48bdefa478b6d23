"""The one library of the engine that is compiled, as the wheel made for browsers: fetched by pip, by the hash of our lock."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from buku_sop.adapters.npm import AssetError
from buku_sop.adapters.peramban.bahan import CORE, core_version
from buku_sop.adapters.places import bawaan

PLATFORM, PYTHON = "pyemscripten_2026_0_wasm32", "3.14"
"""What the wheel is made for; with another Pyodide both change."""
LOCK = "requirements/site.txt"
_TIMEOUT = 300
"""Seconds."""


def core_wheel(folder: Path) -> Path:
    """Return the wheel in a folder, fetched where it is not there yet.

    Raises:
        AssetError: It cannot be had, or is not the one that the lock names.
    """
    wanted = f"pydantic_core-{core_version()}-*{PLATFORM}.whl"
    if found := sorted(folder.glob(wanted)):
        return found[0]
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        _fetch(Path(scratch))
        for wheel in Path(scratch).glob(wanted):
            return wheel.rename(folder / wheel.name)
    raise AssetError(
        f"Pustaka {CORE} {core_version()} untuk peramban tidak ada.",
        "Matikan penyunting di mkdocs.yml (penyunting: tidak) sampai versinya cocok.",
    )


def _fetch(scratch: Path) -> None:
    pinned = scratch / "kunci.txt"
    try:
        lock = bawaan(LOCK).read_text(encoding="utf-8")
    except OSError as error:
        raise AssetError(
            f"{LOCK} tidak terbaca: {error}", "Ambil kembali berkas itu dari git."
        ) from error
    pinned.write_text(pinned_line(lock), encoding="utf-8")
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes",
        "--disable-pip-version-check", "--no-input", "--only-binary", ":all:", "--platform", PLATFORM,
        "--python-version", PYTHON, "--implementation", "cp", "--abi", f"cp{PYTHON.replace('.', '')}",
        "--dest", str(scratch), "--requirement", str(pinned),
    ]  # fmt: skip
    try:
        answer = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=_TIMEOUT, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise AssetError(
            f"pip tidak dapat dijalankan: {error}", "Periksa sambungan jaringan, lalu ulangi."
        ) from error
    if answer.returncode:
        said = [f"  pip: {line}" for line in answer.stderr.splitlines() if line.strip()][:4]
        raise AssetError(
            "\n".join(["Pustaka untuk penyunting di peramban tidak dapat diambil.", *said]),
            "Periksa sambungan jaringan, lalu ulangi.",
        )


def pinned_line(lock: str) -> str:
    """Return what a lock says of the library, with all its hashes. Raises AssetError where it says nothing."""
    found = re.search(rf"^{CORE}==[^\n]*\\\n(?:    --hash=[^\n]*\n)+", lock, re.MULTILINE)
    if found is None:
        raise AssetError(f"{LOCK} tidak menyebut {CORE}.", "Ambil kembali berkas itu dari git.")
    return found[0]


if __name__ == "__main__":  # make setup: all that needs a network is fetched there
    try:
        core_wheel(Path(sys.argv[1]))
    except AssetError as error:
        print(error, file=sys.stderr)
