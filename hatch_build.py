"""Compiles what reads (FOLDERS, FILES) into the wheel by mypyc, if HATCH_BUILD_HOOKS_ENABLE=1.

The Python files go into the wheel as ever, with the modules compiled of them beside. Where nothing can be
compiled (no C compiler, no Python.h) the wheel is the usual one. A checkout is never compiled in place.
"""

from __future__ import annotations

import ast
import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sysconfig
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("flows/text", "flows/extract")
FILES = ("flows/patterns.py", "flows/memo.py")
LEFT = {"flows/extract/extract.py", "flows/extract/frames.py"}
"""Calls of Polars and little else: nothing to gain."""
FUTURE = "from __future__ import annotations"
RECORDS = ("@dataclass(frozen=True, slots=True)", "@dataclass(unsafe_hash=True, slots=True)")
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
        asked = sorted({*FILES, *map(str, files)} - LEFT)
        for file in map(Path, asked):
            file.write_text(prepared(file.read_text("utf-8")), "utf-8")
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


def prepared(source: str) -> str:
    """A module that reads the same and of which mypyc makes more: constants are Final, so they are not looked
    up; records have an `__init__` of their own, since that of dataclasses would be interpreted. Those that
    are frozen are hashed as before; that nothing sets them `make lint` has seen.
    """
    tree, lines = ast.parse(source), source.split("\n")
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    stored = Counter(node.id for node in names if isinstance(node.ctx, ast.Store))
    for node in reversed(tree.body):  # upwards: the lines above keep their numbers
        if isinstance(node, ast.ClassDef) and "dataclass" in "".join(map(ast.unparse, node.decorator_list)):
            lines[node.end_lineno : node.end_lineno] = initialiser(node)
        name = constant(node)
        if stored[name] == 1:
            lines[node.lineno - 1] = final(lines[node.lineno - 1], name)
    return "\n".join(lines).replace(FUTURE, f"{FUTURE}; from typing import Final as _Final").replace(*RECORDS)


def constant(node: ast.stmt) -> str:
    """The name that a statement gives a constant, or nothing."""
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    name = target.id if isinstance(target, ast.Name) else ""
    return name if re.fullmatch("_?[A-Z][A-Z0-9_]*", name) else ""


def final(line: str, name: str) -> str:
    """The line that sets a constant, as Final."""
    line = re.sub(rf"^{name}: ([^=]+) =", rf"{name}: _Final[\1] =", line)
    return re.sub(rf"^{name} =", f"{name}: _Final =", line)


def initialiser(record: ast.ClassDef) -> list[str]:
    """The `__init__` that a dataclass would get, as lines of its class, and by what it is made again."""
    taken, kept = [], []
    for node in record.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name, kind, value = node.target.id, ast.unparse(node.annotation), node.value
            made = value.keywords[0].value if isinstance(value, ast.Call) and value.keywords else None
            if made is not None:  # field(default_factory=list)
                taken.append(f"{name}: {kind} | None = None")
                kept.append(f"        self.{name} = {ast.unparse(made)}() if {name} is None else {name}")
                continue
            taken.append(f"{name}: {kind}" + (f" = {ast.unparse(value)}" if value else ""))
            kept.append(f"        self.{name} = {name}")
    values = "".join(f"self.{one.split(':')[0]}, " for one in taken)
    return [
        f"    def __init__(self, {', '.join(taken)}) -> None:",
        *kept,
        "    def __reduce__(self) -> tuple[type, tuple[object, ...]]:",  # for pickle and copy
        f"        return {record.name}, ({values})",
    ]
