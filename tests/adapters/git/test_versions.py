"""Versions of one SOP compared: quickly the second time, and whatever the versions hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from buku_sop.adapters.git import versions as comparisons
from buku_sop.adapters.git.history import RevisiGit, file_history
from buku_sop.adapters.git.versions import FOLDER, Keadaan, VersionComparison, compare_versions
from tests.adapters.git.test_history import TAMU, catat
from tests.adapters.git.test_repository import SOP, buku, commit, git

__all__ = ["buku"]


def compare(root: Path, berkas: str = TAMU) -> list[tuple[Keadaan, str]]:
    """Return what each revision of a file changed, newest first."""
    semua = file_history(root, [berkas])[berkas]
    hasil = compare_versions(root, semua)
    return [(hasil[r].keadaan, hasil[r].kalimat) for r in semua if r in hasil]


def test_a_change_is_said_in_one_sentence(buku: Path) -> None:
    commit(buku, tamu=SOP.replace("120 menit", "90 menit"))
    assert compare(buku) == [
        (Keadaan.BERUBAH, "Waktu pada 1 langkah; waktu seluruhnya 3 jam → 2 jam 30 menit.")
    ]


def test_a_change_of_form_changes_nothing(buku: Path) -> None:
    commit(buku, tamu=f"# Catatan\n{SOP}")
    assert compare(buku) == [(Keadaan.TETAP, "")]


@pytest.mark.parametrize(
    "rusak", ["nama: [\n", "nama: X\nisian_lama: ya\n", "\0\0", "", "a: &a [*a]\n"]
)
def test_a_version_that_cannot_be_read_hides_no_other(buku: Path, rusak: str) -> None:
    commit(buku, tamu=rusak)
    commit(buku, tamu=SOP.replace("1 jam", "2 jam"))
    commit(buku, tamu=SOP)
    assert [k for k, _ in compare(buku)] == [Keadaan.BERUBAH, Keadaan.RUSAK, Keadaan.RUSAK]


def test_a_version_that_is_too_large_is_not_read(buku: Path) -> None:
    commit(buku, tamu=SOP + "# " + "x" * (1024 * 1024))
    assert compare(buku) == [(Keadaan.RUSAK, "")]


def test_a_renamed_file_is_compared_as_the_same_sop(buku: Path) -> None:
    git(buku, "mv", TAMU, "sop_data/rekaan/penerimaan.yml")
    commit(buku, penerimaan=SOP.replace("1 jam", "30 menit"))
    ((keadaan, kalimat),) = compare(buku, "sop_data/rekaan/penerimaan.yml")
    assert keadaan is Keadaan.BERUBAH
    assert kalimat == "Waktu pada 1 langkah; waktu seluruhnya 3 jam → 2 jam 30 menit."


def test_a_time_is_judged_by_the_hours_of_the_office(buku: Path) -> None:
    kini = SOP.replace("120 menit", "1 hari kerja").replace("1 jam", "10 menit")
    commit(buku, tamu=kini, instansi="nama: Kantor\njam_kerja: {jam_per_hari: 5}\n")
    commit(buku, tamu=kini.replace("1 hari kerja", "10 jam"))
    assert "1 hari kerja 10 menit → 2 hari kerja 10 menit" in compare(buku)[0][1]


def test_what_is_made_moved_or_removed_is_not_compared(buku: Path) -> None:
    git(buku, "mv", TAMU, "sop_data/rekaan/lain.yml")
    catat(buku, "Pindah")
    commit(buku, lain=None)
    lain = "sop_data/rekaan/lain.yml"
    assert len(file_history(buku, [lain])[lain]) == 3
    assert compare(buku, lain) == []


def test_a_comparison_is_kept_until_something_changes(
    buku: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(buku, tamu=SOP.replace("120 menit", "90 menit"))
    pertama = compare(buku)
    (simpanan,) = (buku / FOLDER).glob("*.json")

    def gagal(*_: object) -> None:
        raise AssertionError("compared again")

    with monkeypatch.context() as m:
        m.setattr(comparisons, "bandingkan", gagal)
        assert compare(buku) == pertama
    simpanan.write_text("{", encoding="utf-8")
    assert compare(buku) == pertama
    assert json.loads(simpanan.read_text(encoding="utf-8"))["keadaan"] == "berubah"
    (buku / "sop_data" / "rekaan" / "instansi.yml").write_text("nama: Lain\n", encoding="utf-8")
    assert compare(buku) == pertama
    assert simpanan not in set((buku / FOLDER).glob("*.json"))


def test_hostile_words_are_escaped_in_what_is_kept(buku: Path) -> None:
    commit(buku, tamu=SOP.replace("Mencatat tamu", '"<script>alert(1)</script>{{ 7*7 }}"'))
    (satu,) = (
        h for h in compare_versions(buku, file_history(buku, [TAMU])[TAMU]).values() if h.html
    )
    assert "<script" not in satu.html
    assert "&lt;script&gt;" in satu.html


def test_a_path_that_leads_out_reads_and_writes_nothing(buku: Path, tmp_path: Path) -> None:
    (tmp_path / "instansi.yml").write_text("nama: Luar\n", encoding="utf-8")
    satu = file_history(buku, [TAMU])[TAMU][0]
    for berkas in ("sop_data/../../x/jebol.yml", "sop_data/a\\..\\b/c.yml", "sop_data/x.yml"):
        jahat = RevisiGit(satu.sha, satu.tanggal, "", "", berkas, satu.isi, "0" * 40, berkas)
        assert compare_versions(buku, [jahat]) == {jahat: VersionComparison(Keadaan.RUSAK)}
    assert not list(tmp_path.rglob("jebol*"))
