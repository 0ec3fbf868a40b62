"""Follow every link of the demonstration site as each role: no error, one h1, honest headers."""

import re
import urllib.parse

import pytest
import requests

from tests.conftest import PASSWORD

HREF = re.compile(r"""\b(?:href|src)=["']([^"'#]+)""")
LEFT_ALONE = ("/static/", "/media/", "/compte/deconnexion/", "/documents/", "/admin/bulk/", "/admin/pages/preview")


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


def _crawl(session, base, start, within, limit):
    """Up to ``limit`` answers that links from ``start`` lead to, breadth first: each path once bare and once with a query."""
    waiting, seen, answers = [start], set(), {}
    while waiting and len(answers) < limit:
        path = waiting.pop(0)
        parts = urllib.parse.urlsplit(path)
        shape = (parts.path, bool(parts.query))
        if shape in seen or parts.path.startswith(LEFT_ALONE) or not re.match(within, parts.path):
            continue
        seen.add(shape)
        answer = session.get(base + path, timeout=30)
        answers[path] = answer
        if "text/html" in answer.headers.get("Content-Type", "") and answer.url.startswith(base):
            links = (urllib.parse.urljoin(answer.url, link.replace("&amp;", "&")) for link in HREF.findall(answer.text))
            waiting += [link[len(base) :] for link in links if link.startswith(base + "/")]
    return answers


@pytest.fixture(scope="module")
def read_by(portal, session_of):
    """``read_by(None)``: what a visitor finds by following every link of the site; each reader walks once."""
    walks = {}

    def walk(name):
        if name not in walks:
            walks[name] = _crawl(session_of(name), portal.url, "/", r"/(?!admin/)", limit=260)
        return walks[name]

    return walk


@pytest.fixture(scope="module")
def editors_desk(portal, session_of):
    """What Edith finds by following the links of the Wagtail admin."""
    return _crawl(session_of("edith"), portal.url, "/admin/", "/admin/", limit=90)


def _pages(answers):
    return {path: a for path, a in answers.items() if "text/html" in a.headers.get("Content-Type", "") and a.status_code == 200}


def _refusals(answers):
    return {path: a.status_code for path, a in answers.items() if a.status_code >= 400}


@pytest.mark.parametrize("name", [None, "claire"])
def test_every_link_of_the_site_leads_somewhere(read_by, name):
    assert _refusals(read_by(name)) == {}
    assert len(_pages(read_by(name))) > 100


@pytest.mark.parametrize("name", [None, "claire"])
def test_every_page_has_one_first_heading(read_by, name):
    counts = {path: len(re.findall(r"<h1\b", a.text)) for path, a in _pages(read_by(name)).items()}
    assert {path: count for path, count in counts.items() if count != 1} == {}


def test_what_a_signed_in_reader_sees_is_private(read_by):
    shared = [path for path, a in _pages(read_by("claire")).items() if "private" not in a.headers.get("Cache-Control", "")]
    assert shared == []


def test_every_page_carries_the_strict_policy(read_by):
    loose = [path for path, a in _pages(read_by(None)).items() if "unsafe" in a.headers.get("Content-Security-Policy", "unsafe")]
    assert loose == []


def test_the_french_pages_are_in_french(read_by):
    """No English word of the interface has slipped through the catalogue."""
    english = re.compile(r">\s*(Sign in|Search|Read more|Next|Previous|Reply|Library|Calendar|Register)\b[^<]*<")
    slipped = {path: m[0] for path, a in _pages(read_by("claire")).items() if not path.startswith("/en/") and (m := english.search(a.text))}
    assert {path: words for path, words in slipped.items() if "lang=" not in words} == {}


def test_the_editors_desk_leads_somewhere(editors_desk):
    assert _refusals(editors_desk) == {}
    assert len(_pages(editors_desk)) > 30


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
