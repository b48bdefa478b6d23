"""About how wide texts are, by the widths of letters in the fonts that offices use; no font has to be there."""

from __future__ import annotations

import re

_TANPA_KAIT = (
    "222ijl 278fIt 278.,:;/!| 333r()-[] 389* 500ckJsvxyz 556abdeghnopqu 556L0123456789?$ 584+=<> 611FTZ 667ABEKPSVXY& "
    "722CDHNRUw 778GOQ 833Mm 889% 944W 1000—…"
)
_BERKAIT = (
    "278ijlt 250.,: 278;/ 333fr()-I[] 389Js 444acez 500bdghknopquvxy0123456789?$ 556FPS 564+=<> 611ELTZ 667BCR "
    "722ADGHKNOQUVXYw 778m& 833% 889M 944W 1000—…"
)  # fmt: skip
"""Thousandths of the size, and the letters that are so wide: of sans serifs as Arial, of serifs as Times."""


def _tabel(teks: str, baku: int) -> tuple[dict[str, int], int]:
    hasil: dict[str, int] = {}
    for satu in teks.split():
        if (cocok := re.match(r"\d{3,4}", satu)) and len(satu) > 3:
            angka = cocok[0] if cocok[0].startswith("1") else cocok[0][:3]
            hasil |= dict.fromkeys(satu[len(angka) :], int(angka))
    return hasil, baku


_POLOS, _KAIT = _tabel(_TANPA_KAIT, 556), _tabel(_BERKAIT, 500)
_JENIS = (
    ("times|garamond|cambria|georgia|bookman|book antiqua|palatino|century|liberation serif", _KAIT, 250),
    ("", _POLOS, 278),
)  # fmt: skip
_SKALA = {"calibri": 0.89, "carlito": 0.89, "verdana": 1.16, "bookman": 1.12, "narrow": 0.82, "cambria": 1.06, "tahoma": 0.97, "georgia": 1.1}  # fmt: skip
"""How much wider letters of other fonts are than those that they resemble."""


def lebar_teks(teks: str, ukuran: float, huruf: str = "") -> float:
    """Say about how wide a text is, in points."""
    nama = huruf.casefold()
    (tabel, baku), spasi = next((t, s) for pola, t, s in _JENIS if re.search(pola, nama))
    skala = next((v for k, v in _SKALA.items() if k in nama), 1.0)
    jumlah = sum(spasi if c in " \xa0" else tabel.get(c, baku) for c in teks)
    return jumlah * skala * ukuran / 1000
