"""The inventory of a handbook (`data/inventaris.json`) and copies of those of others: one SOP a line."""

from __future__ import annotations

import json
from typing import Any

from buku_sop.loading.inventaris import (
    FORMAT,
    MAX_NAMA_LAIN,
    PANJANG_NOMOR,
    SALINAN,
    VERSI,
    bersih,
    sidik,
)
from buku_sop.model import Handbook, Sop
from buku_sop.model.buku_lain import Inventaris, SalinanInventaris, SopHilang, SopLain
from buku_sop.views.dasar.alamat import BERANDA, Alamat, halaman_sop

__all__ = ["susun_inventaris", "tulis_inventaris", "tulis_salinan"]


def susun_inventaris(handbook: Handbook, nama: str, alamat: str, direktori: bool) -> Inventaris:
    """Take stock of a handbook; `alamat` is the root of its site, `direktori` as in `Alamat`."""
    ke = Alamat(BERANDA, direktori).ke
    akar = f"{alamat.rstrip('/')}/" if alamat.startswith(("http://", "https://")) else ""
    return Inventaris(
        bersih(nama) or "Buku SOP",
        akar,
        {i.id: bersih(i.nama) or i.id for i in handbook.instansi},
        tuple(_sop(s, ke(halaman_sop(s.id))) for s in handbook.sop),
    )


def _sop(sop: Sop, halaman: str) -> SopLain:
    return SopLain(
        sop.id,
        bersih(sop.nama) or sop.id,
        halaman,
        sop.status.value,
        bersih(sop.nomor, PANJANG_NOMOR),
        tuple(filter(None, map(bersih, sop.nama_lain)))[:MAX_NAMA_LAIN],
        bersih(sop.nomor_revisi, PANJANG_NOMOR),
        sop.tanggal_pembuatan.isoformat() if sop.tanggal_pembuatan else "",
        sop.tanggal_revisi.isoformat() if sop.tanggal_revisi else "",
    )


def tulis_inventaris(inventaris: Inventaris) -> str:
    """Write an inventory as it is published. The same handbook gives the same text."""
    sop = [_isi(s) for s in inventaris.sop]
    instansi = dict(sorted(inventaris.instansi.items()))
    kepala = {
        "format": FORMAT,
        "versi": VERSI,
        "buku": {"nama": inventaris.nama, "alamat": inventaris.alamat},
        "sha256": sidik(instansi, sop),
        "instansi": instansi,
    }
    return f"{_json(kepala)[:-1]},\n{_daftar('sop', sop)}}}\n"


def tulis_salinan(salinan: SalinanInventaris) -> str:
    """Write a copy, whose differences from the one before can be read line by line."""
    kepala = {"format": SALINAN, "versi": VERSI, "dari": salinan.dari, "diambil": salinan.diambil}
    hilang = _daftar("hilang", [_hilang(h) for h in salinan.hilang])
    isi = tulis_inventaris(salinan.inventaris).rstrip("\n")
    return f'{_json(kepala)[:-1]},\n{hilang},\n"inventaris":{isi}}}\n'


def _isi(sop: SopLain) -> dict[str, Any]:
    """Write the fields that say something."""
    isi = {
        "id": sop.id,
        "nama": sop.nama,
        "nama_lain": list(sop.nama_lain),
        "nomor": sop.nomor,
        "status": sop.status,
        "nomor_revisi": sop.nomor_revisi,
        "tanggal_pembuatan": sop.tanggal_pembuatan,
        "tanggal_revisi": sop.tanggal_revisi,
        "halaman": sop.halaman,
    }
    return {k: v for k, v in isi.items() if v}


def _hilang(hilang: SopHilang) -> dict[str, str]:
    isi = {"id": hilang.id, "nama": hilang.nama, "sejak": hilang.sejak, "kini": hilang.kini}
    return {k: v for k, v in isi.items() if v}


def _daftar(kunci: str, isi: list[dict[str, Any]]) -> str:
    baris = ",\n".join(_json(satu) for satu in isi)
    return f'"{kunci}":[\n{baris}\n]' if baris else f'"{kunci}":[]'


def _json(isi: object) -> str:
    """Write JSON that is also harmless where somebody pastes it into a page."""
    teks = json.dumps(isi, ensure_ascii=False, separators=(",", ":"))
    return teks.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
