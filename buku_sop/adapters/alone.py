"""Lets one command at a time work below `.build`: the second waits, and says for whom.

The lock is the system's own, on an open file: a killed process leaves none behind. The MkDocs process of a build
inherits it (`inherited`), so that nobody begins while an orphan still writes.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from buku_sop.adapters.whole_files import why

__all__ = ["BUILD", "NoPlace", "alone", "alone_now", "build_folder", "inherited"]

BUILD = Path(".build")
_LOCK = ".sendiri.lock"
_FAR = 1 << 20
"""Where Windows locks a byte: behind what the file says, so that it can be read meanwhile."""
_held: dict[Path, int] = {}


class NoPlace(Exception):
    """There is no place to work in; the message says why and how to mend it, in Indonesian."""


def build_folder(root: Path) -> Path:
    """Make `.build` where there is none, and return it. Raises NoPlace."""
    build = root / BUILD
    try:
        build.mkdir(exist_ok=True)
    except FileExistsError:
        raise NoPlace(
            f"{build.as_posix()} bukan folder, padahal di situlah hasil sementara disimpan. "
            "Pindahkan atau hapus berkas itu, lalu ulangi."
        ) from None
    except OSError as error:
        raise NoPlace(
            f"Folder {build.as_posix()} tidak dapat dibuat ({why(error)}). Periksa izin dan ruang disk "
            f"folder {root.resolve().as_posix()}, lalu ulangi."
        ) from error
    return build


@contextmanager
def alone(root: Path, pekerjaan: str, kabar: Callable[[str], None] | None = None) -> Iterator[None]:
    """Be the only one who works below the `.build` of a handbook; within one process it may be nested.

    `pekerjaan` is what others are told is going on; `kabar` is told once for whom one waits, else standard error.
    Raises NoPlace.
    """
    kunci = root.resolve()
    if kunci in _held:
        yield
        return
    nomor = _open(root)
    try:
        if not _try(nomor):
            (kabar or _say)(f"Menunggu {_siapa(nomor)} selesai di folder ini …")
            _wait(nomor)
        _tell(nomor, pekerjaan)
        _held[kunci] = nomor
        yield
    finally:
        _held.pop(kunci, None)
        os.close(nomor)


@contextmanager
def alone_now(root: Path) -> Iterator[bool]:
    """Be the only one if nobody else is; whether that is so. For mending that can also be done later."""
    try:
        nomor = _open(root)
    except NoPlace:
        yield False
        return
    try:
        yield _try(nomor)
    finally:
        os.close(nomor)


def inherited() -> tuple[int, ...]:
    """Return the open files that a process of ours must inherit to hold the locks with us."""
    return () if sys.platform == "win32" else tuple(_held.values())


def _open(root: Path) -> int:
    tempat = build_folder(root) / _LOCK
    try:
        return os.open(tempat, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise NoPlace(
            f"{tempat.as_posix()} tidak dapat ditulis ({why(error)}). Periksa pemilik dan izin folder "
            f"{BUILD.as_posix()}, lalu ulangi."
        ) from error


def _say(teks: str) -> None:
    print(teks, file=sys.stderr, flush=True)


def _tell(nomor: int, pekerjaan: str) -> None:
    isi = f"{os.getpid()} {pekerjaan}".encode()
    try:
        os.ftruncate(nomor, 0)
        os.lseek(nomor, 0, os.SEEK_SET)
        os.write(nomor, isi)
    except OSError:  # a full disk: whoever waits is not told for whom
        return


def _siapa(nomor: int) -> str:
    os.lseek(nomor, 0, os.SEEK_SET)
    proses, _, pekerjaan = os.read(nomor, 200).decode("utf-8", "replace").partition(" ")
    if not (proses.isdecimal() and pekerjaan.isprintable() and pekerjaan):
        return "perintah sop lain"
    return f"`{pekerjaan}` (proses {proses})"


if sys.platform == "win32":
    import msvcrt

    def _try(nomor: int) -> bool:
        os.lseek(nomor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(nomor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait(nomor: int) -> None:
        while not _try(nomor):
            time.sleep(0.2)

else:
    import fcntl

    def _try(nomor: int) -> bool:
        try:
            fcntl.flock(nomor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a disk without locks, as some of networks are: then only people see to it
            return True
        return True

    def _wait(nomor: int) -> None:
        fcntl.flock(nomor, fcntl.LOCK_EX)
