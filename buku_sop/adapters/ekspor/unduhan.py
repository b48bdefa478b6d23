"""SOPs as files for other programs, as downloads of the site: made once, and kept while nothing of them changes.

Run as a module it is a worker (`buku_sop.adapters.workers`): it exports what it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from buku_sop.adapters.ekspor.naskah import susun_naskah
from buku_sop.adapters.kemajuan import Kabar, Lapor, diam
from buku_sop.adapters.lembar.compiler import PrintFailed, SheetCompiler
from buku_sop.adapters.lembar.downloads import Unduhan
from buku_sop.adapters.places import code_files
from buku_sop.adapters.store import PdfCache, PdfRecord, digest, digest_of_files
from buku_sop.adapters.workers import MOST, WorkerLost, ask_all, cores, serve
from buku_sop.handbook import Hasil
from buku_sop.model import Sop
from buku_sop.model.setelan import BentukUnduhan
from buku_sop.views.dasar.alamat import ekspor_sop
from buku_sop.views.dasar.ukuran import tulis_ukuran
from buku_sop.views.lembar import KonteksLembar

if TYPE_CHECKING:
    from buku_sop.adapters.lembar.printing import PrintShop

FOLDER = Path(".build/terbit")
"""Under which each kind has a folder; without the NIP unless the office shows it."""
EKOR: Mapping[BentukUnduhan, str] = MappingProxyType(
    {BentukUnduhan.WORD: "docx", BentukUnduhan.EXCEL: "xlsx", BentukUnduhan.BPMN: "bpmn"}
)
"""How the names of files of each kind end."""
SENDIRI = 12
"""So many SOPs are exported sooner in this process than others are started."""
_PEMBUAT = ("model/**/*.py", "analysis/**/*.py", "views/**/*.py", "adapters/ekspor/*.py")
"""The code that decides what is in a file, beside that of the sheets."""

Pesanan = tuple[Sop, tuple[BentukUnduhan, ...]]


@dataclass(frozen=True, slots=True)
class Pengekspor:
    """Exports SOPs of one handbook."""

    konteks: KonteksLembar
    pencetak: SheetCompiler

    def buat(self, pesanan: Pesanan) -> dict[BentukUnduhan, bytes]:
        """Write an SOP in some formats, those in which it can be written. Raises PrintFailed, which names it."""
        sop, bentuk = pesanan
        hasil: dict[BentukUnduhan, bytes] = {}
        if BentukUnduhan.BPMN in bentuk:
            from buku_sop.views.ekspor.bpmn import buat_bpmn

            hasil[BentukUnduhan.BPMN] = buat_bpmn(sop)
        if not {BentukUnduhan.WORD, BentukUnduhan.EXCEL}.isdisjoint(bentuk):
            try:
                naskah = susun_naskah(self, sop)
            except PrintFailed as error:
                raise PrintFailed(f"{sop.id} tidak dapat diekspor: {error}") from error
            if BentukUnduhan.WORD in bentuk:
                from buku_sop.adapters.ekspor.docx import buat_docx

                hasil[BentukUnduhan.WORD] = buat_docx(naskah)
            if BentukUnduhan.EXCEL in bentuk:
                from buku_sop.adapters.ekspor.xlsx import buat_xlsx
                from buku_sop.adapters.ekspor.xlsx_lembar import SelTerlaluPanjang

                with suppress(SelTerlaluPanjang):  # its page offers the others
                    hasil[BentukUnduhan.EXCEL] = buat_xlsx(naskah)
        return hasil


def buat_unduhan(
    root: Path, hasil: Hasil, situs: str, bentuk: Sequence[BentukUnduhan], lapor: Lapor = diam
) -> dict[str, dict[BentukUnduhan, Unduhan]]:
    """Export what has changed, and list all that can be downloaded, by SOP id.

    Raises:
        AssetError: The fonts are not installed.
        PrintFailed: A sheet could not be measured, or a process was killed.
    """
    if not bentuk:
        return {}
    from buku_sop.adapters.lembar.printing import open_print_shop

    toko = open_print_shop(root, hasil, situs=situs, terbit=True)
    gudang = {b: PdfCache(root / FOLDER / EKOR[b], EKOR[b]) for b in bentuk}
    kunci = {s.id: k for s, k in _kunci(toko, hasil)}
    perlu = {s.id: _bisa(s, bentuk) for s in hasil.handbook.sop}
    baru = [
        (toko.tampil(s), kurang)
        for s in hasil.handbook.sop
        if (kurang := tuple(b for b in perlu[s.id] if not gudang[b].baca(s.id, kunci[s.id])))
    ]
    if baru:
        lapor(Kabar("Mengekspor SOP", 0, len(baru)))
    for n, (id, berkas) in enumerate(_ekspor(Pengekspor(toko.konteks, toko.pencetak), baru), 1):
        perlu[id] = tuple(b for b in perlu[id] if b in berkas or gudang[b].baca(id, kunci[id]))
        for b, isi in berkas.items():
            gudang[b].simpan(id, isi, PdfRecord(kunci[id], digest(isi)))
        lapor(Kabar("Mengekspor SOP", n, len(baru), id))
    for b, satu in gudang.items():
        satu.buang_selain(id for id, semua in perlu.items() if b in semua)
    return {
        id: {b: _unduhan(gudang[b].pdf(id), ekspor_sop(id, EKOR[b])) for b in semua}
        for id, semua in perlu.items()
        if semua
    }


def _bisa(sop: Sop, bentuk: Sequence[BentukUnduhan]) -> tuple[BentukUnduhan, ...]:
    """Return in which formats an SOP can be written: of a sheet of another form, and without steps, not in all."""
    berlangkah = any(p.langkah for p in sop.prosedur)
    return tuple(b for b in bentuk if (berlangkah if b is BentukUnduhan.BPMN else not sop.bentuk))


def _kunci(toko: PrintShop, hasil: Hasil) -> Iterator[tuple[Sop, str]]:
    """Yield for each SOP the hash of everything that its files are made from."""
    alat = digest(digest_of_files(code_files(*_PEMBUAT)))
    for sop in hasil.handbook.sop:
        yield sop, digest(alat, toko.kunci(toko.tampil(sop)))


def _ekspor(
    pengekspor: Pengekspor, pesanan: Sequence[Pesanan]
) -> Iterator[tuple[str, dict[BentukUnduhan, bytes]]]:
    """Export SOPs on all cores; yield the id of each with its files when they are made."""
    banyak = min(cores(), MOST, len(pesanan) // SENDIRI)
    if banyak < 2:
        for satu in pesanan:
            yield satu[0].id, pengekspor.buat(satu)
        return
    try:
        for n, berkas in ask_all(__name__, pengekspor, pesanan, banyak):
            yield pesanan[n][0].id, berkas
    except WorkerLost as error:
        raise PrintFailed(
            "Proses yang mengekspor SOP berhenti di tengah jalan; mungkin memori komputer habis. Ulangi perintahnya."
        ) from error


def _unduhan(file: Path, path: str) -> Unduhan:
    return Unduhan(file, path, tulis_ukuran(file.stat().st_size))


def _jawab(pengekspor: Pengekspor) -> Callable[[Pesanan], dict[BentukUnduhan, bytes]]:
    return pengekspor.buat


if __name__ == "__main__":
    serve(_jawab)
