"""The portal as it is really run: its own process, its worker, the demonstration site.

Mail goes to files, so that a test reads the code that a newcomer would receive.
"""

import email
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from email import policy

import pytest

from tests.architecture.source import ROOT


class Portal:
    """A running portal: its address, and the mail that it has sent."""

    def __init__(self, url, mailbox):
        self.url, self.mailbox = url, mailbox

    def mails_to(self, address, waiting_for=0, seconds=20):
        """What ``address`` has received, oldest first, as ``EmailMessage`` objects; waits until there are ``waiting_for``."""
        until = time.monotonic() + seconds
        while len(found := self._received(address)) < waiting_for and time.monotonic() < until:
            time.sleep(0.2)
        return found

    def _received(self, address):
        found = []
        for path in sorted(self.mailbox.glob("*"), key=lambda path: path.stat().st_mtime):
            for raw in re.split(rb"^-{60,}\n", path.read_bytes(), flags=re.MULTILINE):
                message = email.message_from_bytes(raw, policy=policy.default)
                if message["To"] and address in message["To"]:
                    found.append(message)
        return found

    def code_sent_to(self, address, seconds=20):
        """The code of the newest mail to ``address``, waiting for the worker up to ``seconds``."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for message in reversed(self.mails_to(address)):
                if found := re.search(r"^\s*([0-9A-Z]{4}-?[0-9A-Z]{2,4})\s*$", message.get_body(("plain",)).get_content(), re.MULTILINE):
                    return found[1]
            time.sleep(0.2)
        raise AssertionError(f"no code arrived for {address}")


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def portal(tmp_path_factory):
    """The demonstration site, served by its own process with its worker, on the engine under test."""
    folder, port = tmp_path_factory.mktemp("portal"), _free_port()
    mailbox = folder / "mail"
    environment = os.environ | {
        "DEBUG": "1", "DATA_DIR": str(folder), "BASE_URL": f"http://127.0.0.1:{port}", "DJANGO_SETTINGS_MODULE": "portal.settings",
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend", "EMAIL_FILE_PATH": str(mailbox), "LOG_LEVEL": "ERROR",
        "PYTHONWARNINGS": "ignore",
    }  # fmt: skip
    environment.pop("SQLITE_PATH", None)
    drop = _own_database(environment)

    def manage(*arguments):
        return [sys.executable, "manage.py", *arguments]

    for command in ("migrate", "seed_demo"):
        subprocess.run(manage(command, "-v0"), cwd=ROOT, env=environment, check=True, timeout=180)
    with (folder / "server.log").open("wb") as log:
        processes = [
            subprocess.Popen(manage(*arguments), cwd=ROOT, env=environment, stdout=log, stderr=log)
            for arguments in (("runserver", "--noreload", f"127.0.0.1:{port}"), ("db_worker", "--no-reload", "--interval", "0.3"))
        ]
        try:
            _wait_for(f"http://127.0.0.1:{port}/sante/pret", processes[0])
            yield Portal(f"http://127.0.0.1:{port}", mailbox)
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait(20)
            drop()


def _own_database(environment):
    """On PostgreSQL, a database beside the others; returns what drops it."""
    if not environment.get("DATABASE_URL", "").startswith("postgres"):
        environment["DATABASE_URL"] = ""
        return lambda: None
    import psycopg

    name, dsn = f"portal_browser_{os.getpid()}", environment["DATABASE_URL"]
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    environment["DATABASE_URL"] = dsn.rsplit("/", 1)[0] + f"/{name}"

    def drop():
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    return drop


def _wait_for(url, process, seconds=60):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert process.poll() is None, "the server stopped at once"
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{url} did not answer in {seconds} s")
