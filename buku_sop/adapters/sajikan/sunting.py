"""The editor on this server: the engine is Python here, and who came in by the link in the terminal may write.

All messages need the key of this run (`routes.py`), which the page holds. Writing needs more: a cookie, which a browser
gets once, by the link that the terminal shows. Another user of the same computer can open the page, but not write.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode

from buku_sop.adapters.git.commit import commit_files, destination, send
from buku_sop.adapters.git.run import GitFailed, complaint, run_git
from buku_sop.adapters.places import DATA, look_folders
from buku_sop.adapters.sajikan.guard import Guard
from buku_sop.adapters.sajikan.live import Live
from buku_sop.adapters.sajikan.routes import OWN, Request, Response, Router, refuse
from buku_sop.adapters.written_back import BerubahDiLuar, TakDapatDitulis, tulis_kembali
from buku_sop.loading.isi_folder import IsiFolder
from buku_sop.model.tulisan import terpasang
from buku_sop.sunting.buku import Buku
from buku_sop.sunting.mesin import Mesin, nama_berkas, sidik
from buku_sop.sunting.operasi import SalahTanya
from buku_sop.views.dasar.render import TEMPLATES, Perender

PLACE, ENTRANCE = "sunting/", "sunting/masuk"
COOKIE = "sop-sunting"
COMMANDS = (
    "daftar",
    "buka",
    "baru",
    "lihat",
    "ubah",
    "lengkapi",
    "baca_waktu",
    "ganti_nama",
    "ganti_peran",
    "gabung",
    "bungkus_usul",
)
_JSON = "application/json; charset=utf-8"


_GUARDS: dict[int, Guard] = {}
"""By router: the link is made where the server starts, and asked for here."""


def entrance(router: Router, page: str) -> str:
    """Return the address, from the root of the server, by which one person comes in to edit."""
    ticket = _guard(router).ticket()
    return f"{OWN[1:]}{ENTRANCE}?{urlencode({'kunci': ticket, 'ke': page})}"


def _guard(router: Router) -> Guard:
    return _GUARDS.setdefault(id(router), Guard(COOKIE))


def add_routes(router: Router, live: Live) -> None:
    """Answer the messages of the editor, where there is one on this server."""
    if live.penyunting is None:
        return
    editor = Editor(live)
    for name in COMMANDS:
        router.add(f"{PLACE}{name}", editor.answer(name), method="POST", writes=True)
    if live.penyunting.menulis:
        guard = _guard(router)
        router.add(ENTRANCE, lambda request: _enter(guard, live, request))
        for name, work in (
            ("simpan", editor.simpan),
            ("komit", editor.komit),
            ("dorong", editor.dorong),
        ):
            router.add(f"{PLACE}{name}", _guarded(guard, work), method="POST", writes=True)


def _enter(guard: Guard, live: Live, request: Request) -> Response:
    """Let in who brings the key, or has the cookie already, and lead on to the page."""
    cookie = guard.enter(request.query.get("kunci", ""))
    if cookie is None and not guard.knows(request):
        return refuse(
            HTTPStatus.FORBIDDEN,
            "Tautan ini sudah pernah dipakai. Hentikan sop sunting (Ctrl-C), lalu jalankan lagi.",
        )
    ke = request.query.get("ke", "")
    path, _, asked = ke.partition("?")
    safe = path if path == "sunting/" else ""
    headers = {
        "Location": f"{live.mount}{safe}{'?' + quote(asked, safe='=&/') if asked and safe else ''}"
    }
    if cookie:
        headers["Set-Cookie"] = guard.set_cookie(cookie)
    return Response(status=HTTPStatus.SEE_OTHER, headers=headers)


def _guarded(
    guard: Guard, work: Callable[[Mapping[str, Any]], Any]
) -> Callable[[Request], Response]:
    def handle(request: Request) -> Response:
        if not guard.knows(request):
            return refuse(HTTPStatus.FORBIDDEN, "Buka penyunting lewat tautan di terminal.")
        try:
            isi = request.json()
            if not isinstance(isi, dict):
                raise SalahTanya("isi harus pasangan kunci dan nilai")
            return _json({"hasil": work(isi)})
        except BerubahDiLuar as error:
            cara = "Bandingkan dulu; berkas di folder kerja belum disentuh."
            return _json({"galat": {"jenis": "berubah_di_luar", "pesan": str(error), "cara": cara,
                                    "berkas": error.berkas, "teks": error.teks}})  # fmt: skip
        except (TakDapatDitulis, GitFailed) as error:
            return _json({"galat": {"jenis": "tulis", "pesan": str(error), "cara": ""}})
        except (SalahTanya, KeyError, TypeError, ValueError) as error:
            pesan = f"Permintaan tidak dimengerti: {error}"
            return _json(
                {"galat": {"jenis": "mesin", "pesan": pesan, "cara": "Muat ulang halaman."}}
            )

    return handle


class Editor:
    """The engine, with the handbook as its files are now; one message at a time."""

    def __init__(self, live: Live) -> None:
        self._live, self._alone = live, threading.Lock()
        self._state, self._kata = "", terpasang()
        self._mesin: Mesin | None = None

    def answer(self, command: str) -> Callable[[Request], Response]:
        """Return what answers a command."""

        def handle(request: Request) -> Response:
            try:
                isi = request.json()
            except ValueError:
                return refuse(HTTPStatus.BAD_REQUEST, "Permintaan itu bukan JSON.")
            with self._alone:
                return _json(self._now().jawab(command, isi))

        return handle

    def _now(self) -> Mesin:
        """Return the engine; what it knew goes when a file changes, but for what unchanged files gave."""
        state, bahan = self._live.handbook
        if self._mesin is None or self._kata != terpasang():
            root, self._kata, self._state = self._live.root, terpasang(), ""
            perender = Perender(*reversed(look_folders(root, TEMPLATES)), tulisan=self._kata)
            self._mesin = Mesin(Buku(root / DATA, IsiFolder(), perender), "peladen")
        if state != self._state:
            self._state = state
            self._mesin.buku.berubah()
            self._mesin.buku.revisi = _revision(self._live)
            if bahan:
                self._mesin.buku.setelan, self._mesin.buku.lain = bahan.setelan, bahan.handbook.lain
        return self._mesin

    def simpan(self, isi: Mapping[str, Any]) -> dict[str, Any]:
        """Write texts into the folder of the data, all or none, unless one of them has changed there meanwhile."""
        semua = {}
        for satu in isi["naskah"]:
            dasar = satu.get("dasar")
            lama = dasar.get("sidik") if isinstance(dasar, dict) else None
            semua[nama_berkas(satu["berkas"])] = (str(satu["teks"]), lama)
        with self._alone:
            tulis_kembali(self._live.root / DATA, semua)
            if self._mesin:
                self._mesin.buku.berubah()
        baru = {
            b: {"sidik": sidik(t), "revisi": _revision(self._live), "teks": t}
            for b, (t, _) in semua.items()
        }
        return {"tersimpan": list(semua), "dasar": next(iter(baru.values()), None), "semua": baru}

    def komit(self, isi: Mapping[str, Any]) -> dict[str, Any]:
        """Record files in git in the name of who sits here, and say where they can be sent."""
        berkas = [f"{DATA}/{nama_berkas(b)}" for b in isi["berkas"]]
        kabar = commit_files(self._live.root, berkas, str(isi.get("pesan") or ""))
        return {"kabar": kabar, "tujuan": destination(self._live.root)}

    def dorong(self, isi: Mapping[str, Any]) -> dict[str, Any]:
        """Send what is recorded where git sends it."""
        del isi
        return {"kabar": send(self._live.root)}


def _revision(live: Live) -> str:
    """Name the commit that the work tree stands on; empty where there is none."""
    try:
        answer = run_git(live.root, "rev-parse", "--verify", "HEAD")
    except GitFailed:
        return ""
    return (
        answer.stdout.decode().strip() if answer.returncode == 0 and not complaint(answer) else ""
    )


def _json(value: object) -> Response:
    return Response(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"), _JSON)
