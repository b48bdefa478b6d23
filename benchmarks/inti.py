"""What building again costs beside building everything: nothing changed, and one SOP changed.

Run `python -m benchmarks.inti [N]`; 1,000 SOPs unless given. The time is that of the processors (user and system, of all
processes), since a busy machine changes it least; the sheets are left out.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.process import cost
from benchmarks.site import OURS, project


def measure(jumlah: int = 1000) -> list[dict[str, Any]]:
    """Build a made-up handbook, again without a change, and again with one step of one SOP changed."""
    with tempfile.TemporaryDirectory() as sementara:
        buku = project(Path(sementara), jumlah)
        _build(buku)  # bundles and compiled modules, which belong to no SOP
        whole = _build(buku, "--ulang")
        same = _build(buku)
        satu = next(p for p in sorted((buku / "sop_data").glob("*/*.yml")) if p.stem != "instansi")
        text = satu.read_text(encoding="utf-8")
        satu.write_text(text.replace("kegiatan: ", "kegiatan: Sungguh ", 1), encoding="utf-8")
        changed = _build(buku)
    rows = (("nothing changed", same, 0.05), ("one SOP changed", changed, 0.25))
    return [
        {
            "what": f"{what}, {jumlah:,} SOPs, no sheets",
            "beside": f"full ({whole:.1f} s)",
            "value": round(seconds / whole, 3),
            "unit": "×",
            "target": target,
            "seen": f"{seconds:.2f} s",
        }
        for what, seconds, target in rows
    ]


def _build(buku: Path, *options: str) -> float:
    """Build, and return the seconds that processors worked."""
    return cost([sys.executable, "-m", "buku_sop", "situs", *options], buku, OURS).processor


if __name__ == "__main__":
    for row in measure(*map(int, sys.argv[1:])):
        print(f"{row['what']}: {row['seen']} = {row['value']} × of {row['beside']}")
