"""The process that serves: prepares the handbook, answers browsers, and follows what changes until it is ended.

Python code that has changed is not loaded again but started anew: the process ends with `AGAIN`, and `supervisor.py`
starts another one at the same socket.
"""

from __future__ import annotations

import contextlib
import gc
import ipaddress
import json
import os
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterable
from pathlib import Path

from buku_sop.adapters.places import DATA, LOOK, PACKAGE
from buku_sop.adapters.sajikan.features import FEATURES
from buku_sop.adapters.sajikan.live import Live
from buku_sop.adapters.sajikan.news import News
from buku_sop.adapters.sajikan.periksa.alamat import alamat_draf, masuk
from buku_sop.adapters.sajikan.periksa.draf import has_doubts
from buku_sop.adapters.sajikan.routes import Router
from buku_sop.adapters.sajikan.server import Server
from buku_sop.adapters.sajikan.sunting import entrance
from buku_sop.adapters.sajikan.supervisor import AGAIN, PORT_LINE, TAKEN, interrupt
from buku_sop.adapters.sajikan.taking import say, take
from buku_sop.adapters.sajikan.watching import Watcher
from buku_sop.adapters.sajikan.wish import Wish
from buku_sop.adapters.situs.bahan import Penyunting
from buku_sop.loading.gambar import ENDING
from buku_sop.setelan import FOLDER_RUJUKAN
from buku_sop.views.dasar.diagnostik import terlihat

_POLL = 0.1
"""Seconds until the server notices that it is to take no more."""
_NAMED = 3
"""Most changed files that the terminal names."""


def work() -> int:
    """Be the process that serves; what is wished stands on the command line."""
    signal.signal(signal.SIGINT, interrupt)  # a shell lets what it starts aside ignore it
    signal.signal(signal.SIGTERM, interrupt)
    try:
        threading.Thread(target=_end_with_parent, daemon=True).start()
        wish = Wish.from_text(json.loads(sys.argv[1]))
        return serve(wish, lambda port: print(f"{PORT_LINE}{port}", flush=True))
    except KeyboardInterrupt:
        return 0


def _end_with_parent() -> None:
    """Wait until the pipe from the supervisor is closed, and end."""
    with contextlib.suppress(OSError):
        os.read(0, 1)  # not by `sys.stdin`, whose lock would be held when the process ends
    os.kill(os.getpid(), signal.SIGINT)


def serve(wish: Wish, took: Callable[[int], None]) -> int:
    """Serve until Ctrl-C (exit status 0), or until code has changed (`AGAIN`). `took` is told the port."""
    root = wish.root.resolve()
    router = Router()
    live = Live(root, router, News(), _penyunting(wish, router))
    for add in FEATURES:
        add(live.router, live)
    listening = take(wish) if wish.listening is None else socket.socket(fileno=wish.listening)
    if listening is None:
        return TAKEN
    server = Server(listening, live.answer)
    took(server.port)
    try:
        watcher = Watcher(_places(root), polling=wish.polling)
        say("Menyiapkan buku …")
        seconds = live.refresh()
        threading.Thread(target=server.serve_forever, args=(_POLL,), daemon=True).start()
        first = _pertama(wish, server.url, router)
        say(f"Siap dalam {_detik(seconds)}: {first}  (berhenti: Ctrl-C)")
        if live.penyunting and not wish.page and not wish.editing and has_doubts(root):
            say(f"Periksa draf: {server.url}{masuk(router)}")
        if wish.browser:
            webbrowser.open(first)
        gc.collect()
        gc.freeze()
        _follow(live, watcher)
        server.finish()
        return AGAIN
    except KeyboardInterrupt:
        return 0
    finally:
        live.search.stop()
        server.server_close()


def _penyunting(wish: Wish, router: Router) -> Penyunting | None:
    """Return what SOPs are edited with: only on this computer, for others in the network may not ask the engine."""
    if not ipaddress.ip_address(wish.address).is_loopback:
        return None
    return Penyunting("peladen", router.key, menulis=wish.editing)


def _pertama(wish: Wish, url: str, router: Router) -> str:
    """Return the address to open first: who edits or checks comes in by a key that is good for once."""
    if wish.page.startswith(alamat_draf()[1:]):
        return f"{url}{masuk(router, wish.page)}"
    return f"{url}{entrance(router, wish.page)}" if wish.editing else url + wish.page


def _follow(live: Live, watcher: Watcher) -> None:
    """Prepare the handbook again at each change, until the code has changed."""
    while True:
        changed = {path for path in watcher.wait() if _matters(live.root, path)}
        if not changed:
            continue
        if any(_is_code(path) for path in changed):
            say("Kode program berubah; dimulai ulang.")
            return
        seconds = live.refresh(changed)
        say(f"{_sebut(live.root, changed)} berubah; diperbarui dalam {_detik(seconds)}.")


def _places(root: Path) -> Iterable[tuple[Path, bool]]:
    yield root, False
    for name in (DATA, "docs", "macros", "overrides", FOLDER_RUJUKAN):
        yield root / name, True
    yield LOOK, True
    yield PACKAGE, True


def _matters(root: Path, path: Path) -> bool:
    """Whether something is a source: beside the folders configuration, macros and a logo are, and not what is built there."""
    return path.parent != root or path.suffix.lower() in (".yml", ".yaml", ".py", *ENDING)


def _is_code(path: Path) -> bool:
    return path.suffix == ".py"


def _sebut(root: Path, changed: Iterable[Path]) -> str:
    """Name what changed, as far as a line holds it."""
    names = sorted(
        terlihat(p.relative_to(root).as_posix() if p.is_relative_to(root) else p.name)
        for p in changed
    )
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" dan {more} lagi" if more > 0 else "")


def _detik(seconds: float) -> str:
    return f"{seconds:.1f} detik".replace(".", ",")
