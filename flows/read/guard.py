"""Reading in a child process whose time and memory are bounded.

Pages, PDF and Word files come from anywhere, and the libraries that read them are large. What takes too
long, too much memory, or the whole process with it costs that one source, with a reason.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from flows.read.limits import Unreadable

P = ParamSpec("P")
T = TypeVar("T")

SECONDS = 60.0
"""For one document. An ordinary page takes 0.02 s, a PDF of 100 pages 1 s."""
RESIDENT_BYTES = 640 << 20
"""What the child may hold; with the parent's own it stays below 1.5 GB."""
ADDRESS_BYTES = 4 << 30
"""A wall behind that, for what asks for everything at once."""
STARTING_SECONDS = 60.0

_idle: list[Child] = []


def guarded(function: Callable[P, Iterator[T]], *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
    """What the generator yields when it runs in the child. Raises Unreadable where it fails or goes too far.

    `function` must be importable by its name; arguments and results go through pickle.
    """
    child = _waiting() or Child()
    try:
        yield from child.run(function, args, kwargs)
    finally:
        if child.is_free and resident_bytes(child.process.pid) < RESIDENT_BYTES // 2:
            _idle.append(child)
        else:
            child.end()


def _waiting() -> Child | None:
    """A child that waits for work, if one does and still lives."""
    while _idle:
        child = _idle.pop()
        if child.process.poll() is None:
            return child
        child.end()
    return None


class Child:
    """One process that runs generators, one after the other."""

    def __init__(self) -> None:
        # Not multiprocessing's own: that runs the caller's main module again in the child.
        self.pipe, theirs = Pipe()
        with theirs:
            start = f"import sys; sys.path[:] = {sys.path!r}; from flows.read.guard import serve; "
            self.process = subprocess.Popen(
                [sys.executable, "-c", f"{start}serve({theirs.fileno()})"],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        self.is_free = True
        self._receive(STARTING_SECONDS)

    def run(self, function: Callable[..., Iterator[T]], args: Any, kwargs: Any) -> Iterator[T]:
        """What the function yields. The child is free again once it has said that it is done or failed."""
        self.is_free = False
        try:
            self.pipe.send((function, args, kwargs))
        except OSError:  # it died while it waited; the job is not what did it
            raise Unreadable("its reader had ended; the next run tries again") from None
        kind, value = self._receive(SECONDS)
        while kind == "item":
            yield value
            kind, value = self._receive(SECONDS)
        self.is_free = True
        if kind == "failed":
            raise Unreadable(value)

    def end(self) -> None:
        with suppress(OSError):
            self.pipe.close()
        self.process.kill()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(5)

    def _receive(self, seconds: float) -> Any:
        deadline = time.monotonic() + seconds
        try:
            while not self.pipe.poll(0.05):
                if time.monotonic() > deadline:
                    raise Unreadable(f"reading it took longer than {seconds:.0f} s and was stopped")
                if resident_bytes(self.process.pid) > RESIDENT_BYTES:
                    raise Unreadable(_too_much_memory())
            return self.pipe.recv()
        except (EOFError, OSError):
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
            code = self.process.returncode
            raise Unreadable(
                f"its reader broke down (exit code {code}): the file is damaged or does harm"
            ) from None


def resident_bytes(pid: int | None) -> int:
    """Memory that a process holds; 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _too_much_memory() -> str:
    return f"reading it takes more than {RESIDENT_BYTES >> 20} MB of memory and was stopped"


def serve(descriptor: int) -> None:
    """The child: run what comes, send what it yields, tell failures in words. It ends with its parent."""
    _bound_memory()
    pipe = Connection(descriptor)
    with suppress(EOFError, OSError, KeyboardInterrupt):
        pipe.send(("ready", None))
        while True:
            function, args, kwargs = pipe.recv()
            for message in _messages(function, args, kwargs):
                pipe.send(message)


def _messages(function: Callable[..., Iterator[T]], args: Any, kwargs: Any) -> Iterator[tuple[str, object]]:
    try:
        for item in function(*args, **kwargs):
            yield "item", item
    except Unreadable as error:
        yield "failed", str(error)
    except MemoryError:
        yield "failed", _too_much_memory()
    except RecursionError:
        yield "failed", "it is nested too deeply"
    except Exception as error:
        yield "failed", f"damaged, or not what its name says ({_said(error)})"
    else:
        yield "done", None


def _said(error: Exception) -> str:
    line = next(iter(str(error).splitlines()), "")[:200]
    return f"{type(error).__name__}: {line}" if line else type(error).__name__


def _bound_memory() -> None:
    os.environ["POLARS_MAX_THREADS"] = "1"  # each thread claims address space
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_BYTES, ADDRESS_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@atexit.register
def end_idle() -> None:
    """End the children that wait for work."""
    while _idle:
        _idle.pop().end()
