"""The files of a handbook's face: its logo, its favicon, and the stylesheet of its two colours."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from buku_sop.adapters.lembar.images import as_svg
from buku_sop.adapters.whole_files import write_whole
from buku_sop.analysis.wajah.oklch import luminans
from buku_sop.analysis.wajah.palet import gaya, palet
from buku_sop.model.setelan import UTAMA_BAWAAN, Setelan, Warna

FOLDER = Path(".build") / "wajah"
FAVICON = "assets/images/favicon.svg"
_SISI = 512
"""Pixels of a side that an icon needs at most."""
_PUCAT = 0.6
"""The mean luminance from which on a logo is one for dark grounds."""
_LEMBAR = """\
#set page(width: 96pt, height: 96pt, margin: 0pt, fill: none)
#image("{nama}", width: 96pt, height: 96pt, fit: "contain", alt: "")
"""
_BUNGKUS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><image width="64" height="64" '
    'href="data:image/png;base64,{isi}"/></svg>'
)


@dataclass(frozen=True, slots=True)
class BerkasWajah:
    """A file of the face: its path in the site, and where it lies."""

    path: str
    sumber: Path


@dataclass(frozen=True, slots=True)
class WajahSitus:
    """The files, and how the logo stands on the head of a page."""

    favicon: BerkasWajah | None = None
    """None where the theme's own does."""
    logo: BerkasWajah | None = None
    alas: bool = False
    """Whether the logo is for paper, and stands on a white plate."""
    gaya: BerkasWajah | None = None

    @property
    def semua(self) -> tuple[BerkasWajah, ...]:
        """All files that there are, each once."""
        ada = dict.fromkeys(b for b in (self.favicon, self.logo, self.gaya) if b)
        return tuple(ada)


def siapkan(root: Path, look: Path, setelan: Setelan) -> WajahSitus:
    """Make the files below `.build/`, each named by its content; `look` holds the favicon of the theme."""
    logo = favicon = stylesheet = None
    alas = False
    if setelan.logo:
        sumber = root / setelan.logo
        isi, akhiran = sumber.read_bytes(), sumber.suffix.lower()
        logo = _tulis(root, "logo", akhiran, isi)
        gambar = _terlihat(as_svg(sumber))
        alas = not _pucat(gambar)
        favicon = logo if akhiran == ".svg" else _tulis(root, "ikon", ".svg", _ikon(gambar))
    elif setelan.warna.utama != UTAMA_BAWAAN:
        favicon = _tulis(root, "ikon", ".svg", _lambang(look, setelan.warna))
    if setelan.warna != Warna():
        teks = gaya(setelan.warna).encode()
        stylesheet = _tulis(root, "wajah", ".css", teks, "assets/stylesheets")
    return WajahSitus(favicon, logo, alas, stylesheet)


def _tulis(
    root: Path, nama: str, akhiran: str, isi: bytes, ke: str = "assets/images"
) -> BerkasWajah:
    berkas = root / FOLDER / f"{nama}-{sha256(isi).hexdigest()[:10]}{akhiran}"
    if not berkas.is_file():
        write_whole(berkas, isi)
    return BerkasWajah(f"{ke}/{berkas.name}", berkas)


def _lambang(look: Path, warna: Warna) -> bytes:
    """Return the theme's favicon in the main colour."""
    tinta = palet(warna, gelap=False)["--md-primary-bg-color"]
    teks = (look / FAVICON).read_text(encoding="utf-8")
    return teks.replace('"#fff"', f'"{tinta}"').replace(UTAMA_BAWAAN, warna.utama).encode()


def _terlihat(svg: bytes) -> bytes:
    """Return a logo as PNG on a square of `_SISI`; pixels come embedded, since the compiler's files hold text only."""
    import typst

    lembar = _LEMBAR.format(nama="l.svg")
    sumber = {"main.typ": lembar.encode(), "l.svg": svg}
    compiler = typst.Compiler(sumber, ignore_system_fonts=True)  # type: ignore[type-var]
    png = compiler.compile(format="png", ppi=_SISI * 72 / 96)
    assert isinstance(png, bytes)
    return png


def _ikon(png: bytes) -> bytes:
    from PIL import Image

    with Image.open(BytesIO(png)) as gambar:
        kecil = BytesIO()
        gambar.resize((192, 192)).save(kecil, "PNG", optimize=True)
    return _BUNGKUS.format(isi=b64encode(kecil.getvalue()).decode()).encode()


def _pucat(png: bytes) -> bool:
    """Whether what is seen of a logo is light, so that it is one for dark grounds."""
    from PIL import Image

    with Image.open(BytesIO(png)) as gambar:
        isi = gambar.convert("RGBA").resize((32, 32)).tobytes()
    titik = (isi[i : i + 4] for i in range(0, len(isi), 4))
    terang = [luminans(f"#{t[:3].hex()}") for t in titik if t[3] > 127]
    penuh = len(terang) > 0.97 * 32 * 32
    return bool(terang) and not penuh and sum(terang) / len(terang) > _PUCAT
