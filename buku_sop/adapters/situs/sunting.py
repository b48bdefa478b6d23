"""The page on which SOPs are written and changed. What it does is in the browser (`overrides/assets/javascripts/sunting/`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from buku_sop.adapters.forge import ForgeKind
from buku_sop.adapters.mkdocs.pages import Halaman
from buku_sop.adapters.mkdocs.policy import ASKED, origin
from buku_sop.adapters.places import DATA
from buku_sop.adapters.situs.bahan import BahanSitus, Penyunting
from buku_sop.model.tulisan import PENYUNTING, PERAMBAN, tulis
from buku_sop.sunting.awal import daftar_awal, jawaban_awal
from buku_sop.sunting.temuan import temuan_berkas
from buku_sop.sunting.terbit import buku_terbit, teks_terbit, tulis_terbit
from buku_sop.views.dasar import alamat as a

YAML = "yml/"
"""Below it, the files of SOPs in an edition without an engine; short, since names in a zip are bounded."""
_META: Mapping[str, Any] = {"hide": ["navigation", "toc"], "search": {"exclude": True}}


def halaman(bahan: BahanSitus) -> Iterator[Halaman]:
    """Describe the page, where there is an engine for it; else the ways that do without, where one was wanted."""
    if bahan.penyunting is not None:
        yield Halaman(
            a.SUNTING,
            tulis("halaman.sunting"),
            partial(_isi, bahan),
            tulis("halaman.sunting_uraian"),
            meta={**_META, **_kebijakan(bahan, bahan.penyunting)},
            induk=a.SEMUA_SOP,
        )
    elif bahan.tanpa_mesin:
        nama = tulis("sunting.luring")
        yield Halaman(a.SUNTING, nama, partial(_tanpa_mesin, bahan), meta=_META, induk=a.SEMUA_SOP)


def _kebijakan(bahan: BahanSitus, penyunting: Penyunting) -> Mapping[str, Any]:
    """Put the policy into the page of a published site; a server of this computer sends it (`Live`)."""
    return {ASKED: yang_ditanya(bahan)} if penyunting.paket else {}


def yang_ditanya(bahan: BahanSitus) -> list[str]:
    """Return whom the page that holds a person's token may ask: the forge, and the handbooks that the search asks anyway."""
    alamat = [x.alamat for x in bahan.setelan.rujukan if x.cari_langsung]
    if bahan.forge.jenis is not None:
        alamat.append(bahan.forge.api)
    return [*dict.fromkeys(origin(x) for x in alamat if x)]


def _tanpa_mesin(bahan: BahanSitus) -> str:
    """Say what does not go in this edition, and lead to what does: the site, the desktop, the file of each SOP."""
    alamat = bahan.alamat(a.SUNTING)
    situs = bahan.site_url and f"{bahan.site_url.rstrip('/')}/sunting/"
    terbaca = {id for id, _ in _yaml(bahan)}
    kantor = [
        (
            i.nama,
            [
                (s.id, s.nama, alamat.berkas(f"{YAML}{s.id}.yml"), _di_forge(bahan, s.id))
                for s in semua
            ],
        )
        for i in bahan.handbook.instansi
        if (semua := [s for s in bahan.handbook.milik(i.id) if s.id in terbaca])
    ]
    forge = bahan.forge_jauh.repo if bahan.forge_jauh.jenis else ""
    return bahan.render("simpanan/sunting.html", situs=situs, kantor=kantor, forge=forge)


def _di_forge(bahan: BahanSitus, id: str) -> str:
    """Address the file of an SOP where it is edited on the forge; empty where none is known."""
    return bahan.forge_jauh.edit_url(bahan.hasil.berkas.get(id, ""))


def _yaml(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Yield the file of each SOP as it is published, by the SOP's id."""
    milik = {f"{s.id}.yml": s.id for s in bahan.handbook.sop}
    for nama, teks in teks_terbit(bahan.root / DATA, bahan.hasil):
        if nama in milik:
            yield milik[nama], teks


def _isi(bahan: BahanSitus) -> str:
    assert bahan.penyunting is not None
    akar = bahan.alamat(a.SUNTING).berkas("").rstrip("/") or "."
    return bahan.render(
        "sunting/halaman.html",
        penyunting=bahan.penyunting,
        akar=f"{akar}/",
        buku=a.DATA_SUNTING,
        awal=a.SUNTING_AWAL,
        forge=_forge(bahan),
        tulisan={k: t for k, t in bahan.setelan.tulisan.items() if k in PENYUNTING},
    )


def _forge(bahan: BahanSitus) -> str:
    """Tell the page where proposals are made, as JSON; empty where no forge is known."""
    forge = bahan.forge
    if forge.jenis is None:
        return ""
    return json.dumps(
        {
            "jenis": forge.jenis.value,
            "alamat": forge.repo,
            "cabang": forge.cabang,
            "data": f"{forge.folder}{DATA}",
            "aplikasi": "" if forge.jenis is ForgeKind.GITHUB else bahan.setelan.forge_aplikasi,
        }
    )


def berkas(bahan: BahanSitus) -> Iterator[tuple[str, str]]:
    """Write the data that a browser edits with, where it is the engine itself, and what it shows until it is there."""
    if bahan.penyunting is not None and bahan.penyunting.paket:
        data = bahan.root / DATA
        lain = {k: t for k, t in bahan.setelan.tulisan.items() if k not in {*PERAMBAN, *PENYUNTING}}
        terbit = tulis_terbit(data, bahan.hasil, bahan.setelan.pemerintah, tulisan=lain)
        yield a.DATA_SUNTING, terbit
        buku = buku_terbit(terbit, bahan.perender, bahan.hasil.hari_ini)
        yield a.SUNTING_DAFTAR, daftar_awal(buku)
        for id, isi in jawaban_awal(buku, bahan.simpan, partial(temuan_berkas, bahan.hasil, DATA)):
            yield f"{a.SUNTING_AWAL}{id}.json", isi
    elif bahan.tanpa_mesin:
        yield from ((f"{YAML}{id}.yml", teks) for id, teks in _yaml(bahan))
