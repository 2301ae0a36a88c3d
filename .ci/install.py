"""`pip install` in a fraction of the time, where uv can be had: install.py PYTHON ARGUMENT …

uv is told of packages' places what pip is told, by its files or the environment. What it cannot do, pip does.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1] / "build" / "uv"
OPTIONS = {"index-url": "--default-index", "extra-index-url": "--index", "find-links": "--find-links"}
VARIABLES = {"cert": "SSL_CERT_FILE", "timeout": "UV_HTTP_TIMEOUT", "default-timeout": "UV_HTTP_TIMEOUT"}
SECTIONS = ("global", "install", ":env:")
"""Of pip's settings, the later ones before the earlier."""


def main(python: str, arguments: list[str]) -> int:
    told = settings()
    uv = shutil.which("uv") or had()
    if uv:
        options = [word for key, option in OPTIONS.items() for one in told.get(key, "").split()
                   for word in (option, one)]  # fmt: skip
        here = os.environ | {name: told[key] for key, name in VARIABLES.items() if key in told}
        words = [uv, "pip", "install", "--quiet", "--python", python, "--index-strategy", "unsafe-best-match"]
        if subprocess.run([*words, *options, *arguments], env=here, check=False).returncode == 0:
            return 0
        print("uv could not; pip tries", file=sys.stderr)
    words = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments]
    return subprocess.run(words, check=False).returncode


def settings() -> dict[str, str]:
    """What pip is told, by its files and PIP_ variables."""
    told: dict[str, dict[str, str]] = {section: {} for section in SECTIONS}
    for line in pip("config", "list").stdout.splitlines():
        name, _, value = line.partition("=")
        section, _, key = name.rpartition(".")
        if section in told:
            told[section][key] = ast.literal_eval(value)
    return {key: value for section in SECTIONS for key, value in told[section].items()}


def had() -> str | None:
    """uv, out of the registry that pip knows."""
    uv = HERE / "bin" / "uv"
    if not uv.exists():
        pip("install", "-qq", "--disable-pip-version-check", "--target", str(HERE), "uv")
    return str(uv) if uv.exists() else None


def pip(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "pip", *words], capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
