"""Proposals on forges: one branch and one request a person and SOP, with rights and without, and what is said when it fails."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from buku_sop.adapters.places import LOOK
from tests.paths import ROOT
from tests.sunting.forges import (
    FORK,
    ME,
    PATH,
    REPO,
    TOKEN,
    Forge,
    Proposal,
    Refused,
    serving_forge,
)
from tests.sunting.kata import kata_skrip

SCRIPTS = LOOK / "assets" / "javascripts" / "sunting"
KINDS = ("github", "gitlab", "gitea")
NEW = "sop_data/kantor/Permohonan-é-baru #1.yml"
ONE, TWO = {PATH: "nama: Melayani Tamu é\n", NEW: "nama: Baru\n"}, {PATH: "nama: Melayani Warga\n"}
Answer = dict[str, Any]
pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="node is not there")


def sent(
    kind: str, forges: Sequence[Forge], folder: Path, *proposals: dict[str, str], **more: Any
) -> list[list[Answer]]:
    """Send proposals one after the other to each of the forges, as the page does."""
    with ExitStack() as stack:
        for forge in forges:
            stack.enter_context(serving_forge(kind, forge))
        runs = [
            {"forge": {"jenis": kind, "alamat": f"{f.url}/{f.old_name or REPO}", "cabang": "main"},
             "sign": {"token": TOKEN}, "proposals": [[{"path": p, "text": t} for p, t in one.items()] for one in proposals],
             **more}
            for f in forges
        ]  # fmt: skip
        answer = subprocess.run(
            ["node", str(ROOT / "tests" / "sunting" / "forge.mjs")], capture_output=True, text=True, check=True,
            input=json.dumps({"scripts": str(SCRIPTS), "words": kata_skrip(), "folder": str(folder), "runs": runs}),
        )  # fmt: skip
    said: list[list[Answer]] = json.loads(answer.stdout)
    return said


def branch(writes: bool) -> tuple[str, str]:
    """Return the repository and the branch of a person's proposal."""
    return (REPO, f"usul/{ME}/kantor-melayani") if writes else (FORK, "usul/kantor-melayani")


@pytest.mark.parametrize("kind", KINDS)
def test_a_proposal_is_one_branch_and_is_continued(kind: str, tmp_path: Path) -> None:
    forges = [Forge(writes=True), Forge(writes=False)]
    answers = sent(kind, forges, tmp_path, ONE, TWO, beda="waktu pada 1 langkah")
    for forge, (first, second) in zip(forges, answers, strict=True):
        assert first["read"] == "nama: Melayani\n"
        assert (first["again"], second["again"]) == (False, True)
        assert first["address"] == second["address"]
        assert second["there"] == ONE[PATH], "the open proposal is read"
        assert len(forge.proposals) == 1
        assert forge.proposals[0].body.count("waktu pada 1 langkah") == 1
        repo, name = branch(forge.writes)
        assert forge.files[repo][name] == {**ONE, **TWO}
        assert forge.files[REPO]["main"] == {PATH: "nama: Melayani\n"}, (
            "only a branch is written to"
        )
        assert forge.commits == 2, "each time one commit, with all files"


@pytest.mark.parametrize("kind", KINDS)
def test_a_connection_that_breaks_at_any_step_is_gone_on_from_without_doubles(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    everything = request.config.getoption("--semua")
    if kind != "github" and not everything:
        pytest.skip("one of the three is a sample")
    plain = Forge(writes=False)
    assert not any("galat" in x for x in sent(kind, [plain], tmp_path, ONE)[0])
    steps = range(1, len(plain.asked) + 1)
    if not everything:
        steps = steps[-3:]
    forges = [
        Forge(writes=writes, lose=(n, done))
        for n in steps for done in (False, True) for writes in (False, True)
    ]  # fmt: skip
    broken = 0
    for forge, answers in zip(forges, sent(kind, forges, tmp_path, ONE, ONE, ONE), strict=True):
        for said in (x for x in answers if "galat" in x):
            broken += 1
            assert "dapat dihubungi" in said["galat"], said
        assert "address" in answers[-1], (forge.lose, answers)
        repo, name = branch(forge.writes)
        assert forge.files[repo][name] == {PATH: ONE[PATH], NEW: ONE[NEW]}, forge.lose
        assert [b for b in forge.files[repo] if b != "main"] == [name]
        assert len([p for p in forge.proposals if p.open]) == 1, forge.lose
    assert broken >= len(forges) - 2, "only a copy that could not be brought up to date goes on"


def moods(kind: str) -> Iterator[tuple[Forge, str, str, bool]]:
    """Yield forges that refuse, with words of what is said and of what to do, and whether another token would help."""
    soon = str(int(time.time()) + 1800)
    yield Forge(signed_in=set()), "tidak menerima token", "buat yang baru", True
    yield (
        Forge(busy=Refused(429, "slow down", Retry_After="90")),
        "meminta menunggu",
        "sesudah pukul",
        False,
    )
    yield Forge(busy=Refused(503, "")), "sedang bermasalah", "Coba lagi", False
    yield Forge(files={"lain/lain": {"main": {}}}), "tidak terlihat", "", True
    yield Forge(protected=True), "melindungi cabang", "usul/**", False
    yield Forge(files={REPO: {"main": ONE}}), "sudah sama", "", False
    if kind == "github":
        limit = {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": soon}
        yield Forge(busy=Refused(403, "API rate limit exceeded", **limit)), "meminta menunggu", "sesudah pukul", False  # fmt: skip
        second = "You have exceeded a secondary rate limit."
        yield Forge(busy=Refused(403, second)), "meminta menunggu", "beberapa menit", False
        yield Forge(blind=True), "tidak berhak", "Contents", True


@pytest.mark.parametrize("kind", KINDS)
def test_each_refusal_is_told_with_what_to_do_and_nothing_is_proposed(
    kind: str, tmp_path: Path
) -> None:
    all_moods = list(moods(kind))
    answers = sent(kind, [m[0] for m in all_moods], tmp_path, ONE)
    for (forge, pesan, cara, token), [said] in zip(all_moods, answers, strict=True):
        assert pesan in said["galat"], said
        assert cara in said["cara"], said
        assert said["token"] is token, said
        assert not forge.proposals


@pytest.mark.parametrize("kind", KINDS)
def test_a_closed_proposal_is_not_revived_and_a_renamed_repository_is_found(
    kind: str, tmp_path: Path
) -> None:
    _, name = branch(writes=True)
    closed = Proposal(1, REPO, name, "main", "Lama", "", open=False)
    long = "# " + "é" * (
        530_000 if kind == "github" else 10
    )  # of more than a megabyte GitHub gives the name alone
    forges = [
        Forge(proposals=[closed], files={REPO: {"main": {PATH: "nama: Kini\n"}, name: {PATH: "nama: Lama\n", "tua": ""}}}),
        Forge(old_name="kantor/nama-lama"),
        Forge(files={REPO: {"main": {PATH: long}}}),
        Forge(files={REPO: {"main": {PATH: "a\n"}}, FORK: {"main": {PATH: "tertinggal\n"}}}, writes=False),
        Forge(proposals=[Proposal(n, REPO, f"lain-{n}", "main", "", "") for n in range(1, 70)],
              files={REPO: {"main": {PATH: "a\n"}, **{f"lain-{n}": {} for n in range(1, 70)}}}),
    ]  # fmt: skip
    answers = sent(kind, forges, tmp_path, TWO, {PATH: f"{long}\n"})
    for forge, (first, second) in zip(forges, answers, strict=True):
        assert [first.get("again"), second.get("again")] == [False, True], (first, second)
        repo, name = branch(forge.writes)
        assert forge.files[repo][name] == {PATH: f"{long}\n"}
        assert forge.proposals[-1].number == len(forge.proposals)
    assert answers[2][0]["read"] == long
    assert not forges[0].proposals[0].open


def test_a_forge_that_is_away_and_a_network_that_answers_for_it_are_told(tmp_path: Path) -> None:
    away = Forge()
    away.url = "http://127.0.0.1:9"
    job = {"scripts": str(SCRIPTS), "words": kata_skrip(), "folder": str(tmp_path), "runs": [
        {"forge": {"jenis": "gitlab", "alamat": f"{away.url}/{REPO}", "cabang": "main"}, "sign": {"token": TOKEN},
         "proposals": [[{"path": PATH, "text": "x"}]]}]}  # fmt: skip
    answer = subprocess.run(
        ["node", str(ROOT / "tests" / "sunting" / "forge.mjs")],
        input=json.dumps(job), capture_output=True, text=True, check=True,
    )  # fmt: skip
    [[said]] = json.loads(answer.stdout)
    assert "tidak dapat dihubungi" in said["galat"]
