"""SOP-A001 to A004, A010 and A014 to A018: targets, ids and decisions of each procedure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from buku_sop.analysis.alur.alur import Alur, susun_alur
from buku_sop.analysis.checks.konteks import KonteksSendiri
from buku_sop.analysis.checks.teks import (
    daftar_id,
    gabung,
    jalur_langkah,
    kata_kata,
    mirip,
    nomor_langkah,
)
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.model import Cabang, Giliran, Langkah, Prosedur, Simbol, Sop, Tujuan

_Asal = tuple[Tujuan, Jalur, Giliran | None, str]
_CALON = 100
"""Ids that a misspelt one is compared with, which takes time for each."""
_SIMBOL = {Simbol.KAPSUL: "kapsul", Simbol.KOTAK: "kotak"}


def periksa_alur(sop: Sop, konteks: KonteksSendiri) -> Iterator[Temuan]:
    """Check what is written about the flow, procedure by procedure."""
    for p, prosedur in enumerate(sop.prosedur):
        yield from _Pemeriksa(sop, p, susun_alur(prosedur)).periksa()


def jalur_giliran(langkah: Langkah, p: int, i: int, k: int, bidang: str) -> Jalur:
    """Return the path of a field of a turn; the last turn may have it on the step itself."""
    if k < len(langkah.giliran) - 1:
        return jalur_langkah(p, i, "pelaksana", k, bidang)
    return jalur_langkah(p, i, bidang)


def lambang(
    langkah: Langkah, p: int, i: int, k: int, giliran: Giliran
) -> Iterator[tuple[Callable[[str], Jalur], Giliran]]:
    """Yield a turn and each member of it that has anything of its own, with the path of a field."""
    yield partial(jalur_giliran, langkah, p, i, k), giliran
    for anggota in giliran.anggota:
        n = giliran.pelaksana.index(anggota.pelaksana[0])
        yield partial(jalur_langkah, p, i, "pelaksana", k, "bersama", n), anggota


@dataclass(frozen=True, slots=True)
class _Pemilik:
    """Something that has an id: a step, one of its turns, or a member of a joint turn."""

    id: str
    langkah: int
    giliran: int | None
    jalur: Jalur
    """Where the id is written."""


class _Pemeriksa:
    """Checks one procedure."""

    def __init__(self, sop: Sop, p: int, alur: Alur) -> None:
        self.sop, self.p, self.alur = sop, p, alur
        self.prosedur: Prosedur = sop.prosedur[p]
        self.id: dict[str, _Pemilik] = {}
        """Who has an id; of equal ids the first."""
        for pemilik in self._pemilik():
            self.id.setdefault(pemilik.id, pemilik)
        self.dituju: set[str] = set()
        self.lane = {lane.id for lane in self.prosedur.pelaksana}

    def periksa(self) -> Iterator[Temuan]:
        salah = False
        yield from self._cabang_serupa()
        for i, langkah in enumerate(self.prosedur.langkah):
            for tujuan, jalur, dari, label in self._tujuan(i, langkah):
                self.dituju.add(tujuan.langkah)
                for temuan in self._periksa_tujuan(i, tujuan, jalur, dari, label):
                    salah |= temuan.kode == "SOP-A001"
                    yield temuan
            for k, giliran in enumerate(langkah.giliran):
                yield from self._periksa_giliran(i, k, giliran)
        yield from self._periksa_id(ada_salah=salah)

    def _nomor(self, i: int) -> str:
        return nomor_langkah(self.sop, self.p, i)

    def _tujuan(self, i: int, langkah: Langkah) -> Iterator[_Asal]:
        """List every target that is written in a step, where, the turn it leaves, and the label."""
        for k, giliran in enumerate(langkah.giliran):
            for jalur, satu in lambang(langkah, self.p, i, k, giliran):
                for c, cabang in enumerate(satu.cabang):
                    for n, tujuan in enumerate(cabang.ke):
                        yield tujuan, (*jalur("cabang"), c, "ke", n), giliran, cabang.label
                for n, tujuan in enumerate(satu.ke):
                    yield tujuan, (*jalur("ke"), n), giliran, ""
        terakhir = langkah.giliran[-1] if langkah.giliran else None
        for n, tujuan in enumerate(langkah.ke):
            yield tujuan, jalur_langkah(self.p, i, "ke", n), terakhir, ""

    def _periksa_tujuan(
        self, i: int, tujuan: Tujuan, jalur: Jalur, dari: Giliran | None, label: str
    ) -> Iterator[Temuan]:
        """A001: the target exists. A010: it is not the very turn that the arrow leaves."""
        if tujuan.lanjut or tujuan.selesai:
            return
        if tujuan.berikut:
            giliran = self.prosedur.langkah[i].giliran
            if not giliran or dari is giliran[-1]:
                sebab = "tidak ada pelaksana lagi sesudahnya di baris ini"
                usul = "Tulis `lanjut` untuk langkah berikutnya."
                yield Temuan("SOP-A001", jalur, {"ke": "berikut", "sebab": sebab, "usul": usul})
            return
        ke = "/".join(filter(None, (tujuan.langkah, tujuan.pelaksana)))
        pemilik = self.id.get(tujuan.langkah)
        if pemilik is None:
            isi = {"ke": ke, "sebab": "tidak ada langkah dengan id itu"}
            yield Temuan("SOP-A001", jalur, {**isi, "usul": self._usul_tujuan(tujuan)})
            return
        j = pemilik.langkah
        sasaran = self.prosedur.langkah[j]
        pelaku = sasaran.pelaksana
        if pemilik.giliran is not None:
            pelaku = sasaran.giliran[pemilik.giliran].pelaksana
        if tujuan.pelaksana and tujuan.pelaksana not in pelaku:
            sebab = f"langkah {self._nomor(j)} tidak dikerjakan oleh `{tujuan.pelaksana}`"
            usul = f"Tulis `{tujuan.langkah}` saja"
            if pelaku:
                usul += f", atau sebut salah satu pelaksananya: {daftar_id(pelaku)}"
            yield Temuan("SOP-A001", jalur, {"ke": ke, "sebab": sebab, "usul": f"{usul}."})
        elif j == i and self._giliran_tujuan(pemilik, sasaran, tujuan) is dari:
            jalan = f"Cabang `{label}`" if label else "Alur"
            yield Temuan("SOP-A010", jalur, {"jalan": jalan, "langkah": self._nomor(i)})

    @staticmethod
    def _giliran_tujuan(pemilik: _Pemilik, langkah: Langkah, tujuan: Tujuan) -> Giliran | None:
        if pemilik.giliran is not None:
            return langkah.giliran[pemilik.giliran]
        cocok = (
            g for g in langkah.giliran if not tujuan.pelaksana or tujuan.pelaksana in g.pelaksana
        )
        return next(cocok, None)

    def _usul_tujuan(self, tujuan: Tujuan) -> str:
        """Say what to write instead of a target that leads nowhere."""
        teks = tujuan.langkah
        if teks.isdecimal():
            return self._usul_nomor(int(teks))
        if dekat := mirip(teks, (*islice(self.id, _CALON), "lanjut", "berikut", "selesai")):
            return f"Maksudnya `{dekat}`?"
        for q, lain in enumerate(self.sop.prosedur):
            if q != self.p and any(langkah.id == teks for langkah in lain.langkah):
                return f"Id itu ada di prosedur {q + 1}; cabang hanya dapat menuju langkah di prosedurnya sendiri."
        if self.id:
            return f"Tulis `lanjut`, `selesai`, atau salah satu id: {daftar_id(self.id)}."
        return (
            f"Tulis `lanjut` atau `selesai`, atau tambahkan `id: {teks}` pada langkah yang dituju."
        )

    def _usul_nomor(self, nomor: int) -> str:
        """A number names no step, since numbers change; say which two lines do it."""
        jumlah = len(self.prosedur.langkah)
        if not 1 <= nomor <= jumlah:
            return (
                f"Langkah ditunjuk dengan id, bukan nomor, dan di sini hanya ada {jumlah} langkah."
            )
        langkah = self.prosedur.langkah[nomor - 1]
        if langkah.id:
            return f"Langkah {nomor} mempunyai id: tulis `ke: {langkah.id}` di sini."
        kata = kata_kata(langkah.kegiatan)[:1]
        id = kata[0] if kata and kata[0].isascii() and kata[0].isalpha() else f"langkah-{nomor}"
        if id in self.id or id in {"lanjut", "berikut", "selesai"}:
            id = f"langkah-{nomor}"
        return (
            f"Langkah ditunjuk dengan id, bukan nomor: tulis `id: {id}` pada langkah {nomor}, "
            f"lalu `ke: {id}` di sini."
        )

    def _periksa_giliran(self, i: int, k: int, giliran: Giliran) -> Iterator[Temuan]:
        """A003, A004, A014, A015, A017."""
        langkah = self.prosedur.langkah[i]
        for n, id in enumerate(giliran.pelaksana):
            if id not in self.lane:
                jalur = ("pelaksana", k) if len(langkah.giliran) > 1 else ("pelaksana",)
                bersama = ("bersama", n) if len(giliran.pelaksana) > 1 else ()
                isi = {"id": id, "usul": self._usul_pelaksana(id)}
                yield Temuan("SOP-A003", jalur_langkah(self.p, i, *jalur, *bersama), isi)
        isi = {"langkah": self._nomor(i)}
        for di, satu in lambang(langkah, self.p, i, k, giliran):
            berlabel = any(c.label for c in satu.cabang)
            if berlabel or satu.simbol not in _SIMBOL:  # a box with arrows decides nothing
                if len(satu.cabang) == 1:
                    yield Temuan("SOP-A004", di("cabang"), isi)
                yield from self._label_ganda(satu.cabang, di("cabang"), isi["langkah"])
            memutus = satu.cabang or (satu is not giliran and giliran.cabang)
            if satu.simbol is Simbol.BELAH_KETUPAT and not memutus:
                yield Temuan("SOP-A015", di("simbol"), isi)
            if satu.simbol in _SIMBOL and berlabel:
                yield Temuan("SOP-A017", di("simbol"), {**isi, "simbol": _SIMBOL[satu.simbol]})

    def _cabang_serupa(self) -> Iterator[Temuan]:
        """A018: two branches of one decision that end at one symbol."""
        sampai = defaultdict[tuple[int, int], list[str]](list)
        for panah in self.alur.panah:
            if panah.cabang is not None and panah.label:
                sampai[panah.dari, panah.ke].append(panah.label)
        for (dari, ke), label in sampai.items():
            if len(label) < 2:
                continue
            asal, tujuan = self.alur.simpul[dari], self.alur.simpul[ke]
            langkah = self.prosedur.langkah[asal.langkah]
            kata = "akhir prosedur" if tujuan.tambahan else f"langkah {self._nomor(tujuan.langkah)}"
            isi = {
                "langkah": self._nomor(asal.langkah),
                "label": gabung([f"`{x}`" for x in label]),
                "tujuan": kata,
            }
            jalur = jalur_giliran(langkah, self.p, asal.langkah, asal.giliran, "cabang")
            yield Temuan("SOP-A018", jalur, isi)

    def _label_ganda(
        self, cabang: tuple[Cabang, ...], jalur: Jalur, langkah: str
    ) -> Iterator[Temuan]:
        dilihat = set[str]()
        if len({" ".join(c.label.casefold().split()) for c in cabang}) > 1:
            return  # "Ya" to two steps beside "Tidak": both are done, as documents draw it
        for c, satu in enumerate(cabang):
            kunci = " ".join(satu.label.casefold().split())
            if kunci and kunci in dilihat:
                isi = {"langkah": langkah, "label": satu.label}
                yield Temuan("SOP-A014", (*jalur, c, "label"), isi)
            dilihat.add(kunci)

    def _usul_pelaksana(self, id: str) -> str:
        """Find the lane that was meant: by its id, or by its label written in place of the id."""
        if not self.prosedur.pelaksana:
            return (
                f"Tambahkan daftar `pelaksana:` di atas `langkah:`, misalnya `{id}: Nama Jabatan`."
            )
        calon = self.prosedur.pelaksana[:_CALON]
        label = {lane.label.casefold(): lane.id for lane in calon}
        dekat = mirip(id, (lane.id for lane in calon)) or label.get(mirip(id, label), "")
        if dekat:
            return f"Maksudnya `{dekat}`?"
        ids = (lane.id for lane in self.prosedur.pelaksana)
        return f"Tambahkan ke daftar `pelaksana`, atau pakai salah satu: {daftar_id(ids)}."

    def _periksa_id(self, *, ada_salah: bool) -> Iterator[Temuan]:
        """A002: ids are unique. A016: each is used, unless a target that leads nowhere may mean it."""
        for pemilik in self._pemilik():
            pertama = self.id[pemilik.id]
            if pertama != pemilik:
                isi = {"id": pemilik.id, "langkah": self._nomor(pertama.langkah)}
                yield Temuan("SOP-A002", pemilik.jalur, isi)
            elif pemilik.id not in self.dituju and not ada_salah:
                yield Temuan("SOP-A016", pemilik.jalur, {"id": pemilik.id})

    def _pemilik(self) -> Iterator[_Pemilik]:
        """List everything that has an id, in the order of the file."""
        for i, langkah in enumerate(self.prosedur.langkah):
            if langkah.id:
                yield _Pemilik(langkah.id, i, None, jalur_langkah(self.p, i, "id"))
            for k, giliran in enumerate(langkah.giliran):
                jalur = jalur_langkah(self.p, i, "pelaksana", k)
                if giliran.id:
                    yield _Pemilik(giliran.id, i, k, (*jalur, "id"))
                for a in giliran.anggota:
                    n = giliran.pelaksana.index(a.pelaksana[0])
                    if a.id:
                        yield _Pemilik(a.id, i, k, (*jalur, "bersama", n, "id"))
