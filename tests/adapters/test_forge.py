"""Where the data is edited and changes are proposed: from the configuration or the clone, and no password."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buku_sop.adapters.forge import BATAS_URL, Forge, ForgeKind, UnknownForge, find_forge
from buku_sop.model.teks import sebaris
from buku_sop.views.sop.usul import Usulan, usulan_langkah, usulan_sop
from tests.builders import INSTANSI, giliran, langkah, prosedur, sop

PATH = "sop_data/kantor-contoh/tamu.yml"
REPO = "https://forge.contoh.invalid/kantor/buku"
JAHAT = '"><script>alert(1)</script> @semua #1 /close\n~~~\n& % + ü\t[x](javascript:1)'


def clone(folder: Path, origin: str, branch: str = "main") -> Path:
    for arguments in (["init", "-q", "-b", branch], ["remote", "add", "origin", origin]):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    return folder


def of(jenis: ForgeKind) -> Forge:
    return find_forge(Path("/"), REPO, "", jenis.value)


@pytest.mark.parametrize(
    ("repo", "edit", "view", "commit", "history"),
    [
        ("https://github.com/kantor/buku", "edit/main/", "blob/main/", "commit/", "commits/main/"),
        (
            "https://gitlab.contoh.invalid:8443/kantor/buku",
            "-/edit/main/", "-/blob/main/", "-/commit/", "-/commits/main/",
        ),
        (
            "https://codeberg.org/kantor/buku",
            "_edit/main/", "src/branch/main/", "commit/", "commits/branch/main/",
        ),
        (
            "https://forgejo.contoh.invalid/kantor/buku",
            "_edit/main/", "src/branch/main/", "commit/", "commits/branch/main/",
        ),
    ],
)  # fmt: skip
def test_each_forge_has_its_own_paths(
    tmp_path: Path, repo: str, edit: str, view: str, commit: str, history: str
) -> None:
    forge = find_forge(tmp_path, repo, "")
    assert forge.edit_url(PATH) == f"{repo}/{edit}{PATH}"
    assert forge.line_url(PATH, 7) == f"{repo}/{view}{PATH}#L7"
    assert forge.commit_url("a" * 40) == f"{repo}/{commit}{'a' * 40}"
    assert forge.history_url(PATH) == f"{repo}/{history}{PATH}"


@pytest.mark.parametrize(
    "origin",
    [
        "https://github.contoh.invalid/kantor/buku.git",
        "https://nama:rahasia@github.contoh.invalid/kantor/buku.git",
        "git@github.contoh.invalid:kantor/buku.git",
        "ssh://git@github.contoh.invalid:2222/kantor/buku.git",
    ],
)
def test_a_clone_knows_its_forge_and_keeps_its_password(tmp_path: Path, origin: str) -> None:
    repo = "https://github.contoh.invalid/kantor/buku"
    forge = find_forge(clone(tmp_path, origin, "utama"), "", "")
    assert forge == Forge(
        f"{repo}/edit/utama/", f"{repo}/blob/utama/", repo, ForgeKind.GITHUB, "utama"
    )


@pytest.mark.parametrize("origin", ["/srv/git/buku", "../buku", "file:///srv/buku", "C:\\buku"])
def test_a_clone_of_a_folder_has_no_forge(tmp_path: Path, origin: str) -> None:
    forge = find_forge(clone(tmp_path, origin), "", "")
    assert forge == Forge()
    assert forge.edit_url(PATH) == ""
    assert forge.line_url(PATH, 1) == ""
    assert forge.commit_url("a") == ""
    assert forge.history_url(PATH) == ""
    assert forge.issue_url(usulan_sop(sop(langkah()))) == ""


def test_a_handbook_outside_a_clone_has_no_forge(tmp_path: Path) -> None:
    assert find_forge(tmp_path, "", "") == Forge()


def test_a_host_whose_name_tells_nothing_must_be_told(tmp_path: Path) -> None:
    assert find_forge(tmp_path, "https://git.contoh.invalid/kantor/buku", "") == Forge()
    for jenis in ("gitlab", "GitLab"):
        forge = find_forge(tmp_path, "https://git.contoh.invalid/kantor/buku", "", jenis)
        assert forge.edit_url("a") == "https://git.contoh.invalid/kantor/buku/-/edit/main/a"


def test_what_is_said_counts_more_than_the_name_of_the_host(tmp_path: Path) -> None:
    forge = find_forge(tmp_path, "https://github.contoh.invalid/kantor/buku", "", "forgejo")
    assert forge.jenis is ForgeKind.GITEA


def test_an_unknown_kind_of_forge_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownForge, match="`svn` tidak dikenal"):
        find_forge(tmp_path, "", "", "svn")


def test_what_the_configuration_says_comes_first(tmp_path: Path) -> None:
    folder = clone(tmp_path, "https://github.contoh.invalid/x/y")
    forge = find_forge(folder, f"{REPO}/", "ubah/dev/")
    assert forge.edit_url("a b.yml") == f"{REPO}/ubah/dev/a%20b.yml"
    assert forge.line_url("a.yml", 1) == ""
    assert find_forge(folder, "javascript:alert(1)", "") == Forge()


def test_the_path_of_the_editor_tells_the_forge_and_the_branch(tmp_path: Path) -> None:
    forge = find_forge(tmp_path, REPO, "-/edit/terbit/2026/")
    assert forge.line_url(PATH, 1) == f"{REPO}/-/blob/terbit/2026/{PATH}#L1"
    assert forge.history_url(PATH) == f"{REPO}/-/commits/terbit/2026/{PATH}"
    forge = find_forge(tmp_path, "https://gitlab.contoh.invalid/x", "ubah/")
    assert (forge.edit_url("a"), forge.view) == ("https://gitlab.contoh.invalid/x/ubah/a", "")
    assert forge.jenis is ForgeKind.GITLAB


def query(url: str) -> dict[str, str]:
    parts = urlsplit(url)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}".startswith(f"{REPO}/")
    assert re.fullmatch(r"[\w.~%=&-]+", parts.query)
    return {k: v for k, (v,) in parse_qs(parts.query, strict_parsing=True).items()}


SATU = sop(
    langkah("Mencatat tamu"),
    langkah("Memeriksa", oleh="kepala", waktu="1-2 jam", cabang={"Ya": "lanjut", "Tidak": "selesai"}),
    nama="Penerimaan Tamu",
)  # fmt: skip
SEMULA = """\
Kegiatan: Memeriksa
Pelaksana: Kepala Kantor
Cabang: Ya → selesai; Tidak → selesai
Kelengkapan: Buku tamu
Waktu: 1-2 jam
Output: Buku tamu"""


def test_a_proposal_on_github_fills_the_form_of_the_repository() -> None:
    url = of(ForgeKind.GITHUB).issue_url(usulan_langkah(SATU, INSTANSI, 0, 1))
    assert urlsplit(url).path == "/kantor/buku/issues/new"
    assert query(url) == {
        "template": "usul-perubahan.yml",
        "title": "Usul perubahan: Penerimaan Tamu, langkah 2",
        "sop": f"Penerimaan Tamu ({SATU.id})",
        "langkah": "Langkah 2",
        "semula": SEMULA,
    }


@pytest.mark.parametrize(
    ("jenis", "path", "judul", "isi"),
    [
        (ForgeKind.GITLAB, "-/issues/new", "issue[title]", "issue[description]"),
        (ForgeKind.GITEA, "issues/new", "title", "body"),
    ],
)
def test_a_proposal_elsewhere_fills_the_text(
    jenis: ForgeKind, path: str, judul: str, isi: str
) -> None:
    url = of(jenis).issue_url(usulan_langkah(SATU, INSTANSI, 0, 1))
    assert urlsplit(url).path == f"/kantor/buku/{path}"
    told = query(url)
    assert told.keys() == {judul, isi}
    assert told[judul] == "Usul perubahan: Penerimaan Tamu, langkah 2"
    assert re.findall("### (.*)", told[isi]) == ["SOP", "Langkah", "Semula", "Usul", "Alasan"]
    assert f"~~~text\n{SEMULA}\n~~~\n" in told[isi]


@pytest.mark.parametrize("jenis", ForgeKind)
def test_a_proposal_for_the_whole_names_no_step(jenis: ForgeKind) -> None:
    told = query(of(jenis).issue_url(usulan_sop(SATU)))
    assert "langkah" not in told
    assert "semula" not in told
    assert "### Langkah" not in " ".join(told.values())
    assert "Penerimaan Tamu" in " ".join(told.values())


def test_a_step_of_several_tables_is_named_with_its_table() -> None:
    dua = sop(
        tabel=(prosedur(langkah()), prosedur(langkah(), langkah("Mengantar", giliran("staf"))))
    )
    usulan = usulan_langkah(dua, INSTANSI, 1, 1)
    assert (usulan.langkah, usulan.judul.rpartition(", ")[2]) == (
        "Prosedur 2, langkah 2",
        "langkah 2",
    )


@pytest.mark.parametrize("jenis", ForgeKind)
def test_hostile_words_stay_words(jenis: ForgeKind) -> None:
    satu = sop(langkah(JAHAT), nama=JAHAT)
    told = query(of(jenis).issue_url(usulan_langkah(satu, INSTANSI, 0, 0)))
    semula = usulan_langkah(satu, INSTANSI, 0, 0).semula
    assert sebaris(JAHAT) in semula
    if jenis is ForgeKind.GITHUB:
        assert told["semula"] == semula
    else:
        isi = told["body"] if jenis is ForgeKind.GITEA else told["issue[description]"]
        luar, _, dalam = isi.partition("~~~~text\n")
        assert dalam.partition("\n~~~~\n")[0] == semula
        assert "<script" not in luar
        assert "@semua" not in luar


@given(teks=st.text(min_size=1, max_size=30), kali=st.integers(1, 2_000))
def test_no_address_is_too_long_and_what_is_cut_ends_at_a_word(teks: str, kali: int) -> None:
    semula = (teks * kali)[:20_000]
    for jenis in ForgeKind:
        url = of(jenis).issue_url(Usulan("Judul", "SOP", "Langkah 1", semula))
        assert len(url.encode()) <= BATAS_URL
        utuh = semula.encode("utf-8", "replace").decode()
        if jenis is ForgeKind.GITHUB:
            told = query(url)["semula"]
            if told != utuh:
                awal = told.removesuffix("…")
                assert utuh.startswith(awal)
                sisa = utuh[len(awal) :]
                assert re.match(r"\s", sisa) or not re.search(r"\S\s", awal)


def test_a_long_step_keeps_as_much_as_fits() -> None:
    kata = "pemeriksaan "
    url = of(ForgeKind.GITHUB).issue_url(Usulan("J", "S", "L", kata * 2_000))
    assert BATAS_URL - len(url) < len("pemeriksaan%20")
    assert query(url)["semula"].endswith("pemeriksaan…")


def test_a_handbook_below_the_root_of_its_repository_leads_to_its_own_files(tmp_path: Path) -> None:
    buku = clone(tmp_path, "https://github.com/kantor/semua.git") / "buku sop"
    buku.mkdir()
    forge = find_forge(buku, "", "")
    assert (forge.cabang, forge.folder) == ("main", "buku sop/")
    assert forge.edit_url(PATH) == f"https://github.com/kantor/semua/edit/main/buku%20sop/{PATH}"
    assert forge.history_url(PATH).endswith(f"commits/main/buku%20sop/{PATH}")
    for edit in ("edit/rilis/buku%20sop/", "edit/rilis/"):
        said = find_forge(buku, "", edit)
        assert (said.cabang, said.folder) == ("rilis", "buku sop/")
        assert said.line_url(PATH, 7).endswith(f"blob/rilis/buku%20sop/{PATH}#L7")
