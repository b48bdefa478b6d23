"""The engine in the browser says what the engine here says: of the same texts, word for word."""

from __future__ import annotations

import json
import random
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig

from buku_sop.adapters.peramban import kemas
from buku_sop.adapters.peramban.roda import pinned_line
from buku_sop.adapters.places import LOOK
from buku_sop.adapters.situs.publish import _penyunting
from buku_sop.handbook import open_handbook
from buku_sop.loading import parser, text, yaml_comments
from buku_sop.loading.sunting import spans
from buku_sop.loading.sunting.naskah import buka
from buku_sop.model.pribadi import memuat_nip
from buku_sop.sunting.mesin import Mesin
from buku_sop.sunting.terbit import buku_terbit, tanpa_nip, tulis_terbit
from buku_sop.views.dasar.render import TEMPLATES, Perender
from tests.paths import ROOT, SOP_DATA

HARI = date(2026, 11, 1)
SEMUA = ["isi", "tabel", "bidang", "diagram", "lembar", "temuan", "selisih"]
NIP = "19800101 200501 1 001"
BERNIP = f"""\
nama: Contoh  # catatan
disusun_oleh: {{jabatan: Staf, nama: Rekaan, nip: '{NIP}'}}
disahkan_oleh:
  jabatan: Kepala
  nip: {NIP.replace(" ", "")}  # NIP {NIP}
pelaksana: {{}}
langkah: []
"""


def perender() -> Perender:
    return Perender(LOOK / TEMPLATES)


def test_the_data_for_browsers_says_what_the_folder_says() -> None:
    disk = open_handbook(SOP_DATA, HARI)
    terbit = buku_terbit(tulis_terbit(SOP_DATA, disk), perender(), HARI).buka()
    assert tuple(terbit.diagnostics) == tuple(disk.diagnostics)
    assert [s.id for s in terbit.handbook.sop] == [s.id for s in disk.handbook.sop]


def test_no_nip_is_published_and_all_else_stays_to_the_letter() -> None:
    teks = tanpa_nip("kantor/contoh.yml", BERNIP)
    assert not memuat_nip(teks)
    lama, baru = BERNIP.splitlines(), teks.splitlines()
    assert [n for n, (a, b) in enumerate(zip(lama, baru, strict=True)) if a != b] == [1, 4]
    assert "nama: Rekaan" in baru[1]
    data = buka("kantor/contoh.yml", teks)
    assert [data.isi((b, "nip")) for b in ("disusun_oleh", "disahkan_oleh")] == [
        "(NIP 1)",
        "(NIP 2)",
    ]
    assert not memuat_nip(tanpa_nip("kantor/contoh.yml", f"nama: [rusak {NIP}\n"))


@pytest.mark.parametrize(
    "path", sorted(SOP_DATA.glob("*/*.yml")), ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_the_parser_in_python_reads_as_the_one_in_c(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = path.read_text(encoding="utf-8")
    isi = isi if len(isi) < 8_000 else isi[:8_000].rpartition("\n")[0] + "\n"

    def baca() -> object:
        source, temuan = text.read_text(isi, "a.yml")
        komentar = yaml_comments.baca_komentar(isi)
        assert source is not None
        return source.root, temuan, komentar, spans.SpannedText(isi).root.value

    cepat = baca()
    for modul in (parser, yaml_comments):
        monkeypatch.setattr(modul, "LOADER", parser.InPython)
    parser._events.cache_clear()
    assert baca() == cepat
    parser._events.cache_clear()


def test_the_wheel_for_browsers_is_the_one_that_the_lock_names() -> None:
    line = pinned_line((ROOT / "requirements" / "site.txt").read_text(encoding="utf-8"))
    assert line.startswith("pydantic-core==")
    assert line.count("==") == 1
    assert line.count("--hash=sha256:") > 10


_KATA = (
    "memeriksa",
    "berkas:",
    "surat",
    "#1",
    "'tamu'",
    '"Kepala"',
    "<b>",
    "{{x}}",
    "&",
    "verifikasi",
    "é",
    "tidak",
    "SOP",
)


def _buatan(nomor: int) -> str:
    """Make up a file of an SOP: mostly sound, sometimes with what no form takes."""
    acak = random.Random(nomor)

    def kata(n: int) -> str:
        return " ".join(acak.choices(_KATA, k=n))

    lane = [f"p{i}" for i in range(acak.randint(1, 5))]
    langkah: list[Any] = []
    banyak = acak.randint(1, 12)
    for n in range(banyak):
        satu: dict[str, Any] = {
            "id": f"l{n}",
            "kegiatan": f"Mencatat {kata(4)}",
            "pelaksana": acak.choice(lane),
        }
        if acak.random() < 0.2:
            satu["pelaksana"] = {"bersama": acak.sample(lane, acak.randint(1, len(lane)))}
        if acak.random() < 0.7:
            satu["waktu"] = acak.choice(["15 menit", "1-2 jam", "3 hari kerja", "kapan saja", "90"])
        if acak.random() < 0.3:
            ke = acak.choice(["selesai", f"l{acak.randrange(banyak)}", "l99"])
            satu["cabang"] = [{"label": "Ya", "ke": "lanjut"}, {"label": kata(1), "ke": ke}]
        satu["output"] = [kata(2) for _ in range(acak.randint(0, 2))]
        if acak.random() < 0.05:
            satu["kunci_asing"] = kata(1)
        langkah.append(satu)
    isi = {
        "nama": f"Contoh {nomor} {kata(2)}",
        "status": acak.choice(["draf", "berlaku", "digantikan", "entah"]),
        "keterkaitan": [f"Contoh {acak.randrange(20)}"],
        "pelaksana": {p: f"Petugas {p}" for p in lane},
        "langkah": langkah,
    }
    teks = yaml.safe_dump(isi, allow_unicode=True, sort_keys=False)
    return teks + "patah: [\n" if acak.random() < 0.05 else teks


def _satu_buku(data: Path, nomor: range) -> tuple[str, list[tuple[str, dict[str, Any]]]]:
    """Make up a handbook; return what a browser gets of it, and what is asked of both engines."""
    (data / "kantor").mkdir(parents=True)
    (data / "kantor" / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    pesan: list[tuple[str, dict[str, Any]]] = [("daftar", {})]
    for n in nomor:
        naskah = {"berkas": f"kantor/contoh-{n}.yml", "teks": _buatan(n)}
        (data / naskah["berkas"]).write_text(naskah["teks"], encoding="utf-8")
        ubah = {
            "operasi": "setel",
            "jalan": ["langkah", 0, "kegiatan"],
            "nilai": f"Menulis {n}: # 'x'",
        }
        bagian = [s for s in SEMUA if s != "selisih" or n % 10 == 0]
        pesan.append(("lihat", {"naskah": naskah, "bagian": bagian}))
        pesan.append(
            ("ubah", {"naskah": naskah, "ubah": ubah, "lihat": ["isi"] if n % 10 == 0 else []})
        )
    return tulis_terbit(data, open_handbook(data, HARI)), pesan


@pytest.mark.semua
def test_two_hundred_made_up_sops_are_told_alike(tmp_path: Path) -> None:
    from buku_sop.adapters.peramban.kemas import engine_folder

    buku = [_satu_buku(tmp_path / str(n) / "sop_data", range(n, n + 20)) for n in range(0, 200, 20)]
    job = {
        "folder": str(engine_folder(ROOT).resolve()),
        "hari": HARI.isoformat(),
        "buku": [{"terbit": terbit, "pesan": pesan} for terbit, pesan in buku],
    }
    answer = subprocess.run(
        ["node", str(Path(__file__).with_name("peramban.mjs"))], input=json.dumps(job),
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr[-2000:]
    dari_awal, dari_ingatan = json.loads(answer.stdout)
    berbeda = []
    for (terbit, pesan), semua in zip(buku, dari_awal, strict=True):
        disini = Mesin(buku_terbit(terbit, perender(), HARI), "peramban")
        for (perintah, isi), kata in zip(pesan, semua, strict=True):
            if json.loads(json.dumps(disini.jawab(perintah, isi))) != kata:
                berbeda.append((perintah, isi.get("naskah", {}).get("berkas")))
    assert not berbeda
    assert dari_ingatan == dari_awal, "gone on from the memory of a start"


def test_a_site_is_built_without_the_editor_where_its_engine_cannot_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "Buku", "extra": {"penyunting": True}})
    config.validate()
    monkeypatch.setattr(kemas, "npm_root", lambda _: tmp_path)  # no Pyodide there
    assert _penyunting(config, tmp_path, published=False) is None
    assert capsys.readouterr().err == "", "an edition that is no site does not even look for it"
    assert _penyunting(config, tmp_path, published=True) is None
    assert "tanpa penyunting" in capsys.readouterr().err
