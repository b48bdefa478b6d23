"""The book: all sheets, grouped by office, with what leads to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Any

from buku_sop.analysis.dokumen.indeks import daftar_peran
from buku_sop.model import Instansi, IsiBuku, Sop
from buku_sop.views.dasar.istilah import tanggal_sop, tulis_revisi, tulis_status
from buku_sop.views.lembar.buku_isi import keputusan, penjelasan
from buku_sop.views.lembar.jilid import LetakJilid
from buku_sop.views.lembar.susun import TANPA_TANGGAL, KonteksLembar, tanggal_dokumen
from buku_sop.views.lembar.teks import PenulisTeks

JUDUL = "Buku Standar Operasional Prosedur"


def susun_buku(
    konteks: KonteksLembar,
    ids: Collection[str],
    instansi: str = "",
    jilid: LetakJilid | None = None,
) -> dict[str, Any]:
    """Return the data of the book of all offices, or of one, but for the finished sheets of its SOPs, `lembar`.

    `ids` are the SOPs that it holds; `jilid` says which of several volumes it is.
    """
    handbook, penulis = konteks.handbook, PenulisTeks(konteks.dikenal)
    dicetak = [s for s in handbook.sop if s.id in ids]
    milik: dict[str, list[Sop]] = {}
    for s in dicetak:
        milik.setdefault(s.instansi, []).append(s)
    bab = [
        _bab(kantor, milik[kantor.id], konteks, penulis, sendiri=bool(instansi))
        for kantor in handbook.instansi
        if kantor.id in milik
    ]
    tanggal = max(map(tanggal_dokumen, dicetak), default=TANPA_TANGGAL)
    isi = handbook.cari_instansi(instansi).buku if instansi else IsiBuku()
    return {
        "judul": penulis.muat(isi.judul or konteks.sampul.nama or JUDUL, 160.0, 30.0),
        "tahun": penulis.bersih(isi.tahun)
        or (str(tanggal.year) if tanggal != TANPA_TANGGAL else ""),
        "jilid": jilid.sebutan if jilid else "",
        "nomor_jilid": jilid.nomor if jilid else 0,
        "semua_jilid": _semua_jilid(konteks, penulis, jilid),
        "satu": bool(instansi),
        "logo": konteks.sampul.logo,
        "logo_alt": f"Logo {penulis.bersih(konteks.sampul.pemerintah or konteks.sampul.nama)}",
        "pemerintah": penulis.bersih(konteks.sampul.pemerintah),
        "warna": konteks.sampul.warna or "#000000",
        "tanggal": [tanggal.year, tanggal.month, tanggal.day],
        "kertas": konteks.kertas_buku(handbook.cari_instansi(b["id"]) for b in bab).data(),
        "situs": konteks.alamat.situs,
        "bab": bab,
        "peran": _peran(konteks, penulis, ids),
    }


def _semua_jilid(
    konteks: KonteksLembar, penulis: PenulisTeks, jilid: LetakJilid | None
) -> list[dict[str, Any]]:
    """List the SOPs of all volumes, by office; only for the first, which leads to the others."""
    if not jilid or jilid.nomor > 1:
        return []
    sop = {s.id: s for s in konteks.handbook.sop}
    return [
        {
            "nomor": n,
            "berkas": berkas,
            "bab": [
                {
                    "nama": penulis.muat(konteks.handbook.cari_instansi(i).nama, 120.0, 10.0),
                    "sop": [
                        [
                            penulis.muat(sop[id].nama, 84.0, 9.0),
                            penulis.muat(sop[id].nomor, 38.0, 9.0),
                        ]
                        for id in milik
                    ],
                }
                for i, milik in groupby(ids, key=lambda id: id.partition("/")[0])
            ],
        }
        for n, (berkas, ids) in enumerate(zip(jilid.berkas, jilid.sop, strict=True), 1)
    ]


def _bab(
    instansi: Instansi,
    sop: Sequence[Sop],
    konteks: KonteksLembar,
    penulis: PenulisTeks,
    *,
    sendiri: bool,
) -> dict[str, Any]:
    """One office and the list of its SOPs; among others it is only explained where it says something itself."""
    berkata = bool(instansi.buku.ruang_lingkup or instansi.buku.ringkasan or instansi.singkatan)
    nama = penulis.muat(instansi.nama, 160.0, 24.0)
    kertas = konteks.kertas_buku((instansi,))
    sempit = kertas.lebar < kertas.tinggi
    return {
        "id": instansi.id,
        "nama": nama,
        "pemerintah": penulis.bersih(instansi.pemerintah),
        "alamat": penulis.muat(instansi.alamat, 160.0, 11.0),
        "logo": konteks.logo.get(instansi.id, ""),
        "logo_alt": f"Logo {nama}",
        "keputusan": keputusan(instansi, penulis),
        "penjelasan": penjelasan(konteks.handbook, instansi, sop, penulis)
        if sendiri or berkata
        else None,
        "sop": [
            {
                "id": s.id,
                "nama": penulis.muat(s.nama, 36.0 if sempit else 105.0, 10.0),
                "nomor": penulis.muat(s.nomor, 33.0 if sempit else 50.0, 10.0),
                "tanggal": tanggal_sop("tanggal_efektif", s)
                or tanggal_sop("tanggal_pengesahan", s),
                "status": tulis_status(s),
                "revisi": penulis.muat(tulis_revisi(s), 21.0 if sempit else 37.0, 10.0),
            }
            for s in sop
        ],
    }


def _peran(
    konteks: KonteksLembar, penulis: PenulisTeks, ids: Collection[str]
) -> list[dict[str, Any]]:
    """The index of roles, by office."""
    per_instansi: dict[str, list[dict[str, Any]]] = {}
    for peran in daftar_peran(konteks.handbook):
        sop = [id for id in peran.sop if id in ids]
        if sop:
            isi = {"label": penulis.muat(peran.label, 60.0, 9.0), "sop": sop}
            per_instansi.setdefault(peran.instansi, []).append(isi)
    return [
        {"instansi": penulis.bersih(konteks.handbook.cari_instansi(i).nama), "peran": semua}
        for i, semua in per_instansi.items()
    ]
