"""Small forges of the three kinds, over real HTTP, for what the editor sends."""

from tests.sunting.forges.server import serving_forge
from tests.sunting.forges.state import (
    APLIKASI,
    FORK,
    ME,
    PATH,
    REPO,
    TOKEN,
    Forge,
    Proposal,
    Refused,
)

__all__ = [
    "APLIKASI",
    "FORK",
    "ME",
    "PATH",
    "REPO",
    "TOKEN",
    "Forge",
    "Proposal",
    "Refused",
    "serving_forge",
]
