"""Writes a procedure that was put together as the keys and values of a file, and doubts wherever it was inferred."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from buku_sop.analysis.alur.alur import TEKS_SELESAI
from buku_sop.analysis.impor.aliran import Simpul
from buku_sop.analysis.impor.gabung import Ikatan, Rangkaian
from buku_sop.analysis.impor.giliran import Giliran, susun_giliran, tujuan, ujung_cabang
from buku_sop.analysis.impor.hasil import Keraguan, Tempat
from buku_sop.analysis.impor.jalan import ujung_samping
from buku_sop.analysis.impor.netral import Rupa, melingkupi
from buku_sop.analysis.impor.peran import Kolom, Peran, peran_kepala
from buku_sop.analysis.kata.slug import slug
from buku_sop.loading.skema_isian import KATA_KHUSUS
from buku_sop.model.bidang import LABEL

_SATUAN = re.compile(
    r"\(?\s*(?:dalam\s+)?(menit|jam|hari kerja|hari kalender|hari|minggu|bulan|triwulan|semester|tahun)\s*\)?\s*$",
    re.IGNORECASE,
)
_TANPA_PANAH = "Alurnya tidak digambar dengan panah; urutannya dianggap mengikuti urutan barisnya."
_DIKENAL = (Rupa.KAPSUL, Rupa.KOTAK, Rupa.BELAH_KETUPAT)
"""The symbols that a file may name."""
_TUJUH = 48
"""Characters of an id at most."""


@dataclass(slots=True)
class Hasil:
    """A procedure as values, with its doubts."""

    isi: dict[str, Any] = field(default_factory=dict)
    keraguan: list[Keraguan] = field(default_factory=list)
    istilah: dict[str, str] = field(default_factory=dict)
    """Headings of columns that differ from ours."""
    sebutan: dict[str, str] = field(default_factory=dict)
    """All headings of columns, as the document spells them."""


def susun_prosedur(r: Rangkaian, nomor: int) -> Hasil:
    """Write a procedure; `nomor` is its place among those of the SOP, from 0."""
    return _Penyusun(r, nomor).susun()


def _id(teks: str, dipakai: set[str], pemisah: str, kata: int = 3) -> str:
    """Make an id of words that is not used yet."""
    dasar = pemisah.join(slug(teks).split("-")[:kata])[:_TUJUH].strip("-_")
    if dasar in KATA_KHUSUS or dasar.startswith("tanpa"):
        dasar = f"langkah{pemisah}{dasar}"
    calon, n = dasar, 1
    while calon in dipakai:
        n += 1
        calon = f"{dasar}{pemisah}{n}"
    dipakai.add(calon)
    return calon


class _Penyusun:
    def __init__(self, r: Rangkaian, nomor: int) -> None:
        self.r, self.nomor, self.hasil = r, nomor, Hasil()
        dipakai: set[str] = set()
        self.lane = [_id(k.teks, dipakai, "_", 4) for k in r.kolom]
        self.ujung = ujung_cabang(r)
        self.giliran = susun_giliran(r)
        self.keluar = tujuan(r.ikatan, self.giliran, self.ujung)
        self.masuk = {i.ke for i in r.ikatan if i.berarah}
        self.di = {
            n: (b, g)
            for b, isi in enumerate(self.giliran)
            for g, s in enumerate(isi)
            for n in s.simpul
        }
        self.berisi = [b for b, isi in enumerate(self.giliran) if isi]
        self.id_langkah: dict[int, str] = {}
        self.id_giliran: dict[tuple[int, int], str] = {}
        self.dipakai: set[str] = set()

    def susun(self) -> Hasil:
        """Write everything: the lanes, then the steps."""
        isi = self.hasil.isi
        if satuan := self._kepala():
            isi["satuan_waktu"] = satuan
        if self.lane:
            isi["pelaksana"] = {
                id: self._kolom(k) for id, k in zip(self.lane, self.r.kolom, strict=True)
            }
            for k in self.r.kolom:
                if not k.teks:
                    self.ragu(None, "pelaksana", "Ada kolom pelaksana tanpa kepala.")
        langkah = [self._langkah(b) for b in range(len(self.r.baris))]
        for b, id in self.id_langkah.items():
            langkah[b] = {"id": id, **langkah[b]}
        for (b, g), id in self.id_giliran.items():
            pelaku = langkah[b]["pelaksana"]
            pelaku[g] = {
                "id": id,
                **(pelaku[g] if isinstance(pelaku[g], dict) else {"pelaksana": pelaku[g]}),
            }
        isi["langkah"] = langkah
        return self.hasil

    def ragu(self, b: int | None, bidang: str, alasan: str, tempat: Tempat | None = None) -> None:
        """Note a doubt about a field of a step, or of the table."""
        if tempat is None and b is not None:
            tempat = self.r.baris[b].tempat
        if not any(
            k.bidang == bidang and k.langkah == b and k.alasan == alasan
            for k in self.hasil.keraguan
        ):
            self.hasil.keraguan.append(Keraguan(bidang, alasan, tempat, b, self.nomor))

    def _kepala(self) -> str:
        """Note how the document calls its columns; return the unit in the heading of the times."""
        satuan = ""
        for peran, teks in self.r.kepala.items():
            rapi = " ".join(teks.split())
            if peran is Peran.WAKTU and (cocok := _SATUAN.search(rapi)):
                satuan = cocok[1].lower()
                rapi = rapi[: cocok.start()].strip()
            if rapi:
                self.hasil.sebutan[peran.value] = rapi
            if rapi and rapi.casefold().rstrip(".:") not in (LABEL[peran.value].casefold(), "ket"):
                self.hasil.istilah[peran.value] = rapi
        return satuan

    def _kolom(self, kolom: Kolom) -> Any:
        teks = " ".join(kolom.teks.split()) or "(tanpa kepala)"
        atas = [a for a in kolom.atas if peran_kepala(a) is None and a.strip()]
        return {"nama": teks, "kelompok": " ".join(atas)} if atas else teks

    # --- Steps ---------------------------------------------------------------------------

    def _langkah(self, b: int) -> dict[str, Any]:
        baris = self.r.baris[b]
        langkah: dict[str, Any] = {}
        hitung = str(sum(1 for x in self.r.baris[: b + 1] if x.nomor is None or x.nomor))
        if baris.nomor is not None and baris.nomor != hitung:
            langkah["nomor"] = baris.nomor
        langkah["kegiatan"] = baris.isi.get(Peran.KEGIATAN, "") or "(kosong)"
        if not baris.isi.get(Peran.KEGIATAN):
            self.ragu(b, "kegiatan", "Kegiatannya kosong dalam dokumen.")
        langkah.update(self._pelaku(b))
        for peran in (Peran.KELENGKAPAN, Peran.WAKTU, Peran.OUTPUT, Peran.KETERANGAN):
            if isi := baris.isi.get(peran, ""):
                langkah[peran.value] = isi
            elif peran in baris.menyatu:
                self.ragu(
                    b,
                    peran.value,
                    "Selnya menyatu dengan baris di atasnya; isinya ditulis di sana saja.",
                )
        for peran in baris.terbagi:
            alasan = "Satu kegiatan di dua sel atau lebih; isinya digabung. Bila itu langkah sendiri, pisahkan."
            self.ragu(b, peran.value, alasan)
        if baris.ragu_waktu:
            self.ragu(b, Peran.WAKTU.value, baris.ragu_waktu)
        for peran, kata in baris.terpotong:
            alasan = f"“{kata}” mungkin satu kata, yang terpotong di tepi selnya."
            self.ragu(b, peran.value, alasan)
        if baris.lain:
            catatan = [f"{kepala}: {isi}" if kepala else isi for kepala, isi in baris.lain]
            ada = langkah.get("keterangan", "")
            langkah["keterangan"] = "\n".join(filter(None, (ada, *catatan)))
            self.ragu(b, "keterangan", "Memuat isi kolom yang tidak dikenal.")
        return langkah

    def _pelaku(self, b: int) -> dict[str, Any]:
        giliran = self.giliran[b]
        if not giliran:
            if self.lane:
                gambar = any(g.halaman == self.r.baris[b].tempat.halaman for g in self.r.gambar)
                self.ragu(b, "pelaksana", "Alurnya gambar pindaian yang tidak dapat dibaca; isi pelaksananya." if gambar
                          else "Tidak ada lambang yang terbaca di baris ini.")  # fmt: skip
            return {}
        semua = [self._giliran(b, g) for g in range(len(giliran))]
        terakhir = semua[-1]
        if len(semua) == 1 and set(terakhir) <= {"pelaksana", "simbol", "cabang", "ke"}:
            return terakhir
        ke_langkah: dict[str, Any] = {
            k: terakhir.pop(k)
            for k in ("simbol", "cabang", "ke")
            if k in terakhir and "bersama" not in terakhir and "teks" not in terakhir
        }
        ringkas = [t["pelaksana"] if set(t) == {"pelaksana"} else t for t in semua]
        if len(ringkas) == 1 and "bersama" in semua[0]:
            return {"pelaksana": ringkas[0], **ke_langkah}
        return {"pelaksana": ringkas, **ke_langkah}

    def _giliran(self, b: int, g: int) -> dict[str, Any]:
        """Write a turn: who, its symbol, its words, where it leads."""
        satu = self.giliran[b][g]
        simpul = [self.r.simpul[n] for n in satu.simpul]
        lane = sorted({n for s in simpul for n in s.lane})
        hasil: dict[str, Any] = (
            {"pelaksana": self.lane[lane[0]]}
            if len(lane) == 1
            else {"bersama": [self._anggota(n, simpul) for n in lane]}
        )
        if satu.tebakan:
            self.ragu(b, "pelaksana", satu.tebakan, self._tempat(*satu.simpul))
        for n in satu.simpul:
            if tebakan := self.r.simpul[n].lambang.tebakan:
                self.ragu(b, "simbol", tebakan, self._tempat(n))
        rupa = self._rupa(b, satu)
        keluar = self.keluar.get((b, g), [])
        if (simbol := self._simbol(b, g, rupa, keluar)) and not _beragam(simpul):
            hasil["simbol"] = simbol
        teks = " ".join(filter(None, (s.lambang.teks for s in simpul)))
        tamat = not keluar and self._tamat_di_awal(b, g, rupa, teks)
        if teks and not tamat:
            hasil["teks"] = teks
        if any(n in self.r.luar for n in satu.simpul):
            luar = "Lambangnya digambar di luar baris tabel; dianggap milik baris yang terdekat."
            self.ragu(b, "simbol", luar, self._tempat(satu.simpul[0]))
        hasil.update({"ke": "selesai"} if tamat else self._arah(b, g, rupa, keluar))
        for n in satu.simpul:
            if sebab := self.r.buntu.get(n):
                self.ragu(b, "ke", sebab, self._tempat(n))
        for i in keluar:
            if i.label and rupa is not Rupa.BELAH_KETUPAT and not _memilih(keluar):
                tertulis = f"Pada panah dari lambang ini tertulis “{i.label}”, padahal hanya satu."
                self.ragu(b, "ke", tertulis, self._tempat(i.dari))
            if i.tebakan:
                self.ragu(
                    b,
                    "cabang" if rupa is Rupa.BELAH_KETUPAT else "ke",
                    i.tebakan,
                    self._tempat(i.dari),
                )
        return hasil

    def _anggota(self, lane: int, simpul: Sequence[Simpul]) -> Any:
        """Write one who acts jointly; with its symbol, where the others have another and it is no box."""
        rupa = next(s.lambang.rupa for s in simpul if lane in s.lane)
        if rupa is Rupa.KOTAK or not _beragam(simpul):
            return self.lane[lane]
        return {"pelaksana": self.lane[lane], "simbol": rupa.value}

    def _tempat(self, *semua: int) -> Tempat:
        """Name the place of a symbol, or of several that are looked at together, those on the page of the first."""
        satu = self.r.simpul[semua[0]]
        sehalaman = (s for n in semua if (s := self.r.simpul[n]).halaman == satu.halaman)
        return Tempat(satu.halaman, melingkupi(s.lambang.kotak for s in sehalaman), satu.terukur)

    def _rupa(self, b: int, satu: Giliran) -> Rupa:
        """Return the shape of a turn that the model knows."""
        rupa = [self.r.simpul[n].lambang.rupa for n in satu.simpul]
        if Rupa.BELAH_KETUPAT in rupa:
            return Rupa.BELAH_KETUPAT
        if rupa[0] in (Rupa.KAPSUL, Rupa.KOTAK):
            return rupa[0]
        self.ragu(
            b,
            "simbol",
            "Lambangnya bukan kapsul, kotak, atau belah ketupat; ditulis sebagai kotak.",
            self._tempat(satu.simpul[0]),
        )
        return Rupa.KOTAK

    def _simbol(self, b: int, g: int, rupa: Rupa, keluar: Sequence[Ikatan]) -> str:
        """Return the symbol where it is not the one that follows from the flow."""
        mulai = self._mulai(b, g)
        akhir = not keluar and self._tanpa_lanjutan(b, g)
        if rupa is Rupa.BELAH_KETUPAT:
            return "" if len(keluar) > 1 else rupa.value
        if rupa is Rupa.KAPSUL:
            return "" if mulai or akhir or not keluar else rupa.value
        akhir = akhir or (not keluar and ujung_samping(self.r, b, self.giliran[b][g].simpul))
        return rupa.value if mulai or akhir or _memilih(keluar) else ""

    def _mulai(self, b: int, g: int) -> bool:
        """Whether a turn is where the flow starts."""
        return b == self.berisi[0] and g == 0

    def _tamat_di_awal(self, b: int, g: int, rupa: Rupa, teks: str) -> bool:
        """Whether the start says that it is the end, too, though others follow; so our own drawings say it."""
        tertulis = rupa is Rupa.KAPSUL and teks.casefold() == TEKS_SELESAI.casefold()
        return tertulis and self._mulai(b, g) and not self._tanpa_lanjutan(b, g)

    def _tanpa_lanjutan(self, b: int, g: int) -> bool:
        """Whether nothing follows a turn by itself: it is the last of all."""
        return b == self.berisi[-1] and g == len(self.giliran[b]) - 1

    def _arah(self, b: int, g: int, rupa: Rupa, keluar: Sequence[Ikatan]) -> dict[str, Any]:
        """Write where a turn leads."""
        if rupa is Rupa.BELAH_KETUPAT or _memilih(keluar):
            return self._cabang(b, g, keluar)
        if not keluar:
            if self._tanpa_lanjutan(b, g):
                return {"ke": "selesai"} if rupa is Rupa.KOTAK else {}
            if rupa is Rupa.KAPSUL and not self._mulai(b, g):
                return {"ke": "selesai"}
            if not self.r.berpanah:
                self.ragu(None, "langkah", _TANPA_PANAH)
                return {}
            if ujung_samping(self.r, b, self.giliran[b][g].simpul):
                return {"ke": "selesai"}
            self.ragu(
                b,
                "ke",
                "Tidak ada panah keluar yang terbaca; dianggap lanjut.",
                self._tempat(self.giliran[b][g].simpul[-1]),
            )
            return {}
        ke = [self._sasaran(b, g, i) for i in keluar]
        if ke == [self._biasa(b, g)]:
            return {}
        return {"ke": ke[0] if len(ke) == 1 else ke}

    def _cabang(self, b: int, g: int, keluar: Sequence[Ikatan]) -> dict[str, Any]:
        if len(keluar) < 2:
            kata = (
                "tidak mempunyai panah keluar"
                if not keluar
                else "hanya mempunyai satu panah keluar"
            )
            self.ragu(
                b,
                "cabang",
                f"Belah ketupatnya {kata} yang terbaca{_berlabel(keluar)}.",
                self._tempat(self.giliran[b][g].simpul[0]),
            )
            if not keluar:
                return {"ke": "selesai"} if self._tanpa_lanjutan(b, g) else {}
            ke = self._sasaran(b, g, keluar[0])
            return {} if ke == self._biasa(b, g) else {"ke": ke}
        cabang: dict[str, list[Ikatan]] = {}
        for n, i in enumerate(sorted(keluar, key=self._kembali)):
            cabang.setdefault(i.label or f"\0{n}", []).append(i)
        if any(kunci.startswith("\0") for kunci in cabang):
            self.ragu(
                b,
                "cabang",
                "Ada panah keluar tanpa label yang terbaca.",
                self._tempat(self.giliran[b][g].simpul[0]),
            )
        if any(len(isi) > 1 for isi in cabang.values()):
            self.ragu(
                b,
                "cabang",
                "Beberapa panah keluar berlabel sama; digabung menjadi satu cabang.",
                self._tempat(self.giliran[b][g].simpul[0]),
            )
        return {"cabang": [self._satu_cabang(b, g, kunci, isi) for kunci, isi in cabang.items()]}

    def _kembali(self, i: Ikatan) -> bool:
        """Whether an arrow leads back; what ends does not."""
        return i.ke not in self.ujung and self.di[i.ke] <= self.di[i.dari]

    def _satu_cabang(self, b: int, g: int, kunci: str, isi: Sequence[Ikatan]) -> dict[str, Any]:
        ke = [self._sasaran(b, g, i) for i in isi]
        label = {} if kunci.startswith("\0") else {"label": kunci}
        return {**label, "ke": ke[0] if len(ke) == 1 else ke}

    # --- Targets --------------------------------------------------------------------------

    def _biasa(self, b: int, g: int) -> str:
        """Return where a turn leads when nothing is written."""
        return "berikut" if g < len(self.giliran[b]) - 1 else "lanjut"

    def _sasaran(self, b: int, g: int, i: Ikatan) -> str:
        """Return the words for the symbol at the head of an arrow."""
        if i.ke in self.ujung:
            return "selesai"
        j, h = self.di[i.ke]
        if j == b and h == g + 1 and len(self.giliran[j][h].simpul) == 1:
            return "berikut"
        berikut = next((x for x in self.berisi if x > b), None)
        if j == berikut and h == 0:
            return "lanjut"
        if h == 0:
            return self._id_langkah(j)
        lane = self.r.simpul[i.ke].lane[0]
        kembar = [
            x
            for x, t in enumerate(self.giliran[j])
            for n in t.simpul
            if lane in self.r.simpul[n].lane
        ]
        if kembar[0] == h:
            return f"{self._id_langkah(j)}/{self.lane[lane]}"
        if (j, h) not in self.id_giliran:
            self.id_giliran[j, h] = _id(f"{self._id_langkah(j)} {h + 1}", self.dipakai, "-", 6)
        return self.id_giliran[j, h]

    def _id_langkah(self, j: int) -> str:
        if j not in self.id_langkah:
            self.id_langkah[j] = _id(
                self.r.baris[j].isi.get(Peran.KEGIATAN, "") or f"baris {j + 1}", self.dipakai, "-"
            )
        return self.id_langkah[j]


def _berlabel(keluar: Sequence[Ikatan]) -> str:
    label = [i.label for i in keluar if i.label]
    return f", berlabel “{label[0]}”" if label else ""


def _beragam(simpul: Sequence[Simpul]) -> bool:
    """Whether those who act jointly have different symbols."""
    return len({s.lambang.rupa for s in simpul}) > 1 and all(
        s.lambang.rupa in _DIKENAL for s in simpul
    )


def _memilih(keluar: Sequence[Ikatan]) -> bool:
    """Whether a symbol decides though it is no diamond: of its ways at least one has a label."""
    return len(keluar) > 1 and any(i.label for i in keluar)
