"""Reads the electronic signatures inside signed PDFs, in a process of its own.

A PDF that somebody hands in may be broken, locked or made to exhaust its reader: whatever happens there, this
process gets words. Nothing is fetched: neither certificates nor revocation lists. What holds no signature, or does
not end as a PDF does, is not given to the library at all; what it takes too long for is ended by the time that it
computed, since how busy a machine is says nothing about a file.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from buku_sop.model.tanggal import tulis_tanggal
from buku_sop.views.sop.lampiran import HasilTandaTangan, TandaTanganTampil

Tugas = tuple[Path, tuple[Path, ...]]
"""A PDF, and the root certificates that its office trusts."""
DETIK_HITUNG = 5
"""Seconds of computing for one file. A signed file of 20 MB takes less than one."""
DETIK = 60
"""Seconds by the clock until a reader that does nothing is ended, and one more for each file."""
_EKOR = 2048
"""Bytes at the end of a file within which a PDF says where its table of contents is."""
TERBANYAK = 20
"""Signatures of a file that are looked at."""
_TAK_TERBACA = "Tanda tangan elektroniknya tidak dapat dibaca: {}."


_Kunci = tuple[Path, int, int, tuple[Path, ...]]
_ingatan: dict[_Kunci, HasilTandaTangan] = {}
"""What was read by this process: of a file as long as it stays the same."""


def baca_semua(tugas: Sequence[Tugas]) -> dict[Path, HasilTandaTangan]:
    """Read the signatures of several files, each once. Never raises for what the files hold."""
    kunci = {t[0]: _kunci(*t) for t in tugas}
    baru = [t for t in tugas if kunci[t[0]] not in _ingatan]
    _ingatan.update({kunci[path]: hasil for path, hasil in _baca_baru(baru).items()})
    return {path: _ingatan[k] for path, k in kunci.items()}


def _kunci(path: Path, akar: tuple[Path, ...]) -> _Kunci:
    try:
        keadaan = path.stat()
    except OSError:
        return path, 0, -1, akar
    return path, keadaan.st_mtime_ns, keadaan.st_size, akar


def _baca_baru(tugas: Sequence[Tugas]) -> dict[Path, HasilTandaTangan]:
    hasil: dict[Path, HasilTandaTangan] = {}
    while sisa := [t for t in tugas if t[0] not in hasil]:
        jawaban = _jalankan(sisa)
        for (path, _), baris in zip(sisa, jawaban, strict=False):
            hasil[path] = _tampilkan(json.loads(baris))
        if len(jawaban) < len(sisa):  # the next one brought the reader down, or never ended
            sebab = "berkasnya terlalu rumit atau rusak"
            hasil[sisa[len(jawaban)][0]] = _tak_terbaca(sebab)
    return hasil


def _jalankan(tugas: Sequence[Tugas]) -> list[bytes]:
    """Return a line for each file that was read, in order."""
    masukan = json.dumps([[str(p), [str(a) for a in akar]] for p, akar in tugas]).encode()
    try:
        keluar = subprocess.run(
            [sys.executable, "-m", __name__], input=masukan, capture_output=True, check=False,
            timeout=DETIK + len(tugas),
        ).stdout  # fmt: skip
    except subprocess.TimeoutExpired as error:
        keluar = error.stdout or b""
    return [b for b in keluar.splitlines(keepends=True) if b.endswith(b"\n")]


def _tak_terbaca(sebab: str) -> HasilTandaTangan:
    return HasilTandaTangan(sebab=_TAK_TERBACA.format(sebab), terbaca=False)


def _tampilkan(isi: dict[str, Any]) -> HasilTandaTangan:
    if isi["sebab"]:
        return _tak_terbaca(isi["sebab"])
    if not isi["tanda"]:
        return HasilTandaTangan(sebab="Berkas itu tidak memuat tanda tangan elektronik.")
    return HasilTandaTangan(tuple(TandaTanganTampil(**t) for t in isi["tanda"]))


# --- in the process of its own -----------------------------------------------------------------


def _tanpa_batas() -> None:
    """Set no limit."""


def baca(
    path: Path, akar: Iterable[Path], batasi: Callable[[], None] = _tanpa_batas
) -> dict[str, Any]:
    """Read one file: `sebab` says why it cannot be read, `tanda` holds its signatures in words.

    `batasi` is called before what may take long, when the library is there.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return _tanpa("berkasnya tidak dapat dibaca")
    if not data.lstrip().startswith(b"%PDF-") or b"startxref" not in data[-_EKOR:]:
        return _tanpa("berkasnya rusak atau bukan PDF yang utuh")
    # A signature names the bytes that it covers in plain sight, unless all is locked.
    if b"/ByteRange" not in data and b"/Encrypt" not in data:
        return _tanpa("")
    from pyhanko.pdf_utils.reader import PdfFileReader

    batasi()
    try:
        with path.open("rb") as berkas:
            pembaca = PdfFileReader(berkas, strict=False)
            if pembaca.encrypted:
                return _tanpa("berkasnya dikunci dengan kata sandi")
            semua = pembaca.embedded_regular_signatures[:TERBANYAK]
            return {"sebab": "", "tanda": [_satu(s, list(akar)) for s in semua]}
    except (Exception, RecursionError):  # whatever a broken PDF makes of its reader
        return _tanpa("berkasnya rusak atau bukan PDF yang utuh")


def _tanpa(sebab: str) -> dict[str, Any]:
    return {"sebab": sebab, "tanda": []}


def _batasi() -> None:
    """Let the system end this process where the next file takes too long; Windows cannot.

    Only for a process of its own: whoever else calls this is ended by it, sooner or later.
    """
    try:
        import resource
    except ImportError:
        return
    dipakai = resource.getrusage(resource.RUSAGE_SELF)
    batas = int(dipakai.ru_utime + dipakai.ru_stime) + 1 + DETIK_HITUNG
    resource.setrlimit(resource.RLIMIT_CPU, (batas, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _satu(tanda: Any, akar: Sequence[Path]) -> dict[str, Any]:
    """Judge one signature."""
    from pyhanko.keys import load_certs_from_pemder
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    oleh = _nama(tanda.signer_cert)
    try:
        percaya = list(load_certs_from_pemder(str(a) for a in akar))  # type: ignore[no-untyped-call]
        # Revocation is not asked for: that would need the network. Hence `allow_fetching` is off.
        konteks = ValidationContext(trust_roots=percaya, allow_fetching=False)
        nilai = validate_pdf_signature(tanda, konteks)
    except Exception:
        return _kata(
            oleh, "", utuh=False, keadaan="Tanda tangan ini tidak dapat diperiksa.", sertifikat=""
        )
    waktu = nilai.signer_reported_dt
    kapan = tulis_tanggal(waktu.date()) + f" pukul {waktu:%H.%M}" if waktu else ""
    kapan += f" ({waktu.tzname()}, menurut penanda tangan)" if waktu else ""
    keadaan = _keadaan(nilai)
    return _kata(oleh, kapan, utuh=not keadaan, keadaan=keadaan or "Utuh: isinya seperti saat ditandatangani.",
                 sertifikat=_sertifikat(bool(percaya), bool(nilai.trusted)))  # fmt: skip


def _kata(oleh: str, kapan: str, *, utuh: bool, keadaan: str, sertifikat: str) -> dict[str, Any]:
    return {
        "oleh": oleh,
        "kapan": kapan,
        "utuh": utuh,
        "keadaan": keadaan,
        "sertifikat": sertifikat,
    }


def _keadaan(nilai: Any) -> str:
    """Say why a file is not as it was signed; empty where it is."""
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import SignatureCoverageLevel

    if not (nilai.intact and nilai.valid):
        return (
            "Tidak utuh: berkas ini berubah sesudah ditandatangani, atau tanda tangannya tidak sah."
        )
    bagian = nilai.coverage or SignatureCoverageLevel.UNCLEAR
    if bagian < SignatureCoverageLevel.ENTIRE_REVISION:
        return "Tidak utuh: tanda tangan itu tidak mencakup seluruh berkas."
    perubahan = nilai.modification_level
    if perubahan is None or perubahan is ModificationLevel.OTHER or nilai.docmdp_ok is False:
        return "Tidak utuh: isi berkas ini ditambah atau diubah sesudah ditandatangani."
    return ""


def _sertifikat(ada_akar: bool, dipercaya: bool) -> str:
    if not ada_akar:
        return "Kepercayaan sertifikatnya tidak diperiksa: instansi belum memberi sertifikat akar."
    if dipercaya:
        return "Sertifikatnya berasal dari sertifikat akar yang diberikan instansi; pencabutannya tidak diperiksa."
    return "Sertifikatnya tidak berasal dari sertifikat akar yang diberikan instansi, atau sudah tidak berlaku."


def _nama(sertifikat: Any) -> str:
    """Name the owner of a certificate by its common name alone: the rest may hold a number of a person."""
    try:
        nama = sertifikat.subject.native.get("common_name")
    except Exception:
        nama = None
    nama = nama[0] if isinstance(nama, list) and nama else nama
    bersih = "".join(c if c.isprintable() else " " for c in str(nama or "")).strip()[:200]
    return bersih or "tanpa nama"


def main() -> None:
    """Answer the tasks that stand on the standard input, a line of JSON for each."""
    logging.disable(logging.CRITICAL)
    for path, akar in json.load(sys.stdin):
        print(json.dumps(baca(Path(path), [Path(a) for a in akar], _batasi)), flush=True)


if __name__ == "__main__":
    main()
