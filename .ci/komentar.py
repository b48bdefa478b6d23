"""Puts the comparison of a proposal under it as one comment, which is updated and never repeated.

    python3 .ci/komentar.py github --run ID           takes it from the artefact of another workflow's run
    python3 .ci/komentar.py gitlab FILE               takes it from a file of this pipeline
    python3 .ci/komentar.py gitea FILE --usulan N

On GitHub the artefact was made by a run that a stranger's proposal may have steered. It is data: one small text
file, read and never executed, and it does not say where it goes; the pull request is found by the run's own commit.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from forge import Forge, ForgeGagal, milik_kita
from forge_github import GitHub
from forge_ini import NAMA, forge_dari

PENANDA = "<!-- sop-beda -->"
ARTEFAK = "komentar"
BERKAS = "komentar.md"
BATAS_ZIP = 256 * 1024
BATAS_ISI = 250_000
"""Bytes; a comment of 65,536 characters, each of four bytes, is not much more."""
BATAS_HURUF = 65_000
SAMBUNG = "\u2060"
"""The word joiner: it shows nothing, and keeps a forge from taking `@name` for a person to be told."""


class Ditolak(Exception):
    """What was to be posted is not what our own job makes."""


def satu_komentar(forge: Forge, usulan: int, isi: str) -> str:
    """Write the comment, or bring ours up to date; return what was done."""
    lama = milik_kita(forge, forge.komentar(usulan), PENANDA)
    if not lama:
        forge.tulis_komentar(usulan, isi)
        return "ditulis"
    if _rata(lama[0].isi) == _rata(isi):
        return "sudah sama"
    forge.ubah_komentar(usulan, lama[0].nomor, isi)
    return "diperbarui"


def baca_isi(data: bytes) -> str:
    """Return the text of a comment. Raises Ditolak when it is not one of ours."""
    if len(data) > BATAS_ISI:
        raise Ditolak(f"lebih dari {BATAS_ISI} byte")
    try:
        isi = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Ditolak("bukan teks UTF-8") from error
    if isi.split("\n", 1)[0] != PENANDA:
        raise Ditolak("baris pertamanya bukan penanda")
    if any(not c.isprintable() and c not in "\n\u2060\u00a0" for c in isi):
        raise Ditolak("memuat karakter kendali")
    if len(isi) > BATAS_HURUF:
        raise Ditolak(f"lebih dari {BATAS_HURUF} huruf")
    return isi.replace("@", f"@{SAMBUNG}")


def baca_zip(data: bytes) -> bytes:
    """Return the only file of an artefact, unpacked in memory. Raises Ditolak for anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as arsip:
            daftar = arsip.infolist()
            if [x.filename for x in daftar] != [BERKAS] or daftar[0].file_size > BATAS_ISI:
                raise Ditolak(f"bukan satu berkas {BERKAS} yang kecil")
            with arsip.open(daftar[0]) as berkas:
                return berkas.read(BATAS_ISI + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise Ditolak(f"arsipnya tidak dapat dibaca: {error}") from error


def dari_run(forge: GitHub, run_id: str) -> str:
    """Post the comment that a run made for a pull request; return what was done."""
    if not run_id.isdecimal():
        raise Ditolak("nomor run tidak terbaca")
    run = forge.sambungan.minta("GET", f"{forge.repo}/actions/runs/{run_id}")
    if run["event"] != "pull_request":
        raise Ditolak(f"run ini dari {run['event']}, bukan dari pull request")
    usulan = cari_usulan(forge, run)
    if usulan is None:
        return "tidak ada: usulannya sudah berubah lagi, ditutup, atau cabangnya dihapus"
    isi = baca_isi(baca_zip(_unduh(forge, run_id)))
    return f"#{usulan} {satu_komentar(forge, usulan, isi + kaki(str(run['html_url'])))}"


def cari_usulan(forge: GitHub, run: dict[str, Any]) -> int | None:
    """Find the open pull request whose last commit a run was about.

    `run["pull_requests"]` is empty for forks, so that the forge is asked for pull requests from the run's
    repository and branch. None where none of them is still at that commit.
    """
    asal = run.get("head_repository")
    if not asal:
        return None
    saring = {"state": "open", "head": f"{asal['owner']['login']}:{run['head_branch']}"}
    for x in forge.sambungan.minta("GET", f"{forge.repo}/pulls?{urlencode(saring)}"):
        kepala = x["head"]
        if kepala["sha"] == run["head_sha"] and (kepala["repo"] or {}).get("id") == asal["id"]:
            return int(x["number"])
    return None


def _unduh(forge: GitHub, run_id: str) -> bytes:
    jalur = f"{forge.repo}/actions/runs/{run_id}/artifacts?name={ARTEFAK}"
    daftar = forge.sambungan.minta("GET", jalur)["artifacts"]
    cocok = [x for x in daftar if x["name"] == ARTEFAK and not x["expired"]]
    if len(cocok) != 1:
        raise Ditolak(f"ada {len(cocok)} artefak bernama {ARTEFAK}, seharusnya satu")
    if cocok[0]["size_in_bytes"] > BATAS_ZIP:
        raise Ditolak(f"artefaknya lebih dari {BATAS_ZIP} byte")
    jalur = f"{forge.repo}/actions/artifacts/{cocok[0]['id']}/zip"
    return forge.sambungan.kirim("GET", jalur, None, "application/json", BATAS_ZIP)


def kaki(tautan: str) -> str:
    """Write the last lines, which no proposal can change."""
    return (
        f"\n\n---\n[Unduh pratinjau situs, lembar cetak, dan perbandingan berdampingan]({tautan}) "
        "(di bagian bawah halaman itu).\n\n<sub>Ditulis otomatis dari isi usulan; bukan pendapat penelaah. "
        "Komentar ini diperbarui setiap kali usulannya berubah.</sub>\n"
    )


def _rata(isi: str) -> str:
    return isi.replace("\r\n", "\n").strip()


def main(argumen: Sequence[str]) -> int:
    """Run the command; the exit status is 1 when the forge or the content refuses."""
    baca = argparse.ArgumentParser(prog="komentar.py")
    baca.add_argument("forge", choices=NAMA)
    baca.add_argument("berkas", nargs="?", type=Path)
    baca.add_argument("--run")
    baca.add_argument("--usulan", type=int)
    pilihan = baca.parse_intermixed_args(argumen)
    forge = forge_dari(pilihan.forge, os.environ)
    if forge is None:
        print("Tidak ada token, jadi komentar tidak ditulis. Perbandingannya ada di artefak.")
        return 0
    try:
        if pilihan.run is not None and isinstance(forge, GitHub):
            print("Komentar:", dari_run(forge, pilihan.run))
            return 0
        if pilihan.berkas is None:
            baca.error("sebutkan berkas, atau --run")
        usulan = pilihan.usulan or int(os.environ["CI_MERGE_REQUEST_IID"])
        isi = baca_isi(pilihan.berkas.read_bytes())
        tautan = os.environ.get("CI_PIPELINE_URL") or os.environ.get("SOP_TAUTAN")
        print("Komentar:", satu_komentar(forge, usulan, isi + (kaki(tautan) if tautan else "")))
    except (ForgeGagal, Ditolak) as error:
        print(f"Komentar tidak ditulis: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
