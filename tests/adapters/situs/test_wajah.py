"""The settings hold in the configuration of MkDocs: written ones before `extra`, and a wrong one stops the build."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from buku_sop.adapters.situs import wajah
from buku_sop.model.kontak import Kontak


def settings(folder: Path, text: str) -> MkDocsConfig:
    path = folder / "mkdocs.yml"
    path.write_text(f"site_name: Buku\n{text}", encoding="utf-8")
    config = MkDocsConfig(config_file_path=str(path))
    with path.open("rb") as file:
        config.load_file(file)
    return config


def test_the_contact_is_read_and_may_be_left_out(tmp_path: Path) -> None:
    lama = settings(tmp_path, "extra: {kontak: {email: organisasi@contoh.go.id, telepon: 021-555}}")
    wajah.terapkan(lama, wajah.buka(lama, serving=False))
    assert lama.extra["kontak"] == Kontak(email="organisasi@contoh.go.id", telepon="021-555")
    kosong = settings(tmp_path, "extra: {kontak: }")
    wajah.terapkan(kosong, wajah.buka(kosong, serving=False))
    assert not kosong.extra["kontak"].ada


def test_what_is_written_stands_before_extra(tmp_path: Path) -> None:
    config = settings(
        tmp_path, "extra: {forge: gitea}\nplugins: [buku-sop: {nama: Kantor, pdf: tidak}]"
    )
    wajah.terapkan(config, wajah.buka(config, serving=False))
    assert (config.site_name, config.extra["pdf"], config.extra["forge"]) == (
        "Kantor",
        False,
        "gitea",
    )


@pytest.mark.parametrize("isi", ["{surel: a@b.id}", "a@b.id", "[1]"])
def test_what_nobody_would_see_stops_the_build_with_its_place(
    isi: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = settings(tmp_path, f"extra:\n  kontak: {isi}")
    with pytest.raises(Abort):
        wajah.buka(config, serving=False)
    assert "mkdocs.yml:3:" in capsys.readouterr().err
    assert wajah.buka(config, serving=True).gagal
