"""What `sop sajikan` refuses before anything is started."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from buku_sop.adapters.cli.sajikan import sajikan


@pytest.mark.parametrize("alamat", ["localhost", "127.0.0.1:80", "256.0.0.1", ""])
def test_an_address_that_is_no_ip_is_refused_with_what_to_write(
    tmp_path: Path, alamat: str
) -> None:
    (tmp_path / "sop_data").mkdir()
    hasil = CliRunner().invoke(sajikan, ["--alamat", alamat], obj=tmp_path, standalone_mode=True)
    assert hasil.exit_code == 2, hasil.output
    assert f"--alamat {alamat!r} bukan alamat IP" in hasil.output
    assert "misalnya 127.0.0.1" in hasil.output
