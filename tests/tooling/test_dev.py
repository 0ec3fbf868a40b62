"""``dev.py``: what a newcomer meets first, so it explains itself and never ends in a traceback."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.architecture.source import ROOT

pytestmark = pytest.mark.once

OLD_PYTHONS = sorted(
    python
    for python in Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/*/bin/python")
    if re.match(r"2\.|3\.\d\.|3\.10\.", python.parts[-3])
)
with_old_pythons = pytest.mark.skipif(not OLD_PYTHONS, reason="pyenv holds no Python older than 3.11 on this machine")
SUPERVISOR = """
import dev, signal, sys
signal.signal(signal.SIGTERM, dev.pass_on)
child = dev.start([sys.executable, "-c", "import subprocess; subprocess.run(['sleep', '60'])"])
print(child.pid, flush=True)
child.wait()
dev.stop_all()
"""


def run_dev(*arguments, python=sys.executable, **environment):
    command = [python, ROOT / "dev.py", *arguments]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, encoding="utf-8", timeout=60, check=False)


def test_alone_it_explains_every_task_in_both_languages():
    listing = run_dev().stdout
    for name, task in dev.TASKS.items():
        assert re.search(rf"^  {name}\b", listing, re.MULTILINE)
        assert all(line.strip() in listing for line in task.__doc__.splitlines())


def test_an_unknown_task_gets_the_same_explanation_and_fails():
    outcome = run_dev("rnu")
    assert (outcome.returncode, outcome.stdout) == (2, run_dev().stdout)


@with_old_pythons
@pytest.mark.parametrize("python", OLD_PYTHONS, ids=lambda python: python.parts[-3])
def test_a_python_that_is_too_old_says_so_in_a_sentence(python):
    outcome = run_dev("run", python=python, PATH="/nowhere", PYTHONIOENCODING="utf-8")
    french, english = outcome.stderr.splitlines()
    assert outcome.returncode == 1
    assert french.startswith("Il faut Python 3.11 ou plus récent")
    assert english.startswith("Python 3.11 or newer")


@with_old_pythons
def test_a_python_that_is_too_old_hands_over_to_a_newer_one(tmp_path):
    (tmp_path / "python3.13").symlink_to("/bin/false")  # a command of that name which does not run
    (tmp_path / "python3.11").symlink_to(sys._base_executable)
    assert run_dev(python=OLD_PYTHONS[0], PATH=str(tmp_path)).stdout == run_dev().stdout


def test_a_port_that_is_taken_gets_one_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        outcome = run_dev("run", "--port", port)
    assert outcome.returncode == 1
    assert len(outcome.stderr.splitlines()) == 1
    assert port in outcome.stderr


def test_a_signal_reaches_the_children_and_what_they_have_started():
    with subprocess.Popen([sys.executable, "-c", SUPERVISOR], cwd=ROOT, stdout=subprocess.PIPE, text=True) as supervisor:
        group = int(supervisor.stdout.readline())
        supervisor.send_signal(signal.SIGTERM)
        assert supervisor.wait(timeout=10) == 0
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)
