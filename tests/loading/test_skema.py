"""The schema and the loader agree: on a corpus of files, on dates, and on what is committed.

`tests/corpus/baik/*.yml` are files that both accept, `tests/corpus/buruk/*.yml` files that both refuse; the
latter open with the code that the loader gives. The name says which kind of file it is (`jenis`).
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from buku_sop.loading.bentuk import BAWAAN
from buku_sop.loading.fields import HariPerMinggu, JamPerHari, Tanggal, TanggalIdentitas
from buku_sop.loading.folder import BERKAS_KANTOR, load_folder
from buku_sop.loading.skema import FORMS, Jenis, nama_berkas, skema, tulis_skema
from buku_sop.loading.skema_isian import HARI_PER_MINGGU, JAM_PER_HARI, TANGGAL, TANGGAL_IDENTITAS
from buku_sop.model.bulan import BULAN
from tests.paths import HANDBOOK, ROOT, SOP_DATA

CORPUS = ROOT / "tests" / "corpus"
BAIK = sorted((CORPUS / "baik").glob("*.yml"))
BURUK = sorted((CORPUS / "buruk").glob("*.yml"))
VALIDATOR = {jenis: Draft7Validator(skema(jenis)) for jenis in FORMS}

BERKAS = {
    "formulir.pdf": b"%PDF-1.7",
    "tertanda.pdf": b"%PDF-1.7",
    "akar.pem": b"-----BEGIN CERTIFICATE-----",
}
"""The files that those of the corpus name."""


class _Core(SafeConstructor):
    """Types values as YAML 1.2's core schema does, which editors use: it has no dates."""


_Core.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def as_an_editor_sees_it(path: Path) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Core
    return json.loads(json.dumps(yaml.load(path)))


def jenis(path: Path) -> Jenis:
    return next((j for j in FORMS if path.stem.partition("-")[0] == j), "sop")


def refused(path: Path) -> list[str]:
    return [e.message for e in VALIDATOR[jenis(path)].iter_errors(as_an_editor_sees_it(path))]


def loader_codes(path: Path, tmp_path: Path) -> set[str]:
    kantor = tmp_path / "sop_data" / "kantor-contoh"
    kantor.mkdir(parents=True)
    for nama, isi in BERKAS.items():
        (kantor / nama).write_bytes(isi)
    tempat = {"sop": kantor / "a.yml"}
    tempat |= {j: kantor / f"{j}.yml" for j in FORMS if f"{j}.yml" in BERKAS_KANTOR}
    (kantor / "instansi.yml").write_text("nama: Kantor Contoh\n", encoding="utf-8")
    berkas = tempat.get(jenis(path), kantor.parent / f"{jenis(path)}.yml")
    berkas.write_bytes(path.read_bytes())
    return {d.kode for d in load_folder(kantor.parent).diagnostics} - {"SOP-B022"}


@pytest.mark.parametrize("path", BAIK, ids=lambda p: p.stem)
def test_both_accept_what_is_good(path: Path, tmp_path: Path) -> None:
    assert loader_codes(path, tmp_path) == set()
    assert refused(path) == []


@pytest.mark.parametrize("path", BURUK, ids=lambda p: p.stem)
def test_both_refuse_what_is_bad(path: Path, tmp_path: Path) -> None:
    kode = path.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# ")
    assert loader_codes(path, tmp_path) == {kode}
    assert refused(path)


def test_the_corpus_has_every_code_of_form() -> None:
    codes = {p.read_text(encoding="utf-8").split("\n", 1)[0][2:] for p in BURUK}
    assert codes == {f"SOP-S{i:03}" for i in range(1, 12)}


def test_real_sops_and_the_handbook_itself_fit_the_schema() -> None:
    real = [*sorted(SOP_DATA.rglob("[!.]*.yml")), BAWAAN]
    lain = {"kebutuhan", "setelan"}  # no office wrote its needs; settings are no file of the data
    assert {jenis(p) for p in real} == {*FORMS} - lain
    files = [*real, *sorted(HANDBOOK.rglob("[!.]*.yml"))]
    assert {str(p): refused(p) for p in files if refused(p)} == {}


WRITE = "run: .venv/bin/sop skema --perbarui"
not_emptied = pytest.mark.skipif(
    next(HANDBOOK.glob("[!.]*"), None) is None and not (HANDBOOK / ".skema").exists(),
    reason=f"sop_data/ was emptied, of the schemas of its files too; {WRITE}",
)
"""About schemas that lie beside data: where there is any data, they must."""


@not_emptied
@pytest.mark.parametrize("jenis", FORMS)
def test_the_committed_schemas_are_up_to_date(jenis: Jenis) -> None:
    file = HANDBOOK / ".skema" / nama_berkas(jenis)
    assert file.is_file(), WRITE
    assert file.read_text(encoding="utf-8") == tulis_skema(jenis), WRITE


@pytest.mark.parametrize("jenis", FORMS)
def test_the_schema_is_one_and_says_in_words_what_each_key_is_for(jenis: Jenis) -> None:
    isi = skema(jenis)
    Draft7Validator.check_schema(isi)
    forms = [isi, *isi["definitions"].values()]
    tanpa = [
        (f["title"], k)
        for f in forms
        for k, v in f.get("properties", {}).items()
        if not v.get("description")
    ]
    assert tanpa == []


def test_the_editor_settings_name_the_schemas() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    named = {ROOT / name for name in settings["yaml.schemas"]}
    assert named == {HANDBOOK / ".skema" / nama_berkas(j) for j in FORMS}


def agrees(kind: Any, schema: dict[str, Any], value: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
        accepted = True
    except ValidationError:
        accepted = False
    return accepted == Draft7Validator(schema).is_valid(value)


@given(st.dates(), st.sampled_from("-/."), st.booleans())
def test_every_date_in_every_spelling_passes_the_schema(d: date, sep: str, padded: bool) -> None:
    day, month = (f"{d.day:02}", f"{d.month:02}") if padded else (str(d.day), str(d.month))
    year = f"{d.year:04}"
    for text in (
        f"{year}-{month}-{day}",
        f"{day}{sep}{month}{sep}{year}",
        *(f" {day}  {name.title()} {year}" for name, number in BULAN.items() if number == d.month),
    ):
        assert TypeAdapter(Tanggal).validate_python(text) == d
        assert re.search(TANGGAL["pattern"], text), text


@given(
    st.integers(0, 40), st.integers(0, 14), st.sampled_from([0, 1, 4, 100, 400, 1900, 2000, 2024])
)
def test_no_other_date_passes(day: int, month: int, year: int) -> None:
    for text in (f"{year:04}-{month}-{day:02}", f"{day}/{month:02}/{year:04}"):
        assert agrees(Tanggal, TANGGAL, text), text


@given(
    st.from_regex(
        r"[0-9]{0,2}[ ./-]?(Januari|feb|MEI|Nop|June)?[.]?[ /-]?[0-9]{0,4}", fullmatch=True
    )
    | st.from_regex(
        r" ?[-–_./0 ]{1,10}|(nihil|Tidak  ada|belum pernah|n/a|entah)[.]?", fullmatch=True
    )
)
def test_what_stands_in_place_of_a_date_agrees(text: str) -> None:
    assert agrees(TanggalIdentitas, TANGGAL_IDENTITAS, text), text


@given(st.from_regex(r"[0-9]{0,3}[.,]?[0-9]{0,3} ?", fullmatch=True))
def test_hours_and_days_agree(text: str) -> None:
    assert agrees(JamPerHari, JAM_PER_HARI, text)
    assert agrees(HariPerMinggu, HARI_PER_MINGGU, text)
