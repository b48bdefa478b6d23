"""A worker for tests: it says what its setup and the question are, or does what the question says."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from buku_sop.adapters.workers import serve


def _answer(setup: Mapping[str, Any]) -> Callable[[str], Any]:
    def jawab(pertanyaan: str) -> Any:
        print("kata yang bukan jawaban")
        match pertanyaan:
            case "mati":
                os._exit(9)
            case "salah":
                raise ValueError("pertanyaan salah")
            case "siapa":
                return os.getpid()
        return {**setup, "tanya": pertanyaan}

    return jawab


if __name__ == "__main__":
    serve(_answer)
