"""Times: every date, period, duration and clock time of a text, with its ISO period."""

from flows.extract.times.read import read_times
from flows.extract.times.span import TimeSpan

__all__ = ["TimeSpan", "read_times"]
