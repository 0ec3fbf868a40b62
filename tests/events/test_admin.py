"""What editors and facilitators do with events and registrations in the admin."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.test.utils.form_data import nested_form_data, streamfield

from events import registering
from events.models import EventPage, EventSpeaker, Registration, Speaker

REGISTRATIONS = "/admin/registrations/"


@pytest.fixture
def answers():
    """What an editor's browser sends for an event."""

    def make(event, **changes):
        data = {
            "title": event.title,
            "slug": event.slug,
            "kind": event.kind,
            "starts_at": event.local_start.strftime("%Y-%m-%d %H:%M"),
            "ends_at": event.local_end.strftime("%Y-%m-%d %H:%M"),
            "timezone": event.timezone,
            "modality": event.modality,
            "body": streamfield([]),
            "summary_after": "null",
            "speaker_places": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        }
        return nested_form_data(data | changes)

    return make


def test_an_editor_publishes_an_event_at_the_hour_of_its_zone(calendar, as_member, edith, answers):
    start = timezone.now().replace(hour=20, minute=0, second=0, microsecond=0) + timedelta(days=30)
    times = {"starts_at": start, "ends_at": start + timedelta(hours=1), "timezone": "America/Vancouver"}
    event = EventPage(title="Rencontre de Vancouver", slug="vancouver", **times)
    address = reverse("wagtailadmin_pages:add", args=["events", "eventpage", calendar.pk])

    answer = as_member(edith).post(address, answers(event) | {"action-publish": "1"}, follow=True)

    made = EventPage.objects.get(slug="vancouver")
    assert answer.status_code == 200
    assert (made.live, made.starts_at, made.local_start) == (True, start, event.local_start)


def test_a_lowered_capacity_is_told_to_the_editor(new_event, crowd, as_member, edith, answers):
    event = new_event(capacity=3)
    for member in crowd(3):
        registering.register(event, member)

    answer = as_member(edith).post(
        reverse("wagtailadmin_pages:edit", args=[event.pk]), answers(event, capacity="1") | {"action-publish": "1"}, follow=True
    )

    assert "3 personnes sont inscrites pour 1 place." in answer.content.decode().replace("\u00a0", " ")
    assert Registration.objects.confirmed().count() == 3


def test_the_editor_of_an_event_opens_with_its_tabs(event, as_member, edith):
    page = BeautifulSoup(as_member(edith).get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content, "html.parser")

    tabs = [tab.get_text(strip=True).partition("(")[0] for tab in page.select("[role=tablist] [role=tab]")]
    assert tabs[:4] == ["Contenu", "Quand et où", "Inscription", "Après"]


def test_the_flat_list_of_events_and_the_speakers_open(event, as_member, edith):
    Speaker.objects.create(name="Nadia Benkirane")
    client = as_member(edith)

    listings = [client.get(reverse(name)) for name in ("event_list:index", "wagtailsnippets_events_speaker:list")]

    assert [answer.status_code for answer in listings] == [200, 200]
    assert event.title in listings[0].content.decode()


def test_registrations_are_filtered_by_event_and_by_status(new_event, as_member, edith, aline, bruno):
    event, other = new_event("Une", capacity=1), new_event("Autre")
    for member in (aline, bruno):
        registering.register(event, member)
    registering.register(other, aline)

    def rows(query):
        return as_member(edith).get(REGISTRATIONS, query).context["result_count"]

    assert rows({}) == 3
    assert rows({"event": str(event.translation_key)}) == 2
    assert rows({"event": str(event.translation_key), "status__exact": "waiting"}) == 1
    assert rows({"presence": "no"}) == 3
    assert rows({"event": "n'importe quoi"}) == 3


def test_the_spreadsheet_keeps_accents_and_marks_cancelled_rows(new_event, as_member, edith, aline, bruno):
    event = new_event("Écouter, « encore »")
    for member in (aline, bruno):
        registering.register(event, member)
    registering.cancel(event, bruno)

    file = as_member(edith).get(REGISTRATIONS, {"export": "xlsx"}).getvalue()

    heading, *rows = load_workbook(BytesIO(file)).active.iter_rows(values_only=True)
    assert "Adresse courriel" in heading
    assert {(row[0], row[4], row[5]) for row in rows} == {
        ("Écouter, « encore »", aline.email, "Confirmée"),
        ("Écouter, « encore »", bruno.email, "Annulée"),
    }


def test_the_spreadsheet_says_the_hour_at_which_people_come(event, as_member, edith, aline):
    registering.register(event, aline)

    file = as_member(edith).get(REGISTRATIONS, {"export": "xlsx"}).getvalue()

    row = list(load_workbook(BytesIO(file)).active.iter_rows(values_only=True))[1]
    assert row[1] == timezone.make_naive(event.starts_at).replace(microsecond=0)
    assert not row[7]


def test_a_formula_in_a_name_is_inert_in_the_csv(event, as_member, edith, aline):
    aline.last_name = "=cmd|' /C calc'!A0"
    aline.save()
    registering.register(event, aline)

    file = as_member(edith).get(REGISTRATIONS, {"export": "csv"}).getvalue().decode("utf-8-sig")

    assert next(csv.reader(StringIO(file.splitlines()[1])))[2].startswith("'=")


@pytest.mark.parametrize("verb", ["create/", "edit/{}/", "delete/{}/"])
def test_registrations_change_nowhere_but_through_the_domain(event, as_member, admin, aline, verb):
    registration = registering.register(event, aline)

    answer = as_member(admin).post(REGISTRATIONS + verb.format(registration.pk))

    assert answer.status_code in (302, 403, 404)
    assert Registration.objects.get().is_confirmed


def test_a_member_sees_no_registration(event, as_member, aline):
    registering.register(event, aline)

    assert as_member(aline).get(REGISTRATIONS, {"export": "xlsx"}).status_code in (302, 403)


def test_speakers_stand_on_the_page_in_the_order_of_the_editor(new_event, client):
    event = new_event()
    draft = event.get_latest_revision_as_object()
    draft.speaker_places = [EventSpeaker(speaker=Speaker.objects.create(name=name)) for name in ("Zoé Roy", "Ali Ba")]
    draft.save_revision().publish()

    assert [speaker.name for speaker in EventPage.objects.get(pk=event.pk).speakers] == ["Zoé Roy", "Ali Ba"]
    assert "Zoé Roy" in client.get(event.url).content.decode()


def test_the_list_of_registrations_costs_the_same_with_ten_times_more(event, crowd, as_member, edith, aline, assert_flat):
    registering.register(event, aline)
    as_member(edith)

    assert_flat(REGISTRATIONS, lambda: [registering.register(event, member) for member in crowd(15)])
