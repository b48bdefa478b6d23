"""What an editor may accept for each kind of value: the JSON Schema side of `buku_sop.loading.fields`.

A schema sees values as YAML types them (`15` is a number, `true` a boolean), while the loader sees the text
that was written; so wherever text is wanted, numbers and booleans pass too. Text is described by what it is
not, because an editor offers `true`, `false` and `null` wherever a schema names those types.
`errorMessage` and `patternErrorMessage` are what YAML editors show instead of their own English words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from buku_sop.loading.tanggal import KATA_KOSONG, RUMPANG, SELA, SELA_TAHUN, TANDA_KOSONG
from buku_sop.model.bulan import BULAN

Skema = dict[str, Any]

POLA_ID = "[a-z0-9][a-z0-9_-]*"
POLA_SINGKATAN = r"^(?=.*[A-Za-z]).{2,24}$"
KATA_KHUSUS = ("lanjut", "berikut", "selesai")

_SATU_TEKS = "Tulis satu teks, tanpa daftar dan tanpa kunci di bawahnya."
TEKS: Skema = {"not": {"type": ["object", "array", "null"]}, "errorMessage": _SATU_TEKS}
TEKS_ATAU_KOSONG: Skema = {"not": {"type": ["object", "array"]}, "errorMessage": _SATU_TEKS}
TEKS_WAJIB: Skema = {**TEKS, "pattern": r"\S", "patternErrorMessage": "Isian ini wajib diisi."}
DAFTAR_TEKS: Skema = {
    "anyOf": [TEKS_ATAU_KOSONG, {"type": "array", "items": TEKS_ATAU_KOSONG}],
}
SINGKATAN: Skema = {
    "pattern": POLA_SINGKATAN,
    "patternErrorMessage": "Tulis singkatannya di kiri, 2 sampai 24 huruf; kepanjangannya di kanan.",
}
ARTI: Skema = {
    "anyOf": [
        TEKS_WAJIB,
        {
            "type": "array",
            "items": {"anyOf": [{"type": "null"}, TEKS_WAJIB]},
            "contains": TEKS_WAJIB,
        },
    ],
}
_ALASAN: Skema = {"type": "object", "additionalProperties": TEKS_ATAU_KOSONG}
PERLU_KONFIRMASI: Skema = {
    "anyOf": [
        _ALASAN,
        {"type": "array", "items": {"anyOf": [TEKS_ATAU_KOSONG, _ALASAN]}},
        TEKS_ATAU_KOSONG,
    ],
}


def _abaikan_huruf(kata: str) -> str:
    """Write a pattern for a word in capital or small letters: JSON Schema has no flag for it."""
    return "".join(f"[{c.upper()}{c}]" if c.isalpha() else c for c in kata)


def _salah_satu(*kata: str) -> str:
    return "(?:" + "|".join(map(_abaikan_huruf, kata)) + ")"


_TAHUN = r"(?!0000)[0-9]{4}"
_KABISAT = r"(?!0000)(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_HARI_BULAN: tuple[tuple[str, tuple[int, ...], str], ...] = (
    (r"(?:0?[1-9]|[12][0-9]|3[01])", (1, 3, 5, 7, 8, 10, 12), _TAHUN),
    (r"(?:0?[1-9]|[12][0-9]|30)", (4, 6, 9, 11), _TAHUN),
    (r"(?:0?[1-9]|1[0-9]|2[0-8])", (2,), _TAHUN),
    ("29", (2,), _KABISAT),
)
"""Days, the months that have them, and the years in which they do."""


def pola_tanggal() -> str:
    """Write the pattern of every date that exists, in the ways in which the loader reads one."""
    cara = []
    for hari, bulan, tahun in _HARI_BULAN:
        angka = "(?:" + "|".join(f"0?{b}" if b < 10 else str(b) for b in bulan) + ")"
        nama = _salah_satu(*(nama for nama, b in BULAN.items() if b in bulan))
        cara += [
            f"{tahun}-{angka}-{hari}",
            f"{hari}[-/.]{angka}[-/.]{tahun}",
            f"{hari}{SELA}{nama}{SELA_TAHUN}{tahun}",
        ]
    return rf"^\s*(?:{'|'.join(cara)})\s*$"


TUJUAN: Skema = ARTI
"""One target or several."""


def pola_tertulis() -> str:
    """Write the pattern of what may stand in place of a full date."""
    bulan, tahun = "(?:0?[1-9]|1[0-2])", "[1-9][0-9]{3}"
    kosong = r"\s+".join(_salah_satu(*KATA_KOSONG).split(" "))
    cara = (
        rf"{TANDA_KOSONG}[-–—_.…·/()0\s]*",
        rf"{kosong}\.?",
        rf"{RUMPANG}{_salah_satu(*BULAN)}{SELA_TAHUN}{tahun}",
        f"{bulan}[-/]{tahun}",
        f"{tahun}(?:-{bulan})?",
    )
    return rf"^\s*(?:{'|'.join(cara)})\s*$"


_PESAN_TANGGAL = "Tulis tanggal yang ada sebagai tahun-bulan-hari, misalnya 2026-01-31."
TANGGAL: Skema = {
    "type": "string",
    "pattern": pola_tanggal(),
    "patternErrorMessage": _PESAN_TANGGAL,
    "examples": ["2026-01-31"],
}
TANGGAL_IDENTITAS: Skema = {
    "anyOf": [
        {"type": "string", "pattern": pola_tanggal()},
        {"type": "string", "pattern": pola_tertulis()},
        {"type": "integer", "minimum": 1000, "maximum": 9999},
        {"type": "integer", "enum": [0]},
    ],
    "errorMessage": f'{_PESAN_TANGGAL} Boleh juga bulan atau tahunnya saja, atau "-" bila tidak ada.',
    "examples": ["2026-01-31"],
}
YA_TIDAK: Skema = {
    "anyOf": [
        {"enum": ["ya", "tidak"]},
        {"type": "boolean"},
        {
            "type": "string",
            "pattern": rf"^\s*{_salah_satu('ya', 'true', 'benar', 'tidak', 'false', 'bukan')}\s*$",
        },
    ],
    "errorMessage": "Tulis ya atau tidak.",
}
_PESAN_ID = "Tulis dengan huruf kecil, angka, tanda hubung, atau garis bawah, tanpa spasi."
_ID: Skema = {**TEKS, "multipleOf": 1, "minimum": 0}
"""An id may look like a whole number."""
ID: Skema = {**_ID, "pattern": f"^{POLA_ID}$", "patternErrorMessage": _PESAN_ID}
ID_LANGKAH: Skema = {
    **_ID,
    "pattern": f"^(?!(?:{'|'.join(KATA_KHUSUS)})$){POLA_ID}$",
    "patternErrorMessage": f"{_PESAN_ID} Bukan pula kata {', '.join(KATA_KHUSUS[:-1])}, atau {KATA_KHUSUS[-1]}.",
}
_PESAN_JAM = "Tulis jam kerja sehari, lebih dari 0 sampai 24, misalnya 7.5."
JAM_PER_HARI: Skema = {
    "anyOf": [
        {"type": "number", "exclusiveMinimum": 0, "maximum": 24},
        {
            "type": "string",
            "pattern": r"^\s*(?!0*(?:[.,]0+)?\s*$)"
            r"0*(?:(?:[0-9]|1[0-9]|2[0-3])(?:[.,][0-9]+)?|24(?:[.,]0+)?)\s*$",
        },
    ],
    "errorMessage": _PESAN_JAM,
}
HARI_PER_MINGGU: Skema = {
    "anyOf": [
        {"type": "integer", "minimum": 1, "maximum": 7},
        {"type": "string", "pattern": r"^\s*0*[1-7](?:\.0+)?\s*$"},
    ],
    "errorMessage": "Tulis hari kerja seminggu, 1 sampai 7.",
}


def salah_satu(kata: Iterable[str]) -> Skema:
    """Describe words to choose from, in capital or small letters."""
    semua = [*kata]
    return {
        "anyOf": [
            {"enum": semua},
            {"type": "string", "pattern": rf"^\s*{_salah_satu(*semua)}\s*$"},
        ],
        "errorMessage": f"Tulis salah satu: {', '.join(semua)}.",
    }


def formulir(kata: Iterable[str]) -> Skema:
    """Describe the names of forms, whose hyphens may be blanks or low lines."""
    isi = salah_satu(kata)
    pola = isi["anyOf"][1]["pattern"].replace("-", r"[-_\s]+")
    return {**isi, "anyOf": [isi["anyOf"][0], {"type": "string", "pattern": pola}]}


TEPI_TERLEBAR = 50
"""The widest margin in mm."""


def tepi(terkecil: int) -> Skema:
    """Describe a margin: a whole number of mm, also with the unit behind it."""
    angka = "|".join(map(str, range(terkecil, TEPI_TERLEBAR + 1)))
    return {
        "anyOf": [
            {"type": "integer", "minimum": terkecil, "maximum": TEPI_TERLEBAR},
            {"type": "string", "pattern": rf"^\s*0*(?:{angka})(?:\.0+)?\s*(?:mm)?\s*$"},
        ],
        "errorMessage": f"Tulis tepi dalam milimeter, {terkecil} sampai {TEPI_TERLEBAR}, misalnya 20.",
    }
