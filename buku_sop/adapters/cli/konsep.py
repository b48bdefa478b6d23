"""Drafts of new SOPs: what was answered so far, kept so that neither Ctrl-C nor a closed terminal loses it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from buku_sop.adapters.whole_files import write_whole

FOLDER = Path(".build/konsep")


@dataclass
class Konsep:
    """The draft of one run. Each has a file of its own, so that two terminals never write over each other."""

    root: Path
    pilihan: Mapping[str, object]
    """What the command line gave: by option, as JSON can hold it."""
    jawaban: dict[str, str] = field(default_factory=dict)
    berkas: Path | None = None
    folder: Path = FOLDER
    """Where drafts of its kind are kept, from the root."""

    def simpan(self, jawaban: Mapping[str, str]) -> None:
        """Keep the answers. Where nothing can be kept, asking goes on: losing the draft is no reason to stop."""
        self.jawaban = dict(jawaban)
        if self.berkas is None:
            self.berkas = self.root / self.folder / f"{time.time_ns()}-{os.getpid()}.json"
        isi = {"pilihan": dict(self.pilihan), "jawaban": self.jawaban}
        try:
            write_whole(self.berkas, json.dumps(isi, ensure_ascii=False, indent=1).encode())
        except OSError:
            self.berkas = None

    def hapus(self) -> None:
        """Forget the draft: its file has been written, or somebody said so."""
        if self.berkas is not None:
            self.berkas.unlink(missing_ok=True)

    @property
    def kapan(self) -> datetime:
        """When it was last answered to, where the person sits."""
        assert self.berkas
        return datetime.fromtimestamp(self.berkas.stat().st_mtime).astimezone()

    def isi(self, nama: str) -> str:
        """Return an answer, or what the command line said instead."""
        return self.jawaban.get(nama) or str(self.pilihan.get(nama) or "")


def daftar_konsep(root: Path, folder: Path = FOLDER) -> list[Konsep]:
    """Find the drafts that can be gone on with, the newest first; what cannot be read is left alone."""
    semua = []
    for berkas in sorted((root / folder).glob("*.json")):
        try:
            isi = json.loads(berkas.read_bytes())
            jawaban = {str(k): str(v) for k, v in isi["jawaban"].items()}
            pilihan = dict(isi["pilihan"])
            semua.append((berkas.stat().st_mtime, Konsep(root, pilihan, jawaban, berkas, folder)))
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            continue
    return [k for _, k in sorted(semua, key=lambda x: x[0], reverse=True)]
