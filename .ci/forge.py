"""The few requests that CI makes of a forge: GitHub, GitLab, and Gitea or Forgejo.

Only Python's own library is used: these scripts hold a token that can write, and run from a plain checkout of the
default branch, so that nothing that was installed runs beside the token. What people read is Indonesian.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

_HALAMAN = 100
"""Most pages of one list that are read."""
_BATAS_JAWABAN = 20 * 1024 * 1024
_DETIK = 60


class ForgeGagal(Exception):
    """The forge refused, or could not be reached; the message is for whoever reads the job's log."""

    def __init__(self, pesan: str, status: int = 0) -> None:
        super().__init__(pesan)
        self.status = status


@dataclass(frozen=True, slots=True)
class Tulisan:
    """A comment or an issue."""

    nomor: int
    isi: str
    penulis: str


class Forge(Protocol):
    """What the scripts of this folder need of a forge."""

    def akun(self) -> frozenset[str]:
        """Name the accounts as which the token writes."""

    def komentar(self, usulan: int) -> Iterator[Tulisan]:
        """List the comments of a pull or merge request."""

    def tulis_komentar(self, usulan: int, isi: str) -> None:
        """Add a comment."""

    def ubah_komentar(self, usulan: int, nomor: int, isi: str) -> None:
        """Replace the text of a comment."""

    def isu(self) -> Iterator[Tulisan]:
        """List the open issues."""

    def buka_isu(self, judul: str, isi: str) -> None:
        """Open an issue."""

    def ubah_isu(self, nomor: int, judul: str, isi: str) -> None:
        """Replace the title and text of an issue."""

    def tutup_isu(self, nomor: int, pesan: str) -> None:
        """Close an issue with a last comment."""

    def lampirkan(self, tag: str, berkas: Path) -> None:
        """Attach a file to the release of a tag, in the place of one with its name; make the release if need be."""


class Sambungan:
    """Requests to one API with one token, which is never sent on to where the API redirects."""

    def __init__(self, api: str, kepala: Mapping[str, str]) -> None:
        self.api = api.rstrip("/")
        self._kepala = dict(kepala)

    def minta(self, cara: str, jalur: str, isi: object = None) -> Any:
        """Send a value as JSON, and return the answer's value. Raises ForgeGagal."""
        data = None if isi is None else json.dumps(isi).encode()
        jawaban = self.kirim(cara, jalur, data, "application/json")
        return json.loads(jawaban) if jawaban else None

    def semua(self, jalur: str, **saring: str) -> Iterator[dict[str, Any]]:
        """Yield all of a list, page by page; a forge that knows no pages gives the same one again."""
        terlihat: set[object] = set()
        for halaman in range(1, _HALAMAN + 1):
            param = {**saring, "per_page": "100", "limit": "50", "page": str(halaman)}
            daftar = self.minta("GET", f"{jalur}?{urllib.parse.urlencode(param)}")
            baru = [x for x in daftar if x["id"] not in terlihat]
            if not baru:
                return
            terlihat.update(x["id"] for x in baru)
            yield from baru

    def kirim(
        self, cara: str, jalur: str, data: bytes | None, jenis: str, batas: int = _BATAS_JAWABAN
    ) -> bytes:
        """Send bytes and return those of the answer, at most `batas`. Raises ForgeGagal."""
        alamat = jalur if jalur.startswith(("https://", "http://")) else f"{self.api}{jalur}"
        minta = urllib.request.Request(alamat, data, {"Content-Type": jenis}, method=cara)  # noqa: S310
        for nama, nilai in self._kepala.items():
            minta.add_unredirected_header(nama, nilai)
        tempat = f"{cara} {urllib.parse.urlsplit(alamat).path}"
        try:
            with urllib.request.urlopen(minta, timeout=_DETIK) as jawaban:  # noqa: S310
                isi: bytes = jawaban.read(batas + 1)
        except urllib.error.HTTPError as error:
            sebab = error.read(500).decode(errors="replace")
            raise ForgeGagal(f"{tempat}: {error.code} {sebab!r}", error.code) from error
        except OSError as error:
            raise ForgeGagal(f"{tempat}: {error}") from error
        if len(isi) > batas:
            raise ForgeGagal(f"{tempat}: jawabannya lebih dari {batas} byte")
        return isi

    def siapa(self, bidang: str, lainnya: frozenset[str]) -> frozenset[str]:
        """Name the token's account; a job's own token may not ask, and writes as one of `lainnya`."""
        try:
            return frozenset({str(self.minta("GET", "/user")[bidang])})
        except ForgeGagal as error:
            if error.status not in {401, 403, 404}:
                raise
            return lainnya


def milik_kita(forge: Forge, semua: Iterator[Tulisan], penanda: str) -> list[Tulisan]:
    """Keep what we wrote ourselves under a marker; anyone can write a marker, so it alone proves nothing."""
    akun = forge.akun()
    return [x for x in semua if x.penulis in akun and x.isi.lstrip().startswith(penanda)]


def kutip(teks: str) -> str:
    """Quote a text as one part of an address."""
    return urllib.parse.quote(teks, safe="")
