"""A comparison of SOPs as JSON: every fact by name, and the words beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from buku_sop.analysis.banding.banding import LangkahTahap, Ringkas, SelTahap, Setara
from buku_sop.analysis.banding.kelompok import Kelompok
from buku_sop.analysis.banding.milik import Milik
from buku_sop.analysis.dokumen.indeks import TempatLangkah
from buku_sop.model import Bilangan, Durasi
from buku_sop.views.banding.tampil import BandingTampil

VERSI = 1
"""Raised when a reader of the data must change."""


def tulis_json(b: BandingTampil) -> str:
    """Write a comparison. Positions of steps count from 1, times are minutes on both clocks."""
    isi = {
        "versi": VERSI,
        "nama": b.judul,
        "sop": [
            {"id": k.id, "nama": k.nama, "instansi": k.instansi, "status": k.kunci_status, **_ringkas(r)}
            for k, r in zip(b.kolom, b.banding.ringkas, strict=True)
        ],
        "tahap": [
            {
                "nama": t.nama,
                "beda": list(t.beda),
                "sop": {
                    b.kolom[k].id: _sel(s, k in asli.tercepat, k in asli.terlama)
                    for k, s in enumerate(asli.sel)
                    if s
                },
            }
            for t, asli in zip(b.tahap, b.banding.tahap, strict=True)
        ],
        "pelaksana": [_milik(m, b) for m in b.banding.pelaksana],
        "output": [_milik(m, b) for m in b.banding.output],
        "dasar_hukum": [_milik(m, b) for m in b.banding.dasar_hukum],
    }  # fmt: skip
    return json.dumps(isi, ensure_ascii=False, indent=2) + "\n"


def tulis_kelompok_json(kelompok: Iterable[Kelompok]) -> str:
    """Write the groups that can be compared."""
    isi = {
        "versi": VERSI,
        "kelompok": [{"nama": k.nama, "slug": k.slug, "sop": list(k.sop)} for k in kelompok],
    }
    return json.dumps(isi, ensure_ascii=False, indent=2) + "\n"


def _ringkas(r: Ringkas) -> dict[str, Any]:
    return {
        "langkah": r.langkah,
        "pelaksana": r.pelaksana,
        "keputusan": r.keputusan,
        "output": r.output,
        "dasar_hukum": r.dasar_hukum,
        "waktu": {
            "paling_cepat": _durasi(r.total.rentang.paling_cepat),
            "paling_lama": _durasi(r.total.rentang.paling_lama),
            "setara": _setara(r.setara),
            "langkah_tak_terhitung": r.total.langkah - r.total.terhitung,
        },
        "jalan_tersingkat": _durasi(r.jalan.tersingkat),
        "jalan_terlama": _durasi(r.jalan.terlama),
    }


def _sel(s: SelTahap, tercepat: bool, terlama: bool) -> dict[str, Any]:
    return {
        "langkah": [_langkah(x) for x in s.langkah],
        "setara": _setara(s.setara),
        "tersingkat": tercepat,
        "terlama": terlama,
    }


def _langkah(x: LangkahTahap) -> dict[str, Any]:
    return {
        **_tempat(x.tempat),
        "kemiripan": x.kemiripan.value,
        "nilai": round(x.mirip, 3),
        "urutan_lain": x.urutan_lain,
    }


def _tempat(t: TempatLangkah) -> dict[str, Any]:
    return {"prosedur": t.prosedur + 1, "langkah": t.langkah + 1}


def _milik(m: Milik, b: BandingTampil) -> dict[str, Any]:
    return {
        "nama": m.nama,
        "sop": {
            b.kolom[k].id: [x if isinstance(x, str) else _tempat(x) for x in isi]
            for k, isi in enumerate(m.ada)
            if isi
        },
    }


def _setara(s: Setara | None) -> dict[str, Any] | None:
    """Write what both clocks together take, in working minutes of the office."""
    if s is None:
        return None
    return {"menit_cepat": _angka(s.cepat), "menit_lama": _angka(s.lama), "utuh": s.utuh}


def _durasi(d: Durasi | None) -> dict[str, Any] | None:
    if d is None:
        return None
    return {"menit_kerja": _angka(d.kerja), "menit_kalender": _angka(d.kalender)}


def _angka(nilai: Bilangan) -> int | float:
    return int(nilai) if nilai.denominator == 1 else round(float(nilai), 4)
