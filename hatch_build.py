"""Compiles what reads (flows/text, flows/extract) into the wheel by mypyc, if HATCH_BUILD_HOOKS_ENABLE=1.

The Python files go into the wheel as ever, with the modules compiled of them beside. Where nothing can be
compiled (no C compiler, no Python.h) the wheel is the usual one. A checkout is never compiled in place.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
import sysconfig
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("flows/text", "flows/extract")
LEFT = {"flows/extract/extract.py", "flows/extract/frames.py"}
"""Calls of Polars and little else: nothing to gain."""
EFFORT = os.environ.get("YANSHU_OPT_LEVEL", "2")
"""Of the C compiler: with 0 it takes a third of the time."""


class CompiledHook(BuildHookInterface[Any]):
    """Adds the compiled modules to a wheel."""

    folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self.folder = Path(tempfile.mkdtemp(prefix="yanshu-compiled-"))
        try:
            modules = compiled(Path(self.root), self.folder)
        except (Exception, SystemExit) as error:  # of mypyc or the compiler; Yanshu runs without them
            self.app.display_warning(f"Yanshu is not compiled: {error or type(error).__name__}")
            return
        build_data["force_include"] |= {str(file): str(file.relative_to(self.folder)) for file in modules}
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def compiled(root: Path, folder: Path) -> list[Path]:
    """The extension modules of the project at `root`, made in `folder` at the places where they belong."""
    if shutil.which(words("CC")[0]) is None:
        raise RuntimeError(f"there is no C compiler here ({words('CC')[0]})")
    from mypyc.build import mypycify

    shutil.copytree(root / "flows", folder / "flows", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "mypy.ini").write_text("[mypy]\nignore_missing_imports = true\n")
    with contextlib.chdir(folder):
        files = [file for one in FOLDERS for file in Path(one).rglob("*.py") if file.stat().st_size]
        asked = sorted({str(file) for file in files} - LEFT)
        extensions = mypycify(
            ["--config-file", "mypy.ini", *asked], opt_level=EFFORT, debug_level="0", multi_file=True
        )
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return [folder / built(extension, pool) for extension in extensions]


def built(extension: Any, pool: ThreadPoolExecutor) -> Path:
    """The extension's shared library: its C files compiled side by side, then linked."""
    place = Path(*extension.name.split(".")).with_suffix(sysconfig.get_config_var("EXT_SUFFIX"))
    folders = [*extension.include_dirs, *{sysconfig.get_path(name) for name in ("include", "platinclude")}]
    options = [*words("CFLAGS"), *words("CCSHARED"), *(f"-I{one}" for one in folders)]

    def object_of(source: str) -> str:
        run(*words("CC"), *options, "-c", source, "-o", f"{source}.o", *extension.extra_compile_args)
        return f"{source}.o"

    place.parent.mkdir(parents=True, exist_ok=True)
    run(*words("LDSHARED"), *pool.map(object_of, extension.sources), "-o", str(place))
    return place


def words(variable: str) -> list[str]:
    """What Python was built with: a variable of its makefile as words."""
    return shlex.split(sysconfig.get_config_var(variable) or "") or ["cc"] * (variable == "CC")


def run(*command: str) -> None:
    done = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise RuntimeError(f"the C compiler says: {(done.stderr.splitlines() or ['nothing'])[0]}")
