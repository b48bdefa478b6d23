"""Fetches the inventory of another handbook: from its site, within bounds of size, time and turns of the way."""

from __future__ import annotations

import socket
import ssl
import time
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from buku_sop.loading.inventaris import MAX_BYTES
from buku_sop.setelan import akar_situs

__all__ = ["INVENTARIS", "AmbilGagal", "alamat_inventaris", "ambil"]

INVENTARIS = "data/inventaris.json"
"""Where a site of this program has it."""
DIAM, SELURUHNYA = 10.0, 60.0
"""Seconds without a word from a server, and for all of an answer, after which it is given up."""
BELOKAN = 3
"""Most redirections."""
_POTONG = 1 << 16
_TERSESAT = "mengalihkan berputar-putar atau ke alamat yang tidak aman"
_JAWABAN = {
    **dict.fromkeys((301, 302, 303, 307, 308), _TERSESAT),401: "meminta kata sandi", 403: "menolak permintaan", 404: "tidak mempunyai berkas itu", 410: "tidak mempunyai berkas itu lagi",
            429: "meminta menunggu", 500: "sedang bermasalah", 502: "sedang bermasalah", 503: "sedang tidak melayani"}  # fmt: skip


class AmbilGagal(Exception):
    """An inventory was not had; worded in Indonesian, as the end of a sentence."""


def alamat_inventaris(alamat: str) -> str:
    """Return the address of the inventory of a site; one that names a JSON file is that address."""
    polos = alamat.partition("#")[0]
    return polos if polos.partition("?")[0].endswith(".json") else akar_situs(polos) + INVENTARIS


def ambil(alamat: str, diam: float = DIAM, seluruhnya: float = SELURUHNYA) -> bytes:
    """Return what stands at an address (http or https). Raises AmbilGagal; never more than `MAX_BYTES`."""
    if urlsplit(alamat).scheme not in ("http", "https"):
        raise AmbilGagal("alamatnya bukan https:// atau http://")
    permintaan = Request(  # noqa: S310, the scheme is one of the web
        alamat,
        headers={
            "User-Agent": "buku-sop",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
        },
    )
    batas = time.monotonic() + seluruhnya
    try:
        with cast("HTTPResponse", _pembuka().open(permintaan, timeout=diam)) as jawaban:
            return _baca(jawaban, batas)
    except HTTPError as error:
        raise AmbilGagal(
            f"server {_JAWABAN.get(error.code, 'tidak memberinya')} ({error.code})"
        ) from error
    except URLError as error:
        raise AmbilGagal(_sebab(error.reason)) from error
    except (OSError, HTTPException, ValueError) as error:
        raise AmbilGagal(_sebab(error)) from error


def _baca(jawaban: HTTPResponse, batas: float) -> bytes:
    isi = bytearray()
    while potong := jawaban.read1(_POTONG):
        isi += potong
        if len(isi) > MAX_BYTES:
            raise AmbilGagal(f"isinya lebih dari {MAX_BYTES // 1_000_000} MB")
        if time.monotonic() > batas:
            raise AmbilGagal("server mengirimnya terlalu lambat")
    if jawaban.length:
        raise AmbilGagal("sambungan terputus sebelum seluruhnya sampai")
    return bytes(isi)


class _Belokan(HTTPRedirectHandler):
    """Follows few redirections, and only those that stay on the web and as secret as they began."""

    max_redirections = BELOKAN
    max_repeats = BELOKAN

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        ke = urlsplit(newurl).scheme
        if ke not in ("http", "https") or (req.type == "https" and ke != "https"):
            raise AmbilGagal(f"server {_TERSESAT}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _pembuka() -> OpenerDirector:
    """Return what opens addresses of the web, and nothing else: neither files nor other protocols."""
    pembuka = OpenerDirector()
    for jenis in (
        ProxyHandler,
        HTTPHandler,
        HTTPSHandler,
        HTTPDefaultErrorHandler,
        _Belokan,
        HTTPErrorProcessor,
    ):
        pembuka.add_handler(jenis())
    return pembuka


def _sebab(error: object) -> str:
    """Say in Indonesian why a server was not reached."""
    if isinstance(error, TimeoutError):
        return "server tidak menjawab"
    if isinstance(error, ssl.SSLError):
        return "sertifikat servernya tidak dapat dipercaya"
    if isinstance(error, socket.gaierror):
        return "nama servernya tidak ditemukan"
    if isinstance(error, ConnectionRefusedError):
        return "server menolak sambungan"
    return "server tidak dapat dihubungi"
