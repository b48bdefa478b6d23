"""A comparison as Markdown for the comment on a pull request: the table that says it all stands first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from buku_sop.analysis.beda import Jenis
from buku_sop.diagnostics import Diagnostic
from buku_sop.views.beda.kalimat import Ruas, banding_kata
from buku_sop.views.beda.mermaid import mermaid_beda
from buku_sop.views.beda.tampil import (
    BarisTampil,
    BukuTampil,
    LangkahTampil,
    SopTampil,
    TabelTampil,
    TotalTampil,
    Ubahan,
)
from buku_sop.views.dasar.isian import DIPINDAH, JENIS, KOSONG
from buku_sop.views.dasar.markdown_text import amankan_md

PENANDA = "<!-- sop-beda -->"
"""The first line. By it, whoever posts the comment finds it again and updates it."""
BATAS = 60_000
"""Most characters: GitHub takes 65,536 in a comment."""
_BATAS_TEMUAN = 50
_BATAS_RINGKASAN = 200
_SEL = 400
"""Characters of one value in a cell."""
_IKON = {
    Jenis.SAMA: "",
    Jenis.BARU: "➕ ",
    Jenis.DIHAPUS: "➖ ",
    Jenis.DIUBAH: "✏️ ",
    Jenis.DIPECAH: "✂️ ",
    Jenis.DIGABUNG: "🔗 ",
}
_PETUNJUK = (
    "Pada diagram, **+ BARU** hijau bergaris tebal, **~ DIUBAH** kuning, **↕ DIPINDAH** biru bertitik, "
    "dan **− DIHAPUS** merah putus-putus; panah putus-putus adalah alur yang dahulu."
)


def tulis_markdown(buku: BukuTampil, batas: int = BATAS) -> str:
    """Write a comparison of at most `batas` characters.

    What does not fit is left out from the end, first diagrams, then whole SOPs, and that is said; the
    summary stays.
    """
    kepala = "\n".join(_kepala(buku))
    bagian: list[str] = []
    sisa = batas - len(kepala) - 500
    for n, sop in enumerate(buku.sop):
        for dengan_diagram in (True, False):
            isi = "\n".join(_sop(sop, diagram=dengan_diagram))
            if len(isi) <= sisa:
                break
        else:
            bagian.append(
                f"\n_{len(buku.sop) - n} SOP lagi tidak dirinci di sini karena terlalu panjang; "
                "lihat perbandingan lengkapnya (`sop beda --format html`)._\n"
            )
            break
        sisa -= len(isi)
        bagian.append(isi)
    if any("```mermaid" in b for b in bagian):
        bagian.append(f"\n{_PETUNJUK}\n")
    return kepala + "".join(bagian)


def _kepala(buku: BukuTampil) -> Iterator[str]:
    yield PENANDA
    yield "## Perubahan SOP"
    yield ""
    dari, ke = amankan_md(buku.base, 80), amankan_md(buku.head, 80)
    yield f"**{buku.ringkasan}** Dibandingkan: {dari} → {ke}."
    yield ""
    if buku.sop:
        yield from _tabel(
            ("SOP", "Yang berubah", "Waktu sebelum", "Waktu sesudah", "Selisih"),
            (_baris_ringkas(s) for s in buku.sop[:_BATAS_RINGKASAN]),
        )
        if (lebih := len(buku.sop) - _BATAS_RINGKASAN) > 0:
            yield f"\n_…dan {lebih} SOP lagi._\n"
    yield from _temuan(buku)
    for nama, ubahan in buku.instansi[:_BATAS_TEMUAN]:
        yield f"### Instansi: {amankan_md(nama, 120)}\n"
        yield from _tabel_ubahan(ubahan)


def _baris_ringkas(s: SopTampil) -> tuple[str, ...]:
    nama = f"{_IKON[s.jenis]}**{amankan_md(s.nama, 120)}**<br>{amankan_md(s.instansi, 80)}"
    t = s.total
    apa = "; ".join(amankan_md(r, 120) for r in s.ringkas)
    return nama, apa, amankan_md(t.sebelum), amankan_md(t.sesudah), f"**{_kosong(t.selisih)}**"


def _kosong(teks: str) -> str:
    return amankan_md(teks) if teks else "–"


def _temuan(buku: BukuTampil) -> Iterator[str]:
    """Write what needs attention: rules of revision, and files that could not be read."""
    if buku.temuan:
        yield "### ⚠️ Perlu diperhatikan\n"
        yield from _daftar(buku.temuan, lambda d: f"{amankan_md(d.pesan)} {amankan_md(d.petunjuk)}")
    for kata, galat in (("semula", buku.galat_sebelum), ("sekarang", buku.galat_sesudah)):
        if galat:
            yield f"### ❌ Berkas {kata} tidak dapat dibaca\n"
            yield from _daftar(galat, lambda d: amankan_md(d.pesan, _SEL))
    if buku.tak_terbanding:
        nama = ", ".join(amankan_md(id, 80) for id in buku.tak_terbanding[:_BATAS_TEMUAN])
        yield f"Tidak dapat dibandingkan: {nama}.\n"


def _daftar(temuan: Sequence[Diagnostic], isi: Callable[[Diagnostic], str]) -> Iterator[str]:
    for d in temuan[:_BATAS_TEMUAN]:
        yield f"- **{d.kode}** {amankan_md(f'{d.lokasi.nama} baris {d.lokasi.baris}')}: {isi(d)}"
    if (lebih := len(temuan) - _BATAS_TEMUAN) > 0:
        yield f"- …dan {lebih} lagi."
    yield ""


def _sop(s: SopTampil, *, diagram: bool) -> Iterator[str]:
    nama = amankan_md(s.nama, 120)
    yield f"\n### {_IKON[s.jenis]}{nama} ({JENIS[s.jenis].lower()}) – {amankan_md(s.instansi, 80)}\n"
    for t in s.tabel:
        yield from _langkah(s, t, diagram=diagram)
    if s.peran and s.jenis is Jenis.DIUBAH:
        kolom = ("Waktu", "Sebelum", "Sesudah", "Selisih")
        yield from _tabel(kolom, (_baris_total(t) for t in (*s.peran, s.total)))
    if s.isian:
        yield "**Identitas dan isian lain**\n"
        yield from _tabel_ubahan(s.isian)
    for judul, isi in s.lain:
        yield f"**{judul}**\n"
        yield from (f"- {amankan_md(x, _SEL)}" for x in isi[:_BATAS_TEMUAN])
        if len(isi) > _BATAS_TEMUAN:
            yield f"- …dan {len(isi) - _BATAS_TEMUAN} lagi."
        yield ""


def _baris_total(t: TotalTampil) -> tuple[str, ...]:
    return tuple(map(_kosong, (t.label, t.sebelum, t.sesudah, t.selisih)))


def _langkah(s: SopTampil, t: TabelTampil, *, diagram: bool) -> Iterator[str]:
    if t.judul:
        yield f"**{amankan_md(t.judul, 120)}** ({JENIS[t.jenis].lower()})\n"
    if t.ubahan:
        yield from _tabel_ubahan(t.ubahan)
    baris = [sel for b in t.baris if b.berubah for sel in _baris(b)]
    if baris:
        yield from _tabel(("Langkah", "Perubahan", "Sebelum", "Sesudah"), baris)
    if diagram and (gambar := _diagram(s, t)):
        yield f"```mermaid\n{gambar}```\n"


def _diagram(s: SopTampil, t: TabelTampil) -> str:
    if s.jenis is Jenis.DIHAPUS or not any(b.berubah for b in t.baris):
        return ""
    a, b = s.beda.sebelum, s.beda.sesudah
    dulu = a.prosedur[t.beda.sebelum] if a and t.beda.sebelum is not None else None
    kini = b.prosedur[t.beda.sesudah] if b and t.beda.sesudah is not None else None
    return mermaid_beda(t.beda, dulu, kini)


def _baris(b: BarisTampil) -> Iterator[tuple[str, ...]]:
    """Write a step: one row for what became of it, and one for each field that changed."""
    apa = f"{_IKON[b.jenis]}{JENIS[b.jenis]}" if b.jenis is not Jenis.SAMA else ""
    if b.jenis is Jenis.DIUBAH:
        apa = ""
    pindah = f"↕️ {DIPINDAH}" if b.dipindah else ""
    nomor = _nomor(b)
    if b.jenis not in (Jenis.SAMA, Jenis.DIUBAH):
        kiri = "<br>".join(_uraian(x) for x in b.sebelum)
        kanan = "<br>".join(_uraian(x) for x in b.sesudah)
        if b.selisih:
            kanan += f"<br>Waktu: {amankan_md(b.selisih)}"
        yield nomor, f"{apa} {pindah}".strip(), kiri or "–", kanan or "–"
    elif pindah:
        dulu, kini = b.sebelum[0], b.sesudah[0]
        yield nomor, pindah, _sebut(dulu), _sebut(kini)
    for u in b.ubahan:
        kiri, kanan = _dua_sisi(u)
        yield nomor, f"✏️ {amankan_md(u.label)}", kiri, kanan


def _nomor(b: BarisTampil) -> str:
    """Name a step by its number now; by the old one where it is gone, or has shifted."""
    dulu, kini = (
        " dan ".join(amankan_md(x.nomor) for x in sisi if x.nomor)
        for sisi in (b.sebelum, b.sesudah)
    )
    kegiatan = amankan_md((b.sesudah or b.sebelum)[0].kegiatan, 40)
    if not b.sesudah:
        return f"semula **{dulu}** {kegiatan}" if dulu else f"semula {kegiatan}"
    semula = f" (semula {dulu})" if dulu not in ("", kini) else ""
    return f"**{kini}**{semula} {kegiatan}" if kini else f"{kegiatan}{semula}"


def _sebut(x: LangkahTampil) -> str:
    return f"langkah {amankan_md(x.sebutan)}"


def _uraian(x: LangkahTampil) -> str:
    rinci = [y for y in (x.pelaksana, x.waktu) if y]
    ekor = f" ({amankan_md(', '.join(rinci), 120)})" if rinci else ""
    nomor = f"{amankan_md(x.nomor)}&#46; " if x.nomor else ""
    return f"{nomor}{amankan_md(x.kegiatan, _SEL)}{ekor}"


def _tabel_ubahan(ubahan: Sequence[Ubahan]) -> Iterator[str]:
    baris = ((amankan_md(u.label), *_dua_sisi(u)) for u in ubahan)
    yield from _tabel(("Isian", "Sebelum", "Sesudah"), baris)


def _dua_sisi(u: Ubahan) -> tuple[str, str]:
    """Write both sides of a change, with the words marked that only one of them has."""
    catatan = f"<br>**{amankan_md(u.catatan)}**" if u.catatan else ""
    if len(u.sebelum) == len(u.sesudah) == 1:
        a, b = u.sebelum[0], u.sesudah[0]
        if max(len(a), len(b)) <= _SEL and u.bidang not in ("waktu", "status"):
            kiri, kanan = banding_kata(a, b)
            return _ruas(kiri, "del"), _ruas(kanan, "ins") + catatan
    if not u.sebelum and not u.sesudah:
        return "–", catatan.removeprefix("<br>")
    return _nilai(u.sebelum, u.sesudah, "del"), _nilai(u.sesudah, u.sebelum, "ins") + catatan


def _nilai(sini: Sequence[str], sana: Sequence[str], tanda: str) -> str:
    """Write a list; what the other side does not have is marked."""
    if not sini:
        return KOSONG
    isi = ((amankan_md(x, _SEL), x in sana) for x in sini)
    return "<br>".join(x if sama else f"<{tanda}>{x}</{tanda}>" for x, sama in isi)


def _ruas(ruas: Iterable[Ruas], tanda: str) -> str:
    hasil = ""
    for teks, beda in ruas:
        inti = teks.strip()
        if not inti:
            hasil += " "
            continue
        isi = amankan_md(inti)
        depan = " " * (teks[:1].isspace())
        ujung = " " * (teks[-1:].isspace())
        hasil += f"{depan}<{tanda}>{isi}</{tanda}>{ujung}" if beda else f"{depan}{isi}{ujung}"
    return hasil.strip() or KOSONG


def _tabel(kolom: Sequence[str], baris: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(kolom)} |"
    yield f"|{' --- |' * len(kolom)}"
    yield from (f"| {' | '.join(b)} |" for b in baris)
    yield ""
