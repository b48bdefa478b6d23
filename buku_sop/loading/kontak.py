"""Tells what of an office's file cannot be dialled, written to, or published as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from buku_sop.diagnostics import Diagnostic, diagnose
from buku_sop.loading.document_bagian import DokumenKontak
from buku_sop.loading.text import Source
from buku_sop.model.bidang_bagian import BIDANG_KONTAK
from buku_sop.model.kontak import surel, telepon, whatsapp
from buku_sop.model.pribadi import memuat_nip

_BACA = {
    "email": (surel, "alamat surel", "organisasi@contoh.go.id"),
    "telepon": (telepon, "nomor telepon", "(021) 0000000"),
    "whatsapp": (whatsapp, "nomor ponsel Indonesia", "0812-0000-0000"),
}


def periksa_kontak(kontak: DokumenKontak, source: Source) -> Iterator[Diagnostic]:
    """Report what no link can be made of; it is shown as it is written all the same."""
    for bidang, (baca, jenis, contoh) in _BACA.items():
        nilai: str = getattr(kontak, bidang)
        if nilai and not baca(nilai):
            lokasi = source.locate(("kontak", bidang))
            sebutan = BIDANG_KONTAK[bidang].label
            yield diagnose(
                "SOP-B020", lokasi, sebutan=sebutan, nilai=nilai, jenis=jenis, contoh=contoh
            )


def periksa_nip(source: Source) -> Iterator[Diagnostic]:
    """Report each text with a NIP: nothing holds it back."""
    yield from _nip(source, source.data, ())


def _nip(source: Source, nilai: object, jalur: tuple[str | int, ...]) -> Iterator[Diagnostic]:
    if isinstance(nilai, dict):
        for kunci, isi in nilai.items():
            yield from _nip(source, isi, (*jalur, kunci))
    elif isinstance(nilai, list):
        for n, isi in enumerate(nilai):
            yield from _nip(source, isi, (*jalur, n))
    elif memuat_nip(str(nilai)):
        yield diagnose("SOP-I023", source.locate(jalur))
