"""Commands that write what people keep, killed or out of space at any change: nothing is half, the next run ends it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from buku_sop.adapters.proyek.baru import buat_proyek
from buku_sop.adapters.proyek.rencana import Rencana, SopPertama
from buku_sop.adapters.proyek.roda import Roda
from tests.adapters.cli.test_ganti_nama import ARSIP, TAMU
from tests.adapters.impor.dokumen import Lembar, simpan
from tests.adapters.kill_steps import KILLED, REFUSED, RODA
from tests.paths import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes of POSIX")
BEKAS = (".build/", ".sop-mulai")
"""What is ours alone: copies, reports, and the record of a project that is being moved into its folder."""


def kantor(folder: Path) -> None:
    """Lay out an office whose SOPs name one another."""
    rekaan = folder / "buku" / "sop_data" / "rekaan"
    rekaan.mkdir(parents=True)
    (rekaan / "instansi.yml").write_text("nama: Kantor Rekaan\n", encoding="utf-8")
    (rekaan / "tamu.yml").write_text(TAMU, encoding="utf-8")
    for nama in ("arsip", "zaman"):
        isi = f"nomor:  '1'\n{ARSIP.replace('Arsip', nama)}"  # not as `sop rapikan` would write it
        (rekaan / f"{nama}.yml").write_text(isi, encoding="utf-8")


def gudang(folder: Path) -> None:
    """Make a folder that holds nothing but a repository, which `sop mulai` takes for empty."""
    (folder / "buku" / ".git").mkdir(parents=True)
    (folder / "buku" / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (folder / RODA[0]).write_bytes(b"lama")


def proyek(folder: Path) -> None:
    """Make a project of the version before."""
    rencana = Rencana(("Kantor Rekaan",), forge="gitlab", sop=SopPertama("Menerima Tamu"))
    buat_proyek(folder / "buku", rencana, date(2026, 11, 28), Roda(RODA[0], "0.2.0", b"lama"))
    (folder / RODA[1]).write_bytes(b"baru")


def dokumen(folder: Path) -> None:
    """Lay out an office, and a document that is not yet among its SOPs."""
    kantor(folder)
    (folder / "masuk").mkdir()
    lembar = Lembar()
    lembar.tabel([("1", "Menerima <b>berkas</b>", "Berkas", "5 menit", "Arsip", "")])
    simpan(folder / "masuk" / "terima.pdf", lembar)


SIAPKAN: dict[str, tuple[Callable[[Path], None], int]] = {
    "ganti-nama": (kantor, 3), "rapikan": (kantor, 3), "baru": (kantor, 3), "mulai": (gudang, 41),
    "perbarui": (proyek, 13), "impor": (dokumen, 7),
}  # fmt: skip
"""What each command begins with, and at which of its steps it is killed in `make test`: every so many."""


@pytest.fixture(scope="module")
def hasil(tmp_path_factory: pytest.TempPathFactory, semua: bool) -> dict[str, Any]:
    """Return what came of all kills, by command; stderr of the trial is shown where a test fails."""
    tempat = tmp_path_factory.mktemp("mati")
    minta = []
    for perintah, (siapkan, setiap) in SIAPKAN.items():
        awal = tempat / perintah
        awal.mkdir()
        siapkan(awal)
        minta.append(f"{perintah}={awal}={1 if semua else setiap}")
    jawab = subprocess.run(
        [sys.executable, "-m", "tests.adapters.kill_steps", *minta],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(tempat / "negara")},
    )  # fmt: skip
    assert jawab.returncode == 0, jawab.stderr
    return {**json.loads(jawab.stdout), "kata": jawab.stderr}


@pytest.mark.parametrize("sebab", ["killed", "full"])
@pytest.mark.parametrize("perintah", SIAPKAN)
def test_at_any_step_files_are_old_or_new_and_the_next_run_ends_it(
    hasil: dict[str, Any], perintah: str, sebab: str
) -> None:
    satu = hasil[perintah]
    dulu, jadi = satu["before"], satu["whole"]
    assert jadi != dulu
    assert len(satu[sebab]) > 1
    for kode, setelah, lagi, akhir in satu[sebab]:
        assert kode == KILLED if sebab == "killed" else kode in (0, REFUSED), hasil["kata"]
        asing = {
            p for p, isi in setelah.items()
            if isi not in (dulu.get(p), jadi.get(p)) and not p.removeprefix("buku/").startswith(BEKAS)
        }  # fmt: skip
        assert asing == set()
        assert dulu.keys() & jadi.keys() <= setelah.keys()
        assert akhir == jadi
        # A new project or SOP that was ready by then is refused as one that is there.
        assert lagi == 0 or (perintah in ("mulai", "baru") and setelah == jadi), hasil["kata"]
