"""Small forges of the three kinds, over real HTTP, for what the editor sends."""

from tests.sunting.forges.server import serving_forge
from tests.sunting.forges.state import FORK, ME, PATH, REPO, TOKEN, Forge, Proposal, Refused

__all__ = ["FORK", "ME", "PATH", "REPO", "TOKEN", "Forge", "Proposal", "Refused", "serving_forge"]
