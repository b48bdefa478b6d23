"""The inventory of a handbook, as it travels: read with suspicion, for it comes from another office's server.

JSON of bounded size; texts without anything invisible, addresses that lead into the site and nowhere else, and a
SHA-256 over offices and SOPs, which shows that a file is whole and unchanged, and not whom it comes from. A list that
somebody wrote by hand may leave it out.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from buku_sop.model.buku_lain import Inventaris, SalinanInventaris, SopHilang, SopLain

FORMAT, SALINAN = "inventaris-sop", "salinan-inventaris-sop"
VERSI = 1
MAX_BYTES = 8_000_000
"""An inventory of 20,000 SOPs has about four."""
MAX_SOP = 20_000
MAX_HILANG = 500
MAX_NAMA_LAIN = 50
PANJANG_NAMA, PANJANG_NOMOR = 500, 200
_TAK_TAMPAK = (
    r"\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
)
_TEKS = rf"^[^{_TAK_TAMPAK}]*$"
_HARI = r"^\d{4}-\d{2}-\d{2}$"
_BAGIAN = r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*"


class InventarisTakTerbaca(Exception):
    """Something is no inventory that may be used; worded in Indonesian, as the end of a sentence."""


Nama = Annotated[str, Field(min_length=1, max_length=PANJANG_NAMA, pattern=_TEKS)]
Pendek = Annotated[str, Field(max_length=PANJANG_NOMOR, pattern=_TEKS)]
IdInstansi = Annotated[str, Field(max_length=120, pattern=r"^[a-z0-9-]+$")]
IdSop = Annotated[str, Field(max_length=240, pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
Halaman = Annotated[str, Field(max_length=300, pattern=rf"^{_BAGIAN}(?:/{_BAGIAN})*/?$")]
Alamat = Annotated[
    str, Field(max_length=500, pattern=r"^(?:https?://[^\s/?#@\\\"'<>]+/(?:[^\s?#\\\"'<>]*/)?)?$")
]
Hari = Annotated[str, Field(pattern=_HARI)]


class _Bentuk(BaseModel):
    """A part of the file. What is added later is ignored by older readers."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore", defer_build=True)


T = TypeVar("T", bound=_Bentuk)


class DokumenSop(_Bentuk):
    """Satu SOP."""

    id: IdSop = Field(description="Instansi dan nama berkasnya, di bukunya sendiri.")
    nama: Nama = Field(description="Nama SOP.")
    nama_lain: list[Nama] = Field(default=[], max_length=MAX_NAMA_LAIN, description="Nama lainnya.")
    nomor: Pendek = Field(default="", description="Nomor SOP.")
    status: Literal["draf", "berlaku", "digantikan", "dicabut"] = Field(description="Status SOP.")
    nomor_revisi: Pendek = Field(default="", description="Nomor revisi.")
    tanggal_pembuatan: Hari | Literal[""] = Field(default="", description="Hari pembuatan.")
    tanggal_revisi: Hari | Literal[""] = Field(default="", description="Hari revisi terakhir.")
    halaman: Halaman = Field(description="Alamat halamannya, dari akar situs.")


class DokumenBuku(_Bentuk):
    """Buku yang diinventarisasi."""

    nama: Nama = Field(description="Nama buku.")
    alamat: Alamat = Field(
        default="", description="Akar situs, diakhiri garis miring; kosong bila tidak diketahui."
    )


class DokumenInventaris(_Bentuk):
    """Inventaris sebuah buku SOP."""

    format: Literal["inventaris-sop"] = Field(description="Jenis berkas ini.")
    versi: int = Field(ge=1, description="Naik bila pembacanya harus berubah.")
    buku: DokumenBuku = Field(description="Bukunya.")
    sha256: Annotated[str, Field(pattern=r"^(?:[0-9a-f]{64})?$")] = Field(
        default="",
        description="SHA-256 atas `instansi` dan `sop`, sebagai JSON dengan kunci berurutan dan tanpa spasi, UTF-8.",
    )
    instansi: dict[IdInstansi, Nama] = Field(
        max_length=5_000, description="Nama instansi menurut id."
    )
    sop: list[DokumenSop] = Field(
        max_length=MAX_SOP, description="Semua SOP, berurutan menurut id."
    )


class DokumenHilang(_Bentuk):
    """SOP yang tidak ada lagi, atau berganti nama."""

    id: IdSop
    nama: Nama
    sejak: Hari
    kini: Annotated[str, Field(max_length=500, pattern=_TEKS)] = ""


class DokumenSalinan(_Bentuk):
    """Salinan inventaris buku lain."""

    format: Literal["salinan-inventaris-sop"]
    versi: int = Field(ge=1)
    dari: Annotated[str, Field(max_length=1_000, pattern=_TEKS)] = ""
    diambil: Hari
    hilang: list[DokumenHilang] = Field(default=[], max_length=MAX_HILANG)
    inventaris: dict[str, Any]


def skema_inventaris() -> str:
    """Write the JSON Schema that is published beside the inventory."""
    isi = DokumenInventaris.model_json_schema()
    isi = {"$schema": "https://json-schema.org/draft/2020-12/schema", **isi}
    return json.dumps(isi, ensure_ascii=False, indent=1) + "\n"


def bersih(teks: str, batas: int = PANJANG_NAMA) -> str:
    """Return a text as an inventory may have it: one line, with nothing invisible, not too long."""
    terlihat = re.sub(f"[{_TAK_TAMPAK}]", "", " ".join(teks.split()))
    return terlihat if len(terlihat) <= batas else f"{terlihat[: batas - 1].rstrip()}…"


def sidik(instansi: Mapping[str, str], sop: list[dict[str, Any]]) -> str:
    """Return the SHA-256 over offices and SOPs."""
    isi = {"instansi": dict(instansi), "sop": sop}
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(teks.encode("utf-8", "surrogatepass")).hexdigest()


def baca_inventaris(isi: bytes) -> Inventaris:
    """Read a published inventory. Raises InventarisTakTerbaca."""
    return _inventaris(_json(isi))


def baca_salinan(isi: bytes) -> SalinanInventaris:
    """Read a copy; an inventory that somebody put in its place is one without a past. Raises InventarisTakTerbaca."""
    data = _json(isi)
    if data.get("format") != SALINAN:
        return SalinanInventaris(_inventaris(data))
    d = _menurut(DokumenSalinan, data)
    hilang = tuple(SopHilang(h.id, h.nama, h.sejak, h.kini) for h in d.hilang)
    return SalinanInventaris(_inventaris(d.inventaris), d.dari, d.diambil, hilang)


def _json(isi: bytes) -> dict[str, Any]:
    if len(isi) > MAX_BYTES:
        raise InventarisTakTerbaca(f"lebih dari {MAX_BYTES // 1_000_000} MB")
    try:
        data = json.loads(isi.decode("utf-8-sig"), parse_constant=_tolak, object_pairs_hook=_sekali)
    except UnicodeDecodeError as error:
        raise InventarisTakTerbaca("bukan teks UTF-8") from error
    except json.JSONDecodeError as error:
        raise InventarisTakTerbaca(
            f"bukan JSON (baris {error.lineno}, kolom {error.colno})"
        ) from error
    except (
        RecursionError,
        ValueError,
    ) as error:  # nested without end; a number of a million digits
        raise InventarisTakTerbaca("bukan JSON yang wajar") from error
    if not isinstance(data, dict):
        raise InventarisTakTerbaca("isinya bukan inventaris SOP")
    return data


def _tolak(nilai: str) -> NoReturn:
    raise ValueError(nilai)


def _sekali(pasangan: list[tuple[str, Any]]) -> dict[str, Any]:
    hasil = dict(pasangan)
    if len(hasil) != len(pasangan):
        raise InventarisTakTerbaca("satu kunci tertulis dua kali")
    return hasil


def _menurut(bentuk: type[T], data: Mapping[str, Any]) -> T:
    versi = data.get("versi")
    if isinstance(versi, int) and versi > VERSI:
        raise InventarisTakTerbaca(f"bentuknya versi {versi}, lebih baru daripada program ini")
    try:
        return bentuk.model_validate(data)
    except ValidationError as error:
        letak = ".".join(map(str, error.errors(include_url=False, include_input=False)[0]["loc"]))
        raise InventarisTakTerbaca(f"isian `{letak[:80]}` tidak ada atau tidak sesuai") from error


def _inventaris(data: Mapping[str, Any]) -> Inventaris:
    if data.get("format") != FORMAT:
        raise InventarisTakTerbaca("isinya bukan inventaris SOP")
    d = _menurut(DokumenInventaris, data)
    if d.sha256 and d.sha256 != sidik(data["instansi"], data["sop"]):
        raise InventarisTakTerbaca(
            "isinya tidak sesuai dengan SHA-256-nya: terpotong atau berubah di jalan"
        )
    if len({s.id for s in d.sop}) != len(d.sop):
        raise InventarisTakTerbaca("satu id SOP tertulis dua kali")
    sop = (
        SopLain(
            s.id,
            s.nama,
            s.halaman,
            s.status,
            s.nomor,
            tuple(s.nama_lain),
            s.nomor_revisi,
            s.tanggal_pembuatan,
            s.tanggal_revisi,
        )
        for s in d.sop
    )
    urut = tuple(sorted(sop, key=lambda s: s.id))
    return Inventaris(d.buku.nama, d.buku.alamat, MappingProxyType(dict(d.instansi)), urut)
