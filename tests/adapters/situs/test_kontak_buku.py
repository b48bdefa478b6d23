"""How those who keep the whole handbook are reached: what `mkdocs.yml` says, and nothing that nobody would see."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from buku_sop.adapters.situs.publish import kontak_buku
from buku_sop.model.kontak import Kontak


def settings(kontak: Any) -> MkDocsConfig:
    config = MkDocsConfig()
    config.load_dict({"extra": {"kontak": kontak}})
    return config


def test_it_is_what_the_settings_say() -> None:
    isi = {"email": " organisasi@contoh.go.id ", "telepon": "021-555", "ruang": None}
    assert kontak_buku(settings(isi)) == Kontak(email="organisasi@contoh.go.id", telepon="021-555")
    assert not kontak_buku(settings(None)).ada


@pytest.mark.parametrize(
    "kontak", [{"surel": "a@contoh.go.id"}, {"telepon": 215550}, "organisasi@contoh.go.id", ["a"]]
)
def test_what_nobody_would_see_stops_the_build(kontak: Any) -> None:
    with pytest.raises(Abort, match="kontak"):
        kontak_buku(settings(kontak))
