"""Tells cells that say how often or when, or that it depends, from those that say how long.

A cell is taken for a schedule only where each of its words belongs to one: a date is never read out of a sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise

from buku_sop.loading.waktu_kata import KATA_ANGKA, SATUAN, Kata, potong
from buku_sop.model import KeadaanWaktu
from buku_sop.model.bulan import BULAN

_TERGANTUNG = re.compile(
    r"(?:waktu(?:nya)?\s+|dapat\s+|jadwal\s+)*(?:"
    r"(?:di|me|meny)?(?:sesuai|esuai)(?:kan)?\b.*|berdasarkan\b.*|(?:ber)?gantung\b.*|tergantung\b.*|mengikuti\b.*"
    r"|tentatif|kondisional|situasional|fleksibel|insidentil|insidental|relatif|variatif|bervariasi|ber-?variasi"
    r"|setiap saat|sewaktu-waktu|kapan saja|kapanpun|kapan pun|terus[- ]menerus|berkelanjutan|kontinu|kontinyu|kontinue"
    r"|sepanjang (?:tahun|waktu|masa|hari)|selama diperlukan|selama .{0,60}berlangsung|(?:sampai|hingga|s\.?d\.?) selesai"
    r"|(?:pada )?(?:saat|waktu|hari|ketika) itu (?:juga|pula)|seketika|langsung|saat ini juga"
    r"|tidak (?:tentu|tetap|menentu|terbatas|ditentukan|dibatasi|terikat waktu|ada batas(?:an)? waktu)"
    r"|(?:jika|bila|apabila|kalau|saat|ketika) (?:di)?(?:perlu|perlukan|butuhkan)"
    r")(?:\s*\([^()]*\))?"
)
"""A time that depends. `sesuai ...` takes the rest of the cell with it: "sesuai jadwal pimpinan"."""
_HARI = frozenset(["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "ahad"])
_BERKALA = frozenset(
    [
        "setiap", "tiap", "berkala", "periodik", "rutin", "harian", "mingguan", "bulanan", "triwulanan",
        "semesteran", "tahunan", "dwibulanan", "kuartalan", "caturwulanan", "dwimingguan", "tiga-bulanan",
    ]
)  # fmt: skip
_TEMPO = frozenset({"triwulan", "tri wulan", "semester", "caturwulan", "kuartal"})
"""Stretches of a year that say how often where they stand alone: nobody works on a step for one."""
_KALI = frozenset({"kali", "sekali", "x", "×"})
_SE = frozenset(["sehari", "seminggu", "sebulan", "setahun", "setriwulan", "sesemester", "sepekan"])
_JADWAL = frozenset(["tanggal", "tgl", "pukul", "pkl", "wib", "wita", "wit"])
_URUTAN = re.compile(
    r"(?:i{1,3}|iv|vi{0,3}|ix|x|xi{0,2})|pertama|kedua|ketiga|keempat|kelima|keenam|terakhir|ke|berjalan|berikutnya|berikut"
    r"|depan|sebelumnya|selanjutnya|sama|bersangkutan|yang|itu|ini|anggaran"
)
_BERURUT = frozenset({*SATUAN, "tw", "kuartal", "caturwulan", "periode", "tri", "wulan"})
_BAGIAN = frozenset(["awal", "akhir", "pertengahan", "tengah"])
_LAIN = frozenset(
    [
        "dan", "atau", "pada", "di", "dari", "sampai", "per", "dalam", "minimal", "maksimal", "maks", "paling",
        "lambat", "lama", "cepat", "sebelum", "setelah", "sesudah", "tanggal", "selambat-lambatnya", "selambatnya",
        "secara", "kerja", "kalender", "jam", "hari", "efektif", "libur", "mulai", "hingga", "sejak", "antara",
        "menjelang", "tahun", "yang", "sama", "juga", "berjalan", "bersangkutan", "anggaran", "waktu", "selama",
        "satu",
    ]
)  # fmt: skip
_TANDA = frozenset(["(", ")", ",", ".", ";", ":", "/", "-", "&"])
_PERISTIWA = re.compile(
    r"(?:(?:paling (?:lambat|lama|cepat)|selambat-lambatnya|maksimal|dilaksanakan|dilakukan|waktu)\s+)*"
    r"(?:sebelum|menjelang|setelah|sesudah|pada saat|saat|ketika|sejak|h\s?[-+]\s?\d{1,3}|t\s?[-+]\s?\d{1,3})\b[^\d]*"
)
"""A point in time that an event gives: "sebelum rapat dimulai", "paling lambat H-3"."""
_SETIAP = re.compile(
    r"(?:di(?:lakukan|laksanakan|kerjakan)\s+)?(?:setiap|tiap)(?:[- ]tiap)?\s+\S.*"
)
_TANGGAL = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}")
_JAM_DINDING = re.compile(r"(?:pada\s+|mulai\s+|dari\s+)?jam\s+\d{1,2}(?:[.:]\d{2})?\b")
_PUKUL = re.compile(r"\b(?:[01]\d|2[0-4])[.:][0-5]\d\b")
_H = re.compile(r"\b[ht]\s?[-+–]\s?\d{1,3}\b")


def bukan_lama(biasa: str) -> KeadaanWaktu | None:
    """Tell what a cell in lower case says that says no amount of time; None where it cannot be told."""
    rapi = biasa.strip(" .;:,*")
    if rapi.startswith("(") and rapi.endswith(")"):
        rapi = rapi[1:-1].strip()
    if _TERGANTUNG.fullmatch(rapi):
        return KeadaanWaktu.SESUAI_KEBUTUHAN
    kata = potong(rapi)
    if rapi in _TEMPO or _SETIAP.fullmatch(rapi):
        return KeadaanWaktu.BERKALA
    if all(_dikenal(k) for k in kata):
        if _berkala(kata):
            return KeadaanWaktu.BERKALA
        if _berjadwal(kata, rapi):
            return KeadaanWaktu.JADWAL
    if _PERISTIWA.fullmatch(rapi) or _H.fullmatch(rapi):
        return KeadaanWaktu.JADWAL
    return None


def _dikenal(k: Kata) -> bool:
    """Tell whether a piece belongs to schedules."""
    teks = k.teks
    return (
        k.angka
        or teks in _LAIN
        or teks in _TANDA
        or teks in _BERURUT
        or teks in BULAN
        or teks in _HARI
        or teks in _BERKALA
        or teks in _KALI
        or teks in _SE
        or teks in _JADWAL
        or teks in _BAGIAN
        or teks in KATA_ANGKA
        or teks in ("h", "t", "m", "+", "±")
        or _URUTAN.fullmatch(teks) is not None
    )


def _berkala(kata: tuple[Kata, ...]) -> bool:
    """Tell whether pieces say how often: a word for it, "2 kali sebulan", "per triwulan", "3 bulan sekali"."""
    teks = [k.teks for k in kata]
    if _BERKALA.intersection(teks):
        return True
    satuan = _SE.intersection(teks) or any(t in SATUAN for t in teks)
    if "sekali" in teks and satuan:
        return True
    if _KALI.intersection(teks) and (
        _SE.intersection(teks) or ({"per", "dalam", "/"} & {*teks} and satuan)
    ):
        return True
    if (
        _KALI.intersection(teks)
        and teks[0] in {"1", "2", "3", "4", "6"}
        and any(t in SATUAN for t in teks[1:2])
    ):
        return True
    return teks[:1] == ["per"] and bool(satuan)


def _berjadwal(kata: tuple[Kata, ...], rapi: str) -> bool:
    """Tell whether pieces name a place in the calendar or on the clock."""
    teks = [k.teks for k in kata]
    if (BULAN.keys() | _HARI | _BAGIAN) & set(teks):
        return True
    if _TANGGAL.search(rapi) or _JAM_DINDING.match(rapi) or _H.search(rapi):
        return True
    if _JADWAL.intersection(teks) and any(k.angka for k in kata):
        return True
    if len(_PUKUL.findall(rapi)) > 1 or (_PUKUL.fullmatch(rapi) and ":" in rapi):
        return True
    if any(a in _BERURUT and _URUTAN.fullmatch(b) for a, b in pairwise(teks)):
        return True
    return "kerja" in teks and not any(k.angka or k.teks in KATA_ANGKA for k in kata)
