"""The pipelines of a project: those of this repository, with the program installed from the project's own lock.

There is one text of each pipeline, the one that serves this repository; what differs for an office is named here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from buku_sop.adapters.places import bawaan
from buku_sop.adapters.proyek.rencana import Forge
from buku_sop.adapters.proyek.templat import baca

NASKAH = ("forge", "forge_github", "forge_gitlab", "forge_ini", "komentar", "rilis", "tinjau")
"""Scripts that hold a token: they run from the office's own checkout, beside nothing that was installed."""
ALUR_GITHUB = ("komentar", "rilis", "terbit", "tinjau", "usulan")
FORMULIR = ("config", "data-keliru", "sop-baru", "usul-perubahan")
USUL_GITLAB = ("Data keliru", "SOP baru", "Usul perubahan")
_PASANG = (
    "python -m venv .venv",
    ".venv/bin/pip install --quiet --require-hashes -r requirements.txt",
)


def alur_kerja(forge: Forge) -> dict[str, str]:
    """Write the pipelines, forms and scripts of a forge, by path."""
    if forge == "tidak":
        return {}
    isi = {f".ci/{n}.py": _teks(f".ci/{n}.py") for n in NASKAH}
    return isi | _PER_FORGE[forge]()


def _github() -> dict[str, str]:
    alur = {p: untuk_kantor(_teks(p)) for p in (f".github/workflows/{n}.yml" for n in ALUR_GITHUB)}
    return alur | _formulir_github()


def _formulir_github() -> dict[str, str]:
    semua = [".github/PULL_REQUEST_TEMPLATE.md"]
    semua += [f".github/ISSUE_TEMPLATE/{n}.yml" for n in FORMULIR]
    return {p: _teks(p) for p in semua}


def _gitlab() -> dict[str, str]:
    semua = [f".gitlab/issue_templates/{n}.md" for n in USUL_GITLAB]
    semua += [".gitlab/merge_request_templates/Default.md"]
    pipa = untuk_kantor(_tanpa_kode(_teks(".gitlab-ci.yml")))
    return {".gitlab-ci.yml": pipa} | {p: _teks(p) for p in semua}


def _forgejo() -> dict[str, str]:
    isi = {".forgejo/workflows/usulan.yml": baca("usulan-forgejo.yml")}
    return isi | _formulir_github()


_PER_FORGE: dict[Forge, Callable[[], dict[str, str]]] = {
    "github": _github,
    "gitlab": _gitlab,
    "forgejo": _forgejo,
}


def untuk_kantor(teks: str) -> str:
    """Let a pipeline install what `requirements.txt` locks in place of this repository's own set-up."""
    teks = re.sub(r"^( *)(- )?run: make (setup|site)\n", _langkah_github, teks, flags=re.MULTILINE)
    teks = re.sub(r"^( *)- make (setup|site)\n", _langkah_gitlab, teks, flags=re.MULTILINE)
    return teks.replace(
        "Settings: docs/panduan/memasang.md.", "Pengaturan: Panduan, Memasang buku ini."
    )


def _langkah_github(cocok: re.Match[str]) -> str:
    jarak, awal, apa = cocok.groups(default="")
    dalam = jarak + " " * len(awal) + "  "
    perintah = [*_PASANG, *([".venv/bin/sop situs"] if apa == "site" else [])]
    return f"{jarak}{awal}run: |\n" + "".join(f"{dalam}{p}\n" for p in perintah)


def _langkah_gitlab(cocok: re.Match[str]) -> str:
    jarak, apa = cocok.groups()
    perintah = [*_PASANG, *([".venv/bin/sop situs"] if apa == "site" else [])]
    return "".join(f"{jarak}- {p}\n" for p in perintah)


def _tanpa_kode(teks: str) -> str:
    """Leave out of the pipeline what tests this program's own code."""
    awal, _, _ = teks.partition("# --- Kode ---")
    awal, _, sisa = awal.partition("# A schedule of each night")
    assert sisa
    return awal.replace(' && $SOP_JADWAL != "malam"', "").rstrip() + "\n"


def _teks(path: str) -> str:
    return bawaan(path).read_text(encoding="utf-8")
