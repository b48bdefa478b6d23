"""The printed forms around SOPs: from the data to what the template draws."""

from buku_sop.views.formulir.bahan import Perubahan
from buku_sop.views.formulir.susun import JUDUL, Formulir, KonteksFormulir

__all__ = ["JUDUL", "Formulir", "KonteksFormulir", "Perubahan"]
