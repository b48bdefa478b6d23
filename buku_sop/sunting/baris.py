"""The rows of a table as they are edited: what is written in each, who does it, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from buku_sop.analysis.alur.alur import Simpul, susun_alur
from buku_sop.loading.places import Path, Value
from buku_sop.loading.sunting.konfirmasi import daftar_ragu
from buku_sop.loading.sunting.langkah import daftar_langkah, id_di, panah
from buku_sop.loading.sunting.naskah import Naskah
from buku_sop.model import JamKerja, KeadaanWaktu, Prosedur
from buku_sop.model.waktu import Waktu
from buku_sop.views.dasar.jangkar import jangkar_langkah
from buku_sop.views.dasar.waktu import tulis_kasus

SEL = (
    "kegiatan",
    "ringkas",
    "kelengkapan",
    "waktu",
    "output",
    "keterangan",
    "opsional",
    "nomor",
    "id",
    "simbol",
)
"""What a row says in words, by field."""


def baris_tabel(
    naskah: Naskah, tabel: Path, prosedur: Prosedur, nomor: int, banyak: int, jam: JamKerja
) -> list[dict[str, Any]]:
    """Return the rows of the table at `tabel`, which is procedure `nomor` of `banyak`.

    Where what is written and what was understood of it have not the same steps, only what is written is told.
    """
    tertulis = daftar_langkah(naskah, tabel)
    alur = susun_alur(prosedur) if len(tertulis) == len(prosedur.langkah) else None
    tujuan = _Tujuan(naskah, tabel)
    milik: dict[int, list[Simpul]] = {}
    for simpul in alur.simpul if alur else ():
        if not simpul.tambahan:
            milik.setdefault(simpul.langkah, []).append(simpul)
    return [
        {
            "n": n,
            "isi": {k: isi.get(k) for k in SEL if k in isi},
            "pelaksana": isi.get("pelaksana"),
            "keluar": tujuan.keluar(n),
            "ragu": daftar_ragu(naskah, (*tabel, "langkah", n)) if isinstance(satu, dict) else {},
            **(_terbaca(prosedur, milik.get(n, ()), n, nomor, banyak, jam) if alur else _KOSONG),
        }
        for n, satu in enumerate(tertulis)
        for isi in [_kamus(satu)]
    ]


_KOSONG: Mapping[str, Any] = {
    "nomor": "", "jangkar": "", "lane": [], "simbol": [], "waktu_terbaca": None,
}  # fmt: skip


def _terbaca(
    prosedur: Prosedur, milik: Sequence[Simpul], n: int, nomor: int, banyak: int, jam: JamKerja
) -> dict[str, Any]:
    lane = dict.fromkeys(prosedur.pelaksana[s.lane].id for s in milik)
    return {
        "nomor": prosedur.nomor[n],
        "jangkar": jangkar_langkah(nomor, n, banyak),
        "lane": list(lane),
        "simbol": [s.simbol.value for s in milik],
        "waktu_terbaca": tulis_terbaca(prosedur.langkah[n].waktu, jam),
    }


def tulis_terbaca(waktu: Waktu, jam: JamKerja) -> str | None:
    """Say how a time was understood; None where it was not."""
    if waktu.keadaan is not KeadaanWaktu.TERBACA:
        return None
    return "; ".join(tulis_kasus(k, jam) for k in waktu.kasus)


class _Tujuan:
    """The ways out of the steps of a table, as they are written."""

    def __init__(self, naskah: Naskah, tabel: Path) -> None:
        self.naskah, self.tabel = naskah, tabel
        semua = daftar_langkah(naskah, tabel)
        self.banyak = len(semua)
        self.langkah = {id: n for n, satu in enumerate(semua) for id in id_di(satu)}
        self.tertulis: dict[int, list[tuple[Path, str]]] = {}
        for p in panah(naskah, tabel):
            self.tertulis.setdefault(p.langkah, []).append((p.jalan, p.id))

    def keluar(self, n: int) -> list[dict[str, Any]]:
        """List where step `n` leads; where nothing is written, to what follows it."""
        semua = [
            {
                "jalan": jalan,
                "label": self._label(jalan),
                "ke": self._ke(n, tujuan),
                "tersurat": True,
            }
            for jalan, tujuan in self.tertulis.get(n, ())
        ]
        if semua:
            return semua
        return [{"jalan": None, "label": None, "ke": self._ke(n, "lanjut"), "tersurat": False}]

    def _ke(self, n: int, tujuan: str) -> int | str:
        if tujuan == "lanjut":
            return n + 1 if n + 1 < self.banyak else "selesai"
        return self.langkah.get(tujuan, tujuan)

    def _label(self, jalan: Path) -> str | None:
        """Return the words at a way out; None where it is no branch."""
        for n in range(len(jalan), 0, -1):
            if jalan[n - 1] == "ke":
                isi = self.naskah.isi(jalan[: n - 1])
                return (
                    str(isi.get("label") or "")
                    if isinstance(isi, dict) and "cabang" in jalan
                    else None
                )
        return None


def _kamus(satu: Value) -> dict[str, Value]:
    if isinstance(satu, str):
        return {"kegiatan": satu}
    return satu if isinstance(satu, dict) else {}


def letak_tabel(naskah: Naskah) -> Iterator[Path]:
    """Yield the path of each table of an SOP, in the order of its procedures."""
    prosedur = naskah.isi(("prosedur",))
    if isinstance(prosedur, list) and prosedur:
        yield from (("prosedur", n) for n in range(len(prosedur)))
    else:
        yield ()
