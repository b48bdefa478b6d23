"""The data of a handbook as a browser gets it for editing: its texts without NIPs, and what is known of its other files.

A NIP holds a date of birth. In its place stands a mark, by the order in the file; whoever puts an edited text beside the
original (`buku_sop.loading.sunting.gabung`) leaves what stands there as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from buku_sop.handbook import Hasil
from buku_sop.loading.folder import load_folder
from buku_sop.loading.ingat_berkas import IngatanBerkas
from buku_sop.loading.ingat_terbit import ingatan_terbit, tulis_bacaan
from buku_sop.loading.isi_data import termasuk
from buku_sop.loading.isi_folder import IsiFolder, IsiNilai, LainDiketahui
from buku_sop.loading.lampiran import TakTerpakai
from buku_sop.loading.places import Path as Jalan
from buku_sop.loading.places import Value
from buku_sop.loading.sunting.naskah import buka, setel
from buku_sop.loading.sunting.spans import TakDapatDisunting
from buku_sop.model import BerkasInstansi
from buku_sop.model.pribadi import samarkan_nip
from buku_sop.model.setelan import Setelan
from buku_sop.sunting.buku import Buku
from buku_sop.views.dasar.render import Perender

FORMAT = 2
DATA = Path("/sop_data")
"""The folder of the data, as a browser sees it."""
_BERKAS_LAIN = ("logo", "logo_kedua")


def tulis_terbit(
    data: Path,
    hasil: Hasil,
    pemerintah: str = "",
    revisi: str = "",
    tulisan: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Write the data of a handbook whose folder is `data`, as JSON; `tulisan` is what its office says otherwise."""
    isi = IsiFolder()
    teks = dict(teks_terbit(data, hasil))
    lain = {p.name: _lain(isi, p, teks) for p in _kantor(data)}
    ingat = IngatanBerkas()
    load_folder(DATA, ingat=ingat, isi=IsiNilai(DATA, teks, lain))
    keluar = {
        "format": FORMAT,
        "revisi": revisi,
        "pemerintah": pemerintah,
        **({"tulisan": dict(tulisan)} if tulisan else {}),
        "teks": teks,
        "lain": {kantor: asdict(satu) for kantor, satu in lain.items()},
        "bacaan": tulis_bacaan(ingat, DATA),
    }
    return json.dumps(keluar, ensure_ascii=False, separators=(",", ":"))


def teks_terbit(data: Path, hasil: Hasil) -> Iterator[tuple[str, str]]:
    """Yield the texts of a handbook by the names of their files, without NIPs where those are not shown."""
    return _teks(data, {i.id for i in hasil.handbook.instansi if i.tampilkan_nip})


def baca_terbit(terbit: str) -> dict[str, Any]:
    """Read what `tulis_terbit` wrote. Raises ValueError for another format."""
    isi: dict[str, Any] = json.loads(terbit)
    if isi.get("format") != FORMAT:
        raise ValueError("data buku ini ditulis versi program yang lain")
    return isi


def buku_terbit(terbit: str | dict[str, Any], perender: Perender, hari_ini: date) -> Buku:
    """Open what `tulis_terbit` wrote, without a disk. Raises ValueError for another format."""
    isi = baca_terbit(terbit) if isinstance(terbit, str) else terbit
    lain = {k: _baca_lain(v) for k, v in isi["lain"].items()}
    nilai = IsiNilai(DATA, isi["teks"], lain)
    ingat = ingatan_terbit(isi["bacaan"], DATA, nilai)
    buku = Buku(
        DATA,
        nilai,
        perender,
        lambda: hari_ini,
        Setelan(pemerintah=isi["pemerintah"]),
        revisi=isi["revisi"],
        ingat=ingat,
    )
    buku.buka()
    ingat.terbit.clear()
    return buku


def tanpa_nip(berkas: str, teks: str) -> str:
    """Return a text with a mark in place of each NIP; only their lines change."""
    try:
        naskah = buka(berkas, teks)
        for n, jalan in enumerate([*_letak_nip(naskah.data, ())], 1):
            naskah = setel(naskah, jalan, f"(NIP {n})").naskah
        tertulis = naskah.tertulis
    except TakDapatDisunting:
        tertulis = teks
    return samarkan_nip(tertulis)


def _letak_nip(nilai: Value, jalan: Jalan) -> Iterator[Jalan]:
    if isinstance(nilai, dict):
        for kunci, isi in nilai.items():
            if kunci == "nip" and isinstance(isi, str) and any(c.isdigit() for c in isi):
                yield (*jalan, kunci)
            else:
                yield from _letak_nip(isi, (*jalan, kunci))
    elif isinstance(nilai, list):
        for n, isi in enumerate(nilai):
            yield from _letak_nip(isi, (*jalan, n))


def _teks(data: Path, dengan_nip: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the texts that can be read, by name; others a reader of the folder finds to be broken."""
    for path in sorted((*data.glob("*.yml"), *data.glob("*/*.yml"))):
        bagian = path.relative_to(data).parts
        if not termasuk(bagian) or path.is_symlink() or not path.is_file():
            continue
        try:
            teks = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        nama = "/".join(bagian)
        yield nama, teks if bagian[0] in dengan_nip else tanpa_nip(nama, teks)


def _kantor(data: Path) -> Iterable[Path]:
    return sorted(p for p in data.iterdir() if p.is_dir() and termasuk((p.name,)))


def _lain(isi: IsiFolder, folder: Path, teks: Mapping[str, str]) -> LainDiketahui:
    """Look at the files of an office that are no texts, since a browser cannot."""
    nama = tuple(n for n in isi.nama_isi(folder) if f"{folder.name}/{n}" not in teks)
    berkas: dict[str, BerkasInstansi | str] = {}
    gambar = {}
    for satu in nama:
        try:
            berkas[satu] = isi.lampiran(folder, satu, (Path(satu).suffix.lower(),))
        except (TakTerpakai, KeyError) as error:
            berkas[satu] = str(error)
        if "/" not in satu and satu.lower().endswith((".svg", ".png", ".jpg", ".jpeg")):
            gambar[satu] = isi.sebab_gambar(folder / satu)
    return LainDiketahui(
        (*nama, *(n.split("/")[1] for n in teks if n.startswith(f"{folder.name}/"))), berkas, gambar
    )


def _baca_lain(isi: Mapping[str, Any]) -> LainDiketahui:
    berkas = {k: v if isinstance(v, str) else BerkasInstansi(**v) for k, v in isi["berkas"].items()}
    return LainDiketahui(tuple(isi["nama"]), berkas, isi["gambar"])
