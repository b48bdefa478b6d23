"""What a start of the engine works out the same way each time, brought along: methods of data classes, patterns, templates.

A module of its own in the browser, run before all others. Each result is found by exactly what it was made from, and was
made by the very Python that takes it; what is not found is worked out as ever. Together they are half of the first start.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import dataclasses
import inspect
import marshal
from re import _compiler  # type: ignore[attr-defined]
from types import CodeType, SimpleNamespace
from typing import Any

_metode: dict[str, CodeType] = {}
"""What texts of methods compile to."""
_pola: dict[tuple[str | bytes, int], tuple[Any, ...]] = {}
"""What patterns compile to, by their text and flags."""
_susun = _compiler.compile


class _TanpaTanda:
    """What `dataclasses` asks of `inspect`, but for how a class is called: it becomes help that nobody reads here."""

    def __getattr__(self, nama: str) -> Any:
        return getattr(inspect, nama)

    def signature(self, *_: object, **__: object) -> Any:
        raise TypeError


def rekam() -> None:
    """Note from now on what is worked out; `rekaman` gives it."""

    def jalankan(teks: str, dunia: dict[str, Any], nama: dict[str, Any]) -> None:
        kode = _metode[teks] = compile(teks, "<sedia>", "exec", dont_inherit=True, optimize=2)
        exec(kode, dunia, nama)  # noqa: S102 -- the text is of `dataclasses`

    def susun(pola: Any, tanda: int = 0) -> Any:
        def catat(teks: Any, semua: int, kode: list[int], *lain: Any) -> Any:
            _pola[teks, int(tanda)] = (int(semua), [int(k) for k in kode], *lain)
            return _sre.compile(teks, semua, kode, *lain)

        if not isinstance(pola, str | bytes):
            return _susun(pola, tanda)
        _compiler._sre = SimpleNamespace(**{**vars(_sre), "compile": catat})
        try:
            return _susun(pola, tanda)
        finally:
            _compiler._sre = _sre

    vars(dataclasses).update(exec=jalankan, inspect=_TanpaTanda())
    _compiler.compile = susun


def rekaman() -> bytes:
    """Return what was noted, and every template of the folder that the engine draws with."""
    from buku_sop.views.dasar.compiled import CompiledTemplates

    return marshal.dumps(
        (dict(sorted(_metode.items())), _terurut(), dict(sorted(CompiledTemplates._kept.items())))
    )


def _terurut() -> dict[Any, Any]:
    return dict(sorted(_pola.items(), key=lambda satu: repr(satu[0])))


def pakai(isi: bytes) -> None:
    """Take from now on what `rekaman` gave."""
    metode, pola, templat = marshal.loads(isi)  # noqa: S302 -- of our own package

    def jalankan(teks: str, dunia: dict[str, Any], nama: dict[str, Any]) -> None:
        exec(metode.get(teks, teks), dunia, nama)  # noqa: S102 -- the text is of `dataclasses`

    def susun(satu: Any, tanda: int = 0) -> Any:
        ada = pola.get((satu, int(tanda))) if isinstance(satu, str | bytes) else None
        return _sre.compile(satu, *ada) if ada else _susun(satu, tanda)

    vars(dataclasses).update(exec=jalankan, inspect=_TanpaTanda())
    _compiler.compile = susun
    from buku_sop.views.dasar.compiled import CompiledTemplates

    CompiledTemplates._kept.update(templat)


CONTOH = """\
nama: Contoh
nomor: 1/SOP/2026
status: berlaku
tanggal_pembuatan: 2026-01-05
tanggal_efektif: 2026-02-01
disahkan_oleh: {jabatan: Kepala, nama: Contoh}
dasar_hukum: [Undang-Undang Nomor 1 Tahun 2026 tentang Contoh]
keterkaitan: [SOP Contoh]
peringatan: Contoh.
pelaksana: {staf: Staf, kepala: Kepala}
langkah:
  - {kegiatan: Mencatat tamu, pelaksana: staf, kelengkapan: [Buku tamu], waktu: 5 menit, output: Catatan}
  - id: periksa
    kegiatan: Memeriksa keperluan
    pelaksana: kepala
    waktu: 1-2 jam
    output: Keputusan
    cabang: [{label: Ya, ke: lanjut}, {label: Tidak, ke: selesai}]
    perlu_konfirmasi: {pelaksana: Belum pasti.}
  - {kegiatan: Melayani, pelaksana: [staf, kepala], keterangan: SOP Contoh}
"""


def coba(peramban: Any) -> None:
    """Open a handbook of one SOP and edit it, so that what is worked out by then is noted, too."""
    import json

    from buku_sop.sunting.terbit import FORMAT

    teks = {"kantor/contoh.yml": CONTOH, "kantor/instansi.yml": "nama: Kantor\n"}
    isi = {"format": FORMAT, "revisi": "", "pemerintah": "", "teks": teks, "lain": {}, "bacaan": {}}
    peramban.buka(json.dumps(isi), "2026-01-05")
    peramban.panaskan("kantor/contoh")
    semua = {"naskah": {"berkas": "kantor/contoh.yml", "teks": CONTOH}, "dasar": CONTOH}
    bagian = ["diagram", "lembar", "selisih", "cetak"]
    peramban.jawab("lihat", json.dumps({**semua, "bagian": bagian}))
