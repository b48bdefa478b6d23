"""click in Indonesian: help texts and usage errors, which click itself words in English."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import Any

import click

WRONG_USE = 2


def setuju(pertanyaan: str) -> bool:
    """Ask a question that is answered by yes or no, in Indonesian; Enter alone, and the end of what is read, is no."""
    while True:
        try:
            jawab = click.prompt(
                f"{pertanyaan} (y = ya, Enter = tidak)", default="", show_default=False
            )
        except click.Abort:
            click.echo()
            return False
        kata = "".join(c for c in str(jawab) if c.isprintable()).strip().casefold()
        if kata in ("y", "ya"):
            return True
        if kata in ("", "t", "tidak", "n"):
            return False
        click.echo("Jawab dengan ya atau tidak.")


class BanyakHari(click.ParamType[int]):
    """A number of days."""

    name = "hari"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read it. Raises click.BadParameter for anything else."""
        if isinstance(value, int):
            return value
        if not re.fullmatch(r"[0-9]{1,6}", value):
            self.fail("tulis banyaknya hari, misalnya 30.", param, ctx)
        return int(value)


class Tanggal(click.ParamType[date]):
    """A day, as the files write it."""

    name = "tanggal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it. Raises click.BadParameter for anything else."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail("tulis tanggalnya seperti 2027-01-31.", param, ctx)


class PerintahMixin:
    """Words the parts of a help page that click words itself."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        kata = [
            {"[OPTIONS]": "[PILIHAN]", "COMMAND [ARGS]...": "PERINTAH ..."}.get(p, p)
            for p in pieces
        ]
        formatter.write_usage(ctx.command_path, " ".join(kata), prefix="Pemakaian: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Say what `--help` does."""
        option: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Tampilkan petunjuk ini."
        return option

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of arguments, where they have a help text."""
        params = self.get_params(ctx)  # type: ignore[attr-defined]
        argumen = [p for p in params if isinstance(p, click.Argument) and p.help]
        if argumen:
            with formatter.section("Argumen"):
                formatter.write_dl([p.get_help_record(ctx) for p in argumen])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of options, and of commands where there are any."""
        params = self.get_params(ctx)  # type: ignore[attr-defined]
        pilihan = [p for p in params if isinstance(p, click.Option)]
        baris = [r for p in pilihan if (r := p.get_help_record(ctx))]
        if baris:
            with formatter.section("Pilihan"):
                formatter.write_dl(baris)
        if isinstance(self, click.Group):
            perintah = [
                (nama, c.get_short_help_str(80))
                for nama in self.list_commands(ctx)
                if (c := self.get_command(ctx, nama)) is not None
            ]
            with formatter.section("Perintah"):
                formatter.write_dl(perintah)


class Perintah(PerintahMixin, click.Command):
    """A command."""


class Grup(PerintahMixin, click.Group):
    """A group of commands; those of other modules are imported only when they are needed."""

    command_class = Perintah

    def __init__(self, *args: Any, di_modul: Mapping[str, str] | None = None, **kwargs: Any):
        """`di_modul` gives commands by name as "module:function"."""
        super().__init__(*args, **kwargs)
        self.di_modul = dict(di_modul or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name all commands, in order of the alphabet."""
        return sorted([*super().list_commands(ctx), *self.di_modul])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Find a command, importing its module where it has one of its own."""
        if cmd_name not in self.di_modul:
            return super().get_command(ctx, cmd_name)
        modul, _, nama = self.di_modul[cmd_name].partition(":")
        perintah = getattr(import_module(modul), nama)
        assert isinstance(perintah, click.Command)
        return perintah


def jalankan(grup: Callable[..., Any], argumen: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status; wrong use is explained in Indonesian."""
    try:
        hasil = grup(args=argumen, standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG_USE
    except click.UsageError as error:
        click.echo(_pesan(error), err=True)
        if error.ctx is not None:
            click.echo(f"Petunjuk: {error.ctx.command_path} --help", err=True)
        return WRONG_USE
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Dihentikan.", err=True)
        return 130
    return hasil if isinstance(hasil, int) else 0


def _pesan(error: click.UsageError) -> str:
    """Word a usage error."""
    if isinstance(error, click.NoSuchOption):
        usul = f" Maksudnya {', '.join(error.possibilities)}?" if error.possibilities else ""
        return f"Pilihan {error.option_name} tidak dikenal.{usul}"
    if isinstance(error, click.MissingParameter):
        nama = error.param.human_readable_name if error.param else error.param_hint
        return f"{nama} belum diisi."
    if isinstance(error, click.BadParameter):
        nama = error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
        if error.param and isinstance(error.param.type, click.Choice):
            return f"Nilai {nama} tidak dikenal. Pilih salah satu: {', '.join(error.param.type.choices)}."
        return f"Nilai {nama} tidak dapat dipakai: {error.message}"
    if isinstance(error, click.BadOptionUsage):
        return f"Pilihan {error.option_name} belum lengkap; beri nilainya."
    if error.message.startswith("No such command"):
        return f"Perintah {error.message.split(maxsplit=3)[-1].rstrip('.')} tidak dikenal."
    if error.message.startswith(("Got unexpected", "Missing")):
        return f"Argumen berlebih atau kurang: {error.message.partition('(')[2].rstrip(')') or '-'}"
    return error.message


def keluar(status: int) -> None:
    """End the process with a status."""
    sys.exit(status)
