"""Recognition of SOPs in documents: from pages in one neutral form to SOPs with their doubts, step by step and pure.

The steps, each in a module of its own: rules of a page -> tables -> roles of columns -> rows; symbols -> arrows ->
labels -> the flow; identity and boxes; the SOP as a file would hold it, with a doubt wherever it was inferred, and
every word that found no place. Readers of formats (`buku_sop.adapters.impor`) make the neutral form (`netral`).
"""

from buku_sop.analysis.impor.kenali import kenali

__all__ = ["kenali"]
