"""Puts a new folder into the place of the one before in one step, so that no kill leaves neither or half of one.

The new one is made beside the old, on the same disk. Linux exchanges both at once (`renameat2`); elsewhere, and on
disks that cannot, two renames do it, and whoever comes after a kill between them finishes what was begun (`repair`).
"""

from __future__ import annotations

import ctypes
import errno
import filecmp
import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from buku_sop.adapters.whole_files import why

__all__ = ["CannotExchange", "exchange", "link_unchanged", "real_place", "repair", "successor"]

_NEW = ".sop-baru-"
_OLD = ".sop-lama"
_MOUNTS = Path("/proc/self/mountinfo")
_AT_FDCWD, _EXCHANGE = -100, 2


class CannotExchange(Exception):
    """A folder cannot be replaced; the message says why and how to mend it, in Indonesian."""


def real_place(tujuan: Path) -> Path:
    """Return the folder that is to be replaced: where a link leads, the link itself stays.

    Raises:
        CannotExchange: It is no folder, leads nowhere, or is a disk of its own.
    """
    nama = tujuan.as_posix()
    try:
        tempat = tujuan.resolve(strict=False)
        bukan_folder = os.path.lexists(tempat) and not tempat.is_dir()
    except (OSError, RuntimeError) as error:
        sebab = why(error if isinstance(error, OSError) else errno.ELOOP)
        raise CannotExchange(f"{nama} tidak dapat dibaca ({sebab}).") from error
    if tujuan.is_symlink() and (tempat.is_symlink() or not tempat.parent.is_dir()):
        raise CannotExchange(
            f"Tautan {nama} menuju {tujuan.readlink()}, yang tidak ada. Buat folder itu (atau pasang disknya), "
            "atau hapus tautannya, lalu ulangi."
        )
    if bukan_folder:
        raise CannotExchange(
            f"{nama} adalah berkas, bukan folder. Pindahkan atau hapus berkas itu, lalu ulangi."
        )
    if _is_mount(tempat):
        raise CannotExchange(_mounted(tujuan, tempat))
    return tempat


@contextmanager
def successor(tempat: Path) -> Iterator[Path]:
    """Make an empty folder beside a `real_place`, to be filled and exchanged; it is removed in the end.

    What a killed build left there is removed first, so nobody else may be at work. Raises CannotExchange.
    """
    try:
        repair(tempat)
        tempat.parent.mkdir(parents=True, exist_ok=True)
        for sisa in tempat.parent.glob(f"{_escaped(tempat.name)}{_NEW}*"):
            _remove(sisa)
        baru = tempat.with_name(f"{tempat.name}{_NEW}{secrets.token_hex(4)}")
        baru.mkdir()
    except OSError as error:
        raise CannotExchange(
            f"Folder {tempat.parent.as_posix()} tidak dapat ditulisi ({why(error)}), padahal yang baru dibuat di "
            f"sebelah {tempat.name}/ lalu ditukar. Periksa izin dan ruang disknya, lalu ulangi."
        ) from error
    try:
        yield baru
    finally:
        _remove(baru)


def exchange(baru: Path, tempat: Path) -> None:
    """Put `baru` into the place `tempat`; the old folder, if there was one, is removed.

    Raises:
        CannotExchange: It cannot be done; the old one stands where it stood.
    """
    try:
        if not tempat.exists():
            baru.rename(tempat)
            return
        _keep_rights(tempat, baru)
        if not _swap(baru, tempat):
            _two_renames(baru, tempat)
    except OSError as error:
        if error.errno == errno.EBUSY:
            raise CannotExchange(_mounted(tempat, tempat)) from error
        raise CannotExchange(
            f"Folder {tempat.as_posix()} tidak dapat diganti ({why(error)}). "
            "Tutup program yang sedang membukanya dan periksa izinnya, lalu ulangi."
        ) from error
    _remove(baru)


def repair(tempat: Path) -> bool:
    """Bring back the folder of a `real_place` where a kill came between two renames; whether it had to be."""
    lama = _old(tempat)
    if tempat.exists() or not lama.is_dir():
        if lama.is_dir():
            _remove(lama)
        return False
    lama.rename(tempat)
    return True


def link_unchanged(baru: Path, lama: Path) -> int:
    """Let the files of a new tree that equal those of the old be the very same files; return how many are.

    They keep their time and number, so that web servers and copies see what changed and nothing else.
    """
    jumlah = 0
    for satu in os.scandir(baru) if lama.is_dir() else ():
        dulu = lama / satu.name
        if satu.is_dir(follow_symlinks=False):
            if not dulu.is_symlink():
                jumlah += link_unchanged(Path(satu.path), dulu)
        elif satu.is_file(follow_symlinks=False):
            with suppress(OSError):
                jumlah += _link(Path(satu.path), dulu)
    return jumlah


def _link(baru: Path, dulu: Path) -> bool:
    a, b = baru.lstat(), dulu.lstat()
    if os.path.samestat(a, b):
        return True
    if not stat.S_ISREG(b.st_mode) or (a.st_size, a.st_mode) != (b.st_size, b.st_mode):
        return False
    if not filecmp.cmp(baru, dulu, shallow=False):
        return False
    taut = baru.with_name(f".{secrets.token_hex(4)}.taut")
    taut.hardlink_to(dulu)
    taut.replace(baru)
    return True


def _swap(satu: Path, dua: Path) -> bool:
    """Exchange two folders at once; False where the system or the disk cannot. Raises OSError."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # an old C library
        return False
    if renameat2(_AT_FDCWD, os.fsencode(satu), _AT_FDCWD, os.fsencode(dua), _EXCHANGE) == 0:
        return True
    kode = ctypes.get_errno()
    if kode in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM):
        return False  # EPERM: what a sandbox says of calls that it does not know
    raise OSError(kode, os.strerror(kode))


def _two_renames(baru: Path, tempat: Path) -> None:
    lama = _old(tempat)
    _remove(lama)
    tempat.rename(lama)
    try:
        baru.rename(tempat)
    except BaseException:
        lama.rename(tempat)
        raise
    _remove(lama)


def _old(tempat: Path) -> Path:
    return tempat.with_name(f"{tempat.name}{_OLD}")


def _keep_rights(dari: Path, ke: Path) -> None:
    """Give the new folder what an administrator gave the old: who may read it, and whose it is."""
    with suppress(OSError):
        shutil.copystat(dari, ke)
        os.utime(ke)
    if sys.platform != "win32":
        dulu, kini = dari.stat(), ke.stat()
        if (dulu.st_uid, dulu.st_gid) != (kini.st_uid, kini.st_gid):
            with suppress(OSError):
                os.chown(ke, dulu.st_uid, dulu.st_gid)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _escaped(nama: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", nama)


def _is_mount(folder: Path) -> bool:
    """Whether a folder is a disk of its own, or another folder that was bound there."""
    if not folder.is_dir():
        return False
    if os.path.ismount(folder):
        return True
    try:
        baris = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return False
    tempat = (b.split()[4] for b in baris)
    return os.fsencode(folder) in {
        re.sub(rb"\\([0-7]{3})", lambda m: bytes([int(m[1], 8)]), t) for t in tempat
    }


def _mounted(tujuan: Path, tempat: Path) -> str:
    return (
        f"{tujuan.as_posix()} adalah disk atau folder yang dipasang (mount) di situ, sehingga tidak dapat ditukar "
        f"dalam satu langkah. Pasang folder di atasnya, atau buat tautan ke folder di dalamnya: lepaskan, pasang di "
        f"tempat lain (misalnya /srv/web), lalu `ln -s /srv/web/buku {tempat.name}`."
    )
