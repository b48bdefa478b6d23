"""A small forge on this machine, which speaks the few calls that our scripts make and remembers what it was told."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Jawaban = tuple[int, Any]
Isi = dict[str, Any]
BOT = "github-actions[bot]"


@dataclass
class Catatan:
    """A request: how, what for, and as whom."""

    cara: str
    jalur: str
    token: str | None


@dataclass
class Palsu:
    """What a forge knows. Lists are given out in pages of `per_page`, as forges do."""

    aku: str | None = None
    """Whose token it is; None is a job's own, which may not ask."""
    per_page: int = 30
    runs: dict[str, Isi] = field(default_factory=dict)
    artefak: list[Isi] = field(default_factory=list)
    zip: bytes = b""
    pulls: list[Isi] = field(default_factory=list)
    komentar: dict[int, list[Isi]] = field(default_factory=dict)
    isu: list[Isi] = field(default_factory=list)
    rilis: dict[str, Isi] = field(default_factory=dict)
    berkas: dict[str, bytes] = field(default_factory=dict)
    gudang: str = ""
    """Address of the store to which downloads are sent."""
    permintaan: list[Catatan] = field(default_factory=list)
    nomor: int = 100
    alamat: str = ""

    def baru(self) -> int:
        self.nomor += 1
        return self.nomor

    def tulis(self, usulan: int, isi: str, penulis: str = BOT) -> Isi:
        orang = {"login": penulis, "username": penulis}
        x = {"id": self.baru(), "body": isi, "user": orang, "author": orang}
        self.komentar.setdefault(usulan, []).append(x)
        return x

    def buka(self, isi: str, penulis: str = BOT, **lain: Any) -> Isi:
        orang = {"login": penulis, "username": penulis}
        n = self.baru()
        x = {"id": n * 10, "number": n, "iid": n, "title": "", "body": isi, "description": isi,
             "user": orang, "author": orang, "state": "open", **lain}  # fmt: skip
        self.isu.append(x)
        return x

    def menulis(self) -> list[Catatan]:
        """Return the requests that change something."""
        return [c for c in self.permintaan if c.cara != "GET"]


@contextmanager
def berjalan(tangani: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """Serve on a port of this machine, and yield the address."""

    class Pelayan(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def layani(self) -> None:
            tangani(self)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = layani  # noqa: N815

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pelayan)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def layani(palsu: Palsu) -> Iterator[Palsu]:
    """Serve a forge, and the store to which it sends downloads."""
    with berjalan(_gudang(palsu)) as gudang, berjalan(_api(palsu)) as alamat:
        palsu.gudang, palsu.alamat = gudang, alamat
        yield palsu


def _gudang(palsu: Palsu) -> Callable[[BaseHTTPRequestHandler], None]:
    def tangani(h: BaseHTTPRequestHandler) -> None:
        _catat(palsu, h, "gudang")
        _jawab(h, 200, palsu.zip)

    return tangani


def _catat(palsu: Palsu, h: BaseHTTPRequestHandler, awal: str = "") -> None:
    token = next(
        (h.headers[n] for n in ("Authorization", "PRIVATE-TOKEN", "JOB-TOKEN") if h.headers[n]),
        None,
    )
    palsu.permintaan.append(Catatan(h.command, awal + h.path, token))


def _jawab(h: BaseHTTPRequestHandler, status: int, isi: Any) -> None:
    data = isi if isinstance(isi, bytes) else json.dumps(isi).encode()
    h.send_response(status)
    h.send_header("Content-Length", str(len(data)))
    if status == 302:
        h.send_header("Location", data.decode())
    h.end_headers()
    h.wfile.write(data)


def _api(palsu: Palsu) -> Callable[[BaseHTTPRequestHandler], None]:
    def tangani(h: BaseHTTPRequestHandler) -> None:
        _catat(palsu, h)
        bagian = urlsplit(h.path)
        mentah = h.rfile.read(int(h.headers["Content-Length"] or 0))
        tanya = {k: v[0] for k, v in parse_qs(bagian.query).items()}
        jenis = h.headers["Content-Type"] or ""
        isi = json.loads(mentah) if mentah and jenis == "application/json" else {"mentah": mentah}
        for cara, pola, kerja in RUTE:
            if cara == h.command and (cocok := re.fullmatch(pola, bagian.path)):
                _jawab(h, *kerja(palsu, cocok, tanya, isi))
                return
        _jawab(h, 404, {"message": "Not Found"})

    return tangani


Kerja = Callable[[Palsu, re.Match[str], dict[str, str], Isi], Jawaban]
RUTE: list[tuple[str, str, Kerja]] = []


def rute(cara: str, *pola: str) -> Callable[[Kerja], Kerja]:
    def catat(kerja: Kerja) -> Kerja:
        RUTE.extend((cara, p, kerja) for p in pola)
        return kerja

    return catat


R, P = "/repos/kantor/buku", "/projects/9"


def _halaman(palsu: Palsu, daftar: list[Isi], tanya: dict[str, str]) -> Jawaban:
    n = min(palsu.per_page, int(tanya.get("per_page", palsu.per_page)))
    awal = (int(tanya.get("page", 1)) - 1) * n
    return 200, daftar[awal : awal + n]


@rute("GET", "/user")
def _user(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    return (
        (200, {"login": p.aku, "username": p.aku}) if p.aku else (403, {"message": "integration"})
    )


@rute("GET", f"{R}/actions/runs/(\\d+)")
def _run(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    return 200, p.runs[c[1]]


@rute("GET", f"{R}/actions/runs/(\\d+)/artifacts")
def _artefak(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    return 200, {"artifacts": p.artefak}


@rute("GET", f"{R}/actions/artifacts/1/zip")
def _zip(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    return 302, f"{p.gudang}/berkas.zip".encode()


@rute("GET", f"{R}/pulls")
def _pulls(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    return 200, [x for x in p.pulls if x["head"]["label"] == t["head"] and x["state"] == t["state"]]


@rute("GET", f"{R}/issues/(\\d+)/comments", f"{P}/merge_requests/(\\d+)/notes")
def _daftar_komentar(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    return _halaman(p, p.komentar.get(int(c[1]), []), t)


@rute(
    "POST",
    f"{R}/issues/(\\d+)/comments",
    f"{P}/merge_requests/(\\d+)/notes",
    f"{P}/issues/(\\d+)/notes",
)
def _tulis_komentar(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    return 201, p.tulis(int(c[1]), i["body"], p.aku or BOT)


@rute("PATCH", f"{R}/issues/comments/(\\d+)")
@rute("PUT", f"{P}/merge_requests/\\d+/notes/(\\d+)")
def _ubah_komentar(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    (x,) = [x for daftar in p.komentar.values() for x in daftar if x["id"] == int(c[1])]
    x["body"] = i["body"]
    return 200, x


@rute("GET", f"{R}/issues", f"{P}/issues")
def _daftar_isu(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    assert t["state"] in {"open", "opened"}
    return _halaman(p, [x for x in p.isu if x["state"] == "open"], t)


@rute("POST", f"{R}/issues", f"{P}/issues")
def _buka_isu(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    isi = i.get("body") or i["description"]
    return 201, p.buka(isi, p.aku or BOT, title=i["title"])


@rute("PATCH", f"{R}/issues/(\\d+)")
@rute("PUT", f"{P}/issues/(\\d+)")
def _ubah_isu(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    (x,) = [x for x in p.isu if x["number"] == int(c[1])]
    if teks := i.get("body") or i.get("description"):
        x["body"] = x["description"] = teks
    if i.get("state") == "closed" or i.get("state_event") == "close":
        x["state"] = "closed"
    return 200, x


@rute("GET", f"{R}/releases/tags/(.+)", f"{P}/releases/([^/]+)")
def _rilis(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    return (200, p.rilis[c[1]]) if c[1] in p.rilis else (404, {"message": "Not Found"})


@rute("POST", f"{R}/releases", f"{P}/releases")
def _buat_rilis(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    alamat = f"{p.alamat}/unggah/{i['tag_name']}{{?name,label}}"
    aset = [{"id": p.baru(), **x} for x in i.get("assets", {}).get("links", [])]
    p.rilis[i["tag_name"]] = {"id": p.baru(), "upload_url": alamat, "assets": aset}
    return 201, p.rilis[i["tag_name"]]


@rute("POST", "/unggah/(.+)")
def _unggah(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    return _pasang(p, p.rilis[c[1]], t["name"], i["mentah"])


@rute("POST", f"{R}/releases/(\\d+)/assets")
def _unggah_gitea(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    (rilis,) = [x for x in p.rilis.values() if x["id"] == int(c[1])]
    _, _, sisa = i["mentah"].partition(b"\r\n\r\n")
    return _pasang(p, rilis, t["name"], sisa.rpartition(b"\r\n--")[0])


def _pasang(p: Palsu, rilis: Isi, nama: str, isi: bytes) -> Jawaban:
    if any(a["name"] == nama for a in rilis["assets"]):
        return 422, {"message": "already_exists"}
    rilis["assets"].append({"id": p.baru(), "name": nama})
    p.berkas[nama] = isi
    return 201, {}


@rute("DELETE", f"{R}/releases/assets/(\\d+)", f"{R}/releases/\\d+/assets/(\\d+)",
      f"{P}/releases/[^/]+/assets/links/(\\d+)")  # fmt: skip
def _hapus_aset(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    for rilis in p.rilis.values():
        rilis["assets"] = [a for a in rilis["assets"] if a["id"] != int(c[1])]
    return 204, b""


@rute("GET", f"{P}/releases/([^/]+)/assets/links")
def _tautan(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    return _halaman(p, p.rilis[c[1]]["assets"], t)


@rute("POST", f"{P}/releases/([^/]+)/assets/links")
def _tambah_tautan(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    p.rilis[c[1]]["assets"].append({"id": p.baru(), **i})
    return 201, {}


@rute("PUT", f"{P}/packages/generic/buku-sop/[^/]+/([^/]+)")
def _paket(p: Palsu, c: re.Match[str], t: dict[str, str], i: Isi) -> Jawaban:
    p.berkas[c[1]] = i["mentah"]
    return 201, {}
