"""A real Neo4j for the tests: one that is given, one in a container, or one run by Java, in that order."""

from __future__ import annotations

import atexit
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import docker
import neo4j
import pytest
from docker.errors import DockerException
from neo4j.exceptions import DriverError, Neo4jError
from testcontainers.core.container import DockerContainer

from scrgraph.store.neo4j import Neo4jStore

VERSION = "5.26.0"
IMAGE = "neo4j:5-community"
_SECONDS_TO_START = 120
_POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion><groupId>scrgraph</groupId><artifactId>neo4j-for-tests</artifactId>
<version>1</version><dependencies><dependency>
<groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version>
</dependency></dependencies></project>
"""
_JAVA_OPTIONS = (
    "-Xms256m",
    "-Xmx1g",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
)


class NoNeo4jError(Exception):
    """No Neo4j can be had on this machine; the message says what to install or set."""


@dataclass(frozen=True)
class Neo4jServer:
    """Where the server answers, and how it came to be. The password is never printed."""

    uri: str
    user: str
    password: str = field(repr=False)
    source: str

    def connect(self) -> Neo4jStore:
        """A new store on this server."""
        return Neo4jStore.connect(self.uri, self.user, self.password)

    def describe(self) -> str:
        """The line that tells which server answered."""
        with neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver:
            return f"Neo4j: {driver.get_server_info().agent} at {self.uri}, {self.source}"

    def empty(self) -> None:
        """Remove everything from the graph."""
        with (
            neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver,
            driver.session() as session,
        ):
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()

    def count(self) -> int:
        """How many nodes the graph holds."""
        with neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver:
            return int(driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"])


@contextmanager
def running_server() -> Iterator[Neo4jServer]:
    """A server for the length of the block; one that was started here is ended after it.

    Raises ``NoNeo4jError`` where there is none to be had.
    """
    with ExitStack() as stack:
        if os.environ.get("SCRGRAPH_NEO4J_URI"):
            yield _given()
        elif _docker_answers():
            yield stack.enter_context(_in_a_container())
        else:
            yield stack.enter_context(_run_by_java())


def _given() -> Neo4jServer:
    server = Neo4jServer(
        os.environ["SCRGRAPH_NEO4J_URI"],
        os.environ.get("SCRGRAPH_NEO4J_USER", "neo4j"),
        os.environ.get("SCRGRAPH_NEO4J_PASSWORD", ""),
        "named by SCRGRAPH_NEO4J_URI",
    )
    held = server.count()
    if held:
        raise NoNeo4jError(
            f"The graph at SCRGRAPH_NEO4J_URI holds {held} things. The tests need an empty one."
        )
    return server


def _docker_answers() -> bool:
    try:
        client = docker.from_env(timeout=3)
        try:
            return bool(client.ping())
        finally:
            client.close()
    except (DockerException, OSError):
        return False


@contextmanager
def _in_a_container() -> Iterator[Neo4jServer]:
    password = secrets.token_urlsafe(16)
    asked = DockerContainer(IMAGE).with_exposed_ports(7687).with_env("NEO4J_AUTH", f"neo4j/{password}")
    with asked.with_env("NEO4J_dbms_usage__report_enabled", "false") as container:
        uri = f"bolt://{container.get_container_host_ip()}:{container.get_exposed_port(7687)}"
        if not _comes_up(uri, password, lambda: True):
            raise NoNeo4jError(f"{IMAGE} was started in a container and did not answer.")
        yield Neo4jServer(uri, "neo4j", password, f"in a container of {IMAGE}")


@contextmanager
def _run_by_java() -> Iterator[Neo4jServer]:
    java = shutil.which("java")
    if java is None:
        raise NoNeo4jError("No Neo4j: set SCRGRAPH_NEO4J_URI, start Docker, or install Java 17 and Maven.")
    jars = _jars()
    home = Path(tempfile.mkdtemp(prefix="scrgraph-neo4j-"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    _write_settings(home, port)
    with (home / "console.log").open("w", encoding="utf-8") as console:
        process = subprocess.Popen(
            [
                *(java, *_JAVA_OPTIONS, "-cp", f"{jars}{os.sep}*", "org.neo4j.server.CommunityEntryPoint"),
                *(f"--home-dir={home}", f"--config-dir={home / 'conf'}", "--console-mode"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
        )
    # Nothing in the folder is kept, so the server need not close its files in good order.
    end = _ender(process, home)
    atexit.register(end)
    try:
        password = secrets.token_urlsafe(16)
        uri = f"bolt://127.0.0.1:{port}"
        if not _comes_up(uri, password, lambda: process.poll() is None):
            raise NoNeo4jError(
                f"Neo4j {VERSION} did not start under Java:\n{_last_lines(home / 'console.log')}"
            )
        yield Neo4jServer(uri, "neo4j", password, "run by Java from Maven's jars")
    finally:
        end()
        atexit.unregister(end)


def _ender(process: subprocess.Popen[bytes], home: Path) -> Callable[[], None]:
    def end() -> None:
        process.kill()
        process.wait()
        shutil.rmtree(home, ignore_errors=True)

    return end


def _write_settings(home: Path, port: int) -> None:
    settings = {
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "true",
        "dbms.usage_report.enabled": "false",
        "server.memory.pagecache.size": "128m",
        "db.transaction.monitor.check.interval": "200ms",
    }
    (home / "conf").mkdir()
    text = "".join(f"{name}={value}\n" for name, value in settings.items())
    (home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")


def _comes_up(uri: str, password: str, runs: Callable[[], bool]) -> bool:
    """Wait for the server to answer to ``password``, which takes the place of its first one if need be."""
    until = time.monotonic() + _SECONDS_TO_START
    while runs() and time.monotonic() < until:
        for known in ("neo4j", password):
            try:
                with neo4j.GraphDatabase.driver(uri, auth=("neo4j", known)) as driver:
                    if known == password:
                        with driver.session() as session:
                            session.run("RETURN 1").consume()
                        return True
                    with driver.session(database="system") as session:
                        change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
                        session.run(change, {"old": known, "new": password}).consume()
            except (DriverError, Neo4jError):
                time.sleep(0.2)
    return False


def _last_lines(console: Path) -> str:
    return "\n".join(console.read_text(encoding="utf-8", errors="replace").splitlines()[-10:])


def _jars() -> Path:
    """The folder of Neo4j's jars, fetched once with Maven and kept in the user's cache folder."""
    folder = _cache_folder() / "scrgraph-neo4j" / VERSION / "lib"
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise NoNeo4jError(
            "No Neo4j: set SCRGRAPH_NEO4J_URI, start Docker, or install Maven to fetch its jars."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    fetched = Path(tempfile.mkdtemp(prefix="fetch-", dir=folder.parent))
    try:
        (fetched / "pom.xml").write_text(_POM, encoding="utf-8")
        done = subprocess.run(
            [
                maven,
                "-q",
                "-B",
                "dependency:copy-dependencies",
                "-DincludeScope=runtime",
                "-DoutputDirectory=lib",
            ],
            cwd=fetched,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        if done.returncode != 0:
            raise NoNeo4jError(
                f"Maven could not fetch Neo4j {VERSION}:\n{(done.stdout + done.stderr)[-1500:]}"
            )
        if not folder.is_dir():
            (fetched / "lib").replace(folder)
    finally:
        shutil.rmtree(fetched, ignore_errors=True)
    return folder


def _cache_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


_ANSWERED = pytest.StashKey[str]()


def absent(reason: str) -> NoReturn:
    """Skip, saying why; where ``CI`` is set this is a failure, so that nothing is left out there."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest) -> Iterator[Neo4jServer]:
    """The run's one Neo4j, started when the first test asks for it."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(running_server())
        except NoNeo4jError as reason:
            absent(str(reason))
        request.config.stash[_ANSWERED] = server.describe()
        yield server
        server.empty()


@pytest.fixture
def neo4j_store_factory(neo4j_server: Neo4jServer) -> Iterator[Callable[[], Neo4jStore]]:
    """Makes stores on the run's Neo4j, its graph empty at the start of each test; closes them after it."""
    neo4j_server.empty()
    with ExitStack() as stack:
        yield lambda: stack.enter_context(neo4j_server.connect())


@pytest.fixture
def neo4j_store(neo4j_store_factory: Callable[[], Neo4jStore]) -> Neo4jStore:
    """One store on the run's Neo4j, its graph empty."""
    return neo4j_store_factory()


def tell(config: pytest.Config, told: str) -> None:
    """Note which Neo4j answered."""
    config.stash[_ANSWERED] = told


def answered(config: pytest.Config) -> str:
    """Which Neo4j answered in this run, or nothing when no test asked for one."""
    return config.stash.get(_ANSWERED, "")
