"""The locks: they hold what ``pyproject.toml`` asks for, each package in one version and with its hashes."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from strategies import ROOT

LOCKS = sorted((ROOT / "locks").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
MADE_FROM = {
    "dev": ["dev"],
    "service": ["web", "postgresql", "telemetry"],
    "explorer": ["web", "cohort", "postgresql", "telemetry"],
}
"""The extras in each lock; the Makefile gives them to the tool that makes it."""
UNLOCKED = {"bench", "mutation"}
"""The extras for measurements alone, which neither CI nor the service installs."""
_ENTRY = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)[^\n]*\\\n(?P<hashes>( +--hash=\S+( \\)?\n)+)", re.MULTILINE
)


def entries(name):
    """The version and the hashes of each package in a lock."""
    text = (ROOT / f"locks/{name}.txt").read_text(encoding="utf-8")
    return {
        found["name"]: (found["version"], re.findall(r"--hash=(\S+)", found["hashes"]))
        for found in _ENTRY.finditer(text)
    }


def asked_for(extras):
    """The requirements of the package with *extras*, those of the extras that they name included."""
    for each in [*PROJECT["project"]["dependencies"], *(one for name in extras for one in EXTRAS[name])]:
        requirement = Requirement(each)
        if requirement.name == "extradition":
            yield from asked_for(requirement.extras)
        else:
            yield requirement


def missing(found, requirements):
    """The requirements that no version among *found* meets."""
    return [
        str(each)
        for each in requirements
        if (name := canonicalize_name(each.name)) not in found or not each.specifier.contains(found[name][0])
    ]


@pytest.mark.parametrize("name", sorted(MADE_FROM))
def test_a_lock_holds_what_the_package_asks_for(name):
    assert missing(entries(name), asked_for(MADE_FROM[name])) == [], "run make lock"


def test_a_package_that_a_lock_lacks_is_found():
    asked = [
        Requirement("pydantic>=2"),
        Requirement("pydantic>=999"),
        Requirement("Jinja2"),
        Requirement("nothing"),
    ]
    assert missing(entries("dev"), asked) == ["pydantic>=999", "nothing"]


def test_the_lock_of_development_holds_every_extra_that_is_locked():
    locked = {each.name for each in asked_for(["dev"])}
    asked = {each.name for name in EXTRAS if name not in UNLOCKED for each in asked_for([name])}
    assert asked - locked == set(), "name the extra in the extra dev"


@pytest.mark.parametrize("name", ["build", "supply"])
def test_the_lock_of_tools_holds_what_they_are(name):
    lines = (ROOT / f"locks/{name}.in").read_text(encoding="utf-8").splitlines()
    asked = [line for line in lines if line and not line.startswith("#")]
    built = PROJECT["build-system"]["requires"] if name == "build" else []
    assert missing(entries(name), map(Requirement, [*asked, *built])) == [], "run make lock"


def test_a_package_has_one_version_in_all_locks():
    versions = {}
    for path in LOCKS:
        for name, (version, _) in entries(path.stem).items():
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}
    assert set(entries("compiled")) == {"durable-rules"}


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_every_line_of_a_lock_belongs_to_a_package_with_hashes(path):
    text = path.read_text(encoding="utf-8")
    lines = [line for line in _ENTRY.sub("", text).splitlines() if line and not line.startswith("    #")]
    assert lines == []
    assert all(
        re.fullmatch(r"sha256:[0-9a-f]{64}", each)
        for _, hashes in entries(path.stem).values()
        for each in hashes
    )


def test_the_makefile_makes_each_lock_from_the_extras_named_here():
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name, extras in MADE_FROM.items():
        (line,) = re.findall(rf"^.*--output-file locks/{name}\.txt$", made, re.MULTILINE)
        assert re.findall(r"--extra (\S+)", line) == extras
