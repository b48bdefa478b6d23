"""Buku SOP: one YAML file per SOP becomes a searchable handbook and a printed sheet.

The folders are the layers, each knowing only those before it: `diagnostics`, `model`, `loading`, `analysis`,
`layout`, `views` and `handbook`, `adapters`. Mechanism is named in English, domain words stay Indonesian.
"""

VERSI = "0.2.0"
"""The version of the program, said here alone: wheel, `sop --versi`, foot of the site and PDFs take it."""
