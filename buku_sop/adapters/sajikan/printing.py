"""Sheets and forms, printed when somebody asks for one: only that one, and the book not at all."""

from __future__ import annotations

import threading
from http import HTTPStatus
from pathlib import Path

from buku_sop.adapters.formulir.downloads import PUBLISHED
from buku_sop.adapters.lembar.compiler import PrintFailed
from buku_sop.adapters.npm import AssetError
from buku_sop.adapters.sajikan.routes import Response
from buku_sop.adapters.situs import Situs
from buku_sop.adapters.situs.bahan import BahanSitus
from buku_sop.model import JenisFormulir
from buku_sop.views.dasar.alamat import pdf_formulir, pdf_sop

PDF = "application/pdf"
_BUKU = (
    "Buku tidak dicetak selama pratinjau, sebab setiap perubahan akan mencetaknya dari awal. "
    "Cetak dengan: sop pdf"
)


class Printer:
    """Prints one file at a time; what was printed is kept where a build keeps it too."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._alone = threading.Lock()

    def answer(self, situs: Situs, site_url: str, address: str) -> Response | None:
        """Answer with the PDF of an address; None where the site has none there."""
        if not address.endswith(".pdf") or situs.bahan.hasil.gagal:
            return None
        if "/" not in address and address.startswith("buku-sop"):
            return Response(_BUKU.encode(), "text/plain; charset=utf-8", HTTPStatus.NOT_FOUND)
        try:
            with self._alone:
                pdf = self._print(situs.bahan, site_url, address)
        except (AssetError, PrintFailed) as error:
            return Response(
                str(error).encode(), "text/plain; charset=utf-8", HTTPStatus.INTERNAL_SERVER_ERROR
            )
        return Response(pdf.read_bytes(), PDF) if pdf else None

    def _print(self, bahan: BahanSitus, site_url: str, address: str) -> Path | None:
        from buku_sop.adapters.formulir.printing import FormPrinter, pesanan
        from buku_sop.adapters.lembar.printing import make_pdfs

        for sop in bahan.handbook.sop:
            if address == pdf_sop(sop.id):
                lembar = make_pdfs(
                    self._root, bahan.hasil, ids={sop.id}, situs=site_url, terbit=True
                )
                return lembar.get(sop.id)
        for instansi in bahan.handbook.instansi:
            for jenis in instansi.formulir:
                for p in pesanan(bahan.hasil, jenis, {instansi.id}):
                    if address == pdf_formulir(p.tentang, p.jenis.value):
                        direkam = jenis is JenisFormulir.REKAMAN_REVISI
                        sejarah = bahan.sejarah if direkam else None
                        printer = FormPrinter(
                            self._root, bahan.hasil, folder=PUBLISHED, sejarah=sejarah
                        )
                        return printer.cetak([p])[p.nama]
        return None
