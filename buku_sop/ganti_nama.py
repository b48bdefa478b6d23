"""An SOP is given another name, in its file and wherever another SOP of the handbook names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count

from buku_sop.analysis.kata.nama import kunci_nama
from buku_sop.analysis.keterkaitan.keterkaitan import Keterkaitan
from buku_sop.analysis.keterkaitan.penaut import Penaut
from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.naskah import Naskah, Perubahan, setel
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.model import Handbook, Sop

__all__ = ["ganti_nama", "yang_menyebut"]


def yang_menyebut(handbook: Handbook, keterkaitan: Keterkaitan, id: str) -> tuple[str, ...]:
    """Return the ids of the SOPs whose files a new name of `id` may change, its own first."""
    lain = {r.sop for r in keterkaitan.dirujuk_oleh.get(id, ())}
    lain |= {s for s, tautan in keterkaitan.digantikan_oleh.items() if tautan.sop == id}
    return (id, *(s.id for s in handbook.sop if s.id in lain and s.id != id))


def ganti_nama(
    handbook: Handbook, naskah: Mapping[str, Naskah], id: str, nama: str
) -> dict[str, Perubahan]:
    """Name an SOP anew; return what that changes, by id. `naskah` holds the files of `yang_menyebut`.

    References by id or number, and those by another of its names (`nama_lain`), stay as they are. Raises
    TakDapatDisunting where another SOP of the office has that name, since links would then lead to two.
    """
    nama = " ".join(nama.split())
    penaut = Penaut(handbook)
    sop = penaut.per_id[id]
    senama = penaut.nama.get((sop.instansi, kunci_nama(nama)), [])
    if not kunci_nama(nama):
        raise TakDapatDisunting("nama SOP tidak boleh kosong")
    if lain := [s.id for s in senama if s.id != id]:
        raise TakDapatDisunting(
            f"nama itu sudah dipakai SOP {', '.join(lain)} di instansi yang sama"
        )
    semua = {id: setel(naskah[id], ("nama",), nama)}
    for perujuk, isi in naskah.items():
        hasil = semua.get(perujuk, Perubahan(isi))
        for jalan, teks in _sebutan(penaut, penaut.per_id[perujuk], sop, nama, isi):
            hasil = hasil.lalu(lambda x, j=jalan, t=teks: setel(x, j, t))  # type: ignore[misc]
        if hasil.suntingan:
            semua[perujuk] = hasil
    return semua


def _sebutan(
    penaut: Penaut, perujuk: Sop, sop: Sop, nama: str, naskah: Naskah
) -> Iterator[tuple[Path, str]]:
    """Yield the path of each text that names an SOP by its old name, and the text with the new one."""

    def baru(teks: str) -> str:
        return _dengan_nama(teks, sop.nama, nama)

    def dalam_daftar(teks: str) -> str:
        for tautan in penaut.tautkan_semua(perujuk, teks):
            if tautan.sop == sop.id:
                teks = teks.replace(tautan.teks, baru(tautan.teks), 1)
        return teks

    def dalam_kalimat(teks: str) -> str:
        potongan = penaut.potong(perujuk, teks)
        return "".join(
            baru(p.teks) if p.tautan is not None and p.tautan.sop == sop.id else p.teks
            for p in potongan
        )

    yield from _berubah(naskah, ("keterkaitan",), dalam_daftar)
    yield from _berubah(naskah, ("digantikan_oleh",), dalam_daftar)
    for tabel in _tabel(naskah):
        for n in count():
            if not naskah.ada((*tabel, "langkah", n)):
                break
            yield from _berubah(naskah, (*tabel, "langkah", n, "keterangan"), dalam_kalimat)


def _tabel(naskah: Naskah) -> Iterator[Path]:
    yield ()
    for n in count():
        if not naskah.ada(("prosedur", n)):
            return
        yield ("prosedur", n)


def _berubah(naskah: Naskah, jalan: Path, ubah: Callable[[str], str]) -> Iterator[tuple[Path, str]]:
    isi: Value = naskah.isi(jalan)
    for di, satu in (
        [(jalan, isi)]
        if not isinstance(isi, list)
        else [((*jalan, n), x) for n, x in enumerate(isi)]
    ):
        if isinstance(satu, str) and (baru := ubah(satu)) != satu:
            yield di, baru


def _dengan_nama(teks: str, lama: str, baru: str) -> str:
    """Exchange the name in a reference such as "SOP Menerima Tamu;" and keep what stands around it."""
    kunci = kunci_nama(lama)
    kata = teks.split()
    if kunci_nama(teks) != kunci:
        return teks
    awal = max(i for i in range(len(kata)) if kunci_nama(" ".join(kata[i:])) == kunci)
    akhir = min(
        i for i in range(awal + 1, len(kata) + 1) if kunci_nama(" ".join(kata[awal:i])) == kunci
    )
    tanda = kata[akhir - 1][len(kata[akhir - 1].rstrip(".,;:")) :]
    return " ".join([*kata[:awal], baru + tanda, *kata[akhir:]])
