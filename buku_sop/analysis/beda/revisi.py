"""What may follow what in the life of an SOP, judged between two versions.

A draft comes into force; what is in force is replaced or withdrawn; neither turns back. What changes while
in force gets a new number and a new date of revision.
"""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.analysis.beda.fakta import Beda, BedaSop
from buku_sop.analysis.keterkaitan.keterkaitan import JenisTautan
from buku_sop.analysis.temuan import Temuan
from buku_sop.model import Sop, Status
from buku_sop.model.tanggal import tulis_tanggal

BOLEH = {
    Status.DRAF: frozenset({Status.BERLAKU}),
    Status.BERLAKU: frozenset({Status.DIGANTIKAN, Status.DICABUT}),
    Status.DIGANTIKAN: frozenset({Status.DICABUT}),
    Status.DICABUT: frozenset[Status](),
}
"""Which status may follow each."""
_USUL = {
    Status.DRAF: "Draf hanya dapat menjadi berlaku; hapus berkasnya bila draf itu batal.",
    Status.BERLAKU: "SOP yang berlaku hanya dapat menjadi digantikan atau dicabut; "
    "tulis perubahannya di berkas ini, atau di SOP baru yang berstatus draf.",
    Status.DIGANTIKAN: "SOP yang digantikan hanya dapat menjadi dicabut; "
    "buat SOP baru bila isinya dipakai lagi.",
    Status.DICABUT: "SOP yang dicabut tetap dicabut; buat SOP baru bila isinya dipakai lagi.",
}
_TAMAT = frozenset({Status.DIGANTIKAN, Status.DICABUT})


def periksa_revisi(beda: Beda) -> list[tuple[str, Temuan]]:
    """Return what is wrong with the way that SOPs changed, each with the id of its SOP now (or of old).

    What a file silences (`abaikan`) is left out.
    """
    return [
        (satu.id, temuan)
        for satu in beda.sop
        for temuan in _satu(beda, satu)
        if temuan.kode not in satu.sop.abaikan or satu.sesudah is None
    ]


def _satu(beda: Beda, satu: BedaSop) -> Iterator[Temuan]:
    a, b = satu.sebelum, satu.sesudah
    if a is None:
        return
    if b is None:
        if a.status is Status.BERLAKU:
            yield Temuan("SOP-R006", (), {"nama": a.nama})
        return
    if a.status is not b.status and b.status not in BOLEH[a.status]:
        isi = {"sebelum": a.status.value, "sesudah": b.status.value, "usul": _USUL[a.status]}
        yield Temuan("SOP-R004", ("status",), isi)
    menjadi_digantikan = b.status is Status.DIGANTIKAN and a.status is not b.status
    if menjadi_digantikan and (keadaan := _pengganti(beda, b)):
        jalur = "digantikan_oleh" if b.digantikan_oleh else "status"
        yield Temuan("SOP-R005", (jalur,), {"keadaan": keadaan})
    rencana = "tanggal_revisi" in a.mendatang
    if (
        a.tanggal_revisi
        and b.tanggal_revisi
        and b.tanggal_revisi < a.tanggal_revisi
        and not rencana
    ):
        isi = {"sebelum": tulis_tanggal(a.tanggal_revisi)}
        isi["sesudah"] = tulis_tanggal(b.tanggal_revisi)
        yield Temuan("SOP-R003", ("tanggal_revisi",), isi)
    if satu.prosedur_berubah:
        yield from _prosedur_berubah(a, b)


def _prosedur_berubah(a: Sop, b: Sop) -> Iterator[Temuan]:
    if a.status in _TAMAT and b.status in _TAMAT:
        yield Temuan("SOP-R007", ("status",), {"status": b.status.value})
    if not a.status is b.status is Status.BERLAKU:
        return
    if b.tanggal_revisi is None:
        yield Temuan("SOP-R001", ("status",), {"keadaan": "belum diisi"})
    elif "tanggal_revisi" in b.mendatang:
        keadaan = f"baru direncanakan {tulis_tanggal(b.tanggal_revisi)}"
        yield Temuan("SOP-R001", ("tanggal_revisi",), {"keadaan": keadaan})
    elif b.tanggal_revisi == a.tanggal_revisi:
        keadaan = f"masih {tulis_tanggal(b.tanggal_revisi)}"
        yield Temuan("SOP-R001", ("tanggal_revisi",), {"keadaan": keadaan})
    if b.nomor and "".join(a.nomor.split()) == "".join(b.nomor.split()):
        yield Temuan("SOP-R002", ("nomor",), {"nomor": b.nomor})


def _pengganti(beda: Beda, sop: Sop) -> str:
    """Say what is wrong with the successor of an SOP; empty where it can be followed."""
    assert beda.keterkaitan_sesudah is not None
    tautan = beda.keterkaitan_sesudah.digantikan_oleh.get(sop.id)
    if tautan is None:
        return "belum disebut"
    if tautan.jenis is JenisTautan.DIRI:
        return "SOP ini sendiri"
    if tautan.jenis is not JenisTautan.TERTAUT:
        return "" if sop.digantikan_oleh in beda.tak_terbanding else "belum ada di buku ini"
    pengganti = beda.sesudah.cari_sop(tautan.sop)
    if pengganti is None or pengganti.status is Status.BERLAKU:
        return ""
    return f"berstatus {pengganti.status.value}"
