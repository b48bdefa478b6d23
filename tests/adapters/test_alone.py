"""The lock: the second waits and is told for whom, and nothing that is killed leaves it behind."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from buku_sop.adapters.alone import NoPlace, alone, alone_now

HOLDER = """
import subprocess, sys
from pathlib import Path
from buku_sop.adapters.alone import alone, inherited
with alone(Path(sys.argv[1]), "sop situs"):
    if sys.argv[2] == "child":
        subprocess.Popen([sys.executable, "-c", "input()"], pass_fds=inherited(), stdout=subprocess.DEVNULL)
    print("ada", flush=True)
    if sys.argv[2] == "child":
        import os, signal
        os.kill(os.getpid(), signal.SIGKILL)
    input()
"""


def holder(root: Path, kind: str = "") -> subprocess.Popen[str]:
    """Start somebody who holds the lock until their standard input is written to."""
    satu = subprocess.Popen(
        [sys.executable, "-c", HOLDER, root, kind],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert satu.stdout
    assert satu.stdout.readline() == "ada\n"
    return satu


def release(satu: subprocess.Popen[str]) -> None:
    """Let them go on; also where they are gone, or were let go on before."""
    assert satu.stdin
    if not satu.stdin.closed:
        with suppress(BrokenPipeError):
            satu.stdin.write("\n")
            satu.stdin.close()


def test_the_second_waits_and_says_for_whom(tmp_path: Path) -> None:
    kabar = list[str]()
    with holder(tmp_path) as satu:

        def dengar(teks: str) -> None:
            kabar.append(teks)
            release(satu)

        with alone(tmp_path, "sop luring", dengar):
            release(satu)
    assert kabar == [f"Menunggu `sop situs` (proses {satu.pid}) selesai di folder ini …"]


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    with holder(tmp_path) as satu:
        satu.kill()
        satu.wait()
        kabar = list[str]()
        with alone(tmp_path, "sop luring", kabar.append):
            assert kabar == []


@pytest.mark.skipif(sys.platform == "win32", reason="no inherited locks there")
def test_what_a_killed_process_started_holds_it_on(tmp_path: Path) -> None:
    kabar = list[str]()
    with holder(tmp_path, "child") as satu:
        satu.wait()

        def dengar(teks: str) -> None:
            kabar.append(teks)
            release(satu)  # read by the orphan, which has the same standard input

        with alone(tmp_path, "sop luring", dengar):
            release(satu)
    assert len(kabar) == 1


def test_one_may_nest_it_and_mending_waits_for_nobody(tmp_path: Path) -> None:
    with alone(tmp_path, "sop luring"), alone(tmp_path, "sop situs"):
        pass
    with holder(tmp_path) as satu, alone_now(tmp_path) as sendiri:
        release(satu)
        assert not sendiri
    with alone_now(tmp_path) as sendiri:
        assert sendiri


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / ".build").write_text("x", encoding="utf-8")
    with pytest.raises(NoPlace, match=r"bukan folder.*Pindahkan atau hapus"), alone(tmp_path, "x"):
        pass
    assert (tmp_path / ".build").read_text(encoding="utf-8") == "x"
