"""A Dask cluster that reads articles: the same work as a pool of processes, on many machines.

Workers need Yanshu and the folder of the lake, nothing else: Prefect runs beside the flow alone, so that they
need no way to its server, and it is not started once more by each of them.
"""

from __future__ import annotations

import logging
import platform
import uuid
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, cast

from flows.intake import Batch, Written, read_batch
from flows.load.relay import relay_at
from flows.version import extractor_version

if TYPE_CHECKING:
    from prefect_dask.client import PrefectDaskClient

CONNECT_SECONDS = 20.0
WORKERS_SECONDS = 30.0
DECISIVE = ("ahocorasick-rs", "opencc", "polars", "rensa", "rjieba")
"""Packages on whose version it depends what is read in an article, or how it is kept."""
TALKATIVE = ("distributed", "distributed.client")
"""Loggers that tell what Dask mends by itself; what it cannot mend is told by ClusterFailed."""

Traits = dict[str, str]
Place = Path | str  # a folder that all machines see, or the URL of storage
ONE_AT_A_TIME = Lock()  # the threads of a worker share one interpreter; two batches would only take turns


class ClusterFailed(RuntimeError):
    """The cluster cannot do the work; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A scheduler that answers, with workers that read as this machine does. `shards`: the storage by way
    of which their shards come, where there is no folder that all see."""

    client: PrefectDaskClient
    address: str
    shards: str | None = None

    def read(self, batch: Batch, lake: Path) -> Written:
        """Read a batch on some worker, and on another one if that worker goes."""
        from distributed import KilledWorker
        from distributed.client import ClosedClientError

        try:
            place = self.shards or lake.absolute()
            written = self.client.submit(read_on_worker, batch, place, traits(), pure=False).result()
        except KilledWorker as error:
            raise ClusterFailed(
                f"a batch of {len(batch.documents)} documents ended one worker after the other, the first of "
                f"them {batch.documents[0].source}: see the workers' logs, or give them more memory ({error})"
            ) from None
        except (CancelledError, ClosedClientError, OSError) as error:
            raise ClusterFailed(
                f"the Dask scheduler at {self.address} went away: start it and refresh again; "
                f"what was read until then is kept ({type(error).__name__})"
            ) from None
        name = written.shard
        if self.shards and name and not relay_at(self.shards).take(lake, name):
            raise ClusterFailed(f"the shard {name} did not come whole by way of {self.shards}: refresh again")
        return cast("Written", written)

    def width(self) -> int:
        """How many workers there are now; they may come and go."""
        return max(1, len(self.client.scheduler_info(n_workers=-1)["workers"]))


@contextmanager
def cluster_at(address: str, lake: Path, shards: str | None = None) -> Iterator[Cluster]:
    """The cluster of a scheduler, checked to read into `lake`, or to the storage `shards`, what we would.

    Raises ClusterFailed where there is no such scheduler, it has no workers, or one of them is unfit;
    NoStorage where there is no such storage.
    """
    try:
        from prefect_dask.client import PrefectDaskClient
    except ImportError:
        raise ClusterFailed("--dask needs the extra dask: pip install 'yanshu[dask]'") from None
    try:
        client = PrefectDaskClient(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterFailed(
            f"no Dask scheduler at {address} ({first_line(error)}): start one with: dask scheduler"
        ) from None
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with client:
        check_workers(client, address, shards or lake.absolute())
        yield Cluster(client, address, shards)


def check_workers(client: PrefectDaskClient, address: str, place: Place) -> None:
    """Raise ClusterFailed unless there are workers, each of which sees `place` and has our versions."""
    try:
        client.wait_for_workers(1, timeout=WORKERS_SECONDS)
    except TimeoutError:
        raise ClusterFailed(
            f"the Dask scheduler at {address} has no workers after {WORKERS_SECONDS:.0f} s: "
            f"start some with: dask worker {address} --nworkers -1 --nthreads 1"
        ) from None
    with seen_by_all(place) as sign:
        answers = client.run(look, sign, on_error="return")
    for worker, answer in sorted(answers.items()):
        if isinstance(answer, ModuleNotFoundError):
            raise ClusterFailed(f"worker {worker} has no {answer.name}: install yanshu[dask] there")
        if isinstance(answer, Exception):
            raise ClusterFailed(f"worker {worker}: {type(answer).__name__}: {first_line(answer)}")
        there, sees = answer
        check_traits(there, traits(), worker)
        if not sees:
            raise ClusterFailed(
                f"worker {worker} does not see {place}: put the warehouse into a folder that all machines "
                "have under one name, or name storage that all reach, as --shards s3://bucket/shards"
            )


@contextmanager
def seen_by_all(place: Place) -> Iterator[Place]:
    """A file at the place of shards by which workers tell whether they see it."""
    name = f".sign-{uuid.uuid4().hex}.part"
    if isinstance(place, str):
        relay = relay_at(place)
        relay.files.pipe_file(f"{relay.root}/{name}", b"?")
        yield f"{place.rstrip('/')}/{name}"
        relay.files.rm_file(f"{relay.root}/{name}")
        return
    place.mkdir(parents=True, exist_ok=True)
    sign = place / name
    sign.touch()
    try:
        yield sign
    finally:
        sign.unlink(missing_ok=True)


def look(sign: Place) -> tuple[Traits, bool]:
    """On a worker: what it would read with, and whether it sees a file."""
    if isinstance(sign, Path):
        return traits(), sign.exists()
    above, _, name = sign.rpartition("/")
    relay = relay_at(above)
    relay.files.invalidate_cache()
    return traits(), bool(relay.files.exists(f"{relay.root}/{name}"))


def traits() -> Traits:
    """What decides how this process reads an article: extractor, reference data, packages, Python."""
    python = ".".join(platform.python_version_tuple()[:2])
    return {"extractor": extractor_version(), "Python": python} | {name: version(name) for name in DECISIVE}


def check_traits(there: Traits, here: Traits, worker: str) -> None:
    """Raise ClusterFailed where a worker would read otherwise than the run."""
    if there != here:
        told = [f"{name} {there.get(name)} there, {here[name]} here" for name in here
                if there.get(name) != here[name]]  # fmt: skip
        raise ClusterFailed(f"worker {worker} reads with other versions: {'; '.join(told)}; make them equal")


def read_on_worker(batch: Batch, place: Place, here: Traits) -> Written:
    """On a worker, which may have joined after the others were checked: read a batch into a shard."""
    check_traits(traits(), here, platform.node())
    with ONE_AT_A_TIME:
        if isinstance(place, Path):
            return read_batch(batch, place)
        with TemporaryDirectory() as folder:
            written = read_batch(batch, Path(folder))
            if written.shard:
                relay_at(place).put(Path(folder), written.shard)
            return written


def first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
