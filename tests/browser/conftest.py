"""Chromium in front of the running portal (``tests/running.py``)."""

import os
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.conftest import PASSWORD

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items):
    """Without a browser these tests are skipped with a line that says so; ``.ci/run`` demands one."""
    if CHROMIUM or os.environ.get("REQUIRE_BROWSER") == "1":
        return
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine: browser tests are skipped"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    assert CHROMIUM, "Chromium is required here (REQUIRE_BROWSER=1) and was not found."
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return browser_context_args | {"locale": "fr-CA", "timezone_id": "America/Toronto", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def visit(page, portal):
    """``visit("/calendrier/")`` opens the page, and fails on an error answer or a console error at the end.

    A refused form (422) is an answer like another, whatever the console thinks of it.
    """
    problems = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" and "422" not in message.text else None)
    page.on("pageerror", lambda error: problems.append(str(error)))

    def go(path):
        response = page.goto(portal.url + path)
        assert response.status < 400, f"{path} answered {response.status}"
        return page

    yield go
    assert problems == []


@pytest.fixture
def sign_in(visit, page):
    """``sign_in("aline")`` signs the demonstration's Aline in, by the form."""

    def go(name):
        visit("/compte/connexion/")
        page.fill("input[name=login]", f"{name}@cdp.example")
        page.fill("input[name=password]", PASSWORD)
        page.click("form:has(input[name=password]) button[type=submit]")
        page.wait_for_load_state()
        return page

    return go


@pytest.fixture
def accessible():
    """``accessible(page)`` fails with every violation that axe finds."""
    axe = Axe()

    def check(page, **options):
        violations = axe.run(page, options=options).response["violations"]
        told = [f"{v['id']}: {v['help']} {[n['target'] for n in v['nodes']][:5]}" for v in violations]
        assert told == [], f"{page.url}\n" + "\n".join(told)

    return check
