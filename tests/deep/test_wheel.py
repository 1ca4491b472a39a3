"""The wheel has the same bytes each time it is built from the same files, and holds what it should."""

import os
import shutil
import subprocess
import sys
import zipfile

import pytest
from strategies import ROOT

BUILT_FROM = ("LICENCE", "README.md", "pyproject.toml", "src", "rules", "precedents", "templates", "examples")
EPOCH = "1795000000"


def build(folder, *, age):
    """A wheel built from a copy of the files, which were changed that many seconds ago."""
    folder.mkdir()
    for name in BUILT_FROM:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    for path in sorted(folder.rglob("*"), reverse=bool(age)):
        os.utime(path, (EPOCH_SECONDS - age,) * 2)
        if path.is_file():
            path.chmod(0o600 if age else 0o644)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", "dist"],
        cwd=folder,
        check=True,
        capture_output=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
    )
    (wheel,) = (folder / "dist").glob("*.whl")
    return wheel


EPOCH_SECONDS = int(EPOCH)


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheels")
    return [build(folder / f"{age}", age=age) for age in (0, 86_400)]


def test_two_wheels_of_the_same_files_have_the_same_bytes(wheels):
    one, two = wheels
    assert one.name == two.name
    assert one.read_bytes() == two.read_bytes()


def test_a_wheel_holds_the_package_the_law_and_the_licence(wheels):
    with zipfile.ZipFile(wheels[0]) as archive:
        names = archive.namelist()
        metadata = archive.read(next(name for name in names if name.endswith("/METADATA"))).decode()
    law = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*") if path.is_file()}
    assert {f"extradition/_bundled/{name}" for name in law} <= set(names)
    assert {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").rglob("*.py")} <= set(names)
    assert [name for name in names if name.endswith("/licenses/LICENCE")]
    assert "Classifier: Private :: Do Not Upload" in metadata
    assert {name.split("/")[0].split("-")[0] for name in names} == {"extradition"}
