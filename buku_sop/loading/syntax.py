"""Explains in Indonesian what a YAML parser refuses in English."""

from __future__ import annotations

import re
from contextlib import suppress

import yaml

from buku_sop.diagnostics import Diagnostic, Location, diagnose
from buku_sop.loading.parser import LOADER

Sebab = tuple[str, str]
"""What is wrong with a text, and how to mend it."""
SEBAB_TITIK_DUA: Sebab = (
    "kunci tanpa titik dua",
    "Tulis `kunci: nilai`; lanjutan teks harus menjorok lebih dalam daripada kuncinya.",
)
SEBAB_SPASI: Sebab = (
    "tidak ada spasi sesudah titik dua",
    "Beri satu spasi sesudah titik dua: `kunci: nilai`.",
)
SEBAB_LANJUTAN: Sebab = (
    "baris ini bukan kunci dan tidak menjorok sebagai lanjutan teks",
    "Jorokkan baris ini lebih dalam daripada kunci di atasnya bila ini lanjutan teksnya; bila tidak, hapus.",
)
SEBAB_GESER: Sebab = (
    "indentasi tidak cocok dengan baris sebelumnya",
    "Luruskan baris ini dengan kunci lain di tingkat yang sama: {seharusnya} spasi di depannya, bukan {kini}.",
)
SEBAB_KURUNG: Sebab = (
    "kurung atau koma belum lengkap",
    "Tutup kurung `[…]` atau `{…}` dan pisahkan isinya dengan koma.",
)
SEBAB_KUTIP: Sebab = (
    "tanda kutip belum ditutup",
    "Tutup tanda kutip yang dibuka di sini.",
)
_SEBAB: tuple[tuple[str, str, str], ...] = (
    (
        r"mapping values are not allowed",
        "ada titik dua yang tidak pada tempatnya",
        "Beri tanda kutip pada teks yang memuat titik dua, atau periksa indentasi baris ini.",
    ),
    (
        r"could not find expected ':'",
        *SEBAB_TITIK_DUA,
    ),
    (
        r"did not find expected key|expected <block end>|expected the node content",
        "indentasi tidak cocok dengan baris sebelumnya",
        "Luruskan baris ini dengan kunci lain di tingkat yang sama.",
    ),
    (
        r"did not find expected '-' indicator",
        "butir daftar tanpa tanda `-`",
        "Mulai setiap butir dengan `- ` dan luruskan dengan butir lainnya.",
    ),
    (
        r"did not find expected ',' or '[\]}]'",
        *SEBAB_KURUNG,
    ),
    (
        r"unexpected end of stream|found unexpected document indicator",
        "tanda kutip atau kurung belum ditutup",
        "Tutup tanda kutip atau kurung yang dibuka di sini.",
    ),
    (
        r"found undefined alias|undefined alias",
        "alias `*` menunjuk sesuatu yang tidak ada",
        "Hapus tanda `*`, atau apit teks itu dengan tanda kutip.",
    ),
    (
        r"alphabetic or numeric character",
        "tanda `*` atau `&` di awal teks",
        "Apit teks itu dengan tanda kutip.",
    ),
    (
        r"unknown escape character|escape",
        "garis miring terbalik di dalam tanda kutip ganda",
        "Pakai tanda kutip tunggal, atau tulis `\\\\` untuk satu garis miring terbalik.",
    ),
    (
        r"control characters|special characters|invalid|leading UTF-8|incomplete UTF-8",
        "ada karakter yang tidak diizinkan",
        "Hapus karakter itu dan ketik ulang teksnya.",
    ),
    (
        r"reserved|cannot start any token",
        "teks diawali tanda yang mempunyai arti khusus dalam YAML",
        "Apit teks itu dengan tanda kutip.",
    ),
)
_AKHIR = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for the parser, which counts all other places."""
_TANDA_HUBUNG = re.compile(r"^\s*[\w-]+:\s+-\s*$")
_HUBUNG = (
    "tanda hubung sendirian dibaca sebagai awal daftar",
    'Apit dengan tanda kutip bila memang begitu tertulis: "-".',
)
_UMUM = (
    "susunannya tidak dikenali",
    "Periksa titik dua, tanda hubung, tanda kutip, dan indentasi pada baris ini dan sebelumnya.",
)


_BELUM_DITUTUP = (
    "tanda kutip atau kurung belum ditutup",
    "Tutup tanda kutip atau kurung yang dibuka di sini.",
)


def jelaskan(error: yaml.YAMLError, text: str, file: str) -> Diagnostic:
    """Turn a parser's error into a diagnostic at the place where the author has to look."""
    lines = text.splitlines()
    line, column = _tempat(error, text)
    baris = lines[line - 1] if 0 < line <= len(lines) else ""
    tab = re.match(r"[ ]*\t", baris)
    if tab:
        return diagnose("SOP-Y002", Location(file, line, tab.end()))
    if _TANDA_HUBUNG.search(baris) and column == len(baris.rstrip()):
        return diagnose("SOP-Y001", Location(file, line, column), sebab=_HUBUNG[0], usul=_HUBUNG[1])
    if sisa_terbuka(error, text):
        sebab, usul = _BELUM_DITUTUP
        return diagnose("SOP-Y001", Location(file, line, column), sebab=sebab, usul=usul)
    pesan = str(getattr(error, "problem", "") or getattr(error, "reason", "") or error)
    konteks = str(getattr(error, "context", "") or "")
    for pola, sebab, usul in _SEBAB:
        if re.search(pola, pesan) or re.search(pola, konteks):
            return diagnose("SOP-Y001", Location(file, line, column), sebab=sebab, usul=usul)
    return diagnose("SOP-Y001", Location(file, line, column), sebab=_UMUM[0], usul=_UMUM[1])


def sisa_terbuka(error: yaml.YAMLError, text: str) -> bool:
    """Whether the parser came to the end of the text and wanted more."""
    mark = getattr(error, "problem_mark", None)
    konteks = getattr(error, "context_mark", None)
    akhir = len(text.rstrip())
    return all(m is not None and m.index >= akhir for m in (mark, konteks))


def _tempat(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    """Find line and column of an error; the reader's errors carry an offset instead of a mark."""
    mark = getattr(error, "problem_mark", None)
    if mark is not None and mark.index >= len(text.rstrip()):
        mark = getattr(error, "context_mark", None) or mark  # what was opened and never closed
    if mark is not None and mark.index >= len(text.rstrip()):
        return _terbuka(text)
    if mark is not None:
        return mark.line + 1, mark.column + 1
    position = getattr(error, "position", None)
    if isinstance(position, int):
        before = text.encode()[:position].decode(errors="ignore")
        lines = _AKHIR.split(before)
        return len(lines), len(lines[-1]) + 1
    return 1, 1


def _terbuka(text: str) -> tuple[int, int]:
    """Find the innermost bracket that is never closed; the last character where there is none."""
    buka = (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
    tutup = (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
    terbuka: list[tuple[int, int]] = []
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=LOADER):
            if isinstance(token, buka):
                terbuka.append((token.start_mark.line + 1, token.start_mark.column + 1))
            elif isinstance(token, tutup) and terbuka:
                terbuka.pop()
    if terbuka:
        return terbuka[-1]
    baris = text.rstrip().split("\n")
    return len(baris), max(1, len(baris[-1]))
