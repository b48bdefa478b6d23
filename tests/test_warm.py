"""What is forked behaves as what is started, and nothing of one command is left for the next."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from traceback import extract_tb
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, UndefinedError

from tests.paths import ROOT
from tests.site.buku import CONTOH, environment, make_project
from tests.warm import FRESH, Warm, run_module
from tests.warm_templates import share

PROGRAM = """
import atexit, locale, os, signal, sys, time

def say(*words):
    print(*words, flush=False)

def main():
    atexit.register(print, "last", file=sys.stderr)
    how, *rest = sys.argv[1:]
    say(os.getcwd(), os.environ.get("CONTOH"), rest, __name__, __spec__.name, sys.path[0], sys.argv[0])
    say(time.strftime("%H", time.localtime(0)), sys.stdin.read(), sys.stdout.encoding, sys.stdout.isatty())
    say(os.environ.get("KEPT"), getattr(sys, "kept", None), sorted(k for k in os.environ if k.startswith("CONTOH")))
    os.environ["KEPT"] = sys.kept = "yes"
    os.chdir("/")
    if how == "exit": sys.exit(int(rest[0]))
    if how == "words": sys.exit("tidak bisa: é")
    if how == "raise": raise ValueError("salah")
    if how == "kill": os.kill(os.getpid(), signal.SIGTERM)
    if how == "much": sys.stdout.write("x" * 3_000_000 + "\\r\\n")

main()
"""


@pytest.fixture(autouse=True)
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FRESH, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "contoh.py").write_text(PROGRAM, encoding="utf-8")
    return tmp_path


def said(text: str) -> str:
    """Return what a program complained of, without the places through which it was started."""
    lines = text.splitlines()
    return "\n".join(line for line in lines if not line.startswith("  "))


def alive(pid: int) -> bool:
    """Whether there is such a process, and not only its remains."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize(
    "arguments",
    [["exit", "0"], ["exit", "7"], ["words"], ["raise"], ["kill"], ["much"], ["end", "a b", "é"]],
    ids=" ".join,
)
def test_the_same_comes_of_it_as_of_a_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    env = {**os.environ, "CONTOH": "ya", "CONTOH_LAIN": "é", "TZ": "Asia/Jakarta"}
    warm = [run_module("contoh", *arguments, cwd=folder, env=env) for _ in range(2)]
    monkeypatch.setenv(FRESH, "1")
    fresh = run_module("contoh", *arguments, cwd=folder, env=env)
    for one in warm:
        assert (one.args, one.returncode, one.stdout) == (
            fresh.args, fresh.returncode, fresh.stdout,
        )  # fmt: skip
        assert said(one.stderr) == said(fresh.stderr)


def test_it_is_forked_unless_python_would_start_otherwise(folder: Path) -> None:
    (folder / "loaded.py").write_text("import sys; print('mkdocs.commands.build' in sys.modules)")
    say = [
        run_module("loaded", cwd=folder, env=os.environ | env).stdout.strip()
        for env in ({}, {"CONTOH": "ya"}, {"PYTHONHASHSEED": "1"}, {"LC_ALL": "C"})
    ]
    assert say == ["True", "True", "False", "False"]


def test_what_takes_too_long_is_killed(folder: Path) -> None:
    text = "import os, time; print(os.getpid(), flush=True); time.sleep(600)"
    (folder / "lama.py").write_text(text)
    with pytest.raises(subprocess.TimeoutExpired) as ended:
        run_module("lama", cwd=folder, timeout=1)
    assert not alive(int(ended.value.stdout or b""))
    assert run_module("contoh", "exit", "3", cwd=folder).returncode == 3


def test_commands_run_beside_each_other(folder: Path) -> None:
    text = "import sys; from pathlib import Path\nwhile not Path(sys.argv[1]).exists(): pass\n"
    (folder / "tunggu.py").write_text(text)
    codes = []
    waiting = threading.Thread(
        target=lambda: codes.append(run_module("tunggu", "ada", cwd=folder).returncode)
    )
    waiting.start()
    assert run_module("contoh", "exit", "4", cwd=folder).returncode == 4
    (folder / "ada").touch()
    waiting.join()
    assert codes == [0]


def test_it_ends_with_the_tests_and_takes_along_what_it_runs(folder: Path) -> None:
    text = "import os, time; from pathlib import Path; Path('pid').write_text(str(os.getpid())); time.sleep(600)"
    (folder / "lama.py").write_text(text)
    program = (
        "import os, sys, threading, time; from pathlib import Path; from tests.warm import run_module\n"
        "here = Path(sys.argv[1])\n"
        "threading.Thread(target=run_module, args=('lama',), kwargs={'cwd': here}, daemon=True).start()\n"
        "while not ((here / 'pid').exists() and (here / 'pid').read_text()): time.sleep(0.01)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program, folder], check=False, timeout=120)
    assert ended.returncode == -signal.SIGKILL
    pid = int((folder / "pid").read_text())
    while alive(pid):
        pass


def test_a_process_that_failed_is_told_with_what_it_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm = Warm()
    warm._process.kill()
    warm._process.wait()
    monkeypatch.setattr("tests.warm._warm", lambda: warm)
    with pytest.raises(RuntimeError, match=r"tests\.warm_server ended"):
        run_module("contoh", "exit", "0", cwd=folder)
    warm.close()


def test_templates_are_compiled_once_and_each_lies_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Environment, "__init__", Environment.__init__)
    kept = tmp_path / "kept"
    kept.mkdir()
    share(kept)
    for folder, text in (("a", "{{ x.y.z }}"), ("b", "{{ x.y.z }}"), ("c", "{{ 1 + 1 }}")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "t.html").write_text(text)

    def template(folder: str, **settings: Any) -> Template:
        return Environment(loader=FileSystemLoader(tmp_path / folder), **settings).get_template(
            "t.html"
        )

    assert template("a").render(x={"y": {"z": 1}}) == "1"
    monkeypatch.setattr(Environment, "compile", None)  # nothing is compiled from here on
    again = template("b")
    assert again.render(x={"y": {"z": "<"}}) == "<"
    with pytest.raises(UndefinedError) as wrong:
        again.render()
    assert str(tmp_path / "b" / "t.html") in {t.filename for t in extract_tb(wrong.tb)}
    for folder, settings in (
        ("c", {}),
        ("a", {"autoescape": True}),
        ("a", {"undefined": StrictUndefined}),
    ):
        with pytest.raises(TypeError):  # another text, or compiled otherwise
            template(folder, **settings)


def test_the_mkdocs_that_a_command_starts_is_forked_from_what_it_was_before(tmp_path: Path) -> None:
    """It lies in the handbook's folder, and its end and its words are those of a start."""
    project = make_project(tmp_path / "buku", CONTOH)
    (project / "mkdocs.py").write_text("raise SystemExit('mulai dari awal')\n", encoding="utf-8")
    built = run_module("buku_sop", "situs", cwd=project, env=environment())
    assert built.returncode == 0, built.stderr
    assert (project / "site/sop/kantor-contoh/penerimaan-tamu/index.html").is_file()
    broken = project / "docs" / "index.md"
    broken.write_text("---\nrender_macros: true\n---\n{{ tidak_ada() }}\n", encoding="utf-8")
    told = run_module("buku_sop", "situs", cwd=project, env=environment())
    assert told.returncode == 1
    assert "tidak_ada" in told.stderr
    anew = run_module("buku_sop", "situs", cwd=project, env=environment(PYTHONHASHSEED="1"))
    assert "mulai dari awal" in anew.stderr


def test_a_project_of_a_test_shares_no_file_of_the_engine_with_this_one(tmp_path: Path) -> None:
    """Tests write hostile code into projects: under a second name of our files it would be ours."""
    make_project(tmp_path, CONTOH)
    for name in ("buku_sop/__init__.py", "macros/__init__.py", "mkdocs.yml"):
        assert (tmp_path / name).is_file()
        assert not (tmp_path / name).samefile(ROOT / name)
