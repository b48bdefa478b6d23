"""Volumes of a book, each set in a process of its own that ends, so that its memory is given back.

A volume of 250 pages takes some 300 MB, which Typst would keep for the next. Run as a module it is a worker
(`buku_sop.adapters.workers`) that sets one volume.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from buku_sop.adapters.lembar.compiler import PrintFailed, SheetCompiler, as_json
from buku_sop.adapters.store import digest
from buku_sop.adapters.workers import Worker, WorkerLost, cores, dumps, serve

SENDIRI = 40
"""Pages of a volume that is set in this process: sooner than another is started, and in little memory."""
SEKALIGUS = 2
"""Volumes at once at most."""


@dataclass(frozen=True, slots=True)
class Jilid:
    """A volume to be set."""

    nama: str
    sop: tuple[str, ...]
    """The ids of its SOPs."""
    kunci: str
    data: Mapping[str, Any]
    """All but its sheets (`susun_buku`)."""
    isi: tuple[Path, ...]
    """The finished sheets in their order, as JSON."""
    halaman: int
    """How many pages they have."""
    sebutan: str
    """What the foot of a page calls it."""
    tujuan: Path
    """Where it is written."""

    def json(self) -> bytes:
        """Return the data of the template, without reading the sheets more closely than a copy needs."""
        lembar = b",".join(p.read_bytes() for p in self.isi)
        return as_json(self.data)[:-1] + b', "lembar": [' + lembar + b"]}"


def set_volume(pencetak: SheetCompiler, jilid: Jilid) -> str:
    """Set and write a volume, and return the hash of its bytes. Raises PrintFailed, which names it."""
    masukan = {
        "buku": jilid.sebutan,
        "sop": "|".join(s["id"] for bab in jilid.data["bab"] for s in bab["sop"]),
    }
    try:
        pdf = pencetak.cetak("buku.typ", jilid.json(), masukan)
    except PrintFailed as error:
        raise PrintFailed(f"Buku {jilid.nama} gagal dicetak: {error}") from error
    finally:
        pencetak.lepaskan()
    jilid.tujuan.write_bytes(pdf)
    return digest(pdf)


def set_volumes(
    pencetak: SheetCompiler, semua: Sequence[Jilid]
) -> Iterator[tuple[Jilid, str]]:
    """Set volumes, a few at once; yield each with the hash of its bytes when it is done.

    Raises:
        PrintFailed: A volume could not be set, or its process was killed.
    """
    kecil = [j for j in semua if j.halaman <= SENDIRI]
    besar = [j for j in semua if j.halaman > SENDIRI]
    for jilid in kecil:
        yield jilid, set_volume(pencetak, jilid)
    if not besar:
        return
    siap = dumps(pencetak)
    with ThreadPoolExecutor(min(SEKALIGUS, cores())) as utas:
        tugas = {utas.submit(_tersendiri, siap, j): j for j in besar}
        try:
            for selesai in as_completed(tugas):
                yield tugas[selesai], selesai.result()
        except BaseException:
            utas.shutdown(wait=False, cancel_futures=True)
            raise


def _tersendiri(pencetak: bytes, jilid: Jilid) -> str:
    try:
        with Worker(__name__, pencetak) as proses:
            hasil: str = proses.ask(jilid)
            return hasil
    except WorkerLost as error:
        raise PrintFailed(
            f"Proses yang menyusun buku {jilid.nama} berhenti di tengah jalan; "
            "mungkin memori komputer habis. Ulangi perintahnya."
        ) from error


def _answer(pencetak: SheetCompiler) -> Callable[[Jilid], str]:
    return lambda jilid: set_volume(pencetak, jilid)


if __name__ == "__main__":
    serve(_answer)
