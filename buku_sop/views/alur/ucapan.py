"""What a symbol says to those who do not see the drawing: its kind, its role, and where the flow goes."""

from __future__ import annotations

from buku_sop.analysis.alur.alur import Alur, Panah
from buku_sop.model import Prosedur, Simbol
from buku_sop.model.tulisan import tulis
from buku_sop.views.dasar.nomor import label_panah, sebut_langkah
from buku_sop.views.dasar.tujuan import nama_tujuan

_JENIS = {
    Simbol.KAPSUL: "ucapan.kapsul",
    Simbol.KOTAK: "ucapan.kotak",
    Simbol.BELAH_KETUPAT: "ucapan.belah",
}

_TEMAN = 4
"""Most performers of a joint step that are named beside each of them."""


def ucapan(prosedur: Prosedur, alur: Alur) -> tuple[str, ...]:
    """Return the words for each of `alur.simpul`.

    For example "Keputusan oleh Sekretaris; Setuju ke langkah 9; Tidak setuju kembali ke langkah 7".
    """
    bersama = {k: grup for grup in alur.bersama for k in grup}
    keluar: list[list[Panah]] = [[] for _ in alur.simpul]
    masuk: list[list[Panah]] = [[] for _ in alur.simpul]
    for panah in alur.panah:
        keluar[panah.dari].append(panah)
        masuk[panah.ke].append(panah)
    hasil = []
    for k, simpul in enumerate(alur.simpul):
        kata = tulis(_JENIS[simpul.simbol])
        if simpul.simbol is Simbol.KAPSUL:
            kata = _ujung(bool(keluar[k]), bool(masuk[k]) and k > 0)
        if simpul.teks and simpul.teks != kata:
            kata += f" ({simpul.teks})"
        if not simpul.tambahan:
            kata = tulis("ucapan.oleh", apa=kata, pelaksana=prosedur.sebutan[simpul.lane])
        if k in bersama:
            kata = tulis("ucapan.bersama", apa=kata, siapa=_teman(prosedur, alur, k, bersama[k]))
        kata = tulis("ucapan.opsional", apa=kata) if simpul.opsional else kata
        jalan = (_tujuan(prosedur, alur, p, keluar[k]) for p in keluar[k])
        hasil.append("; ".join([kata, *dict.fromkeys(jalan)]))
    return tuple(hasil)


def _ujung(keluar: bool, masuk: bool) -> str:
    """Say what a capsule is."""
    if not keluar:
        return tulis("ucapan.selesai")
    return tulis(_JENIS[Simbol.KAPSUL]) if masuk else tulis("ucapan.mulai")


def _teman(prosedur: Prosedur, alur: Alur, simpul: int, grup: tuple[int, ...]) -> str:
    """Name those with whom a performer acts; of many only how many they are."""
    nama = [prosedur.sebutan[alur.simpul[k].lane] for k in grup if k != simpul]
    if len(nama) > _TEMAN:
        return tulis("ucapan.lain", banyak=len(nama))
    return f"{', '.join(nama[:-1])} dan {nama[-1]}" if len(nama) > 1 else nama[0]


def _tujuan(prosedur: Prosedur, alur: Alur, panah: Panah, semua: list[Panah]) -> str:
    """Say where an arrow leads, and what it is called; `semua` leave the same symbol."""
    dari, ke = alur.simpul[panah.dari], alur.simpul[panah.ke]
    if panah.dari == panah.ke:
        tujuan = tulis("ucapan.langkah_ini")
    elif ke.langkah == dari.langkah:
        tujuan = prosedur.sebutan[ke.lane]
    else:
        nama = nama_tujuan(prosedur, alur, panah, semua)
        tujuan = f"{sebut_langkah(prosedur, ke.langkah)}{nama}"
    kata = tulis("ucapan.kembali_ke" if panah.balik else "ucapan.ke", tujuan=tujuan)
    if ke.tambahan:
        kata = tulis("ucapan.akhir")
    label = label_panah(panah)
    return f"{label} {kata}" if label else kata
