"""OpenDocument and old Office files, made by LibreOffice into what there is a reader for.

Tables survive best as .docx and .xlsx. Where symbols are drawn over a table, which row each stands beside is known only
when the pages have been laid out; LibreOffice does that as Word does, nearly, in a PDF. Macros do not run, and nothing
that a document links to is fetched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from buku_sop.adapters.impor import pdf
from buku_sop.adapters.impor.pembaca import MAX_BYTES, TakTerbaca, terlalu_besar
from buku_sop.analysis.impor.netral import Dokumen

BATAS_DETIK = 150
_TEMPAT = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
)
"""Where it lies when it is on no path."""
_TIADA = (
    "Berkas {jenis} dibaca lewat LibreOffice, yang belum terpasang di komputer ini. Pasang LibreOffice (gratis, "
    "libreoffice.org), atau buka berkasnya, simpan sebagai .docx, .xlsx, atau PDF, lalu impor hasilnya."
)
_GAGAL = (
    "LibreOffice tidak dapat membuka berkas ini; mungkin rusak atau terkunci dengan kata sandi. Buka dan simpan lagi, "
    "atau simpan sebagai PDF, lalu impor hasilnya."
)
_LAMA = f"LibreOffice belum selesai setelah {BATAS_DETIK} detik. Simpan berkasnya sebagai PDF, lalu impor PDF-nya."
_SETELAN = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "2"),
)
"""Its settings: no macro runs, no link is followed (for Calc 2 means never)."""


def baca(berkas: Path) -> Dokumen:
    """Read a file by way of a PDF. Raises TakTerbaca."""
    with sebagai(berkas, "pdf") as jadi:
        return replace(pdf.baca(jadi), nama=berkas.name)


def cari() -> str | None:
    """Return the command of LibreOffice; None where there is none. SOP_LIBREOFFICE names another one."""
    if sendiri := os.environ.get("SOP_LIBREOFFICE"):
        return shutil.which(sendiri)
    di_jalur = shutil.which("soffice") or shutil.which("libreoffice")
    return di_jalur or next((str(p) for p in _TEMPAT if p.is_file()), None)


@contextmanager
def sebagai(berkas: Path, jenis: str) -> Iterator[Path]:
    """Make a file into one of another kind (pdf, docx, xlsx) that exists while the block runs. Raises TakTerbaca."""
    program = cari()
    if program is None:
        raise TakTerbaca(_TIADA.format(jenis=berkas.suffix.lower()))
    with tempfile.TemporaryDirectory(prefix="sop-impor-", ignore_cleanup_errors=True) as sementara:
        folder = Path(sementara)
        masuk = (
            folder / f"dokumen{berkas.suffix.lower()}"
        )  # no name of the author's reaches a command
        try:
            if (ukuran := berkas.stat().st_size) > MAX_BYTES:
                raise TakTerbaca(terlalu_besar(ukuran))
            shutil.copyfile(berkas, masuk)
        except OSError as error:
            raise TakTerbaca("Berkas ini tidak ada atau tidak dapat dibuka.") from error
        _jalankan(program, masuk, folder, jenis)
        jadi = folder / "keluar" / f"dokumen.{jenis}"
        if not jadi.is_file():
            raise TakTerbaca(_GAGAL)
        yield jadi


def _jalankan(program: str, masuk: Path, folder: Path, jenis: str) -> None:
    profil = folder / "profil"
    (profil / "user").mkdir(parents=True)
    (profil / "user" / "registrymodifications.xcu").write_text(_setelan(), encoding="utf-8")
    perintah = [
        program, f"-env:UserInstallation={profil.as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", jenis, "--outdir", str(folder / "keluar"), str(masuk),
    ]  # fmt: skip
    try:
        proses = subprocess.Popen(
            perintah, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise TakTerbaca(_GAGAL) from error
    try:
        proses.wait(BATAS_DETIK)
    except subprocess.TimeoutExpired as error:
        raise TakTerbaca(_LAMA) from error
    finally:
        _akhiri(proses)


def _akhiri(proses: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, with what it started."""
    if proses.poll() is not None:
        return
    if sys.platform == "win32":
        proses.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(proses.pid, signal.SIGKILL)
    proses.wait()


def _setelan() -> str:
    isi = "".join(
        f'<item oor:path="/{jalur}"><prop oor:name="{nama}" oor:op="fuse"><value>{nilai}</value></prop></item>'
        for jalur, nama, nilai in _SETELAN
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{isi}</oor:items>"
    )
