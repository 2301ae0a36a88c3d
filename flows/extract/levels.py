"""Levels of regions that decisions take together; `regions.csv` gives each region one of them."""

from __future__ import annotations

LOCAL = frozenset({"province", "city", "county", "zone"})
"""Places within a land."""
LARGE = frozenset({"province", "city"})
"""Places whose names are hardly words besides, as a county's 新建 is (大冶市新建停车场)."""
LANDS = frozenset({"nation", "world", "country"})
WIDE = LANDS | {"continent"}
WIDE_OR_GROUP = WIDE | {"group"}
"""What no article is the home of that names a place within it: lands, and groups of places."""
NATION_AND_WORLD = frozenset({"CHN", "001"})
"""Their ids."""
