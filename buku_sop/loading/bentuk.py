"""Forms of printed SOPs as people describe them: `bentuk.yml` of an office, or of all, and those that come along.

```yaml
bentuk:
  bentuk-kami:
    nama: SOP Kantor Kami
    kepala:
      kolom: [1, 3]
      baris:
        - [{logo: instansi}, {isian: nama, tebal: ya}]
    bagian:
      - Tujuan
      - {judul: Prosedur, prosedur: daftar}
```
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.fields import DaftarTeks, Id, Teks, TeksWajib, YaTidak, salah
from buku_sop.loading.isi_data import BERKAS_BENTUK
from buku_sop.loading.text import read_text
from buku_sop.model import ArahKertas
from buku_sop.model.bentuk import (
    ISIAN_HALAMAN,
    ISIAN_INSTANSI,
    SEMUA_PEJABAT,
    BagianBentuk,
    BagianPejabat,
    BentukLembar,
    CaraProsedur,
    KepalaBentuk,
    Letak,
    LogoKepala,
    PengesahanBentuk,
    SelKepala,
    Susunan,
)
from buku_sop.model.bidang import BIDANG_SOP, JenisNilai, nama_bidang

_KUNCI_BENTUK = re.compile(r"  [a-z0-9-]+:")
BAWAAN = Path(__file__).parent / BERKAS_BENTUK
"""The forms that come along, in the same words as an office writes its own."""

PEJABAT = tuple(b for b in nama_bidang(BIDANG_SOP, JenisNilai.PEJABAT) if b != "tanda_tangan")
ISIAN_KEPALA = (
    *nama_bidang(BIDANG_SOP, JenisNilai.TEKS, JenisNilai.TANGGAL),
    *("kop", ISIAN_HALAMAN),
    *ISIAN_INSTANSI,
)
"""What a cell of a head may show."""
ISIAN_BAGIAN = (
    *(b for b in nama_bidang(BIDANG_SOP, JenisNilai.DAFTAR) if b not in ("kop", "catatan", "nama_lain")),
    *("lampiran", "riwayat"),
)  # fmt: skip
"""The fields that a section may hold."""


def _pilihan(semua: tuple[str, ...], kunci: str) -> BeforeValidator:
    """Hold a text to some words, and name them where it is none."""

    def periksa(nilai: Any) -> Any:
        if isinstance(nilai, str) and nilai not in semua:
            raise salah("SOP-S004", nilai=nilai, kunci=kunci, pilihan=", ".join(semua), usul="")
        return nilai

    return BeforeValidator(periksa)


def _daftar(nilai: Any) -> Any:
    return [nilai] if isinstance(nilai, str) else nilai


def _angka(paling_kecil: int, paling_besar: int, kunci: str) -> BeforeValidator:
    """Read a number within bounds."""

    def baca(nilai: Any) -> Any:
        if not isinstance(nilai, str):
            return nilai
        try:
            angka = Decimal(nilai.replace(",", ".")) if len(nilai) < 8 else Decimal(-1)
        except ArithmeticError:
            angka = Decimal(-1)
        if not paling_kecil <= angka <= paling_besar:
            batas = f"{paling_kecil} sampai {paling_besar}"
            raise salah("SOP-S007", nilai=nilai, kunci=kunci, batas=batas, contoh=str(paling_kecil))
        return angka

    return BeforeValidator(baca)


def _bulat(nilai: Any) -> Any:
    return int(nilai) if isinstance(nilai, Decimal) and nilai == int(nilai) else nilai


_SKEMA_ANGKA = WithJsonSchema({"type": ["number", "string"]})
_SKEMA_BULAT = WithJsonSchema({"type": ["integer", "string"]})
Rentang = Annotated[int, BeforeValidator(_bulat), _angka(1, 40, "kolom atau baris"), _SKEMA_BULAT]
Lebar = Annotated[Decimal, _angka(1, 400, "kolom"), _SKEMA_ANGKA]
Huruf = Annotated[Decimal, _angka(7, 24, "huruf"), _SKEMA_ANGKA]
IsianKepala = Annotated[
    str, _pilihan(ISIAN_KEPALA, "isian"), WithJsonSchema({"enum": list(ISIAN_KEPALA)})
]
NamaPejabat = Annotated[str, _pilihan(PEJABAT, "pejabat"), WithJsonSchema({"enum": list(PEJABAT)})]


class DokumenSelKepala(Bentuk):
    """Satu sel kepala: teks tetap, isian, logo, atau pejabat."""

    sebaris = True

    teks: Teks = Field("", description="Teks tetap.")
    isian: Annotated[
        list[IsianKepala],
        BeforeValidator(_daftar, json_schema_input_type=IsianKepala | list[IsianKepala]),
    ] = Field(
        default_factory=list,
        description="Isian SOP atau instansi; dari beberapa, yang pertama terisi.",
    )
    logo: LogoKepala | None = Field(None, description="instansi atau kedua.")
    pejabat: NamaPejabat | None = Field(
        None, description="Pejabat yang ditampilkan, misalnya disahkan_oleh."
    )
    bagian: Annotated[
        list[BagianPejabat],
        BeforeValidator(_daftar, json_schema_input_type=BagianPejabat | list[BagianPejabat]),
    ] = Field(
        default_factory=list,
        description="Yang ditampilkan dari pejabat: tanggal, jabatan, ruang, nama, nip.",
    )
    label: Teks = Field("", description="Label di depan isinya.")
    tumpuk: YaTidak = Field(False, description="ya bila labelnya di atas isinya.")
    kolom: Rentang = Field(1, description="Lebarnya dalam kolom.")
    baris: Rentang = Field(1, description="Tingginya dalam baris.")
    tebal: YaTidak = Field(False, description="ya bila hurufnya tebal.")
    kapital: YaTidak = Field(False, description="ya bila hurufnya kapital semua.")
    huruf: Huruf | None = Field(None, description="Ukuran huruf dalam pt.")
    letak: Letak | None = Field(None, description="kiri atau tengah.")


def _sel(nilai: Any) -> Any:
    """Accept the words of a cell for the cell."""
    return {"teks": nilai} if isinstance(nilai, str) else nilai


Sel = Annotated[
    DokumenSelKepala, BeforeValidator(_sel, json_schema_input_type=Teks | DokumenSelKepala)
]


class DokumenKepala(Bentuk):
    """Kepala lembar: sel-sel dalam baris, seperti tabel."""

    sebaris = True

    kolom: list[Lebar] = Field(
        min_length=1, description="Lebar kolom-kolomnya; yang berarti perbandingannya."
    )
    baris: list[list[Sel]] = Field(
        min_length=1, description="Baris-barisnya, masing-masing daftar sel."
    )


class DokumenBagianBentuk(Bentuk):
    """Satu bagian dalam bentuk."""

    sebaris = True

    judul: TeksWajib = Field(description="Judulnya, seperti tercetak.")
    dari: DaftarTeks = Field(
        default_factory=list,
        description="Isinya: isian SOP (misalnya dasar_hukum), atau judul bagian bebas lain (misalnya Definisi).",
    )
    prosedur: CaraProsedur | None = Field(
        None, description="daftar, tabel, atau bagan: memuat langkah-langkahnya."
    )
    wajib: YaTidak = Field(False, description="ya bila tetap dicetak, dan ditegur, ketika kosong.")


def _judul(nilai: Any) -> Any:
    """Accept the title of a section for the section."""
    return {"judul": nilai} if isinstance(nilai, str) else nilai


class DokumenPengesahan(Bentuk):
    """Satu kotak tanda tangan di akhir."""

    sebaris = True

    pejabat: NamaPejabat = Field(description="Pejabatnya, misalnya disahkan_oleh.")
    label: Teks = Field("", description="Judul kotaknya, bila bukan sebutan isiannya.")


def _pejabat(nilai: Any) -> Any:
    return {"pejabat": nilai} if isinstance(nilai, str) else nilai


class DokumenBentuk(Bentuk):
    """Satu bentuk lembar SOP."""

    nama: TeksWajib = Field(description="Nama bentuk ini bagi pembaca.")
    arah: ArahKertas = Field(
        ArahKertas.POTRET, description="potret atau lanskap, bila instansi dan SOP tidak memilih."
    )
    susunan: Susunan = Field(
        Susunan.TEKS,
        description="kolom (judul di kiri, isi di kanan) atau teks (isi di bawah judul).",
    )
    huruf: Huruf | None = Field(None, description="Ukuran huruf dalam pt; bakunya 11.")
    bernomor: YaTidak = Field(True, description="ya bila bagian-bagiannya bernomor.")
    kapital: YaTidak = Field(False, description="ya bila judul bagiannya kapital semua.")
    kepala: DokumenKepala = Field(description="Kepala halaman pertama.")
    ulangi_kepala: YaTidak = Field(
        False, description="ya bila kepala itu tercetak di setiap halaman."
    )
    lanjutan: DokumenKepala | None = Field(
        None, description="Kepala halaman-halaman berikutnya, bila lain."
    )
    bagian: list[
        Annotated[
            DokumenBagianBentuk,
            BeforeValidator(_judul, json_schema_input_type=Teks | DokumenBagianBentuk),
        ]
    ] = Field(
        min_length=1, description="Bagian-bagiannya, berurutan: judulnya saja, atau dengan isinya."
    )
    pengesahan: list[
        Annotated[
            DokumenPengesahan,
            BeforeValidator(_pejabat, json_schema_input_type=Teks | DokumenPengesahan),
        ]
    ] = Field(
        default_factory=list, description="Kotak-kotak tanda tangan di akhir, bila tidak di kepala."
    )
    istilah: dict[str, Teks] = Field(
        default_factory=dict, description="Sebutan isian dalam bentuk ini: isian: sebutan."
    )


class DokumenBerkasBentuk(Bentuk):
    """Bentuk-bentuk lembar SOP."""

    bentuk: dict[Id, DokumenBentuk] = Field(
        default_factory=dict, description="nama-bentuk: uraiannya."
    )


def bangun_bentuk(dokumen: DokumenBerkasBentuk) -> dict[str, BentukLembar]:
    """Make the forms of a file, by their name."""
    return {id: _bentuk(id, satu) for id, satu in dokumen.bentuk.items()}


@cache
def bentuk_bawaan() -> Mapping[str, BentukLembar]:
    """Return the forms that come along: puskesmas, hospital, school and university."""
    source, temuan = read_text(BAWAAN.read_text(encoding="utf-8"), BAWAAN.name)
    assert source is not None, temuan
    return MappingProxyType(bangun_bentuk(DokumenBerkasBentuk.model_validate(source.data)))


def uraian_bawaan(id: str) -> str:
    """Return the description of a form that comes along, as a file of its own."""
    baris = BAWAAN.read_text(encoding="utf-8").split("\n")
    awal = baris.index(f"  {id}:")
    akhir = next(
        (n for n in range(awal + 1, len(baris)) if _KUNCI_BENTUK.fullmatch(baris[n])), len(baris)
    )
    return "\n".join(["bentuk:", *baris[awal:akhir]]).rstrip("\n") + "\n"


def _bentuk(id: str, d: DokumenBentuk) -> BentukLembar:
    kepala = _kepala(d.kepala)
    return BentukLembar(
        id=id,
        nama=d.nama,
        arah=d.arah,
        susunan=d.susunan,
        huruf=float(d.huruf or 11),
        bernomor=d.bernomor,
        kapital=d.kapital,
        kepala=kepala,
        lanjutan=_kepala(d.lanjutan) if d.lanjutan else kepala if d.ulangi_kepala else None,
        bagian=tuple(BagianBentuk(b.judul, tuple(b.dari), b.prosedur, b.wajib) for b in d.bagian),
        pengesahan=tuple(PengesahanBentuk(p.pejabat, p.label) for p in d.pengesahan),
        istilah=MappingProxyType(dict(d.istilah)),
    )


def _kepala(d: DokumenKepala) -> KepalaBentuk:
    return KepalaBentuk(
        tuple(float(k) for k in d.kolom),
        tuple(tuple(_sel_model(s) for s in baris) for baris in d.baris),
    )


def _sel_model(s: DokumenSelKepala) -> SelKepala:
    biasa = Letak.KIRI if s.label and not (s.tumpuk or s.pejabat) else Letak.TENGAH
    return SelKepala(
        teks=s.teks,
        isian=tuple(s.isian),
        logo=s.logo,
        pejabat=s.pejabat or "",
        bagian=tuple(s.bagian) or SEMUA_PEJABAT,
        label=s.label,
        tumpuk=s.tumpuk,
        kolom=s.kolom,
        baris=s.baris,
        tebal=s.tebal,
        kapital=s.kapital,
        huruf=float(s.huruf or 0),
        letak=s.letak or biasa,
    )
