"""Doubts that are one question in many drafts: asked once, and answered for all of them."""

from __future__ import annotations

import json
import re

from buku_sop.loading.sunting.keraguan import Ragu
from buku_sop.loading.sunting.naskah import Naskah

_LETAK = re.compile(r" \(halaman \d+, \d+ cm dari kiri dan \d+ cm dari atas\)")
TABEL = ("langkah", "prosedur")


def tanpa_letak(alasan: str) -> str:
    """Return a reason without the place that an import writes behind it."""
    return " ".join(_LETAK.sub("", alasan).split())


def harus_diisi(naskah: Naskah, ragu: Ragu) -> bool:
    """Whether a doubtful value is empty that no SOP does without: confirming it would leave the SOP unfit for use."""
    wajib = ragu.bidang in TABEL if ragu.tabel is None else ragu.bidang in ("pelaksana", "kegiatan")
    return wajib and not naskah.isi(ragu.jalan)


def kelompok(naskah: Naskah, ragu: Ragu) -> str:
    """Return what tells a doubt from others that are not decided with it; empty where each has to be looked at.

    Only doubts about the SOP itself may be decided together: the field, the reason and the value are the same, as where
    one officer signs twenty documents. Of a table of steps the reason alone counts: that no arrows are drawn, say; but where
    it has a place (a picture, a line), and where a step leads, it is seen on its page alone.
    """
    if ragu.di or ragu.bidang in ("nama", "pelaksana") or harus_diisi(naskah, ragu):
        return ""
    if ragu.bidang in TABEL and _LETAK.search(" ".join(ragu.alasan.split())):
        return ""
    nilai = None if ragu.bidang in TABEL else naskah.isi(ragu.jalan)
    return json.dumps(
        [ragu.bidang, tanpa_letak(ragu.alasan), nilai], ensure_ascii=False, default=str
    )
