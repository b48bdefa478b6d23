"""A role is given another name: where else it is written in its SOP, and which other SOPs of the office have its lane."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, buka
from buku_sop.loading.sunting.pelaksana import daftar_pelaksana, ganti_nama_pelaksana
from buku_sop.model import Sop
from buku_sop.sunting.baris import letak_tabel
from buku_sop.sunting.buku import Buku, Ubahan
from buku_sop.sunting.jalan import kata_jalan

_LAIN = frozenset({
    "nama", "nama_lain", "dasar_hukum", "keterkaitan", "digantikan_oleh", "riwayat", "abaikan", "perlu_konfirmasi",
    "lampiran", "alasan_dicabut", "id", "ke", "simbol", "waktu", "nomor", "nip", "bentuk", "status", "sebutan",
})  # fmt: skip
"""Fields that do not speak of who does the work: names of others, what was, and what is no text."""


def sebutan_lain(naskah: Naskah, tabel: Path, id: str, nama: str) -> list[dict[str, Any]]:
    """List the other texts of an SOP that have the name of a lane, each with how it would read with the new one.

    `yakin` says that the name stands there as it is; beside another word with a capital it may be a part of a longer
    name (Kepala in Kepala Dinas), so that a person has to say.
    """
    lama = _sebutan(daftar_pelaksana(naskah, tabel).get(id))
    if not lama or lama == nama:
        return []
    pola = re.compile(rf"(?<!\w){re.escape(lama)}(?!\w)")
    hasil = []
    for jalan, teks in _teks(naskah.isi(()), ()):
        if jalan[: len(tabel) + 2] == (*tabel, "pelaksana", id) or not pola.search(teks):
            continue
        hasil.append({
            "jalan": list(jalan), "sebutan": kata_jalan(jalan), "lama": teks,
            "baru": pola.sub(lambda _: nama, teks), "yakin": not _lebih_panjang(pola, teks),
        })  # fmt: skip
    return hasil


def peran_di_sop_lain(
    buku: Buku, berkas: str, lama: str, nama: str, lain: Ubahan
) -> list[dict[str, str]]:
    """List the other SOPs of the office that have a lane of that name, each with its text as it would be."""
    instansi = berkas.partition("/")[0]
    hasil = []
    for sop in buku.buka(lain).handbook.sop:
        file = f"{sop.id}.yml"
        if file == berkas or sop.instansi != instansi or not _ada(sop, lama):
            continue
        teks = lain.get(file) or buku.teks(file)
        naskah = Perubahan(buka(file, teks))
        for tabel in letak_tabel(naskah.naskah):
            for id, isi in daftar_pelaksana(naskah.naskah, tabel).items():
                if _sama(_sebutan(isi), lama):
                    naskah = naskah.lalu(
                        lambda x, t=tabel, i=id: ganti_nama_pelaksana(x, t, i, nama)  # type: ignore[misc]
                    )
        if naskah.suntingan:
            hasil.append({"berkas": file, "nama": sop.nama, "teks": naskah.naskah.tertulis})
    return hasil


def sebutan_lane(naskah: Naskah, tabel: Path, id: str) -> str:
    """Return what stands above a lane."""
    return _sebutan(daftar_pelaksana(naskah, tabel).get(id))


def _sebutan(isi: Value) -> str:
    nilai = isi.get("nama") if isinstance(isi, dict) else isi
    return nilai if isinstance(nilai, str) else ""


def _sama(a: str, b: str) -> bool:
    return " ".join(a.casefold().split()) == " ".join(b.casefold().split())


def _ada(sop: Sop, lama: str) -> bool:
    return any(_sama(p.label, lama) for prosedur in sop.prosedur for p in prosedur.pelaksana)


def _lebih_panjang(pola: re.Pattern[str], teks: str) -> bool:
    """Whether the name stands beside another word with a capital, but for the first one of a sentence."""
    for m in pola.finditer(teks):
        if re.match(r"\s+[A-Z]", teks[m.end() :]) or re.search(r"\w\s+[A-Z]\w*\s+$", teks[: m.start()]):  # fmt: skip
            return True
    return False


def _teks(nilai: Value, jalan: Path) -> Iterator[tuple[Path, str]]:
    """Yield the texts in which people are spoken of, with their paths."""
    if isinstance(nilai, str):
        yield jalan, nilai
    elif isinstance(nilai, list):
        for n, satu in enumerate(nilai):
            yield from _teks(satu, (*jalan, n))
    elif isinstance(nilai, dict):
        di_langkah = len(jalan) > 1 and jalan[-2] == "langkah"
        for kunci, satu in nilai.items():
            lane = kunci == "nama" and jalan[-2:-1] == ("pelaksana",)
            if lane or (kunci not in _LAIN and not (di_langkah and kunci == "pelaksana")):
                yield from _teks(satu, (*jalan, kunci))
