"""The book: all sheets, grouped by office, with what leads to them."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

from buku_sop.analysis.dokumen.indeks import daftar_peran
from buku_sop.model import Instansi, IsiBuku, Sop
from buku_sop.views.dasar.istilah import tanggal_sop, tulis_revisi, tulis_status
from buku_sop.views.lembar.buku_isi import keputusan, penjelasan
from buku_sop.views.lembar.susun import TANPA_TANGGAL, KonteksLembar, tanggal_dokumen
from buku_sop.views.lembar.teks import PenulisTeks

JUDUL = "Buku Standar Operasional Prosedur"


def susun_buku(
    konteks: KonteksLembar,
    lembar: Mapping[str, Mapping[str, Any]],
    instansi: str = "",
    jilid: str = "",
) -> dict[str, Any]:
    """Return the data of the book of all offices, or of one; `lembar` holds the finished sheet of each SOP.

    `jilid` says which of several volumes it is ("Jilid 2 dari 3").
    """
    handbook, penulis = konteks.handbook, PenulisTeks(konteks.dikenal)
    bab = []
    for kantor in handbook.instansi:
        sop = [s for s in handbook.milik(kantor.id) if s.id in lembar]
        if sop:
            bab.append(_bab(kantor, sop, konteks, penulis, sendiri=bool(instansi)))
    dicetak = [s for s in handbook.sop if s.id in lembar]
    tanggal = max(map(tanggal_dokumen, dicetak), default=TANPA_TANGGAL)
    isi = handbook.cari_instansi(instansi).buku if instansi else IsiBuku()
    return {
        "judul": penulis.muat(isi.judul or JUDUL, 160.0, 30.0),
        "tahun": penulis.bersih(isi.tahun)
        or (str(tanggal.year) if tanggal != TANPA_TANGGAL else ""),
        "jilid": jilid,
        "satu": bool(instansi),
        "tanggal": [tanggal.year, tanggal.month, tanggal.day],
        "kertas": konteks.kertas_buku(handbook.cari_instansi(b["id"]) for b in bab).data(),
        "situs": konteks.alamat.situs,
        "bab": bab,
        "peran": _peran(konteks, penulis, lembar),
        "lembar": [_di_buku(lembar[s["id"]], lembar) for b in bab for s in b["sop"]],
    }


def _di_buku(nilai: Any, lembar: Container[str]) -> Any:
    """Leave out of the data of a sheet the places of SOPs that this book does not hold."""
    if isinstance(nilai, Mapping):
        asing = "teks" in nilai and "ke" in nilai and nilai["ke"] not in lembar
        return {k: _di_buku(v, lembar) for k, v in nilai.items() if not (asing and k == "ke")}
    if isinstance(nilai, list | tuple):
        return [_di_buku(v, lembar) for v in nilai]
    return nilai


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
    konteks: KonteksLembar, penulis: PenulisTeks, lembar: Mapping[str, object]
) -> list[dict[str, Any]]:
    """The index of roles, by office."""
    per_instansi: dict[str, list[dict[str, Any]]] = {}
    for peran in daftar_peran(konteks.handbook):
        sop = [id for id in peran.sop if id in lembar]
        if sop:
            isi = {"label": penulis.muat(peran.label, 60.0, 9.0), "sop": sop}
            per_instansi.setdefault(peran.instansi, []).append(isi)
    return [
        {"instansi": penulis.bersih(konteks.handbook.cari_instansi(i).nama), "peran": semua}
        for i, semua in per_instansi.items()
    ]
