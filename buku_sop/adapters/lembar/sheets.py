"""One sheet after the other, in this process or in several.

Run as a module it is a worker (`buku_sop.adapters.workers`): it prints what it is asked for and keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import segno

from buku_sop.adapters.lembar.compiler import PrintFailed, SheetCompiler, as_json, count_pages
from buku_sop.adapters.store import PdfCache, PdfRecord, digest
from buku_sop.adapters.workers import MOST, WorkerLost, ask_all, cores, serve
from buku_sop.model import Sop
from buku_sop.views.lembar import KonteksLembar, Lembar, buat_lembar

SENDIRI = 12
"""So many sheets are printed sooner in this process than others are started."""
_LOGO = ("logo", "logo_kedua")


@dataclass(frozen=True, slots=True)
class SheetPrinter:
    """Prints sheets of one handbook into a folder."""

    konteks: KonteksLembar
    pencetak: SheetCompiler
    gudang: PdfCache

    def satu(self, sop: Sop, kunci: str) -> PdfRecord:
        """Print one sheet. Raises PrintFailed, which names the SOP."""
        lembar, kabar = buat_lembar(sop, self.konteks), ""
        try:
            try:
                data, pdf = self._cetak(lembar)
            except PrintFailed:
                if not any(map(lembar.kepala.get, _LOGO)):
                    raise
                lembar.kepala |= dict.fromkeys(_LOGO, "")
                data, pdf = self._cetak(lembar)
                kabar = "logo instansi tidak dapat dibaca dan tidak dicetak"
        except PrintFailed as error:
            raise PrintFailed(f"Lembar {sop.id} gagal dicetak: {error}") from error
        isi = as_json(data)
        catatan = PdfRecord(
            kunci, digest(pdf), digest(isi), lembar.diganti, kabar, count_pages(pdf)
        )
        return self.gudang.simpan(sop.id, pdf, catatan, isi)

    def _cetak(self, lembar: Lembar) -> tuple[dict[str, Any], bytes]:
        data = lembar.selesai(lambda naskah: self.pencetak.ukur(naskah, lembar.templat_ukur))
        if url := data["kaki"]["url"]:
            data["kaki"]["qr"] = segno.make(url, error="m", micro=False).svg_inline(border=1)
        return data, self.pencetak.cetak("satu.typ", data)


def print_sheets(
    pencetak: SheetPrinter, pesanan: Sequence[tuple[Sop, str]]
) -> Iterator[tuple[str, PdfRecord]]:
    """Print sheets, each with its key, on all cores; yield the id of each with its record when it is done.

    Raises:
        PrintFailed: A sheet could not be printed, or a process was killed.
    """
    banyak = min(cores(), MOST, len(pesanan) // SENDIRI)
    if banyak < 2:
        for sop, kunci in pesanan:
            yield sop.id, pencetak.satu(sop, kunci)
        return
    try:
        for n, catatan in ask_all(__name__, pencetak, pesanan, banyak):
            yield pesanan[n][0].id, catatan
    except WorkerLost as error:
        raise PrintFailed(
            "Proses yang mencetak lembar berhenti di tengah jalan; mungkin memori komputer habis. Ulangi perintahnya."
        ) from error


def _answer(pencetak: SheetPrinter) -> Callable[[tuple[Sop, str]], PdfRecord]:
    return lambda pesanan: pencetak.satu(*pesanan)


if __name__ == "__main__":
    serve(_answer)
