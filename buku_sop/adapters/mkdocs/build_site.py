"""Builds the site beside the previous one and exchanges them when everything has succeeded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from buku_sop.adapters.alone import NoPlace, alone, build_folder
from buku_sop.adapters.exchange import (
    CannotExchange,
    exchange,
    link_unchanged,
    real_place,
    successor,
)
from buku_sop.adapters.kemajuan import Kabar, Lapor, diam
from buku_sop.adapters.mkdocs.child import BuildFailed, run_mkdocs

__all__ = ["BUILD", "BuildFailed", "build_site"]

BUILD = Path(".build")
SITUS_LAMA = "SOP_SITUS_LAMA"
"""Tells the build where the site before stands: to be read, and linked to, never written."""


def build_site(
    root: Path,
    lingkungan: Mapping[str, str] | None = None,
    tujuan: Path | None = None,
    pekerjaan: str = "sop situs",
    selesaikan: Callable[[Path], None] | None = None,
    after: Callable[[], None] = lambda: None,
    lapor: Lapor = diam,
) -> Path:
    """Build strictly beside `tujuan` and then replace it. Raises BuildFailed and changes nothing then.

    `lingkungan` adds to the environment that `mkdocs.yml` reads; `tujuan` is `site/` unless given; `pekerjaan` is
    what those are told who wait meanwhile; `selesaikan` may change what was built before it is put in place.
    `after` is called when the site stands and nobody else may build yet; `lapor` is told how far it is. Returns
    `tujuan`.
    """
    tujuan = tujuan or root / "site"
    try:
        with alone(root, pekerjaan):
            build_folder(root)
            tempat = real_place(tujuan)
            with successor(tempat) as baru:
                ada = {SITUS_LAMA: str(tempat)} if tempat.is_dir() else {}
                run_mkdocs(root, baru, {**(lingkungan or {}), **ada}, lapor)
                lapor(Kabar("Menaruh situs"))
                if selesaikan:
                    selesaikan(baru)
                link_unchanged(baru, tempat)
                exchange(baru, tempat)
            after()
    except (NoPlace, CannotExchange) as error:
        raise BuildFailed(str(error)) from error
    return tujuan
