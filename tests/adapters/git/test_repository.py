"""Revisions are read from real repositories, and nothing in them changes."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from buku_sop.adapters.cli import proposal
from buku_sop.adapters.cli.proposal import lay_data_over, read_proposal
from buku_sop.adapters.git.lay_out import lay_out
from buku_sop.adapters.git.repository import open_repository
from buku_sop.adapters.git.run import GitFailed
from buku_sop.adapters.git.two_revisions import KERJA, RevisionComparison, compare_revisions
from buku_sop.analysis.beda import Jenis, NasibTautan
from buku_sop.analysis.beda.fakta import BedaTautan
from buku_sop.model.buku_lain import SalinanInventaris
from buku_sop.views.inventaris import tulis_salinan
from tests.builders import buku_lain, sop_lain

SOP = """nama: Menerima Tamu
nomor: 1/REKAAN
status: berlaku
pelaksana: {staf: Staf, kepala: Kepala}
langkah:
  - {kegiatan: Mencatat tamu, pelaksana: staf, waktu: 120 menit}
  - {kegiatan: Menemui tamu, pelaksana: kepala, waktu: 1 jam}
"""


def git(folder: Path, *argumen: str, hari: str = "") -> str:
    """Run git; `hari` is the day on which a commit is made."""
    waktu = {"GIT_AUTHOR_DATE": hari, "GIT_COMMITTER_DATE": hari} if hari else {}
    jawab = subprocess.run(
        ["git", "-C", str(folder), *argumen],
        capture_output=True, text=True, encoding="utf-8", check=True,
        env={
            **os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Pegawai Rekaan", "GIT_AUTHOR_EMAIL": "pegawai@contoh.invalid",
            "GIT_COMMITTER_NAME": "Pegawai Rekaan", "GIT_COMMITTER_EMAIL": "pegawai@contoh.invalid",
            **waktu,
        },
    )  # fmt: skip
    return jawab.stdout.strip()


def commit(folder: Path, **berkas: str | None) -> str:
    """Write files of the office (None removes one), and commit them."""
    for nama, isi in berkas.items():
        tempat = folder / "sop_data" / "rekaan" / f"{nama}.yml"
        tempat.parent.mkdir(parents=True, exist_ok=True)
        if isi is None:
            tempat.unlink()
        else:
            tempat.write_text(isi, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Perubahan", "--allow-empty")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    folder = tmp_path / "buku"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    commit(folder, instansi="nama: Kantor Rekaan\n", tamu=SOP)
    return folder


def banding(buku: Path, base: str, head: str = KERJA) -> RevisionComparison:
    repo = open_repository(buku)
    kini = repo.commit(head) if head else KERJA
    return compare_revisions(repo, repo.commit(base), kini, "sop_data")


def jenis(hasil: RevisionComparison) -> dict[str, Jenis]:
    return {s.id: s.jenis for s in hasil.beda.sop}


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def test_a_branch_is_compared_with_main_and_nothing_on_disk_changes(buku: Path) -> None:
    git(buku, "switch", "-qc", "usulan")
    commit(buku, tamu=SOP.replace("120 menit", "90 menit"), baru=SOP.replace("Tamu", "Surat"))
    git(buku, "switch", "-q", "main")
    (buku / "sop_data" / "rekaan" / "tamu.yml").write_text("belum: selesai\n", encoding="utf-8")
    semula = fingerprint(buku)
    hasil = banding(buku, "main", "usulan")
    assert jenis(hasil) == {"rekaan/baru": Jenis.BARU, "rekaan/tamu": Jenis.DIUBAH}
    waktu = hasil.beda.sop[1].prosedur[0].langkah[0].waktu
    assert waktu
    assert waktu.persen == -25
    assert fingerprint(buku) == semula


def test_without_head_the_files_as_they_lie_are_compared(buku: Path) -> None:
    assert not banding(buku, "HEAD").beda.ada
    (buku / "sop_data" / "rekaan" / "tamu.yml").unlink()
    assert jenis(banding(buku, "HEAD")) == {"rekaan/tamu": Jenis.DIHAPUS}


def test_a_renamed_file_is_the_same_sop(buku: Path) -> None:
    git(buku, "mv", "sop_data/rekaan/tamu.yml", "sop_data/rekaan/penerimaan-tamu.yml")
    commit(buku, **{"penerimaan-tamu": SOP.replace("1 jam", "2 jam")})
    (satu,) = banding(buku, "HEAD~1", "HEAD").beda.sop
    assert satu.pindah_id
    assert (satu.sebelum and satu.sebelum.id, satu.id) == ("rekaan/tamu", "rekaan/penerimaan-tamu")
    assert satu.prosedur[0].langkah[1].bidang == ("waktu",)


def test_a_merge_is_compared_from_where_the_branch_left(buku: Path) -> None:
    awal = git(buku, "rev-parse", "HEAD")
    git(buku, "switch", "-qc", "usulan")
    commit(buku, tamu=SOP.replace("120 menit", "90 menit"))
    git(buku, "switch", "-q", "main")
    commit(buku, surat=SOP.replace("Tamu", "Surat").replace("tamu", "surat"))
    repo = open_repository(buku)
    cabang = repo.merge_base(repo.commit("main"), repo.commit("usulan"))
    assert cabang == awal
    assert jenis(banding(buku, cabang, "usulan")) == {"rekaan/tamu": Jenis.DIUBAH}
    git(buku, "merge", "-q", "--no-ff", "-m", "Gabung", "usulan")
    assert jenis(banding(buku, "HEAD^1", "HEAD")) == {"rekaan/tamu": Jenis.DIUBAH}
    assert jenis(banding(buku, awal, "HEAD")) == {
        "rekaan/surat": Jenis.BARU,
        "rekaan/tamu": Jenis.DIUBAH,
    }


def test_histories_without_a_common_commit_are_told(buku: Path) -> None:
    git(buku, "switch", "-q", "--orphan", "lain")
    commit(buku, tamu=SOP)
    repo = open_repository(buku)
    with pytest.raises(GitFailed, match="titik cabang"):
        repo.merge_base(repo.commit("main"), repo.commit("lain"))


def test_a_broken_file_in_one_revision_hides_nothing_else(buku: Path) -> None:
    commit(buku, surat=SOP.replace("Tamu", "Surat"), rusak=SOP.replace("Tamu", "Rapat"))
    commit(buku, surat=SOP.replace("Tamu", "Surat").replace("1 jam", "2 jam"), rusak="nama: [\n")
    hasil = banding(buku, "HEAD~1", "HEAD")
    assert jenis(hasil) == {"rekaan/surat": Jenis.DIUBAH}
    assert hasil.beda.tak_terbanding == ("rekaan/rusak",)
    assert [d.lokasi.berkas for d in hasil.galat_sesudah] == ["sop_data/rekaan/rusak.yml"]
    assert hasil.galat_sebelum == ()
    assert jenis(banding(buku, "HEAD", "HEAD~1")) == {"rekaan/surat": Jenis.DIUBAH}


def test_a_handbook_below_the_top_of_the_repository_is_found(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    bawah = tmp_path / "folder buku" / "kita"
    bawah.mkdir(parents=True)
    commit(bawah, instansi="nama: Kantor Rekaan\n", tamu=SOP)
    commit(bawah, tamu=SOP.replace("1 jam", "2 jam"))
    assert open_repository(bawah).prefix == "folder buku/kita/"
    assert jenis(banding(bawah, "HEAD~1", "HEAD")) == {"rekaan/tamu": Jenis.DIUBAH}


def test_a_first_handbook_is_all_new(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "commit", "-qm", "Kosong", "--allow-empty")
    commit(tmp_path, instansi="nama: Kantor Rekaan\n", tamu=SOP)
    assert jenis(banding(tmp_path, "HEAD~1", "HEAD")) == {"rekaan/tamu": Jenis.BARU}


def test_no_handbook_on_either_side_is_told(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "commit", "-qm", "Kosong", "--allow-empty")
    with pytest.raises(GitFailed, match="sop_data tidak ada di kedua revisi"):
        banding(tmp_path, "HEAD", "HEAD")


@pytest.mark.parametrize(
    "revisi",
    [
        "tidak-ada",
        "--output=jebol",
        "-h",
        "",
        "main:sop_data",
        "main\nHEAD",
        "HEAD~99",
        "main..main",
    ],
)
def test_what_is_no_revision_is_told_and_never_an_option(buku: Path, revisi: str) -> None:
    semula = fingerprint(buku)
    with pytest.raises(GitFailed, match=r"bukan nama revisi|tidak ada di repositori ini"):
        open_repository(buku).commit(revisi)
    assert fingerprint(buku) == semula


def test_a_folder_outside_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GitFailed, match="bukan bagian dari repositori git"):
        open_repository(tmp_path)


def test_a_machine_without_git_is_told(buku: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(buku))
    with pytest.raises(GitFailed, match="git tidak ditemukan"):
        open_repository(buku)


def tree(folder: Path, *entri: tuple[str, str, str]) -> str:
    """Make a tree of (mode, name, object) that `git add` would never make."""
    isi = b"".join(f"{mode} {nama}\0".encode() + bytes.fromhex(o) for mode, nama, o in entri)
    jawab = subprocess.run(
        ["git", "-C", str(folder), "hash-object", "-t", "tree", "-w", "--literally", "--stdin"],
        input=isi, capture_output=True, check=True,
    )  # fmt: skip
    return jawab.stdout.decode().strip()


def test_names_that_lead_out_of_the_folder_are_not_written(buku: Path, tmp_path: Path) -> None:
    blob = git(buku, "rev-parse", "HEAD:sop_data/rekaan/tamu.yml")
    kantor = tree(buku, ("100644", "..\\jebol.yml", blob), ("120000", "tautan.yml", blob))
    atas = tree(buku, ("100644", "jebol.yml", blob))
    data = tree(buku, ("40000", "..", atas), ("40000", "rekaan", kantor))
    puncak = tree(buku, ("40000", "sop_data", data))
    jahat = git(buku, "commit-tree", puncak, "-m", "Jahat")
    tujuan = tmp_path / "keluar" / "sop_data"
    tujuan.parent.mkdir()
    hasil = lay_out(open_repository(buku), jahat, "sop_data", tujuan)
    assert hasil.tertinggal == ()  # a name with a dot before it is hidden, whatever follows
    assert not [p for p in tujuan.rglob("*") if p.is_file()]
    assert (tujuan / "rekaan" / "tautan.yml").readlink() == Path("pintasan")
    assert not list(tmp_path.rglob("jebol*"))


def test_a_huge_file_is_not_read_and_still_told(buku: Path) -> None:
    commit(buku, besar="# " + "x" * (1024 * 1024))
    hasil = banding(buku, "HEAD~1", "HEAD")
    assert [d.kode for d in hasil.galat_sesudah] == ["SOP-B004"]


def test_settings_of_the_repository_run_nothing(buku: Path, tmp_path: Path) -> None:
    jejak = tmp_path / "jejak"
    (buku / ".gitattributes").write_text("*.yml diff=jahat filter=jahat\n", encoding="utf-8")
    commit(buku, tamu=SOP.replace("1 jam", "2 jam"))
    perintah = f"touch '{jejak}'"
    for kunci in ("diff.jahat.textconv", "filter.jahat.smudge", "core.fsmonitor", "core.pager"):
        git(buku, "config", kunci, perintah)
    assert jenis(banding(buku, "HEAD~1", "HEAD")) == {"rekaan/tamu": Jenis.DIUBAH}
    assert not jejak.exists()


def test_annexes_that_are_too_large_together_are_left_out_and_named(
    buku: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor = buku / "sop_data" / "rekaan"
    for nama in ("a.pdf", "b.pdf", "c.pdf"):
        (kantor / nama).write_bytes(b"%PDF-" + nama.encode() * 10)
    commit(buku, tamu=SOP.replace("1 jam", "2 jam"))
    monkeypatch.setattr(proposal, "BITA_LAMPIRAN", 130)  # two of 55 bytes
    repo = open_repository(buku)
    usul = read_proposal(repo, "HEAD~1", "HEAD")
    tertinggal = lay_data_over(repo, usul, tmp_path)
    assert [(p, "bersama-sama" in sebab) for p, sebab in tertinggal] == [
        ("sop_data/rekaan/c.pdf", True)
    ]
    ada = {p.name for p in (tmp_path / "sop_data" / "rekaan").glob("*.pdf")}
    assert ada == {"a.pdf", "b.pdf"}


def test_other_handbooks_are_known_by_the_copies_of_each_side(buku: Path) -> None:
    """A reference to another handbook breaks when its copy is refreshed and the SOP is there no more."""
    kait = SOP + "keterkaitan: [Pengarsipan (Dinas Rekaan), Penataan]\n"
    setelan = (
        "plugins: [{buku-sop: {rujukan: [{nama: Buku Dinas, alamat: 'https://lain.invalid/'}]}}]\n"
    )
    salinan = buku / "rujukan" / "buku-dinas.json"
    salinan.parent.mkdir()

    def tulis(*nama: str) -> None:
        lain = buku_lain("Buku Dinas", *(sop_lain(n) for n in nama)).salinan.inventaris
        salinan.write_text(tulis_salinan(SalinanInventaris(lain, "", "2026-02-01")))

    tulis("Pengarsipan")
    (buku / "mkdocs.yml").write_text(setelan)
    dasar = commit(buku, tamu=kait)
    tulis("Penataan")
    (satu,) = banding(buku, dasar).beda.sop
    tautan = BedaTautan(
        "Pengarsipan (Dinas Rekaan)", NasibTautan.PUTUS, "rekaan/arsip di Buku Dinas"
    )
    assert satu.tautan == (tautan,)
    kini = commit(buku)
    assert banding(buku, dasar, kini).beda.sop[0].tautan == (tautan,)
    (buku / "induk.yml").write_text(setelan)
    (buku / "mkdocs.yml").write_text("INHERIT: induk.yml\n")
    tulis("Pengarsipan")
    turun = commit(buku)
    assert banding(buku, kini, turun).beda.sop[0].tautan[0].nasib is NasibTautan.TERSAMBUNG
    salinan.rename(buku.parent / "di-luar.json")
    salinan.symlink_to(buku.parent / "di-luar.json")
    assert banding(buku, turun, commit(buku)).beda.sop[0].tautan == (tautan,)
