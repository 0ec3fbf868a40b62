"""The calendar and the page of an event, as they are read and used over HTTP."""

import json
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.utils import timezone

from events import registering
from events.models import Registration

CALENDAR = "/calendrier/"


def text_of(answer):
    return unescape(" ".join(answer.content.decode().replace("\u00a0", " ").split()))


# --- The calendar ---------------------------------------------------------------------------


def test_the_calendar_lists_what_comes_then_what_has_been(new_event, client):
    for title, days in [("Passée", -9), ("Hier", -1), ("Bientôt", 2), ("Plus tard", 20)]:
        new_event(title, starts_in=timedelta(days=days))

    page = client.get(CALENDAR).context["page_obj"]

    assert [event.title for event in page] == ["Bientôt", "Plus tard", "Hier", "Passée"]


def test_filters_leave_what_was_asked(new_event, client):
    new_event("Atelier", kind="workshop", modality="in-person", tags=["Écoute active"])
    new_event("Webinaire", kind="webinar")

    titles = [
        [event.title for event in client.get(CALENDAR, query).context["page_obj"]]
        for query in ({"type": "workshop"}, {"modalite": "online"}, {"motcle": "ecoute-active"}, {"periode": "passees"})
    ]

    assert titles == [["Atelier"], ["Webinaire"], ["Atelier"], []]


@pytest.mark.parametrize(
    "query",
    ["page=x", "page=9999", "page=-1", "du=abc", "motcle=inconnu", "type=%27%3B--", "modalite=x", f"motcle={'a' * 5000}", "type=a&type=b"],
)
def test_a_query_that_makes_no_sense_is_answered_in_words(event, client, query):
    assert client.get(f"{CALENDAR}?{query}").status_code == 200


@pytest.mark.parametrize("path", ["2026/13/", "2026/00/", "26/01/", "9999/01/", "inconnu/inscription/", "inconnu/evenement.ics"])
def test_an_address_of_nothing_is_404(calendar, as_member, aline, path):
    assert as_member(aline).get(CALENDAR + path).status_code == 404


def test_a_month_shows_its_events_on_their_day_in_their_own_zone(new_event, client):
    new_event("Nuit", starts_at=datetime(2027, 6, 1, 5, 30, tzinfo=UTC), timezone="America/Vancouver")  # 31 May, 22:30

    may, june = (client.get(f"{CALENDAR}2027/{month}/").context["table"] for month in ("05", "06"))

    days = {day.date.day: [event.title for event in day.events] for week in may.weeks for day in week if day.is_in_month}
    assert days[31] == ["Nuit"]
    assert not june.has_events


@pytest.mark.parametrize("path", ["2000/01/", "2099/12/", "2026/12/"])
def test_the_first_and_the_last_month_open_too(calendar, client, path):
    assert client.get(CALENDAR + path).status_code == 200


def test_private_events_are_listed_to_their_readers_only(event, private_to, client, aline):
    private_to(event, aline)
    seen_by_visitors = client.get(CALENDAR).context["page_obj"].paginator.count

    client.force_login(aline)

    assert seen_by_visitors == 0
    assert client.get(CALENDAR).context["page_obj"].paginator.count == 1


# --- The page of an event ---------------------------------------------------------------------


def test_the_time_is_told_in_the_zone_of_the_event(new_event, client):
    event = new_event(starts_at=datetime(2027, 12, 2, 17, 0, tzinfo=UTC))

    assert "jeudi 2 décembre 2027, 12 h – 13 h (heure de l’Est)" in text_of(client.get(event.url))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "S’inscrire"),
        ({"opens_at": timedelta(days=1)}, "Les inscriptions ouvrent le"),
        ({"closes_at": -timedelta(hours=1)}, "Les inscriptions sont fermées"),
        ({"starts_in": -timedelta(minutes=30)}, "En cours"),
        ({"starts_in": -timedelta(days=1)}, "Cette rencontre est terminée"),
        ({"cancelled_at": -timedelta(days=1), "cancelled_reason": "Grève des postes."}, "Grève des postes."),
    ],
)
def test_the_page_says_where_the_event_stands(new_event, client, fields, words):
    moments = {name: timezone.now() + value if name.endswith("_at") else value for name, value in fields.items()}

    assert words in text_of(client.get(new_event(**moments).url))


def test_last_seats_and_the_waiting_list_are_announced(new_event, client, aline, bruno):
    event = new_event(capacity=2)
    registering.register(event, aline)
    last_seat = text_of(client.get(event.url))

    registering.register(event, bruno)

    assert "Il reste 1 place" in last_seat
    assert "S’inscrire sur la liste d’attente" in text_of(client.get(event.url))


def test_the_room_is_named_on_no_page(event, as_member, aline):
    registering.register(event, aline)

    for url in (event.url, CALENDAR, f"{event.url}rejoindre/"):
        assert b"salle-secrete" not in as_member(aline).get(url).content


def test_what_machines_read_says_when_and_how_but_not_the_room(event, client):
    script = BeautifulSoup(client.get(event.url).content, "html.parser").find("script", type="application/ld+json")

    told = json.loads(script.string)

    assert (told["@type"], told["eventStatus"]) == ("Event", "https://schema.org/EventScheduled")
    assert told["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert datetime.fromisoformat(told["startDate"]) == event.starts_at
    assert [place["url"] for place in told["location"]] == [told["url"]]


# --- Registering ------------------------------------------------------------------------------


def test_two_taps_register_and_say_so(event, as_member, aline):
    answer = as_member(aline).post(f"{event.url}inscription/", follow=True)

    assert Registration.objects.of(aline).get().is_confirmed
    assert "Vous êtes inscrit" in text_of(answer)


def test_posting_again_says_already_registered(event, as_member, aline):
    client = as_member(aline)
    client.post(f"{event.url}inscription/")

    answer = client.post(f"{event.url}inscription/", follow=True)

    assert "déjà inscrit" in text_of(answer)
    assert Registration.objects.count() == 1


def test_a_visitor_signs_in_and_comes_back_to_confirm(event, client, aline):
    to_sign_in = client.get(f"{event.url}inscription/")
    client.force_login(aline)

    back = client.get(f"{event.url}inscription/", follow=True)

    assert to_sign_in["Location"] == f"/compte/connexion/?next={event.url}inscription/"
    assert back.redirect_chain == [(f"{event.url}?etape=confirmer#inscription", 302)]
    assert "Confirmez pour prendre votre place" in text_of(back)
    assert not Registration.objects.exists()


def test_a_visitor_who_posts_signs_in_first(event, client):
    answer = client.post(f"{event.url}inscription/")

    assert answer["Location"] == f"/compte/connexion/?next={event.url}inscription/"


@pytest.mark.parametrize("verb", ["inscription/", "inscription/annuler/"])
def test_a_get_changes_nothing(event, as_member, aline, verb):
    registering.register(event, aline)

    as_member(aline).get(f"{event.url}{verb}")

    assert Registration.objects.get().is_confirmed


def test_a_form_left_open_until_registration_closed_is_refused_with_the_reason(new_event, as_member, aline):
    event = new_event(closes_at=timezone.now() - timedelta(minutes=1))

    answer = as_member(aline).post(f"{event.url}inscription/", follow=True)

    assert "Les inscriptions à cette rencontre sont fermées." in text_of(answer)
    assert not Registration.objects.exists()


def test_a_forged_post_on_a_draft_or_a_private_event_finds_nothing(new_event, as_member, aline, bruno, private_to):
    draft, private = new_event("Brouillon", live=False), new_event("Privée")
    private_to(private, aline)

    codes = [as_member(bruno).post(f"/calendrier/{slug}/inscription/").status_code for slug in (draft.slug, private.slug)]

    assert codes == [404, 404]
    assert not Registration.objects.exists()


def test_cancelling_is_a_post_that_says_so(event, as_member, aline):
    registering.register(event, aline)

    answer = as_member(aline).post(f"{event.url}inscription/annuler/", follow=True)

    assert Registration.objects.get().is_cancelled
    assert "Votre inscription est annulée." in text_of(answer)


def test_the_eleventh_try_in_a_minute_waits(event, as_member, aline):
    client = as_member(aline)

    codes = [client.post(f"{event.url}inscription/").status_code for _ in range(11)]

    assert codes == [302] * 10 + [429]


def test_english_addresses_reach_the_same_event_translated_or_not(new_event, english, as_member, aline, bruno):
    event, untranslated = new_event("Écouter", capacity=1), new_event("Seulement en français")
    translated = english(event, title="Listening")
    client = as_member(aline)

    answers = [client.post(f"/en/calendrier/{slug}/inscription/") for slug in (translated.slug, untranslated.slug)]

    assert [answer["Location"] for answer in answers] == [f"{translated.url}#inscription", f"{untranslated.url}#inscription"]
    assert Registration.objects.of(aline).confirmed().count() == 2
    assert registering.register(event, bruno).is_waiting
    assert client.get("/en/calendrier/").context["page_obj"].paginator.count == 1


# --- The gate ---------------------------------------------------------------------------------


def test_the_gate_opens_a_quarter_of_an_hour_before_to_the_confirmed_only(new_event, client, aline, bruno):
    event = new_event(capacity=1)
    for member in (aline, bruno):
        registering.register(event, member)
    gate = f"{event.url}rejoindre/"

    def knock(member, before):
        with time_machine.travel(event.starts_at - before, tick=False):
            client.force_login(member)
            return client.get(gate)

    early, on_time, waiting = knock(aline, timedelta(minutes=16)), knock(aline, timedelta(minutes=15)), knock(bruno, timedelta(minutes=5))

    assert (early.status_code, on_time.status_code, waiting.status_code) == (200, 302, 403)
    assert on_time["Location"] == "https://visio.example/salle-secrete"
    assert on_time["Referrer-Policy"] == "no-referrer"
    assert Registration.objects.get(member=aline).attended_at == event.starts_at - timedelta(minutes=15)


def test_a_visitor_at_the_gate_signs_in_first(event, client):
    assert client.get(f"{event.url}rejoindre/").url.startswith("/compte/connexion/")


def test_the_gate_is_closed_after_the_event_and_when_it_is_cancelled(new_event, as_member, aline):
    event = new_event()
    registering.register(event, aline)
    event.cancelled_at = timezone.now()
    event.save()
    with time_machine.travel(event.starts_at, tick=False):
        assert as_member(aline).get(f"{event.url}rejoindre/").status_code == 200
    assert Registration.objects.get().attended_at is None
