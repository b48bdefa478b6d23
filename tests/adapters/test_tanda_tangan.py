"""Signed PDFs, made here with a key of our own: who, when, intact or not, and what is said of broken ones."""

# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import io
import json
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign import signers

from buku_sop.adapters import tanda_tangan
from buku_sop.adapters.tanda_tangan import baca_semua

NAMA = "Pejabat <b>Contoh"


def kunci(folder: Path, nama: str) -> tuple[Path, Path]:
    """Write a key and a certificate that signs itself."""
    rahasia = ec.generate_private_key(ec.SECP256R1())
    milik = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAMA)])
    kini = datetime.now(UTC)
    guna = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=True, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    sertifikat = (
        x509.CertificateBuilder().subject_name(milik).issuer_name(milik)
        .public_key(rahasia.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(kini - timedelta(1)).not_valid_after(kini + timedelta(30))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(guna, critical=True).sign(rahasia, hashes.SHA256())
    )  # fmt: skip
    a, b = folder / f"{nama}.key", folder / f"{nama}.pem"
    a.write_bytes(
        rahasia.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    b.write_bytes(sertifikat.public_bytes(serialization.Encoding.PEM))
    return a, b


def kosong(sandi: str = "", tambahan: int = 0) -> bytes:
    w = PdfFileWriter()
    isi = w.add_object(generic.StreamObject(stream_data=b"q 1 0 0 1 0 0 cm Q" + b" " * tambahan))
    kotak = generic.ArrayObject(map(generic.NumberObject, (0, 0, 200, 200)))
    w.insert_page(PageObject(contents=isi, media_box=kotak))
    if sandi:
        w.encrypt(owner_pass=sandi, user_pass=sandi)
    keluar = io.BytesIO()
    w.write(keluar)
    return keluar.getvalue()


def diubah(data: bytes) -> bytes:
    """Add a page to a signed file, as an editor would."""
    w = IncrementalPdfFileWriter(io.BytesIO(data))
    isi = w.add_object(generic.StreamObject(stream_data=b"q Q"))
    w.insert_page(
        PageObject(
            contents=isi, media_box=generic.ArrayObject(map(generic.NumberObject, (0, 0, 9, 9)))
        )
    )
    keluar = io.BytesIO()
    w.write(keluar)
    return keluar.getvalue()


def sendiri(kerja: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Call in a thread of its own: the browser of other tests keeps an event loop in this one."""
    with ThreadPoolExecutor(max_workers=1) as pekerja:
        return pekerja.submit(kerja, *args, **kwargs).result()


def tandatangani(penanda: Any) -> bytes:
    keluar = sendiri(
        signers.sign_pdf,
        IncrementalPdfFileWriter(io.BytesIO(kosong())),
        signers.PdfSignatureMetadata(field_name="Tanda"),
        signer=penanda,
    )
    return bytes(keluar.getvalue())


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    f = tmp_path_factory.mktemp("ttd")
    a, pem = kunci(f, "satu")
    _, lain = kunci(f, "lain")
    penanda: Any = signers.SimpleSigner.load(str(a), str(pem))
    sah = tandatangani(penanda)
    isi = {
        "sah": sah, "rusak-isi": sah.replace(b"q 1 0 0 1", b"q 2 0 0 1", 1), "ditambah": diubah(sah),
        "polos": kosong(), "sandi": kosong("rahasia"), "potong": sah[: len(sah) // 2],
        "sampah": b"%PDF-1.7\n" + b"\0\xff" * 4000, "kosong": b"", "dalam": b"%PDF-1.7\n" + b"[" * 200_000,
        "besar": kosong(tambahan=15_000_000),
        "jebakan": b"%PDF-1.7\n/ByteRange" + b"[" * 2_000_000 + b"\nstartxref\n9\n%%EOF",
    }  # fmt: skip
    assert isi["rusak-isi"] != sah
    path = {}
    for nama, data in isi.items():
        path[nama] = f / f"{nama}.pdf"
        path[nama].write_bytes(data)
    hasil = baca_semua([(p, ()) for p in path.values()])
    return SimpleNamespace(
        path=path, hasil={n: hasil[p] for n, p in path.items()}, pem=pem, lain=lain
    )


def test_an_intact_one_says_who_and_when_and_that_trust_was_not_checked(berkas: Any) -> None:
    (tanda,) = berkas.hasil["sah"].tanda
    assert tanda.oleh == NAMA
    assert str(datetime.now(UTC).year) in tanda.kapan
    assert tanda.utuh
    assert "tidak diperiksa" in tanda.sertifikat


@pytest.mark.parametrize("nama", ["rusak-isi", "ditambah"])
def test_a_tampered_one_is_not_intact(berkas: Any, nama: str) -> None:
    (tanda,) = berkas.hasil[nama].tanda
    assert not tanda.utuh
    assert tanda.keadaan.startswith("Tidak utuh")
    assert tanda.oleh == NAMA


@pytest.mark.parametrize(
    ("nama", "sebab"),
    [
        ("polos", "tidak memuat"), ("sandi", "kata sandi"), ("potong", ""), ("sampah", "rusak"),
        ("kosong", "rusak"), ("dalam", "rusak"), ("besar", "tidak memuat"),
        ("jebakan", "rusak"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_words(berkas: Any, nama: str, sebab: str) -> None:
    assert not berkas.hasil[nama].tanda
    assert berkas.hasil[nama].sebab
    assert sebab in berkas.hasil[nama].sebab


def test_the_roots_of_the_office_decide_on_trust(berkas: Any) -> None:
    sah = berkas.path["sah"]
    (percaya,) = baca_semua([(sah, (berkas.pem,))])[sah].tanda
    assert "berasal dari sertifikat akar" in percaya.sertifikat
    assert not percaya.sertifikat.startswith("Sertifikatnya tidak")
    (asing,) = baca_semua([(sah, (berkas.lain,))])[sah].tanda
    assert asing.sertifikat.startswith("Sertifikatnya tidak berasal")
    assert asing.utuh


def test_one_that_never_ends_hides_no_other(berkas: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asli = tanda_tangan._jalankan
    macet, sah = berkas.path["dalam"], berkas.path["sah"]

    def jalankan(tugas: Any) -> list[bytes]:
        return [] if tugas[0][0] == macet else asli(tugas)

    monkeypatch.setattr(tanda_tangan, "_ingatan", {})
    monkeypatch.setattr(tanda_tangan, "_jalankan", jalankan)
    hasil = baca_semua([(macet, ()), (sah, ())])
    assert "terlalu rumit" in hasil[macet].sebab
    assert hasil[sah].tanda


def test_the_reader_is_ended_when_its_time_is_over(
    berkas: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tanda_tangan, "DETIK", -1)
    mulai = time.monotonic()
    assert tanda_tangan._jalankan([(berkas.path["sah"], ())]) == []
    assert mulai


def test_a_certificate_that_names_an_address_is_not_followed(
    berkas: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def socket(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", socket)
    monkeypatch.setattr("socket.getaddrinfo", socket)
    sebelum = resource.getrlimit(resource.RLIMIT_CPU)
    hasil = sendiri(tanda_tangan.baca, berkas.path["sah"], [berkas.lain])
    assert hasil["tanda"][0]["utuh"]
    assert resource.getrlimit(resource.RLIMIT_CPU) == sebelum  # only the reader's own process ends


TANPA_AKHIR = """
import buku_sop.adapters.tanda_tangan as t
t.DETIK_HITUNG = 0
t._satu = lambda *_: sum(iter(int, 1))
t.main()
"""


def test_a_reader_that_computes_for_ever_is_ended(berkas: Any) -> None:
    hasil = subprocess.run(
        [sys.executable, "-c", TANPA_AKHIR], check=False, capture_output=True,
        input=json.dumps([[str(berkas.path["sah"]), []]]).encode(),
    )  # fmt: skip
    assert hasil.returncode == -signal.SIGXCPU
    assert hasil.stdout == b""
