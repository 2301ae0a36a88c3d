"""How long tests wait for what must come. No test fails because the machine is busy with other work."""

PATIENCE = 900
"""Seconds, of the clock on the wall."""
