"""Writes drafts into the handbook, and beside them a report of what is doubtful or left over."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from buku_sop.adapters.impor.pekerja import DrafBerkas
from buku_sop.adapters.whole_files import write_new, write_whole
from buku_sop.analysis.impor.berulang import ringkas
from buku_sop.analysis.impor.hasil import Draf, Keraguan, Sisa
from buku_sop.analysis.kata.slug import slug
from buku_sop.loading.draf import tulis_draf
from buku_sop.loading.isi_data import BERKAS_INSTANSI, NAMA_BUKU

MAX_NAMA = 200
"""Files of one name, told apart by -2, -3, …, at most."""


@dataclass(frozen=True, slots=True)
class Tertulis:
    """Where a draft is."""

    berkas: Path
    baru: bool
    """Whether it was written now; False where an earlier import of the same document had."""


def tulis(
    satu: DrafBerkas,
    asal: Path,
    sidik: str,
    folder: Path,
    laporan: Path,
    tambahan: Mapping[str, Any],
) -> Tertulis:
    """Write a draft into a folder, and its report below `laporan`.

    A file that stems from the same document stays as it is, since people may have worked on it; one of the same name
    that stems from elsewhere, too, and the draft gets a number. `tambahan` are further keys of the file.

    Raises OSError where nothing can be written, and TakDapatDirapikan where the draft cannot be said in a file.
    """
    awal, akhir = satu.draf.halaman
    dari = f"{asal.name}, halaman {awal}" + (f"-{akhir}" if akhir > awal else "")
    tanda = f"({sidik}/{awal})"
    teks = tulis_draf({**satu.draf.isi, **tambahan}, [f"Diimpor dari {dari} {tanda}."])
    for nama in _nama(satu.draf.nama):
        tujuan = folder / f"{nama}.yml"
        try:
            write_new(tujuan, teks.encode())
        except FileExistsError:
            if tanda not in _kepala(tujuan):
                continue
            baru = False
        else:
            baru = True
        if baru or not (laporan / nama / "laporan.json").is_file():
            _laporkan(satu, asal, tujuan, laporan / nama)
        return Tertulis(tujuan, baru)
    raise FileExistsError(f"{folder / slug(satu.draf.nama)}.yml")


def laporkan(satu: DrafBerkas, asal: Path, tujuan: Path, folder: Path) -> None:
    """Write what is doubtful or left over of a document that was brought into a file, and what was read of it."""
    _laporkan(satu, asal, tujuan, folder)


def bacaan_lama(folder: Path) -> dict[str, Any] | None:
    """Return what was read of the document from which a file stems; None where that is not kept."""
    try:
        data = json.loads((folder / "laporan.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    bacaan = data.get("bacaan") if isinstance(data, dict) else None
    return bacaan if isinstance(bacaan, dict) else None


def _nama(nama: str) -> list[str]:
    dasar = slug(nama)[:80].rstrip("-")
    dilarang = {Path(b).stem for b in (BERKAS_INSTANSI, *NAMA_BUKU)}
    calon = [dasar, *(f"{dasar}-{n}" for n in range(2, MAX_NAMA))]
    return [c for c in calon if c not in dilarang]


def _kepala(berkas: Path) -> str:
    try:
        with berkas.open(encoding="utf-8", errors="replace") as isi:
            return isi.read(1000)
    except OSError:
        return ""


def _laporkan(satu: DrafBerkas, asal: Path, tujuan: Path, folder: Path) -> None:
    """Write the pictures, a report for people and the same for programs."""
    gambar: list[str] = []
    for n, isi in enumerate(satu.potongan, 1):
        gambar.append(f"ragu-{n:02}.png" if isi else "")
        if isi:
            write_whole(folder / gambar[-1], isi)
    lembar = {}
    for satu_lembar in satu.lembar:
        berkas = f"halaman-{satu_lembar.halaman:02}.{satu_lembar.akhiran}"
        write_whole(folder / berkas, satu_lembar.isi)
        ukuran = {"lebar": satu_lembar.lebar, "tinggi": satu_lembar.tinggi}
        lembar[str(satu_lembar.halaman)] = {"berkas": berkas, **ukuran}
    write_whole(folder / "laporan.md", _markdown(satu.draf, asal, tujuan, gambar).encode())
    data = {
        "asal": str(asal.absolute()),
        "berkas": str(tujuan.absolute()),
        "halaman": list(satu.draf.halaman),
        "angka": asdict(satu.draf.angka),
        "catatan": list(satu.draf.catatan),
        "bacaan": dict(satu.draf.isi),
        "keraguan": [
            {**asdict(k), "potongan": g} for k, g in zip(satu.draf.keraguan, gambar, strict=True)
        ],
        "sisa": [asdict(s) for s in satu.draf.sisa],
        "berulang": [asdict(s) for s in satu.draf.berulang],
        "lembar": lembar,
        "baris": [[asdict(b) for b in tabel] for tabel in satu.draf.baris],
    }
    write_whole(
        folder / "laporan.json", (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
    )


def _markdown(draf: Draf, asal: Path, tujuan: Path, gambar: list[str]) -> str:
    baris = [f"# {_aman(draf.nama)}", "", f"Diimpor dari `{asal.name}` ke `{tujuan.name}`.", ""]
    baris += [f"- {_aman(c)}" for c in draf.catatan]
    baris += (
        ["", "## Yang perlu dikonfirmasi", ""]
        if draf.keraguan
        else ["Tidak ada yang meragukan.", ""]
    )
    for k, g in zip(draf.keraguan, gambar, strict=True):
        baris.append(_keraguan(k) + (f"\n\n  ![]({g})" if g else ""))
    if draf.sisa:
        baris += ["", "## Kata yang tidak masuk ke mana pun", ""]
        baris += [_sisa(s) for s in draf.sisa]
    if draf.berulang:
        baris += ["", "## Yang berulang di setiap halaman", ""]
        baris += [_berulang(s, halaman) for s, halaman in ringkas(draf.berulang)]
    return "\n".join(baris) + "\n"


def _keraguan(k: Keraguan) -> str:
    di = f"langkah baris {k.langkah + 1}, " if k.langkah is not None else ""
    return f"- {di}`{k.bidang}`: {_aman(k.tertulis)}"


def _sisa(s: Sisa) -> str:
    sebab = f" ({s.sebab})" if s.sebab else ""
    return f"- halaman {s.tempat.halaman}: {_aman(s.teks)}{sebab}"


def _berulang(s: Sisa, halaman: tuple[int, ...]) -> str:
    return f"- halaman {', '.join(map(str, halaman))}: {_aman(s.teks)} ({s.sebab})"


def _aman(teks: str) -> str:
    """Write the words of a document so that Markdown reads none of them as its own."""
    return "".join(
        f"\\{c}" if c in "\\`*_{}[]<>#|!&" else c if c.isprintable() else " " for c in teks
    )
