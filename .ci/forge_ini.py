"""The forge that a CI job runs on, from the variables that it sets."""

from __future__ import annotations

from collections.abc import Mapping

from forge import Forge
from forge_github import Gitea, GitHub
from forge_gitlab import GitLab

NAMA = ("github", "gitlab", "gitea")


def forge_dari(nama: str, lingkungan: Mapping[str, str]) -> Forge | None:
    """Build the forge that a CI job runs on, from the variables that it sets; None without a token.

    Raises KeyError for a variable that every job of that forge has.
    """
    if nama == "gitlab":
        token = lingkungan.get("SOP_TOKEN")
        proyek = lingkungan.get("CI_MERGE_REQUEST_PROJECT_ID") or lingkungan["CI_PROJECT_ID"]
        return GitLab(lingkungan["CI_API_V4_URL"], proyek, token) if token else None
    token = lingkungan.get("SOP_TOKEN") or lingkungan.get("GITHUB_TOKEN")
    kelas = Gitea if nama == "gitea" else GitHub
    api, repo = lingkungan["GITHUB_API_URL"], lingkungan["GITHUB_REPOSITORY"]
    return kelas(api, repo, token) if token else None
