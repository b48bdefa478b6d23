"""SOP-K001 to K009: references to other SOPs that lead nowhere, to the SOP itself, to several, or are lacking."""

from __future__ import annotations

import re
from collections.abc import Iterator

from buku_sop.analysis.checks.konteks import Konteks
from buku_sop.analysis.checks.teks import daftar_id, gabung, jalur_langkah, mirip, nomor_langkah
from buku_sop.analysis.dokumen.indeks import TempatLangkah
from buku_sop.analysis.keterkaitan.kenali import kunci_longgar
from buku_sop.analysis.keterkaitan.keterkaitan import JenisTautan, Tautan
from buku_sop.analysis.keterkaitan.usul import Usul, baris_usul
from buku_sop.analysis.temuan import Jalur, Temuan
from buku_sop.diagnostics import Tingkat
from buku_sop.model import Sop

_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
BUKU_KECIL = 25
"""From so many SOPs of an office on, a name that is not among them is a peringatan: real handbooks of one office hold
tens to hundreds, so an office with fewer has only begun, and its SOPs name what is still to be written."""
_BUKTI = 3
"""Most documents that are named as evidence."""


def periksa_keterkaitan(sop: Sop, konteks: Konteks) -> Iterator[Temuan]:
    """Check what `keterkaitan`, `digantikan_oleh` and the keterangan of the steps refer to."""
    tingkat = Tingkat.SARAN if _buku_kecil(sop, konteks) else Tingkat.PERINGATAN
    for tautan in konteks.keterkaitan.keterkaitan.get(sop.id, ()):
        if tautan.jenis not in (JenisTautan.KOSONG, JenisTautan.BUKAN):
            jalur = ("keterkaitan", tautan.butir)
            yield from _periksa(sop, konteks, tautan, jalur, belum_ada=tingkat)
    pengganti = konteks.keterkaitan.digantikan_oleh.get(sop.id)
    if pengganti is not None:
        berat = Tingkat.PERINGATAN
        yield from _periksa(sop, konteks, pengganti, ("digantikan_oleh",), belum_ada=berat)
    for p, prosedur in enumerate(sop.prosedur):
        for i, langkah in enumerate(prosedur.langkah):
            if langkah.keterangan:
                yield from _keterangan(sop, konteks, p, i)
    yield from _usul_keterkaitan(sop, konteks)


def id_tak_ada(sop: Sop, konteks: Konteks) -> bool:
    """Whether the SOP names an id that no SOP has (K005), the one finding here that stops a build."""
    langsung = [*konteks.keterkaitan.keterkaitan.get(sop.id, ())]
    if pengganti := konteks.keterkaitan.digantikan_oleh.get(sop.id):
        langsung.append(pengganti)
    dalam = (
        satu.tautan
        for p, prosedur in enumerate(sop.prosedur)
        for i, langkah in enumerate(prosedur.langkah)
        if langkah.keterangan
        for potongan in konteks.keterkaitan.keterangan(sop.id, p, i)
        for satu in potongan
        if satu.tautan is not None
    )
    return any(
        t.jenis is JenisTautan.BELUM_ADA
        and not (t.luar or t.hilang)
        and _ID.fullmatch(t.teks.strip())
        for t in (*langsung, *dalam)
    )


def _keterangan(sop: Sop, konteks: Konteks, p: int, i: int) -> Iterator[Temuan]:
    """A keterangan names SOPs in passing, so one that is missing is no more than a saran."""
    for n, potongan in enumerate(konteks.keterkaitan.keterangan(sop.id, p, i)):
        for satu in potongan:
            if satu.tautan is not None:
                jalur = jalur_langkah(p, i, "keterangan", n)
                yield from _periksa(sop, konteks, satu.tautan, jalur, belum_ada=Tingkat.SARAN)


def _buku_kecil(sop: Sop, konteks: Konteks) -> bool:
    """Whether the office has written few of its SOPs yet, so that most of what they name cannot be there."""
    return len(konteks.handbook.milik(sop.instansi)) < BUKU_KECIL


def _periksa(
    sop: Sop, konteks: Konteks, tautan: Tautan, jalur: Jalur, *, belum_ada: Tingkat | None = None
) -> Iterator[Temuan]:
    """Report what a reference is that leads to no one SOP; `belum_ada` is how grave it is that none is there."""
    teks = tautan.teks.strip()
    if tautan.jenis in (JenisTautan.KOSONG, JenisTautan.BUKAN):
        yield Temuan("SOP-K007", jalur, {"teks": teks})
    elif tautan.jenis is JenisTautan.DIRI:
        tingkat = Tingkat.SARAN if "keterangan" in jalur else None
        yield Temuan("SOP-K002", jalur, {"teks": teks}, tingkat)
    elif tautan.jenis in (JenisTautan.GANDA, JenisTautan.PADANAN):
        kode = "SOP-K003" if tautan.jenis is JenisTautan.GANDA else "SOP-K004"
        isi = {"teks": teks, "pilihan": daftar_id(tautan.calon), "contoh": tautan.calon[0]}
        yield Temuan(kode, jalur, isi)
    elif tautan.jenis is JenisTautan.MIRIP:
        isi = {"teks": teks, **_usul_nama([konteks.sop(id).nama for id in tautan.calon])}
        yield Temuan("SOP-K001", jalur, isi, belum_ada)
    elif tautan.luar or tautan.hilang:
        yield from _di_buku_lain(tautan, jalur)
    elif tautan.jenis is JenisTautan.BELUM_ADA:
        if _ID.fullmatch(teks):
            yield Temuan("SOP-K005", jalur, {"teks": teks, "usul": _usul_id(teks, konteks)})
        else:
            isi = {"teks": teks, **(_diri(teks, sop) or _usul_nama(konteks.nama_mirip(teks, sop)))}
            yield Temuan("SOP-K001", jalur, isi, belum_ada)


def _di_buku_lain(tautan: Tautan, jalur: Jalur) -> Iterator[Temuan]:
    """K008: what another handbook has no longer; K009: what others have, where the office was not said."""
    teks = tautan.teks.strip()
    if tautan.hilang:
        satu, buku = tautan.hilang
        keadaan, usul = "tidak ada lagi", "Hapus, atau tulis SOP penggantinya."
        if satu.kini:
            keadaan = f"berganti nama menjadi `{satu.kini}`"
            usul = f"Tulis namanya yang sekarang: `{satu.kini}`."
        isi = {"teks": teks, "buku": buku, "keadaan": keadaan, "sejak": satu.sejak, "usul": usul}
        yield Temuan("SOP-K008", jalur, isi)
    elif not tautan.pasti:
        kantor = list(dict.fromkeys(t.instansi for t in tautan.luar))
        lebih = [f"{len(kantor) - _BUKTI} instansi lain"] if len(kantor) > _BUKTI else []
        pilihan = gabung([*(f"`{k}`" for k in kantor[:_BUKTI]), *lebih])
        contoh = f"{tautan.luar[0].nama} ({kantor[0]})"
        yield Temuan("SOP-K009", jalur, {"teks": teks, "pilihan": pilihan, "contoh": contoh})


def _diri(teks: str, sop: Sop) -> dict[str, str]:
    """Offer the SOP itself, where the name is its own but for a year or an abbreviation in brackets."""
    kunci = kunci_longgar(teks)
    if not kunci or kunci not in {kunci_longgar(n) for n in (sop.nama, *sop.nama_lain)}:
        return {}
    maksud = f"aksudnya SOP ini sendiri, `{sop.nama}`?"
    usul = f"M{maksud} Hapus bila begitu; bila SOP tahun lain, tulis SOP itu."
    return {"usul": usul, "maksud": f"; m{maksud}"}


def _usul_nama(mirip: list[str]) -> dict[str, str]:
    """Offer the names that look alike; else the SOP is still to be written."""
    if not mirip:
        usul = "Tulis SOP itu di buku ini, atau perbaiki namanya bila SOP itu ada dengan nama lain."
        return {"usul": usul, "maksud": ""}
    maksud = f"aksudnya {' atau '.join(f'`{n}`' for n in mirip)}?"
    return {"usul": f"M{maksud} Perbaiki namanya, atau tulis SOP itu.", "maksud": f"; m{maksud}"}


def _usul_id(teks: str, konteks: Konteks) -> str:
    """Offer the id that was probably meant, of the named office before all others."""
    kantor, _, slug = teks.partition("/")
    ids = {i.id for i in konteks.handbook.instansi}
    if kantor not in ids:
        dekat = mirip(kantor, ids)
        if konteks.handbook.cari_sop(f"{dekat}/{slug}"):
            return f"Maksudnya `{dekat}/{slug}`?"
        return f"Tidak ada folder instansi `{kantor}`{f'; maksudnya `{dekat}`?' if dekat else '.'}"
    slugs = [s.slug for s in konteks.handbook.milik(kantor)]
    if dekat := mirip(slug, slugs):
        return f"Maksudnya `{kantor}/{dekat}`?"
    if len(slugs) <= 5 and slugs:
        return f"SOP instansi itu: {gabung([f'`{kantor}/{s}`' for s in slugs])}."
    return "Periksa nama folder dan nama berkasnya, atau tulis nama SOP-nya."


def _usul_keterkaitan(sop: Sop, konteks: Konteks) -> Iterator[Temuan]:
    """K006: what the steps of two SOPs say, and neither's keterkaitan does."""
    semua = konteks.usul_keterkaitan.get(sop.id, ())
    terkait = [konteks.sop(usul.terkait) for usul in semua]
    baris = list(baris_usul(konteks.handbook, sop, terkait))
    for usul, lain, tulisan in zip(semua, terkait, baris, strict=True):
        bukti = gabung(list(_bukti(usul, sop, lain)))
        isi = {"nama": lain.nama, "bukti": bukti, "usul": _tambahkan(tulisan, sop)}
        yield Temuan("SOP-K006", ("keterkaitan",), isi)


def _tambahkan(baris: str, sop: Sop) -> str:
    """Say what to do with a line: it is new, takes the place of one, or joins a list."""
    if baris.startswith("- "):
        return f"tambahkan `{baris}` di bawah `keterkaitan:`"
    return f"{'ganti' if sop.keterkaitan else 'tambahkan'} baris `{baris}`"


def _bukti(usul: Usul, sop: Sop, lain: Sop) -> Iterator[str]:
    """Say what ties the two, in the words of the SOP that is to list the other."""
    if usul.menyebut:
        nomor = gabung([_nomor(sop, t) for t in usul.menyebut])
        yield f"keterangan langkah {nomor} menyebutnya"
    for a in usul.aliran[:_BUKTI]:
        if a.ke == sop.id:
            yield f"langkah {_nomor(sop, a.dipakai)} memerlukan `{a.dokumen}`, yang dihasilkannya pada langkah {_nomor(lain, a.dibuat)}"
        else:
            yield f"langkah {_nomor(sop, a.dibuat)} menghasilkan `{a.dokumen}`, yang diperlukannya pada langkah {_nomor(lain, a.dipakai)}"
    if len(usul.aliran) > _BUKTI:
        yield f"{len(usul.aliran) - _BUKTI} dokumen lain"


def _nomor(sop: Sop, tempat: TempatLangkah) -> str:
    return nomor_langkah(sop, tempat.prosedur, tempat.langkah)
