"""Words and dates as a person would write them, in French and in English."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from hypothesis import given
from hypothesis import strategies as st

from portal import typography
from portal.templatetags.typography import page_numbers, typo, when_of

NBSP = "\u00a0"
NOON = datetime(2026, 12, 3, 17, 0, tzinfo=UTC)  # 12:00 in Montréal


@pytest.fixture(autouse=True)
def french():
    with translation.override("fr"), time_machine.travel(datetime(2026, 11, 20, 15, 0, tzinfo=UTC), tick=False):
        yield


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Qui peut participer ?", "Qui peut participer_?"),
        ("Attitudes à privilégier:", "Attitudes à privilégier_:"),
        ("« Bonjour » !", "«_Bonjour_»_!"),
        ("«Bonjour»", "«_Bonjour_»"),
        ("de 12 h à 13 h 30", "de 12_h à 13_h_30"),
        ("l'écoute d'aujourd'hui", "l’écoute d’aujourd’hui"),
        ("15 % ou 3 $", "15_% ou 3_$"),
        ("https://exemple.org/?q=a;b", "https://exemple.org/?q=a;b"),
        ("à 12:30", "à 12:30"),
        ("3 heures, 3 hommes", "3 heures, 3 hommes"),
        ("", ""),
    ],
)
def test_french_puts_its_spaces(typed, printed):
    assert typography.french_spaces(typed) == printed.replace("_", NBSP)


@given(st.text(alphabet="ab 1h:;?!«»'%\u00a0/\n"))
def test_printing_twice_changes_nothing_more(text):
    once = typography.french_spaces(text)
    assert typography.french_spaces(once) == once


def test_tags_entities_and_code_are_left_alone():
    html = "<a title='a ;b' href=\"/?a=1;\">Oui ?</a> &amp; non ; <code>x ? y</code> <pre><b>a ?</b> b ?</pre> fin ?"
    assert typo(mark_safe(html)) == (
        f"<a title='a ;b' href=\"/?a=1;\">Oui{NBSP}?</a> &amp; non{NBSP}; <code>x ? y</code> <pre><b>a ?</b> b ?</pre> fin{NBSP}?"
    )


def test_plain_text_stays_plain_and_html_stays_safe():
    assert not isinstance(typo("<b> ?"), SafeString)
    assert isinstance(typo(mark_safe("<b>oui ?</b>")), SafeString)


def test_another_language_keeps_its_own_habits():
    with translation.override("en"):
        assert typo("Who's there?") == "Who's there?"


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_stays_nothing(nothing):
    assert typo(nothing) == nothing


def test_an_event_says_its_day_hours_and_zone():
    event = SimpleNamespace(starts_at=NOON, ends_at=NOON + timedelta(hours=1), timezone="America/Toronto")
    assert when_of(event).replace(NBSP, " ") == "jeudi 3 décembre, 12 h – 13 h (heure de l’Est)"


def test_an_event_elsewhere_keeps_the_hours_of_that_place():
    said = typography.when(NOON, NOON + timedelta(minutes=90), "Europe/Paris").replace(NBSP, " ")
    assert said == "jeudi 3 décembre, 18 h – 19 h 30 (heure de Paris)"


def test_an_event_over_two_days_says_both():
    said = typography.when(NOON, NOON + timedelta(days=1), "America/Toronto").replace(NBSP, " ")
    assert said == "du jeudi 3 décembre, 12 h, au vendredi 4 décembre, 12 h (heure de l’Est)"


def test_the_same_event_in_english():
    with translation.override("en"):
        said = typography.when(NOON, NOON + timedelta(minutes=75), "America/Toronto").replace(NBSP, " ")
    assert said == "Thursday, December 3, 12 p.m. – 1:15 p.m. (Eastern Time)"


def test_the_year_is_said_when_it_is_not_this_one():
    assert typography.day(datetime(2027, 1, 7)).replace(NBSP, " ") == "jeudi 7 janvier 2027"
    assert typography.day(datetime(2026, 12, 3)).replace(NBSP, " ") == "jeudi 3 décembre"


def test_the_first_of_the_month_is_the_first():
    assert typography.date_long(datetime(2026, 12, 1)).replace(NBSP, " ") == "1er décembre 2026"


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=20), "à l’instant"),
        (timedelta(minutes=1), "il y a 1 minute"),
        (timedelta(minutes=5), "il y a 5 minutes"),
        (timedelta(hours=3), "il y a 3 heures"),
        (timedelta(hours=20), "hier"),
        (timedelta(days=4), "il y a 4 jours"),
        (timedelta(days=30), "21 octobre"),
        (timedelta(days=400), "16 octobre 2025"),
        (timedelta(days=-3), "23 novembre"),
    ],
)
def test_how_long_ago(passed, said):
    assert typography.ago(datetime.now(UTC) - passed).replace(NBSP, " ") == said


@pytest.mark.parametrize("written", ["day", "date_long", "hour", "ago"])
def test_a_date_that_is_missing_says_nothing(written):
    from portal.templatetags.typography import register

    assert register.filters[written](None) == ""


def test_page_numbers_leave_a_gap():
    from django.core.paginator import Paginator

    assert page_numbers(Paginator(range(500), 20).page(7)) == [1, None, 6, 7, 8, None, 25]
