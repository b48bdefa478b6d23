"""`sop sunting` without a browser: who may come in, what is written and what never is."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from buku_sop.adapters.written_back import BerubahDiLuar, TakDapatDitulis, tulis_kembali
from buku_sop.sunting.mesin import sidik
from tests.site.buku import CONTOH, environment, make_project

SOP = "kantor-contoh/penerimaan-tamu"


@dataclass
class Penyunting:
    """A running `sop sunting`, and what a browser remembers of it."""

    folder: Path
    tautan: str
    kunci: str = ""
    kue: str = ""

    def minta(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> http.client.HTTPResponse:
        host = self.tautan.split("/")[2]
        with closing(http.client.HTTPConnection(host, timeout=60)) as connection:
            kue = {"Cookie": self.kue} if self.kue else {}
            connection.request(method, path, body, {**kue, **headers})
            answer = connection.getresponse()
            answer.body = answer.read()  # type: ignore[attr-defined]
            return answer

    def tanya(self, perintah: str, **isi: Any) -> tuple[int, Any]:
        host = self.tautan.split("/")[2]
        headers = {"Origin": f"http://{host}", "X-Kunci-Sajikan": self.kunci}
        answer = self.minta(
            "POST", f"/.sajikan/sunting/{perintah}", json.dumps(isi).encode(), **headers
        )
        body = answer.body  # type: ignore[attr-defined]
        return answer.status, json.loads(body) if answer.status == 200 else body.decode()


@pytest.fixture(scope="module")
def penyunting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Penyunting]:
    folder = tmp_path_factory.mktemp("sunting")
    make_project(folder, CONTOH)
    for argumen in (["init", "-q"], ["config", "user.name", "Petugas Contoh"], ["config", "user.email", "p@contoh.invalid"],
                    ["add", "sop_data"], ["commit", "-qm", "Awal"]):  # fmt: skip
        subprocess.run(["git", *argumen], cwd=folder, check=True)
    command = [sys.executable, "-m", "buku_sop", "sunting", SOP, "--tanpa-peramban"]
    log = folder / "log.txt"
    with log.open("w", encoding="utf-8") as keluaran:
        process = subprocess.Popen(
            command, cwd=folder, env=environment(), stderr=keluaran, text=True
        )
    try:
        while "Siap dalam" not in (text := log.read_text(encoding="utf-8")):
            assert process.poll() is None, text
            time.sleep(0.1)
        baris = next(x for x in text.splitlines() if x.startswith("Siap dalam"))
        yield Penyunting(folder, baris.partition(": ")[2].split()[0])
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def test_who_comes_in_by_the_link_writes_and_nobody_else(penyunting: Penyunting) -> None:
    path = f"/{penyunting.tautan.split('/', 3)[3]}"
    lain = penyunting.minta("GET", "/.sajikan/sunting/masuk?kunci=salah&ke=sunting/")
    assert lain.status == 403
    masuk = penyunting.minta("GET", path)
    assert (masuk.status, masuk.headers["Location"]) == (303, f"/sunting/?sop={SOP}")
    kue = masuk.headers["Set-Cookie"]
    assert "HttpOnly" in kue
    assert "SameSite=Strict" in kue
    halaman = penyunting.minta("GET", "/sunting/").body.decode()  # type: ignore[attr-defined]
    assert 'data-mesin="peladen"' in halaman
    assert "data-menulis" in halaman
    penyunting.kunci = halaman.partition('data-kunci="')[2].partition('"')[0]
    _, jawab = penyunting.tanya("buka", sop=SOP)
    naskah = jawab["hasil"]
    baru = {**naskah, "teks": naskah["teks"].replace("Mencatat tamu", "Mencatat semua tamu")}
    assert penyunting.tanya("simpan", naskah=[baru]) == (
        403,
        "Buka penyunting lewat tautan di terminal.",
    )
    assert penyunting.minta("GET", path).status == 403  # the link is good for once
    penyunting.kue = kue.partition(";")[0]
    berkas = penyunting.folder / "sop_data" / f"{SOP}.yml"

    _, jawab = penyunting.tanya("simpan", naskah=[baru])
    assert berkas.read_text(encoding="utf-8") == baru["teks"]
    dasar = jawab["hasil"]["dasar"]
    _, jawab = penyunting.tanya("buka", sop=SOP)
    assert jawab["hasil"]["teks"] == baru["teks"]

    berkas.write_text(baru["teks"] + "# dari luar\n", encoding="utf-8")
    lagi = {"berkas": naskah["berkas"], "teks": naskah["teks"], "dasar": dasar}
    _, jawab = penyunting.tanya("simpan", naskah=[lagi])
    assert jawab["galat"]["jenis"] == "berubah_di_luar"
    assert jawab["galat"]["teks"].endswith("# dari luar\n")
    assert berkas.read_text(encoding="utf-8").endswith("# dari luar\n")

    _, jawab = penyunting.tanya(
        "komit", berkas=[naskah["berkas"]], pesan="Perjelas pencatatan tamu"
    )
    assert jawab["hasil"]["kabar"].startswith("Tercatat sebagai komit ")
    log = subprocess.run(["git", "log", "-1", "--format=%an %s", "--name-only"], cwd=penyunting.folder,
                         capture_output=True, text=True, check=True).stdout  # fmt: skip
    assert log.split() == [
        "Petugas",
        "Contoh",
        "Perjelas",
        "pencatatan",
        "tamu",
        f"sop_data/{SOP}.yml",
    ]
    assert penyunting.tanya("komit", berkas=["../x.yml"], pesan="x")[1]["galat"]["jenis"] == "mesin"
    _, jawab = penyunting.tanya(
        "simpan", naskah=[{"berkas": "../luar.yml", "teks": "x", "dasar": None}]
    )
    assert jawab["galat"]["jenis"] == "mesin"

    penyunting.kunci = "lain"
    assert penyunting.tanya("daftar")[0] == 403


def test_a_handbook_with_errors_is_mended_in_the_editor(penyunting: Penyunting) -> None:
    rusak = penyunting.folder / "sop_data" / "kantor-contoh" / "rusak.yml"
    rusak.write_text("nama: Rusak\nkunci_asing: x\n", encoding="utf-8")

    def halaman(path: str) -> str:
        return str(penyunting.minta("GET", path).body.decode())  # type: ignore[attr-defined]

    while "Buku SOP belum dapat dibuat" not in (teks := halaman("/")):
        time.sleep(0.1)
    assert 'href="sunting/?berkas=kantor-contoh%2Frusak.yml"' in teks
    assert "data-menulis" in halaman("/sunting/")
    rusak.unlink()
    while "Buku SOP belum dapat dibuat" in halaman("/"):
        time.sleep(0.1)


def test_all_are_written_or_none_and_nothing_outside(tmp_path: Path) -> None:
    data, luar = tmp_path / "sop_data", tmp_path / "luar"
    (data / "a").mkdir(parents=True)
    luar.mkdir()
    (data / "a" / "satu.yml").write_text("nama: Satu\n", encoding="utf-8")
    (data / "tautan").symlink_to(luar)
    awal = sidik("nama: Satu\n")
    with pytest.raises(BerubahDiLuar):
        tulis_kembali(
            data, {"a/dua.yml": ("nama: Dua\n", None), "a/satu.yml": ("nama: Lain\n", "lama")}
        )
    for berkas in ("tautan/x.yml", "../luar/x.yml"):
        with pytest.raises(TakDapatDitulis):
            tulis_kembali(data, {"a/dua.yml": ("nama: Dua\n", None), berkas: ("nama: X\n", None)})
    with pytest.raises(TakDapatDitulis, match="huruf yang tidak sah"):
        tulis_kembali(data, {"a/satu.yml": ("nama: Baru\n", awal), "a/dua.yml": ("\ud800", None)})
    assert (data / "a" / "satu.yml").read_text(encoding="utf-8") == "nama: Satu\n"
    assert [p.name for p in (data / "a").iterdir()] == ["satu.yml"]
    assert not list(luar.iterdir())
    tulis_kembali(
        data, {"a/satu.yml": ("nama: Baru\n", awal), "b/tiga.yml": ("nama: Tiga\n", None)}
    )
    assert (data / "b" / "tiga.yml").read_text(encoding="utf-8") == "nama: Tiga\n"
