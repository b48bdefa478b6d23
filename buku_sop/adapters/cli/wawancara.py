"""Questions at a terminal that can be gone back to: every answer has a name, and the rest follows from the answers.

Whoever asks runs from the start each time: what has been answered is not asked again. Going back takes the last
answer out, changing one takes that one out; the questions that depend on it come by themselves.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import click

KEMBALI, KOSONGKAN = "<", "-"
PETUNJUK = (
    "Jawaban disimpan sambil berjalan. Tulis < lalu Enter untuk kembali satu pertanyaan; "
    "Ctrl-C untuk berhenti dan melanjutkan lain kali."
)


Butir = tuple[str, str, tuple[str, ...]]
"""A line of the summary: label, answer, and the questions that change it; none for what was given."""


class Salah(Exception):
    """An answer cannot be taken; its text says why."""


class Ulang(Exception):
    """The answers changed: ask from the start, which asks only what is missing."""


def satu_baris(teks: str | None) -> str:
    """Fold white space, and replace what a terminal passed on although it is no UTF-8."""
    return " ".join((teks or "").encode(errors="replace").decode().split())


@dataclass
class Wawancara:
    """The answers so far, and the way through the questions."""

    simpan: Callable[[Mapping[str, str]], None]
    """Keeps the answers, after each."""
    jawaban: dict[str, str] = field(default_factory=dict)
    semula: dict[str, str] = field(default_factory=dict)
    """Answers that were taken out to be given again; Enter keeps them."""
    jalur: list[str] = field(default_factory=list)
    """The questions of this run, in order."""
    bertanya: bool = False
    """Whether anything has been asked."""

    def tanya(
        self,
        kunci: str,
        pertanyaan: str,
        pilihan: str = "",
        *,
        wajib: bool = True,
        periksa: Callable[[str], str] = lambda jawab: jawab,
        keterangan: str = "",
    ) -> str:
        """Return the answer to a question, asking only where there is none.

        Without a terminal what must be known is a missing option, named by `pilihan`. `periksa` returns
        what an answer means, or raises Salah; `keterangan` is said before the question.

        Raises:
            Ulang: Somebody went back, or took an item out of a list.
        """
        if kunci in self.jawaban:
            try:
                self.jalur.append(kunci)
                return periksa(self.jawaban[kunci]) if self.jawaban[kunci] else ""
            except Salah:  # it depended on another one, which has changed
                self.jalur.pop()
                self.semula[kunci] = self.jawaban.pop(kunci)
        if not sys.stdin.isatty():
            if not wajib:
                return ""
            harus_terminal(pilihan)
        if not self.bertanya:
            click.echo(PETUNJUK)
            self.bertanya = True
        if keterangan:
            click.echo(keterangan)
        jawab = self._jawab(kunci, pertanyaan, wajib=wajib, periksa=periksa)
        self.jalur.append(kunci)
        return jawab

    def _jawab(
        self, kunci: str, pertanyaan: str, *, wajib: bool, periksa: Callable[[str], str]
    ) -> str:
        lama = self.semula.get(kunci, "")
        tambahan = f" [{lama}; Enter = tetap, - = kosongkan]" if lama else ""
        while True:
            teks = click.prompt(pertanyaan + tambahan, default="", show_default=False, type=str)
            jawab = satu_baris(teks)
            if jawab == KEMBALI:
                self.mundur()
                continue
            if jawab == KOSONGKAN and lama:
                if kunci.count("/") == 1:
                    self.buang(kunci)
                    raise Ulang
                jawab = lama = ""
            elif not jawab:
                jawab = lama
            if wajib and not jawab:
                click.echo("Jawaban ini wajib diisi.")
                continue
            try:
                arti = periksa(jawab) if jawab else ""
            except Salah as salah:
                click.echo(str(salah))
                continue
            self._catat(kunci, arti)
            return arti

    def _catat(self, kunci: str, jawab: str) -> None:
        lama = self.semula.pop(kunci, "")
        if kunci.startswith("pelaksana/") and lama and jawab and lama != jawab:
            for lain, isi in self.jawaban.items():  # a role that is renamed stays who it is
                if lain.endswith("/oleh") and isi == lama:
                    self.jawaban[lain] = jawab
        self.jawaban[kunci] = jawab
        self.simpan(self.jawaban)

    def mundur(self) -> None:
        """Take the last answer out, to be asked again. Raises Ulang; returns where there is none."""
        if not self.jalur:
            click.echo("Ini pertanyaan pertama.")
            return
        self.ubah(self.jalur[-1])

    def ubah(self, *kunci: str) -> None:
        """Take answers out, to be asked again. Raises Ulang."""
        for satu in kunci:
            if satu in self.jawaban:
                self.semula[satu] = self.jawaban.pop(satu)
        raise Ulang

    def setuju(self, butir: Sequence[Butir], sebab: str = "", jadi: str = "tulis berkas") -> bool:
        """Show what was answered and ask: True to go on, False after what was no answer.

        With a `sebab` why it cannot be so, something must be changed first.

        Raises:
            Ulang: Something is to be asked again.
        """
        click.echo("\nRingkasan:")
        for n, (label, isi, _) in enumerate(butir, 1):
            click.echo(f"  {n}. {label}: {isi}" if isi else f"  {n}. {label}")
        if sebab:
            click.echo(f"{sebab} Ubah jawabannya.")
        awal = "" if sebab else f"Enter = {jadi}, "
        pertanyaan = f"{awal}nomor = ubah, < = kembali"
        jawab = satu_baris(click.prompt(pertanyaan, default="", show_default=False, type=str))
        if not jawab and not sebab:
            return True
        if jawab == KEMBALI:
            self.mundur()
        elif jawab.isdecimal() and len(jawab) < 6 and 0 < int(jawab) <= len(butir):
            label, _, kunci = butir[int(jawab) - 1]
            if kunci:
                self.ubah(*kunci)
            click.echo(f"{label} ditentukan di baris perintah.")
        else:
            click.echo(f"Tulis nomor 1 sampai {len(butir)}.")
        return False

    def buang(self, kunci: str) -> None:
        """Take an item out of its list (`langkah/2`) with all that was said of it; the next ones move up."""
        daftar, _, nomor = kunci.partition("/")
        for milik in (self.jawaban, self.semula):
            for lama in [k for k in milik if k.startswith(f"{daftar}/")]:
                _, n, *sisa = lama.split("/")
                isi = milik.pop(lama)
                if int(n) != int(nomor):
                    turun = int(n) - (int(n) > int(nomor))
                    milik["/".join((daftar, str(turun), *sisa))] = isi
        self.simpan(self.jawaban)


def harus_terminal(pilihan: str) -> None:
    """Refuse to ask where nobody can answer. Raises click.UsageError."""
    if not sys.stdin.isatty():
        raise click.UsageError(f"{pilihan} belum diisi, dan tidak ada terminal untuk bertanya.")
