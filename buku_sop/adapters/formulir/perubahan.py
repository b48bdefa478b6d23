"""What changed in an SOP and when, for the record of its revisions: from its document and from git."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from buku_sop.adapters.git.history import file_history, riwayat_terpotong
from buku_sop.adapters.git.peristiwa import butir, sepele
from buku_sop.adapters.git.versions import BATAS, Sejarah, compare_versions
from buku_sop.handbook import Hasil
from buku_sop.model import Sop
from buku_sop.views.formulir import Perubahan

_DOKUMEN = "Dokumen"
_BERKAS = {
    (False, True): "Ditambahkan",
    (True, True): "Diubah",
    (True, False): "Dihapus",
    (False, False): "Diubah",
}
"""What became of a file, by whether it was there before and after; the message of its commit is for others."""


def baca_sejarah(root: Path, hasil: Hasil, sop: Iterable[Sop]) -> Sejarah:
    """Read from git what became of the files of some SOPs."""
    berkas = {s.id: hasil.berkas[s.id] for s in sop if s.id in hasil.berkas}
    revisi = file_history(root, berkas.values())
    milik = {id: revisi[b] for id, b in berkas.items() if b in revisi}
    terbaru = [r for semua in milik.values() for r in semua[:BATAS]]
    return Sejarah(milik, compare_versions(root, terbaru, semua=False), riwayat_terpotong(root))


def riwayat_perubahan(sop: Sop, sejarah: Sejarah) -> list[Perubahan]:
    """Return the changes of an SOP, oldest first; those that changed nothing it says are left out."""
    semua = [*_dokumen(sop), *_berkas(sop, sejarah)]
    return sorted(semua, key=lambda p: p.tanggal)


def _dokumen(sop: Sop) -> list[Perubahan]:
    """Tell what the document says of its own making and revisions, each day once."""
    tercatat = [r for r in sop.riwayat if r.jenis in ("pembuatan", "revisi")]
    semua = [Perubahan(r.tanggal, r.jenis.capitalize(), r.catatan, _DOKUMEN) for r in tercatat]
    ada = {(r.jenis, r.tanggal) for r in tercatat}
    for jenis in ("pembuatan", "revisi"):
        bidang = f"tanggal_{jenis}"
        tanggal = getattr(sop, bidang)
        if tanggal and (jenis, tanggal) not in ada and bidang not in sop.mendatang:
            semua.append(Perubahan(tanggal, jenis.capitalize(), "", _DOKUMEN))
    return semua


def _berkas(sop: Sop, sejarah: Sejarah) -> Iterator[Perubahan]:
    """Tell the revisions of the file."""
    for r in reversed(sejarah.revisi.get(sop.id, ())):
        hasil = sejarah.perbandingan.get(r)
        if not sepele(r, hasil):
            apa = (hasil and hasil.kalimat) or _BERKAS[bool(r.isi_sebelum), bool(r.isi)]
            isi = " ".join(map(_kalimat, butir(r, hasil)))
            yield Perubahan(r.tanggal, apa, isi, f"Berkas, {r.sha[:8]}")


def _kalimat(teks: str) -> str:
    return teks if teks.endswith(".") else f"{teks}."
