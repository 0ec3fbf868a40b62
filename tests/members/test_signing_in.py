from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from members import outbox
from members.models import OutgoingMail
from tests.conftest import PASSWORD

SIGN_IN = "/compte/connexion/"
ASK = "/compte/connexion/code/"
CODE_PAGE = "/compte/connexion/code/confirmer/"
FORGOTTEN = "/compte/mot-de-passe/oublie/"


@pytest.fixture
def sign_in(client):
    """``sign_in("aline@cdp.example", "…")`` posts the form; ``from_address`` tells where the request comes from."""

    def post(email, password=PASSWORD, from_address="192.0.2.1", **typed):
        return client.post(SIGN_IN, {"login": email, "password": password, **typed}, REMOTE_ADDR=from_address)

    return post


def test_the_password_opens_in_any_case_of_the_address(sign_in, aline, client):
    assert sign_in("Aline@CDP.example").url == "/mon-espace/"
    assert client.session["_auth_user_id"] == str(aline.pk)


def test_a_wrong_password_and_an_unknown_address_get_the_same_words(sign_in, aline):
    wrong = sign_in("aline@cdp.example", "pas le bon mot")
    unknown = sign_in("personne@cdp.example", "pas le bon mot")

    assert wrong.status_code == unknown.status_code == 422
    assert wrong.context["form"].errors == unknown.context["form"].errors
    assert "pas le bon mot" not in wrong.text
    assert 'value="aline@cdp.example"' in wrong.text


def test_a_code_by_mail_opens_without_a_password(client, aline, mailed_code):
    assert client.post(ASK, {"email": "aline@cdp.example"}).url == CODE_PAGE

    assert client.post(CODE_PAGE, {"code": mailed_code().lower().replace("-", " ")}).url == "/mon-espace/"


def test_a_code_keeps_the_page_that_was_wanted(client, aline, mailed_code):
    page = client.post(ASK, {"email": aline.email, "next": "/membres/"}).url
    assert client.get(page).context["redirect_field_value"] == "/membres/"

    assert client.post(CODE_PAGE, {"code": mailed_code(), "next": "/membres/"}).url == "/membres/"


def test_an_address_without_account_gets_the_same_page_and_a_letter(client, aline, last_mail):
    assert client.post(ASK, {"email": "personne@cdp.example"}).url == CODE_PAGE
    assert client.get(CODE_PAGE).status_code == 200

    assert "Aucun compte" in last_mail().subject


def test_a_closed_account_does_not_open(sign_in, aline, client):
    aline.is_active = False
    aline.save()

    assert sign_in(aline.email).url == "/compte/inactif/"
    assert "_auth_user_id" not in client.session


def test_five_wrong_passwords_offer_a_code_instead_of_locking_the_account(sign_in, aline, client, mailed_code):
    for _try in range(5):
        sign_in(aline.email, "pas le bon mot")

    response = sign_in(aline.email)

    assert response.status_code == 422
    assert f'action="{ASK}"' in response.text
    client.post(ASK, {"email": aline.email})
    assert client.post(CODE_PAGE, {"code": mailed_code()}).url == "/mon-espace/"


def test_wrong_passwords_from_elsewhere_do_not_lock_the_owner(sign_in, aline):
    for _try in range(6):
        sign_in(aline.email, "pas le bon mot", from_address="198.51.100.7")

    assert sign_in(aline.email).status_code == 302


def test_the_right_password_forgets_the_wrong_ones(sign_in, aline, client):
    for _try in range(4):
        sign_in(aline.email, "pas le bon mot")
    sign_in(aline.email)
    client.logout()

    assert sign_in(aline.email, "pas le bon mot").context["form"].offers_code is False


def test_five_minutes_later_the_password_opens_again(sign_in, aline):
    for _try in range(6):
        sign_in(aline.email, "pas le bon mot")

    with time_machine.travel(timezone.now() + timedelta(minutes=5, seconds=1)):
        assert sign_in(aline.email).status_code == 302


def test_the_eleventh_try_of_a_minute_is_refused_in_french_whatever_the_account(sign_in, db):
    for rank in range(10):
        sign_in(f"personne{rank}@cdp.example", "pas le bon mot")

    response = sign_in("aline@cdp.example")

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 60
    assert '<html lang="fr-CA">' in response.text


def test_a_client_cannot_pretend_to_come_from_elsewhere(client, aline):
    for rank in range(11):
        wrong = {"login": aline.email, "password": "pas le bon mot"}
        response = client.post(SIGN_IN, wrong, headers={"X-Forwarded-For": f"203.0.113.{rank}", "X-Real-IP": "203.0.113.9"})

    assert response.status_code == 429


def test_the_page_that_was_wanted_follows(sign_in, aline, client):
    assert client.get("/membres/").url == f"{SIGN_IN}?next=/membres/"
    assert sign_in(aline.email, next="/membres/").url == "/membres/"


@pytest.mark.parametrize("elsewhere", ["https://mauvais.example/", "//mauvais.example", "\\\\mauvais.example"])
def test_sign_in_leads_nowhere_else(sign_in, aline, elsewhere):
    assert sign_in(aline.email, next=elsewhere).url == "/mon-espace/"


@pytest.mark.parametrize("door", ["/admin/login/", "/_util/login/"])
def test_there_is_one_door(client, door):
    assert client.get(f"{door}?next=/admin/").url == f"{SIGN_IN}?next=/admin/"
    assert client.post(door, {"username": "a", "password": "b"}).url == SIGN_IN


def test_the_admin_leads_to_the_door(client):
    assert client.get("/admin/").url == f"{SIGN_IN}?next=/admin/"


def test_a_forgotten_password_is_replaced_with_a_mailed_code(client, aline, mailed_code, last_mail):
    client.post(FORGOTTEN, {"email": aline.email})
    assert client.post(f"{FORGOTTEN}code/", {"code": mailed_code()}).url == f"{FORGOTTEN}nouveau/"

    client.post(f"{FORGOTTEN}nouveau/", {"password1": "un autre rendez-vous"})

    aline.refresh_from_db()
    assert aline.check_password("un autre rendez-vous")
    assert client.session["_auth_user_id"] == str(aline.pk)
    assert "remplacé" in last_mail().body


def test_three_forgotten_passwords_an_hour_from_one_address(client, aline):
    for _try in range(3):
        client.post(FORGOTTEN, {"email": aline.email})

    assert client.post(FORGOTTEN, {"email": aline.email}).status_code == 429


def test_ten_codes_an_hour_for_one_person_whoever_asks(client, aline):
    for rank in range(10):
        Client().post(ASK, {"email": aline.email}, REMOTE_ADDR=f"192.0.2.{rank}")

    assert client.post(ASK, {"email": aline.email}, REMOTE_ADDR="192.0.2.99").status_code == 429


def test_a_code_that_has_left_is_nowhere_any_more(client, aline, mailed_code):
    client.post(ASK, {"email": aline.email})
    assert mailed_code()

    (sent,) = OutgoingMail.objects.all()
    assert (sent.status, sent.text, sent.html, sent.member) == ("sent", "", "", aline)


def test_a_code_that_has_expired_does_not_leave(client, aline):
    client.post(ASK, {"email": aline.email})

    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        outbox.deliver_due()

    assert mail.outbox == []
    assert OutgoingMail.objects.get().status == "dropped"


def test_changing_the_password_is_told_by_mail_and_keeps_the_session(as_member, aline, last_mail):
    client = as_member(aline)
    client.post("/compte/mot-de-passe/", {"oldpassword": PASSWORD, "password1": "un autre rendez-vous"})

    assert "mot de passe" in last_mail().body
    assert client.get("/compte/profil/").status_code == 200


def test_a_second_address_is_added_with_a_code(as_member, aline, mailed_code):
    client = as_member(aline)
    client.post("/compte/adresses/", {"action_add": "1", "email": "aline@ailleurs.example"})
    client.post("/compte/adresses/code/", {"code": mailed_code()})

    assert aline.emailaddress_set.get(email="aline@ailleurs.example").verified


def test_signing_out_needs_a_form(as_member, aline):
    client = as_member(aline)
    assert client.get("/compte/deconnexion/").status_code == 200
    assert "_auth_user_id" in client.session

    client.post("/compte/deconnexion/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("path", [SIGN_IN, ASK, FORGOTTEN, "/compte/inscription/", "/compte/inactif/"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_door_opens_in_both_languages(client, prefix, path):
    response = client.get(prefix + path)

    assert response.status_code == 200
    assert response.text.count("<h1") == 1
