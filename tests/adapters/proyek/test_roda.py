"""The wheel of what is installed, made again: pip takes it, and it is the same bytes each time."""

from __future__ import annotations

import hashlib
import zipfile
from base64 import urlsafe_b64encode
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path

import pytest

from buku_sop.adapters.proyek.roda import TanpaRoda, _dari_berkas, buat_lagi


@pytest.fixture
def dist(tmp_path: Path) -> Distribution:
    """Return a program as pip leaves it: with files of its own beside those of the wheel."""
    info = tmp_path / "buku_sop-9.9.9.dist-info"
    isi = {
        "buku_sop/__init__.py": b"",
        "buku_sop/tema/a.css": b"a { }",
        f"{info.name}/METADATA": b"Metadata-Version: 2.1\nName: buku-sop\nVersion: 9.9.9\n",
        f"{info.name}/WHEEL": b"Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info.name}/INSTALLER": b"pip\n",
    }
    catatan = []
    for nama, data in isi.items():
        (tmp_path / nama).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / nama).write_bytes(data)
        sidik = urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        catatan.append(f"{nama},sha256={sidik},{len(data)}")
    catatan += ["../../bin/sop,sha256=x,1", "buku_sop/__pycache__/a.pyc,,", f"{info.name}/RECORD,,"]
    (info / "RECORD").write_text("\n".join(catatan) + "\n")
    return PathDistribution(info)


def test_it_holds_what_the_wheel_held_and_nothing_that_pip_added(
    dist: Distribution, tmp_path: Path
) -> None:
    roda = buat_lagi(dist)
    assert roda == buat_lagi(dist)
    assert roda.nama == "buku_sop-9.9.9-py3-none-any.whl"
    (tmp_path / roda.nama).write_bytes(roda.isi)
    with zipfile.ZipFile(tmp_path / roda.nama) as arsip:
        assert arsip.testzip() is None
        nama = arsip.namelist()
        catatan = arsip.read("buku_sop-9.9.9.dist-info/RECORD").decode()
    assert nama == [
        "buku_sop-9.9.9.dist-info/METADATA", "buku_sop-9.9.9.dist-info/WHEEL", "buku_sop/__init__.py",
        "buku_sop/tema/a.css", "buku_sop-9.9.9.dist-info/RECORD",
    ]  # fmt: skip
    assert [b.partition(",")[0] for b in catatan.splitlines()] == nama


def test_a_program_that_was_changed_is_no_release(dist: Distribution, tmp_path: Path) -> None:
    (tmp_path / "buku_sop" / "tema" / "a.css").write_text("b { }")
    with pytest.raises(TanpaRoda, match=r"a\.css"):
        buat_lagi(dist)
    (tmp_path / "buku_sop" / "tema" / "a.css").unlink()
    with pytest.raises(TanpaRoda, match="tidak lengkap"):
        buat_lagi(dist)


def test_the_file_it_was_installed_from_is_taken_while_it_is_the_same(tmp_path: Path) -> None:
    berkas = tmp_path / "dengan spasi" / "buku_sop-9.9.9-py3-none-any.whl"
    berkas.parent.mkdir()
    berkas.write_bytes(b"roda")
    asal: dict[str, object] = {
        "url": berkas.as_uri(),
        "archive_info": {"hashes": {"sha256": hashlib.sha256(b"roda").hexdigest()}},
    }
    roda = _dari_berkas(asal, "9.9.9")
    assert roda is not None
    assert (roda.nama, roda.isi) == (berkas.name, b"roda")
    berkas.write_bytes(b"lain")
    assert _dari_berkas(asal, "9.9.9") is None
    assert _dari_berkas({}, "9.9.9") is None
