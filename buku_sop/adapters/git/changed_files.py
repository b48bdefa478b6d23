"""Asks git which files changed since a revision."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from pathlib import Path

import click


def berkas_berubah(folder: Path, rev: str) -> frozenset[Path]:
    """Return the files below `folder` that were changed or added since `rev`, committed or not.

    Counted from where the branch left `rev`, so that what others did there since is not judged here.
    Raises click.UsageError where git cannot tell.
    """
    akar = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))
    titik = _commit(folder, rev)
    # A shallow clone may hold no common ancestor: then the revision itself is compared with.
    with suppress(click.UsageError):
        titik = _git(folder, "merge-base", titik, "HEAD").strip()
    berubah = _git(
        akar, "diff", "--name-only", "-z", "--no-ext-diff", "--diff-filter=d", titik, "--"
    )
    baru = _git(akar, "ls-files", "--others", "--exclude-standard", "-z")
    tempat = folder.resolve()
    semua = ((akar / nama).resolve() for nama in (berubah + baru).split("\0") if nama)
    return frozenset(p for p in semua if tempat in p.parents)


def _commit(folder: Path, rev: str) -> str:
    try:
        akhir = f"{rev}^{{commit}}"
        return _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", akhir).strip()
    except click.UsageError as error:
        raise click.UsageError(
            f"Revisi {rev!r} tidak dikenal git. Periksa namanya; pada salinan dangkal (shallow clone) "
            "ambil dulu riwayatnya dengan: git fetch --unshallow"
        ) from error


def _git(folder: Path, *argumen: str) -> str:
    """Run git. Raises click.UsageError where there is no git, no repository, or no answer."""
    try:
        hasil = subprocess.run(
            ["git", *argumen], cwd=folder, capture_output=True, check=True, timeout=60
        )
    except FileNotFoundError as error:
        raise click.UsageError("git tidak ditemukan; --sejak memerlukannya.") from error
    except subprocess.TimeoutExpired as error:
        raise click.UsageError("git tidak menjawab.") from error
    except subprocess.CalledProcessError as error:
        sebab = error.stderr.decode(errors="replace")
        if "not a git repository" in sebab:
            raise click.UsageError(
                f"Folder {folder.as_posix()} bukan bagian dari repositori git; --sejak memerlukannya."
            ) from error
        raise click.UsageError(f"git gagal: {sebab.strip() or error.returncode}") from error
    return hasil.stdout.decode(errors="surrogateescape")
