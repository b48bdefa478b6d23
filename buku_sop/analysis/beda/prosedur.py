"""Two versions of a procedure compared: lanes, steps, branches, times."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from buku_sop.analysis.beda.cocok import Pasangan, berurutan, cocokkan, kunci
from buku_sop.analysis.beda.fakta import BedaLangkah, BedaPelaksana, BedaProsedur, PerubahanWaktu
from buku_sop.analysis.beda.pecah import cari_pecahan
from buku_sop.model import (
    Cabang,
    Giliran,
    JamKerja,
    Langkah,
    Pelaksana,
    Prosedur,
    Rentang,
    Tujuan,
)
from buku_sop.model.bidang import BIDANG_LANGKAH, JenisNilai, nama_bidang

_DAFTAR = nama_bidang(BIDANG_LANGKAH, JenisNilai.DAFTAR)
_SEDERHANA = nama_bidang(BIDANG_LANGKAH, JenisNilai.TEKS, JenisNilai.YA_TIDAK)


@dataclass(frozen=True, slots=True)
class JamKerjaDua:
    """The working hours on the two sides."""

    sebelum: JamKerja
    sesudah: JamKerja


def banding_waktu(sebelum: Rentang, sesudah: Rentang, jam: JamKerjaDua) -> PerubahanWaktu | None:
    """Compare two times by their longest; None where both ends are the same."""
    dulu = sebelum.paling_lama.setara(jam.sebelum.menit_per_hari, jam.sebelum.hari_per_minggu)
    kini = sesudah.paling_lama.setara(jam.sesudah.menit_per_hari, jam.sesudah.hari_per_minggu)
    return None if sebelum == sesudah else PerubahanWaktu(dulu, kini)


def cocokkan_pelaksana(
    sebelum: Sequence[Pelaksana], sesudah: Sequence[Pelaksana]
) -> dict[str, str]:
    """Pair lanes: ids before by ids now. The same label is the same role, in the same group first, then the same id."""
    hasil: dict[str, str] = {}
    for ciri in (_id_dan_label, _lengkap, lambda p: kunci(p.label), lambda p: p.id):
        sisa: dict[object, list[str]] = {}
        for p in sebelum:
            if p.id not in hasil.values():
                sisa.setdefault(ciri(p), []).append(p.id)
        for p in sesudah:
            if p.id not in hasil and (calon := sisa.get(ciri(p))):
                hasil[p.id] = calon.pop(0)
    return hasil


def _id_dan_label(p: Pelaksana) -> object:
    return p.id, kunci(p.label)


def _lengkap(p: Pelaksana) -> object:
    return kunci(p.lengkap)


def bandingkan_prosedur(
    p: int, q: int, sebelum: Prosedur, sesudah: Prosedur, jam: JamKerjaDua
) -> BedaProsedur:
    """Compare two versions of a procedure; `p` and `q` are their positions in the SOP."""
    return _Pembanding(sebelum, sesudah, jam).bandingkan(p, q)


class _Pembanding:
    def __init__(self, sebelum: Prosedur, sesudah: Prosedur, jam: JamKerjaDua) -> None:
        self.a, self.b, self.jam = sebelum, sesudah, jam
        self.lane = cocokkan_pelaksana(sebelum.pelaksana, sesudah.pelaksana)
        pasangan, self.pindah = cocokkan(sebelum, sesudah)
        self.jodoh: Mapping[int, int] = dict(pasangan)

    def bandingkan(self, p: int, q: int) -> BedaProsedur:
        isian = [
            n
            for n in ("judul", "satuan_waktu", "catatan")
            if getattr(self.a, n) != getattr(self.b, n)
        ]
        tempat = {x.id: i for i, x in enumerate(self.a.pelaksana)}
        urutan = [tempat[self.lane[x.id]] for x in self.b.pelaksana if x.id in self.lane]
        return BedaProsedur(
            p, q, tuple(isian), tuple(self._pelaksana()), urutan != sorted(urutan), self._langkah()
        )

    def _pelaksana(self) -> Iterator[BedaPelaksana]:
        dulu = {p.id: p.lengkap for p in self.a.pelaksana}
        for p in self.b.pelaksana:
            lama = dulu.get(self.lane.get(p.id, ""), "")
            if lama != p.lengkap:
                yield BedaPelaksana(lama, p.lengkap)
        for p in self.a.pelaksana:
            if p.id not in self.lane.values():
                yield BedaPelaksana(p.lengkap, "")

    def _langkah(self) -> tuple[BedaLangkah, ...]:
        dipecah, digabung = self._pecah_dan_gabung()
        baris: list[BedaLangkah] = []
        terpakai_a = set(dipecah) | {i for x in digabung.values() for i in x}
        terpakai_b = set(digabung) | {j for x in dipecah.values() for j in x}
        for i, bagian in dipecah.items():
            baris.append(BedaLangkah((i,), bagian, waktu=self._waktu((i,), bagian)))
        for j, asal in digabung.items():
            baris.append(BedaLangkah(asal, (j,), waktu=self._waktu(asal, (j,))))
        for i, j in self.jodoh.items():
            if i not in terpakai_a and j not in terpakai_b:
                terpakai_a.add(i)
                terpakai_b.add(j)
                baris.append(self._satu(i, j))
        baris += [BedaLangkah((), (j,)) for j in range(len(self.b.langkah)) if j not in terpakai_b]
        baris += [BedaLangkah((i,), ()) for i in range(len(self.a.langkah)) if i not in terpakai_a]
        return tuple(sorted(baris, key=self._letak))

    def _pecah_dan_gabung(self) -> tuple[dict[int, tuple[int, ...]], dict[int, tuple[int, ...]]]:
        """Find split steps by position before, and joined steps by position now."""
        dulu = [x.kegiatan for x in self.a.langkah]
        kini = [x.kegiatan for x in self.b.langkah]
        balik = {j: i for i, j in self.jodoh.items()}
        dipecah = cari_pecahan(dulu, kini, self.jodoh, _tempat(len(dulu), self.jodoh))
        digabung = cari_pecahan(kini, dulu, balik, _tempat(len(kini), balik))
        bentrok = [
            (i, j) for i, x in dipecah.items() for j, y in digabung.items() if j in x or i in y
        ]
        for i, j in bentrok:
            dipecah.pop(i, None)
            digabung.pop(j, None)
        return dipecah, digabung

    def _letak(self, baris: BedaLangkah) -> tuple[int, int, int]:
        """Sort by position now; a removed step stands behind the step that it stood behind before."""
        if baris.sesudah:
            return baris.sesudah[0], 0, 0
        k = bisect_left(self._tetap, (baris.sebelum[0],))
        return self._tetap[k - 1][1] if k else -1, 1, baris.sebelum[0]

    @cached_property
    def _tetap(self) -> list[Pasangan]:
        """The pairs that were not moved, in order."""
        return berurutan(sorted(self.jodoh.items()))

    def _satu(self, i: int, j: int) -> BedaLangkah:
        a, b = self.a.langkah[i], self.b.langkah[j]
        bidang = tuple(self._bidang(i, j, a, b))
        waktu = self._waktu((i,), (j,)) if "waktu" in bidang else None
        jalan = tuple(self._jalan_sama(i, j, a, b))
        return BedaLangkah((i,), (j,), (i, j) in self.pindah, bidang, waktu, jalan)

    def _waktu(self, asal: Sequence[int], jadi: Sequence[int]) -> PerubahanWaktu | None:
        """Compare times that are all known."""
        dulu = [self.a.langkah[i].waktu for i in asal]
        kini = [self.b.langkah[j].waktu for j in jadi]
        if not all(w.terhitung for w in (*dulu, *kini)):
            return None
        return banding_waktu(
            sum((w.hitungan for w in dulu), start=Rentang()),
            sum((w.hitungan for w in kini), start=Rentang()),
            self.jam,
        )

    def _bidang(self, i: int, j: int, a: Langkah, b: Langkah) -> Iterator[str]:
        """Name the fields in which two steps differ, in the order of the table."""
        for n in _SEDERHANA:
            if getattr(a, n) != getattr(b, n) and not (n == "nomor" and self._bergeser(i, j)):
                yield n
        if self._siapa(a, lama=True) != self._siapa(b, lama=False):
            yield "pelaksana"
        if self._lambang(a, lama=True) != self._lambang(b, lama=False) and len(a.giliran) == len(
            b.giliran
        ):
            yield "simbol"
        if not self._cabang_sama(i, j, a, b):
            yield "cabang"
        if not self._tujuan_sama(i, j, a.semua_ke, b.semua_ke):
            yield "ke"
        if (a.waktu.teks, a.waktu.rentang) != (b.waktu.teks, b.waktu.rentang):
            yield "waktu"
        yield from (n for n in _DAFTAR if getattr(a, n) != getattr(b, n))

    def _bergeser(self, i: int, j: int) -> bool:
        """Whether a step's number differs only by as many as numbered steps came or went before it."""
        dulu, kini = self.a.nomor[i], self.b.nomor[j]
        if not (_bulat(dulu) and _bulat(kini)):
            return False
        geser = sum(map(_bulat, self.b.nomor[:j])) - sum(map(_bulat, self.a.nomor[:i]))
        return int(kini) - int(dulu) == geser

    def _siapa(self, langkah: Langkah, *, lama: bool) -> list[tuple[str, ...]]:
        """List who acts, each lane by its id before, so that a renamed lane is no change of a step."""
        if lama:
            return [tuple(f"lama/{p}" for p in g.pelaksana) for g in langkah.giliran]
        return [
            tuple(f"lama/{self.lane[p]}" if p in self.lane else f"baru/{p}" for p in g.pelaksana)
            for g in langkah.giliran
        ]

    def _lambang(self, langkah: Langkah, *, lama: bool) -> list[object]:
        """List the symbols that were asked for and their words, also those of joint members."""
        return [
            (g.simbol, g.teks, [(self._lane(a, lama=lama), a.simbol, a.teks) for a in g.anggota])
            for g in langkah.giliran
        ]

    def _lane(self, anggota: Giliran, *, lama: bool) -> str:
        lane = anggota.pelaksana[0]
        return lane if lama else self.lane.get(lane, f"baru/{lane}")

    def _cabang_sama(self, i: int, j: int, a: Langkah, b: Langkah) -> bool:
        """Compare the ways out of all decisions, by label and by the step that they lead to."""
        dulu = [sorted(g.semua_cabang, key=_label) for g in a.giliran if g.semua_cabang]
        kini = [sorted(g.semua_cabang, key=_label) for g in b.giliran if g.semua_cabang]
        if [[c.label for c in x] for x in dulu] != [[c.label for c in x] for x in kini]:
            return False
        return all(
            self._jalan_cabang_sama(i, j, c, d)
            for x, y in zip(dulu, kini, strict=True)
            for c, d in zip(x, y, strict=True)
        )

    def _jalan_cabang_sama(self, i: int, j: int, a: Cabang, b: Cabang) -> bool:
        return a.label == b.label and self._tujuan_sama(i, j, a.ke, b.ke)

    @staticmethod
    def _berakhir(prosedur: Prosedur, i: int, tujuan: Tujuan) -> bool:
        """Whether a way ends the procedure: it says so, or goes on behind the last row."""
        return tujuan.selesai or (tujuan.lanjut and i + 1 == len(prosedur.langkah))

    def _jalan_sama(self, i: int, j: int, a: Langkah, b: Langkah) -> Iterator[Pasangan]:
        """Pair the ways out that mean the same, by their positions among all of both steps."""
        dulu, kini = jalan_tertulis(a), jalan_tertulis(b)
        sisa = list(range(len(kini)))
        for m, x in enumerate(dulu):
            for n in sisa:
                y = kini[n]
                if isinstance(x, Cabang) and isinstance(y, Cabang):
                    sama = self._jalan_cabang_sama(i, j, x, y)
                else:
                    sama = (
                        isinstance(x, Tujuan)
                        and isinstance(y, Tujuan)
                        and self._tujuan_sama(i, j, (x,), (y,))
                    )
                if sama:
                    sisa.remove(n)
                    yield m, n
                    break

    def _tujuan_sama(self, i: int, j: int, a: Sequence[Tujuan], b: Sequence[Tujuan]) -> bool:
        dulu, kini = a or (Tujuan("lanjut"),), b or (Tujuan("lanjut"),)
        return len(dulu) == len(kini) and all(
            self._sama(i, j, x, y) for x, y in zip(dulu, kini, strict=True)
        )

    def _sama(self, i: int, j: int, a: Tujuan, b: Tujuan) -> bool:
        """Whether two targets mean the same; `lanjut` is the same as naming the next step."""
        if a.lanjut and b.lanjut:
            return True
        if a.selesai or b.selesai:
            return self._berakhir(self.a, i, a) and self._berakhir(self.b, j, b)
        if a.berikut or b.berikut:
            return a.berikut and b.berikut
        lane = self.lane.get(b.pelaksana, f"baru/{b.pelaksana}") if b.pelaksana else ""
        if a.pelaksana != lane and not (a.lanjut or b.lanjut):
            return False
        ke_a, ke_b = self._posisi_a(i, a), self._posisi_b(j, b)
        if ke_a is None or ke_b is None:
            return ke_a is ke_b and a.langkah == b.langkah
        return self.jodoh.get(ke_a) == ke_b

    def _posisi_a(self, i: int, tujuan: Tujuan) -> int | None:
        return i + 1 if tujuan.lanjut else self._id_a.get(tujuan.langkah)

    def _posisi_b(self, j: int, tujuan: Tujuan) -> int | None:
        return j + 1 if tujuan.lanjut else self._id_b.get(tujuan.langkah)

    @cached_property
    def _id_a(self) -> dict[str, int]:
        return _ber_id(self.a)

    @cached_property
    def _id_b(self) -> dict[str, int]:
        return _ber_id(self.b)


def _ber_id(prosedur: Prosedur) -> dict[str, int]:
    """Find the step of each id of a step or of a performer; of equal ids the first."""
    hasil: dict[str, int] = {}
    for i, langkah in enumerate(prosedur.langkah):
        for id in langkah.semua_id:
            hasil.setdefault(id, i)
    return hasil


def jalan_tertulis(langkah: Langkah) -> tuple[Cabang | Tujuan, ...]:
    """Return the ways out that are written in a step, in the order in which they are shown: branches first."""
    return (*(c for g in langkah.giliran for c in g.semua_cabang), *langkah.semua_ke)


def _bulat(nomor: str) -> bool:
    """Whether a number of a step is a whole one, which counts on."""
    return nomor.isascii() and nomor.isdecimal() and len(nomor) < 10


def _label(cabang: Cabang) -> str:
    return cabang.label


def _tempat(banyak: int, jodoh: Mapping[int, int]) -> dict[int, int]:
    """For each step without a pair, the position on the other side at which it would stand."""
    hasil, akhir = {}, 0
    for i in range(banyak):
        if i in jodoh:
            akhir = jodoh[i] + 1
        else:
            hasil[i] = akhir
    return hasil
