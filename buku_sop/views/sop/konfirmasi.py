"""What an office must confirm: each mark numbered once, found by its field and listed for the reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from buku_sop.model import Instansi, Konfirmasi, Sop
from buku_sop.model.bidang import BIDANG_SOP, Tempat
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar.istilah import istilah
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.nomor import sebut_nomor


@dataclass(frozen=True, slots=True)
class Tanda:
    """A mark: something that was inferred or is doubtful."""

    nomor: int
    tempat: str
    """Which step and field, in words."""
    alasan: str
    asal: str
    """Anchor of the marked place."""

    @property
    def jangkar(self) -> str:
        """Anchor of its entry in the list."""
        return f"konfirmasi-{self.nomor}"


class DaftarKonfirmasi:
    """All marks of an SOP, in the order of the page."""

    def __init__(self, sop: Sop, instansi: Instansi) -> None:
        self._sop, self._instansi = sop, instansi
        self._per_tempat: dict[tuple[object, ...], Tanda] = {}
        for kunci, tempat, asal, konfirmasi in self._semua():
            tanda = Tanda(len(self._per_tempat) + 1, tempat, konfirmasi.alasan, asal)
            self._per_tempat.setdefault(kunci, tanda)

    @property
    def semua(self) -> tuple[Tanda, ...]:
        """Every mark in order."""
        return tuple(self._per_tempat.values())

    def sop(self, bidang: str) -> Tanda | None:
        """The mark of a field of the SOP."""
        return self._per_tempat.get((bidang,))

    def lembar_kerja(self, bidang: str) -> Tanda | None:
        """The mark of a field of the worksheet."""
        return self._per_tempat.get(("lembar_kerja", bidang))

    def langkah(self, prosedur: int, langkah: int) -> dict[str, Tanda]:
        """The marks of a step by field."""
        bidang = self._sop.prosedur[prosedur].langkah[langkah].perlu_konfirmasi
        kunci = {k.bidang: (prosedur, langkah, k.bidang) for k in bidang}
        return {b: self._per_tempat[k] for b, k in kunci.items()}

    def _label(self, bidang: str) -> str:
        return istilah(bidang, self._sop, self._instansi)

    def _semua(self) -> Iterator[tuple[tuple[object, ...], str, str, Konfirmasi]]:
        for k in self._sop.perlu_konfirmasi:
            dikenal = BIDANG_SOP.get(k.bidang)
            asal = dikenal.tempat if dikenal else Tempat.JUDUL
            yield (k.bidang,), self._label(k.bidang), asal.value, k
        banyak = len(self._sop.prosedur)
        for p, prosedur in enumerate(self._sop.prosedur):
            for i, langkah in enumerate(prosedur.langkah):
                for k in langkah.perlu_konfirmasi:
                    nomor, isian = sebut_nomor(prosedur, i), self._label(k.bidang)
                    tempat = (
                        tulis(
                            "sop.prosedur_langkah_isian", prosedur=p + 1, nomor=nomor, isian=isian
                        )
                        if banyak > 1
                        else tulis("sop.langkah_isian", nomor=nomor, isian=isian)
                    )
                    yield (p, i, k.bidang), tempat, jangkar_langkah(p, i, banyak), k
        if self._sop.lembar_kerja:
            for k in self._sop.lembar_kerja.perlu_konfirmasi:
                tempat = tulis("sop.lembar_isian", isian=self._label(k.bidang))
                yield ("lembar_kerja", k.bidang), tempat, Tempat.LEMBAR_KERJA.value, k
