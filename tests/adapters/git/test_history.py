"""The history of files is read from real repositories: renames, merges, cut-off clones, hostile words."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from buku_sop.adapters.git.history import RevisiGit, file_history, riwayat_terpotong
from buku_sop.adapters.git.repository import open_repository
from buku_sop.adapters.git.two_revisions import compare_revisions
from tests.adapters.git.test_repository import SOP, buku, commit, fingerprint, git

__all__ = ["buku"]

TAMU = "sop_data/rekaan/tamu.yml"
SURAT = "sop_data/rekaan/surat.yml"


def catat(folder: Path, pesan: str, tanggal: str = "2026-03-01T12:00:00+0700") -> str:
    """Commit everything under a message, on a day."""
    git(folder, "add", "-A")
    perintah = ["git", "-C", str(folder), "commit", "-q", "--allow-empty-message", "-F", "-"]
    nama = {f"GIT_{p}_{a}": "Pegawai" for p in ("AUTHOR", "COMMITTER") for a in ("NAME", "EMAIL")}
    waktu = {"GIT_AUTHOR_DATE": "2020-01-01T00:00:00+0700", "GIT_COMMITTER_DATE": tanggal}
    subprocess.run(
        [*perintah, "--cleanup=verbatim"], input=pesan.encode(), check=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, **nama, **waktu},
    )  # fmt: skip
    return git(folder, "rev-parse", "HEAD")


def ubah(folder: Path, pesan: str, lama: str, baru: str, berkas: str = TAMU) -> str:
    """Change words of a file and commit that."""
    tempat = folder / berkas
    isi = tempat.read_text(encoding="utf-8")
    assert lama in isi
    tempat.write_text(isi.replace(lama, baru), encoding="utf-8")
    return catat(folder, pesan)


def judul(root: Path, berkas: str = TAMU) -> list[str]:
    return [r.judul for r in file_history(root, [berkas]).get(berkas, ())]


def test_each_file_has_its_own_revisions_newest_first(buku: Path) -> None:
    commit(buku, surat=SOP.replace("Tamu", "Surat"))
    sha = ubah(buku, "Percepat pencatatan\n\nKarena antrean panjang.\n", "120 menit", "90 menit")
    hasil = file_history(buku, [TAMU, SURAT, "sop_data/rekaan/tiada.yml"])
    assert set(hasil) == {TAMU, SURAT}
    kini, awal = hasil[TAMU]
    assert kini == RevisiGit(
        sha, date(2026, 3, 1), "Percepat pencatatan", "Pegawai", TAMU,
        git(buku, "rev-parse", f"HEAD:{TAMU}"), git(buku, "rev-parse", f"HEAD~1:{TAMU}"), TAMU,
    )  # fmt: skip
    assert (awal.isi_sebelum, awal.berkas_sebelum, awal.isi) == ("", "", kini.isi_sebelum)
    assert [r.berkas for r in hasil[SURAT]] == [SURAT]


def test_a_file_is_followed_through_renames_between_offices(buku: Path) -> None:
    (buku / "sop_data" / "dinas").mkdir()
    git(buku, "mv", TAMU, "sop_data/rekaan/penerimaan.yml")
    catat(buku, "Ganti nama")
    git(buku, "mv", "sop_data/rekaan/penerimaan.yml", "sop_data/dinas/tamu.yml")
    ubah(buku, "Pindah kantor", "1 jam", "2 jam", "sop_data/dinas/tamu.yml")
    hasil = file_history(buku, ["sop_data/dinas/tamu.yml"])["sop_data/dinas/tamu.yml"]
    assert [(r.judul, r.berkas_sebelum, r.berkas) for r in hasil] == [
        ("Pindah kantor", "sop_data/rekaan/penerimaan.yml", "sop_data/dinas/tamu.yml"),
        ("Ganti nama", TAMU, "sop_data/rekaan/penerimaan.yml"),
        ("Perubahan", "", TAMU),
    ]


def test_a_new_file_under_an_old_name_does_not_take_the_history_that_left(buku: Path) -> None:
    commit(buku, surat="nama: Surat yang Lama\n")
    commit(buku, surat=None)
    git(buku, "mv", TAMU, SURAT)
    catat(buku, "Ganti nama")
    commit(buku, tamu="nama: Lain Sama Sekali\n")
    hasil = file_history(buku, [TAMU, SURAT])
    assert [r.judul for r in hasil[SURAT]] == ["Ganti nama", "Perubahan"]
    assert len(hasil[TAMU]) == 1
    assert hasil[TAMU][0].isi_sebelum == ""


def test_a_removed_file_that_came_back_keeps_its_revisions(buku: Path) -> None:
    commit(buku, tamu=None)
    commit(buku, tamu=SOP)
    assert [bool(r.isi) for r in file_history(buku, [TAMU])[TAMU]] == [True, False, True]


def test_a_merge_shows_each_change_once(buku: Path) -> None:
    git(buku, "switch", "-qc", "usulan")
    ubah(buku, "Di cabang", "120 menit", "90 menit")
    git(buku, "switch", "-q", "main")
    ubah(buku, "Di utama", "nama: Menerima Tamu", "nama: Menyambut Tamu")
    git(buku, "merge", "-q", "--no-ff", "-m", "Gabung", "usulan")
    assert sorted(judul(buku)) == ["Di cabang", "Di utama", "Perubahan"]


def test_what_only_the_merge_wrote_is_a_revision(buku: Path) -> None:
    git(buku, "switch", "-qc", "usulan")
    ubah(buku, "Di cabang", "120 menit", "90 menit")
    git(buku, "switch", "-q", "main")
    ubah(buku, "Di utama", "120 menit", "60 menit")
    with pytest.raises(subprocess.CalledProcessError):
        git(buku, "merge", "-q", "usulan")
    commit(buku, tamu=SOP.replace("120 menit", "75 menit"))
    (satu, *lain) = file_history(buku, [TAMU])[TAMU]
    assert satu.sha == git(buku, "rev-parse", "HEAD")
    assert satu.isi_sebelum == git(buku, "rev-parse", f"HEAD^1:{TAMU}")
    assert sorted(r.judul for r in lain) == ["Di cabang", "Di utama", "Perubahan"]


def test_a_change_beside_a_rename_on_another_branch_is_found(buku: Path) -> None:
    git(buku, "switch", "-qc", "usulan")
    git(buku, "mv", TAMU, SURAT)
    catat(buku, "Ganti nama", "2026-03-02T12:00:00+0700")
    git(buku, "switch", "-q", "main")
    tempat = buku / TAMU
    tempat.write_text(SOP.replace("120 menit", "90 menit"), encoding="utf-8")
    catat(buku, "Di utama", "2026-03-03T12:00:00+0700")
    git(buku, "merge", "-q", "--no-ff", "-m", "Gabung", "usulan")
    assert "90 menit" in (buku / SURAT).read_text(encoding="utf-8")
    assert sorted(judul(buku, SURAT)) == ["Di utama", "Ganti nama", "Perubahan"]


@pytest.mark.parametrize("dalam", [1, 2])
def test_the_edge_of_a_shallow_clone_is_not_the_making_of_a_file(
    buku: Path, tmp_path: Path, dalam: int
) -> None:
    ubah(buku, "Kedua", "120 menit", "90 menit")
    ubah(buku, "Ketiga", "90 menit", "60 menit")
    salinan = tmp_path / "salinan"
    git(buku, "clone", "-q", f"--depth={dalam}", buku.as_uri(), str(salinan))
    assert riwayat_terpotong(salinan)
    assert not riwayat_terpotong(buku)
    assert judul(salinan) == ["Ketiga", "Kedua", "Perubahan"][: dalam - 1]


@pytest.mark.parametrize(
    ("pesan", "terbaca"),
    [
        ("", ""),
        (":100644 100644 aaa bbb M", ":100644 100644 aaa bbb M"),
        ("\n\n" + "a" * 64 + "\n:0 0 0 0 M\n", "a" * 64 + " :0 0 0 0 M"),
        ("baris\x1b[2J\x07 \u202eterbalik", "baris [2J terbalik"),
        ("x" * 5_000, "x" * 199 + "…"),
        ("<script>alert(1)</script> %H %x00 -- HEAD", "<script>alert(1)</script> %H %x00 -- HEAD"),
    ],
)
def test_no_message_is_taken_for_anything_else(buku: Path, pesan: str, terbaca: str) -> None:
    tempat = buku / TAMU
    tempat.write_text(SOP.replace("120 menit", "90 menit"), encoding="utf-8")
    catat(buku, pesan)
    assert judul(buku) == [terbaca, "Perubahan"]


def test_paths_with_anything_in_them_are_read_whole(buku: Path) -> None:
    aneh = 'sop_data/rekaan/"tamu\tdan\nteman" ✓.yml'
    (buku / aneh).write_text(SOP, encoding="utf-8")
    catat(buku, "Aneh")
    assert judul(buku, aneh) == ["Aneh"]


def test_a_handbook_below_the_top_names_its_files_from_its_own_root(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    bawah = tmp_path / "folder buku" / "kita"
    bawah.mkdir(parents=True)
    commit(bawah, tamu=SOP)
    commit(tmp_path, tamu=SOP.replace("1 jam", "2 jam"))
    assert [r.berkas for r in file_history(bawah, [TAMU])[TAMU]] == [TAMU]


def test_links_and_modes_are_no_revisions(buku: Path) -> None:
    (buku / SURAT).symlink_to("tamu.yml")
    git(buku, "add", "-A")
    git(buku, "update-index", "--chmod=+x", TAMU)
    git(buku, "commit", "-qm", "Hak")
    assert judul(buku) == ["Perubahan"]
    assert SURAT not in file_history(buku, [SURAT])


def test_without_a_history_there_is_none(
    tmp_path: Path, buku: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    luar = tmp_path / "luar"
    luar.mkdir()
    assert file_history(luar, [TAMU]) == {}
    assert not riwayat_terpotong(luar)
    git(luar, "init", "-q")
    assert file_history(luar, [TAMU]) == {}
    assert file_history(buku, []) == {}
    monkeypatch.setenv("PATH", str(buku))
    assert file_history(buku, [TAMU]) == {}


def test_settings_of_the_repository_change_nothing_and_run_nothing(
    buku: Path, tmp_path: Path
) -> None:
    jejak = tmp_path / "jejak"
    (buku / ".gitattributes").write_text("*.yml diff=jahat\n", encoding="utf-8")
    git(buku, "mv", TAMU, SURAT)
    catat(buku, "Ganti nama")
    perintah = f"touch '{jejak}'"
    for kunci, nilai in (
        ("diff.jahat.textconv", perintah), ("diff.jahat.command", perintah),
        ("diff.external", perintah), ("core.pager", perintah), ("gpg.program", perintah),
        ("core.fsmonitor", perintah), ("log.showSignature", "true"), ("log.showRoot", "false"),
        ("diff.renames", "false"), ("color.ui", "always"), ("core.quotePath", "true"),
        ("log.date", "relative"), ("format.pretty", "oneline"), ("diff.relative", "false"),
    ):  # fmt: skip
        git(buku, "config", kunci, nilai)
    semula = fingerprint(buku)
    assert judul(buku, SURAT) == ["Ganti nama", "Perubahan"]
    assert not jejak.exists()
    assert fingerprint(buku) == semula


@pytest.mark.parametrize("kunci", ["diff.jahat.textconv", "diff.jahat.command", "diff.external"])
def test_no_program_that_the_repository_names_for_its_files_is_run(
    tmp_path: Path, kunci: str
) -> None:
    """A repository may come from anybody: its attributes and its configuration name no program that runs."""
    buku = tmp_path / "buku"
    buku.mkdir()
    git(buku, "init", "-q", "-b", "main")
    commit(buku, instansi="nama: Kantor Rekaan\n", tamu=SOP)
    jejak, program = tmp_path / "jejak", tmp_path / "program.sh"
    program.write_text(f'#!/bin/sh\necho dijalankan >> "{jejak}"\n', encoding="utf-8")
    program.chmod(0o755)
    (buku / ".gitattributes").write_text("*.yml diff=jahat\n", encoding="utf-8")
    git(buku, "config", kunci, str(program))
    commit(buku, tamu=SOP.replace("Menerima Tamu", "Tamu"))
    commit(buku, tamu=None, surat=SOP.replace("Menerima Tamu", "Surat"))
    git(buku, "diff", "HEAD~1", "HEAD")
    assert jejak.exists(), "the trap itself does not work"
    jejak.unlink()
    repositori = open_repository(buku)
    repositori.log("%H", ["sop_data"])
    compare_revisions(repositori, "HEAD~2", "HEAD", "sop_data")
    assert not jejak.exists()
