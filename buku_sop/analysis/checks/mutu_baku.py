"""SOP-M001 to M004, M007 and M008: kelengkapan, waktu and output of the steps. M005 and M006: see `kegiatan`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from buku_sop.analysis.alur.alur import susun_alur
from buku_sop.analysis.checks.jangkauan import Giliran, Sambungan, jangkau, sambungan
from buku_sop.analysis.checks.kegiatan import awal_atau_akhir, periksa_kegiatan
from buku_sop.analysis.checks.konteks import Konteks
from buku_sop.analysis.checks.kosakata import JABATAN, NASKAH
from buku_sop.analysis.checks.teks import (
    gabung,
    jalur_langkah,
    kata_dokumen,
    kata_kata,
    nomor_langkah,
)
from buku_sop.analysis.dokumen.indeks import kunci_dokumen
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.model import JamKerja, KeadaanWaktu, Langkah, Prosedur, Satuan, Sop, Waktu
from buku_sop.model.teks import butir_teks, sebaris

_SERUPA = 0.6
"""Share of the shorter name's words that two names have in common at least to be thought of one document."""
_PERANGKAI = re.compile(r"\s*[,;&]\s*|\s+(?:dan|serta|beserta|atau)\s+", re.IGNORECASE)
"""What joins documents in one name."""
_TANPA_GAYA = 2
"""Steps up to which a table shows no style of its own."""
_LANGKAH_DITELUSURI = 300
"""Steps of a procedure through which documents are followed: the time for it grows with their square."""


def periksa_mutu_baku(sop: Sop, konteks: Konteks) -> Iterator[Temuan]:
    """Check the quality standard of every step; other forms than SOP-AP need not have all of it."""
    jam_kerja = konteks.instansi(sop).jam_kerja
    for p, prosedur in enumerate(sop.prosedur):
        if prosedur.polos:
            continue
        if sop.bentuk is None:
            yield from _mutu_baku(sop, prosedur, p)
        for i, langkah in enumerate(prosedur.langkah):
            yield from _waktu(langkah.waktu, jam_kerja, p, i)
            yield from periksa_kegiatan(prosedur, langkah, p, i, nomor_langkah(sop, p, i))
        if sop.bentuk is None:
            yield from _output_tidak_dipakai(sop, prosedur, p, konteks)
    yield from _hari_bercampur(sop)


def _mutu_baku(sop: Sop, prosedur: Prosedur, p: int) -> Iterator[Temuan]:
    """M002. A row that only says "Mulai" or "Selesai" needs no quality standard.

    What no step has at all is told once: the document has no such column.
    """
    kurang = {
        i: _kurang(langkah)
        for i, langkah in enumerate(prosedur.langkah)
        if not awal_atau_akhir(langkah)
    }
    semua = set.intersection(*map(set, kurang.values())) if len(kurang) > _TANPA_GAYA else set()
    if semua:
        nomor = [nomor_langkah(sop, p, i) for i in kurang]
        yield _belum(nomor, [k for k in _MUTU_BAKU if k in semua], ("prosedur", p, "langkah"))
    for i, apa in kurang.items():
        if sisa := [k for k in apa if k not in semua]:
            yield _belum([nomor_langkah(sop, p, i)], sisa, jalur_langkah(p, i))


_MUTU_BAKU = ("kelengkapan", "waktu", "output")


def _kurang(langkah: Langkah) -> list[str]:
    """List what of its quality standard a step lacks."""
    ada = {
        "kelengkapan": bool(langkah.kelengkapan),
        "waktu": langkah.waktu.keadaan is not KeadaanWaktu.KOSONG,
        "output": bool(langkah.output),
    }
    return [nama for nama in _MUTU_BAKU if not ada[nama]]


def _belum(nomor: list[str], kurang: list[str], jalur: Jalur) -> Temuan:
    langkah = nomor[0] if len(nomor) == 1 else f"{nomor[0]} sampai {nomor[-1]}"
    tetap = "; waktu yang tidak tetap ditulis `sesuai kebutuhan`" if "waktu" in kurang else ""
    isi = {
        "langkah": langkah,
        "semua_langkah": ", ".join(nomor),
        "kurang": gabung(kurang),
        "tetap": tetap,
    }
    return Temuan("SOP-M002", jalur, isi)


def _waktu(waktu: Waktu, jam_kerja: JamKerja, p: int, i: int) -> Iterator[Temuan]:
    """M001, M007 and M008."""
    jalur, isi = jalur_langkah(p, i, "waktu"), {"waktu": sebaris(waktu.teks)}
    if waktu.keadaan is KeadaanWaktu.TAK_TERBACA:
        yield Temuan("SOP-M001", jalur, isi)
    if waktu.ejaan:
        yield Temuan("SOP-M008", jalur, {**isi, "satuan": waktu.ejaan})
    for kasus in waktu.kasus:
        cepat, lama = kasus.rentang.paling_cepat, kasus.rentang.paling_lama
        if cepat.kerja <= lama.kerja and cepat.kalender <= lama.kalender:
            continue
        ukuran = jam_kerja.menit_per_hari, jam_kerja.hari_per_minggu
        if cepat.setara(*ukuran) > lama.setara(*ukuran):
            yield Temuan("SOP-M007", jalur, isi)
            return


def _hari_bercampur(sop: Sop) -> Iterator[Temuan]:
    """M003, once: at the first plain "hari" of an SOP that also names the kind of day elsewhere.

    "1 x 24 jam" is calendar time too, but nobody mistakes it for a kind of "hari".
    """
    hari, lain = None, set[Satuan]()
    for p, prosedur in enumerate(sop.prosedur):
        for i, langkah in enumerate(prosedur.langkah):
            satuan = langkah.waktu.satuan
            if Satuan.HARI in satuan and hari is None:
                hari = jalur_langkah(p, i, "waktu")
            if Satuan.HARI_KERJA in satuan:
                lain.add(Satuan.HARI_KERJA)
            if Satuan.HARI_KALENDER in satuan and "kalender" in langkah.waktu.teks.casefold():
                lain.add(Satuan.HARI_KALENDER)
    if hari is not None and lain:
        sebutan = [s.value for s in (Satuan.HARI_KERJA, Satuan.HARI_KALENDER) if s in lain]
        yield Temuan("SOP-M003", hari, {"lain": gabung(sebutan)})


def _output_tidak_dipakai(
    sop: Sop, prosedur: Prosedur, p: int, konteks: Konteks
) -> Iterator[Temuan]:
    """M004, for steps that are no end: no step after it, and no other SOP of the office, needs it.

    What is the same document is judged as on the pages of documents. A name that is only alike is told. In a table
    that does not hand on most of its outputs that is all that is told: there *output* is what is reached, no document.
    """
    if len(prosedur.langkah) > _LANGKAH_DITELUSURI:
        return
    alur = susun_alur(prosedur)
    if alur.salah_tujuan or not any(langkah.dokumen_perlu for langkah in prosedur.langkah):
        return
    penelusur = _Penelusur(prosedur, sambungan(alur))
    terpakai, tidak = 0, list[tuple[Jalur, str, tuple[int, str] | None]]()
    for i, langkah in enumerate(prosedur.langkah):
        if not langkah.output or not penelusur.berlanjut(i):
            continue
        for n, output in ((n, b) for n, t in enumerate(langkah.output) for b in butir_teks(t)):
            if not kunci_dokumen(output) or kata_kata(output)[0] in JABATAN:
                continue  # nothing, or people
            if _dipakai(sop, penelusur, i, output, konteks):
                terpakai += 1
            else:
                jalur = jalur_langkah(p, i, "output", n)
                tidak.append((jalur, output, penelusur.mirip(i, output)))
    berantai = len(tidak) <= terpakai or len(prosedur.langkah) <= _TANPA_GAYA
    for jalur, output, mirip in tidak:
        if berantai or mirip:
            yield Temuan(
                "SOP-M004", jalur, {"output": _pendek(output), **_usul_dokumen(sop, p, mirip)}
            )


def _dipakai(sop: Sop, penelusur: _Penelusur, i: int, output: str, konteks: Konteks) -> bool:
    """Tell whether an output is needed by a later step, named in its kegiatan, or needed by another SOP."""
    kunci = kunci_dokumen(output)
    if penelusur.diperlukan(i, kunci) or penelusur.diperlukan_sebagian(i, output):
        return True
    pemakai = konteks.kelengkapan.get((sop.instansi, kunci), frozenset())
    return not pemakai <= {sop.id} or penelusur.disebut(i, output)


_TERPANJANG = 80
"""Characters of a document's name in a message."""


def _pendek(nama: str) -> str:
    return nama if len(nama) <= _TERPANJANG else f"{nama[: _TERPANJANG - 1]}…"


def _usul_dokumen(sop: Sop, p: int, mirip: tuple[int, str] | None) -> dict[str, str]:
    """Say how to mend an output that nobody needs, given the step that needs something alike."""
    if mirip is None:
        usul = "Periksa apakah langkah berikutnya memerlukannya dengan nama yang sama."
        return {"usul": usul, "serupa": ""}
    langkah, nama = mirip
    perlu = f"angkah {nomor_langkah(sop, p, langkah)} memerlukan `{_pendek(nama)}`"
    usul = f"L{perlu}: tulis dengan nama yang sama bila dokumennya sama."
    return {"usul": usul, "serupa": f"; l{perlu}"}


class _Penelusur:
    """Follows documents down the flow of a procedure."""

    def __init__(self, prosedur: Prosedur, maju: Sambungan) -> None:
        self.prosedur, self.maju = prosedur, maju
        self.perlu = [{kunci_dokumen(t) for t in x.dokumen_perlu} for x in prosedur.langkah]
        self.keluar: list[set[Giliran]] = [set() for _ in prosedur.langkah]
        """The turns of other steps that may follow each step at once."""
        self.akhir = set[int]()
        self.sesudah: dict[int, list[int]] = {}
        for (i, _), ke in maju.items():
            self.keluar[i] |= {g for g in ke if g[0] != i}
            if not ke:
                self.akhir.add(i)

    def berlanjut(self, i: int) -> bool:
        """Tell whether other steps follow a step, whichever way the flow goes."""
        return i not in self.akhir and bool(self.keluar[i])

    def diperlukan(self, i: int, kunci: str) -> bool:
        """Tell whether a step after it needs a document; mostly the next one does."""
        if any(kunci in self.perlu[j] for j, _ in self.keluar[i]):
            return True
        return any(kunci in self.perlu[j] for j in self._sesudah(i))

    def diperlukan_sebagian(self, i: int, nama: str) -> bool:
        """Tell whether a step after it needs a document that is named together with others, here or there."""
        bagian = _bagian(nama)
        return any(
            not bagian.isdisjoint(_bagian(perlu))
            for j in self._sesudah(i)
            for perlu in self.prosedur.langkah[j].dokumen_perlu
        )

    def disebut(self, i: int, nama: str) -> bool:
        """Tell whether the kegiatan of a step after it speaks of a document."""
        kata = kata_dokumen(nama)
        return any(
            len(kata.intersection(kata_kata(self.prosedur.langkah[j].kegiatan)))
            >= _SERUPA * len(kata)
            for j in self._sesudah(i)
        )

    def mirip(self, i: int, nama: str) -> tuple[int, str] | None:
        """Return what a step after it needs and what is called most alike, with that step."""
        calon = [
            (serupa, j, lain)
            for j in self._sesudah(i)
            for lain in self.prosedur.langkah[j].dokumen_perlu
            if (serupa := _keserupaan(kata_dokumen(nama), kata_dokumen(lain)))
        ]
        return max(calon, key=lambda c: c[0])[1:] if calon else None

    def _sesudah(self, i: int) -> list[int]:
        """Return the steps that may follow a step, in order; itself where the flow comes back to it."""
        if i not in self.sesudah:
            self.sesudah[i] = sorted({j for j, _ in jangkau(self.keluar[i], self.maju)})
        return self.sesudah[i]


_KETERANGAN = re.compile(r"\([^()]*\)|\b(?:yang|telah|sudah)\b[^,;/()]*", re.IGNORECASE)
"""What is said of a document and is no part of its name."""
_SINGKATAN = re.compile(r"\(([A-Z][\w.-]*[A-Z])\)")
"""The abbreviation of a name, in brackets behind it: "Berita Acara (BA)"."""


@lru_cache(maxsize=4096)
def _bagian(nama: str) -> frozenset[str]:
    """Return the keys of the documents that one name may join: "BAST dan SK Hibah", "Notulen, Undangan".

    Each also without what is said of its state: "Laporan (rangkap dua)", "Laporan yang telah diperiksa".
    """
    tanpa = _PERANGKAI.split(_KETERANGAN.sub(" ", nama))
    semua = (*_PERANGKAI.split(nama), *tanpa, *_SINGKATAN.findall(nama))
    return frozenset(map(kunci_dokumen, semua)) - {""}


def _keserupaan(a: frozenset[str], b: frozenset[str]) -> float:
    """Return which share of all their words two names have in common; 0 unless most of the shorter one's."""
    if (a & NASKAH) and (b & NASKAH) and not (a & b & NASKAH):
        return 0  # a list is no letter
    sama = len(a & b)
    return sama / len(a | b) if a and b and sama >= _SERUPA * min(len(a), len(b)) else 0
