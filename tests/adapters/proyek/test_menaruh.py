"""The configurations of web servers in the guide: read by their programs where they are, and true of the names of a site."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.paths import ROOT

PANDUAN = (ROOT / "docs" / "panduan" / "menaruh.md").read_text(encoding="utf-8")
CONTOH = dict(re.findall(r"```(nginx|apache|xml)\n(.*?)```", PANDUAN, re.DOTALL))
SELAMANYA = [
    "buku.1969c6ae.css", "bundle.a5f9d56c.min.js", "wajah-35ce3edc95.css", "logo-0c054203a9.png",
    "ikon-deaaa896d9.svg",
]  # fmt: skip
DITANYAKAN = [
    "index.html",
    "pekerja.js",
    "cari.js",
    "favicon.svg",
    "ikon-192.png",
    "handbook.json",
    "tamu-2024.pdf",
]


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_only_what_has_its_digest_in_its_name_is_kept_for_a_year(server: str) -> None:
    (pola,) = re.findall(r'"~?(\[\.-\].*?\$)"', CONTOH[server])
    assert [n for n in SELAMANYA if not re.search(pola, n)] == []
    assert [n for n in DITANYAKAN if re.search(pola, n)] == []


def test_all_servers_send_the_same_policy_of_content() -> None:
    kebijakan = re.findall(r"default-src 'self';[^\"]*", PANDUAN)
    assert len(kebijakan) == 3
    assert len(set(kebijakan)) == 1


def test_the_one_for_iis_is_well_formed() -> None:
    akar = ET.fromstring(CONTOH["xml"])
    assert [
        x.get("value") for x in akar.iter("add") if x.get("name") == "X-Content-Type-Options"
    ] == ["nosniff"]


def test_nginx_reads_its_own(tmp_path: Path) -> None:
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        pytest.skip("nginx is not installed here")
    isi = CONTOH["nginx"].replace("listen 80", "listen 127.0.0.1:8080")
    berkas = tmp_path / "nginx.conf"
    berkas.write_text(
        f"pid {tmp_path}/pid;\nerror_log {tmp_path}/log;\nevents {{}}\nhttp {{\naccess_log off;\n{isi}\n}}\n"
    )
    hasil = subprocess.run(
        [nginx, "-t", "-c", str(berkas)], capture_output=True, text=True, check=False
    )
    assert hasil.returncode == 0, hasil.stderr
