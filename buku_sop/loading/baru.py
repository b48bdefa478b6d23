"""The text of a new SOP file: what was answered, and a comment at whatever is still to be filled in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from buku_sop.loading.document import DokumenInstansi, DokumenSop
from buku_sop.loading.fields import usul_id
from buku_sop.loading.rapikan import rapikan
from buku_sop.model.bentuk import BentukLembar
from buku_sop.model.bidang import (
    BIDANG_LANGKAH,
    BIDANG_PEJABAT,
    BIDANG_SOP,
    Baru,
    Bidang,
    JenisNilai,
)
from buku_sop.model.bidang_instansi import BIDANG_INSTANSI

_KUNCI_BARU = tuple(b for b in BIDANG_SOP.values() if b.baru is Baru.TAMPIL)
"""Keys that a new file shows, filled in or not."""
_BUKAN_SALINAN = frozenset(b.nama for b in BIDANG_SOP.values() if not b.salin)
"""What belongs to the one document and not to its content."""
ISIAN_LANGKAH = tuple(
    b
    for b in BIDANG_LANGKAH.values()
    if b.baru is Baru.TAMPIL and b.nama not in ("kegiatan", "pelaksana")
)
"""What a new step shows beside its activity and its role."""


@dataclass(frozen=True, slots=True)
class LangkahBaru:
    """A step as it was answered; empty where nothing was."""

    kegiatan: str
    pelaksana: str
    """The label of the role."""
    isian: Mapping[str, str] = field(default_factory=dict)
    """Its other fields, of `ISIAN_LANGKAH`, by name."""


def tulis_sop(
    nama: str,
    pelaksana: Sequence[str],
    langkah: Sequence[LangkahBaru],
    hari_ini: date,
    bagian: Sequence[str] = (),
) -> str:
    """Write a new SOP with these roles and steps. Every role of a step must be one of the roles.

    `bagian` are titles of free sections, to be filled in (`bagian_diminta`).
    """
    ids = id_pelaksana(pelaksana)
    isi: dict[str, Any] = {
        "pelaksana": {id: label for label, id in ids.items()},
        "langkah": [_langkah(satu, ids) for satu in langkah],
    }
    if bagian:
        isi = {"bagian": dict.fromkeys(bagian), **isi}
    return _tulis(nama, isi, hari_ini, ())


def bagian_diminta(bentuk: BentukLembar | None) -> tuple[str, ...]:
    """Return the titles of the sections that a form asks for and no field of an SOP fills."""
    semua = bentuk.bagian if bentuk else ()
    return tuple(
        b.judul
        for b in semua
        if b.wajib and not b.prosedur and not any(isian in BIDANG_SOP for isian in b.dari)
    )


def salin_sop(nama: str, asal: Mapping[str, Any], sumber: str, hari_ini: date) -> str:
    """Write a new SOP with the content of another, without what makes that one a document of its own.

    `asal` is the other file as plain values, `sumber` its id.
    """
    isi = {k: v for k, v in asal.items() if k not in _BUKAN_SALINAN and v is not None}
    catatan = f"Disalin dari SOP {sumber}; sesuaikan isinya."
    return _tulis(nama, isi, hari_ini, (catatan,))


def tulis_draf(nama: str, pelaksana: Sequence[str], hari_ini: date) -> str:
    """Write a new SOP whose steps nobody has told yet, and which says so wherever it is shown."""
    ids = id_pelaksana(pelaksana)
    kurang = {k: "Belum diisi." for k in ("pelaksana", "langkah") if k == "langkah" or not ids}
    isi = {
        "perlu_konfirmasi": kurang,
        "pelaksana": {id: label for label, id in ids.items()},
        "langkah": [],
    }
    return _tulis(nama, isi, hari_ini, ())


def tulis_instansi(nama: str, isi: Mapping[str, object] | None = None) -> str:
    """Write the file of a new office, with what is known of it by field."""
    baris = [f"nama: {_kutip(nama)}"]
    for b in BIDANG_INSTANSI.values():
        if b.nama in (isi or {}):
            baris.append(f"{b.nama}: {_kutip((isi or {})[b.nama])}")
        elif b.baru is Baru.TAMPIL:
            baris.append(_kosong(b))
    return rapikan("\n".join(baris) + "\n", DokumenInstansi)


def id_pelaksana(pelaksana: Sequence[str]) -> dict[str, str]:
    """Give each role an id of its own, made of its words."""
    ids: dict[str, str] = {}
    for label in dict.fromkeys(pelaksana):
        dasar = usul_id(label).replace("langkah-periksa", "pelaksana").replace("-", "_")
        calon = (f"{dasar}_{n}" if n > 1 else dasar for n in range(1, len(pelaksana) + 2))
        ids[label] = next(c for c in calon if c not in ids.values())
    return ids


def _tulis(nama: str, isi: Mapping[str, Any], hari_ini: date, catatan: Sequence[str]) -> str:
    diisi = {"status": "draf", "tanggal_pembuatan": hari_ini.isoformat(), **isi}
    baris = [f"# {' '.join(c.split())}" for c in catatan]
    baris += [
        "# Isian yang masih kosong boleh dilengkapi kemudian; hapus komentar yang tidak diperlukan.",
        "",
        f"nama: {_kutip(nama)}",
    ]
    for bidang in _KUNCI_BARU:
        kunci = bidang.nama
        if kunci in diisi:
            keterangan = f" # {bidang.uraian}" if kunci not in isi else ""
            baris.append(f"{kunci}: {_kutip(diisi[kunci])}{keterangan}")
        else:
            baris.append(_kosong(bidang))
            if bidang.jenis is JenisNilai.PEJABAT:
                baris += [
                    f"  {_kosong(b)}" for b in BIDANG_PEJABAT.values() if b.baru is Baru.TAMPIL
                ]
    ditulis = {b.nama for b in _KUNCI_BARU}
    for kunci, nilai in isi.items():
        if kunci == "langkah" and nilai and not catatan:
            baris += ["langkah:", *_contoh_kunci(), *(f"  - {_langkah_tertulis(x)}" for x in nilai)]
        elif kunci not in ditulis:
            baris.append(f"{kunci}: {_kutip(nilai)}")
    return rapikan("\n".join(baris) + "\n", DokumenSop)


def _contoh_kunci() -> list[str]:
    """Say which other keys a step may have, in the words of the schema."""
    semua = (b for b in BIDANG_LANGKAH.values() if b.baru is Baru.KOMENTAR)
    return [f"  # {b.nama}: {b.uraian}" for b in semua]


def _langkah(satu: LangkahBaru, ids: Mapping[str, str]) -> dict[str, str]:
    isian = {b.nama: satu.isian.get(b.nama, "") for b in ISIAN_LANGKAH}
    return {"kegiatan": satu.kegiatan, "pelaksana": ids[satu.pelaksana], **isian}


def _langkah_tertulis(isi: Mapping[str, str]) -> str:
    return "\n    ".join(
        f"{k}: {_kutip(v)}" if v else _kosong(BIDANG_LANGKAH[k]) for k, v in isi.items()
    )


def _kosong(bidang: Bidang) -> str:
    return f"{bidang.nama}: # {bidang.uraian}"


def _kutip(nilai: object) -> str:
    """Write any value so that YAML reads just that; the canonical form takes needless quotes off."""
    return json.dumps(nilai, ensure_ascii=False)
