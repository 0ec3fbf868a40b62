#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Every task of the project, with the standard library alone: ``python3 dev.py`` lists them.

Even Python 2.7 can read this file, so that an interpreter that is too old hands over to a
newer one, or says in one sentence what is missing. Hence no f-string and no ``pathlib``.
"""
# ruff: noqa: UP009, UP032, UP036, RUF005

import argparse
import contextlib
import fileinput
import glob
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, "installed-locks")
TOO_OLD = """\
Il faut Python 3.11 ou plus récent avec son module venv (paquet python3-venv sous Debian) ; celui-ci est Python {0}.{1}.
Python 3.11 or newer with its venv module is needed (package python3-venv on Debian); this is Python {0}.{1}."""
ACCOUNTS = """\
  administration  admin@cdp.example
  édition         edith@cdp.example
  animation       claire@cdp.example
  membres         aline@cdp.example, bruno@cdp.example
  mot de passe    cdp-demo-2026"""


class Failed(Exception):
    """Something that one sentence explains."""


def say(text):
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


# --- Processes ----------------------------------------------------------------------------

children = []  # what we have started
requests = []  # the signals that have asked us to stop


def start(command, **options):
    """Start a child in a group of its own, so that the processes it starts stop with it."""
    child = subprocess.Popen(command, start_new_session=True, **options)
    children.append(child)
    if requests:  # we were asked while the child was being born
        tell(child, signal.SIGTERM)
    return child


def tell(child, number):
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, number)


def pass_on(number, _frame):
    """Ask every child to end. Ctrl-C too is passed on as SIGTERM, which no child answers with a traceback."""
    requests.append(number)
    for child in children:
        if child.poll() is None:
            tell(child, signal.SIGTERM)


def stop_all():
    """Wait for each child, once asked to end, and insist after ten seconds; what a dead one left behind goes too."""
    for child in children:
        if not requests:  # the worker takes a second request as "at once", and would break its task off
            tell(child, signal.SIGTERM)
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(timeout=10)
        tell(child, signal.SIGKILL)


def succeeds(command, **options):
    """Run to the end and tell whether it went well."""
    child = start(command, **options)
    code = child.wait()
    children.remove(child)
    if requests:
        raise SystemExit(128 + requests[0])
    return code == 0


def call(command, **options):
    if not succeeds(command, **options):
        raise Failed("Échec de / failure of: " + " ".join(command).replace(ROOT + os.sep, ""))


# --- The environment ----------------------------------------------------------------------


def find_python():
    """A Python that can make our environment: this one if it can, else another on the PATH."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    names = ["python3.13", "python3.12", "python3.11", "python3.14", "python3"]
    for python in [sys.executable] + [os.path.join(folder, name) for name in names for folder in folders]:
        if is_suitable(python):
            return python
    raise Failed(TOO_OLD.format(*sys.version_info))


def is_suitable(python):
    """A command of that name may be there and not run (pyenv), or have lost its venv (Debian): try it."""
    code = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"
    with open(os.devnull, "w") as nowhere:
        return os.access(python, os.X_OK) and subprocess.call([python, "-c", code], stdout=nowhere, stderr=nowhere) == 0


def prepare(lock):
    """Install ``requirements/<lock>.txt``, unless the environment already holds exactly that."""
    path = "requirements/" + lock + ".txt"
    digest = fingerprint(path)
    if os.path.exists(STAMP) and is_suitable(PYTHON):
        with open(STAMP) as stamp:
            if digest in stamp.read().split():
                return
    say("Installation de {} dans .venv…".format(path))
    locked = ["--quiet", "--require-hashes", "-r", path]
    if not (prepare_uv() and succeeds([PYTHON, "-m", "uv", "pip", "install", "--python", PYTHON] + locked)):
        say("uv n’a pas pu ; nouvel essai avec pip…")
        call([PYTHON, "-m", "pip", "install"] + locked)
    # The test lock holds the runtime lock whole: after `test`, `run` has nothing to install.
    with open(STAMP, "w") as stamp:
        stamp.write(digest + "\n" + fingerprint("requirements/runtime.txt") + "\n")


def prepare_uv():
    """Make sure that the environment exists, and tell whether it has our pinned uv."""
    if not is_suitable(PYTHON):
        call([find_python(), "-m", "venv", "--clear", VENV])
    if not succeeds([PYTHON, "-c", "import pip"], stderr=subprocess.DEVNULL):
        call([PYTHON, "-m", "ensurepip"])
    locked = ["-qq", "--require-hashes", "--only-binary", ":all:", "-r", "requirements/uv.txt"]
    return succeeds([PYTHON, "-m", "pip", "install", "--disable-pip-version-check"] + locked)


def fingerprint(path):
    with open(path, "rb") as file:
        return hashlib.sha512(file.read()).hexdigest()


def manage(*arguments):
    return [PYTHON, "manage.py"] + list(arguments)


# --- The tasks: their docstrings are the help ---------------------------------------------


def run(arguments):
    """Lance le portail de démonstration [--port 8000]
    Run the demonstration portal"""
    parser = argparse.ArgumentParser(prog="dev.py run")
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args(arguments).port
    if answers(port):
        raise Failed("Le port {0} est pris : choisissez --port / port {0} is taken: choose another --port.".format(port))
    address = "http://127.0.0.1:{}".format(port)
    os.environ.setdefault("DEBUG", "1")
    os.environ.setdefault("BASE_URL", address)
    os.environ["PYTHONUNBUFFERED"] = "1"
    prepare("runtime")
    say("Base de données et site de démonstration…")
    code = "from django.core.management import call_command as call; call('migrate', verbosity=0); call('seed_demo')"
    call(manage("shell", "--no-imports", "-c", code))  # in one process: each start of Django takes seconds
    serve(port, address)


def serve(port, address):
    """Keep the site and its background jobs running, until we are asked to stop or the server dies."""
    server = start(manage("runserver", "127.0.0.1:{}".format(port)))
    jobs = {"db_worker": manage("db_worker"), "tick": manage("tick", "--every", "60")}
    running = {}
    while not requests and server.poll() is None:
        if not running and answers(port):
            say("\nLe portail est ouvert : {}/  (Ctrl-C pour l’arrêter)\n{}\n".format(address, ACCOUNTS))
            running = {name: start(command) for name, command in jobs.items()}  # only now: the site opens sooner
        for name, job in running.items():
            if job.poll() is not None:
                say("« {0} » s’est arrêté et va repartir / {0} has died and will be started again.".format(name))
                time.sleep(2)
                running[name] = start(jobs[name])
        time.sleep(0.2)
    if not requests:
        raise Failed("Le serveur s’est arrêté, tout s’arrête / The server has died, everything stops.")


def answers(port):
    with contextlib.suppress(OSError, OverflowError):
        socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
        return True
    return False


def test(arguments):
    """Vérifie le style, puis lance les tests [--no-lint] [options de pytest]
    Check the style, then run the tests"""
    prepare("test")
    if "--no-lint" not in arguments:
        call([PYTHON, "-m", "ruff", "check", "--quiet", "--output-format", "concise"])
        call([PYTHON, "-m", "ruff", "format", "--check", "--quiet"])
        call(djade("--check"))
        call([PYTHON, "-c", "import sys, importlinter.cli as cli; sys.exit(cli.lint_imports(no_logo=True))"])
    os.execv(PYTHON, [PYTHON, "-m", "pytest"] + [word for word in arguments if word != "--no-lint"])


def djade(*options):
    templates = sorted(glob.glob("templates/**/*.html", recursive=True))
    return [os.path.join(VENV, "bin", "djade")] + list(options) + templates


def reformat(_arguments):
    """Met le code et les gabarits en forme
    Format the code and the templates"""
    prepare("test")
    call([PYTHON, "-m", "ruff", "check", "--fix", "--exit-zero", "--quiet"])
    call([PYTHON, "-m", "ruff", "format", "--quiet"])
    succeeds(djade())  # fails whenever it rewrites something


def messages(_arguments):
    """Met à jour et compile le catalogue français (demande gettext)
    Update and compile the French catalogue (needs gettext)"""
    if not shutil.which("msgfmt"):
        raise Failed("gettext manque / gettext is missing: apt install gettext")
    os.environ.setdefault("DEBUG", "1")
    prepare("runtime")
    ignored = ["--ignore", ".venv", "--ignore", "tests", "--ignore", "bench"]
    call(manage("makemessages", "--locale", "fr", "--no-location", "--no-wrap", "--no-obsolete", *ignored))
    with fileinput.input("locale/fr/LC_MESSAGES/django.po", inplace=True, encoding="utf-8") as lines:
        for line in lines:  # one of them changes at each run, for nothing
            sys.stdout.write("" if "POT-Creation-Date" in line else line)
    call(manage("compilemessages", "--locale", "fr", "--ignore", ".venv"))


def lock(arguments):
    """Recalcule requirements/*.txt [--upgrade, ou toute option de uv]
    Compute requirements/*.txt again"""
    if not prepare_uv():
        raise Failed("uv ne s’installe pas / uv cannot be installed.")
    compiling = [PYTHON, "-m", "uv", "pip", "compile", "--universal", "--python-version", "3.11", "--quiet"]
    compiling += ["--generate-hashes", "--no-emit-index-url", "--no-header"] + arguments
    call(compiling + ["pyproject.toml", "-o", "requirements/runtime.txt"])
    call(compiling + ["pyproject.toml", "--group", "test", "-c", "requirements/runtime.txt", "-o", "requirements/test.txt"])
    call(compiling + ["requirements/uv.in", "-o", "requirements/uv.txt"])


def vendor(arguments):
    """Reprend les fichiers tiers de l’interface d’après vendor.json [--update] (demande npm)
    Fetch the third-party front-end files that vendor.json lists (needs npm)"""
    prepare_uv()
    fonts = ["--with", "fonttools[woff]==4.68.0"]
    call([PYTHON, "-m", "uv", "run", "--quiet", "--no-project"] + fonts + ["-m", "portal.vendoring"] + arguments)


TASKS = {"run": run, "test": test, "format": reformat, "messages": messages, "lock": lock, "vendor": vendor}


def explain():
    lines = ["Portail CdP : python3 dev.py TÂCHE", ""]
    for name, task in TASKS.items():
        french, english = (line.strip() for line in task.__doc__.splitlines())
        lines += ["  {:<9} {}".format(name, french), " " * 12 + english]
    say("\n".join(lines))


def main(arguments):
    os.chdir(ROOT)
    try:
        if sys.version_info < (3, 11):
            python = find_python()
            os.execv(python, [python, os.path.abspath(__file__)] + arguments)
        sys.stdout.reconfigure(errors="replace")
        if not arguments or arguments[0] not in TASKS:
            explain()
            return 0 if arguments in ([], ["-h"], ["--help"]) else 2
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, pass_on)
        TASKS[arguments[0]](arguments[1:])
    except Failed as problem:
        sys.stderr.write("{}\n".format(problem))
        return 1
    finally:
        stop_all()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
