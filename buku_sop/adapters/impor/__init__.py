"""Reads documents of offices into the neutral form of `buku_sop.analysis.impor`, and writes what came of them."""
