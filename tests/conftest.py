"""Settings of all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# The same examples everywhere, and no verdict that depends on how busy a machine is.
settings.register_profile(
    "rumah", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("rumah")
