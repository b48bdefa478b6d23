"""Edits as messages name them: each operation of `buku_sop.loading.sunting` with its arguments as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from buku_sop.loading.places import Path
from buku_sop.loading.sunting import arah, konfirmasi, langkah, naskah, pelaksana
from buku_sop.loading.sunting.naskah import Naskah, Perubahan
from buku_sop.loading.sunting.spans import TakDapatDisunting

Argumen = Mapping[str, Any]
_PANJANG_TERBESAR = 200_000
"""Letters that one value may have: more than any file of the handbook."""


class SalahTanya(Exception):
    """A message has not the form that it should have; a fault of the program that sends it."""


def lakukan(dasar: Naskah, semua: Iterable[Argumen]) -> Perubahan:
    """Do operations one after the other, all or none. Raises TakDapatDisunting and SalahTanya."""
    hasil = Perubahan(dasar)
    for satu in semua:
        kerja = OPERASI.get(str(satu.get("operasi")))
        if kerja is None:
            raise SalahTanya(f"tidak ada operasi {satu.get('operasi')}")
        try:
            hasil = hasil.lalu(lambda x, k=kerja, a=satu: k(x, a))  # type: ignore[misc]
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            raise SalahTanya(f"operasi {satu.get('operasi')}: {error!r}") from error
    return hasil


def jalan_dari(nilai: object) -> Path:
    """Return a path from a message. Raises SalahTanya."""
    if not isinstance(nilai, list) or not all(
        isinstance(x, str) or (isinstance(x, int) and not isinstance(x, bool)) for x in nilai
    ):
        raise SalahTanya("jalan harus daftar kunci dan nomor")
    return tuple(nilai)


def nilai_dari(nilai: object) -> Any:
    """Return a value from a message as files hold them: texts, lists and mappings alone. Raises SalahTanya."""
    if nilai is None or isinstance(nilai, str):
        if nilai and len(nilai) > _PANJANG_TERBESAR:
            raise TakDapatDisunting("teks itu terlalu panjang untuk satu isian")
        return nilai
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, int):
        return str(nilai)
    if isinstance(nilai, list):
        return [nilai_dari(x) for x in nilai]
    if isinstance(nilai, dict) and all(isinstance(k, str) for k in nilai):
        return {k: nilai_dari(v) for k, v in nilai.items()}
    raise SalahTanya("nilai harus teks, daftar, atau pasangan kunci dan nilai")


def _j(a: Argumen) -> Path:
    return jalan_dari(a["jalan"])


def _t(a: Argumen) -> Path:
    return jalan_dari(a.get("tabel", []))


def _setel(x: Naskah, a: Argumen) -> Perubahan:
    nilai = nilai_dari(a["nilai"])
    return naskah.setel(x, _j(a), nilai)


def _keluar(a: Argumen) -> list[langkah.JalanKeluar]:
    semua = []
    for satu in a["keluar"]:
        ke = satu["ke"]
        if not isinstance(ke, int | str) or isinstance(ke, bool):
            raise SalahTanya("tujuan harus nomor langkah atau teks")
        semua.append(langkah.JalanKeluar(str(satu.get("label") or ""), ke))
    return semua


OPERASI: Mapping[str, Callable[[Naskah, Argumen], Perubahan]] = {
    "setel": _setel,
    "sisipkan": lambda x, a: naskah.sisipkan(x, _j(a), nilai_dari(a["nilai"])),
    "hapus": lambda x, a: naskah.setel(x, _j(a), None),
    "pindah": lambda x, a: naskah.pindah(x, _j(a), int(a["ke"])),
    "ganti_kunci": lambda x, a: naskah.ganti_kunci(x, _j(a), str(a["kunci"])),
    "sisipkan_langkah": lambda x, a: langkah.sisipkan_langkah(
        x, _t(a), int(a["n"]), nilai_dari(a["langkah"])
    ),
    "pindah_langkah": lambda x, a: langkah.pindah_langkah(x, _t(a), int(a["n"]), int(a["ke"])),
    "hapus_langkah": lambda x, a: langkah.hapus_langkah(x, _t(a), int(a["n"])),
    "pecah_keputusan": lambda x, a: langkah.pecah_keputusan(
        x, _t(a), int(a["n"]), _keluar(a), str(a.get("keputusan") or "")
    ),
    "gabung_langkah": lambda x, a: langkah.gabung_langkah(x, _t(a), int(a["n"])),
    "beri_id": lambda x, a: langkah.beri_id(x, _t(a), int(a["n"])),
    "ganti_id_langkah": lambda x, a: langkah.ganti_id_langkah(
        x, _t(a), str(a["lama"]), str(a["baru"])
    ),
    "tambah_pelaksana": lambda x, a: pelaksana.tambah_pelaksana(
        x,
        _t(a),
        pelaksana.id_baru(x, _t(a), str(a.get("id") or ""), str(a["nama"])),
        str(a["nama"]),
    ),
    "ganti_nama_pelaksana": lambda x, a: pelaksana.ganti_nama_pelaksana(
        x, _t(a), str(a["id"]), str(a["nama"])
    ),
    "ganti_id_pelaksana": lambda x, a: pelaksana.ganti_id_pelaksana(
        x, _t(a), str(a["lama"]), str(a["baru"])
    ),
    "hapus_pelaksana": lambda x, a: pelaksana.hapus_pelaksana(x, _t(a), str(a["id"])),
    "pindah_pelaksana": lambda x, a: pelaksana.pindah_pelaksana(
        x, _t(a), str(a["id"]), int(a["ke"])
    ),
    "konfirmasi": lambda x, a: konfirmasi.konfirmasi(x, _j(a), str(a["bidang"])),
    "ragukan": lambda x, a: konfirmasi.ragukan(x, _j(a), str(a["bidang"]), str(a["alasan"])),
    "setel_pelaku": lambda x, a: arah.setel_pelaku(
        x, _t(a), int(a["n"]), [str(p) for p in a["pelaksana"]]
    ),
    "setel_keluar": lambda x, a: arah.setel_keluar(x, _t(a), int(a["n"]), _keluar(a)),
    "setel_simbol": lambda x, a: arah.setel_simbol(x, _t(a), int(a["n"]), a.get("simbol")),
}
"""What may be done, by name."""
