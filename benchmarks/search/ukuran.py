"""What the search of a built site takes of a device: `python -m benchmarks.search.ukuran SITE [SITE ...]`.

Sites of any size and age can be compared in one run: those with an index in pieces are asked through `sopCari`, those
before that through Material's worker. A made-up handbook is written by `python -m benchmarks.made_up 1000 FOLDER`.

Chromium slows no worker down, and other programs run on this machine: so the time is that which the processor spent in
the threads of the page and of the worker, four times as long for a weak phone. Bytes are those that a server sends
compressed. Memory is what page and worker take
more after the queries than before, garbage included.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.search.__main__ import chromium
from tests.site.material import serve

LAMBAT = 4
TANYA = ("pengadaan barang", "memeriksa laporan contoh", "sop")
"""A name, a step, and the commonest word of all."""

_PIECES = "sopCari.siapkan()"
_ASK_PIECES = "query => sopCari.tanya(query).then(answer => answer.halaman.length)"
_WORKER = """async () => {
  const { search, base } = JSON.parse(document.querySelector("#__config").textContent)
  const index = await (await fetch(`${base}/search/search_index.json`)).json()
  const worker = new Worker(search)
  window.askWorker = message => new Promise(resolve => {
    worker.onmessage = ({ data }) => resolve(data)
    worker.postMessage(message)
  })
  await askWorker({ type: 0, data: { ...index, options: { suggest: true } } })
}"""
_ASK_WORKER = "query => askWorker({ type: 2, data: query }).then(({ data }) => data.items.length)"


def main(sites: list[Path]) -> None:
    """Print a row for each site."""
    kepala = "".join(f"{f'“{t}”':>28}" for t in TANYA)
    print(f"{'':30} {'ready':>10} {'sent':>10} {kepala} {'sent':>10} {'memory':>9}")
    with chromium() as browser:
        for site in sites:
            _row(browser, site)


def _row(browser: Browser, site: Path) -> None:
    potongan = (site / "search" / "kepala.js").exists()
    with serve(site) as address:
        page = browser.new_page()
        dikirim: dict[str, int] = {}
        page.on("requestfinished", lambda r: dikirim.update({r.url: _bytes(site, address, r.url)}))
        page.goto(address)
        page.wait_for_timeout(1500)
        if not potongan:
            dikirim.clear()
        sebelum = _memory(browser)
        mulai = _processor(browser)
        page.evaluate(_PIECES if potongan else _WORKER)
        siap = _processor(browser) - mulai
        awal = sum(dikirim.values())
        tanya = []
        for teks in TANYA:
            mulai = _processor(browser)
            page.evaluate(_ASK_PIECES if potongan else _ASK_WORKER, teks)
            tanya.append(_processor(browser) - mulai)
        page.wait_for_timeout(300)
        semua = sum(dikirim.values())
        memori = max(0, _memory(browser) - sebelum)
        page.close()
    jawab = "".join(f"{LAMBAT * ms:24.0f} ms " for ms in tanya)
    print(
        f"{site.as_posix()[-30:]:30} {LAMBAT * siap:7.0f} ms {awal / 1000:7.0f} KB {jawab}"
        f"{semua / 1000:7.0f} KB {memori / 1e6:6.0f} MB"
    )


def _bytes(site: Path, address: str, url: str) -> int:
    """Return what a server sends of a file of the search; nothing for others."""
    nama = url.removeprefix(address).partition("?")[0]
    if not nama.startswith("search/") and "javascripts/cari" not in nama and "workers/" not in nama:
        return 0
    return len(gzip.compress((site / nama).read_bytes(), 6))


def _renderers(browser: Browser) -> list[Path]:
    """Return where Linux tells of the processes that run pages and their workers."""
    session = browser.new_browser_cdp_session()
    proses = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return [Path(f"/proc/{int(p['id'])}") for p in proses if p["type"] == "renderer"]


def _processor(browser: Browser) -> float:
    """Return the milliseconds that the processor spent on pages and workers."""
    tugas = [t for p in _renderers(browser) for t in (p / "task").iterdir()]
    return sum(int((t / "schedstat").read_text().split()[0]) for t in tugas) / 1e6


def _memory(browser: Browser) -> int:
    """Return the bytes of memory that pages and workers have to themselves."""
    isi = "".join((p / "smaps_rollup").read_text() for p in _renderers(browser))
    return sum(int(kb) * 1000 for kb in re.findall(r"Private_\w+: +(\d+) kB", isi))


if __name__ == "__main__":
    main([Path(a) for a in sys.argv[1:]])
