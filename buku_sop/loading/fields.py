"""The kinds of value that the fields of an SOP file take, and the short ways to write them.

Every scalar arrives as text. A validator that refuses a value raises a `PydanticCustomError` whose type is a
code of the diagnostics table and whose context fills that code's template.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from buku_sop.loading import skema_isian as skema
from buku_sop.loading.skema_isian import KATA_KHUSUS
from buku_sop.loading.tanggal import baca_tanggal, baca_tertulis
from buku_sop.model import (
    ArahKertas,
    JenisFormulir,
    NamaKertas,
    Penilaian,
    RuangTandaTangan,
    SusunanTandaTangan,
)
from buku_sop.model.setelan import BentukUnduhan
from buku_sop.model.tanggal import TanggalTertulis
from buku_sop.model.teks import rapikan_baris

ID = re.compile(skema.POLA_ID)
SINGKATAN = re.compile(skema.POLA_SINGKATAN)
_JAM = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*", re.ASCII)
_MM = re.compile(r"\s*0*(\d{1,2})(?:\.0+)?\s*(?:mm)?\s*", re.ASCII)
_HARI = re.compile(r"\s*0*([1-7])(?:\.0+)?\s*", re.ASCII)


class Berbaris:
    """Marks a field whose line breaks are content; in all others they are white space."""


def salah(kode: str, **isi: str) -> PydanticCustomError:
    """Make the error for a code of the table."""
    return PydanticCustomError(kode, "{kode}", {"kode": kode, **isi})


def _teks(value: Any) -> Any:
    """Fold white space: in a name or a label a line break is for the eye."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _baris(value: Any) -> Any:
    """Keep the lines of a text, each with single blanks: in a cell a line break is content."""
    return rapikan_baris(value) if isinstance(value, str) else value


def _daftar(value: Any) -> Any:
    """Accept one text for a list of one; drop empty items."""
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [v for v in value if v is not None]
    return value


def _tanggal(value: Any) -> Any:
    """Read a full date."""
    if not isinstance(value, str):
        return value
    if tanggal := baca_tanggal(value):
        return tanggal
    raise salah("SOP-S005", nilai=value)


def _tanggal_identitas(value: Any) -> Any:
    """Read a full date, or what documents have in its place: "-", "Januari 2018", "2018"."""
    if isinstance(value, str) and (tertulis := baca_tertulis(value)):
        return tertulis
    return _tanggal(value)


def _ya_tidak(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    kata = value.strip().lower()
    if kata in {"ya", "true", "benar"}:
        return True
    if kata in {"tidak", "false", "bukan"}:
        return False
    raise salah("SOP-S006", nilai=value)


def _id(value: Any) -> Any:
    if isinstance(value, str) and not ID.fullmatch(value):
        raise salah("SOP-S008", nilai=value, usul=usul_id(value))
    return value


def usul_id(teks: str) -> str:
    """Propose an id for words."""
    kata = re.findall(r"[a-z0-9]+", teks.casefold())
    return "-".join(kata[:3]) or "langkah-periksa"


def _id_langkah(value: Any) -> Any:
    if value in KATA_KHUSUS:
        raise salah("SOP-S010", nilai=value)
    return _id(value)


def _kata_pilihan(value: Any) -> Any:
    """Forgive capitals and white space around words to choose from."""
    return " ".join(value.casefold().split()) if isinstance(value, str) else value


def _formulir(value: Any) -> Any:
    """Forgive capitals, and blanks or underscores for hyphens."""
    return re.sub(r"[\s_]+", "-", value.strip().casefold()) if isinstance(value, str) else value


def _singkatan(value: Any) -> Any:
    rapi = _teks(value)
    if isinstance(rapi, str) and not SINGKATAN.search(rapi):
        raise salah("SOP-S011", nilai=value)
    return rapi


def _jam(value: Any) -> Any:
    """Read the hours of a working day, 0 to 24, with a decimal comma or point."""
    if not isinstance(value, str):
        return value
    cocok = _JAM.fullmatch(value)
    jam = Decimal(cocok[1].replace(",", ".")) if cocok else Decimal(0)
    if not 0 < jam <= 24:
        raise salah(
            "SOP-S007", nilai=value, kunci="jam_per_hari", batas="0 sampai 24", contoh="7.5"
        )
    return jam


def _hari(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    cocok = _HARI.fullmatch(value)
    if cocok is None:
        raise salah(
            "SOP-S007", nilai=value, kunci="hari_per_minggu", batas="1 sampai 7", contoh="5"
        )
    return int(cocok[1])


def _tepi(terkecil: int) -> Callable[[Any], Any]:
    """Read a margin in mm."""

    def baca(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        cocok = _MM.fullmatch(value)
        mm = int(cocok[1]) if cocok else 0
        if not terkecil <= mm <= skema.TEPI_TERLEBAR:
            batas = f"{terkecil} sampai {skema.TEPI_TERLEBAR}"
            raise salah("SOP-S007", nilai=value, kunci="tepi", batas=batas, contoh="20")
        return mm

    return baca


def _konfirmasi(value: Any) -> Any:
    """Accept {field: reason}, or a list of fields and {field: reason}, or one field."""
    if isinstance(value, str):
        value = [value]
    if isinstance(value, list):
        if not all(isinstance(v, str | dict | None) for v in value):
            return value
        gabung: dict[str, Any] = {}
        for v in value:
            gabung.update(v if isinstance(v, dict) else {v: None} if v is not None else {})
        value = gabung
    if isinstance(value, dict):
        return {k: "" if v is None else v for k, v in value.items()}
    return value


Teks = Annotated[str, BeforeValidator(_teks), WithJsonSchema(skema.TEKS)]
TeksWajib = Annotated[
    str, Field(min_length=1), BeforeValidator(_teks), WithJsonSchema(skema.TEKS_WAJIB)
]
TeksBaris = Annotated[str, BeforeValidator(_baris), Berbaris(), WithJsonSchema(skema.TEKS)]
TeksBarisWajib = Annotated[
    str, Field(min_length=1), BeforeValidator(_baris), Berbaris(), WithJsonSchema(skema.TEKS_WAJIB)
]
DaftarBaris = Annotated[
    list[TeksBaris], BeforeValidator(_daftar), Berbaris(), WithJsonSchema(skema.DAFTAR_TEKS)
]
DaftarTeks = Annotated[list[Teks], BeforeValidator(_daftar), WithJsonSchema(skema.DAFTAR_TEKS)]
DaftarTujuan = Annotated[
    list[TeksWajib], Field(min_length=1), BeforeValidator(_daftar), WithJsonSchema(skema.TUJUAN)
]
Tanggal = Annotated[date, BeforeValidator(_tanggal), WithJsonSchema(skema.TANGGAL)]
TanggalIdentitas = Annotated[
    date | TanggalTertulis,
    BeforeValidator(_tanggal_identitas),
    WithJsonSchema(skema.TANGGAL_IDENTITAS),
]
YaTidak = Annotated[bool, BeforeValidator(_ya_tidak), WithJsonSchema(skema.YA_TIDAK)]
PilihanPenilaian = Annotated[Penilaian, BeforeValidator(_kata_pilihan)]
PilihanKertas = Annotated[
    NamaKertas, BeforeValidator(_kata_pilihan), WithJsonSchema(skema.salah_satu(NamaKertas))
]
PilihanArah = Annotated[
    ArahKertas, BeforeValidator(_kata_pilihan), WithJsonSchema(skema.salah_satu(ArahKertas))
]
PilihanTandaTangan = Annotated[
    RuangTandaTangan,
    BeforeValidator(_kata_pilihan),
    WithJsonSchema(skema.salah_satu(RuangTandaTangan)),
]
PilihanSusunan = Annotated[
    SusunanTandaTangan,
    BeforeValidator(_kata_pilihan),
    WithJsonSchema(skema.salah_satu(SusunanTandaTangan)),
]
Tepi = Annotated[int, BeforeValidator(_tepi(5)), WithJsonSchema(skema.tepi(5))]
TepiBawah = Annotated[int, BeforeValidator(_tepi(19)), WithJsonSchema(skema.tepi(19))]
"""Margins in mm: the foot of a page stands in the lower one."""
PilihanFormulir = Annotated[
    JenisFormulir, BeforeValidator(_formulir), WithJsonSchema(skema.formulir(JenisFormulir))
]
DaftarFormulir = Annotated[
    list[PilihanFormulir],
    BeforeValidator(
        _daftar, json_schema_input_type=PilihanFormulir | list[PilihanFormulir | None] | None
    ),
]
PilihanUnduhan = Annotated[
    BentukUnduhan, BeforeValidator(_kata_pilihan), WithJsonSchema(skema.salah_satu(BentukUnduhan))
]
DaftarUnduhan = Annotated[
    list[PilihanUnduhan],
    BeforeValidator(
        _daftar, json_schema_input_type=PilihanUnduhan | list[PilihanUnduhan | None] | None
    ),
]
Id = Annotated[str, BeforeValidator(_id), WithJsonSchema(skema.ID)]
IdLangkah = Annotated[str, BeforeValidator(_id_langkah), WithJsonSchema(skema.ID_LANGKAH)]
JamPerHari = Annotated[Decimal, BeforeValidator(_jam), WithJsonSchema(skema.JAM_PER_HARI)]
HariPerMinggu = Annotated[int, BeforeValidator(_hari), WithJsonSchema(skema.HARI_PER_MINGGU)]
KunciSingkatan = Annotated[str, BeforeValidator(_singkatan), WithJsonSchema(skema.SINGKATAN)]
ArtiSingkatan = Annotated[
    list[TeksWajib], Field(min_length=1), BeforeValidator(_daftar), WithJsonSchema(skema.ARTI)
]
KamusSingkatan = dict[KunciSingkatan, ArtiSingkatan]
KamusPadanan = dict[TeksWajib, ArtiSingkatan]
PerluKonfirmasi = Annotated[
    dict[str, Teks], BeforeValidator(_konfirmasi), WithJsonSchema(skema.PERLU_KONFIRMASI)
]
