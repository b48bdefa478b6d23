"""Volumes of a book, each set in a process of its own that ends, so that its memory is given back.

A page takes some 2.4 MB while its volume is set, and Typst would keep them for the next volume. Run as a module it is a
worker (`buku_sop.adapters.workers`) that sets one volume.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Condition
from typing import Any

from buku_sop.adapters.lembar.compiler import PrintFailed, SheetCompiler, as_json
from buku_sop.adapters.store import digest
from buku_sop.adapters.workers import Worker, WorkerLost, cores, dumps, serve

SENDIRI = 40
"""Pages of a volume that is set in this process: sooner than another is started, and in little memory."""
SEKALIGUS = 2
"""Volumes at once at most."""
HALAMAN_SEKALIGUS = 180
"""Pages that are set at once at most, unless one volume alone has more: about 500 MB."""


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


def set_volumes(pencetak: SheetCompiler, semua: Sequence[Jilid]) -> Iterator[tuple[Jilid, str]]:
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
    siap, meja = dumps(pencetak), _Meja(HALAMAN_SEKALIGUS)
    with ThreadPoolExecutor(min(SEKALIGUS, cores())) as utas:
        tugas = {utas.submit(_tersendiri, siap, j, meja): j for j in besar}
        try:
            for selesai in as_completed(tugas):
                yield tugas[selesai], selesai.result()
        except BaseException:
            utas.shutdown(wait=False, cancel_futures=True)
            raise


class _Meja:
    """Room for so many pages at once; what is larger has it alone."""

    def __init__(self, halaman: int) -> None:
        self._halaman, self._terpakai, self._berubah = halaman, 0, Condition()

    @contextmanager
    def tempat(self, halaman: int) -> Iterator[None]:
        """Wait for room, and give it back."""
        with self._berubah:
            self._berubah.wait_for(
                lambda: not self._terpakai or self._terpakai + halaman <= self._halaman
            )
            self._terpakai += halaman
        try:
            yield
        finally:
            with self._berubah:
                self._terpakai -= halaman
                self._berubah.notify_all()


def _tersendiri(pencetak: bytes, jilid: Jilid, meja: _Meja) -> str:
    try:
        with meja.tempat(jilid.halaman), Worker(__name__, pencetak) as proses:
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
