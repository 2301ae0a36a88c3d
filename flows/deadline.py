"""A limit on the processor time of a piece of work, in whichever thread it runs.

Not on the time by the clock: on a busy machine that says nothing about the work.
"""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

SOON = 0.01


class TookTooLong(BaseException):
    """The time is over. Not an Exception, so that no handler of other failures takes it for one."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in the block once its thread has spent so much processor time in it.

    In a main thread a signal does it, which also stops a regular expression. Elsewhere, as in a worker of
    Dask, and where the system has no such signal or somebody else uses it, another thread does, between two
    instructions of Python: what runs in C until then runs to its end.
    """
    cancel = (by_signal if signal_is_free() else by_thread)(seconds)
    try:
        yield
    finally:
        cancel()


def signal_is_free() -> bool:
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    )


def by_signal(seconds: float) -> Callable[[], None]:
    """Stop this thread, the main one, after `seconds`; returns what calls that off.

    Once: should it come in the midst of calling it off, there is nothing left that could come later.
    """
    end, armed = time.thread_time() + seconds, True

    def stop(*_: object) -> None:
        left = end - time.thread_time()
        if armed and left > 0:
            signal.setitimer(signal.ITIMER_REAL, max(left, SOON))
        elif armed:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            raise TookTooLong

    def cancel() -> None:
        nonlocal armed
        armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    return cancel


def by_thread(seconds: float) -> Callable[[], None]:
    """Stop this thread after `seconds`; returns what calls that off. Once, as above."""
    here = ctypes.c_ulong(threading.get_ident())
    over, turn, clock = threading.Event(), threading.Lock(), clock_of_this_thread()
    end = clock() + seconds

    def watch() -> None:
        left = seconds
        while left > 0 and not over.wait(max(left, SOON)):
            with turn:
                left = 0 if over.is_set() else end - clock()
                if left <= 0 and not over.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(here, ctypes.py_object(TookTooLong))

    def cancel() -> None:
        with turn:
            over.set()
        ctypes.pythonapi.PyThreadState_SetAsyncExc(here, None)  # sent, and not arrived yet

    threading.Thread(target=watch, daemon=True).start()
    return cancel


def clock_of_this_thread() -> Callable[[], float]:
    """Its processor time as other threads can ask for it; by the clock where the system does not tell."""
    if hasattr(time, "pthread_getcpuclockid"):
        return partial(time.clock_gettime, time.pthread_getcpuclockid(threading.get_ident()))
    return time.monotonic
