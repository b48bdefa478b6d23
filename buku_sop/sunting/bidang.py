"""The fields of a file as a form: each with its kind, what may be chosen, what is written, and what the register says of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from buku_sop.loading.document import DokumenSop
from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.sunting.konfirmasi import daftar_ragu
from buku_sop.loading.sunting.naskah import Naskah
from buku_sop.model.bidang import BIDANG_PROSEDUR, Bidang, Kelompok, Lembar, Tempat
from buku_sop.model.tanggal import TanggalTertulis

_DI_TABEL = frozenset({"pelaksana", "langkah", "prosedur", "judul", "satuan_waktu", "catatan"})
_PANJANG = frozenset({"alasan_dicabut", "uraian", "catatan", "keterangan", "isi"})
"""Texts that are sentences."""


def bidang_berkas(naskah: Naskah, forms: Mapping[str, str]) -> list[dict[str, Any]]:
    """List the fields of a file in their canonical order, but for the table; `forms` are the sheets to choose, by id."""
    form = naskah.form
    ragu = daftar_ragu(naskah, ()) if issubclass(form, DokumenSop) else {}
    di_tabel = _DI_TABEL if issubclass(form, DokumenSop) else frozenset()
    hasil = []
    for nama in form.urutan():
        if nama in di_tabel or nama == "perlu_konfirmasi":
            continue
        satu = _bidang(form, nama)
        if nama == "bentuk":
            satu |= {
                "jenis": "pilihan",
                "pilihan": [{"nilai": k, "kata": v} for k, v in forms.items()],
            }
        hasil.append({
            "jalan": [nama], **satu, "nilai": naskah.isi((nama,)), "ada": naskah.ada((nama,)),
            "ragu": ragu.get(nama),
        })  # fmt: skip
    return hasil


def bidang_tabel(naskah: Naskah, tabel: tuple[str | int, ...]) -> list[dict[str, Any]]:
    """List the fields of a table beside its lanes and steps."""
    form = DokumenSop
    return [
        {"jalan": [*tabel, nama], **_bidang(form, nama), "nilai": naskah.isi((*tabel, nama))}
        for nama in BIDANG_PROSEDUR
        if nama not in ("pelaksana", "langkah")
    ]


def _bidang(form: type[Bentuk], nama: str) -> dict[str, Any]:
    isian = form.model_fields[nama]
    tentang: Bidang | None = dict(getattr(form, "bidang", None) or {}).get(nama)
    return {
        "nama": nama,
        "label": tentang.label if tentang else nama.replace("_", " ").capitalize(),
        "penjelasan": (tentang.uraian if tentang else isian.description) or "",
        "contoh": tentang.contoh if tentang else "",
        "kelompok": _kelompok(tentang),
        "wajib": isian.is_required(),
        **_jenis(isian, nama),
    }


def _kelompok(tentang: Bidang | None) -> str:
    """Say in which part of the form a field stands, as the sheet parts them."""
    if tentang is None:
        return "lain"
    if tentang.nama in ("nama", "kop"):
        return "kop"
    if tentang.nama.endswith("_oleh") and tentang.nama != "digantikan_oleh":
        return "pengesahan"
    if tentang.nama == "tanda_tangan":
        return "pengesahan"
    di_lembar = tentang.lembar not in (Lembar.TIDAK, Lembar.SENDIRI)
    if di_lembar or tentang.kelompok is Kelompok.IDENTITAS or tentang.tempat is Tempat.IDENTITAS:
        return "identitas"
    return "lain"


def _jenis(isian: FieldInfo, nama: str) -> dict[str, Any]:
    """Tell the kind of a field by what its form takes."""
    jenis = _tanpa_kosong(isian.annotation)
    if pilihan := _pilihan(jenis):
        return {"jenis": "pilihan", "pilihan": pilihan}
    if jenis is bool:
        kata = [{"nilai": "ya", "kata": "Ya"}, {"nilai": "tidak", "kata": "Tidak"}]
        return {"jenis": "pilihan", "pilihan": kata}
    bagian = {jenis, *map(_tanpa_kosong, get_args(jenis))}
    if bagian & {date, TanggalTertulis}:
        return {"jenis": "tanggal"}
    if isinstance(jenis, type) and issubclass(jenis, Bentuk):
        return _isian(jenis, "isian")
    if get_origin(jenis) is list:
        return _daftar(_tanpa_kosong(get_args(jenis)[0]))
    if get_origin(jenis) is not dict and any(isinstance(x, type) for x in bagian):
        return {"jenis": "teks_panjang" if nama in _PANJANG else "teks"}
    return {"jenis": "pohon"}


def _daftar(isi: Any) -> dict[str, Any]:
    if isinstance(isi, type) and issubclass(isi, Bentuk):
        return _isian(isi, "daftar_isian")
    if pilihan := _pilihan(isi):
        return {"jenis": "daftar", "pilihan": pilihan}
    return {"jenis": "daftar"} if isi is str else {"jenis": "pohon"}


def _isian(form: type[Bentuk], jenis: str) -> dict[str, Any]:
    """Describe a form in a form; what lies deeper than that is a tree."""
    anak = [_bidang(form, n) for n in form.urutan()]
    for satu in anak:
        if satu.pop("anak", None):
            satu["jenis"] = "pohon"
    return {"jenis": jenis, "anak": anak}


def _pilihan(jenis: Any) -> list[dict[str, str]]:
    if isinstance(jenis, type) and issubclass(jenis, Enum):
        nilai = [str(x.value) for x in jenis]
    elif get_origin(jenis) is Literal:
        nilai = [str(getattr(x, "value", x)) for x in get_args(jenis)]
    else:
        return []
    return [{"nilai": n, "kata": n.replace("_", " ").capitalize()} for n in nilai]


def _tanpa_kosong(jenis: Any) -> Any:
    """Take what a field holds where it holds anything: `str` of `str | None`, the type that is annotated."""
    while hasattr(jenis, "__metadata__"):
        jenis = jenis.__origin__
    bagian = [a for a in get_args(jenis) if a is not type(None)]
    if type(None) in get_args(jenis) and len(bagian) == 1:
        return _tanpa_kosong(bagian[0])
    return jenis
