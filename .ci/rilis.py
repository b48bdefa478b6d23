"""Attaches files to the release of a tag, making the release where there is none yet.

python3 .ci/rilis.py github|gitlab|gitea TAG FILE...
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from forge import Forge, ForgeGagal
from forge_gitlab import GitLab
from forge_ini import NAMA, forge_dari


def main(argumen: Sequence[str]) -> int:
    """Run the command; the exit status is 1 when the forge refuses."""
    baca = argparse.ArgumentParser(prog="rilis.py")
    baca.add_argument("forge", choices=NAMA)
    baca.add_argument("tag")
    baca.add_argument("berkas", nargs="+", type=Path)
    pilihan = baca.parse_args(argumen)
    forge = _forge(pilihan.forge)
    if forge is None:
        print("Tidak ada token, jadi rilis tidak dibuat.", file=sys.stderr)
        return 1
    try:
        for berkas in pilihan.berkas:
            forge.lampirkan(pilihan.tag, berkas)
            print(f"Dilampirkan pada {pilihan.tag}: {berkas.name}")
    except ForgeGagal as error:
        print(f"Rilis tidak lengkap: {error}", file=sys.stderr)
        return 1
    return 0


def _forge(nama: str) -> Forge | None:
    """Take the job's own token on GitLab, which suffices for a release."""
    e = os.environ
    if nama == "gitlab" and "CI_JOB_TOKEN" in e:
        return GitLab(e["CI_API_V4_URL"], e["CI_PROJECT_ID"], e["CI_JOB_TOKEN"], "JOB-TOKEN")
    return forge_dari(nama, e)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
