"""Lays the data of a revision out in a folder, so that reading it says what reading a checkout would say.

Nothing is checked out: no filter runs, no name leads out of the folder, no link leads anywhere. A link becomes one to
nowhere and a submodule an empty folder, which the reader refuses as it would refuse the real ones.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from buku_sop.adapters.git.repository import Entry, Repository
from buku_sop.adapters.whole_files import why
from buku_sop.loading.isi_data import MAX_BYTES, termasuk
from buku_sop.loading.lampiran import AKHIRAN, BITA_TERBANYAK, PEM

__all__ = ["ANNEXES", "LaidOut", "lay_out"]

ANNEXES = (*AKHIRAN, PEM)
"""Endings of logos, annexes, signed copies and root certificates."""
_YAML = (".yml", ".yaml")
_LINK, _SUBMODULE = b"120000", b"160000"
_NOWHERE = "pintasan"


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What became of the data of a revision."""

    ada: bool
    """Whether the revision has the folder at all."""
    tertinggal: tuple[tuple[str, str], ...] = ()
    """What could not be laid out though it belongs to the data, by its path in the repository, with the reason."""


def lay_out(
    repo: Repository,
    commit: str,
    folder: str,
    tujuan: Path,
    tanpa: dict[str, str] | None = None,
    *,
    hanya_yaml: bool = False,
) -> LaidOut:
    """Write `folder` (below the root) as it was in a commit or tree to `tujuan`, which must not be there yet.

    Of files that are too large for the reader only the size is written. `tanpa` says of which paths nothing is
    written, and why. `hanya_yaml` leaves out what a comparison of SOPs does not look at.

    Raises:
        GitFailed: The commit cannot be read.
    """
    awal = f"{repo.prefix}{folder}"
    tertinggal, kecil = list[tuple[str, str]](), list[tuple[Entry, Path]]()
    ada = False
    for entri in repo.entries(commit, folder):
        if entri.path == awal:
            if not entri.ordinary:
                tertinggal.append((entri.path, "seluruh data berupa pintasan atau submodul"))
            continue
        ada = True
        bagian = entri.path.removeprefix(f"{awal}/").split("/")
        if not termasuk(bagian) or (hanya_yaml and not _for_comparison(entri)):
            continue
        sebab = (tanpa or {}).get(entri.path) or _unwritable(bagian)
        try:
            if not sebab:
                kecil += _lay(repo, entri, tujuan.joinpath(*bagian))
        except FileExistsError:
            sebab = "namanya bertabrakan dengan yang lain di disk ini"
        except OSError as error:
            sebab = f"tidak dapat ditulis ({why(error)})"
        if sebab:
            tertinggal.append((entri.path, sebab))
    isi = repo.blobs(e for e, _ in kecil)
    for entri, tempat in kecil:
        tempat.write_bytes(isi[entri.objek])
    if ada:
        tujuan.mkdir(parents=True, exist_ok=True)
    return LaidOut(ada, tuple(tertinggal))


def _lay(repo: Repository, entri: Entry, tempat: Path) -> Iterator[tuple[Entry, Path]]:
    """Make a file, and yield it where its contents are to be read together with others. Raises OSError."""
    tempat.parent.mkdir(parents=True, exist_ok=True)
    if entri.mode == _SUBMODULE:
        tempat.mkdir()
        return
    if entri.mode == _LINK:
        tempat.symlink_to(_NOWHERE)
        return
    lampiran = entri.path.lower().endswith(ANNEXES)
    batas = BITA_TERBANYAK if lampiran else MAX_BYTES
    with tempat.open("xb") as berkas:
        if entri.ukuran > batas:  # The reader tells that it is too large.
            berkas.truncate(batas + 1)
        elif lampiran:
            berkas.write(repo.blobs([entri])[entri.objek])
        else:
            yield entri, tempat


def _for_comparison(entri: Entry) -> bool:
    return entri.path.lower().endswith(_YAML) or not entri.ordinary


def _unwritable(bagian: list[str]) -> str:
    """Say why names, which were chosen by whoever wrote the revision, cannot be written; empty where they can."""
    if any(b in {"", ".", ".."} or "\0" in b or os.sep in b for b in bagian):
        return "namanya menunjuk ke luar folder"
    if sys.platform == "win32" and any(set(b) & set('\\/:*?"<>|') or b[-1] in " ." for b in bagian):
        return "namanya tidak dapat dipakai di Windows"
    return ""
