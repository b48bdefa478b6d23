from __future__ import annotations

import os
from pathlib import Path

import pytest

from buku_sop.adapters.store import PdfCache, PdfRecord, digest

PDF, ISI = b"%PDF satu", b'{"nama": "satu"}'


@pytest.fixture
def gudang(tmp_path: Path) -> PdfCache:
    gudang = PdfCache(tmp_path)
    gudang.simpan("dinas/satu", PDF, PdfRecord("kunci", digest(PDF), digest(ISI)), ISI)
    return gudang


def _tulis(berkas: Path, isi: bytes, waktu: int) -> None:
    berkas.write_bytes(isi)
    os.utime(berkas, ns=(waktu, waktu))


def test_a_pdf_that_nobody_touched_is_not_read(gudang: PdfCache) -> None:
    pdf = gudang.pdf("dinas/satu")
    _tulis(pdf, PDF[::-1], pdf.stat().st_mtime_ns)
    assert gudang.baca("dinas/satu", "kunci") is not None


@pytest.mark.parametrize("berkas", ["pdf", "isi"])
def test_another_time_or_size_makes_its_bytes_tell(gudang: PdfCache, berkas: str) -> None:
    satu: Path = getattr(gudang, berkas)("dinas/satu")
    asli = satu.read_bytes()
    _tulis(satu, asli, 1_000_000_000)
    catatan = gudang.baca("dinas/satu", "kunci")
    assert catatan is not None
    assert gudang.baca("dinas/satu", "kunci") != catatan  # it now knows the new time
    _tulis(satu, asli[::-1], 2_000_000_000)
    assert gudang.baca("dinas/satu", "kunci") is None
    _tulis(satu, asli + b" ", 1_000_000_000)
    assert gudang.baca("dinas/satu", "kunci") is None
    satu.unlink()
    assert gudang.baca("dinas/satu", "kunci") is None


@pytest.mark.parametrize("isi", [b"", b"{", b"[]", b'{"kunci": "kunci"}', b'{"lain": 1}'])
def test_a_damaged_record_is_none(gudang: PdfCache, isi: bytes) -> None:
    (gudang.folder / ".catatan/dinas/satu.json").write_bytes(isi)
    assert gudang.baca("dinas/satu", "kunci") is None


def test_what_is_thrown_away_leaves_nothing(gudang: PdfCache) -> None:
    gudang.simpan("buku.jilid-1", PDF, PdfRecord("kunci", digest(PDF)))
    gudang.buang_selain(["buku.jilid-1"])
    ada = {
        p.relative_to(gudang.folder).as_posix() for p in gudang.folder.rglob("*.*") if p.is_file()
    }
    assert ada == {"buku.jilid-1.pdf", ".catatan/buku.jilid-1.json"}


def test_a_file_that_was_written_aside_takes_the_place(gudang: PdfCache) -> None:
    aside = gudang.sementara("buku")
    aside.write_bytes(PDF)
    gudang.terima("buku", aside, PdfRecord("k", digest(PDF)))
    assert gudang.pdf("buku").read_bytes() == PDF
    assert not aside.exists()
    assert gudang.baca("buku", "k") is not None
