"""Follow every link of the demonstration site as each role: no error, one h1, honest headers."""

import re
import urllib.parse

import pytest
import requests

from tests.conftest import PASSWORD

HREF = re.compile(r"""\b(?:href|src)=["']([^"'#]+)""")
LIMIT = 400
LEFT_ALONE = ("/static/", "/media/", "/compte/deconnexion/", "/documents/")


@pytest.fixture(scope="module")
def session_of(portal):
    """``session_of("aline")`` has signed in by the form; ``session_of(None)`` is a visitor."""

    def make(name):
        session = requests.Session()
        if name:
            address = f"{portal.url}/compte/connexion/"
            token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', session.get(address).text)[1]
            answer = session.post(
                address,
                {"login": f"{name}@cdp.example", "password": PASSWORD, "csrfmiddlewaretoken": token},
                headers={"Referer": address},
            )
            assert "/mon-espace/" in answer.url, answer.url
        return session

    return make


def _crawl(session, base, starts, stays):
    """Every answer within ``stays`` that links from ``starts`` lead to, once per path and query shape."""
    waiting, seen, answers = list(starts), set(), {}
    while waiting and len(answers) < LIMIT:
        path = waiting.pop(0)
        parts = urllib.parse.urlsplit(path)
        shape = (parts.path, tuple(sorted(urllib.parse.parse_qs(parts.query))))
        if shape in seen or parts.path.startswith(LEFT_ALONE) or not parts.path.startswith(stays):
            continue
        seen.add(shape)
        answer = session.get(base + path, timeout=30)
        answers[path] = answer
        if "text/html" in answer.headers.get("Content-Type", "") and answer.url.startswith(base):
            links = (urllib.parse.urljoin(answer.url, link.replace("&amp;", "&")) for link in HREF.findall(answer.text))
            waiting += [link[len(base) :] for link in links if link.startswith(base + "/")]
    return answers


def _pages(answers):
    return {path: a for path, a in answers.items() if "text/html" in a.headers.get("Content-Type", "") and a.status_code == 200}


@pytest.mark.parametrize("name", [None, "aline", "claire", "edith", "admin"])
def test_every_link_of_the_site_leads_somewhere(portal, session_of, name):
    answers = _crawl(session_of(name), portal.url, ["/", "/en/"], "/")
    site = {path: answer for path, answer in answers.items() if not path.startswith("/admin/")}
    assert {path: a.status_code for path, a in site.items() if a.status_code >= 400} == {}
    assert len(_pages(site)) > 60
    headings = {
        path: count for path, a in _pages(site).items() if (count := len(re.findall(r"<h1\b", a.text))) != 1 and "/admin/" not in a.url
    }
    assert headings == {}


def test_what_a_signed_in_reader_sees_is_private(portal, session_of):
    answers = _crawl(session_of("aline"), portal.url, ["/"], "/")
    shared = [path for path, a in _pages(answers).items() if "private" not in a.headers.get("Cache-Control", "")]
    assert shared == []


def test_every_page_carries_the_strict_policy(portal, session_of):
    answers = _crawl(session_of(None), portal.url, ["/"], "/")
    loose = [path for path, a in _pages(answers).items() if "unsafe" in a.headers.get("Content-Security-Policy", "unsafe")]
    assert loose == []


def test_the_admin_menu_of_an_editor_leads_somewhere(portal, session_of):
    answers = _crawl(session_of("edith"), portal.url, ["/admin/"], "/admin/")
    assert {path: a.status_code for path, a in answers.items() if a.status_code >= 400} == {}
    assert len(_pages(answers)) > 20


BAD_QUERIES = [
    "?page=x",
    "?page=99999",
    "?tag=%00",
    "?du=abc",
    "?q=%22",
    "?q=((((",
    "?q=" + "a" * 7000,
    "?q=" + "a" * 100_000,
    "?kind=%F0%9F%92%A9&lang=xx",
]


@pytest.mark.parametrize("path", ["/", "/bibliotheque/", "/calendrier/", "/forum/", "/recherche/", "/membres/"])
def test_a_bad_query_is_never_an_error_of_ours(portal, session_of, path):
    session = session_of("aline")
    answers = {query[:20]: session.get(portal.url + path + query, timeout=30).status_code for query in BAD_QUERIES}
    assert [query for query, status in answers.items() if status >= 500] == []
