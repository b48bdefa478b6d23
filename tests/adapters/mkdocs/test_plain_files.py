"""A pipe among the files of a site ends the build with its name instead of stopping it for ever."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import get_files

from buku_sop.adapters.mkdocs.plain_files import refuse_others


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are pipes on POSIX only")
def test_pipes_and_devices_are_named_and_files_are_not(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "gambar").mkdir(parents=True)
    (docs / "index.md").write_text("# Halaman\n", encoding="utf-8")
    config = MkDocsConfig()
    config.docs_dir, config.site_dir = str(docs), str(tmp_path / "site")
    config.use_directory_urls = True
    refuse_others(get_files(config))
    os.mkfifo(docs / "gambar" / "foto\x1b.png")
    (docs / "kosong.pdf").symlink_to("/dev/zero")
    with pytest.raises(Abort) as salah:
        refuse_others(get_files(config))
    assert "gambar/foto?.png, kosong.pdf" in str(salah.value)
    assert "index.md" not in str(salah.value)
