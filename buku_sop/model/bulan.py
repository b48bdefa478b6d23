"""The names of the months, in all the ways that documents spell and shorten them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

BULAN: Mapping[str, int] = MappingProxyType({
    "januari": 1, "jan": 1,
    "februari": 2, "pebruari": 2, "febuari": 2, "feb": 2, "febr": 2, "peb": 2, "pebr": 2,
    "maret": 3, "mar": 3, "mrt": 3,
    "april": 4, "apr": 4,
    "mei": 5,
    "juni": 6, "jun": 6,
    "juli": 7, "jul": 7,
    "agustus": 8, "agust": 8, "agu": 8, "ags": 8, "agt": 8, "agts": 8,
    "september": 9, "sept": 9, "sep": 9,
    "oktober": 10, "okt": 10,
    "november": 11, "nopember": 11, "nov": 11, "nop": 11,
    "desember": 12, "des": 12,
})  # fmt: skip
"""The months as documents spell and shorten them, by their number; of each its full name first."""
