"""The swap of the new site for the old one, where a disk or a program in the way makes it fail half-way."""

from __future__ import annotations

from pathlib import Path

import pytest

from buku_sop.adapters.mkdocs import build_site as modul
from buku_sop.adapters.mkdocs.build_site import BuildFailed, build_site


def test_the_old_site_comes_back_where_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old site is out of the way, and what was built is gone: someone emptied `.build`."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("yang lama", encoding="utf-8")
    monkeypatch.setattr(modul, "_mkdocs", lambda *_: None)
    with pytest.raises(BuildFailed, match="tidak dapat diganti"):
        build_site(tmp_path)
    assert (site / "index.html").read_text(encoding="utf-8") == "yang lama"
    assert not (tmp_path / ".build" / "site-lama").exists()
