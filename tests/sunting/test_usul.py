"""A proposal as a file: made here, taken there; and whatever else somebody calls a proposal is refused."""

from __future__ import annotations

import io
import json
import subprocess
import warnings
import zipfile
from base64 import b64decode
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from click import ClickException
from click.testing import CliRunner

from buku_sop.adapters.cli.group import sop
from buku_sop.adapters.cli.indonesian_click import jalankan
from buku_sop.adapters.places import LOOK
from buku_sop.loading.isi_folder import IsiFolder
from buku_sop.sunting.buku import Buku
from buku_sop.sunting.mesin import Mesin
from buku_sop.sunting.terbit import tanpa_nip
from buku_sop.sunting.usul import BukanUsulan, baca_usulan
from buku_sop.views.dasar.render import TEMPLATES, Perender

BERKAS = "kantor/tamu.yml"
TEKS = """\
nama: Menerima Tamu
status: draf
disahkan_oleh: {jabatan: Kepala, nip: "198001012005011001"}
pelaksana: {a: Petugas}
langkah:
  - kegiatan: Menerima tamu
    pelaksana: a
    waktu: 5 menit  # catatan
"""


def git(folder: Path, *argumen: str) -> str:
    nama = ("-c", "user.name=Penguji", "-c", "user.email=p@contoh.invalid")
    return subprocess.run(
        ["git", *nama, *argumen],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    ).stdout


@pytest.fixture(params=["", "handbook"])
def buku(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A handbook that is a repository, and one below the root of another."""
    for siapa in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{siapa}_NAME", "Penguji")
        monkeypatch.setenv(f"GIT_{siapa}_EMAIL", "p@contoh.invalid")
    root = tmp_path / "buku"
    data = root / str(request.param) / "sop_data" / "kantor"
    data.mkdir(parents=True)
    (data / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    (data / "tamu.yml").write_text(TEKS, encoding="utf-8")
    (root / "lain.txt").write_text("tetap", encoding="utf-8")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Awal")
    return data.parents[1]


def usulan(buku: Path, **isi: str) -> bytes:
    """Edit as the browser does: from the text without NIPs."""
    mesin = Mesin(
        Buku(buku / "sop_data", IsiFolder(), Perender(LOOK / TEMPLATES), lambda: date(2026, 11, 1)),
        "peramban",
    )
    asal = tanpa_nip(BERKAS, TEKS)
    teks = asal.replace("5 menit", "15 menit")
    naskah = [{"berkas": BERKAS, "teks": teks, "dasar": {"teks": asal, "revisi": "", "sidik": ""}}]
    jawab = mesin.jawab(
        "bungkus_usul", {"naskah": naskah, "catatan": "Tamu antre.", "oleh": "Staf Contoh", **isi}
    )
    assert jawab["hasil"]["nama"] == "kantor-tamu.sop-usul.zip"
    return b64decode(jawab["hasil"]["zip"])


def terima(buku: Path, isi: bytes, *pilihan: str, masukan: str = "") -> tuple[int, str]:
    berkas = Path(git(buku, "rev-parse", "--show-toplevel").strip()).parent / "masuk.sop-usul.zip"
    berkas.write_bytes(isi)
    hasil = CliRunner().invoke(
        sop,
        ["--folder", str(buku), "terima", str(berkas), *pilihan],
        input=masukan,
        standalone_mode=False,
    )
    if isinstance(hasil.exception, ClickException):
        return 1, hasil.output + hasil.exception.format_message()
    assert hasil.exception is None, hasil.exception
    return hasil.return_value, hasil.output


def test_a_proposal_becomes_a_branch_of_one_line_and_the_folder_stays(buku: Path) -> None:
    kode, keluar = terima(buku, usulan(buku), "--ya")
    assert kode == 0, keluar
    assert "Usulan Staf Contoh, 2026-11-01:\n  Tamu antre." in keluar
    assert "5 menit -> 15 menit" in keluar
    cabang = git(buku, "branch", "--list", "usul/*", "--format=%(refname:short)").strip()
    beda = git(buku, "diff", "-U0", "HEAD", cabang)
    ubah = [x for x in beda.splitlines() if x[:1] in "+-" and x[:3] not in ("+++", "---")]
    assert ubah == ["-    waktu: 5 menit  # catatan", "+    waktu: 15 menit  # catatan"]
    assert git(buku, "status", "--porcelain") == ""
    assert (buku / "sop_data" / BERKAS).read_text(encoding="utf-8") == TEKS
    assert "Staf Contoh" in git(buku, "log", "-1", "--format=%B", cabang)
    kode, keluar = terima(buku, usulan(buku), "--ya")
    assert (kode, "sudah ada" in keluar) == (1, True)


def test_a_refusal_is_a_sentence_and_no_trace_of_the_program(
    buku: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = buku / "rusak.sop-usul.zip"
    berkas.write_bytes(b"bukan zip")
    assert jalankan(sop, ["--folder", str(buku), "terima", str(berkas)]) == 1
    assert capsys.readouterr().err == (
        "Berkas itu bukan usulan yang utuh (.sop-usul.zip), atau rusak di jalan.\n"
    )


def test_a_proposal_of_a_revision_that_is_not_known_here_is_said(buku: Path) -> None:
    kini = git(buku, "rev-parse", "HEAD").strip()
    for revisi, tahu in ((kini, True), ("a" * 40, False)):
        naskah = {"berkas": BERKAS, "baru": False}
        isi = arsip(
            {"usul.json": json.dumps({**json.loads(kepala(BERKAS)), "revisi": revisi, "naskah": [naskah]}),
             f"asal/{BERKAS}": TEKS, f"usulan/{BERKAS}": TEKS.replace("5 menit", "6 menit")}
        )  # fmt: skip
        kode, keluar = terima(buku, isi, masukan="t\n")
        assert kode == 1
        assert ("tidak ada di riwayat buku ini" in keluar) is not tahu, keluar


def test_what_changed_meanwhile_is_asked_about(buku: Path) -> None:
    berkas = buku / "sop_data" / BERKAS
    berkas.write_text(TEKS.replace("5 menit", "7 menit"), encoding="utf-8")
    git(buku, "commit", "-qam", "Lain")
    isi = usulan(buku)
    kode, keluar = terima(buku, isi, "--ya")
    assert kode == 1
    assert "langkah 1: waktu berubah di kedua sisi" in keluar
    kode, keluar = terima(buku, isi, masukan="2\ny\n")
    assert kode == 0, keluar
    cabang = git(buku, "branch", "--list", "usul/*", "--format=%(refname:short)").strip()
    assert "waktu: 15 menit" in git(buku, "show", f"{cabang}:./sop_data/{BERKAS}")


def arsip(isi: Mapping[str, bytes | str]) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as z:
        for nama, teks in isi.items():
            z.writestr(nama, teks)
    return keluar.getvalue()


def entri(nama: str, jenis: int = zipfile.ZIP_DEFLATED, mode: int = 0, banyak: int = 1) -> bytes:
    """Make a proposal whose text is an entry of another kind."""
    keluar = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(keluar, "w") as z:
        warnings.simplefilter("ignore")  # the same name twice is meant
        z.writestr("usul.json", kepala("a/b.yml"))
        for _ in range(banyak):
            satu = zipfile.ZipInfo(nama)
            satu.external_attr = mode << 16
            z.writestr(satu, "nama: A\n", jenis)
    return keluar.getvalue()


def kepala(*berkas: str, **lain: object) -> str:
    naskah = [{"berkas": b, "baru": True} for b in berkas]
    return json.dumps(
        {"format": "sop-usul", "versi": 1, "dibuat": "2026-11-01", "naskah": naskah, **lain}
    )


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"bukan zip", "bukan usulan yang utuh"),
        (arsip({"usul.json": kepala("../x.yml"), "usulan/../x.yml": "a"}), "bukan bagian usulan"),
        (arsip({"usul.json": kepala("a/b.yml"), "/etc/x": "a"}), "bukan bagian usulan"),
        (arsip({"usul.json": kepala("a/b.yml"), "usulan/a/b.yml": b"\xff"}), "bukan teks UTF-8"),
        (
            arsip({"usul.json": kepala("a/b.yml"), "usulan/a/b.yml": b"a" * 2_000_000}),
            "terlalu besar",
        ),
        (arsip({"usul.json": kepala("a/b.yml")}), "tidak sama dengan yang didaftar"),
        (arsip({"usul.json": kepala()}), "tidak sesuai"),
        (
            arsip({"usul.json": kepala("a/b.yml", dibuat="\x1b[31m"), "usulan/a/b.yml": "a"}),
            "tidak sesuai",
        ),
        (
            arsip({"usul.json": kepala("a/b.yml", format="lain"), "usulan/a/b.yml": "a"}),
            "bukan usulan SOP",
        ),
        (arsip({"usul.json": "{" * 100_000}), "tidak sesuai"),
        (entri("usulan/a/b.yml", mode=0o120777), "tautan"),
        (entri("usulan/a/b.yml", mode=0o040755), "folder"),
        (entri("usulan/a/b.yml", zipfile.ZIP_BZIP2), "pemampatan"),
        (entri("usulan/a/b.yml", zipfile.ZIP_LZMA), "pemampatan"),
        (entri("usulan/a/b.yml", banyak=2), "dua kali"),
        (
            entri("usulan/a/b.yml").replace(b"usulan/a/b.yml", b"usulan/a/b.ym\0"),
            "bukan bagian usulan",
        ),
        (entri("usulan/a/b.ymlXexe").replace(b"b.ymlXexe", b"b.yml\0exe"), "tautan, folder"),
        (arsip({"usul.json": kepala("con/b.yml"), "usulan/con/b.yml": "a"}), "bukan bagian usulan"),
        (arsip({"usul.json": kepala("a/nul.yml"), "usulan/a/nul.yml": "a"}), "bukan bagian usulan"),
        (arsip({"usul.json": kepala("a/b.yml", "a/b.yml"), "usulan/a/b.yml": "a"}), "dua kali"),
        (
            arsip({"usul.json": kepala("a/b.yml", revisi="HEAD"), "usulan/a/b.yml": "a"}),
            "tidak sesuai",
        ),
        (arsip({f"usulan/a/x{n}.yml": "a" for n in range(90)}), "terlalu banyak"),
        (
            arsip({"usul.json": kepala("a/b.yml"), "usulan/a/b.yml": "a" * 500})[:-120],
            "bukan usulan yang utuh",
        ),
    ],
)
def test_what_is_no_proposal_is_refused_in_words(isi: bytes, kata: str) -> None:
    with pytest.raises(BukanUsulan, match=kata):
        baca_usulan(isi)


def test_nothing_that_a_proposal_says_steers_the_terminal(buku: Path) -> None:
    kode, keluar = terima(
        buku,
        usulan(buku, oleh="\x1b[31mMerah\u202e", catatan="a\x1b]0;judul\x07\nb"),
        masukan="n\n",
    )
    assert kode == 1
    assert "\x1b" not in keluar
    assert "\u202e" not in keluar
    assert not git(buku, "branch", "--list", "usul/*")
