"""The clients of the service: the TypeScript compiles, a wrong answer does not, both scripts work."""

import contextlib
import json
import re
import shutil
import subprocess
import sys
import threading
import tomllib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import get_args

import pytest
from published import published_patterns
from served import served
from strategies import BOOK, ROOT, book_in

from extradition.determination.caution import Caution
from extradition.determination.outcome import OUTCOME_KIND, Outcome
from extradition.report.details import (
    FullDetail,
    HearingDetail,
    NoteDetail,
    OffenceInNote,
    OpenInNote,
    StepInNote,
)
from extradition.report.typescript_types import typescript_types
from extradition.web.problems import ProblemDetails
from extradition.web.service.bodies import CaseToDetermine, LineToDetermine
from extradition.web.service.lines import LineAnswer

CLIENT = ROOT / "clients/typescript"
SCRIPTS = ROOT / "examples/clients"
OF_NODE = "declare const process: { argv: string[] };\n"
"""What the example needs of the types of Node, which the client's own folder does not have."""
EXPECTED = """\
discharge (desk 7)
nothing new
merticariu: discharge
before-merticariu: proceed to s 21
"""


def ran(*command, folder, **more):
    return subprocess.run(  # noqa: S603  our own commands
        command, cwd=folder, capture_output=True, text=True, check=False, **more
    )


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The compiled package as a script finds it, with the script next to it."""
    folder = tmp_path_factory.mktemp("typescript")
    shutil.copytree(CLIENT, folder / "client", ignore=shutil.ignore_patterns("node_modules", "dist"))
    installed = ran("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", folder=folder / "client")
    assert installed.returncode == 0, installed.stderr
    compiled = ran("npm", "run", "build", folder=folder / "client")
    assert compiled.returncode == 0, compiled.stdout
    (folder / "node_modules/@extradition").mkdir(parents=True)
    (folder / "node_modules/@extradition/client").symlink_to(folder / "client", target_is_directory=True)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    shutil.copy(SCRIPTS / "determine.ts", folder)
    return folder


def compiled(package, scripts):
    """What the compiler says of each of the *scripts*, by their names. It reads the types once for all."""
    for name, text in scripts.items():
        (package / f"{name}.ts").write_text(text, encoding="utf-8")
    options = "--target ES2022 --module NodeNext --strict --skipLibCheck --lib ES2022,DOM --pretty false"
    (package / "node.d.ts").write_text(OF_NODE, encoding="utf-8")
    files = [f"{name}.ts" for name in scripts]
    found = ran("client/node_modules/.bin/tsc", *options.split(), *files, "node.d.ts", folder=package).stdout
    stated = dict.fromkeys(scripts, "")
    for message in re.split(r"^(?=\S)", found, flags=re.MULTILINE):  # the lines of one are indented
        if message:
            stated[message.partition(".ts(")[0]] += message
    return stated


def test_node_compiles_each_pattern_of_the_published_schemas(tmp_path):
    """As ajv does, with the flag u."""
    (tmp_path / "patterns.json").write_text(json.dumps([*published_patterns()]), encoding="utf-8")
    script = "for (const each of require('./patterns.json')) new RegExp(each, 'u')"
    assert ran("node", "--eval", script, folder=tmp_path).stderr == ""


@contextlib.contextmanager
def service():
    with served(BOOK) as server:
        try:
            yield server.address
        finally:
            server.app.state.batches.close()


LEFT = """\
import { createServer } from "node:http";
import { Client } from "@extradition/client";

const ended = (word) => { console.log(word); process.exit(); };
const server = createServer((_, answer) => {
  answer.on("close", () => ended("the batch ended"));
  answer.write('{"line":1,"id":"first","status":200}\\n');
});
server.listen(0, "127.0.0.1", async () => {
  for await (const answer of new Client(`http://127.0.0.1:${server.address().port}`).batch([])) {
    console.log(answer.id);
    break;
  }
  setTimeout(() => ended("the batch is still open"), 10_000);
});
"""
REFUSED = """\
import { Client } from "@extradition/client";

const client = new Client(process.argv[2]);
for (const ask of [() => client.determine({}), () => client.batch([]).next()]) {
  const error = await ask().catch((error) => error);
  console.log(error.name, error.message, error.problem?.status);
}
"""


def test_a_loop_over_a_batch_that_is_left_ends_the_batch(package):
    (package / "left.js").write_text(LEFT, encoding="utf-8")
    assert ran("node", "left.js", folder=package).stdout.splitlines() == ["first", "the batch ended"]


class Gate(BaseHTTPRequestHandler):
    """A proxy that refuses each request before the service has it."""

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        page = b"<h1>No certificate was sent</h1>\n"
        self.send_response(401)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_):
        """Nothing: the output of a test is its own."""


@contextlib.contextmanager
def gate():
    with ThreadingHTTPServer(("127.0.0.1", 0), Gate) as server:
        threading.Thread(target=server.serve_forever).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def test_both_clients_report_a_refusal_that_is_no_problem_of_the_service(package):
    (package / "refused.js").write_text(REFUSED, encoding="utf-8")
    with gate() as address:
        done = ran("node", "refused.js", address, folder=package)
        script = ran(sys.executable, "-I", "determine.py", address, folder=SCRIPTS)
        batch = f"import determine\nlist(determine.batch('{address}', []))"
        batched = ran(sys.executable, "-c", batch, folder=SCRIPTS)
    message = "401 Unauthorized: <h1>No certificate was sent</h1>"
    assert (done.stdout, done.stderr) == (f"ProblemError {message} 401\n" * 2, "")
    for each in (script, batched):
        assert (each.returncode, each.stdout, each.stderr) == (1, "", f"{message}\n")


def test_a_refusal_of_the_service_has_its_problem(package):
    (package / "refused.js").write_text(REFUSED, encoding="utf-8")
    with service() as address:
        done = ran("node", "refused.js", address, folder=package)
    assert done.stdout.startswith("ProblemError The request has ")
    assert " 422\n" in done.stdout


OF_A_CASE = """\
import type {{ CaseFile, Determination }} from "@extradition/client";
const case_file: CaseFile = {{
  case: "X", territory: "RO", dates: {{}}, {}: {},
  offences: [{{ id: "one", case_type: "conviction", findings: {{ {} }} }}],
}};
export const alike = (made: Determination) => made.part === case_file.part && made.territory === null;
"""


MATTERS = {"one": ("part", "1"), "two": ("part", '"2"'), "matter": ("matter", "1")}
ANSWERS = {
    "right": 'retrial_right: "none"',
    "wrong": 'retrial_right: "maybe"',
    "misspelt": 'retrial_rigth: "none"',
}


@pytest.fixture(scope="module")
def of_cases(package):
    """What the compiler says of a case file of each matter with each answer, and of an unknown matter."""
    scripts = {
        f"{matter}-{answer}": OF_A_CASE.format(key, part, finding)
        for matter, (key, part) in MATTERS.items()
        for answer, finding in ANSWERS.items()
    }
    return compiled(package, {**scripts, "unknown": OF_A_CASE.format("part", 3, "")})


@pytest.mark.parametrize("matter", MATTERS)
def test_a_message_on_a_case_file_names_the_types_of_its_matter(of_cases, matter):
    assert of_cases[f"{matter}-right"] == ""
    prefix = "Part2" if matter == "two" else "Part1"
    stated = of_cases[f"{matter}-wrong"]
    assert f"is not assignable to type '{prefix}Offence'" in stated
    assert "Type '\"maybe\"' is not assignable to type 'Given<RetrialRight> | undefined'" in stated
    assert (
        f"does not exist in type '{prefix}OffenceFindings'. Did you mean to write 'retrial_right'?"
        in of_cases[f"{matter}-misspelt"]
    )


def test_a_case_file_of_an_unknown_matter_does_not_compile(of_cases):
    assert "Type '3' is not assignable to type" in of_cases["unknown"]


OF_ANOTHER_BOOK = """\
import {{ Client, type CaseFile }} from "@extradition/client";
import type * as policing from "./policing/facts.js";

const case_file: policing.CaseFile = {{
  case: "X", book: "international-policing", matter: "letter-of-request", dates: {{ hearing: "2026-11-16" }},
  findings: {{ assistance_wanted: "{answer}" }},
}};
export const answered = () => new Client{of}("http://127.0.0.1:8000").determine({{ case_file }});
"""


def test_the_client_takes_the_case_files_of_another_book(package):
    """With the types that the command makes for that book; without them it takes those of the first."""
    (package / "policing").mkdir()
    (package / "policing/facts.ts").write_text(
        typescript_types(book_in("rules/international_policing")), "utf-8"
    )
    stated = compiled(
        package,
        {
            "other": OF_ANOTHER_BOOK.format(answer="evidence_abroad", of="<policing.CaseFile>"),
            "both": OF_ANOTHER_BOOK.format(answer="evidence_abroad", of="<CaseFile | policing.CaseFile>"),
            "amiss": OF_ANOTHER_BOOK.format(answer="maybe", of="<policing.CaseFile>"),
            "first": OF_ANOTHER_BOOK.format(answer="evidence_abroad", of=""),
        },
    )
    assert (stated["other"], stated["both"]) == ("", "")
    assert (
        "Type '\"maybe\"' is not assignable to type 'Given<AssistanceWanted> | undefined'" in stated["amiss"]
    )
    assert "LetterOfRequestOneWarrant' is not assignable to type" in stated["first"]


INTERFACE = re.compile(
    r"^export interface (\w+)(?:<[^>]+>)?(?: extends (\w+)(?:<\w+>)?)? \{\n(.*?)^\}", re.MULTILINE | re.DOTALL
)
KEY = re.compile(r"^  readonly (\w+)(\??): (.*);$", re.MULTILINE)


def interfaces():
    """The keys of each interface of the client: whether each may be left out, and whether it may be null."""
    found = {}
    for name, base, body in INTERFACE.findall((CLIENT / "src/client.ts").read_text(encoding="utf-8")):
        own = {key: (optional == "?", kind.endswith("| null")) for key, optional, kind in KEY.findall(body)}
        found[name] = {**found.get(base, {}), **own}
    return found


def keys_of(model, mode):
    """The keys of a model, as ``interfaces`` has them. An answer leaves some keys out in place of null."""
    described = model.model_json_schema(mode=mode)
    has_null = {
        name: {"type": "null"} in node.get("anyOf", ()) for name, node in described["properties"].items()
    }
    if mode == "validation":
        return {name: (name not in described["required"], null) for name, null in has_null.items()}
    left_out = {name for name, field in model.model_fields.items() if field.exclude_if is not None}
    return {name: (name in left_out, null and name not in left_out) for name, null in has_null.items()}


@pytest.mark.parametrize("model", [CaseToDetermine, LineToDetermine])
def test_the_client_has_each_key_of_a_request(model):
    assert interfaces()[model.__name__] == keys_of(model, "validation")


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("LineAnswer", LineAnswer),
        ("Problem", ProblemDetails),
        ("Outcome", Outcome),
        *(("Determination", model) for model in (NoteDetail, HearingDetail, FullDetail)),
        *((model.__name__, model) for model in (NoteDetail, HearingDetail, FullDetail)),
        *((model.__name__, model) for model in (OffenceInNote, StepInNote, OpenInNote, Caution)),
    ],
)
def test_the_keys_of_an_answer_are_as_the_client_says(name, model):
    own, described = interfaces()[name], keys_of(model, "serialization")
    assert {key: described[key] for key in own} == own


def test_the_client_has_each_kind_of_outcome():
    text = (CLIENT / "src/client.ts").read_text(encoding="utf-8")
    listed = text.partition("export type OutcomeKind =")[2].partition(";")[0]
    assert tuple(re.findall(r'"(\w+)"', listed)) == get_args(OUTCOME_KIND)


OF_DETAIL = """\
import {{ Client, type CaseFile, type OutcomeKind }} from "@extradition/client";

export async function asked(case_file: CaseFile) {{
  const made = await new Client("http://127.0.0.1:8000").determine({{ case_file }}{});
  const kind: OutcomeKind | undefined = made?.determination.offences[0]?.outcome.kind;
  return [kind, made?.determination.detail, made?.determination.offences[0]?.decisive_steps[0]?.turned_on];
}}
"""
ABORTED = """\
import { Client } from "@extradition/client";

const client = new Client(process.argv[2]);
const signal = AbortSignal.abort();
const alone = client.determine({}, "note", undefined, signal);
console.log(await alone.catch((error) => error.name));
console.log(await client.batch([], "note", signal).next().catch((error) => error.name));
"""


def test_the_type_of_an_answer_is_of_its_detail(package):
    stated = compiled(package, {"note": OF_DETAIL.format(""), "full": OF_DETAIL.format(', "full"')})
    assert stated["note"] == ""
    assert "Property 'detail' does not exist on type 'FullDetail'" in stated["full"]


def test_a_signal_ends_a_request(package):
    (package / "aborted.js").write_text(ABORTED, encoding="utf-8")
    with gate() as address:
        done = ran("node", "aborted.js", address, folder=package)
    assert (done.stdout, done.stderr) == ("AbortError\n" * 2, "")


def test_the_typescript_script_prints_the_outcomes_and_a_wrong_answer_does_not_compile(package):
    text = (SCRIPTS / "determine.ts").read_text(encoding="utf-8")
    wrong = text.replace("if_court_finds_no_deliberate_absence", "maybe")
    stated = compiled(package, {"determine": text, "wrong": wrong})
    assert stated["determine"] == ""
    assert "'\"maybe\"' is not assignable" in stated["wrong"]
    with service() as address:
        done, slashed = (
            ran("node", "determine.js", each, folder=package) for each in (address, f"{address}/")
        )
    assert (done.stdout, done.stderr) == (EXPECTED, "")
    assert (slashed.stdout, slashed.stderr) == (EXPECTED, "")


def test_the_commands_of_the_client_compile_and_run_the_script(package):
    """As printed, but for the one that asks the registry: the client's folder has what it installs."""
    builds, uses = re.findall(
        r"^```sh\n(.*?)^```", (CLIENT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert builds == "npm ci\nnpm run build\n"  # what the fixture runs
    (package / "clients").mkdir()
    (package / "clients/typescript").symlink_to(package / "client", target_is_directory=True)
    shutil.copytree(SCRIPTS, package / "examples/clients")
    project = package / "my-client"
    project.mkdir()
    with service() as address:
        for line in uses.replace("http://127.0.0.1:8000", address).splitlines():
            if line.startswith("npm install --save-dev "):
                of_client = json.loads((CLIENT / "package.json").read_text("utf-8"))["devDependencies"][
                    "typescript"
                ]
                assert line.split()[3:] == [f"typescript@{of_client}", "@types/node@20"]
                (project / "node_modules/.bin").mkdir(exist_ok=True)
                (project / "node_modules/.bin/tsc").symlink_to(package / "client/node_modules/.bin/tsc")
                (project / "node_modules/@types/node").mkdir(parents=True)
                (project / "node_modules/@types/node/index.d.ts").write_text(OF_NODE, "utf-8")
            else:
                done = ran(*line.split(), folder=project)
                assert (done.returncode, line) == (0, line), done.stdout + done.stderr
    assert (done.stdout, done.stderr) == (EXPECTED, "")


def test_the_python_script_prints_the_outcomes_and_its_types_are_right():
    with service() as address:
        for each in (address, f"{address}/"):
            done = ran(sys.executable, "-I", "determine.py", each, folder=SCRIPTS)
            assert (done.stdout, done.stderr) == (EXPECTED, "")
    mypy = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert (mypy["strict"], "examples/clients" in mypy["files"]) == (True, True)  # `make check` runs mypy
