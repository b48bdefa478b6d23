"""What the MkDocs plugin does at each event: a handbook becomes the pages and files of a site."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from buku_sop.adapters.cari.word_table import remember, stemmed, write_search
from buku_sop.adapters.ekspor.unduhan import buat_unduhan
from buku_sop.adapters.forge import Forge, UnknownForge, find_forge
from buku_sop.adapters.formulir.downloads import SemuaFormulir, print_forms
from buku_sop.adapters.git.versions import Sejarah
from buku_sop.adapters.kemajuan import Kabar, Penghitung, lapor_induk
from buku_sop.adapters.kept import Kept
from buku_sop.adapters.lembar.compiler import PrintFailed
from buku_sop.adapters.lembar.downloads import SemuaUnduhan, print_downloads
from buku_sop.adapters.mkdocs import kept_pages
from buku_sop.adapters.mkdocs.assets import ready_assets, site_files
from buku_sop.adapters.mkdocs.build_day import build_day
from buku_sop.adapters.mkdocs.bundles import BUNDLED, bundle_assets
from buku_sop.adapters.mkdocs.code_blocks import plain_code
from buku_sop.adapters.mkdocs.early import with_early_start
from buku_sop.adapters.mkdocs.inserts import Inserts
from buku_sop.adapters.mkdocs.kept_pages import KeptPages
from buku_sop.adapters.mkdocs.navigation import NavigationPieces
from buku_sop.adapters.mkdocs.pages import GeneratedPage, Halaman, add_page
from buku_sop.adapters.mkdocs.plain_files import refuse_others
from buku_sop.adapters.mkdocs.policy import ASKED, with_policy
from buku_sop.adapters.npm import AssetError
from buku_sop.adapters.peramban.kemas import SITE, engine_folder, site_paths
from buku_sop.adapters.places import DATA
from buku_sop.adapters.signed_copies import check_signed_copies
from buku_sop.adapters.simpanan.writer import (
    SitusTersimpan,
    write_leaving_worker,
    write_stored_site,
)
from buku_sop.adapters.situs import Situs, lampiran, simpanan, wajah
from buku_sop.adapters.situs.bahan import BahanSitus, Penyunting
from buku_sop.adapters.situs.bawaan import bring_pages, is_brought, written_pages
from buku_sop.adapters.situs.pendamping import dampingi
from buku_sop.adapters.situs.sajian import KEY as SAJIAN
from buku_sop.adapters.situs.sajian import Sajian, formulir_nanti, lembar_nanti
from buku_sop.adapters.source_lines import source_lines
from buku_sop.adapters.unchanged import SAID
from buku_sop.adapters.whole_files import write_whole
from buku_sop.analysis.kata.nama import urutan_nama_sop
from buku_sop.diagnostics import Tingkat
from buku_sop.handbook import Hasil, open_handbook
from buku_sop.model import Handbook, Sop
from buku_sop.model.setelan import BentukUnduhan
from buku_sop.setelan import lengkapi
from buku_sop.views.daftar.daftar import urut_instansi
from buku_sop.views.dasar import alamat as a
from buku_sop.views.dasar.diagnostik import ringkasan, tulis_teks

DOCS = "docs"
BUKAN_ASET = ("templat/", "lembar/", "formulir/", "simpanan/")
"""What of the look is for this program to read, and not for browsers."""
KEY = "situs"
"""Under which name of `extra` the site travels through a build."""
KEMAJUAN = "kemajuan"
"""Under which what counts the pages does."""
PENDAMPING = "pendamping"
"""Under which what ends the second process that renders pages does."""
PENYUNTING = "penyunting"
"""The setting in `extra` that puts the editor with its engine on a published site."""
MESIN = "mesin"
"""Under which the folder of that engine travels."""
SIMPANAN = "simpanan"
"""The setting in `extra` that lets devices keep pages; a live preview and the offline edition never do."""


def configure(config: MkDocsConfig, *, serving: bool) -> MkDocsConfig:
    """Open the handbook and prepare the build.

    Raises:
        Abort: The data or a setting is broken and this is no live preview, or the configuration names no known forge.
    """
    root = root_of(config)
    lapor_induk()(Kabar("Memeriksa SOP"))
    setelan = wajah.buka(config, serving=serving)
    wajah.terapkan(config, setelan)
    wajah.sebut(config)
    sajian: Sajian | None = config.extra.get(SAJIAN)
    simpan = None if serving else Kept(root, look=_look(config))
    lain = setelan.buku_lain
    if sajian:
        buku = sajian.buka(root / DATA, build_day(), lain)
    else:
        buku = open_handbook(root / DATA, build_day(), simpanan=simpan, lain=lain)
    buku = replace(buku, handbook=lengkapi(buku.handbook, setelan.setelan))
    hasil = check_signed_copies(root / DATA, buku)
    if kabar := os.environ.get(SAID):
        write_whole(Path(kabar), ringkasan(buku.diagnostics, len(buku.handbook.sop)).encode())
    if hasil.gagal:
        galat = [d for d in hasil.diagnostics if d.tingkat is Tingkat.GALAT]
        print(tulis_teks(galat, source_lines(root)), file=sys.stderr)
        if not serving:
            raise Abort(ringkasan(hasil.diagnostics, len(hasil.handbook.sop)))
    try:
        forge = find_forge(
            root,
            config.repo_url or "",
            config.extra.get("edit_uri") or "",
            config.extra.get("forge") or "",
        )
    except UnknownForge as error:
        raise Abort(str(error)) from error
    config.repo_url = None  # Material asks the forge for its stars; our pages ask nobody
    config.edit_uri = None
    direktori = config.use_directory_urls
    luring = _is_offline(config)
    if luring:
        direktori = False
        config.extra["polyfills"] = ["aset/iframe-worker/index.js"]
        # Material ends its start where it is asked for this and cannot: the rest of the page stays asleep
        fitur = config.theme["features"]
        config.theme["features"] = [f for f in fitur if not f.startswith("navigation.instant")]
    config.extra[SIMPANAN] = bool(config.extra.get(SIMPANAN)) and direktori and not serving
    bahan = BahanSitus(
        hasil,
        root,
        Forge() if luring else forge,
        direktori,
        config.site_url or "",
        bool(config.extra.get("tampilkan_penulis")),
        _printer(root, hasil, config, setelan.setelan.unduhan, serving=serving),
        _form_printer(root, hasil, config),
        simpan,
        setelan=setelan.setelan,
        nama=config.site_name,
        penyunting=sajian.penyunting
        if sajian
        else _penyunting(config, root, published=direktori and not serving),
        tanpa_mesin=bool(config.extra.get(PENYUNTING)) and not serving and not direktori,
        forge_jauh=forge,
    )
    config.extra[KEY] = Situs(bahan)
    config.extra["sisipan"] = Inserts()
    if bahan.simpan:
        _begin(bahan.simpan, config)
    return config


def _look(config: MkDocsConfig) -> Path | None:
    """Return the folder in which an office gives parts of the look another form, where the settings name one."""
    return Path(config.theme.custom_dir) if config.theme.custom_dir else None


def _penyunting(config: MkDocsConfig, root: Path, *, published: bool) -> Penyunting | None:
    """Return what SOPs are edited with on a published site, where the handbook wants that.

    A site whose engine cannot be had is made without it, and that is told: everything else of it is whole. The offline
    edition never gets it: from a folder no browser runs it.
    """
    if not config.extra.get(PENYUNTING) or not published:
        return None
    try:
        folder = engine_folder(root)
    except AssetError as error:
        print(f"Situs dibuat tanpa penyunting. {error}", file=sys.stderr)
        return None
    config.extra[MESIN] = folder
    return Penyunting("peramban", paket=f"{SITE}/{folder.name}/")


def _printer(
    root: Path,
    hasil: Hasil,
    config: MkDocsConfig,
    bentuk: Sequence[BentukUnduhan],
    *,
    serving: bool,
) -> Callable[[], SemuaUnduhan]:
    """Return what prints the sheets, where the site is to have them and the data allows it; books not while serving.

    `bentuk` are the kinds of files to edit that it is to have, too.
    """
    if hasil.gagal:
        return SemuaUnduhan
    pdf = bool(config.extra.get("pdf"))
    if SAJIAN in config.extra:
        return partial(lembar_nanti, root, hasil) if pdf else SemuaUnduhan
    situs, lapor = config.site_url or "", lapor_induk()
    cetak: Callable[[], SemuaUnduhan] = SemuaUnduhan
    if pdf:
        cetak = partial(print_downloads, root, hasil, situs, buku=not serving, lapor=lapor)

    def semua() -> SemuaUnduhan:
        return replace(cetak(), ekspor=buat_unduhan(root, hasil, situs, bentuk, lapor))

    return semua


def _form_printer(
    root: Path, hasil: Hasil, config: MkDocsConfig
) -> Callable[[Sejarah], SemuaFormulir]:
    """Return what prints the forms that offices name, where the site is to have any PDF."""
    if not config.extra.get("pdf") or hasil.gagal:
        return lambda _: SemuaFormulir()
    if SAJIAN in config.extra:
        return lambda _: formulir_nanti(hasil)
    return partial(print_forms, root, hasil)


def root_of(config: MkDocsConfig) -> Path:
    """Return the folder of mkdocs.yml."""
    return Path(config.config_file_path).parent


def _is_offline(config: MkDocsConfig) -> bool:
    """Whether the edition for use without a server is built.

    The plugin says so later than the handbook is opened, and takes a shim from another host unless
    there is one by then.
    """
    plugin: Any = config.plugins.get("material/offline")
    return plugin is not None and bool(plugin.config.enabled)


def navigation(handbook: Handbook, written: list[Any]) -> list[Any]:
    """Put the pages of the handbook between the home page and the other hand-written ones.

    Section titles are HTML, as page titles are: Material prints them as they come.
    """
    sop: list[Any] = [f"{a.SEMUA_SOP}.md"]
    milik: dict[str, list[Sop]] = {}
    for satu in sorted(handbook.sop, key=lambda s: (*urutan_nama_sop(s.nama), s.id)):
        milik.setdefault(satu.instansi, []).append(satu)
    for instansi in urut_instansi(handbook) if len(handbook.instansi) != 1 else ():
        kunci = a.halaman_instansi(instansi.id)
        if instansi.id in milik:
            semua = [kunci, *(a.halaman_sop(s.id) for s in milik[instansi.id])]
            sop.append({escape(instansi.sebutan): [f"{k}.md" for k in semua]})
        else:
            sop.append(f"{kunci}.md")
    if len(handbook.instansi) == 1:  # its SOPs need no folder of their own
        (sendiri,) = handbook.instansi
        semua = [a.halaman_sop(s.id) for s in milik.get(sendiri.id, ())]
        sop += [f"{k}.md" for k in (a.halaman_instansi(sendiri.id), *semua)]
    indexes = (
        a.SEMUA_PELAKSANA,
        a.SEMUA_DOKUMEN,
        a.SEMUA_WAKTU,
        a.SEMUA_DASAR_HUKUM,
        a.SEMUA_KETERKAITAN,
        a.MUTU,
    )
    return [*written[:1], {"SOP": sop}, *(f"{k}.md" for k in indexes), *written[1:]]


def add_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages, the data files and the browser assets to the site.

    Raises:
        Abort: The browser assets cannot be had, or a sheet cannot be printed.
    """
    refuse_others(files)
    situs: Situs = config.extra[KEY]
    root, nanti = root_of(config), SAJIAN in config.extra
    bring_pages(files, config)
    config.nav = navigation(situs.bahan.handbook, written_pages(files, config.nav))
    try:
        folder = ready_assets(root)
        unduhan = [
            (u.sumber, u.path)
            for semua in (situs.bahan.unduhan.semua(), situs.bahan.formulir.semua())
            for u in semua
            if not nanti
        ]
        bundle_assets(files, config, root)
        wajah.tambahkan(files, config)
    except (AssetError, PrintFailed) as error:
        raise Abort(str(error)) from error
    aset = site_files(folder, offline=not config.use_directory_urls)
    mesin = site_paths(config.extra[MESIN]) if MESIN in config.extra else []
    for source, path in [*aset, *mesin, *unduhan, *lampiran.berkas(situs.bahan)]:
        files.append(File.generated(config, path, abs_src_path=str(source)))
    for file in [f for f in files.media_files() if f.src_uri.startswith(BUKAN_ASET)]:
        files.remove(file)
    _add_pages(files, config, situs.halaman_navigasi() if nanti else situs.halaman())
    for berkas in () if nanti else situs.berkas():
        files.append(File.generated(config, berkas.path, content=berkas.isi))
    if situs.bahan.hasil.gagal:
        _replace_all(files, config, situs)
    elif not nanti:
        config.extra[PENDAMPING] = dampingi(situs.bahan, _look(config))
    config.extra[KEMAJUAN] = Penghitung(len(files.documentation_pages()), lapor_induk())
    return files


def _add_pages(files: Files, config: MkDocsConfig, semua: Iterable[Halaman]) -> None:
    forge = config.extra[KEY].bahan.forge
    for halaman in semua:
        edit = forge.edit_url(halaman.berkas) if halaman.berkas else ""
        add_page(files, config, root_of(config), halaman, edit)


def add_late_pages(files: Files, config: MkDocsConfig, nav: Navigation) -> None:
    """Add the pages outside the navigation to a site that has only the others, as a live one at first does."""
    situs: Situs = config.extra[KEY]
    ada = {file.src_uri for file in files}
    _add_pages(files, config, (h for h in situs.halaman() if f"{h.kunci}.md" not in ada))
    if situs.bahan.hasil.gagal:
        _replace_all(files, config, situs)
    place_pages(nav, files, config)


def _replace_all(files: Files, config: MkDocsConfig, situs: Situs) -> None:
    """Let every page, also those of unreadable files, say what is wrong; but the one on which it can be mended."""
    root = root_of(config)
    for path in (root / DATA).glob("*/*.yml"):
        kunci = a.halaman_sop(f"{path.parent.name}/{path.stem}")
        if files.get_file_from_path(f"{kunci}.md") is None:
            halaman = Halaman(kunci, path.name, str, induk=a.SEMUA_SOP)
            add_page(files, config, root, halaman, "")
    for file in files.documentation_pages():
        kunci = file.src_uri.removesuffix(".md")
        if kunci == a.SUNTING and situs.bahan.penyunting and situs.bahan.penyunting.menulis:
            continue

        def isi(kunci: str = kunci) -> str:
            return situs.galat(kunci)

        GeneratedPage(file, config, Halaman(kunci, "Galat", isi), "")


def place_pages(nav: Navigation, files: Files, config: MkDocsConfig) -> Navigation:
    """Hang the pages outside the navigation under the page that lists them, for the path above them."""
    for file in files.documentation_pages():
        page = file.page
        if isinstance(page, GeneratedPage) and page.halaman.induk:
            parent = files.get_file_from_path(f"{page.halaman.induk}.md")
            if parent and file.inclusion is InclusionLevel.NOT_IN_NAV:
                page.parent = _above(parent.page)
    if kept := config.extra.get(kept_pages.KEY):
        kept.begin(config, nav)
    return nav


def _above(page: Any) -> Any:
    """Return what stands for a page on the path: its section, where the page opens it and would be named twice."""
    section = page.parent
    return section if isinstance(section, Section) and section.children[0] is page else page


def set_edit_url(page: Page, config: MkDocsConfig) -> Page:
    """Lead the edit button of a hand-written page to its file."""
    if not isinstance(page, GeneratedPage):
        if is_brought(page.file):
            return page
        situs: Situs = config.extra[KEY]
        page.edit_url = situs.bahan.forge.edit_url(f"{DOCS}/{page.file.src_uri}") or None
    return page


def count_page(tahap: str, page: Page, config: MkDocsConfig) -> None:
    """Tell who waits for the build that a page is through a part of it."""
    if penghitung := config.extra.get(KEMAJUAN):
        penghitung.satu(tahap, page.file.dest_uri.removesuffix("index.html").rstrip("/"))


def fill_in(html: str, config: MkDocsConfig) -> str:
    """Put what the macros made into a hand-written page, whose examples need few elements."""
    sisipan: Inserts = config.extra["sisipan"]
    return sisipan.fill(plain_code(html))


def take_over(pieces: NavigationPieces, config: MkDocsConfig, files: Files) -> None:
    """Take over the pages that look as they did."""
    kept: KeptPages | None = config.extra.get(kept_pages.KEY)
    for file in files.documentation_pages() if kept else ():
        if kept and kept.nav and isinstance(file.page, GeneratedPage):
            file.page.take_over(kept, pieces.key(kept.nav, file.page))


def see_page(page: Page, config: MkDocsConfig) -> None:
    """Note that a page has its turn."""
    if kept := config.extra.get(kept_pages.KEY):
        kept.see(page)


def finish_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Return what is to be written for a page."""
    if (asked := page.meta.get(ASKED)) is not None:
        output = with_early_start(output, page.url, config.extra.get(BUNDLED, {}))
        output = with_policy(output, asked)
    kept: KeptPages | None = config.extra.get(kept_pages.KEY)
    return kept.finish(page, output) if kept else output


def make_search(config: MkDocsConfig) -> None:
    """Make the index of the search."""
    lapor_induk()(Kabar("Membuat pencarian"))
    if kept := config.extra.get(kept_pages.KEY):
        kept.complete_search(Path(config.site_dir))
    write_search(Path(config.site_dir), config.extra[KEY].bahan_cari())


def end(config: MkDocsConfig) -> None:
    """Write down what the next build need not work out again."""
    kept: Kept | None = config.extra[KEY].bahan.simpan
    config.extra.pop(PENDAMPING, lambda: None)()
    if kept:
        if len(stemmed()) > config.extra[kept_pages.KEY].words:
            kept.put("akar", kept.key(), json.dumps(stemmed()).encode())
        kept.close()


def _begin(kept: Kept, config: MkDocsConfig) -> None:
    """Take up what earlier builds left."""
    remember(json.loads(kept.get("akar", kept.key()) or b"{}"))
    config.extra[kept_pages.KEY] = KeptPages(kept, kept_pages.old_site(), len(stemmed()))


def store_site(config: MkDocsConfig) -> None:
    """Write what lets devices keep the site, or what makes them give it back where it is not to be kept."""
    root, site_dir = root_of(config), Path(config.site_dir)
    if not config.use_directory_urls:  # a folder on a disk has no workers
        return
    if not config.extra[SIMPANAN]:
        write_leaving_worker(root, site_dir)
        return
    bahan = config.extra[KEY].bahan
    situs = SitusTersimpan(
        config.site_name,
        config.theme["favicon"],
        simpanan.halaman_awal(bahan),
        tuple(simpanan.instansi(bahan)),
        config.extra[wajah.WAJAH]["utama"],
    )
    write_stored_site(root, site_dir, situs)
