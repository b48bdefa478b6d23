"""Moves a project to the installed version: what it will change is worked out first, and touches nothing of the office.

A file that is ours and unchanged is replaced or removed; one that the office changed stays, and ours is put beside it. Of
the office's own files only `requirements.txt` changes, by one line, and `mkdocs.yml` where its form changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from buku_sop.adapters.places import DATA
from buku_sop.adapters.proyek import klon
from buku_sop.adapters.proyek.catatan import BENTUK, Catatan, baca_catatan, sidik, terlalu_baru
from buku_sop.adapters.proyek.milik_kantor import readme
from buku_sop.adapters.proyek.milik_program import KEBUTUHAN, kebutuhan, milik_program
from buku_sop.adapters.proyek.mkdocs_lama import TakDapatDipindah, berasal_dari_klon, pindahkan
from buku_sop.adapters.proyek.rencana import FORGE, Forge
from buku_sop.adapters.proyek.roda import Roda
from buku_sop.loading.folder import load_folder

SETELAN = "mkdocs.yml"
README = "README.md"
BARU = ".baru"
"""Ends the name of our new file beside one that the office changed."""
_BARIS_KUNCI = re.compile(r"^-r paket/buku-sop-\S+\.txt(?=[ \t]*\r?$)", re.MULTILINE)


class TakDapatDiperbarui(Exception):
    """This folder cannot be moved; its text says why, and what to do."""


class Tindakan(StrEnum):
    """What happens to a file, in the order in which it is told."""

    UBAH = "Diubah seperlunya, karena isinya tulisan Anda"
    SAMPING = "Anda ubah, jadi dibiarkan; versi barunya diletakkan di sebelahnya"
    PINDAH = (
        "Anda ubah di dalam program; dipindahkan utuh, karena program kini dipasang sebagai paket"
    )
    BIARKAN = "Anda ubah atau hapus; dibiarkan"
    BUAT = "Dibuat"
    GANTI = "Diganti; belum pernah Anda ubah"
    HAPUS = "Dihapus; milik program dan tidak dipakai lagi"


@dataclass(frozen=True, slots=True)
class Ubahan:
    """What happens to one file."""

    path: str
    tindakan: Tindakan
    isi: bytes | None = None
    """Its new content; of what is put beside it where that is done."""
    tujuan: str = ""
    """Where it goes, or what is put beside it is called."""


@dataclass(frozen=True, slots=True)
class Pembaruan:
    """All that an upgrade will do."""

    dari: str
    ke: str
    ubahan: tuple[Ubahan, ...]
    catatan: Catatan
    perhatian: tuple[str, ...] = ()
    """What the office is to know or do itself."""

    @property
    def perlu(self) -> bool:
        """Whether anything is to be done."""
        return self.dari != self.ke or any(u.tindakan is not Tindakan.BIARKAN for u in self.ubahan)


def rencanakan(root: Path, roda: Roda, forge: Forge | None = None) -> Pembaruan:
    """Work out what moving a project to a version will change; nothing is written.

    Raises:
        TakDapatDiperbarui: This is no project, or it is of a newer version.
        CatatanRusak: Its record cannot be read.
        OSError: A file cannot be read.
    """
    catatan = baca_catatan(root)
    if catatan is None:
        return _tanpa_catatan(root, roda, forge)
    if sebab := terlalu_baru(root):
        raise TakDapatDiperbarui(sebab)
    if _urutan(catatan.versi) > _urutan(roda.versi):
        raise TakDapatDiperbarui(
            f"Buku ini sudah versi {catatan.versi}; yang terpasang {roda.versi}. Pasang dulu versi yang lebih baru."
        )
    kini = next((f for f in FORGE if f == catatan.forge), FORGE[-1])
    return _Perencana(root, catatan, roda, kini if forge is None else forge).pembaruan()


def _tanpa_catatan(root: Path, roda: Roda, forge: Forge | None) -> Pembaruan:
    teks = _teks(root, SETELAN)
    if berasal_dari_klon(teks):
        tempat = forge or forge_dari_git(root)
        return _PerencanaKlon(root, Catatan(klon.VERSI, 1), roda, tempat).pembaruan()
    if "buku-sop" not in teks:
        raise TakDapatDiperbarui(
            f"{root.as_posix()} bukan folder buku SOP: {SETELAN} di sini tidak memakai buku-sop. Pakai --folder."
        )
    tujuan = forge if forge is not None else FORGE[-1]
    return _Perencana(root, Catatan("tanpa catatan"), roda, tujuan).pembaruan()


class _Perencana:
    """Compares a project with what its version would be."""

    def __init__(self, root: Path, catatan: Catatan, roda: Roda, forge: Forge) -> None:
        self.root, self.catatan, self.roda, self.forge = root, catatan, roda, forge
        self.baru = milik_program(forge, roda)
        self.perhatian: list[str] = []

    def pembaruan(self) -> Pembaruan:
        ubahan = [*self._milik_kantor(), *self._milik_program(), *self._tak_dipakai()]
        berkas = {p: sidik(isi) for p, isi in self.baru.items()}
        for satu in ubahan:  # what stays as the office has it is recognised by what it came from
            if satu.tindakan in (Tindakan.SAMPING, Tindakan.BIARKAN) and satu.path in berkas:
                berkas[satu.path] = self.catatan.berkas.get(satu.path, "-")
        catatan = Catatan(self.roda.versi, BENTUK, self.forge, berkas)
        return Pembaruan(
            self.catatan.versi, self.roda.versi, tuple(ubahan), catatan, tuple(self.perhatian)
        )

    def _milik_kantor(self) -> Iterator[Ubahan]:
        lama = _isi(self.root, KEBUTUHAN)
        if lama is None:
            yield Ubahan(KEBUTUHAN, Tindakan.BUAT, kebutuhan(self.roda).encode())
            return
        baris = f"-r paket/buku-sop-{self.roda.versi}.txt"
        teks, banyak = _BARIS_KUNCI.subn(baris, lama.decode(errors="surrogateescape"))
        baru = teks.encode(errors="surrogateescape")
        if banyak != 1:
            self.perhatian.append(
                f"{KEBUTUHAN} tidak memuat satu baris `-r paket/buku-sop-….txt`; tulis: {baris}"
            )
        elif baru != lama:
            yield Ubahan(KEBUTUHAN, Tindakan.UBAH, baru)

    def _milik_program(self) -> Iterator[Ubahan]:
        for path, isi in self.baru.items():
            ada = _isi(self.root, path)
            if ada is None:
                if self._dikenal(path) and not path.startswith("paket/"):
                    yield Ubahan(path, Tindakan.BIARKAN)
                else:
                    yield Ubahan(path, Tindakan.BUAT, isi)
            elif sidik(ada) == sidik(isi):
                continue
            elif self._asli(path, ada):
                yield Ubahan(path, Tindakan.GANTI, isi)
            elif _isi(self.root, path + BARU) != isi:
                yield Ubahan(path, Tindakan.SAMPING, isi, path + BARU)

    def _tak_dipakai(self) -> Iterator[Ubahan]:
        for path in self._semua_dikenal():
            if path in self.baru or (ada := _isi(self.root, path)) is None:
                continue
            yield Ubahan(path, Tindakan.HAPUS if self._asli(path, ada) else Tindakan.BIARKAN)

    def _semua_dikenal(self) -> Iterable[str]:
        return self.catatan.berkas

    def _dikenal(self, path: str) -> bool:
        return path in self.catatan.berkas

    def _asli(self, path: str, isi: bytes) -> bool:
        """Whether a file is ours and as we wrote it."""
        return self.catatan.berkas.get(path) == sidik(isi)


class _PerencanaKlon(_Perencana):
    """The same for a clone of the first release, whose files are known by their contents."""

    def _milik_kantor(self) -> Iterator[Ubahan]:
        yield from super()._milik_kantor()
        try:
            baru = pindahkan(_teks(self.root, SETELAN)).encode()
        except TakDapatDipindah as error:
            raise TakDapatDiperbarui(
                f"{error}. Tulis `plugins: [search, buku-sop]` menggantikan `hooks:` di {SETELAN}, hapus bagian yang "
                "bukan tulisan Anda (lihat panduan Memperbarui), lalu ulangi."
            ) from error
        yield Ubahan(SETELAN, Tindakan.UBAH, baru)
        if self._asli(README, _isi(self.root, README) or b""):
            yield Ubahan(README, Tindakan.GANTI, self._readme(baru.decode()).encode())
        if not any(p not in klon.berkas_klon() for p in _di_bawah(self.root, "docs")):
            yield Ubahan("docs/.gitkeep", Tindakan.BUAT, b"")
        if contoh := sorted(p.name for p in (self.root / DATA).glob("*/") if p.name in _CONTOH):
            self.perhatian.append(
                f"SOP contoh masih ada di {DATA}/ ({', '.join(contoh)}); hapus foldernya bila tidak diperlukan."
            )
        if self.forge == "tidak":
            self.perhatian.append(
                "Alur kerja GitHub, GitLab, atau Forgejo tidak disertakan; bila dipakai, tambahkan --forge github (atau "
                "gitlab, forgejo)."
            )
        if any(
            not self._asli(p, _isi(self.root, p) or b"") for p in _di_bawah(self.root, "overrides")
        ):
            self.perhatian.append(
                "Berkas Anda di overrides/ tetap menggantikan milik program, jadi tidak ikut diperbarui. Warna dan logo kini "
                f"ditulis di {SETELAN} (warna:, logo:); hapus berkas yang hanya untuk itu."
            )
        if (self.root / "node_modules").is_dir():
            self.perhatian.append("node_modules/ tidak diperlukan lagi dan boleh dihapus.")

    def _tak_dipakai(self) -> Iterator[Ubahan]:
        for satu in super()._tak_dipakai():
            if satu.tindakan is Tindakan.BIARKAN and satu.path.startswith(klon.MESIN):
                yield replace(satu, tindakan=Tindakan.PINDAH, tujuan=klon.LAMA + satu.path)
            elif satu.path not in (SETELAN, README):
                yield satu
        for path in klon.tambahan_di_mesin(self.root):
            yield Ubahan(path, Tindakan.PINDAH, tujuan=klon.LAMA + path)

    def _readme(self, setelan: str) -> str:
        judul = re.search(r"^site_name:\s*(.+?)\s*(?: #.*)?$", setelan, re.MULTILINE)
        semua = load_folder(self.root / DATA).handbook.instansi
        return readme(
            judul[1].strip("\"'") if judul else "Buku SOP",
            [(i.nama, i.id) for i in semua],
            self.forge,
        )

    def _semua_dikenal(self) -> Iterable[str]:
        return klon.berkas_klon()

    def _dikenal(self, path: str) -> bool:
        return False  # a clone has no start files: what is missing is new

    def _asli(self, path: str, isi: bytes) -> bool:
        return klon.seperti_dirilis(path, isi)


_CONTOH = ("banggai", "jeneponto", "selayar", "sumedang", "way-kanan")


def forge_dari_git(root: Path) -> Forge:
    """Guess the forge of a clone from where it was fetched."""
    try:
        asal = (root / ".git" / "config").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "tidak"
    alamat = " ".join(re.findall(r"^\s*url\s*=\s*(\S+)", asal, re.MULTILINE)).casefold()
    kenal: tuple[tuple[str, Forge], ...] = (
        ("github", "github"), ("gitlab", "gitlab"), ("forgejo", "forgejo"), ("gitea", "forgejo"),
        ("codeberg", "forgejo"),
    )  # fmt: skip
    return next((forge for kata, forge in kenal if kata in alamat), "tidak")


def di_dalam(root: Path, path: str) -> bool:
    """Whether a path stays within a project, also through links; a record may have been written by anybody."""
    bagian = PurePosixPath(path)
    if bagian.is_absolute() or ".." in bagian.parts or "\\" in path or ":" in path:
        return False
    return (root / path).parent.resolve().is_relative_to(root.resolve())


def _isi(root: Path, path: str) -> bytes | None:
    """Read a file of a project; None where there is none, or where it lies elsewhere."""
    berkas = root / path
    if not di_dalam(root, path) or berkas.is_symlink() or not berkas.is_file():
        return None
    return berkas.read_bytes()


def _teks(root: Path, path: str) -> str:
    isi = _isi(root, path)
    if isi is None:
        raise TakDapatDiperbarui(f"{path} tidak ada di {root.as_posix()}. Pakai --folder.")
    return isi.decode("utf-8", errors="replace")


def _di_bawah(root: Path, folder: str) -> list[str]:
    return [p.relative_to(root).as_posix() for p in (root / folder).rglob("*") if p.is_file()]


def _urutan(versi: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", versi)[:3])


def menurut_tindakan(ubahan: Iterable[Ubahan]) -> Mapping[Tindakan, list[Ubahan]]:
    """Group changes by what happens."""
    semua = list(ubahan)
    return {t: milik for t in Tindakan if (milik := [u for u in semua if u.tindakan is t])}
