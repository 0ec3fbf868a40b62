"""The demonstration says what the customer’s document says, all of it, and is played once only."""

import html
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from wagtail.models import Page

from events.models import EventPage, Registration
from forum.models import Post, Thread
from library.kinds import Kind
from library.models import ResourcePage, ToolkitPage
from members.models import Member, OutgoingMail

DOCUMENT = Path(__file__).parents[2] / "home/demo/communaute-de-pratique.md"
PAGES = ["", "principes-de-base/", "benefices/", "concepts-importants/", "exemples-d-activites/", "facteurs-de-succes/"]
ACCOUNTS = ["admin@cdp.example", "edith@cdp.example", "claire@cdp.example", "aline@cdp.example", "bruno@cdp.example"]


def said(text):
    """Words only: no typography, no capitals, no numbering of a heading."""
    plain = html.unescape(text).casefold().replace("’", "'").replace("…", "...").replace("\u00a0", " ")
    return " ".join(plain.split())


def lines():
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        if words := line.strip().lstrip("#-").strip():
            yield words


@pytest.fixture(scope="module")
def pages():
    return {}


def shown(client, pages):
    """What the pages of the community say between the tags of ``<main>``, asked once over HTTP."""
    if not pages:
        for name in PAGES:
            answer = client.get(f"/la-communaute/{name}")
            assert answer.status_code == 200
            main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
            pages[name] = said(re.sub(r"<[^>]+>", " ", main))
    return pages


@pytest.mark.parametrize("line", list(lines()))
def test_what_the_document_says_stands_on_a_page(client, demo, pages, line):
    words = re.sub(r"\s*:$", "", said(line))
    assert any(words in page for page in shown(client, pages).values()), line


def test_every_page_answers_in_both_languages(client, demo):
    addresses = [page.url for page in Page.objects.live().filter(depth__gt=1)]
    answers = {address: client.get(address).status_code for address in addresses}
    assert {address for address, status in answers.items() if status != 200} == set()
    assert {"/", "/en/", "/en/la-communaute/benefices/", "/nous-joindre/"} <= answers.keys()


def test_the_community_is_as_rich_as_promised(demo):
    assert EventPage.objects.live().count() >= 8
    assert ResourcePage.objects.live().count() == 30
    assert set(ResourcePage.objects.values_list("kind", flat=True)) == set(Kind.values)
    assert ToolkitPage.objects.live().count() == 2
    assert Thread.objects.count() >= 12
    assert Member.objects.count() == 12


def test_there_are_meetings_in_every_state(demo):
    phases = {event.phase for event in EventPage.objects.live().with_attendance()}
    assert {"open", "full", "cancelled", "past"} <= phases
    assert Registration.objects.waiting().exists()
    assert EventPage.objects.past().exclude(replay_url="").exists()


def test_there_are_threads_in_every_state(demo):
    threads = Thread.objects
    assert threads.unanswered().exists()
    assert threads.filter(accepted_count__gt=0).exists()
    for column in ("pinned_at", "closed_at", "hidden_at"):
        assert threads.exclude(**{column: None}).exists(), column
    assert not Post.objects.pending().exists()


def test_the_accounts_of_the_first_run_sign_in(client, demo):
    for email in ACCOUNTS:
        assert client.login(email=email, password="cdp-demo-2026"), email
    assert Member.objects.get(email="admin@cdp.example").is_superuser


def test_nothing_is_mailed_to_invented_people(demo):
    assert not OutgoingMail.objects.due().exists()


def test_a_second_time_changes_nothing(demo, django_assert_max_num_queries):
    before = counted()
    with django_assert_max_num_queries(80):
        call_command("seed_demo", verbosity=0)
    assert counted() == before


def counted():
    return {
        model._meta.label: model._default_manager.count() for model in apps.get_models() if model._meta.managed and not model._meta.swapped
    }
