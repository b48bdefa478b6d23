"""What a revision changed, a sentence each, for people who never see a file: "Langkah 8: waktu 90 menit menjadi 60 menit"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from buku_sop.analysis.beda import Jenis
from buku_sop.model.tulisan import tulis
from buku_sop.views.beda.konfirmasi import ringkas_konfirmasi
from buku_sop.views.beda.susun import URUTAN
from buku_sop.views.beda.tampil import BarisTampil, LangkahTampil, SopTampil, TabelTampil, Ubahan
from buku_sop.views.dasar.mermaid_text import singkat

__all__ = ["isi_berubah", "kalimat_langkah", "perubahan"]

_PENDEK = 70
"""Most letters of a value that is told; what a longer one became stands in the comparison."""
_CATATAN = ("riwayat", "abaikan", "id", "salinan_bertanda_tangan")
"""Fields in which a book is kept rather than work described: what they change is no news for employees."""
_TANPA_NILAI = ("lembar_kerja", "bentuk", "lembar", "istilah")
"""Fields whose values say nothing in a sentence."""


def perubahan(s: SopTampil) -> tuple[str, ...]:
    """Say what changed in an SOP: steps first, then its fields and times, at last doubts and records."""
    langkah = [x for t in s.tabel for x in _tabel(t)]
    isian = [x for u in s.isian if not _catatan(u) for x in _isian(u)]
    waktu = []
    if s.total.selisih:
        dulu, kini = (t.partition(" (")[0] for t in (s.total.sebelum, s.total.sesudah))
        waktu.append(tulis("riwayat.waktu_menjadi", dulu=dulu, kini=kini))
    catatan = [tulis("riwayat.diperbarui", apa=u.label) for u in s.isian if _catatan(u)]
    ragu = [x[:1].upper() + x[1:] for x in ringkas_konfirmasi(s.beda.konfirmasi)]
    semua = (*langkah, *isian, *waktu, *catatan, *ragu)
    return tuple(dict.fromkeys(semua)) or (tulis("riwayat.tautan"),)


def isi_berubah(s: SopTampil) -> bool:
    """Whether anything changed that people work by, beside doubts, records and references."""
    return any(b.berubah for t in s.tabel for b in t.baris) or bool(
        any(t.ubahan for t in s.tabel)
        or any(t.jenis is not Jenis.DIUBAH for t in s.tabel)
        or [u for u in s.isian if not _catatan(u)]
    )


def _catatan(u: Ubahan) -> bool:
    return u.bidang.partition(".")[0] in _CATATAN


def _tabel(t: TabelTampil) -> Iterator[str]:
    awal = f"{t.judul}: " if t.judul else ""
    if t.jenis is not Jenis.DIUBAH:
        nama = t.judul or tulis("riwayat.tabel")
        kata = tulis("riwayat.baru") if t.jenis is Jenis.BARU else tulis("riwayat.dihapus")
        yield tulis("riwayat.tabel_berubah", tabel=nama, kata=kata, banyak=len(t.baris))
        return
    for baris in t.baris:
        if baris.berubah:
            yield from (awal + x for x in kalimat_langkah(baris))
    for u in t.ubahan:
        yield from (awal + x for x in _isian(u))


def kalimat_langkah(b: BarisTampil) -> Iterator[str]:
    """Say what became of a step, a sentence each."""
    match b.jenis:
        case Jenis.BARU:
            yield tulis(
                "riwayat.langkah_baru",
                langkah=_sebut(b.sesudah),
                kegiatan=_kutip(b.sesudah[0].kegiatan),
            )
        case Jenis.DIHAPUS:
            yield tulis(
                "riwayat.langkah_dihapus",
                langkah=_sebut(b.sebelum),
                kegiatan=_kutip(b.sebelum[0].kegiatan),
            )
        case Jenis.DIPECAH:
            yield tulis(
                "riwayat.dipecah", langkah=_sebut(b.sebelum), menjadi=_kecil(_sebut(b.sesudah))
            )
        case Jenis.DIGABUNG:
            yield tulis(
                "riwayat.digabung", langkah=_sebut(b.sebelum), menjadi=_kecil(_sebut(b.sesudah))
            )
        case _:
            pass
    if b.dipindah:
        yield tulis("riwayat.dipindah", langkah=_sebut(b.sesudah), semula=_kecil(_sebut(b.sebelum)))
    if b.sesudah:
        for bidang in dict.fromkeys(u.bidang for u in b.ubahan):
            milik = [u for u in b.ubahan if u.bidang == bidang]
            yield from (f"{_sebut(b.sesudah)}: {_kecil(x)}" for u in milik for x in _isian(u))


def _sebut(langkah: Sequence[LangkahTampil]) -> str:
    nomor = [x.sebutan for x in langkah]
    return "Langkah " + (f"{', '.join(nomor[:-1])} dan {nomor[-1]}" if len(nomor) > 1 else nomor[0])


def _isian(u: Ubahan) -> Iterator[str]:
    """Say what became of a field; of a list, what came and what went."""
    if u.bidang.partition(".")[0] in _TANPA_NILAI or u.catatan == URUTAN:
        yield (
            tulis("riwayat.urutan", apa=u.label)
            if u.catatan == URUTAN
            else tulis("riwayat.diubah", apa=u.label)
        )
        return
    pergi = [x for x in u.sebelum if x not in u.sesudah]
    datang = [x for x in u.sesudah if x not in u.sebelum]
    if not pergi and not datang:
        yield tulis("riwayat.diubah", apa=u.label)
    elif len(pergi) <= 1 and len(datang) <= 1:
        yield _satu(u.label, "".join(pergi), "".join(datang))
    else:
        yield from (_satu(u.label, x, "") for x in pergi)
        yield from (_satu(u.label, "", x) for x in datang)


def _satu(label: str, dulu: str, kini: str) -> str:
    if not dulu:
        return tulis("riwayat.ditambah", apa=label, kini=_kutip(kini))
    if not kini:
        return tulis("riwayat.isian_dihapus", apa=label, dulu=_kutip(dulu))
    if len(dulu) > _PENDEK or len(kini) > _PENDEK:
        return tulis("riwayat.menjadi", apa=label, kini=_kutip(kini))
    return tulis("riwayat.dari_menjadi", apa=label, dulu=dulu, kini=kini)


def _kutip(teks: str) -> str:
    return singkat(teks, _PENDEK)


def _kecil(teks: str) -> str:
    """Write what stands within a sentence; abbreviations keep their capitals."""
    return teks if teks[:2].isupper() else teks[:1].lower() + teks[1:]
