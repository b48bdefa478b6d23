"""A province: one handbook of 1,000 SOPs is built, beside 99 others of 1,000 that it knows by their inventories.

Run `python -m benchmarks.rujukan [HANDBOOKS] [SOPS]`. Each SOP of it has the name of one in every other handbook, and each
tenth names one of them with its office: more than any real handbook refers to.
"""

from __future__ import annotations

import gzip
import re
import shutil
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from benchmarks.made_up import BUKU, HAL
from benchmarks.process import Cost, cost
from benchmarks.site import BUILD, OURS, ROOT, project
from buku_sop.model.buku_lain import Inventaris, SalinanInventaris, SopLain
from buku_sop.views.inventaris import tulis_inventaris, tulis_salinan

PLUGIN = re.compile(r"  - buku-sop(?:\n|:\n(?: {6}.*\n)+)")
ENVIRONMENT = {**OURS, "PYTHONPATH": str(ROOT)}
CHECK = [sys.executable, "-m", "buku_sop", "periksa"]
REFRESH = [sys.executable, "-m", "buku_sop", "perbarui-rujukan"]


def inventory(number: int, sops: int, address: str) -> Inventaris:
    """Make the inventory of another handbook."""
    office = f"dinas-{number:03}"
    return Inventaris(
        f"Buku SOP Dinas Rekaan {number}",
        address,
        {office: f"Dinas Rekaan {number} Kabupaten Contoh"},
        tuple(_sop(office, i) for i in range(sops)),
    )


def _sop(office: str, i: int) -> SopLain:
    name = f"{BUKU[i // len(HAL) % len(BUKU)]} {HAL[i % len(HAL)]} {i}"
    slug = name.lower().replace(" ", "-")
    number = f"{i:04}/SOP/{office.upper()}/2026"
    return SopLain(
        f"{office}/{slug}", name, f"sop/{office}/{slug}/", "berlaku", number,
        tanggal_pembuatan="2026-01-05", tanggal_revisi="2026-02-01",
    )  # fmt: skip


def refer(book: Path, handbooks: int, sops: int, address: str) -> int:
    """Let a handbook refer to others. Returns the bytes of the copies."""
    settings = ["  - buku-sop:", "      rujukan:"]
    (book / "rujukan").mkdir(exist_ok=True)
    weight = 0
    for number in range(1, handbooks + 1):
        other = inventory(number, sops, f"{address}{number}/")
        settings.append(f"        - {{nama: {other.nama}, alamat: '{other.alamat}'}}")
        copy = tulis_salinan(SalinanInventaris(other, other.alamat, "2026-02-01")).encode()
        (book / "rujukan" / f"buku-sop-dinas-rekaan-{number}.json").write_bytes(copy)
        weight += len(copy)
    config = book / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(PLUGIN.sub("\n".join(settings) + "\n", text), encoding="utf-8")
    for i, path in enumerate(sorted((book / "sop_data").glob("*/sop-*.yml"))[::10]):
        number = i % handbooks + 1
        named = _sop(f"dinas-{number:03}", i)
        line = f"keterkaitan:\n- {named.nama} (Dinas Rekaan {number} Kabupaten Contoh)\n"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("keterkaitan:\n", line), encoding="utf-8")
    return weight


def measure(handbooks: int = 99, sops: int = 1000) -> list[dict[str, Any]]:
    """Return the rows: a check and a build with other handbooks beside those without, and the refreshing."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        book = project(Path(folder), sops)
        plain = [_anew(book, command) for command in (CHECK, BUILD)]
        before = _weight(book / "site")
        weight = refer(book, handbooks, sops, "http://127.0.0.1:9/")
        with_others = [_anew(book, command) for command in (CHECK, BUILD)]
        what = f"{sops:,} SOPs beside {handbooks} handbooks of {sops:,}"
        rows = [
            {"what": f"{name}, {what}", "beside": "without them", "value": round(a.processor / b.processor, 2), "unit": "×",
             "target": target,
             "seen": f"{a.processor:.1f} s of processors ({a.clock:.1f} s on the clock, {a.memory:.0f} MB) beside "
                     f"{b.processor:.1f} s ({b.clock:.1f} s, {b.memory:.0f} MB)"}
            for name, target, a, b in zip(("periksa", "full build, no sheets"), (3.0, 1.3), with_others, plain, strict=True)
        ]  # fmt: skip
        own = (book / "site" / "data" / "inventaris.json").read_bytes()
        rows.append(_bytes("inventory", sops, len(own), len(gzip.compress(own))))
        rows.append({"what": f"copies, {handbooks} × {sops:,} SOPs", "beside": "", "value": round(weight / 1e6, 1),
                     "unit": "MB", "target": 40.0, "seen": "in the repository, a line an SOP"})  # fmt: skip
        rows += _site(before, _weight(book / "site"))
        rows.append(_refresh(Path(folder), book, handbooks, sops))
    return rows


def _anew(book: Path, command: list[str]) -> Cost:
    """Run a command that can take over nothing from an earlier one."""
    for made in (book / "site", book / ".build" / "simpan"):
        shutil.rmtree(made, ignore_errors=True)
    return cost(command, book, ENVIRONMENT)


def _bytes(what: str, sops: int, plain: int, packed: int) -> dict[str, Any]:
    return {"what": f"{what}, {sops:,} SOPs", "beside": "", "value": round(plain / 1e3), "unit": "KB", "target": 400.0,
            "seen": f"{packed / 1e3:.0f} KB compressed"}  # fmt: skip


def _weight(site: Path) -> dict[str, int]:
    """Sum up what a site has: in all, what any query of the search loads first, and what it has of other handbooks."""
    first = [p for name in ("buku", "kata") for p in site.glob(f"search/*/{name}.js")]
    others = list(site.glob("search/*/lain*.js"))
    return {
        "site": sum(p.stat().st_size for p in site.rglob("*") if p.is_file()),
        "search": sum(len(gzip.compress(p.read_bytes(), 6, mtime=0)) for p in first),
        "others": sum(p.stat().st_size for p in others),
    }


def _site(before: dict[str, int], after: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"what": f"bytes of the {name}", "beside": "without other handbooks", "unit": "×", "target": 1.1,
         "value": round(after[kind] / before[kind], 3),
         "seen": f"{after[kind] / 1e6:.2f} MB beside {before[kind] / 1e6:.2f} MB"}
        for kind, name in (("site", "site"), ("search", "search before its first answer, compressed"))
    ]  # fmt: skip


def _refresh(folder: Path, book: Path, handbooks: int, sops: int) -> dict[str, Any]:
    """Refresh all copies from a server on this machine; one SOP of each handbook has gone."""
    served = folder / "server"
    for number in range(1, handbooks + 1):
        data = served / str(number) / "data"
        data.mkdir(parents=True)
        text = tulis_inventaris(inventory(number, sops - 1, "https://rekaan.contoh.invalid/"))
        (data / "inventaris.json").write_text(text, encoding="utf-8")
    handler = partial(_Quiet, directory=str(served))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        config = book / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        config.write_text(
            text.replace("127.0.0.1:9/", f"127.0.0.1:{server.server_address[1]}/"), encoding="utf-8"
        )
        spent = cost(REFRESH, book, ENVIRONMENT)
        server.shutdown()
    return {"what": f"perbarui-rujukan, {handbooks} handbooks", "beside": "", "value": round(spent.processor, 1), "unit": "s",
            "target": 20.0, "seen": f"{spent.clock:.1f} s on the clock, {spent.memory:.0f} MB, from this machine"}  # fmt: skip


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    for row in measure(*(int(a) for a in sys.argv[1:])):
        print(f"{row['what']}: {row['value']} {row['unit']} {row['beside']} ({row['seen']})")
