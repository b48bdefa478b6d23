"""Times what the history of SOPs adds to a build: the log, the comparisons, and their pages.

Run `python -m benchmarks.history [SOPS REVISIONS ...]`; 6 SOPs of 20 revisions and 200 of 5 unless given. Each build
is a process of its own: without a repository, with one for the first time, and again with the comparisons kept.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.made_up import write_handbook
from benchmarks.process import cost
from benchmarks.site import BUILD, COPIED, LINKED, OURS, ROOT
from buku_sop.adapters.git.history import file_history
from buku_sop.adapters.git.versions import susun_sejarah

_WAKTU = re.compile(r"^(\s+waktu: )(.*)$", re.MULTILINE)


def main(sizes: list[tuple[int, int]]) -> None:
    """Print a row for each size."""
    head = ("SOP", "revisions", "log", "compare", "kept", "no git", "first build", "next build")
    print(" ".join(f"{h:>11}" for h in head))
    for jumlah, revisi in sizes:
        with tempfile.TemporaryDirectory() as sementara:
            _row(Path(sementara), jumlah, revisi)


def _row(buku: Path, jumlah: int, revisi: int) -> None:
    for nama in LINKED:
        (buku / nama).symlink_to(ROOT / nama)
    for nama in COPIED:
        shutil.copy(ROOT / nama, buku / nama)
    write_handbook(buku / "sop_data", jumlah)
    _build(buku)  # fetches the browser assets
    tanpa = _build(buku)
    _commit_revisions(buku, revisi)
    log, banding, simpan = _own_work(buku)
    shutil.rmtree(buku / ".build" / "riwayat")
    pertama, lagi = _build(buku), _build(buku)
    waktu = (log, banding, simpan, tanpa, pertama, lagi)
    print(f"{jumlah:11} {revisi:11} " + " ".join(f"{t:10.2f}s" for t in waktu))


def _build(buku: Path) -> float:
    return cost(BUILD, buku, OURS).clock


def _own_work(buku: Path) -> tuple[float, float, float]:
    """Time the log, the comparisons, and reading them again, without any page."""
    berkas = {
        f"{p.parent.name}/{p.stem}": p.relative_to(buku).as_posix()
        for p in (buku / "sop_data").glob("*/*.yml")
        if p.name != "instansi.yml"
    }
    mulai = time.perf_counter()
    revisi = file_history(buku, berkas.values())
    log = time.perf_counter() - mulai
    waktu = []
    for _ in range(2):
        mulai = time.perf_counter()
        susun_sejarah(buku, berkas, revisi)
        waktu.append(time.perf_counter() - mulai)
    return log, waktu[0], waktu[1]


def _commit_revisions(buku: Path, revisi: int) -> None:
    """Make a repository in which every SOP changes in one commit of its own, `revisi` times."""
    (buku / ".gitignore").write_text("*\n!sop_data\n!sop_data/**\n", encoding="utf-8")
    _git(buku, "init", "-q", "-b", "main")
    _git(buku, "add", "sop_data")
    _git(buku, "commit", "-qm", "Awal")
    acak = random.Random(1)
    semua = sorted(p for p in (buku / "sop_data").glob("*/*.yml") if p.name != "instansi.yml")
    for n in range(1, revisi):
        for path in semua:
            teks = path.read_text(encoding="utf-8")
            tempat = acak.choice(list(_WAKTU.finditer(teks)))
            kini = f"{teks[: tempat.start()]}{tempat[1]}{1000 + n} menit{teks[tempat.end() :]}"
            path.write_text(kini, encoding="utf-8")
            _git(buku, "commit", "-qm", f"Ubah waktu {n}", "--", str(path))


def _git(buku: Path, *argumen: str) -> None:
    identitas = ("-c", "user.name=Rekaan", "-c", "user.email=rekaan@contoh.invalid")
    subprocess.run(["git", *identitas, *argumen], cwd=buku, check=True)


if __name__ == "__main__":
    angka = [int(a) for a in sys.argv[1:]]
    main(list(zip(angka[::2], angka[1::2], strict=True)) or [(6, 20), (200, 5)])
