"""Roles of passages that decisions take together; `flows.text.roles` gives each passage one of them."""

from __future__ import annotations

HEADS = frozenset({"title", "heading"})
"""Passages that say beforehand what the text tells."""
LINES = frozenset({"body", "heading", "caption"})
"""Passages below the title."""
TOLD = HEADS | LINES
