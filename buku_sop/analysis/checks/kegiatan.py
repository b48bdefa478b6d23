"""SOP-M005, M006 and A025: a kegiatan opens with a verb, since the column beside it says who acts.

Only 17 % of the steps in real SOPs open with a me- verb, so these are never more than a saran, and what
is in doubt passes: names of activities ("Pengumpulan data"), titles of steps ("Laporan"), clauses whose verb comes
after its object ("Surat masuk dicatat"), and a table whose steps are for the most part no sentences at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from buku_sop.analysis.checks.kosakata import (
    BUKAN_KERJA,
    JABATAN,
    KATA_KERJA,
    KATA_LANJUTAN,
    KATA_PEKERJAAN,
    KATA_PENGANTAR,
)
from buku_sop.analysis.checks.teks import gabung, jalur_langkah
from buku_sop.analysis.temuan import Temuan
from buku_sop.model import Langkah, Pelaksana, Prosedur

_KATA = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
_AWAL = 120
"""Characters of a kegiatan in which its opening stands."""
_NOMINA_KERJA = re.compile(r"(?:pe|ke)[a-z]{3,}an(?:nya)?(?:-[a-z]+)?")
"""Nouns made of verbs: penyusunan, pengumpulan, perbaikan."""
_PASIF = re.compile(
    r"di[a-z]{3,}(?:kan|i)|di(?!alog|gital|klat|nas|rekt|sip|skusi|stri|visi|agram|men|spo)[a-z]{3,}"
)
"""Verbs that say what is done with a thing: "Surat masuk dicatat"."""
_ANAK_KALIMAT = 8
"""Words among which the verb of a clause stands that begins with its object."""
_SEGAYA = 3
"""Steps from which on a table has a style of its own."""
_MULAI_SELESAI = re.compile(r"\W*(?:mulai|start|awal|selesai|akhir|end|finish)\W*", re.IGNORECASE)


def awal_atau_akhir(langkah: Langkah) -> bool:
    """Tell whether a step only stands for the start or the end of the flow."""
    return _MULAI_SELESAI.fullmatch(langkah.kegiatan) is not None


def periksa_kegiatan(
    prosedur: Prosedur, langkah: Langkah, p: int, i: int, nomor: str
) -> Iterator[Temuan]:
    """Check how a step's kegiatan opens: with a role (M005), that of another lane (A025), or with no verb (M006)."""
    awal = _KATA.search(langkah.kegiatan, 0, _AWAL)
    if awal is None or _baik(awal[0]):
        return
    kata = _KATA.findall(langkah.kegiatan[:_AWAL])
    if not kata or awal_atau_akhir(langkah):
        return
    jalur = jalur_langkah(p, i, "kegiatan")
    peran = _peran(kata, tuple(lane.label for lane in prosedur.pelaksana))
    lain = _lane_lain(prosedur, langkah, kata) if peran else None
    if lain:
        label = {lane.id: lane.label for lane in prosedur.pelaksana}
        isi = {
            "langkah": nomor,
            "kata": lain.label,
            "pelaksana": gabung([f"`{label.get(id, id)}`" for id in langkah.pelaksana]),
            "id": lain.id,
        }
        yield Temuan("SOP-A025", jalur, isi)
    elif peran:
        yield Temuan("SOP-M005", jalur, {"kata": _tertulis(langkah.kegiatan, peran)})
    elif not (_boleh(kata[0].casefold()) or _nama_kegiatan(kata) or _tanpa_kalimat(prosedur)):
        yield Temuan("SOP-M006", jalur, {"kata": kata[0]})


def _nama_kegiatan(kata: list[str]) -> bool:
    """Tell whether words name an activity, are the title of a step, or have their verb behind its object."""
    awal = kata[0].casefold()
    if len(kata) == 1 or _NOMINA_KERJA.fullmatch(awal) or awal in KATA_PEKERJAAN:
        return True
    if any(_PASIF.fullmatch(k.casefold()) for k in kata[1:_ANAK_KALIMAT]):
        return True
    # "PA/KPA menetapkan …": whoever acts is named by an abbreviation that is no column
    return kata[0].isupper() and any(_boleh(k.casefold()) for k in kata[1:3])


def _tanpa_kalimat(prosedur: Prosedur) -> bool:
    """Tell whether most steps of a table open otherwise than with a verb: that is its style."""
    return _gaya(tuple(langkah.kegiatan for langkah in prosedur.langkah))


@lru_cache(maxsize=512)
def _gaya(kegiatan: tuple[str, ...]) -> bool:
    awal = [a[0].casefold() for k in kegiatan if (a := _KATA.search(k, 0, _AWAL))]
    tanpa = sum(not _boleh(a) and a not in JABATAN for a in awal)
    return len(awal) >= _SEGAYA and 2 * tanpa > len(awal)


def _peran(kata: list[str], label: tuple[str, ...]) -> str:
    """Return the role with which a kegiatan opens, as written; empty if it opens otherwise."""
    kecil = [k.casefold() for k in kata]
    peran, bagian = _kata_label(label)
    panjang = max((len(p) for p in peran if tuple(kecil[: len(p)]) == p), default=0)
    if not panjang and kecil[0] not in JABATAN:
        return ""
    panjang = panjang or 1
    while panjang < min(len(kata), 5) and (
        kecil[panjang] in KATA_LANJUTAN or kecil[panjang] in bagian
    ):
        panjang += 1
    return " ".join(kata[:panjang])


def _lane_lain(prosedur: Prosedur, langkah: Langkah, kata: list[str]) -> Pelaksana | None:
    """Return the lane of which a kegiatan speaks at its beginning, if it is none of the step's.

    Only a name that is written whole counts, and none that several lanes begin with.
    """
    kecil = tuple(k.casefold() for k in kata)
    cocok = [
        (len(nama), lane)
        for lane in prosedur.pelaksana
        if (nama := tuple(_KATA.findall(lane.label.casefold()))) and kecil[: len(nama)] == nama
    ]
    if not cocok or not langkah.pelaksana:
        return None
    panjang, lane = max(cocok, key=lambda c: c[0])
    if lane.id in langkah.pelaksana:
        return None
    awal = kecil[:panjang]
    serupa = sum(
        tuple(_KATA.findall(x.label.casefold()))[:panjang] == awal for x in prosedur.pelaksana
    )
    singkatan = lane.label.isupper() and kata[0].isupper()  # "PPK" is no position in general
    umum = lane.label.casefold() in JABATAN and not singkatan
    return lane if serupa == 1 and not umum else None


def _tertulis(kegiatan: str, peran: str) -> str:
    """Return the name of a role with the marks that are written in it: "PA/KPA"."""
    pola = r"[\W\d_]+".join(map(re.escape, peran.split(" ")))
    cocok = re.search(pola, kegiatan)
    return cocok[0] if cocok else peran


@lru_cache(maxsize=512)
def _kata_label(label: tuple[str, ...]) -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """Return the words of whole labels, and the words that may go on the name of a role."""
    utuh = [tuple(_KATA.findall(satu.casefold())) for satu in label]
    lanjut = {k for satu in utuh for k in satu[1:] if not _boleh(k)}
    return frozenset(satu for satu in utuh if satu and not _boleh(satu[0])), frozenset(lanjut)


@lru_cache(maxsize=4096)
def _baik(kata: str) -> bool:
    """Tell whether a first word leaves nothing to look for: no role begins with a word that may open."""
    kecil = kata.casefold()
    return kecil not in JABATAN and _boleh(kecil)


def _boleh(kata: str) -> bool:
    """Tell whether a word may open a kegiatan: a verb, or what leads to one."""
    if kata in KATA_KERJA or kata in KATA_PENGANTAR:
        return True
    if kata in BUKAN_KERJA:
        return False
    return re.match(r"(?:me|ber|di|ter)[a-z-]{3,}", kata) is not None
