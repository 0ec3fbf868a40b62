import threading

import pytest
from django.db import connection
from django.utils.translation import gettext_lazy, override

from members import notify
from members.models import Notification
from members.notifying import read

TOLD = "/compte/avis/"


def told(member, number=1, key="fil-1"):
    for _time in range(number):
        notify(member, "reply", "Une réponse dans votre fil", "/forum/", key)


def test_the_same_thing_told_three_times_is_one_line(aline):
    told(aline, 3)

    assert aline.notifications.get().count == 3


def test_the_latest_words_and_address_win(aline):
    told(aline)
    notify(aline, "reply", "Deux réponses", "/forum/2/", "fil-1")

    line = aline.notifications.get()
    assert (line.text, line.url) == ("Deux réponses", "/forum/2/")


def test_once_read_the_next_is_a_new_line(aline):
    told(aline)
    read(aline, "fil-1")
    told(aline)

    assert aline.notifications.count() == 2
    assert aline.notifications.unread().count() == 1


def test_different_things_are_different_lines(aline):
    told(aline, key="fil-1")
    told(aline, key="fil-2")

    assert aline.notifications.count() == 2


def test_lazy_words_are_written_in_the_language_of_the_member(aline):
    with override("en"):
        notify(aline, "x", gettext_lazy("Your profile is saved."), "/", "x")

    assert aline.notifications.get().text == "Votre profil est enregistré."


def test_telling_joins_in_one_query_and_begins_in_two_and_a_savepoint(aline, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        told(aline)
    with django_assert_max_num_queries(1):
        told(aline)


def test_the_count_in_the_header_is_one_query_and_stops_at_99(aline, django_assert_num_queries):
    Notification.objects.bulk_create([Notification(member=aline, kind="x", key=str(rank), text="x", url="/") for rank in range(120)])

    with django_assert_num_queries(1):
        assert aline.unread_notifications == 99
        assert aline.unread_notifications == 99


def test_each_member_reads_their_own(as_member, aline, bruno):
    told(aline)

    assert "Une réponse" in as_member(aline).get(TOLD).text
    assert "Une réponse" not in as_member(bruno).get(TOLD).text


def test_reading_takes_a_form(as_member, aline):
    told(aline)
    client = as_member(aline)

    assert client.get("/compte/avis/lus/").status_code == 405
    assert aline.notifications.unread().exists()


def test_one_line_or_everything_is_marked_read(as_member, aline):
    told(aline, key="fil-1")
    told(aline, key="fil-2")
    client = as_member(aline)

    client.post("/compte/avis/lus/", {"notification": aline.notifications.first().pk})
    assert aline.notifications.unread().count() == 1
    client.post("/compte/avis/lus/")
    assert aline.notifications.unread().count() == 0


@pytest.mark.parametrize("number", ["x", "99999999999999999999999", "-1", "%00"])
def test_a_number_that_is_nobodys_changes_nothing_or_all_of_ones_own(as_member, aline, bruno, number):
    told(bruno)

    assert as_member(aline).post("/compte/avis/lus/", {"notification": number}).status_code == 302
    assert bruno.notifications.unread().count() == 1


def test_nobody_marks_the_lines_of_another(as_member, aline, bruno):
    told(bruno)

    as_member(aline).post("/compte/avis/lus/", {"notification": bruno.notifications.get().pk})

    assert bruno.notifications.unread().count() == 1


def test_the_page_costs_the_same_for_one_line_and_for_thirty(as_member, aline, assert_flat):
    told(aline)
    as_member(aline)

    assert_flat(TOLD, lambda: [told(aline, key=f"fil-{rank}") for rank in range(29)], at_most=12)


@pytest.mark.django_db(transaction=True)
def test_eight_voices_at_once_are_one_line_that_counts_eight(aline):
    def tell():
        told(aline)
        connection.close()

    voices = [threading.Thread(target=tell) for _voice in range(8)]
    for voice in voices:
        voice.start()
    for voice in voices:
        voice.join()

    assert aline.notifications.get().count == 8
