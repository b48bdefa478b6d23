"""The JSON Schema of the written form, from which editors complete and show errors while a person types.

It says what the loader says, in so far as values can say it: it cannot know spellings that YAML's own types
hide (`0x10` for an id) nor faults of the YAML itself (equal keys, tags).
"""

from __future__ import annotations

import json
import re
from typing import Any, Literal

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from buku_sop.loading.bentuk import DokumenBerkasBentuk
from buku_sop.loading.document import DokumenInstansi, DokumenProsedur, DokumenSop
from buku_sop.loading.document_bagian import Bentuk
from buku_sop.loading.kebutuhan import DokumenKebutuhan
from buku_sop.loading.peraturan import DokumenPeraturan
from buku_sop.loading.setelan import PLUGIN, DokumenSetelan
from buku_sop.loading.singkatan import DokumenSingkatan
from buku_sop.loading.skema_isian import TEKS_ATAU_KOSONG

Jenis = Literal["sop", "instansi", "singkatan", "peraturan", "kebutuhan", "bentuk", "setelan"]
FORMS: dict[Jenis, type[Bentuk]] = {
    "sop": DokumenSop,
    "instansi": DokumenInstansi,
    "singkatan": DokumenSingkatan,
    "peraturan": DokumenPeraturan,
    "kebutuhan": DokumenKebutuhan,
    "bentuk": DokumenBerkasBentuk,
    "setelan": DokumenSetelan,
}
FOLDER_SKEMA = ".skema"
"""Where a handbook keeps its schemas, below its data; the loader passes over names with a dot."""

_DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that all YAML editors understand in full."""
_NULL = {"type": "null"}
_KOSONG = {"type": ["null", "string"], "pattern": r"^\s*$"}
"""What counts as absent in an optional key."""
_REF = "#/definitions/{model}"


def skema(jenis: Jenis) -> dict[str, Any]:
    """Make the schema of SOP files, or of another kind of file."""
    form = FORMS[jenis]
    isi = form.model_json_schema(ref_template=_REF, schema_generator=_Generator)
    definisi = isi.pop("$defs", {})
    for nama, bagian in {**definisi, form.__name__: isi}.items():
        bagian["title"] = _judul(nama)
    if form is DokumenSop:
        isi["properties"] = {k: isi["properties"][k] for k in DokumenSop.urutan()}
        isi |= _satu_bentuk_prosedur()
    if form is DokumenSetelan:
        definisi, isi = (
            {**definisi, form.__name__: isi},
            _di_mkdocs(_REF.format(model=form.__name__)),
        )
    return {"$schema": _DIALECT, **isi, "definitions": definisi}


def tulis_skema(jenis: Jenis) -> str:
    """Write a schema as JSON, the same bytes each time."""
    return json.dumps(skema(jenis), ensure_ascii=False, indent=1) + "\n"


def nama_berkas(jenis: Jenis) -> str:
    """Name the file of a schema."""
    return f"{jenis}.schema.json"


class _Generator(GenerateJsonSchema):
    """Leaves out what only programs need, and lets a key stand without a value."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Say of each field what the register says of it."""
        isi = super().model_schema(schema)
        for nama, bidang in schema["cls"].bidang.items():
            isi["properties"][nama]["description"] = bidang.uraian
        return isi

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        return {"enum": super().enum_schema(schema)["enum"]}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """An optional key may stay empty, which counts as absent."""
        isi = _boleh_kosong(self.generate_inner(schema["schema"]))
        baku = schema.get("default")
        return isi | ({"default": str(baku)} if isinstance(baku, str) and baku else {})

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        nama = self.generate_inner(schema["keys_schema"])
        nilai = self.generate_inner(schema["values_schema"])
        kunci = {"propertyNames": nama} if "pattern" in nama else {}
        return {"type": "object", **kunci, "additionalProperties": nilai}


def _boleh_kosong(isi: JsonSchemaValue) -> JsonSchemaValue:
    if "not" in isi:
        pola = {"pattern": rf"^\s*$|{isi['pattern']}"} if "pattern" in isi else {}
        return {**isi, **pola, "not": TEKS_ATAU_KOSONG["not"]}
    pilihan = isi.get("anyOf", [isi])
    if any(p == _KOSONG or p.get("not") == TEKS_ATAU_KOSONG["not"] for p in pilihan):
        return isi
    lain = {k: v for k, v in isi.items() if k != "anyOf"} if "anyOf" in isi else {}
    return {**lain, "anyOf": [*(p for p in pilihan if p != _NULL), _KOSONG]}


def _satu_bentuk_prosedur() -> dict[str, Any]:
    """Refuse the keys of a single table beside `prosedur` (SOP-S009)."""
    dilarang = "Sudah ada `prosedur`; pindahkan isian ini ke dalamnya."
    return {
        "if": {
            "required": ["prosedur"],
            "properties": {"prosedur": {"type": "array", "minItems": 1}},
        },
        "then": {
            "properties": {
                k: {"not": {}, "errorMessage": dilarang} for k in DokumenProsedur.urutan()
            }
        },
    }


def _di_mkdocs(rujukan: str) -> dict[str, Any]:
    """Say where the settings stand in `mkdocs.yml`, and leave all else of it to MkDocs."""
    milik = {
        "type": "object",
        "properties": {
            PLUGIN: {"description": "Setelan buku SOP.", "anyOf": [{"$ref": rujukan}, _NULL]}
        },
    }
    daftar = {"type": "array", "items": {"anyOf": [{"type": "string"}, milik]}}
    plugins = {"description": "Plugin MkDocs; setelan buku SOP di bawah `buku-sop`."}
    return {
        "title": "mkdocs.yml",
        "type": "object",
        "properties": {"plugins": {**plugins, "anyOf": [daftar, milik]}},
    }


def _judul(nama: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", nama.removeprefix("Dokumen"))
