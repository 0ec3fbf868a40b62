import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from members import limits
from members.models import RateLimit


def hits(number, key="aline", rate="3/m"):
    """How many of ``number`` tries pass."""
    passed = 0
    for _try in range(number):
        try:
            limits.hit("try", key, rate)
        except limits.TooManyRequests:
            continue
        passed += 1
    return passed


def test_so_many_pass_and_the_others_do_not(db):
    assert hits(5) == 3


def test_each_counts_for_themselves(db):
    assert hits(5, "aline") + hits(5, "bruno") == 6


def test_a_refusal_says_when_to_come_back(db):
    hits(3)

    with pytest.raises(limits.TooManyRequests) as refusal:
        limits.hit("try", "aline", "3/m")

    assert 55 <= refusal.value.retry_after <= 60


def test_the_window_ends(db):
    hits(5)

    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        assert hits(5) == 3


@pytest.mark.parametrize(("rate", "seconds"), [("1/m", 60), ("1/5m", 300), ("1/h", 3600), ("1/d", 86_400), ("1/30s", 30)])
def test_rates_read_as_they_are_written(db, rate, seconds):
    hits(1, rate=rate)

    with pytest.raises(limits.TooManyRequests) as refusal:
        limits.hit("try", "aline", rate)

    assert seconds - 2 <= refusal.value.retry_after <= seconds


def test_a_success_may_clear_the_count(db):
    hits(3)
    assert limits.is_spent("try", "aline", "3/m")

    limits.clear("try", "aline")

    assert not limits.is_spent("try", "aline", "3/m")


def test_a_try_is_one_statement(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        limits.hit("try", "aline", "3/m")


def test_the_table_holds_no_address_and_is_pruned(db):
    limits.hit("try", "192.0.2.1", "3/m")
    assert "192" not in RateLimit.objects.get().key

    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        assert limits.prune() == 1


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, "203.0.113.5", "192.0.2.1"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "6.6.6.6, 203.0.113.5", "203.0.113.5"),
        (2, "203.0.113.5, 10.0.0.1", "203.0.113.5"),
        (2, "203.0.113.5", "192.0.2.1"),
        (1, "n'importe quoi", "unknown"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ],
)
def test_the_address_is_the_one_that_our_own_proxies_saw(settings, proxies, forwarded, seen):
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": forwarded})

    assert limits.client_address(request) == seen


@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_moment_all_count():
    passed = []

    def rush():
        passed.append(hits(5, rate="10/m"))
        connection.close()

    crowd = [threading.Thread(target=rush) for _person in range(8)]
    for person in crowd:
        person.start()
    for person in crowd:
        person.join()

    assert sum(passed) == 10
    assert RateLimit.objects.get().count == 40
