"""Writing to the community: a person gets through, a machine does not, and nothing typed is lost."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from wagtail.models import Site

from home.models import SiteIdentity
from members.models import OutgoingMail
from members.outbox import deliver_due

PAGE = "/nous-joindre/"
TYPED = {"name": "Léa Roy", "email": "lea@example.org", "subject": "Une question", "message": "Bonjour,\nque faut-il pour participer ?"}


@pytest.fixture
def address(site):
    identity = SiteIdentity.for_site(Site.objects.get())
    identity.contact_address = "bonjour@cdp.example"
    identity.save()


@pytest.fixture
def opened(client, site):
    """The hidden clock of a form that was shown ten seconds ago."""
    with time_machine.travel(timezone.now() - timedelta(seconds=10), tick=False):
        return {"opened": client.get(PAGE).context["form"]["opened"].value()}


def test_a_message_is_mailed_to_the_contact_address(client, address, opened):
    answer = client.post(PAGE, TYPED | opened, follow=True)
    deliver_due()
    (sent,) = mail.outbox
    assert answer.redirect_chain == [("/nous-joindre/?envoye=oui#main", 302)]
    assert (sent.to, sent.subject) == (["bonjour@cdp.example"], "[Contact] Une question")
    assert sent.extra_headers["Reply-To"] == "lea@example.org"
    assert "que faut-il pour participer ?" in sent.body


def test_without_a_contact_address_it_goes_where_the_portal_writes_from(client, opened, settings):
    client.post(PAGE, TYPED | opened)
    assert OutgoingMail.objects.get().to in settings.DEFAULT_FROM_EMAIL


def test_the_same_form_sent_twice_is_one_mail(client, opened):
    client.post(PAGE, TYPED | opened)
    client.post(PAGE, TYPED | opened)
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize(
    "changed", [{"email": "pas une adresse"}, {"message": ""}, {"website": "https://spam.example"}, {"opened": "forged"}, {"opened": ""}]
)
def test_what_is_refused_keeps_what_was_typed(client, opened, changed):
    answer = client.post(PAGE, TYPED | opened | changed)
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()
    assert answer.context["form"]["subject"].value() == "Une question"
    assert not OutgoingMail.objects.exists()


def test_too_quick_a_form_may_be_sent_again(client, site):
    clock = {"opened": client.get(PAGE).context["form"]["opened"].value()}
    refused = client.post(PAGE, TYPED | clock)
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        accepted = client.post(PAGE, TYPED | {"opened": refused.context["form"]["opened"].value()})
    assert (refused.status_code, accepted.status_code) == (422, 302)


def test_a_forged_clock_is_replaced_by_a_good_one(client, opened):
    refused = client.post(PAGE, TYPED | {"opened": "forged"})
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        assert client.post(PAGE, TYPED | {"opened": refused.context["form"]["opened"].value()}).status_code == 302


def test_the_fourth_message_of_the_hour_waits_with_its_text(client, site):
    statuses = []
    for number in range(4):
        with time_machine.travel(timezone.now() - timedelta(seconds=10), tick=False):
            clock = {"opened": client.get(PAGE).context["form"]["opened"].value()}
        answer = client.post(PAGE, TYPED | clock | {"subject": f"Message {number}"})
        statuses.append(answer.status_code)
    assert statuses == [302, 302, 302, 429]
    assert int(answer["Retry-After"]) > 0
    assert answer.context["form"]["subject"].value() == "Message 3"
    assert OutgoingMail.objects.count() == 3


def test_a_member_need_not_say_who_they_are(as_member, aline, site):
    form = as_member(aline).get(PAGE).context["form"]
    assert (form["name"].value(), form["email"].value()) == ("Aline Tremblay", "aline@cdp.example")


def test_a_line_break_cannot_add_a_header(client, opened):
    client.post(PAGE, TYPED | opened | {"subject": "Bonjour\r\nBcc: tous@example.org"})
    assert OutgoingMail.objects.get().subject == "[Contact] Bonjour Bcc: tous@example.org"


def test_the_english_page_answers_in_english(client, site):
    assert "Your message is on its way" in client.get("/en/nous-joindre/?envoye=oui").content.decode()


@pytest.mark.parametrize("query", ["envoye=non", "envoye=%F0%9F", "envoye[]=oui"])
def test_odd_addresses_show_the_form(client, site, query):
    assert client.get(f"{PAGE}?{query}").status_code == 200
