"""Our hand-written descriptions of forges: no path that the published ones do not have, and nothing that goes by unseen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.sunting.forges.contract import KINDS, Broken, ours, published

GIVEN = os.environ.get("SOP_OPENAPI", "")


@pytest.mark.skipif(not GIVEN, reason="SOP_OPENAPI names no folder with published descriptions")
def test_the_published_descriptions_have_all_that_ours_have() -> None:
    for kind, contract in published(Path(GIVEN)):
        missing = ours(kind).names() - contract.names()
        assert missing <= {"POST /repos/{}/{}/merge-upstream"}, (
            kind,
            missing,
        )  # not in all of Gitea's


@pytest.mark.parametrize("kind", KINDS)
def test_a_description_refuses_what_it_does_not_have(kind: str) -> None:
    contract = ours(kind)
    path = "/projects/1/merge_requests" if kind == "gitlab" else "/repos/a/b/pulls"
    one = contract.request("GET", path, {"state": "opened" if kind == "gitlab" else "open"}, None)
    contract.answer(one, 200, [])
    with pytest.raises(Broken, match="no parameter"):
        contract.request("GET", path, {"ngawur": "1"}, None)
    with pytest.raises(Broken, match="no such operation"):
        contract.request("GET", f"{path}/x/y", {}, None)
    with pytest.raises(Broken, match=r"unexpected|required"):
        contract.request("POST", path, {}, {"ngawur": 1})
    with pytest.raises(Broken, match="is not of type"):
        contract.answer(one, 200, {"message": "x"})
    with pytest.raises(Broken, match=r"unexpected|required"):
        contract.answer(one, 200, [{"ngawur": 1}])
    with pytest.raises(Broken, match="no answer 418"):
        contract.answer(one, 418, {})
