"""Words pydantic's errors in Indonesian, each at its place in the file."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from buku_sop.diagnostics import Diagnostic, diagnose
from buku_sop.loading.document import DokumenLangkah, DokumenSop, form_di
from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.kunci_lazim import usul_langkah, usul_sop
from buku_sop.loading.places import Path
from buku_sop.loading.pulih import TAK_DIKENAL
from buku_sop.loading.text import Source

_SEJENIS = 0.75
"""How alike two keys must be: `pengertian` is no slip for `peringatan` (0.7)."""
_HARAP = {
    "string_type": "teks",
    "list_type": "daftar (butir-butir diawali `- `)",
    "dict_type": "isian `kunci: nilai`",
    "model_type": "isian `kunci: nilai`",
    "model_attributes_type": "isian `kunci: nilai`",
}
_USUL = {
    "string_type": "Tulis satu teks setelah titik dua, tanpa tanda hubung dan tanpa kunci di bawahnya.",
    "list_type": "Tulis setiap butir pada barisnya sendiri, diawali `- `.",
    "dict_type": "Tulis setiap isian sebagai `kunci: nilai`, menjorok di bawah kunci ini.",
}


def jelaskan_skema(
    error: ValidationError, source: Source, form: type[Bentuk], hilang: Collection[Path] = ()
) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each of pydantic's errors but those about what was left out (`hilang`)."""
    for detail in error.errors(include_url=False):
        if not any(_milik(detail, h) for h in hilang):
            yield _satu(detail, source, form)


def jumlah_salah(form: type[Bentuk], source: Source) -> int:
    """Count what in a file does not fit a form."""
    try:
        form.model_validate(source.data)
    except ValidationError as error:
        return error.error_count()
    return 0


def _milik(detail: ErrorDetails, hilang: Path) -> bool:
    """Whether an error is about what was left out; of an unknown part of the file, only that something is missing."""
    if hilang in ((), (TAK_DIKENAL,)):
        return detail["type"] == "missing" and len(detail["loc"]) == 1
    return detail["loc"][: len(hilang)] == hilang


def _satu(detail: ErrorDetails, source: Source, form: type[Bentuk]) -> Diagnostic:
    jenis, loc = detail["type"], detail["loc"]
    kunci = next((str(p) for p in reversed(loc) if isinstance(p, str)), "berkas ini")
    lokasi = source.locate(loc)
    nilai = _pendek(detail.get("input"))
    if jenis.startswith("SOP-"):
        isi = {k: v for k, v in detail["ctx"].items() if k != "kode"}
        return diagnose(jenis, lokasi, **isi)
    if jenis == "extra_forbidden":
        usul = _usul_kunci(str(loc[-1]), form, loc[:-1])
        return diagnose("SOP-S001", source.locate(loc, key=True), kunci=loc[-1], usul=usul)
    if jenis in {"missing", "string_too_short", "too_short"}:
        return diagnose("SOP-S002", lokasi, kunci=kunci, usul=_usul_wajib(kunci, loc, source))
    if jenis in {"enum", "literal_error"}:
        pilihan = str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
        dekat = difflib.get_close_matches(nilai.casefold(), pilihan.split(", "), n=1, cutoff=0.7)
        usul = f"Maksudnya `{dekat[0]}`? " if dekat else ""
        return diagnose("SOP-S004", lokasi, nilai=nilai, kunci=kunci, pilihan=pilihan, usul=usul)
    harap = _HARAP.get(jenis, "isian lain")
    usul = _USUL.get(jenis, _USUL["dict_type"])
    dapat = _sebut(detail.get("input"))
    return diagnose("SOP-S003", lokasi, kunci=kunci, harap=harap, dapat=dapat, usul=usul)


def _pendek(value: object) -> str:
    teks = str(value)
    return teks if len(teks) <= 60 else teks[:59] + "…"


def _sebut(value: object) -> str:
    if value is None:
        return "kosong"
    if isinstance(value, list):
        return "daftar"
    if isinstance(value, dict):
        return "isian `kunci: nilai`"
    return f"teks `{_pendek(value)}`"


def _usul_kunci(kunci: str, form: type[Bentuk], path: tuple[int | str, ...]) -> str:
    """Propose the key that was probably meant, or list those that may stand here."""
    di = _form_at(form, path)
    dikenal = sorted(di.model_fields)
    lazim = {DokumenSop: usul_sop, DokumenLangkah: usul_langkah}.get(di)
    if lazim and (usul := lazim(kunci)):
        return usul
    dekat = difflib.get_close_matches(kunci.casefold(), dikenal, n=1, cutoff=_SEJENIS)
    if dekat:
        return f"Maksudnya `{dekat[0]}`? Ganti, atau hapus kunci ini."
    return f"Hapus kunci ini, atau pakai salah satu: {', '.join(dikenal)}."


def _usul_wajib(kunci: str, loc: tuple[int | str, ...], source: Source) -> str:
    """Say how to fill what is missing; a title over the table is often meant as the name."""
    if loc == ("nama",) and source.data.get("judul"):
        return "Ganti `judul:` menjadi `nama:`; `judul` hanyalah judul di atas tabel, bila berbeda dari nama."
    return f"Tambahkan `{kunci}:` beserta isinya."


def _form_at(form: type[Bentuk], path: tuple[int | str, ...]) -> type[Bentuk]:
    """Follow a path of field names to the form that stands there."""
    for part in path:
        if isinstance(part, str):
            form = form_di(form, part) or form
    return form
