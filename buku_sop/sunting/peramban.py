"""The engine as the worker of a browser asks it: texts of JSON in and out, and one published handbook that stays open.

All that it holds is what is published. So its memory can be kept on the device once it has warmed up, and the next start
goes on from there.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from buku_sop.model.tulisan import pasang
from buku_sop.sunting.mesin import Mesin
from buku_sop.sunting.terbit import baca_terbit, buku_terbit
from buku_sop.views.dasar.render import Perender

_BAGIAN = ("isi", "tabel", "bidang", "temuan")
"""What is asked for with every edit."""


class Peramban:
    """Answers messages about the handbook that was opened last."""

    def __init__(self, templat: str) -> None:
        """`templat` is the folder of the templates."""
        self._templat, self._perender = Path(templat), Perender(Path(templat))
        self._terbit = ""
        self._mesin: Mesin | None = None

    def buka(self, terbit: str, hari: str) -> None:
        """Open what `tulis_terbit` wrote, for a day; the same is still open. Raises ValueError for another format."""
        hari_ini = date.fromisoformat(hari)
        if self._mesin is None or terbit != self._terbit:
            isi = baca_terbit(terbit)
            pasang(tulisan := isi.get("tulisan", {}))
            perender = Perender(self._templat, tulisan=tulisan) if tulisan else self._perender
            self._mesin = Mesin(buku_terbit(isi, perender, hari_ini), "peramban")
            self._terbit = terbit
        elif self._mesin.buku.hari_ini() != hari_ini:
            self._mesin.buku.hari_ini = lambda: hari_ini
            self._mesin.buku.berubah()

    def panaskan(self, sop: str) -> None:
        """Answer an edit and the first question once, so that all that they need is loaded; without an SOP of that name, of any."""
        assert self._mesin is not None
        semua = self._mesin.buku.buka().berkas
        if not semua:
            return
        buka = self._mesin.buka({"sop": sop if sop in semua else next(iter(semua))})
        naskah = {"berkas": buka["berkas"], "teks": buka["teks"]}
        ubah = {"operasi": "setel", "jalan": ["nama"], "nilai": "Nama lain"}
        isi = {"naskah": naskah, "dasar": buka["teks"], "ubah": ubah, "lihat": _BAGIAN}
        self._mesin.jawab("ubah", isi)
        self._mesin.jawab("lihat", {**isi, "bagian": _BAGIAN})  # what is asked for first

    def jawab(self, perintah: str, isi: str) -> str:
        """Answer a message."""
        assert self._mesin is not None
        return json.dumps(self._mesin.jawab(perintah, json.loads(isi)))
