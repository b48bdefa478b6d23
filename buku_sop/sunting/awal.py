"""What the editor shows before its engine is there: the answers that the engine itself would give first.

A site carries them beside its pages, so that one chooses and writes while Python is still being loaded. What is found to
be wrong is as it was on the day of the build, with the last day of which it is true: some of it depends on the day.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Protocol

from buku_sop.analysis.tinjauan import berlaku_sampai_hari
from buku_sop.model.tulisan import terpasang
from buku_sop.sunting.buku import Buku
from buku_sop.sunting.mesin import Mesin

BAGIAN = ("isi", "tabel", "bidang", "temuan")


class Store(Protocol):
    """Keeps what was made of the same before."""

    def key(self, *parts: bytes | str) -> bytes:
        """Return the key of what is made of these parts and the code alone."""

    def get(self, kind: str, key: bytes) -> bytes | None:
        """Return a result; None where there is none."""

    def put(self, kind: str, key: bytes, result: bytes) -> None:
        """Keep a result."""


def daftar_awal(buku: Buku) -> str:
    """Return what can be opened, as JSON: the first screen."""
    return _tulis(Mesin(buku, "peramban").daftar({}))


def jawaban_awal(
    buku: Buku, simpanan: Store | None = None, temuan: Callable[[str], object] = lambda _: ()
) -> Iterator[tuple[str, str]]:
    """Yield for each SOP its id and what is shown of it first, as JSON.

    `temuan` gives what the build has found in a file of the data: where that and all texts of its office are the same, so
    is what the engine finds, and `simpanan` has it.
    """
    mesin = Mesin(buku, "peramban")
    hasil = buku.buka()
    sebutan = json.dumps([[s.id, s.nama, s.status.value] for s in hasil.handbook.sop])
    sebutan += json.dumps(sorted(terpasang().items()))
    sampai = berlaku_sampai_hari(hasil.handbook, hasil.hari_ini)
    umum: dict[str, str] = {}
    for id in sorted({*hasil.berkas, *hasil.sebagian}):
        kantor = id.partition("/")[0]
        if kantor not in umum:
            umum[kantor] = _bukan_sop(buku, kantor)
        sop = hasil.handbook.cari_sop(id)
        hari = [h.isoformat() for h in (hasil.hari_ini, *([sampai(sop)] if sop else ()))]
        if simpanan is None:
            yield id, _dengan_hari(_satu(mesin, id), hari)
            continue
        kunci = simpanan.key(
            "sunting", id, buku.teks(f"{id}.yml"), umum[kantor], sebutan, repr(temuan(f"{id}.yml"))
        )
        if (ada := simpanan.get("sunting", kunci)) is None:
            ada = _satu(mesin, id).encode()
            simpanan.put("sunting", kunci, ada)
        yield id, _dengan_hari(ada.decode(), hari)


def _satu(mesin: Mesin, id: str) -> str:
    buka = mesin.buka({"sop": id})
    naskah = {"berkas": buka["berkas"], "teks": buka["teks"]}
    lihat = mesin.lihat({"naskah": naskah, "bagian": BAGIAN})
    del buka["dasar"]["teks"]  # the same text again
    return _tulis({"buka": buka, "lihat": lihat})


def _dengan_hari(isi: str, hari: list[str]) -> str:
    """Add the day of the build, and the last one on which the same is found; of what is no whole SOP that is not known."""
    return f'{{"hari":{_tulis(hari)},{isi[1:]}'


def _tulis(nilai: object) -> str:
    return json.dumps(nilai, ensure_ascii=False, separators=(",", ":"))


def _bukan_sop(buku: Buku, kantor: str) -> str:
    """Return the texts beside those of SOPs that the table of an SOP of this office may depend on."""
    sop = {f.split("/", 1)[1] for f in buku.buka().dibaca}
    nama = [
        p.relative_to(buku.data).as_posix()
        for folder in (buku.data, buku.data / kantor)
        for p in buku.isi.anak(folder)
        if p.suffix == ".yml"
    ]
    return json.dumps([[n, buku.teks(n)] for n in nama if n not in sop])
