"""A comparison as JSON: every fact by name and position, and the words beside it."""

from __future__ import annotations

import json
from typing import Any

from buku_sop.analysis.beda import BedaKonfirmasi, BedaLangkah, BedaSop, BedaTotal, PerubahanWaktu
from buku_sop.diagnostics import Diagnostic
from buku_sop.model import Bilangan
from buku_sop.views.beda.tampil import BarisTampil, BukuTampil, SopTampil, TotalTampil, Ubahan

VERSI = 1
"""Raised when a reader of the data must change."""


def tulis_json(buku: BukuTampil) -> str:
    """Write a comparison. Positions of steps count from 1, times are working minutes."""
    isi = {
        "versi": VERSI,
        "base": buku.base,
        "head": buku.head,
        "ringkasan": buku.ringkasan,
        "sop": [_sop(s) for s in buku.sop],
        "instansi": [
            {"nama": nama, "isian": [_ubahan(u) for u in ubahan]} for nama, ubahan in buku.instansi
        ],
        "temuan": [_temuan(d) for d in buku.temuan],
        "galat_sebelum": [_temuan(d) for d in buku.galat_sebelum],
        "galat_sesudah": [_temuan(d) for d in buku.galat_sesudah],
        "tak_terbanding": list(buku.tak_terbanding),
    }
    return json.dumps(isi, ensure_ascii=False, indent=2) + "\n"


def _sop(s: SopTampil) -> dict[str, Any]:
    beda = s.beda
    return {
        "id": s.id,
        "id_semula": beda.sebelum.id if beda.sebelum else None,
        "nama": s.nama,
        "instansi": s.instansi,
        "jenis": s.jenis.value,
        "ringkas": list(s.ringkas),
        "waktu": _total(beda.total, s.total),
        "pelaksana": [
            {"sebelum": p.sebelum or None, "sesudah": p.sesudah or None, **_total(p.total, None)}
            for p in beda.peran
        ],
        "isian": [_ubahan(u) for u in s.isian],
        "prosedur": [
            {
                "sebelum": _satu(t.beda.sebelum),
                "sesudah": _satu(t.beda.sesudah),
                "jenis": t.jenis.value,
                "judul": t.judul,
                "isian": [_ubahan(u) for u in t.ubahan],
                "langkah": [
                    _langkah(x, b)
                    for x, b in zip(t.beda.langkah, t.baris, strict=True)
                    if b.berubah
                ],
            }
            for t in s.tabel
        ],
        "konfirmasi": [_konfirmasi(k) for k in beda.konfirmasi],
        "tautan": _tautan(beda),
        "dampak": [
            {"sop": d.sop, "alasan": d.alasan.value, "dokumen": d.dokumen or None}
            for d in beda.dampak
        ],
    }


def _konfirmasi(k: BedaKonfirmasi) -> dict[str, Any]:
    return {
        "bidang": k.bidang,
        "nasib": k.nasib.value,
        "alasan": k.alasan,
        "diubah": k.diubah,
        "prosedur": _satu(k.prosedur),
        "langkah": _satu(k.langkah),
        "lembar_kerja": k.lembar_kerja,
    }


def _satu(posisi: int | None) -> int | None:
    return None if posisi is None else posisi + 1


def _langkah(x: BedaLangkah, b: BarisTampil) -> dict[str, Any]:
    return {
        "jenis": x.jenis.value,
        "dipindah": x.dipindah,
        "sebelum": [i + 1 for i in x.sebelum],
        "sesudah": [j + 1 for j in x.sesudah],
        "kegiatan_sebelum": [y.kegiatan for y in b.sebelum],
        "kegiatan_sesudah": [y.kegiatan for y in b.sesudah],
        "isian": [_ubahan(u) for u in b.ubahan],
        "waktu": _waktu(x.waktu),
    }


def _tautan(beda: BedaSop) -> dict[str, Any]:
    return {
        "berubah": [
            {
                "teks": t.teks,
                "nasib": t.nasib.value,
                "sebelum": t.sebelum or None,
                "sesudah": t.sesudah or None,
            }
            for t in beda.tautan
        ],
        "tidak_dirujuk_lagi_oleh": list(beda.dirujuk_hilang),
        "kini_dirujuk_oleh": list(beda.dirujuk_baru),
    }


def _ubahan(u: Ubahan) -> dict[str, Any]:
    return {
        "bidang": u.bidang,
        "label": u.label,
        "sebelum": list(u.sebelum),
        "sesudah": list(u.sesudah),
        "catatan": u.catatan,
    }


def _total(beda: BedaTotal, kata: TotalTampil | None) -> dict[str, Any]:
    isi: dict[str, Any] = {"perubahan": _waktu(beda.waktu)}
    if kata:
        isi |= {"sebelum": kata.sebelum, "sesudah": kata.sesudah, "selisih": kata.selisih}
    return isi


def _waktu(w: PerubahanWaktu | None) -> dict[str, Any] | None:
    if w is None:
        return None
    persen = None if w.persen is None else round(float(w.persen), 2)
    return {
        "menit_sebelum": _angka(w.sebelum),
        "menit_sesudah": _angka(w.sesudah),
        "persen": persen,
    }


def _angka(nilai: Bilangan) -> int | float:
    return int(nilai) if nilai.denominator == 1 else round(float(nilai), 4)


def _temuan(d: Diagnostic) -> dict[str, Any]:
    return {
        "kode": d.kode,
        "tingkat": d.tingkat.value,
        "pesan": d.pesan,
        "petunjuk": d.petunjuk,
        "berkas": d.lokasi.nama,
        "baris": d.lokasi.baris,
        "kolom": d.lokasi.kolom,
    }
