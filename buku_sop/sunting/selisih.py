"""What unsaved texts change, in words: the comparison of `sop beda`, of the handbook as published and as edited."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from buku_sop.analysis.beda import Beda, bandingkan
from buku_sop.handbook import Hasil
from buku_sop.sunting.buku import Buku, TakAda, Ubahan
from buku_sop.views.beda.html import tulis_potongan
from buku_sop.views.beda.markdown import tulis_markdown
from buku_sop.views.beda.susun import tampilkan
from buku_sop.views.beda.tampil import BukuTampil
from buku_sop.views.beda.teks import tulis_teks

TERBIT, KINI = "yang terbit", "usulan"


def banding(buku: Buku, ubahan: Ubahan, dasar: Ubahan | None = None) -> BukuTampil:
    """Compare the handbook with unsaved texts to the published one, or to one with the texts of `dasar`."""
    a, b = buku.buka(dasar), buku.buka(ubahan)
    return tampilkan(_beda(a, b), TERBIT, KINI)


def _beda(a: Hasil, b: Hasil) -> Beda:
    return bandingkan(a.handbook, b.handbook, rusak_sebelum=_rusak(a), rusak_sesudah=_rusak(b))


def _rusak(hasil: Hasil) -> Iterable[str]:
    """Name the SOPs whose files are there but gave nothing whole."""
    ids = ("/".join(f.split("/")[-2:]).removesuffix(".yml") for f in hasil.dibaca)
    return sorted(set(ids) - hasil.berkas.keys())


def selisih(buku: Buku, ubahan: Ubahan, berkas: str, dasar: str | None) -> dict[str, Any]:
    """Say what a file's unsaved text, and those beside it, change. `dasar` is the text it began from."""
    tampil = banding(buku, ubahan, None if dasar is None else {berkas: dasar})
    teks = tulis_teks(tampil)
    return {
        "ada": bool(tampil.sop or tampil.instansi),
        "kalimat": [f"{s.nama}: {'; '.join(s.ringkas)}" for s in tampil.sop],
        "teks": teks,
        "markdown": tulis_markdown(tampil),
        "html": "".join(tulis_potongan(s, buku.perender) for s in tampil.sop),
        "tak_terbanding": list(tampil.tak_terbanding),
        "baris_berubah": _baris_berubah(buku, ubahan, berkas, dasar),
    }


def _baris_berubah(buku: Buku, ubahan: Ubahan, berkas: str, dasar: str | None) -> int:
    """Count the lines that a reviewer sees changed."""
    jumlah = 0
    for nama, teks in ubahan.items():
        lama = dasar if nama == berkas and dasar is not None else _terbit(buku, nama)
        a, b = lama.splitlines(), (teks or "").splitlines()
        for apa, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            jumlah += max(a2 - a1, b2 - b1) if apa != "equal" else 0
    return jumlah


def _terbit(buku: Buku, nama: str) -> str:
    try:
        return buku.teks(nama)
    except TakAda:
        return ""
