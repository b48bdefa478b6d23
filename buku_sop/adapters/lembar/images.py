"""Images for the sheet. The compiler's virtual files hold text only, so that a picture of pixels goes in as SVG."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path

from buku_sop.adapters.places import DATA
from buku_sop.handbook import Hasil
from buku_sop.loading.isi_data import SETELAN
from buku_sop.setelan import buka_setelan

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{lebar}" height="{tinggi}" '
    'viewBox="0 0 {lebar} {tinggi}"><image width="{lebar}" height="{tinggi}" '
    'href="data:image/{jenis};base64,{isi}"/></svg>'
)


def as_svg(path: Path) -> bytes:
    """Return an image file as SVG: an SVG as it is, PNG and JPEG embedded in one of their size.

    The file has been found usable (`buku_sop.loading.gambar`). Raises OSError where it can no longer be read.
    """
    isi = path.read_bytes()
    if path.suffix.lower() == ".svg":
        return isi
    from PIL import Image

    with Image.open(BytesIO(isi)) as gambar:
        lebar, tinggi = gambar.size
        jenis = str(gambar.format).lower()
    return _SVG.format(
        lebar=lebar, tinggi=tinggi, jenis=jenis, isi=b64encode(isi).decode()
    ).encode()


def office_logos(root: Path, hasil: Hasil, bidang: str = "logo") -> dict[str, tuple[str, bytes]]:
    """Read the logos in a field of the offices: by office id, the name in the template and the image.

    An office that has none of its own has that of the handbook, where there is one.
    """
    logo, buku = {}, handbook_logo(root) if bidang == "logo" else None
    for instansi in hasil.handbook.instansi:
        nama = getattr(instansi, bidang)
        berkas = _folder_data(root, hasil, instansi.id) / nama
        if nama and berkas.is_file():
            logo[instansi.id] = (f"{bidang}-{instansi.id}.svg", as_svg(berkas))
        elif not nama and buku:
            logo[instansi.id] = buku
    return logo


def handbook_logo(root: Path) -> tuple[str, bytes] | None:
    """Read the logo that the settings name: its name in the template, and the image; None where there is none."""
    berkas = root / SETELAN
    logo = buka_setelan(berkas).setelan.logo if berkas.is_file() else ""
    return ("logo-buku.svg", as_svg(root / logo)) if logo else None


def _folder_data(root: Path, hasil: Hasil, instansi: str) -> Path:
    for id, berkas in hasil.berkas.items():
        if id.startswith(f"{instansi}/"):
            return (root / berkas).parent
    return root / DATA / instansi
