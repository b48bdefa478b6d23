"""How an office is reached, as it wrote it, and what of that can be dialled or written to."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SUREL = re.compile(
    r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
_NOMOR = re.compile(r"\+?[\d\s().-]+", re.ASCII)
_PONSEL = re.compile(r"628\d{7,11}", re.ASCII)
_DIGIT = range(5, 16)
"""Digits of a telephone number: a short local one to the longest of E.164."""


def surel(teks: str) -> str:
    """Return an e-mail address; empty where the text is none."""
    return teks if _SUREL.fullmatch(teks) else ""


def telepon(teks: str) -> str:
    """Return a telephone number as it is dialled: digits, perhaps after a plus; empty where the text is none."""
    if not _NOMOR.fullmatch(teks):
        return ""
    digit = re.sub(r"\D", "", teks)
    return ("+" if teks.startswith("+") else "") + digit if len(digit) in _DIGIT else ""


def internasional(nomor: str) -> str:
    """Return a number as it is dialled from anywhere: a long-distance number of Indonesia with its country."""
    return f"+62{nomor[1:]}" if re.fullmatch(r"0[1-9]\d{6,}", nomor) else nomor


def whatsapp(teks: str) -> str:
    """Return an Indonesian mobile number with its country and without a plus, as `wa.me` wants it."""
    digit = telepon(teks).removeprefix("+")
    if digit.startswith("0"):
        digit = f"62{digit[1:]}"
    return digit if _PONSEL.fullmatch(digit) else ""


@dataclass(frozen=True, slots=True)
class Kontak:
    """How an office is reached, as it wrote it."""

    unit: str = ""
    ruang: str = ""
    email: str = ""
    telepon: str = ""
    whatsapp: str = ""

    @property
    def ada(self) -> bool:
        """Whether anything of it is known."""
        return self != Kontak()

    @property
    def href_surel(self) -> str:
        """The address behind `mailto:`; empty where the text is none."""
        return surel(self.email)

    @property
    def href_telepon(self) -> str:
        """The number behind `tel:`; empty where the text is none."""
        return internasional(telepon(self.telepon))

    @property
    def href_whatsapp(self) -> str:
        """The number behind `https://wa.me/`; empty where the text is none."""
        return whatsapp(self.whatsapp)
