"""The index of the search, which needs the text of every page: built by a whole build beside the server.

That build runs in a process of its own, when the server has nothing better to do, into a folder that stays, so that the
next start has an index at once. While it runs, the index before answers.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from http import HTTPStatus
from pathlib import Path

from buku_sop.adapters.sajikan.routes import Response, refuse
from buku_sop.adapters.sajikan.site import kind_of

FOLDER = Path(".build") / "sajikan" / "situs"
PLACE = "search/"
"""Where the site has its index."""
_FIRST = 600
"""Most seconds that the first question waits for the first index."""
_PROGRAM = (
    "import os, sys\n"
    "from pathlib import Path\n"
    "from buku_sop.adapters.mkdocs.build_site import BuildFailed, build_site\n"
    "getattr(os, 'nice', int)(10)\n"
    "try:\n"
    "    build_site(Path(sys.argv[1]), {'SOP_PDF': 'false', 'SOP_SIMPANAN': 'false'}, Path(sys.argv[2]))\n"
    "except BuildFailed as error:\n"
    "    sys.exit(str(error))\n"
)


class Search:
    """Keeps the index of the newest state of which one could be built."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._folder = self._root / FOLDER
        self._wanted, self._built = 1, 0
        self._asked = False
        self._state = threading.Condition()
        self._child: subprocess.Popen[str] | None = None
        self._stopped = False
        threading.Thread(target=self._work, daemon=True).start()

    def answer(self, address: str) -> Response:
        """Answer with a file of the index; waits only for the first there ever is."""
        with self._state:
            self._asked = True
            self._state.notify_all()
            self._state.wait_for(lambda: self._folder.is_dir() or self._built, _FIRST)
        path = self._folder.joinpath(*address.split("/")).resolve()
        if not path.is_relative_to((self._folder / PLACE).resolve()) or not path.is_file():
            return refuse(HTTPStatus.NOT_FOUND, "Indeks pencarian belum ada.")
        return Response(path.read_bytes(), kind_of(address))

    def renew(self) -> None:
        """Say that the handbook has changed; the index is built again once the search has been asked for."""
        with self._state:
            self._wanted += 1
            self._state.notify_all()

    def stop(self) -> None:
        """End a build that is running."""
        with self._state:
            self._stopped, child = True, self._child
        if child is None:
            return
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                child.terminate()
            else:
                os.killpg(child.pid, 15)

    def _work(self) -> None:
        while True:
            with self._state:
                self._state.wait_for(lambda: self._asked and self._built < self._wanted)
                while self._state.wait(timeout=1):  # while people write, it would be old at once
                    pass
                aim = self._wanted
            self._build()
            with self._state:
                self._built = aim
                self._state.notify_all()

    def _build(self) -> None:
        with self._state:
            if self._stopped:
                return
            self._child = subprocess.Popen(
                [sys.executable, "-c", _PROGRAM, str(self._root), str(self._folder)],
                cwd=self._root,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                start_new_session=True,
            )
        _, errors = self._child.communicate()
        with self._state:
            failed, self._child = self._child.returncode, None
            stopped = self._stopped
        if failed and not stopped:
            print(f"Indeks pencarian tidak dapat dibuat:\n{errors}", file=sys.stderr)
