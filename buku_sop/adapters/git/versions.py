"""Versions of SOPs compared with the ones before, for the pages of their history.

Each comparison is of one SOP alone, so that no handbook of old is ever opened as a whole. What came out is
kept in `.build/riwayat/`, by the contents on both sides and by the code that compared them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from buku_sop.adapters.git.history import RevisiGit, riwayat_terpotong
from buku_sop.adapters.git.repository import open_repository
from buku_sop.adapters.git.run import GitFailed
from buku_sop.adapters.places import LOOK, code_files
from buku_sop.adapters.store import digest, digest_of_files
from buku_sop.adapters.whole_files import write_whole
from buku_sop.analysis.beda import bandingkan
from buku_sop.loading.folder import load_folder
from buku_sop.loading.isi_data import BERKAS_INSTANSI
from buku_sop.model import Handbook
from buku_sop.model.tulisan import terpasang
from buku_sop.views.beda.html import tulis_potongan
from buku_sop.views.beda.susun import tampilkan
from buku_sop.views.dasar.render import TEMPLATES, Perender
from buku_sop.views.riwayat.peran import perubahan_peran
from buku_sop.views.riwayat.perubahan import isi_berubah, perubahan
from buku_sop.views.riwayat.riwayat import kalimat_beda

__all__ = ["BATAS", "Keadaan", "Sejarah", "VersionComparison", "compare_versions", "susun_sejarah"]

BATAS = 20
"""Newest revisions of an SOP that are compared with the version before, so that a build stays quick."""
FOLDER = Path(".build/riwayat")
_KODE = ("model/**/*.py", "loading/**/*.py", "analysis/**/*.py", "views/**/*.py")
"""The code that decides what a comparison says."""


class Keadaan(StrEnum):
    """What a comparison found."""

    BERUBAH = "berubah"
    TETAP = "tetap"
    """Only the writing of the file changed: form, comments, order."""
    RUSAK = "rusak"
    """One of the two versions cannot be read: it was broken, or written in an older form."""


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """A version compared with the one before."""

    keadaan: Keadaan
    kalimat: str = ""
    """What changed, in one sentence that counts."""
    butir: tuple[str, ...] = ()
    """What changed, a sentence each."""
    berisi: bool = False
    """Whether that is anything that people work by, beside doubts and records."""
    html: str = ""
    """Both versions side by side: from our own templates, everything escaped."""
    peran: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What changed for those who perform the steps: a sentence each, and the roles concerned."""


@dataclass(frozen=True, slots=True)
class Sejarah:
    """The revisions of all SOPs, and what the newest of them changed."""

    revisi: Mapping[str, tuple[RevisiGit, ...]]
    """By SOP id, newest first."""
    perbandingan: Mapping[RevisiGit, VersionComparison]
    terpotong: bool
    """Whether the clone holds the newest part of the history only."""


def susun_sejarah(
    root: Path, berkas: Mapping[str, str], revisi: Mapping[str, tuple[RevisiGit, ...]]
) -> Sejarah:
    """Compare the versions of SOPs, given the file of each and the revisions of each file."""
    milik = {id: revisi[b] for id, b in berkas.items() if b in revisi}
    terbaru = [r for semua in milik.values() for r in semua[:BATAS]]
    return Sejarah(milik, compare_versions(root, terbaru), riwayat_terpotong(root))


def compare_versions(
    root: Path, revisi: Iterable[RevisiGit], *, semua: bool = True
) -> Mapping[RevisiGit, VersionComparison]:
    """Compare revisions that changed a file with the versions before them.

    Those that made or removed a file, or only moved it, are left out. What a version contains is never an
    error here; without git the result is empty. `semua` tells that these are all revisions of the handbook,
    so that what was kept of others may go.
    """
    layak = [r for r in revisi if r.isi and r.isi_sebelum and r.isi != r.isi_sebelum]
    return _Archive(root).bandingkan(layak, buang=semua) if layak else {}


class _Archive:
    """The comparisons of one build, made now or kept from before."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, root / FOLDER

    def bandingkan(
        self, revisi: Sequence[RevisiGit], *, buang: bool
    ) -> Mapping[RevisiGit, VersionComparison]:
        kunci = {r: self._kunci(r) for r in revisi}
        hasil = {r: ada for r in revisi if (ada := self._baca(kunci[r]))}
        baru = [r for r in revisi if r not in hasil]
        try:
            isi = open_repository(self.root).contents(
                o for r in baru for o in (r.isi_sebelum, r.isi)
            )
        except GitFailed:
            return hasil
        with TemporaryDirectory(prefix="sop-riwayat-") as sementara:
            pembaca = _Reader(self.root, Path(sementara), isi)
            for r in baru:
                hasil[r] = pembaca.bandingkan(r)
                write_whole(self._berkas(kunci[r]), json.dumps(asdict(hasil[r])).encode())
        if buang:
            self._buang_selain(set(kunci.values()))
        return hasil

    @cached_property
    def _alat(self) -> str:
        kode = code_files(*_KODE)
        return digest_of_files(
            [Path(__file__), *kode, *sorted((LOOK / TEMPLATES / "beda").glob("*.html"))]
        )

    def _kunci(self, r: RevisiGit) -> str:
        """Hash of everything that a comparison is made from."""
        return digest(
            self._alat, _tulisan(), r.isi_sebelum, r.isi, r.berkas, _instansi(self.root, r.berkas)
        )

    def _berkas(self, kunci: str) -> Path:
        return self.folder / f"{kunci}.json"

    def _baca(self, kunci: str) -> VersionComparison | None:
        try:
            isi = json.loads(self._berkas(kunci).read_bytes())
            peran = tuple((str(teks), tuple(map(str, milik))) for teks, milik in isi["peran"])
            return VersionComparison(
                Keadaan(isi["keadaan"]),
                str(isi["kalimat"]),
                tuple(map(str, isi["butir"])),
                bool(isi["berisi"]),
                str(isi["html"]),
                peran,
            )
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def _buang_selain(self, kunci: set[str]) -> None:
        for berkas in self.folder.glob("*.json"):
            if berkas.stem not in kunci:
                berkas.unlink(missing_ok=True)


def _tulisan() -> str:
    """Return what the office says otherwise, in which a comparison is told."""
    return json.dumps(sorted(terpasang().items()))


class _Reader:
    """Reads versions of single SOPs, each in a folder of its own outside the work tree."""

    def __init__(self, root: Path, sementara: Path, isi: Mapping[str, bytes]) -> None:
        self.root, self.sementara, self.isi = root, sementara, isi
        self._versi: dict[tuple[str, str], Handbook] = {}
        self._perender = Perender(LOOK / TEMPLATES, tulisan=terpasang())

    def bandingkan(self, r: RevisiGit) -> VersionComparison:
        """Compare both versions under the name that the file has at this revision."""
        dulu, kini = (self._baca(objek, r.berkas) for objek in (r.isi_sebelum, r.isi))
        if not (dulu.sop and kini.sop):
            return VersionComparison(Keadaan.RUSAK)
        buku = tampilkan(bandingkan(dulu, kini), "", "")
        if not buku.sop:
            return VersionComparison(Keadaan.TETAP)
        (satu,) = buku.sop
        return VersionComparison(
            Keadaan.BERUBAH,
            kalimat_beda(satu),
            perubahan(satu),
            isi_berubah(satu),
            tulis_potongan(satu, self._perender),
            perubahan_peran(satu),
        )

    def _baca(self, objek: str, berkas: str) -> Handbook:
        """Read one version with what the office says of itself now; empty where it cannot be read."""
        if (objek, berkas) not in self._versi:
            self._versi[objek, berkas] = self._muat(objek, berkas)
        return self._versi[objek, berkas]

    def _muat(self, objek: str, berkas: str) -> Handbook:
        data, _, sisa = berkas.partition("/")
        if objek not in self.isi or not _aman(sisa):
            return Handbook()
        puncak = self.sementara / str(len(self._versi)) / data
        tempat = puncak / sisa
        tempat.parent.mkdir(parents=True)
        tempat.write_bytes(self.isi[objek])
        if instansi := _instansi(self.root, berkas):
            (tempat.parent / BERKAS_INSTANSI).write_bytes(instansi)
        return load_folder(puncak).handbook


def _aman(sisa: str) -> bool:
    """Whether a path of a revision names a file of an office, and leads nowhere else."""
    bagian = sisa.split("/")
    return len(bagian) == 2 and not any(
        b in {"", ".", ".."} or "\\" in b or ":" in b or "\0" in b for b in bagian
    )


def _instansi(root: Path, berkas: str) -> bytes:
    """Read what the office of a file says of itself now; empty where the office is no more."""
    if not _aman(berkas.partition("/")[2]):
        return b""
    try:
        return (root / PurePosixPath(berkas).parent / BERKAS_INSTANSI).read_bytes()
    except (OSError, ValueError):
        return b""
