"""The six real SOPs against the documents they were copied from, cell by cell and both ways.

What the documents say must be in the data in their own words; what the data adds (status, lanes, targets
of branches) must be marked `perlu_konfirmasi`.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from buku_sop.loading.folder import BERKAS_BUKU
from tests.paths import HANDBOOK, SOP_DATA
from tests.seed_reader import Baris, Seed, Tabel
from tests.seed_tables import (
    DAFTAR,
    DIRAGUKAN,
    INSTANSI,
    ISTILAH_BAKU,
    JUDUL,
    LANGKAH,
    NOMOR,
    SEBUTAN,
    SOP,
    STRUKTUR,
    STRUKTUR_LANGKAH,
)

DATA = SOP_DATA


@cache
def baca(id: str) -> dict[str, Any]:
    """Read a YAML file of the samples; every scalar is text."""
    text = (DATA / f"{id}.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return data


def daftar(value: str | list[str] | None) -> list[str]:
    """One text and a list of one text mean the same."""
    return [value] if isinstance(value, str) else value or []


def tanda(data: dict[str, Any]) -> dict[str, str]:
    """The fields that are marked for confirmation, with their reasons."""
    marks: dict[str, str] = data.get("perlu_konfirmasi", {})
    return marks


def tabel(id: str) -> Tabel:
    dump, i, _, _ = SOP[id]
    return Seed(dump).tabel()[i]


def sumber(id: str) -> dict[str, Any]:
    """What the dump says about an SOP outside its steps, under the data's keys."""
    dump, i, _, _ = SOP[id]
    seed, asal = Seed(dump), tabel(id)
    isi: dict[str, Any] = {"judul": asal.judul, "satuan_waktu": asal.satuan_waktu}
    if i == 0:
        isi |= {**seed.identitas(), **seed.daftar()}
    else:
        isi["nama"] = asal.judul.removeprefix("SOP ")
    if dump == "sumedang":
        isi["lembar_kerja"] = seed.lembar_kerja()
    if id == "banggai/pengukuran-kinerja":
        isi["tanda_tangan"] = seed.tanda_tangan()
    return {key: value for key, value in isi.items() if value}


def kolom(langkah: dict[str, Any]) -> list[dict[str, Any]]:
    """The turns of a step, each with the list of its lanes."""
    pelaksana = langkah["pelaksana"]
    turns = pelaksana if isinstance(pelaksana, list) else [pelaksana]
    found = []
    for turn in turns:
        if isinstance(turn, str):
            found.append({"lane": [turn]})
        else:
            lanes = turn["bersama"] if "bersama" in turn else [turn["pelaksana"]]
            found.append({**turn, "lane": lanes})
    return found


def teks(value: Any) -> list[str]:
    """Every text in a value, keys left out."""
    if isinstance(value, dict):
        return [t for v in value.values() for t in teks(v)]
    if isinstance(value, list):
        return [t for v in value for t in teks(v)]
    return [value]


def kata(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_the_data_holds_these_sops_and_no_others() -> None:
    files = {str(p.relative_to(DATA).with_suffix("")) for p in DATA.rglob("*.yml")}
    files -= {Path(name).stem for name in BERKAS_BUKU}
    assert files == set(SOP) | {f"{office}/instansi" for office in INSTANSI}


@pytest.mark.parametrize("id", SOP)
def test_steps_and_lanes_are_as_many_as_in_the_document(id: str) -> None:
    asal, data = tabel(id), baca(id)
    _, _, steps, lanes = SOP[id]
    assert [b.nomor for b in asal.langkah] == list(range(1, steps + 1))
    assert len(data["langkah"]) == steps
    assert len(data["pelaksana"]) == lanes


@pytest.mark.parametrize("id", SOP)
def test_an_sop_has_the_fields_of_the_document_and_no_others(id: str) -> None:
    assert set(baca(id)) - STRUKTUR == set(sumber(id))


@pytest.mark.parametrize(("id", "field"), [(id, f) for id in SOP for f in sumber(id)])
def test_a_field_has_the_words_of_the_document(id: str, field: str) -> None:
    isi, asal = baca(id)[field], sumber(id)[field]
    if field in DAFTAR:
        assert daftar(isi) == asal
    elif field == "lembar_kerja":
        awal_akhir = {k: daftar(v) for k, v in isi["identifikasi_langkah"].items()}
        rest = {k: v for k, v in isi.items() if k != "perlu_konfirmasi"}
        assert rest | {"identifikasi_langkah": awal_akhir} == asal
    elif field == "nama" and asal.isupper():  # capitals of the print, not of the name
        assert isi.casefold() == asal.casefold()
        assert not isi.isupper()
    else:
        assert isi == asal


@pytest.mark.parametrize("id", SOP)
def test_lanes_are_the_columns_of_the_document(id: str) -> None:
    assert list(baca(id)["pelaksana"].values()) == tabel(id).pelaksana


@pytest.mark.parametrize(("id", "nomor"), LANGKAH)
def test_a_step_has_the_cells_of_the_document(id: str, nomor: int) -> None:
    asal: Baris = tabel(id).langkah[nomor - 1]
    langkah = baca(id)["langkah"][nomor - 1]
    cells = {k: v for k, v in langkah.items() if k not in STRUKTUR_LANGKAH}
    joined = {k: ", ".join(daftar(v)) for k, v in cells.items()}
    assert joined == {"kegiatan": asal.kegiatan, **asal.mutu_baku}
    lanes = list(baca(id)["pelaksana"])
    written = [g for g in kolom(langkah) if g.get("teks")]
    assert {lanes.index(g["lane"][0]): g["teks"] for g in written} == asal.teks_lane
    assert all(g["simbol"] == "kapsul" for g in written)


@pytest.mark.parametrize("office", INSTANSI)
def test_an_office_has_the_head_and_the_labels_of_the_document(office: str) -> None:
    data, seed = baca(f"{office}/instansi"), Seed(office)
    assert set(data) <= {"nama", "nama_pendek", "pemerintah", "kop", "istilah", "singkatan"}
    for singkatan, arti in data.get("singkatan", {}).items():
        assert singkatan.casefold() in seed.words()
        assert arti in data["nama"]
    assert data["kop"] == (seed.lines() or seed.left_cells())[:2]
    words = ISTILAH_BAKU | data["istilah"]
    assert set(data["istilah"]) <= set(seed.istilah())
    for field, label in seed.istilah().items():
        assert words[field].casefold() == re.sub(r"/ ", "/", label)
    atas, bawah = (line.casefold() for line in data["kop"])
    pemerintah = atas if atas.startswith("pemerintah") else ""
    assert data.get("pemerintah", "").casefold() == pemerintah
    kabupaten = atas.removeprefix("pemerintah ")
    names = {f"{bawah} {kabupaten}", bawah} if pemerintah else {f"{atas} {bawah}"}
    assert data["nama"].casefold() in names
    assert "Kabupaten" in data["nama"]
    assert set(kata(data["nama_pendek"])) <= set(seed.words())


@pytest.mark.parametrize("id", SOP)
def test_head_lines_and_other_names_stand_in_the_document(id: str) -> None:
    data, seed = baca(id), Seed(SOP[id][0])
    kop = {"selayar": seed.lines(), "way-kanan": seed.left_cells()}
    assert daftar(data.get("kop")) == kop.get(SOP[id][0], [])
    for nama in daftar(data.get("nama_lain")):
        places = [*seed.lines(), tabel(id).judul]
        assert any(nama.casefold() in place.casefold() for place in places)
        assert "nama" in tanda(data)


@pytest.mark.parametrize("office", INSTANSI)
def test_no_word_of_a_document_is_lost_or_added(office: str) -> None:
    """Counts words, so that what the reader of the dumps overlooks is noticed too."""
    found = Counter(kata(JUDUL[office]))
    found.update(str(n) for last in NOMOR[office] for n in range(1, last + 1))
    for id in (id for id in SOP if SOP[id][0] == office):
        data = dict(baca(id))
        derived = {"status", "satuan_waktu", "perlu_konfirmasi"}
        if "nama" not in Seed(office).identitas() or SOP[id][1] > 0:
            derived.add("nama")  # the table's title, counted there
        if office == "banggai":
            derived.add("nama_lain")
        data["langkah"] = [
            {k: v for k, v in x.items() if k not in STRUKTUR_LANGKAH}
            | {"teks": [g.get("teks", "") for g in kolom(x)]}
            for x in data["langkah"]
        ]
        if "lembar_kerja" in data:
            data["lembar_kerja"] = dict(data["lembar_kerja"], perlu_konfirmasi="")
        found.update(
            w for k, v in data.items() if k not in derived for t in teks(v) for w in kata(t)
        )
    if office != "selayar":  # there the SOP itself has all head lines
        found.update(w for t in baca(f"{office}/instansi")["kop"] for w in kata(t))
    assert found == Counter(Seed(office).words())


def test_words_behind_a_heading_are_told_to_the_reader() -> None:
    for id in (id for id in SOP if SOP[id][1] == 0):
        for rest in Seed(SOP[id][0]).sisa_judul():
            assert rest in tanda(baca(id))["dasar_hukum"]


@pytest.mark.parametrize("id", SOP)
def test_what_no_document_says_is_marked(id: str) -> None:
    data = baca(id)
    assert {"status", "langkah"} <= set(tanda(data))
    assert {"simbol"} <= set(tanda(data["langkah"][0])) & set(tanda(data["langkah"][-1]))
    turns = [g["lane"] for x in data["langkah"] for g in kolom(x)]
    assert all(len(lanes) == len(set(lanes)) for lanes in turns)
    used = {lane for lanes in turns for lane in lanes}
    assert used <= set(data["pelaksana"])
    assert used == set(data["pelaksana"]) or "pelaksana" in tanda(data)
    for marks in [data, data.get("lembar_kerja", {}), *data["langkah"]]:
        assert all(reason.strip() for reason in tanda(marks).values())


@pytest.mark.parametrize(("id", "field"), DIRAGUKAN)
def test_what_a_document_contradicts_or_leaves_open_is_marked(id: str, field: str) -> None:
    data = baca(id)
    *path, last = field.split(".")
    for part in path:
        data = data["langkah"][int(part) - 1] if part.isdigit() else data[part]
    assert last in tanda(data)


@pytest.mark.parametrize("id", SOP)
def test_status_follows_from_the_identity(id: str) -> None:
    data = baca(id)
    dated = {"nomor", "tanggal_pembuatan", "tanggal_efektif", "tanggal_pengesahan"} & set(data)
    in_force = bool(dated) and "disahkan_oleh" in data
    assert data["status"] == ("berlaku" if in_force else "draf")


@pytest.mark.parametrize(("id", "nomor"), LANGKAH)
def test_a_lane_is_named_by_the_sentence_or_marked(id: str, nomor: int) -> None:
    langkah = baca(id)["langkah"][nomor - 1]
    lanes = [lane for g in kolom(langkah) for lane in g["lane"]]
    actors = [s for s in SEBUTAN[id] if langkah["kegiatan"].startswith(f"{s} ")]
    if actors:
        assert SEBUTAN[id][max(actors, key=len)] in lanes
    assert (len(actors) > 0 and len(lanes) == 1) or "pelaksana" in tanda(langkah)


@pytest.mark.parametrize(("id", "nomor"), LANGKAH)
def test_a_step_decides_exactly_where_its_sentence_does(id: str, nomor: int) -> None:
    data = baca(id)
    langkah = data["langkah"][nomor - 1]
    condition = re.search(r"\b(jika|apabila)\b", langkah["kegiatan"], re.IGNORECASE)
    assert ("cabang" in langkah) == bool(condition)
    assert not any("cabang" in g for g in kolom(langkah))
    if not condition:
        return
    assert "cabang" in tanda(langkah)
    before = [x["id"] for x in data["langkah"][: nomor - 1] if "id" in x]
    onward, back = langkah["cabang"]
    assert onward["ke"] == "lanjut"
    assert back["ke"] in before
    assert onward["label"] != back["label"]
    for cabang in (onward, back):
        assert kata(cabang["label"])
        assert set(kata(cabang["label"])) <= set(kata(langkah["kegiatan"]))


@pytest.mark.skipif(
    not any((HANDBOOK / office).is_dir() for office in INSTANSI),
    reason="sop_data/ holds other SOPs than the samples",
)
def test_the_handbook_of_this_repository_is_these_sops() -> None:
    """Both are kept: `sop_data/` may be replaced, and what tests read may not change with it."""
    here = {p.relative_to(HANDBOOK): p.read_bytes() for p in HANDBOOK.rglob("[!.]*.yml")}
    read = {p.relative_to(SOP_DATA): p.read_bytes() for p in SOP_DATA.rglob("*.yml")}
    assert here == read, "write the change into sop_data/ and into tests/seeds/sop_data/"
