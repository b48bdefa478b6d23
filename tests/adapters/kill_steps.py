"""Kills a command before each of its changes to the disk, or fills the disk there, and then runs it again.

A program of its own (`python -m tests.adapters.kill_steps COMMAND=FOLDER=EVERY …`), since it forks: whoever calls it has
browsers and threads. Says as JSON how it ended, what stood there then and after the run that followed, by the digest of each file. A step is any change that Python tells its audit hooks: files opened to be written (once before and once
after they are empty), moved, linked, removed, folders made and removed.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

CHANGES = {"os.rename", "os.link", "os.symlink", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
KILLED, REFUSED = 9, 2
Isi = dict[str, str]


class Refused(Exception):
    """A command ended with words and without success."""


def sop(*arguments: str) -> None:
    from click.testing import CliRunner

    from buku_sop.adapters.cli.group import sop as group

    result = CliRunner().invoke(group, arguments, catch_exceptions=False)
    if result.exit_code:
        raise Refused(result.output)


def ganti_nama(folder: Path) -> None:
    sop("--folder", str(folder / "buku"), "ganti-nama", "rekaan/tamu", "Melayani Tamu", "--ya")


def mulai(folder: Path) -> None:
    sop(
        "mulai",
        str(folder / "buku"),
        "--roda",
        str(folder / RODA[0]),
        "--instansi",
        "Kantor Rekaan",
    )


def perbarui(folder: Path) -> None:
    sop("--folder", str(folder / "buku"), "perbarui", "--ya", "--roda", str(folder / RODA[1]))


def impor(folder: Path) -> None:
    sop(
        "--folder",
        str(folder / "buku"),
        "impor",
        "--salinan",
        "--instansi",
        "rekaan",
        str(folder / "masuk" / "terima.pdf"),
    )


def rapikan(folder: Path) -> None:
    sop("--folder", str(folder / "buku"), "rapikan")


def baru(folder: Path) -> None:
    sop("--folder", str(folder / "buku"), "baru", "--nama", "Uji Coba", "--instansi", "baru", "--nama-instansi", "Baru",
        "--pelaksana", "Staf", "--langkah", "Staf | Menyimpan arsip")  # fmt: skip


COMMANDS: dict[str, Callable[[Path], None]] = {
    "ganti-nama": ganti_nama, "mulai": mulai, "perbarui": perbarui, "impor": impor,
    "rapikan": rapikan, "baru": baru,
}  # fmt: skip
RODA = ("buku_sop-0.2.0-py3-none-any.whl", "buku_sop-9.9.9-py3-none-any.whl")


def read_once(folder: Path) -> None:
    """Have the documents read once for all runs: reading changes nothing, and takes its time."""
    from buku_sop.adapters.impor import banyak

    results = list(banyak.impor_banyak([folder / "masuk" / "terima.pdf"]))
    banyak.impor_banyak = lambda _: iter(results)  # type: ignore[assignment]


def contents(folder: Path) -> Isi:
    """Return the digest of each file but those whose names say that they are being written."""
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and not p.name.startswith(".tulis-") and not p.parts[len(folder.parts)].startswith(".sop-")
    }  # fmt: skip


def stop_at(step: int, below: Path, *, full: bool) -> None:
    """End this process, as a kill does, at the given change below a folder; or let nothing be made there from then on."""
    left = step

    def hook(event: str, args: tuple[Any, ...]) -> None:
        nonlocal left
        opened = (
            event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
        )
        if not opened and event not in CHANGES:
            return
        try:
            path = os.fsdecode(args[0])
        except TypeError:  # a file that is open already
            return
        if not Path(path).absolute().is_relative_to(below):
            return
        if full:
            left -= 1
            if left < 0 and (opened or event == "os.mkdir"):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
            return
        if left == 0:
            os._exit(KILLED)
        left -= 1
        if opened:
            if left == 0:
                left = -1  # the call below tells the hook, too
                os.close(os.open(path, args[2], 0o600))
                os._exit(KILLED)
            left -= 1

    sys.addaudithook(hook)


def in_a_child(
    work: Callable[[Path], None], folder: Path, step: int | None = None, *, full: bool = False
) -> int:
    """Run the work in a process of its own and return how it ended."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            if step is not None:
                stop_at(step, folder, full=full)
            work(folder)
            code = 0
        except Refused as error:
            code = REFUSED if full and "disk penuh" in str(error) else 1
            print(error, file=sys.stderr)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def trial(command: str, prepared: Path, every: int) -> dict[str, Any]:
    """Try the command to its end, and killed at every so many steps; each in a copy of what is prepared."""
    work, here = COMMANDS[command], prepared.parent / "kini" / command
    if command == "impor":
        read_once(prepared)

    def fresh() -> Path:
        shutil.rmtree(here.parent, ignore_errors=True)
        shutil.copytree(prepared, here, symlinks=True)
        return here

    work(fresh())  # here, so that its children need load nothing
    whole = contents(here)
    ends: dict[str, list[tuple[int, Isi, int, Isi]]] = {"killed": [], "full": []}

    def once(kind: str, step: int) -> int:
        code = in_a_child(work, fresh(), step, full=kind == "full")
        if code or kind == "full":
            after = contents(here)
            ends[kind].append((code, after, in_a_child(work, here), contents(here)))
        return code

    step = 0
    while once("killed", step) == KILLED:
        step += every
    for full in range(0, step, 2 * every):
        once("full", full)
    return {"before": contents(prepared), "whole": whole, **ends}


if __name__ == "__main__":
    print(
        json.dumps(
            {
                c: trial(c, Path(f).resolve(), int(n))
                for c, f, n in (a.split("=") for a in sys.argv[1:])
            }
        )
    )
