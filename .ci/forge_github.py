"""GitHub, and Gitea or Forgejo, whose API says nearly everything in the same words."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from forge import ForgeGagal, Sambungan, Tulisan, kutip


class GitHub:
    """GitHub. The methods are those of `forge.Forge`."""

    AKUN = frozenset({"github-actions[bot]"})

    def __init__(self, api: str, repo: str, token: str) -> None:
        self.sambungan = Sambungan(api, {"Authorization": f"token {token}"})
        self.repo = f"/repos/{repo}"

    def akun(self) -> frozenset[str]:
        """Ask who the token is."""
        return self.sambungan.siapa("login", self.AKUN)

    def komentar(self, usulan: int) -> Iterator[Tulisan]:
        """List the comments."""
        return map(_tulisan, self.sambungan.semua(f"{self.repo}/issues/{usulan}/comments"))

    def tulis_komentar(self, usulan: int, isi: str) -> None:
        """Add a comment."""
        self.sambungan.minta("POST", f"{self.repo}/issues/{usulan}/comments", {"body": isi})

    def ubah_komentar(self, usulan: int, nomor: int, isi: str) -> None:
        """Replace a comment."""
        self.sambungan.minta("PATCH", f"{self.repo}/issues/comments/{nomor}", {"body": isi})

    def isu(self) -> Iterator[Tulisan]:
        """List the open issues."""
        for x in self.sambungan.semua(f"{self.repo}/issues", state="open"):
            if not x.get("pull_request"):
                yield Tulisan(x["number"], x["body"] or "", x["user"]["login"])

    def buka_isu(self, judul: str, isi: str) -> None:
        """Open an issue."""
        self.sambungan.minta("POST", f"{self.repo}/issues", {"title": judul, "body": isi})

    def ubah_isu(self, nomor: int, judul: str, isi: str) -> None:
        """Replace an issue's title and text."""
        self.sambungan.minta("PATCH", f"{self.repo}/issues/{nomor}", {"title": judul, "body": isi})

    def tutup_isu(self, nomor: int, pesan: str) -> None:
        """Close an issue."""
        self.tulis_komentar(nomor, pesan)
        self.sambungan.minta("PATCH", f"{self.repo}/issues/{nomor}", {"state": "closed"})

    def lampirkan(self, tag: str, berkas: Path) -> None:
        """Attach a file to a release."""
        rilis = self._rilis(tag)
        for aset in rilis.get("assets") or []:
            if aset["name"] == berkas.name:
                self._hapus_aset(rilis["id"], aset["id"])
        self._unggah(rilis, berkas)

    def _rilis(self, tag: str) -> dict[str, Any]:
        try:
            rilis = self.sambungan.minta("GET", f"{self.repo}/releases/tags/{kutip(tag)}")
        except ForgeGagal as error:
            if error.status != 404:
                raise
            isi = {"tag_name": tag, "name": tag}
            rilis = self.sambungan.minta("POST", f"{self.repo}/releases", isi)
        assert isinstance(rilis, dict)
        return rilis

    def _hapus_aset(self, rilis: int, aset: int) -> None:
        self.sambungan.minta("DELETE", f"{self.repo}/releases/assets/{aset}")

    def _unggah(self, rilis: dict[str, Any], berkas: Path) -> None:
        alamat = f"{str(rilis['upload_url']).partition('{')[0]}?name={kutip(berkas.name)}"
        self.sambungan.kirim("POST", alamat, berkas.read_bytes(), "application/octet-stream")


class Gitea(GitHub):
    """Gitea and Forgejo, where they differ."""

    AKUN = frozenset({"gitea-actions", "forgejo-actions"})

    def _hapus_aset(self, rilis: int, aset: int) -> None:
        self.sambungan.minta("DELETE", f"{self.repo}/releases/{rilis}/assets/{aset}")

    def _unggah(self, rilis: dict[str, Any], berkas: Path) -> None:
        batas = uuid.uuid4().hex
        kepala = (
            f'--{batas}\r\nContent-Disposition: form-data; name="attachment"; filename="{berkas.name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        )
        isi = kepala.encode() + berkas.read_bytes() + f"\r\n--{batas}--\r\n".encode()
        alamat = f"{self.repo}/releases/{rilis['id']}/assets?name={kutip(berkas.name)}"
        self.sambungan.kirim("POST", alamat, isi, f"multipart/form-data; boundary={batas}")


def _tulisan(x: dict[str, Any]) -> Tulisan:
    return Tulisan(x["id"], x["body"] or "", x["user"]["login"])
