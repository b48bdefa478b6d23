"""The drafts of a handbook with doubts: found, changed by one operation at a time, and given back as they were."""

from __future__ import annotations

import json
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from buku_sop.adapters.places import DATA
from buku_sop.adapters.whole_files import why, write_whole
from buku_sop.analysis.kata.nama import urutan_nama_sop
from buku_sop.loading.build import bangun_sop
from buku_sop.loading.document import DokumenSop
from buku_sop.loading.folder import BERKAS_BUKU, BERKAS_KANTOR
from buku_sop.loading.schema_errors import jelaskan_skema
from buku_sop.loading.sebagian import pahami
from buku_sop.loading.sunting.keraguan import Ragu, semua_ragu
from buku_sop.loading.sunting.konfirmasi import KUNCI
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, buka
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.loading.text import read_text
from buku_sop.model import Instansi, Sop
from buku_sop.periksa_draf.asal import Asal, baca_asal, nama_gambar
from buku_sop.periksa_draf.kelompok import kelompok

LAPORAN = Path(".build", "impor")
"""Where imports report, from the root of a handbook: below it the office, then the draft."""
KE_BELAKANG = 500
"""Changes of a draft that can be taken back."""
TERBESAR = 4 * 1024 * 1024
"""Bytes of a file of the handbook, or of a report, at most."""
_TANDA = KUNCI.encode()

Perbuatan = Callable[[Naskah, Ragu], Perubahan]
"""What is done at a doubt."""


class TidakAda(Exception):
    """No such draft."""


class Berubah(Exception):
    """The file is no longer what the page had seen; nothing was changed."""


class Ditolak(Exception):
    """Says in Indonesian why a change was not made; the file is as it was."""


@dataclass(frozen=True, slots=True)
class Terbaca:
    """A draft as its file is now."""

    id: str
    berkas: Path
    isi: bytes
    naskah: Naskah

    @property
    def sidik(self) -> str:
        """What tells this state of the file from others."""
        return sidik(self.isi)


@dataclass(frozen=True, slots=True)
class Ringkas:
    """A draft in the list."""

    id: str
    nama: str
    status: str
    sisa: int
    """Doubts that are left."""
    semua: int
    """Doubts that there were."""
    asal: str
    """The name of the document it was imported from; empty where it was written by hand."""
    galat: str = ""
    """Why it cannot be checked here."""
    sekelompok: tuple[str, ...] = ()
    """Of each doubt that may be decided for many drafts at once, what tells it from others (`kelompok`)."""


@dataclass(frozen=True, slots=True)
class _Lalu:
    """A change of a draft, as it is taken back."""

    isi: bytes
    """The file before."""
    sidik: str
    """What tells the file after it."""
    ikut: tuple[tuple[str, str], ...] = ()
    """The other drafts that were changed with it, and what tells each after."""


@dataclass(slots=True)
class _Riwayat:
    """What was done to a draft in this run."""

    awal: int = 0
    """The most doubts that were seen."""
    lalu: deque[_Lalu] = field(default_factory=lambda: deque(maxlen=KE_BELAKANG))


class ParaDraf:
    """All drafts of a handbook. One thread at a time changes anything."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._kunci = threading.RLock()
        self._riwayat: dict[str, _Riwayat] = {}
        self._ringkas: dict[str, tuple[tuple[int, int, int], Ringkas | None]] = {}

    # --- Read ------------------------------------------------------------------------------

    def daftar(self) -> tuple[Ringkas, ...]:
        """Return every draft that has doubts or was imported, those with the most to do first."""
        semua = [r for berkas in self._berkas() if (r := self._satu(berkas))]
        return tuple(sorted(semua, key=lambda r: (not r.galat, r.sisa == 0, *_urut(r))))

    def berikutnya(self, id: str) -> tuple[Ringkas, ...]:
        """Return the other drafts that have doubts, those behind this one in the list first."""
        semua = self.daftar()
        ini = next((_urut(r) for r in semua if r.id == id), ("", "", id))
        lain = sorted((r for r in semua if r.sisa and r.id != id), key=_urut)
        return tuple(sorted(lain, key=lambda r: _urut(r) < ini))

    def baca(self, id: str) -> Terbaca:
        """Read a draft. Raises TidakAda, and TakDapatDisunting where it cannot be edited in parts."""
        berkas = self.cari(id)
        try:
            isi = _isi(berkas)
            teks = isi.decode()
        except UnicodeDecodeError as error:
            raise TakDapatDisunting(
                "berkas ini bukan teks UTF-8; jalankan `sop periksa`"
            ) from error
        except OSError as error:
            raise TidakAda(id) from error
        return Terbaca(id, berkas, isi, buka(f"{id}.yml", teks))

    def asal(self, id: str) -> Asal:
        """Return what the import kept of the document of a draft."""
        try:
            return baca_asal(json.loads(_isi(self.root / LAPORAN / id / "laporan.json")))
        except (OSError, ValueError, RecursionError):
            return Asal()

    def gambar(self, id: str, nama: str) -> bytes:
        """Return a picture of an import. Raises TidakAda."""
        self.cari(id)
        if not nama_gambar(nama):
            raise TidakAda(nama)
        try:
            return (self.root / LAPORAN / id / nama).read_bytes()
        except OSError as error:
            raise TidakAda(nama) from error

    def hitung(self, terbaca: Terbaca) -> tuple[int, int, bool]:
        """Return how many doubts are left, how many there were, and whether a change can be taken back."""
        sisa = len(semua_ragu(terbaca.naskah))
        with self._kunci:
            riwayat = self._milik(terbaca.id)
            riwayat.awal = max(riwayat.awal, sisa)
            dapat = bool(riwayat.lalu) and riwayat.lalu[-1].sidik == terbaca.sidik
            return sisa, max(riwayat.awal, self.asal(terbaca.id).tanda), dapat

    # --- Change ------------------------------------------------------------------------------

    def ubah(
        self, id: str, dilihat: str, kunci: str, lakukan: Perbuatan, sebut_kunci: Callable[[Ragu], str], *,
        semua: bool = False,
    ) -> tuple[Terbaca, int]:  # fmt: skip
        """Change a draft at one doubt, and write it whole; with `semua`, the same doubt of other drafts too.

        Return the draft as it is then, and how many others were changed. `dilihat` is the state of the file that the
        page has seen. Raises TidakAda, Berubah, Ditolak.
        """
        with self._kunci:
            kini = self.baca(id)
            ragu = next((r for r in semua_ragu(kini.naskah) if sebut_kunci(r) == kunci), None)
            if kini.sidik != dilihat or ragu is None:
                raise Berubah
            sama = kelompok(kini.naskah, ragu) if semua else ""
            hasil = self._ubah(kini, ragu, lakukan)
            ikut = tuple(self._ubah_lain(id, sama, lakukan)) if sama else ()
            self._milik(id).lalu.append(_Lalu(kini.isi, hasil.sidik, ikut))
            return hasil, len(ikut)

    def _ubah(self, kini: Terbaca, ragu: Ragu, lakukan: Perbuatan) -> Terbaca:
        try:
            baru = lakukan(kini.naskah, ragu).naskah
        except TakDapatDisunting as error:
            raise Ditolak(_kalimat(f"{error}")) from error
        if (salah := _salah(baru)) and not _salah(kini.naskah):
            raise Ditolak(salah)
        self.hitung(kini)
        self._tulis(kini, baru.tertulis.encode())
        return self.baca(kini.id)

    def _ubah_lain(self, id: str, sama: str, lakukan: Perbuatan) -> Iterator[tuple[str, str]]:
        """Change the other drafts that have this doubt; one that cannot be changed keeps its mark."""
        for satu in (r for r in self.daftar() if r.id != id and sama in r.sekelompok):
            with suppress(TidakAda, Berubah, Ditolak, TakDapatDisunting):
                kini = self.baca(satu.id)
                ragu = next(r for r in semua_ragu(kini.naskah) if kelompok(kini.naskah, r) == sama)
                hasil = self._ubah(kini, ragu, lakukan)
                self._milik(satu.id).lalu.append(_Lalu(kini.isi, hasil.sidik))
                yield satu.id, hasil.sidik

    def sekelompok(self, id: str) -> Counter[str]:
        """Count, by `kelompok`, the other drafts that have each doubt."""
        return Counter(k for r in self.daftar() if r.id != id for k in set(r.sekelompok))

    def batal(self, id: str, dilihat: str) -> tuple[Terbaca, int]:
        """Give a draft back as it was before the last change, to the byte, and those that were changed with it.

        One of those that was changed again meanwhile stays. Return the draft, and how many others were given back.
        Raises TidakAda, Berubah, Ditolak.
        """
        with self._kunci:
            ikut = self._batal(id, dilihat).ikut
            kembali = 0
            for lain, sidik_lain in ikut:
                with suppress(TidakAda, Berubah, Ditolak, TakDapatDisunting):
                    self._batal(lain, sidik_lain)
                    kembali += 1
            return self.baca(id), kembali

    def _batal(self, id: str, dilihat: str) -> _Lalu:
        kini, riwayat = self.baca(id), self._milik(id)
        if kini.sidik != dilihat or not riwayat.lalu or riwayat.lalu[-1].sidik != kini.sidik:
            raise Berubah
        self._tulis(kini, riwayat.lalu[-1].isi)
        return riwayat.lalu.pop()

    def _tulis(self, kini: Terbaca, isi: bytes) -> None:
        try:
            if kini.berkas.read_bytes() != kini.isi:
                raise Berubah
            write_whole(kini.berkas, isi, flush=True)
        except OSError as error:
            raise Ditolak(f"Berkasnya tidak dapat ditulis: {why(error)}.") from error

    # --- Where they are ----------------------------------------------------------------------

    def _berkas(self) -> Iterator[Path]:
        yield from _berkas_sop(self.root)

    def cari(self, id: str) -> Path:
        """Find the file of a draft among those that there are."""
        instansi, garis, nama = id.partition("/")
        berkas = self.root / DATA / instansi / f"{nama}.yml"
        if not garis or berkas not in set(self._berkas()):
            raise TidakAda(id)
        return berkas

    def _milik(self, id: str) -> _Riwayat:
        return self._riwayat.setdefault(id, _Riwayat())

    def _satu(self, berkas: Path) -> Ringkas | None:
        """Return the line of a file in the list, read again only when it changed; None for what is no draft to check."""
        id = f"{berkas.parent.name}/{berkas.stem}"
        laporan = self.root / LAPORAN / id / "laporan.json"
        try:
            keadaan = berkas.stat()
            tanda = (
                keadaan.st_mtime_ns,
                keadaan.st_size,
                laporan.stat().st_mtime_ns if laporan.is_file() else 0,
            )
        except OSError:
            return None
        if (ada := self._ringkas.get(id)) and ada[0] == tanda:
            return ada[1]
        hasil = self._baca_ringkas(id, diimpor=laporan.is_file())
        self._ringkas[id] = tanda, hasil
        return hasil

    def _baca_ringkas(self, id: str, *, diimpor: bool) -> Ringkas | None:
        try:
            if not diimpor and _TANDA not in _isi(self.cari(id)):
                return None
            terbaca = self.baca(id)
        except TakDapatDisunting as error:
            return Ringkas(id, id.partition("/")[2], "", 0, 0, "", _kalimat(f"{error}"))
        except (TidakAda, OSError):
            return None
        sisa, semua, _ = self.hitung(terbaca)
        if not diimpor and not semua:
            return None
        nama = " ".join(str(terbaca.naskah.isi(("nama",)) or id).split())
        status = str(terbaca.naskah.isi(("status",)) or "")
        sama = (kelompok(terbaca.naskah, r) for r in semua_ragu(terbaca.naskah))
        return Ringkas(
            id, nama, status, sisa, semua, self.asal(id).nama, sekelompok=tuple(filter(None, sama))
        )


def bangun(id: str, naskah: Naskah) -> Sop | None:
    """Make the SOP that a file says, without what cannot be read of it; None where nothing can."""
    instansi = id.partition("/")[0]
    terbaca = pahami(naskah.data) if isinstance(naskah.data, dict) else None
    return bangun_sop(id, terbaca[0], Instansi(instansi, instansi)) if terbaca else None


def _salah(naskah: Naskah) -> str:
    """Return why a file would not be read as an SOP whole; empty where it would."""
    sumber, temuan = read_text(naskah.teks, naskah.berkas)
    if sumber is None:
        return temuan[0].pesan if temuan else "Berkasnya tidak terbaca."
    try:
        DokumenSop.model_validate(sumber.data)
    except ValidationError as error:
        salah = next(jelaskan_skema(error, sumber, DokumenSop))
        return f"{salah.pesan} {salah.petunjuk}"
    return ""


def has_doubts(root: Path) -> bool:
    """Whether a file of the handbook marks anything as doubtful, at a glance."""
    for berkas in _berkas_sop(root):
        with suppress(OSError):
            if _TANDA in _isi(berkas):
                return True
    return False


def _berkas_sop(root: Path) -> Iterator[Path]:
    lain = {*BERKAS_KANTOR, *BERKAS_BUKU}
    for berkas in sorted((root / DATA).glob("*/*.yml")):
        if berkas.name not in lain and berkas.is_file():
            yield berkas


def sidik(isi: bytes) -> str:
    """Return what tells a state of a file from others."""
    return sha256(isi).hexdigest()[:24]


def sebagai_galat(error: TakDapatDisunting) -> str:
    """Say why a file cannot be checked here."""
    return _kalimat(f"{error}")


def _urut(satu: Ringkas) -> tuple[str, str, str]:
    return *urutan_nama_sop(satu.nama), satu.id


def _isi(berkas: Path) -> bytes:
    if berkas.stat().st_size > TERBESAR:
        raise OSError
    return berkas.read_bytes()


def _kalimat(sebab: str) -> str:
    return f"{sebab[:1].upper()}{sebab[1:]}".removesuffix(".") + "."
