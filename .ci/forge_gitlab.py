"""GitLab."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from forge import ForgeGagal, Sambungan, Tulisan, kutip


class GitLab:
    """GitLab; with the job's own token (`JOB-TOKEN`) only releases can be made.

    The methods are those of `forge.Forge`.
    """

    def __init__(self, api: str, proyek: str, token: str, kepala: str = "PRIVATE-TOKEN") -> None:
        self.sambungan = Sambungan(api, {kepala: token})
        self.proyek = f"/projects/{kutip(proyek)}"

    def akun(self) -> frozenset[str]:
        """Ask who the token is."""
        return self.sambungan.siapa("username", frozenset())

    def komentar(self, usulan: int) -> Iterator[Tulisan]:
        """List the comments."""
        for x in self.sambungan.semua(f"{self.proyek}/merge_requests/{usulan}/notes"):
            yield Tulisan(x["id"], x["body"] or "", x["author"]["username"])

    def tulis_komentar(self, usulan: int, isi: str) -> None:
        """Add a comment."""
        jalur = f"{self.proyek}/merge_requests/{usulan}/notes"
        self.sambungan.minta("POST", jalur, {"body": isi})

    def ubah_komentar(self, usulan: int, nomor: int, isi: str) -> None:
        """Replace a comment."""
        jalur = f"{self.proyek}/merge_requests/{usulan}/notes/{nomor}"
        self.sambungan.minta("PUT", jalur, {"body": isi})

    def isu(self) -> Iterator[Tulisan]:
        """List the open issues."""
        for x in self.sambungan.semua(f"{self.proyek}/issues", state="opened"):
            yield Tulisan(x["iid"], x["description"] or "", x["author"]["username"])

    def buka_isu(self, judul: str, isi: str) -> None:
        """Open an issue."""
        self.sambungan.minta("POST", f"{self.proyek}/issues", {"title": judul, "description": isi})

    def ubah_isu(self, nomor: int, judul: str, isi: str) -> None:
        """Replace an issue's title and text."""
        baru = {"title": judul, "description": isi}
        self.sambungan.minta("PUT", f"{self.proyek}/issues/{nomor}", baru)

    def tutup_isu(self, nomor: int, pesan: str) -> None:
        """Close an issue."""
        self.sambungan.minta("POST", f"{self.proyek}/issues/{nomor}/notes", {"body": pesan})
        self.sambungan.minta("PUT", f"{self.proyek}/issues/{nomor}", {"state_event": "close"})

    def lampirkan(self, tag: str, berkas: Path) -> None:
        """Attach a file to a release."""
        versi = "".join(c if c.isalnum() or c in ".+-" else "-" for c in tag)
        paket = f"{self.proyek}/packages/generic/buku-sop/{kutip(versi)}/{kutip(berkas.name)}"
        self.sambungan.kirim("PUT", paket, berkas.read_bytes(), "application/octet-stream")
        tautan = {"name": berkas.name, "url": f"{self.sambungan.api}{paket}", "link_type": "other"}
        rilis = f"{self.proyek}/releases"
        try:
            self.sambungan.minta("GET", f"{rilis}/{kutip(tag)}")
        except ForgeGagal as error:
            if error.status not in {403, 404}:
                raise
            baru = {"tag_name": tag, "name": tag, "assets": {"links": [tautan]}}
            self.sambungan.minta("POST", rilis, baru)
            return
        daftar = f"{rilis}/{kutip(tag)}/assets/links"
        for lama in self.sambungan.semua(daftar):
            if lama["name"] == berkas.name:
                self.sambungan.minta("DELETE", f"{daftar}/{lama['id']}")
        self.sambungan.minta("POST", daftar, tautan)
