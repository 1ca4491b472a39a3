"""The recipe of the deployment, run on this machine: Debian's nginx with ``deploy/nginx.conf``, and the
service behind it.

The test gives the proxy its ports and certificates, and changes nothing else of the recipe.
"""

import contextlib
import json
import re
import socket
import sqlite3
import ssl
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
import yaml
from cohort_tables import EXAMPLE
from strategies import ROOT

from extradition.source import MOST_BYTES, read
from extradition.web.limits import LIMITS, MOST_BATCH_BYTES, MOST_TABLE_BYTES
from extradition.web.service.batch import AFTER_BODY, LINES

NGINX = "/usr/sbin/nginx"
NAME = "casework.example"
TOO_LARGE = (
    "The body is too large: at most 1 MiB, 64 MiB for a batch, and 32 MiB for a table of the explorer. "
    "Nothing was kept."
)
MARKER = "Marmaduke"
CASE = {**read(ROOT / "examples/merticariu/case.yaml").content, "case": MARKER, "notes": [MARKER]}
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
WITH_RECORD = yaml.safe_load((ROOT / "deploy/audit.yaml").read_text(encoding="utf-8"))
PASSWORD = "a password for this test"  # noqa: S105  made here, for a proxy that lives for seconds


def openssl(folder, *arguments):
    made = subprocess.run(  # noqa: S603  our own arguments
        ["/usr/bin/openssl", *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return made.stdout.strip()


def make_certificates(folder):
    """An authority, and what it signed for the proxy and for one user; a certificate that it did not sign."""
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    for authority in ("clients", "other"):
        openssl(
            folder, "req", "-x509", *key, "-keyout", f"{authority}.key", "-out", f"{authority}.pem",
            "-subj", f"/CN={authority}", "-days", "2", "-addext", "keyUsage=critical,keyCertSign",
        )  # fmt: skip
    for name, subject, signer in (
        ("server", f"/CN={NAME}", "clients"),
        ("user", "/O=Somewhere/CN=A Lawyer", "clients"),
        ("stranger", "/CN=A Lawyer", "other"),
    ):
        openssl(folder, "req", *key, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", subject)
        said = f"subjectAltName=DNS:{NAME}\nauthorityKeyIdentifier=keyid\nsubjectKeyIdentifier=hash\n"
        (folder / "said").write_text(said, encoding="utf-8")
        openssl(
            folder, "x509", "-req", "-in", f"{name}.csr", "-CA", f"{signer}.pem", "-CAkey", f"{signer}.key",
            "-CAcreateserial", "-out", f"{name}.pem", "-days", "2", "-extfile", "said",
        )  # fmt: skip
    hashed = openssl(folder, "passwd", "-6", PASSWORD)
    (folder / "passwords").write_text(f"a lawyer:{hashed}\n", encoding="utf-8")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def replaced(text, old, new):
    assert text.count(old) == 1
    return text.replace(old, new)


def command_of(service, record):
    """The command of the service in the recipe, with its values set."""
    values = {"HOST_NAME": NAME, "AUDIT": str(record)}
    return [re.sub(r"\$\{(\w+)[^}]*\}", lambda found: values[found[1]], each) for each in service["command"]]


class Recipe:
    """The running service and its proxy."""

    def __init__(self, folder, port, service_port):
        self.folder = folder
        self.port = port
        self.service_port = service_port
        self.record = folder / "audit.db"

    def client(self, certificate=None, **more):
        trusted = ssl.create_default_context(cafile=self.folder / "certificates/clients.pem")
        trusted.verify_flags |= ssl.VERIFY_X509_STRICT  # as Python does itself from 3.13 on
        if certificate is not None:
            trusted.load_cert_chain(
                self.folder / f"certificates/{certificate}.pem",
                self.folder / f"certificates/{certificate}.key",
            )
        return httpx.Client(
            base_url=f"https://127.0.0.1:{self.port}",
            headers={"host": NAME, **more.pop("headers", {})},
            verify=trusted,
            timeout=30,
            **more,
        )

    def post(self, client, path="/determinations", **more):
        return client.post(path, json={"case_file": CASE}, extensions={"sni_hostname": NAME}, **more)

    def get(self, client, path, **more):
        return client.get(path, extensions={"sni_hostname": NAME}, **more)

    def recorded(self):
        with contextlib.closing(sqlite3.connect(self.record)) as connection:
            return connection.execute("SELECT asked_by, route, status FROM audit_record").fetchall()


@contextlib.contextmanager
def running(folder, authentication):
    """The service and the proxy, with one of the two kinds of authentication."""
    port, service_port = free_port(), free_port()
    recipe = Recipe(folder, port, service_port)
    text = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    text = replaced(text, "listen 8443 ssl;", f"listen 127.0.0.1:{port} ssl;")
    text = replaced(text, "server service:8000;", f"server 127.0.0.1:{service_port};")
    text = re.sub(r"/tmp/(?=nginx.pid|body|proxy|fastcgi|scgi|uwsgi)", f"{folder}/", text)  # noqa: S108  of the recipe
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    chosen = (ROOT / f"deploy/authentication-by-{authentication}.conf").read_text(encoding="utf-8")
    (folder / "authentication.conf").write_text(chosen, encoding="utf-8")
    (folder / "certificates").mkdir()
    make_certificates(folder / "certificates")
    serve = [sys.executable, "-m", "extradition", "serve", "--engine", "plain", "--port", str(service_port)]
    serve += command_of(WITH_RECORD["services"]["service"], recipe.record)
    proxy = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off; user root;"]
    with contextlib.ExitStack() as stack:
        log = stack.enter_context((folder / "log").open("wb"))
        for command in (serve, proxy):
            started = subprocess.Popen(command, stdout=log, stderr=log)  # noqa: S603  our own commands
            stack.callback(started.wait, 20)
            stack.callback(started.terminate)
        wait_for(service_port)
        wait_for(port)
        yield recipe


def wait_for(port):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    pytest.fail(f"nothing listens on port {port}")


@pytest.fixture(scope="module")
def by_certificate(tmp_path_factory):
    with running(tmp_path_factory.mktemp("certificate"), "certificate") as recipe:
        yield recipe


@pytest.fixture(scope="module")
def by_password(tmp_path_factory):
    with running(tmp_path_factory.mktemp("password"), "password") as recipe:
        yield recipe


def test_a_user_with_a_certificate_gets_an_answer_and_is_named_in_the_record(by_certificate):
    forged = {"x-asked-by": "Another", "X_Asked_By": "Another"}
    with by_certificate.client("user", headers=forged) as client:
        answer = by_certificate.post(client)
    assert (answer.status_code, json.loads(answer.text)["case"]) == (200, MARKER)
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["server"] == "nginx"
    assert by_certificate.recorded()[-1] == ("CN=A Lawyer,O=Somewhere", "/determinations", 200)


@pytest.mark.parametrize("certificate", [None, "stranger"])
def test_without_a_certificate_of_the_authority_there_is_no_answer(by_certificate, certificate):
    before = by_certificate.recorded()
    with by_certificate.client(certificate) as client:
        for path in ("/", "/health", "/ready"):
            assert by_certificate.get(client, path).status_code == 400
        assert by_certificate.post(client).status_code == 400
    assert by_certificate.recorded() == before


def test_a_user_with_a_password_gets_an_answer_and_is_named_in_the_record(by_password):
    with by_password.client(auth=("a lawyer", PASSWORD)) as client:
        assert by_password.post(client).status_code == 200
        assert by_password.get(client, "/").status_code == 200
    assert by_password.recorded()[-1] == ("a lawyer", "/determinations", 200)


@pytest.mark.parametrize("auth", [None, ("a lawyer", "a guess"), ("another", PASSWORD)])
def test_without_a_name_and_its_password_there_is_no_answer(by_password, auth):
    before = by_password.recorded()
    with by_password.client(auth=auth) as client:
        assert by_password.post(client, headers={"x-asked-by": "a lawyer"}).status_code == 401
        assert by_password.get(client, "/health").status_code == 401
    assert by_password.recorded() == before


def test_the_service_answers_only_to_its_name(by_certificate):
    with by_certificate.client("user") as client:
        answer = by_certificate.get(client, "/laws", headers={"host": "another.example"})
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (400, "unknown-host")


def test_the_connection_is_encrypted_with_a_version_of_today(by_certificate):
    plain = httpx.get(f"http://127.0.0.1:{by_certificate.port}/", headers={"host": NAME})
    assert plain.status_code == 400
    said = subprocess.run(  # noqa: S603  our own arguments
        ["/usr/bin/openssl", "s_client", "-connect", f"127.0.0.1:{by_certificate.port}", "-tls1_1",
         "-cipher", "DEFAULT@SECLEVEL=0"],
        check=False, capture_output=True, text=True, input="",
    )  # fmt: skip
    assert said.returncode != 0
    assert "alert protocol version" in said.stderr


def test_a_body_that_is_too_large_stops_at_the_proxy(by_certificate):
    before = by_certificate.recorded()
    with by_certificate.client("user") as client:
        answer = client.post("/determinations", content=b" " * (2**20 + 1), extensions={"sni_hostname": NAME})
    assert answer.status_code == 413
    assert TOO_LARGE in answer.text
    assert by_certificate.recorded() == before


def send_table(recipe, size):
    """The answer to a table of that *size* in bytes, and what was written of it where the proxy is."""
    rows = EXAMPLE.read_bytes()
    table = rows + rows.partition(b"\n")[2] * (size // len(rows))
    table += b"\n" * (size - len(table))
    with recipe.client("user") as client:
        sent = {"file": ("offences.csv", table)}
        answer = client.post(
            "/explorer", data={"law_1": "today"}, files=sent, extensions={"sni_hostname": NAME}
        )
        if answer.status_code == 303:
            place = answer.headers["location"]
            deleted = client.post(place, data={"do": "delete"}, extensions={"sni_hostname": NAME})
            assert "The table is deleted" in deleted.text
    return answer, [path for path in (recipe.folder / "body").rglob("*") if path.is_file()]


def test_a_table_larger_than_other_bodies_passes_to_the_explorer_and_is_written_nowhere(by_certificate):
    answer, written = send_table(by_certificate, 3 * 2**20)
    assert (answer.status_code, written) == (303, [])
    assert ("CN=A Lawyer,O=Somewhere", "/explorer", 303) in by_certificate.recorded()


def test_a_table_of_the_largest_size_passes_and_a_larger_one_is_refused_with_the_reason(by_certificate):
    assert send_table(by_certificate, MOST_TABLE_BYTES)[0].status_code == 303
    by_the_service, _ = send_table(by_certificate, MOST_TABLE_BYTES + 1)
    assert by_the_service.status_code == 422
    assert f"has more than {MOST_TABLE_BYTES:,} bytes" in by_the_service.text
    before = by_certificate.recorded()
    by_the_proxy, written = send_table(by_certificate, MOST_TABLE_BYTES + MOST_BYTES)
    assert (by_the_proxy.status_code, written) == (413, [])
    assert TOO_LARGE in by_the_proxy.text
    assert by_certificate.recorded() == before


def send_batch(recipe, *lines):
    with recipe.client("user") as client:
        return client.post(
            "/v1/batch",
            content=b"\n".join(lines),
            headers={"content-type": LINES},
            extensions={"sni_hostname": NAME},
        )


def test_a_batch_larger_than_other_bodies_is_answered_to_its_last_line(by_certificate):
    padding = {f"k{number}": "x" * 1000 for number in range(20)}
    lines = [json.dumps({"id": f"{i}", "case_file": CASE, "metadata": padding}).encode() for i in range(100)]
    unreadable = b"{" + b"x" * 300_000
    answer = send_batch(by_certificate, *lines, *[unreadable] * 100)
    assert answer.headers["preference-applied"] == AFTER_BODY
    answers = [json.loads(each) for each in answer.text.splitlines()]
    assert [each["status"] for each in answers] == [200] * 100 + [400] * 100
    assert [each["id"] for each in answers[:100]] == [f"{number}" for number in range(100)]
    assert [path for path in (by_certificate.folder / "body").rglob("*") if path.is_file()] == []


def test_a_batch_that_is_too_large_stops_at_the_proxy(by_certificate):
    answer = send_batch(by_certificate, b" " * (MOST_BATCH_BYTES + 1))
    assert answer.status_code == 413
    assert TOO_LARGE in answer.text


def test_the_sizes_of_the_proxy_are_those_of_the_service():
    text = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    sizes = [int(each) * 2**20 for each in re.findall(r"client_max_body_size (\d+)m;", text)]
    assert sizes == [MOST_BYTES, MOST_TABLE_BYTES + MOST_BYTES, MOST_BATCH_BYTES]
    stated = {each.what: each.most for each in LIMITS}
    for what in ("the body of a request", "a batch", "explorer: a table"):
        assert stated[what] in TOO_LARGE


def test_requests_beyond_the_rate_are_refused(by_password):
    def ask(_):
        with by_password.client(auth=("a lawyer", PASSWORD)) as client:
            return [by_password.get(client, "/health").status_code for _ in range(80)]

    with ThreadPoolExecutor(4) as threads:
        statuses = [each for several in threads.map(ask, range(4)) for each in several]
    assert set(statuses) == {200, 429}


def test_nothing_of_a_case_is_in_the_log_or_on_the_disk(by_certificate):
    with by_certificate.client("user") as client:
        by_certificate.post(client, f"/determinations?{MARKER}")
        by_certificate.get(client, f"/{MARKER}?{MARKER}")
        by_certificate.post(client, "/determinations?format=pdf")
    time.sleep(0.2)
    log = (by_certificate.folder / "log").read_text(encoding="utf-8")
    assert re.search(r" CN=A Lawyer,O=Somewhere POST 422 \d\.\d{3}s$", log, re.MULTILINE)
    assert "INFO POST /determinations 422" in log
    kept = [path for path in by_certificate.folder.rglob("*") if path.is_file()]
    assert [path.name for path in kept if MARKER.encode() in path.read_bytes()] == []


def test_the_recipe_and_the_test_agree():
    service, proxy = (COMPOSE["services"][name] for name in ("service", "proxy"))
    command = command_of(WITH_RECORD["services"]["service"], "record")
    assert command[: len(service["command"])] == command_of(service, "record") == ["--allow-host", NAME]
    mounted = dict(each.rsplit(":", 2)[:2] for each in proxy["volumes"])
    assert mounted["./deploy/nginx.conf"] == "/etc/nginx/nginx.conf"
    assert mounted["./deploy/authentication-by-certificate.conf"] == "/etc/nginx/authentication.conf"
    assert "/etc/nginx/certificates" in mounted.values()
    assert proxy["ports"] == ["443:8443"]
