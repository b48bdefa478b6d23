"""The annexes of an SOP on its page, and what is known of its signed copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from buku_sop.model import Handbook, SalinanBertandaTangan, Sop
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar.alamat import Alamat, path_lampiran
from buku_sop.views.dasar.ukuran import tulis_ukuran

REVISI_TERPENDEK = 6
"""Characters of a revision below which two can be the same by chance."""


@dataclass(frozen=True, slots=True)
class LampiranTampil:
    """A file to be downloaded, or named where it cannot be."""

    judul: str
    nama: str
    keterangan: str = ""
    rinci: str = ""
    """Kind and size: "PDF, 83 KB"; empty where the file cannot be used."""
    href: str = ""


@dataclass(frozen=True, slots=True)
class TandaTanganTampil:
    """An electronic signature in words."""

    oleh: str
    kapan: str
    utuh: bool
    keadaan: str
    """Whether the file is as it was signed."""
    sertifikat: str
    """What is known of the certificate."""


@dataclass(frozen=True, slots=True)
class HasilTandaTangan:
    """What was found in a signed file: signatures, or why there are none."""

    tanda: tuple[TandaTanganTampil, ...] = ()
    sebab: str = ""
    terbaca: bool = True
    """Whether it is known what signatures there are."""

    @property
    def cacat(self) -> str:
        """Why the file proves nothing; empty where nothing speaks against it."""
        if not self.terbaca:
            return self.sebab
        return next((t.keadaan for t in self.tanda if not t.utuh), "")


@dataclass(frozen=True, slots=True)
class SalinanTampil:
    """The signed copy on the page of an SOP."""

    berkas: LampiranTampil
    tanggal: str
    berubah: bool
    keadaan: str
    """Whether the data is still that of the copy."""
    elektronik: HasilTandaTangan = field(default_factory=HasilTandaTangan)


def lampiran_tampil(sop: Sop, handbook: Handbook, alamat: Alamat) -> Iterator[LampiranTampil]:
    """List the annexes in the order of the file."""
    for x in sop.lampiran:
        yield _berkas(sop, x.berkas, handbook, alamat, x.judul, x.keterangan)


def _berkas(
    sop: Sop, nama: str, handbook: Handbook, alamat: Alamat, judul: str = "", keterangan: str = ""
) -> LampiranTampil:
    ada = handbook.berkas.get((sop.instansi, nama))
    rinci = f"{ada.jenis}, {tulis_ukuran(ada.ukuran)}" if ada else ""
    href = alamat.berkas(path_lampiran(sop.instansi, nama)) if ada else ""
    return LampiranTampil(judul or nama, nama, keterangan, rinci, href)


def salinan_tampil(
    sop: Sop, handbook: Handbook, alamat: Alamat, revisi: str, elektronik: HasilTandaTangan
) -> SalinanTampil | None:
    """Tell of the signed copy; it is linked only where the office publishes it. `revisi` is that of the data now."""
    salinan = sop.salinan_bertanda_tangan
    if salinan is None:
        return None
    berkas = _berkas(sop, salinan.berkas, handbook, alamat, "Salinan bertanda tangan")
    if not salinan.terbitkan:
        berkas = LampiranTampil(berkas.judul, "", rinci=berkas.rinci)
    berubah, keadaan = _keadaan(salinan, revisi)
    return SalinanTampil(berkas, tulis_tanggal(salinan.tanggal), berubah, keadaan, elektronik)


def _keadaan(salinan: SalinanBertandaTangan, revisi: str) -> tuple[bool, str]:
    tertulis = salinan.revisi.lower()
    if len(tertulis) < REVISI_TERPENDEK or not revisi:
        return (
            False,
            tulis("lampiran.tanpa_revisi"),
        )
    if revisi.startswith(tertulis) or tertulis.startswith(revisi):
        return False, tulis("lampiran.sama")
    return True, tulis("lampiran.berubah")


def berkas_terbit(handbook: Handbook) -> Sequence[tuple[str, str]]:
    """Name the files that the site offers, by office and name."""
    semua: dict[tuple[str, str], None] = {}
    for sop in handbook.sop:
        nama = [x.berkas for x in sop.lampiran]
        salinan = sop.salinan_bertanda_tangan
        nama += [salinan.berkas] if salinan and salinan.terbitkan else []
        semua |= dict.fromkeys(
            (sop.instansi, n) for n in nama if (sop.instansi, n) in handbook.berkas
        )
    return tuple(semua)
