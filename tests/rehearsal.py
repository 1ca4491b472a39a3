"""The commands of the Containerfile, run in a folder, for machines that have no engine for containers.

`make rehearsal` runs it: it needs the network, a C compiler and half a minute. It leaves out what only a
container has: the base image, Debian's packages, the user and the file system that nothing writes to.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PORT = "8000"


def steps() -> list[tuple[str, str]]:
    """The steps of the Containerfile, each with its word."""
    text = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in lines)]


def build(folder: Path) -> None:
    """Run the first stage: everything up to the environment that the image takes."""
    environment = dict(os.environ)
    work = folder / "build"
    work.mkdir()
    for word, rest in steps():
        if word == "FROM" and "AS build" not in rest:
            return
        if word == "ENV":
            environment |= dict(re.findall(r"(\w+)=(\S+)", rest))
        elif word == "COPY":
            *names, target = rest.split()
            for name in names:
                copy(ROOT / name, work / target)
        elif word == "RUN" and "apt-get" not in rest:
            command = re.sub(r"(?<!\S)/(?=tools|service)", f"{folder}/", rest).replace(
                "python -m venv", f"{os.environ.get('PYTHON', sys.executable)} -m venv"
            )
            sys.stdout.write(f"{command}\n")
            sys.stdout.flush()
            subprocess.run(["/bin/sh", "-ec", command], cwd=work, check=True, env=environment)  # noqa: S603  our own


def copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def serve(folder: Path) -> None:
    """Start the service as the image does, and run its check of health."""
    health = next(rest for word, rest in steps() if word == "HEALTHCHECK")
    (program,) = re.findall(r'"(import [^"]+)"', health)
    python = folder / "service/bin/python"
    command = [folder / "service/bin/extradition", "serve", "--audit", folder / "audit.db", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder) as server:  # noqa: S603  our own
        try:
            assert server.stdout is not None
            (port,) = re.findall(r":(\d+) until", server.stdout.readline())
            subprocess.run([python, "-c", program.replace(f":{PORT}/", f":{port}/")], check=True)  # noqa: S603  our own
        finally:
            server.terminate()


if __name__ == "__main__":
    made = Path(sys.argv[1]).absolute()
    made.mkdir(parents=True)
    build(made)
    serve(made)
    sys.stdout.write("The service was built from the locks, started and said that it is ready.\n")
