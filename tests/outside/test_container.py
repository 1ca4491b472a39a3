"""The text of the container and of its recipe: the rules that can be kept without an engine for containers.

`make rehearsal` runs the commands of the Containerfile.
"""

import json
import re

import pytest
import yaml
from strategies import ROOT

from extradition.web.limits import MOST_TABLE_BYTES, MOST_TABLES

TEXT = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
STEPS = [line.split(maxsplit=1) for line in TEXT.splitlines() if line and not line.startswith("#")]
FINAL = STEPS[max(place for place, (word, _) in enumerate(STEPS) if word == "FROM") :]
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
WITH_RECORD = yaml.safe_load((ROOT / "deploy/audit.yaml").read_text(encoding="utf-8"))
WITH_EXPLORER = yaml.safe_load((ROOT / "deploy/explorer.yaml").read_text(encoding="utf-8"))
PINNED = r"docker\.io/[\w./-]+:[\w.-]*\d[\w.-]*@sha256:[0-9a-f]{64}"


def said(word, steps=STEPS):
    return [rest for each, rest in steps if each == word]


def test_each_image_is_pinned_by_version_and_digest():
    assert set(said("FROM")) == {"${PYTHON} AS build", "${PYTHON}"}
    assert re.fullmatch(rf"PYTHON={PINNED}", said("ARG")[0])
    assert re.fullmatch(PINNED, COMPOSE["services"]["proxy"]["image"])


def test_every_package_is_installed_by_its_hash():
    installs = [
        part.strip()
        for step in said("RUN")
        for part in step.split("&&")
        if re.search(r"\bpip (install|wheel)\b", part)
    ]
    made_here = {"/service/bin/pip install wheels/*.whl", "/service/bin/pip install dist/*.whl"}
    assert [each for each in installs if each not in made_here and "--require-hashes" not in each] == []
    assert {found for each in installs for found in re.findall(r"locks/\S+", each)} == {
        *("locks/build.txt", "locks/compiled.txt", "locks/service.txt", "locks/explorer.txt")
    }
    assert "PIP_NO_DEPS=1" in " ".join(said("ENV"))


def test_what_is_copied_is_there_and_reaches_the_builder():
    copied = [name for each in said("COPY") if "--from" not in each for name in each.split()[:-1]]
    assert [name for name in copied if not (ROOT / name).exists()] == []
    for name in (".containerignore", ".dockerignore"):
        allowed = re.findall(r"^!(\S+)$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
        assert sorted(allowed) == sorted(copied)


def test_the_service_runs_without_rights_and_says_whether_it_is_ready():
    assert said("USER", FINAL) == ["10001:10001"]
    words = [word for word, _ in FINAL]
    assert words.index("USER") > max(place for place, word in enumerate(words) if word in {"RUN", "COPY"})
    (health,) = said("HEALTHCHECK", FINAL)
    program = json.loads(health.partition("CMD ")[2])
    assert "http://127.0.0.1:8000/ready" in program[-1]
    assert COMPOSE["services"]["service"]["healthcheck"]["test"] == ["CMD", *program]
    assert json.loads(said("ENTRYPOINT", FINAL)[0])[:2] == ["/service/bin/extradition", "serve"]


@pytest.mark.parametrize("name", ["service", "proxy"])
def test_a_container_of_the_recipe_may_do_no_more_than_it_needs(name):
    container = COMPOSE["services"][name]
    assert container["read_only"] is True
    assert container["cap_drop"] == ["ALL"]
    assert container["security_opt"] == ["no-new-privileges:true"]
    assert {"pids_limit", "mem_limit", "tmpfs"} <= set(container)
    assert "privileged" not in container


def test_only_the_proxy_can_be_reached_from_outside():
    service, proxy = COMPOSE["services"]["service"], COMPOSE["services"]["proxy"]
    assert "ports" not in service
    assert service["networks"] == ["inside"]
    assert proxy["networks"] == ["inside", "outside"]
    assert COMPOSE["networks"] == {"inside": {"internal": True}, "outside": {}}
    assert proxy["depends_on"] == {"service": {"condition": "service_healthy"}}


def test_a_record_is_kept_only_if_asked_for():
    assert "--audit" not in COMPOSE["services"]["service"]["command"]
    assert "volumes" not in COMPOSE["services"]["service"]
    kept = WITH_RECORD["services"]["service"]
    assert kept["volumes"] == ["record:/record"]
    assert "--audit" in kept["command"]
    assert "--owner 10001" in " ".join(said("RUN", FINAL))


def test_the_tag_of_the_image_names_the_law():
    assert COMPOSE["services"]["service"]["image"].startswith("extradition:${LAW:?")
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "law-{RuleBook.load().stated_as_at}" in made
    assert "--tag extradition:$$($(TAG))" in made


def test_the_explorer_runs_only_if_asked_for():
    (install,) = [step for step in said("RUN") if "locks/explorer.txt" in step]
    assert install.startswith('test "$EXPLORER" != yes || ')
    assert "EXPLORER=no" in said("ARG")
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "--build-arg EXPLORER=$(EXPLORER)" in made
    tag = WITH_EXPLORER["services"]["service"]["image"].rpartition("}")[2]
    assert f'"{tag}" * ("$(EXPLORER)" == "yes")' in made


def test_the_explorer_has_room_for_the_tables_that_it_holds():
    service = WITH_EXPLORER["services"]["service"]
    folder, _, options = service["tmpfs"][0].partition(":")
    assert service["environment"] == {"TMPDIR": folder}
    room = int(re.search(r"size=(\d+)m", options)[1]) * 1024**2
    assert room >= 2 * MOST_TABLES * MOST_TABLE_BYTES
    assert service["pids_limit"] > COMPOSE["services"]["service"]["pids_limit"]
