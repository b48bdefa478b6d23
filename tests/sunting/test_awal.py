"""What is shown and written before the engine is there: its own first answers, and nothing that is written is lost."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from buku_sop.adapters.places import LOOK
from buku_sop.handbook import open_handbook
from buku_sop.model.pribadi import memuat_nip
from buku_sop.model.tulisan import TULISAN, pasang
from buku_sop.sunting.awal import BAGIAN, daftar_awal, jawaban_awal
from buku_sop.sunting.mesin import Mesin
from buku_sop.sunting.peramban import Peramban
from buku_sop.sunting.temuan import temuan_berkas
from buku_sop.sunting.terbit import buku_terbit, tulis_terbit
from buku_sop.views.dasar.render import TEMPLATES, Perender
from tests.site.buku import ARSIP, CONTOH, write
from tests.sunting.kata import kata_skrip

HARI = date(2026, 11, 1)
DRAF = LOOK / "assets" / "javascripts" / "sunting" / "draf.js"
TAMU = "kantor-contoh/penerimaan-tamu"


class Simpanan:
    """A store that tells what was asked of it."""

    def __init__(self) -> None:
        self.isi: dict[bytes, bytes] = {}
        self.baru: list[bytes] = []

    def key(self, *parts: bytes | str) -> bytes:
        return repr(parts).encode()

    def get(self, kind: str, key: bytes) -> bytes | None:
        return self.isi.get(key)

    def put(self, kind: str, key: bytes, result: bytes) -> None:
        self.isi[key] = result
        self.baru.append(key)


def terbit(folder: Path, **lain: str) -> str:
    write(folder, {**CONTOH, **lain})
    return tulis_terbit(folder, open_handbook(folder, HARI))


def test_the_site_shows_first_what_the_engine_answers(tmp_path: Path) -> None:
    buku = buku_terbit(terbit(tmp_path), Perender(LOOK / TEMPLATES), HARI)
    mesin = Mesin(buku, "peramban")
    semua = dict(jawaban_awal(buku))
    assert sorted(semua) == sorted(s.id for s in buku.buka().handbook.sop)
    for id, isi in semua.items():
        awal = json.loads(isi)
        buka = mesin.jawab("buka", {"sop": id})["hasil"]
        naskah = {"berkas": buka["berkas"], "teks": buka["teks"]}
        awal["buka"]["dasar"]["teks"] = awal["buka"]["teks"]  # as the page puts it back
        assert awal["buka"] == buka
        lihat = mesin.jawab("lihat", {"naskah": naskah, "bagian": BAGIAN})["hasil"]
        assert awal["lihat"] == json.loads(json.dumps(lihat))
        assert not memuat_nip(isi)
        dari, sampai = awal["hari"]
        assert dari == HARI.isoformat() <= sampai


def test_the_site_lists_first_what_the_engine_lists(tmp_path: Path) -> None:
    data = terbit(tmp_path, **{"kantor-contoh/rusak.yml": "nama: [\n"})
    buku = buku_terbit(data, Perender(LOOK / TEMPLATES), HARI)
    awal = json.loads(daftar_awal(buku))
    assert awal == Mesin(buku, "peramban").jawab("daftar", {})["hasil"]
    assert "kantor-contoh/rusak.yml" in awal["berkas"]
    assert not memuat_nip(json.dumps(awal))


def test_what_the_build_finds_otherwise_is_said_otherwise(tmp_path: Path) -> None:
    """Of the same texts: a day has passed."""
    simpanan, gaya = Simpanan(), Perender(LOOK / TEMPLATES)
    write(tmp_path, CONTOH)

    def kode(hari: date) -> list[str]:
        hasil = open_handbook(tmp_path, hari)
        buku = buku_terbit(tulis_terbit(tmp_path, hasil), gaya, hari)
        awal = dict(jawaban_awal(buku, simpanan, partial(temuan_berkas, hasil, tmp_path.name)))
        return [x["kode"] for x in json.loads(awal[TAMU])["lihat"]["temuan"]]

    assert "SOP-I011" not in kode(date(2026, 2, 3))
    assert "SOP-I011" in kode(date(2036, 1, 3))
    simpanan.baru.clear()
    assert "SOP-I011" in kode(date(2036, 1, 4))
    assert simpanan.baru == []


def test_only_what_another_text_may_have_changed_is_made_again(tmp_path: Path) -> None:
    simpanan, gaya = Simpanan(), Perender(LOOK / TEMPLATES)
    lama = dict(jawaban_awal(buku_terbit(terbit(tmp_path), gaya, HARI), simpanan))
    assert len(simpanan.baru) == len(lama)
    simpanan.baru.clear()
    lain = {"kantor-contoh/pengarsipan.yml": ARSIP.replace("10 menit", "20 menit")}
    baru = dict(jawaban_awal(buku_terbit(terbit(tmp_path, **lain), gaya, HARI), simpanan))
    assert len(simpanan.baru) == 1
    assert [id for id in lama if lama[id] != baru[id]] == ["kantor-contoh/pengarsipan"]
    simpanan.baru.clear()
    kantor = {"kantor-contoh/instansi.yml": "nama: Kantor Contoh\nistilah: {kegiatan: Uraian}\n"}
    baru = dict(jawaban_awal(buku_terbit(terbit(tmp_path, **lain, **kantor), gaya, HARI), simpanan))
    assert "Uraian" in baru[TAMU]


def test_readings_that_come_along_are_those_of_the_texts(tmp_path: Path) -> None:
    isi = json.loads(terbit(tmp_path, **{"kantor-contoh/rusak.yml": "nama: [\n"}))
    assert sorted(isi["bacaan"]) == [
        "dinas-rekaan/pengarsipan.yml",
        "kantor-contoh/penerimaan-tamu.yml",
        "kantor-contoh/pengarsipan.yml",
    ]
    gaya = Perender(LOOK / TEMPLATES)
    dengan = buku_terbit(json.dumps(isi), gaya, HARI).buka()
    tanpa = buku_terbit(json.dumps({**isi, "bacaan": {}}), gaya, HARI).buka()
    assert dengan.handbook == tanpa.handbook
    assert tuple(dengan.diagnostics) == tuple(tanpa.diagnostics)
    patah = {**isi, "bacaan": dict.fromkeys(isi["bacaan"], '["bukan", "SOP"]')}
    assert buku_terbit(json.dumps(patah), gaya, HARI).buka().handbook == tanpa.handbook


def test_a_handbook_that_is_open_is_opened_again_only_when_it_changed(tmp_path: Path) -> None:
    peramban = Peramban(str(LOOK / TEMPLATES))
    lama = terbit(tmp_path)
    peramban.buka(lama, "2026-11-01")
    peramban.panaskan("tidak/ada")
    mesin = peramban._mesin
    peramban.buka(lama, "2026-11-02")
    assert peramban._mesin is mesin
    assert mesin is not None
    assert mesin.buku.buka().hari_ini == date(2026, 11, 2)
    peramban.buka(
        terbit(tmp_path, **{"kantor-contoh/instansi.yml": "nama: Kantor Lain\n"}), "2026-11-02"
    )
    assert "Kantor Lain" in peramban.jawab("daftar", "{}")


def test_the_engine_says_what_the_office_says_otherwise(tmp_path: Path) -> None:
    peramban = Peramban(str(LOOK / TEMPLATES))
    biasa = terbit(tmp_path)
    lain = {kunci: f"⟦{teks}⟧" for kunci, teks in TULISAN.items()}
    sendiri = tulis_terbit(tmp_path, open_handbook(tmp_path, HARI), tulisan=lain)

    def tabel(data: str) -> str:
        peramban.buka(data, "2026-11-01")
        naskah = {"berkas": f"{TAMU}.yml", "teks": json.loads(data)["teks"][f"{TAMU}.yml"]}
        jawab = peramban.jawab("lihat", json.dumps({"naskah": naskah, "bagian": ["tabel"]}))
        return str(json.loads(jawab)["hasil"]["tabel"])

    try:
        assert "⟦" in tabel(sendiri)
        assert "⟦" not in tabel(biasa)
    finally:
        pasang({})


def _draf(program: str) -> Any:
    """Run the page's draft in Node, as a program of these tests uses it."""
    answer = subprocess.run(
        ["node", str(Path(__file__).with_name(program)), DRAF.as_uri(), json.dumps(kata_skrip())],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr[-2000:]
    return json.loads(answer.stdout)


def test_an_edit_is_drawn_first_and_checked_then_and_what_was_overtaken_is_never_drawn() -> None:
    kata = _draf("tahap.mjs")
    assert kata["first"] == ["ubah", "satu", ["isi", "tabel"]]
    assert kata["second"] == ["lihat", "dua", ["bidang", "temuan"]]
    assert kata["third"] == ["lihat", "tiga", ["bidang", "temuan"]]
    kurang = ["bidang", "temuan"]
    assert kata["drawn"] == [
        ["tabel", ["satu"], [["lama", 1]], []],
        ["tabel", ["dua"], [["lama", 2]], kurang],  # it has gone down with its row
        ["tabel", ["tiga"], [["lama", 2]], kurang],
        ["temuan", ["tiga"], [["dari tiga", 2]], []],
    ]
    assert kata["quiet"] == [0, 0, False]


def test_who_needs_all_gets_it_of_the_text_as_it_is_and_a_refusal_leaves_nothing_out() -> None:
    kata = _draf("tahap.mjs")
    assert kata["again"] == ["lihat", "tiga", ["selisih"]]
    assert kata["needed"] == "selisih"
    assert kata["fields"] == ["ubah", "tiga", ["isi", "tabel", "bidang", "temuan"]]
    assert kata["last"] == ["lihat", "empat", ["selisih"]]


def test_what_is_written_before_the_engine_is_there_is_kept_and_done() -> None:
    kata = _draf("draf.mjs")
    sisip = {"operasi": "sisipkan_langkah", "tabel": [], "n": 1, "langkah": "x"}

    def tulis(n: int, nilai: str) -> dict[str, object]:
        return {"operasi": "setel", "jalan": ["langkah", n, "kegiatan"], "nilai": nilai}

    def tunda(since: int, *ubah: object) -> dict[str, object]:
        return {"ubah": list(ubah), "fokus": None, "since": since}

    assert kata["before"] == {
        "teks": "",
        "tunda": [tunda(0, sisip), tunda(0, tulis(1, "lama")), tunda(1, tulis(2, "ditolak"))],
    }
    selesai = f"{json.dumps([sisip], separators=(',', ':'))}\n{json.dumps([tulis(2, 'lama')], separators=(',', ':'))}\n"
    assert kata["after"] == {
        "teks": selesai, "tunda": [], "kept": {"teks": selesai, "tunda": []}, "early": False,
    }  # fmt: skip
    assert kata["halfway"]["tunda"] == [tunda(0, tulis(2, "lama")), tunda(0, tulis(2, "ditolak"))]
    assert kata["again"] == selesai


def test_rows_that_stay_the_same_are_drawn_once_and_others_anew(tmp_path: Path) -> None:
    buku = buku_terbit(terbit(tmp_path), Perender(LOOK / TEMPLATES), HARI)
    mesin = Mesin(buku, "peramban")
    naskah = {k: mesin.buka({"sop": TAMU})[k] for k in ("berkas", "teks")}

    def gambar(teks: str, lain: dict[str, str] | None = None) -> str:
        isi = {"naskah": {**naskah, "teks": teks}, "bagian": ["tabel"], "lain": lain or {}}
        return str(mesin.lihat(isi)["tabel"][0]["html"])

    lama = gambar(naskah["teks"])
    dulu = {k: v[1] for k, v in buku.baris.items()}
    ubah = naskah["teks"].replace("5 menit", "7 menit")
    baru = gambar(ubah)
    tetap = [k for k, v in buku.baris.items() if v[1] is dulu[k]]
    assert len(tetap) == len(dulu) - 1
    assert "7 menit" in baru
    singkatan = {"singkatan.yml": "singkatan: {Catatan: Yang ditulis}\n"}
    assert "Yang ditulis" in gambar(ubah, singkatan)
    buku.baris.clear()
    assert gambar(naskah["teks"]) == lama
