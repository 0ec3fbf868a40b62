import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from members.models import Consent, Member

SIGN_UP = "/compte/inscription/"
CODE_PAGE = "/compte/adresses/code/"


def test_a_newcomer_is_in_once_the_mailed_code_is_typed(client, newcomer, mailed_code):
    assert client.post(SIGN_UP, newcomer).url == CODE_PAGE
    assert not client.get(reverse("edit_profile")).context  # not yet

    response = client.post(CODE_PAGE, {"code": mailed_code()})

    assert response.url == reverse("my_space")
    assert client.get(reverse("edit_profile")).context["user"].email == "dominique@cdp.example"


def test_the_account_keeps_the_name_the_language_and_the_consent_in_its_version(client, newcomer):
    client.post("/en" + SIGN_UP, newcomer)

    member = Member.objects.get(email="dominique@cdp.example")

    assert (str(member), member.language) == ("Dominique Lavoie", "en")
    assert set(member.consents.values_list("purpose", "version")) == {("charter", "2026-1"), ("privacy", "2026-1")}
    assert member.profile.listed_at is None


def test_the_code_comes_in_the_language_of_the_page(client, newcomer, last_mail):
    client.post(SIGN_UP, newcomer)
    assert last_mail().subject.startswith("Confirmez votre adresse")

    Client().post("/en" + SIGN_UP, newcomer | {"email": "other@cdp.example"})
    assert last_mail().subject.startswith("Confirm your address")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("consent", ""),
        ("first_name", ""),
        ("email", "dominique"),
        ("password1", "trop court"),
        ("password1", "dominique lavoie"),
    ],
)
def test_a_form_that_cannot_be_accepted_says_why_and_keeps_what_was_typed(client, newcomer, field, typed):
    response = client.post(SIGN_UP, newcomer | {field: typed})

    assert response.status_code == 422
    assert f'id="id_{field}_error"' in response.text
    assert 'value="Lavoie"' in response.text
    assert not Member.objects.filter(last_name="Lavoie").exists()


def test_the_page_that_was_wanted_comes_after_the_code(client, newcomer, mailed_code):
    page = client.get(f"{SIGN_UP}?next=/forum/").context
    client.post(SIGN_UP, newcomer | {"next": page["redirect_field_value"]})

    assert client.post(CODE_PAGE, {"code": mailed_code()}).url == "/forum/"


@pytest.mark.parametrize("elsewhere", ["https://mauvais.example/", "//mauvais.example", "javascript:alert(1)", "http:///mauvais.example"])
def test_sign_up_leads_nowhere_else(client, newcomer, mailed_code, elsewhere):
    client.post(SIGN_UP, newcomer | {"next": elsewhere})

    assert client.post(CODE_PAGE, {"code": mailed_code()}).url == reverse("my_space")


def test_an_address_that_is_known_answers_the_same_and_its_owner_is_told(client, newcomer, aline, last_mail):
    unknown = client.post(SIGN_UP, newcomer)
    client.logout()
    known = client.post(SIGN_UP, newcomer | {"email": "ALINE@cdp.example"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert client.get(CODE_PAGE).status_code == 200
    assert client.post(CODE_PAGE, {"code": "ABCD-EFGH"}).status_code == 422
    assert last_mail().to == ["aline@cdp.example"]
    assert "Vous avez déjà un compte" in last_mail().subject
    assert Member.objects.filter(email__iexact=aline.email).count() == 1


def test_a_wrong_code_is_refused_and_the_third_ends_the_try(client, newcomer, mailed_code):
    client.post(SIGN_UP, newcomer)

    assert client.post(CODE_PAGE, {"code": "BBBB-BBBB"}).status_code == 422
    assert client.post(CODE_PAGE, {"code": "CCCC-CCCC"}).status_code == 422
    assert client.post(CODE_PAGE, {"code": "DDDD-DDDD"}).url == "/compte/connexion/"
    assert client.post(CODE_PAGE, {"code": mailed_code()}).url == "/compte/connexion/"


def test_another_code_can_be_asked_for_and_the_first_is_worth_nothing(client, newcomer, mailed_code):
    client.post(SIGN_UP, newcomer)
    first = mailed_code()

    client.post(CODE_PAGE, {"action": "resend"})

    assert client.post(CODE_PAGE, {"code": first}).status_code == 422
    assert client.post(CODE_PAGE, {"code": mailed_code()}).url == reverse("my_space")


def test_a_mistyped_address_is_corrected_on_the_way(client, newcomer, mailed_code, last_mail):
    client.post(SIGN_UP, newcomer | {"email": "dominque@cdp.example"})

    client.post(CODE_PAGE, {"action": "change", "email": "dominique@cdp.example"})
    client.post(CODE_PAGE, {"code": mailed_code()})

    assert Member.objects.get(last_name="Lavoie").email == "dominique@cdp.example"


def test_five_accounts_an_hour_from_one_address(client, newcomer):
    for rank in range(5):
        client.post(SIGN_UP, newcomer | {"email": f"n{rank}@cdp.example"})
        client.logout()

    response = client.post(SIGN_UP, newcomer)

    assert response.status_code == 429
    assert 3500 < int(response["Retry-After"]) <= 3600
    assert not Member.objects.filter(email=newcomer["email"]).exists()


def test_mistakes_in_the_form_do_not_count(client, newcomer):
    for _try in range(7):
        client.post(SIGN_UP, newcomer | {"consent": ""})

    assert client.post(SIGN_UP, newcomer).status_code == 302


def test_the_same_yes_twice_is_one_consent(aline):
    Consent.give(aline, "directory")
    Consent.give(aline, "directory")
    assert aline.consents.count() == 1

    Consent.withdraw(aline, "directory")
    Consent.give(aline, "directory")
    assert aline.consents.count() == 2
    assert aline.consents.in_force().count() == 1


def test_nothing_is_sent_before_the_worker(client, newcomer):
    client.post(SIGN_UP, newcomer)

    assert mail.outbox == []
