"""Reads the identity of an SOP and its boxes: labels as offices spell them, and what stands beside or below."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from buku_sop.analysis.impor.garis import Rangka
from buku_sop.analysis.impor.hasil import Keraguan, Tempat
from buku_sop.analysis.impor.label_identitas import (
    CUKUP,
    LABEL_BARIS,
    LABEL_KOTAK,
    Label,
    label_halaman,
)
from buku_sop.analysis.impor.netral import Kata, Kotak, melingkupi
from buku_sop.analysis.impor.tabel import kata_di
from buku_sop.analysis.impor.teks import Baris, baris_kata, butir, potongan, sambung
from buku_sop.loading.tanggal import baca_tanggal, baca_tertulis

_BIASA = ("nomor", "tanggal_pembuatan", "tanggal_efektif", "disahkan_oleh")
"""Rows that an identity has; one that was not found is a doubt."""


@dataclass(slots=True)
class Identitas:
    """What the identity says."""

    isi: dict[str, Any] = field(default_factory=dict)
    keraguan: list[Keraguan] = field(default_factory=list)
    terpakai: set[Kata] = field(default_factory=set)
    """The words that were read, labels included."""
    istilah: dict[str, str] = field(default_factory=dict)
    """Labels of boxes as the document spells them, where they are not ours."""
    sebutan: dict[str, str] = field(default_factory=dict)
    """All labels, as the document spells them."""


def baca_identitas(
    kata: Sequence[Kata], garis: Rangka, nomor: int, sampai: float, *, mengalir: bool = False
) -> Identitas:
    """Read the identity on page `nomor`, down to a height at which the table of steps begins.

    `mengalir` says that each line of words is one of the author's own.
    """
    kata = [k for k in kata if k.kotak.tengah[1] < sampai and k.tegak]
    label = label_halaman(kata)
    hasil = Identitas()
    if not label:
        return hasil
    pakai = {k for satu in label for k in satu.kata}
    hasil.terpakai |= pakai
    hasil.sebutan = {satu.bidang: satu.teks for satu in label}
    baris = [x for x in label if x.bidang in LABEL_BARIS]
    kotak = [x for x in label if x.bidang in LABEL_KOTAK]
    for satu in baris:
        isi = [
            k for k in kata_di(kata, _sebelah(satu, label, kata, garis, sampai)) if k not in pakai
        ]
        luber = _luber(isi, label, [k for k in kata if k not in pakai])
        isi += luber
        hasil.terpakai |= set(isi)
        _isi_baris(hasil, satu, isi, nomor, terukur=not mengalir)
        if luber:
            teks = " ".join(k.teks for k in luber)
            alasan = f"“{teks}” tercetak di bawah selnya, menimpa label lain; dianggap lanjutannya."
            tempat = Tempat(nomor, melingkupi(k.kotak for k in luber), not mengalir)
            hasil.keraguan.append(Keraguan(satu.bidang, alasan, tempat))
    _bergeser(hasil, baris, garis, nomor, terukur=not mengalir)
    bawah = _bawah(garis, kotak, sampai)
    for satu in kotak:
        ruang = _di_bawah(satu, kotak, kata, garis, bawah)
        isi = [k for k in kata_di(kata, ruang) if k not in pakai]
        hasil.terpakai |= set(isi)
        kanan = ruang.x1 if ruang.x1 < 5_000 else 0.0
        berpengantar = satu.bidang not in _DUA_BUTIR
        daftar = butir(isi, kanan, mengalir=mengalir, berpengantar=berpengantar) if isi else ()
        if daftar:
            hasil.isi[satu.bidang] = list(daftar)
            _menyatu(hasil, satu.bidang, daftar, Tempat(nomor, satu.kotak, not mengalir))
        if satu.teks.casefold() != satu.bidang.replace("_", " "):
            hasil.istilah[satu.bidang] = satu.teks
    _rantai(hasil, kata, garis, sampai)
    _kop(hasil, kata, baris, kotak, garis)
    if mengalir and "kop" not in hasil.isi and len(label) >= CUKUP:
        _kop_di_atas(hasil, kata, label, nomor)
    if len(label) >= CUKUP:
        ada = {x.bidang for x in label}
        hasil.keraguan += [
            Keraguan(
                b,
                "Tidak ditemukan di halaman identitasnya.",
                Tempat(nomor, label[0].kotak, not mengalir),
            )
            for b in _BIASA
            if b not in ada and not (b == "tanggal_efektif" and "tanggal_pengesahan" in ada)
        ]
    return hasil


_DUA_BUTIR: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "dasar_hukum": re.compile(
            r"(?<!\bjo)[.;]\s*(?:Undang|Peraturan|Keputusan|Instruksi|Surat Edaran)"
        ),
        "keterkaitan": re.compile(r"\bSOP\s+\S.+\bSOP\s+[A-Z]"),
    }
)
"""Boxes each of whose items is a thing of its own, and what one holds that is more, its marks having been lost."""


def _menyatu(hasil: Identitas, bidang: str, daftar: Sequence[str], tempat: Tempat) -> None:
    pola = _DUA_BUTIR.get(bidang)
    if pola and any(pola.search(satu) for satu in daftar):
        hasil.keraguan.append(
            Keraguan(bidang, "Mungkin memuat beberapa butir yang menyatu.", tempat)
        )


def _luber(isi: Sequence[Kata], label: Sequence[Label], bebas: Sequence[Kata]) -> list[Kata]:
    """Return the words right below a value that are printed over a label: its cell was too low for them."""
    if not isi:
        return []
    kiri, bawah = min(k.kotak.x0 for k in isi), max(k.kotak.y1 for k in isi)
    tinggi = isi[-1].kotak.tinggi
    dekat = [
        k
        for k in bebas
        if k.kotak.x0 > kiri - 3 and 0 <= k.kotak.y0 - bawah < tinggi and k not in isi
    ]
    awal = any(
        abs(k.kotak.x0 - kiri) < 3 and any(k.kotak.tumpang(x.kotak) > 0 for x in label)
        for k in dekat
    )
    return sorted(dekat, key=lambda k: k.kotak.x0) if awal else []


def _bergeser(
    hasil: Identitas, baris: Sequence[Label], garis: Rangka, nomor: int, *, terukur: bool
) -> None:
    """Doubt the dates below a label on two lines, where no line of the page holds values beside their labels."""
    for atas in (x for x in baris if x.terbelah):
        for satu in baris:
            jarak = satu.kotak.y0 - atas.kotak.y1
            sela = [
                g for g in garis.datar if atas.kotak.y1 - 1 < g.letak < satu.kotak.y1 and g.di(satu.kotak.x0)
            ]  # fmt: skip
            if jarak < 0 or sela or satu.bidang not in hasil.isi:
                continue
            alasan = f"Di atasnya label “{atas.teks}” terbagi menjadi dua baris; isiannya mungkin bergeser satu baris."
            hasil.keraguan.append(Keraguan(satu.bidang, alasan, Tempat(nomor, satu.kotak, terukur)))


def _sebelah(
    satu: Label, label: Sequence[Label], kata: Sequence[Kata], garis: Rangka, sampai: float
) -> Kotak:
    """Return where the value of a label stands: behind it in its own cell, or in the cell to its right."""
    x, y = satu.kotak.x1, satu.kotak.tengah[1]
    tegak = [g.letak for g in garis.tegak if g.di(y, 1.0)]
    kiri = min((g for g in tegak if g > x - 3), default=x + 400)
    sebaris = kata_di(kata, Kotak(x + 1, satu.kotak.y0 - 2, kiri, satu.kotak.y1 + 2))
    if any(k.teks.strip(" :") for k in sebaris) or kiri == x + 400:
        return _sesel(satu, label, garis, kiri, sampai)
    kanan = min((g for g in tegak if g > kiri + 12), default=kiri + 400)
    datar = [g.letak for g in garis.datar if g.meliputi(kiri, min(kanan, kiri + 60)) > 0.7]
    atas = max((v for v in datar if v <= y), default=satu.kotak.y0 - 2)
    bawah = min((v for v in datar if v > y), default=None)
    if bawah is None:
        lain = [
            b.kotak.y0
            for b in label
            if b.kotak.y0 > satu.kotak.y1 and abs(b.kotak.x0 - satu.kotak.x0) < 30
        ]
        bawah = min(lain, default=min(satu.kotak.y1 + 2, sampai))
    return Kotak(kiri, atas, kanan, bawah)


def _sesel(
    satu: Label, label: Sequence[Label], garis: Rangka, kanan: float, sampai: float
) -> Kotak:
    """Return what stands behind a label in its own cell, down to the next label or the end of the cell."""
    x, y = satu.kotak.x1, satu.kotak.y1
    datar = [g.letak for g in garis.datar if g.letak > y - 2 and g.di(x, 1.0)]
    lain = [b.kotak.y0 for b in label if b.kotak.y0 > y - 2 and b is not satu]
    bawah = min([*datar, *lain], default=min(y + 2, sampai))
    return Kotak(x + 1, satu.kotak.y0 - 3, kanan, bawah)


def _bawah(garis: Rangka, kotak: Sequence[Label], sampai: float) -> float:
    """Return the lower edge of the boxes."""
    if not kotak:
        return sampai
    kiri = min(b.kotak.x0 for b in kotak)
    terbawah = max(b.kotak.y1 for b in kotak)
    datar = [
        g.letak
        for g in garis.datar
        if terbawah + 4 < g.letak < sampai + 2 and g.meliputi(kiri, kiri + 120) > 0.7
    ]
    return datar[-1] if datar else sampai


def _di_bawah(
    satu: Label, kotak: Sequence[Label], kata: Sequence[Kata], garis: Rangka, bawah: float
) -> Kotak:
    """Return the box that a label heads: as wide as its column, down to the next label of the column."""
    tengah = _tengah(kotak, garis)
    kiri_lah = satu.kotak.x0 < tengah - 2
    lain = [
        b.kotak.y0
        for b in kotak
        if b.kotak.y0 > satu.kotak.y1 and (b.kotak.x0 < tengah - 2) == kiri_lah
    ]
    x0, x1 = (0.0, tengah) if kiri_lah else (tengah, 10_000.0)
    luar = [g.letak for g in garis.tegak if g.di(satu.kotak.tengah[1])]
    x0 = max([x0, *(g for g in luar if g <= satu.kotak.x0 + 1)])
    x1 = min([x1, *(g for g in luar if g >= satu.kotak.x1 - 1)])
    sampai = min(lain, default=0.0) or _akhir(satu, kata, garis, x0, min(x1, x0 + 400), bawah)
    return Kotak(x0 - 1, satu.kotak.y1 - 1, x1 + 1, sampai - 1)


def _akhir(
    satu: Label, kata: Sequence[Kata], garis: Rangka, x0: float, x1: float, bawah: float
) -> float:
    """Return where the last box of a column ends: at the first line that has words between it and the label."""
    for g in garis.datar:
        penuh = g.meliputi(max(x0, satu.kotak.x0), x1) > 0.5
        if not penuh or not satu.kotak.y1 < g.letak <= bawah:
            continue
        isi = kata_di(kata, Kotak(x0, satu.kotak.y1, x1, g.letak))
        if isi or g.letak > satu.kotak.y1 + 9:
            return g.letak
    return bawah


def _tengah(kotak: Sequence[Label], garis: Rangka) -> float:
    """Return the line between the boxes at the left and those at the right."""
    kanan = [
        b.kotak.x0
        for b in kotak
        if b.bidang in ("kualifikasi_pelaksana", "peralatan", "pencatatan")
    ]
    kiri = [
        b.kotak.x1
        for b in kotak
        if b.bidang not in ("kualifikasi_pelaksana", "peralatan", "pencatatan")
    ]
    if not kanan or min(kanan) < max(kiri, default=0.0) - 60:
        return 10_000.0
    tegak = [g.letak for g in garis.tegak if g.letak <= min(kanan) + 1 and g.panjang > 40]
    return max(tegak, default=min(kanan) - 3)


def _isi_baris(
    hasil: Identitas, satu: Label, kata: Sequence[Kata], nomor: int, *, terukur: bool
) -> None:
    baris = baris_kata(kata)
    teks = re.sub(r"^\s*:\s*", "", sambung(b.teks for b in baris).replace("\n", " "))
    tempat = Tempat(nomor, melingkupi([satu.kotak, *(k.kotak for k in kata)]), terukur)
    if satu.bidang == "disahkan_oleh":
        _pejabat(hasil, baris, tempat)
    elif not teks:
        if satu.bidang in ("nomor", "tanggal_pembuatan", "tanggal_efektif"):
            hasil.keraguan.append(Keraguan(satu.bidang, "Dalam dokumennya kosong.", tempat))
    elif satu.bidang.startswith("tanggal"):
        _tanggal(hasil, satu.bidang, teks, tempat)
    else:
        if satu.bidang == "nama" and (
            nip := _NIP.match(teks)
        ):  # of the cell above, without a line between
            pejabat = hasil.isi.get("disahkan_oleh", {})
            hasil.isi["disahkan_oleh"] = {**pejabat, "nip": (nip[1] or "").strip()}
            teks = teks[nip.end() :].strip()
        hasil.isi[satu.bidang] = teks
        if " : " in teks:
            hasil.keraguan.append(
                Keraguan(satu.bidang, "Mungkin memuat isian baris di bawahnya.", tempat)
            )


def _tanggal(hasil: Identitas, bidang: str, teks: str, tempat: Tempat) -> None:
    rapi = re.sub(r"^[A-Za-z ,.]+,\s*(?=\d)", "", teks)
    if hari := baca_tanggal(rapi):
        hasil.isi[bidang] = hari.isoformat()
    elif baca_tertulis(teks):
        hasil.isi[bidang] = teks
    else:
        hasil.keraguan.append(
            Keraguan(bidang, f"Tertulis “{teks}”, yang bukan tanggal yang dapat dibaca.", tempat)
        )


_NIP = re.compile(r"\bNIP\b\.?\s*[:.]?\s*([\d ]{5,})?", re.IGNORECASE)


def _pejabat(hasil: Identitas, baris: Sequence[Baris], tempat: Tempat) -> None:
    """Read who approved: the position above, the name below, the NIP under it."""
    if len(semua := _per_pejabat(baris)) > 1:
        hasil.isi["disahkan_oleh"] = [_satu_pejabat(satu) for satu in semua]
        return
    teks = [re.sub(r"^\s*:\s*", "", b.teks).strip() for b in baris]
    pejabat: dict[str, str] = {}
    for n, satu in enumerate(teks):
        if cocok := _NIP.search(satu):
            pejabat["nip"] = (cocok[1] or "").strip()
            teks[n] = satu[: cocok.start()].strip()
    teks = [t for t in teks if t]
    if not teks:
        hasil.keraguan.append(Keraguan("disahkan_oleh", "Dalam dokumennya kosong.", tempat))
        return
    if len(teks) == 1:
        pejabat = {"jabatan": teks[0], **pejabat}
        hasil.keraguan.append(
            Keraguan("disahkan_oleh", "Hanya satu baris yang terbaca; dianggap jabatannya.", tempat)
        )
    else:
        sela = [b.kotak.y0 - a.kotak.y1 for a, b in pairwise(baris)]
        nama = len(teks) - 1
        if len(teks) == len(baris) and max(sela) > 8:  # the signature stands between
            nama = sela.index(max(sela)) + 1
        pejabat = {"jabatan": " ".join(teks[:nama]), "nama": " ".join(teks[nama:]), **pejabat}
    hasil.isi["disahkan_oleh"] = {k: v for k, v in pejabat.items() if v}


def _per_pejabat(baris: Sequence[Baris]) -> list[list[Baris]]:
    """Part the lines of several who sign: each ends with a NIP."""
    akhir = [n for n, b in enumerate(baris) if _NIP.search(b.teks)]
    if len(akhir) < 2 or akhir[-1] != len(baris) - 1:
        return [list(baris)]
    return [list(baris[a:z]) for a, z in pairwise([0, *(n + 1 for n in akhir)])]


def _satu_pejabat(baris: Sequence[Baris]) -> dict[str, str]:
    """Read the position above the room for the signature, the name below it, and the NIP."""
    teks = [b.teks.strip() for b in baris]
    nip = ""
    if cocok := _NIP.search(teks[-1]):
        nip = (cocok[1] or "").strip()
        teks = teks[:-1]
    sela = [b.kotak.y0 - a.kotak.y1 for a, b in pairwise(baris[: len(teks)])]
    nama = sela.index(max(sela)) + 1 if sela and max(sela) > 8 else max(len(teks) - 1, 0)
    isi = {"jabatan": " ".join(teks[:nama]), "nama": " ".join(teks[nama:]), "nip": nip}
    return {k: v for k, v in isi.items() if v}


_RANTAI = re.compile(r"(di(?:susun|periksa|setujui))\s+oleh\s*:?", re.IGNORECASE)
_JUDUL_RENDAH = 32.0
"""Points of a cell at most that holds nothing but a title."""


def _rantai(hasil: Identitas, kata: Sequence[Kata], garis: Rangka, sampai: float) -> None:
    """Read the boxes of who drafted, checked and agreed: a title in a cell, and who signs in the cell below it."""
    for potong in potongan(kata):
        cocok = _RANTAI.fullmatch(" ".join(k.teks for k in potong))
        isi = _sel_di_bawah(potong, kata, garis, sampai) if cocok else ()
        if cocok is None or not isi:
            continue
        hasil.terpakai |= {*potong, *isi}
        pejabat = _satu_pejabat(baris_kata(isi))
        hasil.isi.setdefault(f"{cocok[1].lower()}_oleh", []).append(pejabat)


def _sel_di_bawah(
    judul: Sequence[Kata], kata: Sequence[Kata], garis: Rangka, sampai: float
) -> tuple[Kata, ...]:
    """Return the words of the cell below a title that stands alone in its own."""
    kotak = melingkupi(k.kotak for k in judul)
    x, y = kotak.tengah
    tegak = [g.letak for g in garis.tegak if g.di(y, 1.0)]
    kiri = max((g for g in tegak if g < x), default=None)
    kanan = min((g for g in tegak if g > x), default=None)
    if kiri is None or kanan is None:
        return ()
    datar = [
        g.letak for g in garis.datar if g.letak <= sampai + 2 and g.meliputi(kiri, kanan) > 0.8
    ]
    atas = max((v for v in datar if v <= y), default=None)
    bawah = [v for v in datar if v > y]
    if atas is None or len(bawah) < 2 or bawah[0] - atas > _JUDUL_RENDAH:
        return ()
    if set(kata_di(kata, Kotak(kiri, atas, kanan, bawah[0]))) != set(judul):
        return ()
    return kata_di(kata, Kotak(kiri, bawah[0], kanan, bawah[1]))


def _kop(
    hasil: Identitas,
    kata: Sequence[Kata],
    baris: Sequence[Label],
    kotak: Sequence[Label],
    garis: Rangka,
) -> None:
    """Read the letterhead: what stands left of the identity's rows and above the boxes."""
    if not baris:
        return
    kiri = min(b.kotak.x0 for b in baris)
    y = baris[0].kotak.tengah[1]
    batas = max((g.letak for g in garis.tegak if g.di(y) and g.letak <= kiri + 1), default=kiri)
    pertama = min(b.kotak.y0 for b in baris)
    atas = max(
        (g.letak for g in garis.datar if g.letak < pertama + 3 and g.di(batas - 20)),
        default=pertama - 30,
    )
    bawah = min((b.kotak.y0 for b in kotak), default=max(b.kotak.y1 for b in baris) + 4)
    isi = [
        k
        for k in kata
        if k.kotak.x1 < batas + 2 and atas < k.kotak.tengah[1] < bawah and k not in hasil.terpakai
    ]
    if isi and len(isi) < 40:
        hasil.isi["kop"] = [b.teks for b in baris_kata(isi)]
        hasil.terpakai |= set(isi)


_JUDUL = re.compile(r"(?:SOP|S\.O\.P|STANDARD? OPERA\w+ PRO[SC]ED\w+)\b", re.IGNORECASE)
_PALING_KOP = 8


def _kop_di_atas(
    hasil: Identitas, kata: Sequence[Kata], label: Sequence[Label], nomor: int
) -> None:
    """Read the letterhead of a document that flows: the lines above its identity, up to a title."""
    sampai = min(x.kotak.y0 for x in label) - 1
    atas = [k for k in kata if k.kotak.y1 <= sampai and k not in hasil.terpakai]
    baris = list(baris_kata(atas))
    judul = next((n for n, b in enumerate(baris) if _JUDUL.match(b.teks)), len(baris))
    if not 0 < judul <= _PALING_KOP:
        return
    hasil.isi["kop"] = [b.teks for b in baris[:judul]]
    bawah = baris[judul - 1].kotak.y1
    hasil.terpakai |= {k for k in atas if k.kotak.tengah[1] <= bawah}
    tempat = Tempat(nomor, baris[0].kotak, terukur=False)
    hasil.keraguan.append(Keraguan("kop", "Baris di atas identitasnya; dianggap kopnya.", tempat))
