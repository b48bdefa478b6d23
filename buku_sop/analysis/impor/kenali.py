"""From a document to drafts: parts it into SOPs, reads each, and lists the words that found no place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from buku_sop.analysis.impor.alinea import alineakan
from buku_sop.analysis.impor.aliran import baca_aliran, penghubung
from buku_sop.analysis.impor.bagian import baca_bagian
from buku_sop.analysis.impor.berulang import pilah, tanpa_catatan
from buku_sop.analysis.impor.cocok import beda_alur
from buku_sop.analysis.impor.gabung import Rangkaian, rangkai
from buku_sop.analysis.impor.garis import Rangka, rangka
from buku_sop.analysis.impor.hasil import Angka, BarisAsal, Draf, Keraguan, Sisa, Tempat
from buku_sop.analysis.impor.identitas import Identitas, baca_identitas
from buku_sop.analysis.impor.jalan import arahkan, ikuti
from buku_sop.analysis.impor.label import frasa
from buku_sop.analysis.impor.label_identitas import CUKUP, jumlah_label
from buku_sop.analysis.impor.netral import Dokumen, Halaman, Kata, Kotak, Rupa
from buku_sop.analysis.impor.pindaian import bergambar, catatan_gambar
from buku_sop.analysis.impor.pinggir import judul_tabel, pembuka, penutup, ulangan
from buku_sop.analysis.impor.putar import baris_putar
from buku_sop.analysis.impor.sebutan import berbeda, gabungan
from buku_sop.analysis.impor.susun import Hasil, susun_prosedur
from buku_sop.analysis.impor.tabel import TabelLangkah, cari_tabel, dengan_sel
from buku_sop.analysis.impor.teks import Baris, baris_kata
from buku_sop.analysis.impor.terpotong import Kosakata, kosakata, utuhkan
from buku_sop.analysis.impor.tersembunyi import tersembunyi
from buku_sop.model import Sop
from buku_sop.model.bidang import BIDANG_SOP

Pembangun = Callable[[Mapping[str, Any]], Sop | None]
"""Makes the SOP that the keys and values of a draft say (`buku_sop.loading.draf.bangun_draf`)."""


def kenali(dokumen: Dokumen, bangun: Pembangun | None = None) -> tuple[Draf, ...]:
    """Recognise the SOPs of a document, in their order; with `bangun` each is read again and compared with what was seen."""
    return tuple(_draf(dokumen, bagian, bangun) for bagian in _bagian(dokumen.halaman))


def _bagian(halaman: Sequence[Halaman]) -> Iterator[list[Halaman]]:
    """Part a document where another identity begins."""
    kini: list[Halaman] = []
    ada = False
    for satu in halaman:
        awal = jumlah_label(_terlihat(satu)) >= CUKUP
        if kini and ((awal and ada) or satu.baru):
            yield kini
            kini, ada = [], False
        ada = ada or awal
        kini.append(satu)
    if kini:
        yield kini


def _terlihat(halaman: Halaman) -> tuple[Kata, ...]:
    return tuple(k for k in halaman.kata if not k.tertutup)


class _Halaman:
    """A page with what was found on it, and the words that are still free."""

    def __init__(self, halaman: Halaman, sebelum: TabelLangkah | None, kosakata: Kosakata) -> None:
        self.asal = halaman
        self.garis: Rangka = rangka(halaman.coretan)
        self.kata = _terlihat(halaman)
        tabel = cari_tabel(self.kata, self.garis, halaman.tinggi, sebelum)
        self.tabel = tuple(
            dengan_sel(t, halaman.tabel)
            if halaman.tabel
            else alineakan(utuhkan(t, self.kata, kosakata), self.kata)
            for t in tabel
        )
        self.aliran = tuple(
            baca_aliran(halaman, [k for k in self.kata if not t.menyela(k)], t) for t in self.tabel
        )
        self.atas = min((t.atas for t in self.tabel), default=halaman.tinggi)
        self.terambil: set[Kata] = set()
        """Words around the tables that were read."""

    @property
    def kotak_tabel(self) -> list[Kotak]:
        """Return where its tables stand."""
        return [Kotak(t.tabel.x[0], t.atas, t.tabel.x[-1], t.tabel.y[-1]) for t in self.tabel]

    def tempat(self, kotak: Kotak) -> Tempat:
        """Name a place on it."""
        return Tempat(self.asal.nomor, kotak, not self.asal.mengalir)

    def baris_bebas(self, identitas: Identitas | None, atas: float, bawah: float) -> list[Baris]:
        """Return the lines between two heights that nothing took yet."""
        kata = (k for k in self.bebas(identitas) if atas <= k.kotak.tengah[1] <= bawah)
        return list(baris_kata(kata))

    def ambil(self, baris: Iterable[Baris]) -> None:
        """Note that lines were read."""
        kotak = [b.kotak for b in baris]
        self.terambil |= {k for k in self.kata if any(x.memuat(k.kotak.tengah) for x in kotak)}

    def judul_menyela(self) -> Iterator[Keraguan]:
        """Say of each row of a single cell that its words are in no step."""
        for t in self.tabel:
            for kotak in t.melintang:
                baris = baris_kata([k for k in self.kata if kotak.memuat(k.kotak.tengah)])
                if baris:
                    teks = " ".join(b.teks for b in baris)
                    alasan = f"Baris “{teks}” melintasi semua kolom tabel; tulisannya belum masuk ke langkah mana pun."
                    yield Keraguan("langkah", alasan, self.tempat(kotak))

    def bebas(self, identitas: Identitas | None) -> Iterator[Kata]:
        """Yield the words that stand neither in the identity nor in a table; those in lanes if nothing took them."""
        kotak = self.kotak_tabel
        lepas = {k for a in self.aliran for k in a.kata}
        lambang = [s.lambang.kotak for a in self.aliran for s in a.simpul]
        for k in self.kata:
            if k in self.terambil or (identitas and k in identitas.terpakai):
                continue
            di_tabel = any(x.memuat(k.kotak.tengah, 1) for x in kotak) and not any(
                t.menyela(k) for t in self.tabel
            )
            if k in lepas or not (di_tabel or any(x.memuat(k.kotak.tengah) for x in lambang)):
                yield k


def _draf(dokumen: Dokumen, bagian: Sequence[Halaman], bangun: Pembangun | None) -> Draf:
    bagian, catatan = tanpa_catatan(bagian)
    semua: list[_Halaman] = []
    sebelum: TabelLangkah | None = None
    kata = kosakata(k for halaman in bagian for k in halaman.kata)
    for halaman in bagian:
        semua.append(_Halaman(halaman, sebelum, kata))
        sebelum = semua[-1].tabel[-1] if semua[-1].tabel else sebelum
    kepala = max(semua[:3], key=lambda h: jumlah_label(h.kata))
    asal = kepala.asal
    identitas = baca_identitas(
        kepala.kata, kepala.garis, asal.nomor, kepala.atas, mengalir=asal.mengalir
    )
    bebas = [k for k in kepala.bebas(identitas) if k.tegak and k.kotak.y1 < kepala.atas]
    judul_bebas, terpakai = baca_bagian(bebas, kepala.garis, mengalir=asal.mengalir)
    if judul_bebas:
        identitas.isi["bagian"] = judul_bebas
        identitas.terpakai |= terpakai
    tabel = rangkai(a for h in semua for a in h.aliran)
    for satu in tabel:
        ikuti(satu)
        arahkan(satu)
    hasil = [susun_prosedur(r, n) for n, r in enumerate(tabel)]
    nomor, judul_sop = (str(identitas.isi.get(b, "")) for b in ("nomor", "nama"))
    for h in semua:
        baris = h.baris_bebas(identitas if h is kepala else None, 0.0, h.asal.tinggi)
        h.ambil(b for b in baris if ulangan(b.teks, nomor, judul_sop))
    pinggir = _pinggir(semua, kepala, identitas, tabel, hasil)
    keraguan = [
        *identitas.keraguan,
        *_tanpa_tabel(semua, tabel),
        *(k for h in hasil for k in h.keraguan),
        *_garis_lepas(tabel),
        *_dari_gambar(tabel),
        *(k for h in semua for k in h.judul_menyela()),
    ]
    if dokumen.ragu_alur and tabel:
        keraguan.append(Keraguan("langkah", dokumen.ragu_alur))
    nama = identitas.isi.get("nama") or dokumen.judul
    hampa = not tabel and not identitas.isi
    if "nama" not in identitas.isi:
        judul = next((j for h in semua if (j := _judul(h, identitas))), "")
        dari = "judul di atas tabelnya" if judul else "nama berkasnya"
        if not tabel and (judul := _judul_lepas(semua[0], identitas)):
            dari = "judul di halaman pertamanya"
        nama, hampa = judul or nama, hampa and not judul
        keraguan.insert(0, Keraguan("nama", f"Nama SOP tidak ditemukan; diambil dari {dari}."))
    isi = _isi(nama, identitas, hasil, keraguan, pinggir)
    ditandai = {
        (k.prosedur, k.langkah)
        for k in keraguan
        if k.bidang in ("ke", "cabang", "pelaksana", "simbol")
    }
    for k in beda_alur(bangun(isi), tabel) if bangun else ():
        if (k.prosedur, k.langkah) not in ditandai:
            keraguan.append(k)
            _tandai(_wadah(isi, k), k)
    for k in tersembunyi(isi, bagian):
        keraguan.append(k)
        _tandai(_wadah(isi, k), k)
    sisa, ulang = pilah(
        [s for h in semua for s in _sisa(h, identitas if h is kepala else None)],
        bagian,
        {h.asal.nomor: h.kotak_tabel for h in semua},
    )
    return Draf(
        nama,
        isi,
        (bagian[0].nomor, bagian[-1].nomor),
        tuple(keraguan),
        sisa,
        (*catatan, *ulang),
        _angka(tabel),
        tuple(_catatan(semua, hampa=hampa)),
        hampa=hampa,
        baris=tuple(_baris_asal(r, h) for r, h in zip(tabel, hasil, strict=True)),
        sebutan=gabungan((*(h.sebutan for h in hasil), identitas.sebutan)),
    )


def _baris_asal(r: Rangkaian, hasil: Hasil) -> tuple[BarisAsal, ...]:
    """Say where each step of a table stands in the document."""
    langkah = hasil.isi.get("langkah", ())
    return tuple(
        BarisAsal(isi["kegiatan"], b.tempat) for isi, b in zip(langkah, r.baris, strict=True)
    )


JUDUL_TERBAWAH = 6
"""Lines of a page among which its title stands."""
JUDUL_TERPANJANG = 150
"""Letters of a title at most."""
_JUDUL = re.compile(
    r"(?:SOP|STANDAR OPERASIONAL PROSEDUR|STANDARD? OPERATING PROCEDURE)\b[^\w“‘\"'(]*(.*)",
    re.IGNORECASE,
)


def _judul(halaman: _Halaman, identitas: Identitas) -> str:
    """Return the title above the first table of a page: what begins with SOP, with the lines below it."""
    atas = [
        k for k in halaman.bebas(identitas) if halaman.atas - 90 < k.kotak.tengah[1] < halaman.atas
    ]
    baris = list(baris_kata(atas))
    awal = next((n for n, b in enumerate(baris) if _JUDUL.match(b.teks)), None)
    if awal is None or not halaman.tabel:
        return ""
    cocok = _JUDUL.match(" ".join(b.teks for b in baris[awal:]))
    halaman.ambil(baris[awal:])
    return cocok[1].strip() if cocok else ""


def _judul_lepas(halaman: _Halaman, identitas: Identitas) -> str:
    """Return the title of a document without a table of steps: a line near the top that begins with SOP, or the one below it."""
    baris = list(halaman.baris_bebas(identitas, 0.0, halaman.asal.tinggi))[:JUDUL_TERBAWAH]
    for n, satu in enumerate(baris):
        if cocok := _JUDUL.match(satu.teks):
            milik = baris[n : n + 1 if cocok[1] else n + 2]
            judul = cocok[1].strip() or milik[-1].teks.strip()
            if len(milik) > 1 or cocok[1]:
                halaman.ambil(milik)
                return judul if len(judul) <= JUDUL_TERPANJANG else ""
    return ""


def _tanpa_tabel(semua: Sequence[_Halaman], tabel: Sequence[Rangkaian]) -> Iterator[Keraguan]:
    """Say why there are no steps."""
    if tabel:
        return
    gambar = [
        h.tempat(max(h.asal.gambar, key=lambda g: g.lebar * g.tinggi))
        for h in semua
        if bergambar(h.asal)
    ]
    if gambar:
        yield Keraguan(
            "langkah",
            "Tabel langkahnya berupa gambar, yang tidak dapat dibaca; ketik langkah-langkahnya dari gambar itu.",
            gambar[0],
        )
    else:
        yield Keraguan("langkah", "Tabel langkahnya tidak ditemukan.")


def _catatan(semua: Sequence[_Halaman], *, hampa: bool) -> Iterator[str]:
    if hampa:
        yield "Tidak ada tabel langkah maupun identitas SOP di dalamnya; hapus drafnya bila dokumen ini memang bukan SOP."
    yield from catatan_gambar(h.asal for h in semua if not h.tabel)
    for h in semua:
        if any(a.gambar for a in h.aliran):
            yield f"Alur di halaman {h.asal.nomor} ditempel sebagai gambar; lambang dan panahnya tidak dapat dibaca."


def _garis_lepas(tabel: Sequence[Rangkaian]) -> Iterator[Keraguan]:
    for n, r in enumerate(tabel):
        for tempat in r.kosong[:5]:
            yield Keraguan(
                "langkah", "Ada garis yang tidak menghubungkan dua lambang.", tempat, None, n
            )


def _dari_gambar(tabel: Sequence[Rangkaian]) -> Iterator[Keraguan]:
    """Ask to compare a flow that was read from a picture: words in it are not read, and pixels may deceive."""
    for n, r in enumerate(tabel):
        for tempat in r.lukisan:
            yield Keraguan(
                "langkah",
                "Alurnya dibaca dari gambar, tanpa tulisan di dalamnya; cocokkan lambang dan panahnya.",
                tempat,
                None,
                n,
            )


def _pinggir(
    semua: Sequence[_Halaman],
    kepala: _Halaman,
    identitas: Identitas,
    tabel: Sequence[Rangkaian],
    hasil: Sequence[Hasil],
) -> dict[str, Any]:
    """Read what stands around the tables: into each its title and notes; return what the SOP has of it."""
    isi: dict[str, Any] = {}
    di = {h.asal.nomor: h for h in semua}
    for n, r in enumerate(tabel):
        h, y = di[r.baris[0].tempat.halaman], r.baris[0].tempat.kotak.y0
        t = next((t for t in h.tabel if t.tabel.y[0] - 1 <= y <= t.tabel.y[-1]), None)
        if t is not None and not t.tabel.lanjutan:
            dikenal = identitas if h is kepala else None
            ada = "nama" in identitas.isi or n > 0
            _di_atas(h, t, dikenal, hasil[n].isi, None if ada else identitas)
        h, y = di[r.baris[-1].tempat.halaman], r.baris[-1].tempat.kotak.y1
        bawah = next((t.atas for t in h.tabel if t.atas > y), h.asal.tinggi)
        dikenal = identitas if h is kepala else None
        akhir = penutup(h.baris_bebas(dikenal, y - 1, bawah))
        h.ambil(akhir.baris)
        if akhir.catatan:
            hasil[n].isi["catatan"] = akhir.catatan
        if akhir.tanda_tangan:
            isi["tanda_tangan"] = akhir.tanda_tangan
    return isi


def _di_atas(
    h: _Halaman,
    t: TabelLangkah,
    dikenal: Identitas | None,
    isi: dict[str, Any],
    tanpa_nama: Identitas | None,
) -> None:
    """Read what stands above a table: its title; before that the letterhead and the name, where there is no identity."""
    dari = max((x.tabel.y[-1] for x in h.tabel if x.tabel.y[-1] < t.atas), default=0.0)
    baris = h.baris_bebas(dikenal, dari, t.atas)
    x = (t.tabel.x[0], t.tabel.x[-1])
    awal = pembuka(baris, h.garis, x, t.atas) if tanpa_nama else None
    judul = awal.judul if awal else () if tanpa_nama else judul_tabel(baris, t.atas)
    if awal and tanpa_nama:
        tanpa_nama.isi["kop"] = [b.teks for b in awal.kop]
        tanpa_nama.isi["nama"] = " ".join(b.teks for b in awal.nama)
        h.ambil((*awal.kop, *awal.nama))
    if judul:
        isi["judul"] = " ".join(b.teks for b in judul)
        h.ambil(judul)


def _isi(
    nama: str,
    identitas: Identitas,
    hasil: Sequence[Hasil],
    keraguan: Sequence[Keraguan],
    pinggir: Mapping[str, Any],
) -> dict[str, Any]:
    """Put the keys of the file together."""
    isi: dict[str, Any] = {**identitas.isi, **pinggir, "nama": nama, "status": "draf"}
    istilah = {**berbeda(identitas.istilah), **gabungan(h.istilah for h in hasil)}
    if istilah:
        isi["istilah"] = istilah
    for n, satu in enumerate(hasil):
        for k in satu.keraguan:
            if k.langkah is not None:
                _tandai(satu.isi["langkah"][k.langkah], k)
        if len(hasil) == 1:
            isi.update(satu.isi)
        else:
            isi.setdefault("prosedur", []).append({"judul": f"Tabel {n + 1}", **satu.isi})
    for k in keraguan:
        if k.langkah is None:
            _tandai(isi, k, asing=len(hasil) > 1)
    return {k: isi[k] for k in BIDANG_SOP if k in isi}


def _wadah(isi: dict[str, Any], k: Keraguan) -> dict[str, Any]:
    """Return the mapping that has the field of a doubt."""
    if k.langkah is None:
        return isi
    tabel = isi["prosedur"][k.prosedur] if "prosedur" in isi else isi
    langkah: dict[str, Any] = tabel["langkah"][k.langkah]
    return langkah


def _tandai(isi: dict[str, Any], k: Keraguan, *, asing: bool = False) -> None:
    """Write a doubt into the mapping that has the field."""
    tanda = isi.setdefault("perlu_konfirmasi", {})
    bidang = "langkah" if asing and k.bidang in ("pelaksana", "langkah") else k.bidang
    if asing and bidang == "langkah":
        bidang = "prosedur"
    ada = tanda.get(bidang)
    tanda[bidang] = f"{ada} {k.tertulis}" if ada else k.tertulis


def _sisa(halaman: _Halaman, identitas: Identitas | None) -> Iterator[Sisa]:
    """List the words without a place, a line at a time, and those that nobody sees."""
    bebas = list(halaman.bebas(identitas))
    for baris in baris_kata(bebas):
        yield Sisa(baris.teks, halaman.tempat(baris.kotak))
    for baris in baris_putar(bebas):
        yield Sisa(baris.teks, halaman.tempat(baris.kotak), "tulisan yang diputar")
    for f in frasa([k for k in halaman.asal.kata if k.tertutup]):
        yield Sisa(
            f.teks,
            halaman.tempat(f.kotak),
            "tertutup oleh yang lain, jadi tidak terlihat",
        )


def _angka(tabel: Iterable[Rangkaian]) -> Angka:
    angka = Angka()
    for r in tabel:
        simpul = [s for s in r.simpul if not penghubung(s)]
        keluar = {
            n: [i for i in r.ikatan if i.dari == n and i.berarah]
            for n, s in enumerate(r.simpul)
            if s.lambang.rupa is Rupa.BELAH_KETUPAT
        }
        angka = replace(
            angka,
            baris=angka.baris + len(r.baris),
            lambang=angka.lambang + len(simpul),
            panah=angka.panah + sum(i.berarah for i in r.ikatan),
            lepas=angka.lepas + r.lepas,
            keputusan=angka.keputusan + len(keluar),
            berlabel=angka.berlabel
            + sum(sum(bool(i.label) for i in isi) > 1 for isi in keluar.values()),
            baris_berlambang=angka.baris_berlambang
            + len({s.baris for s in simpul if s.baris is not None}),
            gambar=angka.gambar or bool(r.gambar),
        )
    return angka
