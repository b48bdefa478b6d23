"""Words for what changed: fields, steps, branches, differences of time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from buku_sop.analysis.alur.waktu import TotalWaktu
from buku_sop.analysis.beda import BedaTotal, Jenis, PerubahanWaktu
from buku_sop.analysis.beda.isian import Nilai
from buku_sop.model import (
    Durasi,
    Giliran,
    Instansi,
    JamKerja,
    Langkah,
    Prosedur,
    Rentang,
    Simbol,
    Sop,
    Tujuan,
)
from buku_sop.model.bidang import (
    BIDANG_LANGKAH,
    BIDANG_SOP,
    BIDANG_TANDA_TANGAN,
    JenisNilai,
    Register,
    nama_bidang,
)
from buku_sop.model.bidang_bagian import BIDANG_KONTAK, BIDANG_PILIHAN_LEMBAR, BIDANG_SALINAN
from buku_sop.model.bidang_instansi import BIDANG_INSTANSI, BIDANG_JAM_KERJA
from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.model.teks import sebaris
from buku_sop.views.dasar.istilah import istilah
from buku_sop.views.dasar.mermaid_text import singkat
from buku_sop.views.dasar.nomor import TANPA_LABEL
from buku_sop.views.dasar.waktu import tulis_durasi, tulis_total

JENIS = {
    Jenis.SAMA: "Tetap",
    Jenis.BARU: "Baru",
    Jenis.DIHAPUS: "Dihapus",
    Jenis.DIUBAH: "Diubah",
    Jenis.DIPECAH: "Dipecah",
    Jenis.DIGABUNG: "Digabung",
}
"""What became of a step or an SOP."""
DIPINDAH = "Dipindah"
KOSONG = "(kosong)"
"""Stands where there is no value, so that it is seen that something was taken away."""
TERTUTUP = "(tidak ditampilkan)"
"""Stands for a NIP, which contains a date of birth, unless the office shows it."""
_SIMBOL = {
    Simbol.KAPSUL: "kapsul",
    Simbol.KOTAK: "kotak",
    Simbol.BELAH_KETUPAT: "belah ketupat",
}
_BAGIAN: Mapping[str, Register] = {
    **dict.fromkeys(nama_bidang(BIDANG_SOP, JenisNilai.PEJABAT), BIDANG_TANDA_TANGAN),
    "jam_kerja": BIDANG_JAM_KERJA,
    "kontak": BIDANG_KONTAK,
    "lembar": BIDANG_PILIHAN_LEMBAR,
    "salinan_bertanda_tangan": BIDANG_SALINAN,
}
"""The parts of fields that have labels of their own."""
_NAMA_TUJUAN = 40
"""Characters of the activity that stand beside the number of a target: numbers shift, names do not."""


def label(bidang: str, sop: Sop | None = None, instansi: Instansi | None = None) -> str:
    """Name a field, its parts with it: "Disahkan oleh: Jabatan"."""
    awal, _, sisa = bidang.partition(".")
    if instansi and not sop and awal in BIDANG_INSTANSI:
        nama = BIDANG_INSTANSI[awal].label
    else:
        nama = istilah(awal, sop, instansi)
    if awal == "bagian" and sisa:
        return sisa
    return f"{nama}: {_bagian(awal, sisa)}" if sisa else nama


def _bagian(bidang: str, bagian: str) -> str:
    """Name a part of a field: what is free there, as it is written."""
    if bidang in ("abaikan", "bagian", "istilah"):
        return istilah(bagian) if bidang == "istilah" else bagian
    awal, _, sisa = bagian.partition(".")
    if awal.isdecimal():  # one of several officials
        return f"{awal}: {_bagian(bidang, sisa)}"
    dikenal = _BAGIAN.get(bidang, {}).get(awal)
    nama = dikenal.label if dikenal else istilah(awal)
    return f"{nama}: {_bagian(awal, sisa)}" if sisa else nama


def label_langkah(bidang: str, sop: Sop | None = None, instansi: Instansi | None = None) -> str:
    """Name a field of a step, whose number is not that of the SOP."""
    return BIDANG_LANGKAH["nomor"].label if bidang == "nomor" else label(bidang, sop, instansi)


def nilai(isi: Nilai | None, bidang: str, instansi: Instansi | None) -> tuple[str, ...]:
    """Write the value of a field; a NIP only where the office lets it leave the printed sheet."""
    if isi is None:
        return ()
    if bidang.rpartition(".")[2] == "nip" and not (instansi and instansi.tampilkan_nip):
        return (TERTUTUP,)
    if isinstance(isi, date):
        return (tulis_tanggal(isi),)
    return tuple(map(sebaris, isi if isinstance(isi, tuple) else (isi,)))


def isi_langkah(prosedur: Prosedur, i: int, bidang: str) -> tuple[str, ...]:
    """Write a field of a step as the lines of a cell."""
    langkah = prosedur.langkah[i]
    match bidang:
        case "pelaksana":
            return _satu(siapa(prosedur, langkah))
        case "waktu":
            return _satu(waktu(langkah))
        case "cabang":
            return tuple(
                f"{c.label or TANPA_LABEL} → {' dan '.join(_tujuan(prosedur, i, t) for t in c.ke)}"
                for g in langkah.giliran
                for c in g.semua_cabang
            )
        case "ke":
            return tuple(_tujuan(prosedur, i, t) for t in langkah.semua_ke)
        case "nomor":
            return _satu(prosedur.nomor[i] or "tanpa nomor")
        case "simbol":
            return tuple(x for g in langkah.giliran if (x := _simbol(g)))
        case "opsional":
            return ("ya",) if langkah.opsional else ("tidak",)
        case _:
            isi: str | tuple[str, ...] = getattr(langkah, bidang)
            return tuple(map(sebaris, isi)) if isinstance(isi, tuple) else _satu(sebaris(isi))


def _satu(teks: str) -> tuple[str, ...]:
    return (teks,) if teks else ()


def siapa(prosedur: Prosedur, langkah: Langkah) -> str:
    """Write who acts: "Staf → Sekretaris dan Bidang bersama-sama"."""
    nama = {p.id: p.label for p in prosedur.pelaksana}
    giliran = []
    for g in langkah.giliran:
        bersama = " dan ".join(nama.get(p, p) for p in g.pelaksana)
        giliran.append(f"{bersama} bersama-sama" if len(g.pelaksana) > 1 else bersama)
    return " → ".join(giliran)


def waktu(langkah: Langkah) -> str:
    """Write a time in its own words, with the unit of the column where it has none."""
    satuan = langkah.waktu.satuan_kolom
    teks = sebaris(langkah.waktu.teks)
    if not satuan or not teks or satuan.value in teks:
        return teks
    return f"{teks} {satuan.value}" if teks[-1].isnumeric() else f"{teks} (dalam {satuan.value})"


def _simbol(giliran: Giliran) -> str:
    nama = _SIMBOL[giliran.simbol] if giliran.simbol else ""
    sendiri = f"{nama} “{giliran.teks}”".strip() if giliran.teks else nama
    return ", ".join(filter(None, (sendiri, *(_simbol(a) for a in giliran.anggota))))


def _tujuan(prosedur: Prosedur, i: int, tujuan: Tujuan) -> str:
    """Say where an arrow leads, by number and by name."""
    if tujuan.selesai:
        return "selesai"
    if tujuan.berikut:
        return "giliran berikutnya"
    if tujuan.lanjut:
        return "langkah berikutnya" if i + 1 < len(prosedur.langkah) else "selesai"
    for j, langkah in enumerate(prosedur.langkah):
        if tujuan.langkah in langkah.semua_id:
            nomor = " ".join(filter(None, ("langkah", prosedur.panggilan(j))))
            return f"{nomor} ({singkat(langkah.kegiatan, _NAMA_TUJUAN)})"
    return f"{tujuan.langkah} (tidak ada)"


def selisih(perubahan: PerubahanWaktu | None, jam: JamKerja, *, sekitar: bool = False) -> str:
    """Write a difference of time: "−30 menit (−25 %)"; empty where there is none to write.

    `sekitar` says that calendar days were turned into working days for it.
    """
    if perubahan is None:
        return ""
    if not perubahan.selisih:
        return "paling lama tetap"
    tanda = "−" if perubahan.selisih < 0 else "+"
    lama = tulis_durasi(Durasi(max(perubahan.selisih, -perubahan.selisih)), jam)
    teks = f"{'sekitar ' if sekitar else ''}{tanda}{lama}"
    persen = perubahan.persen
    return teks if persen is None else f"{teks} ({tanda}{_persen(abs(persen))} %)"


def _persen(nilai: Fraction) -> str:
    if nilai < Fraction(1, 20):
        return "0,1"
    teks = f"{float(nilai):,.1f}".translate(str.maketrans(",.", ".,"))
    return teks.removesuffix(",0")


def memakai_kalender(*rentang: Rentang) -> bool:
    """Whether any of these times runs on the calendar."""
    return any(r.paling_lama.kalender for r in rentang)


def selisih_total(total: BedaTotal, jam: JamKerja) -> str:
    """Write how a total changed."""
    if total.sebelum is None or total.sesudah is None:
        return ""
    sekitar = memakai_kalender(total.sebelum.rentang, total.sesudah.rentang)
    return selisih(total.waktu, jam, sekitar=sekitar)


def total(t: TotalWaktu | None, jam: JamKerja) -> str:
    """Write a total; a dash where there is no such SOP or role."""
    if t is None:
        return "–"
    return tulis_total(t, jam) if t.langkah else "tidak ada langkah"
