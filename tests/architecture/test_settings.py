"""The settings refuse to start unsafe, and pass Django's own deployment checks."""

import os
import subprocess
import sys

import pytest

from tests.architecture.source import ROOT

pytestmark = pytest.mark.once

PRODUCTION = {
    "SECRET_KEY": "an-example-that-is-long-enough-to-pass-the-deployment-checks-0123456789",
    "ALLOWED_HOSTS": "portail.example",
    "BASE_URL": "https://portail.example",
    "DATABASE_URL": "sqlite:///:memory:",
    "DEFAULT_FROM_EMAIL": "portail@portail.example",
}


def _manage(*arguments, **environment):
    base = {"PATH": os.environ["PATH"]}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=base | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_production_passes_the_deployment_checks():
    result = _manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("missing", sorted(PRODUCTION))
def test_production_does_not_start_without(missing):
    result = _manage("check", **{name: value for name, value in PRODUCTION.items() if name != missing})
    assert result.returncode != 0
    assert missing in result.stderr


def test_a_short_secret_is_refused():
    assert "SECRET_KEY" in _manage("check", **PRODUCTION | {"SECRET_KEY": "short"}).stderr
