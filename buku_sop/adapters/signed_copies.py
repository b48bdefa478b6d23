"""Signed copies whose electronic signature does not hold: found by looking into the files, and told with all else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from buku_sop.adapters.tanda_tangan import Tugas, baca_semua
from buku_sop.diagnostics import Diagnostic, Location, diagnose, urutkan
from buku_sop.handbook import Hasil
from buku_sop.loading.text import read_text
from buku_sop.model import Handbook
from buku_sop.views.sop.lampiran import HasilTandaTangan

KODE_SALINAN = "SOP-B023"
_JALUR = ("salinan_bertanda_tangan", "berkas")


def read_signatures(data: Path, handbook: Handbook) -> Mapping[str, HasilTandaTangan]:
    """Return what the signed copies say of themselves, by SOP; `data` is the folder of the handbook."""
    tugas: dict[str, Tugas] = {}
    for sop in handbook.sop:
        salinan = sop.salinan_bertanda_tangan
        if salinan and (sop.instansi, salinan.berkas) in handbook.berkas:
            folder = data / sop.instansi
            akar = handbook.cari_instansi(sop.instansi).akar_sertifikat
            tugas[sop.id] = (folder / salinan.berkas, tuple(folder / a for a in akar))
    hasil = baca_semua(list(tugas.values())) if tugas else {}
    return {id: hasil[path] for id, (path, _) in tugas.items()}


def check_signed_copies(data: Path, hasil: Hasil) -> Hasil:
    """Add a finding for each signed copy that proves nothing, at the line that names it."""
    baru = {d.lokasi.berkas: d for d in _temuan(data, hasil)}
    if not baru:
        return hasil
    per_sop = {
        id: urutkan([*semua, baru[hasil.berkas[id]]]) if hasil.berkas[id] in baru else semua
        for id, semua in hasil.per_sop.items()
    }
    semua = urutkan([*hasil.diagnostics, *baru.values()])
    return replace(hasil, diagnostics=semua, per_sop=per_sop)


def _temuan(data: Path, hasil: Hasil) -> Iterator[Diagnostic]:
    for id, satu in read_signatures(data, hasil.handbook).items():
        sop = hasil.handbook.cari_sop(id)
        if sop and sop.salinan_bertanda_tangan and satu.cacat and KODE_SALINAN not in sop.abaikan:
            berkas = hasil.berkas[id]
            nama = sop.salinan_bertanda_tangan.berkas
            yield diagnose("SOP-B023", _letak(data, berkas), nama=nama, keadaan=satu.cacat)


def _letak(data: Path, berkas: str) -> Location:
    """Find the line that names the file. The handbook was read from it a moment ago."""
    source, _ = read_text((data.parent / berkas).read_text(encoding="utf-8-sig"), berkas)
    return source.locate(_JALUR) if source else Location(berkas)
