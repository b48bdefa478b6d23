"""At what height boxes stand: near the middle of their neighbours, and never on each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

_ROUNDS = 16
"""Passes over all columns; later ones move boxes by less than a pixel."""


def heights(
    columns: Sequence[Sequence[int]],
    size: Mapping[int, float],
    neighbours: Mapping[int, Sequence[tuple[int, float]]],
    gap: float,
) -> dict[int, float]:
    """Return the middle of every node, from 0 downwards.

    Columns keep their order. `neighbours` holds (node, weight) of what a node is drawn to. Nodes of one column stay
    `gap` apart.
    """
    y: dict[int, float] = {}
    for column in columns:
        edge = 0.0
        for node in column:
            y[node] = edge + size[node] / 2
            edge += size[node] + gap
    for turn in range(_ROUNDS):
        for column in columns if turn % 2 else reversed(columns):
            wish = [_mean(node, y, neighbours.get(node, ())) for node in column]
            weight = [sum(w for _, w in neighbours.get(node, ())) or 0.1 for node in column]
            apart = [(size[a] + size[b]) / 2 + gap for a, b in pairwise(column)]
            y.update(zip(column, settle(wish, weight, apart), strict=True))
    top = min((y[n] - size[n] / 2 for n in y), default=0.0)
    return {node: value - top for node, value in y.items()}


def _mean(node: int, y: Mapping[int, float], near: Sequence[tuple[int, float]]) -> float:
    total = sum(w for _, w in near)
    return sum(y[n] * w for n, w in near) / total if total else y[node]


def settle(wish: Sequence[float], weight: Sequence[float], apart: Sequence[float]) -> list[float]:
    """Return the values nearest to the wishes (least squares) that keep their order and distances.

    Isotonic regression: runs of values that press on each other stand together at their common mean.
    """
    offset = [0.0]
    for distance in apart:
        offset.append(offset[-1] + distance)
    runs: list[tuple[float, float, int]] = []  # mean, weight, length
    for value, w, shift in zip(wish, weight, offset, strict=False):
        mean, total, length = value - shift, w, 1
        while runs and runs[-1][0] > mean:
            last, last_weight, last_length = runs.pop()
            mean = (mean * total + last * last_weight) / (total + last_weight)
            total, length = total + last_weight, length + last_length
        runs.append((mean, total, length))
    flat = [mean for mean, _, length in runs for _ in range(length)]
    return [mean + shift for mean, shift in zip(flat, offset, strict=False)]
