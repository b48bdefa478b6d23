"""The parts of an SOP's page give names to one template."""

from __future__ import annotations

import pytest

from buku_sop.adapters.situs.sop import join_parts


def test_parts_are_joined() -> None:
    assert join_parts([{"a": 1}, {}, {"b": 2}]) == {"a": 1, "b": 2}


def test_no_part_overwrites_another() -> None:
    with pytest.raises(ValueError, match="two parts of a page give a"):
        join_parts([{"a": 1}, {"a": 1}])
