"""What the calendar asks of the database, flat in the number of events and of people."""

from datetime import UTC, datetime

from events import registering

CALENDAR = "/calendrier/"


def test_the_calendar_costs_the_same_with_ten_times_more_events(new_event, assert_flat, aline):
    registering.register(new_event(capacity=5), aline)

    def grow():
        for rank in range(12):
            registering.register(new_event(f"Rencontre {rank}", capacity=5, tags=["Écoute"]), aline)

    assert_flat(CALENDAR, grow, at_most=8)


def test_a_month_costs_the_same_with_ten_times_more_events(new_event, assert_flat):
    new_event(starts_at=datetime(2027, 6, 10, 16, tzinfo=UTC))
    assert_flat(f"{CALENDAR}2027/06/", lambda: [new_event(starts_at=datetime(2027, 6, 10, 16, tzinfo=UTC)) for _ in range(10)], at_most=8)


def test_the_event_page_costs_the_same_with_ten_times_more_people(new_event, publish, assert_flat, crowd, aline, as_member):
    event = new_event(capacity=3)
    registering.register(event, aline)

    def grow():
        for member in crowd(12):
            registering.register(event, member)

    assert_flat(event.url, grow, at_most=10)
    as_member(aline)
    assert_flat(event.url, lambda: None, at_most=10)


def test_the_calendar_costs_a_member_no_more_than_eight_queries(new_event, assert_flat, aline, as_member):
    registering.register(new_event(capacity=5), aline)
    as_member(aline)
    assert_flat(CALENDAR, lambda: [registering.register(new_event(f"Rencontre {rank}"), aline) for rank in range(10)], at_most=8)
