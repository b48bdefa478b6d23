"""SOPs for the diagram tests, and what Mermaid itself understands of a source."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from buku_sop.loading.build import bangun_sop
from buku_sop.loading.document import DokumenSop
from buku_sop.loading.text import read_text
from buku_sop.model import Instansi, Prosedur, Sop
from tests.paths import ROOT


def sop_of(*prosedur: Prosedur, nama: str = "Penerimaan Tamu") -> Sop:
    return Sop("kantor-contoh/uji", nama, prosedur)


def read_sop(text: str) -> Sop:
    """Read an SOP from the text of its file."""
    source, diagnostics = read_text(text, "uji.yml")
    assert source, diagnostics
    dokumen = DokumenSop.model_validate(source.root.plain())
    return bangun_sop("kantor-contoh/uji", dokumen, Instansi("kantor-contoh", "Kantor Contoh"))


def understood(sources: Sequence[str]) -> list[dict[str, Any]]:
    """Parse sources with the real Mermaid, all at once: starting Node costs more than parsing."""
    beside = Path(sys.executable).parent
    node = shutil.which("node") or shutil.which("node", path=str(beside))
    assert node, "node is missing; `make test` brings it"
    result = subprocess.run(
        [node, str(Path(__file__).with_name("parse.mjs"))],
        input=json.dumps(list(sources)),
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    answers: list[dict[str, Any]] = json.loads(result.stdout)
    return answers
