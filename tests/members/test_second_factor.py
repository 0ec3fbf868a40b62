import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.utils import timezone

from tests.conftest import PASSWORD

SET_UP = "/compte/securite/"
ACTIVATE = "/compte/securite/application/activer/"
CHALLENGE = "/compte/connexion/deuxieme-facteur/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def required(settings):
    settings.STAFF_NEEDS_SECOND_FACTOR = True
    cache.clear()  # allauth notes there the codes that were used


def code_now(secret=SECRET):
    return totp.format_hotp_value(totp.hotp_value(secret, int(timezone.now().timestamp()) // 30))


@pytest.fixture
def protected(aline):
    """Aline, whose account asks for a code of her application."""
    totp.TOTP.activate(aline, SECRET)
    RecoveryCodes.activate(aline)
    return aline


@pytest.fixture
def half_in(client, protected):
    """A client that gave Aline's password, and is asked for more."""
    assert client.post("/compte/connexion/", {"login": protected.email, "password": PASSWORD}).url == CHALLENGE
    return client


def test_the_password_alone_opens_nothing(half_in):
    assert "_auth_user_id" not in half_in.session
    assert half_in.get(CHALLENGE).status_code == 200


def test_the_code_of_the_application_opens(half_in, protected):
    assert half_in.post(CHALLENGE, {"code": code_now()}).url == "/mon-espace/"
    assert half_in.session["_auth_user_id"] == str(protected.pk)


def test_a_wrong_code_does_not(half_in):
    assert half_in.post(CHALLENGE, {"code": "000000"}).status_code == 422


def test_ten_wrong_codes_close_the_way_for_a_while(half_in):
    for _try in range(10):
        half_in.post(CHALLENGE, {"code": "000000"})

    assert half_in.post(CHALLENGE, {"code": code_now()}).status_code == 429


def test_a_recovery_code_opens_once(half_in, protected, client):
    code = Authenticator.objects.get(user=protected, type="recovery_codes").wrap().get_unused_codes()[0]
    assert half_in.post(CHALLENGE, {"code": code}).url == "/mon-espace/"
    half_in.post("/compte/deconnexion/")

    half_in.post("/compte/connexion/", {"login": protected.email, "password": PASSWORD})
    assert half_in.post(CHALLENGE, {"code": code}).status_code == 422


def test_a_copy_of_the_database_opens_nothing(protected):
    stored = Authenticator.objects.get(user=protected, type="totp").data["secret"]

    assert SECRET not in stored
    assert Authenticator.objects.get(user=protected, type="totp").wrap().validate_code(code_now())


def test_secrets_survive_a_new_secret_key(protected, settings):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "x" * 60

    assert Authenticator.objects.get(user=protected, type="totp").wrap().validate_code(code_now())


def test_setting_up_an_application(as_member, aline, last_mail, django_capture_on_commit_callbacks):
    client = as_member(aline)
    client.post("/compte/confirmer-identite/", {"password": PASSWORD})
    secret = client.get(ACTIVATE).context["form"].secret

    assert client.post(ACTIVATE, {"code": "000000"}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(ACTIVATE, {"code": code_now(secret)}).url == "/compte/securite/codes-de-secours/"
    assert len(client.get("/compte/securite/codes-de-secours/").context["unused_codes"]) == 10
    assert client.get("/compte/securite/codes-de-secours/fichier/").status_code == 200
    assert "application" in last_mail().body


def test_setting_up_asks_who_one_is_first(as_member, aline):
    assert as_member(aline).get(ACTIVATE).url.startswith("/compte/confirmer-identite/")


@pytest.mark.parametrize("person", ["admin", "edith", "claire"])
@pytest.mark.parametrize("path", ["/admin/", "/", "/forum/", "/membres/"])
def test_whoever_holds_a_power_sets_up_a_second_factor_first(as_member, request, person, path):
    assert as_member(request.getfixturevalue(person)).get(path).url == SET_UP


@pytest.mark.parametrize("path", [SET_UP, "/compte/profil/", "/compte/adresses/", "/compte/deconnexion/", "/en" + SET_UP])
def test_the_account_pages_stay_open_for_it(as_member, admin, path):
    assert as_member(admin).get(path).status_code == 200


def test_with_a_second_factor_the_admin_opens(as_member, edith):
    totp.TOTP.activate(edith, SECRET)

    assert as_member(edith).get("/admin/").status_code == 200


def test_a_member_is_not_asked(as_member, aline):
    assert as_member(aline).get("/membres/").status_code == 200


def test_where_it_is_off_nobody_is_asked(as_member, admin, settings, site):
    settings.STAFF_NEEDS_SECOND_FACTOR = False

    assert as_member(admin).get("/admin/").status_code == 200


def test_the_same_code_opens_once(half_in, protected):
    with time_machine.travel(timezone.now(), tick=False):
        half_in.post(CHALLENGE, {"code": code_now()})
        half_in.post("/compte/deconnexion/")
        half_in.post("/compte/connexion/", {"login": protected.email, "password": PASSWORD})

        assert half_in.post(CHALLENGE, {"code": code_now()}).status_code == 422


@pytest.mark.parametrize(
    "path",
    [
        "/compte/securite/cle/",
        "/compte/securite/",
        "/compte/mot-de-passe/",
        "/compte/confirmer-identite/",
        "/compte/confirmer-identite/code/",
    ],
)
def test_the_pages_of_an_account_have_one_title(as_member, protected, path):
    response = as_member(protected).get(path)

    assert response.status_code == 200
    assert response.text.count("<h1") == 1


def test_pages_that_change_the_factor_open_after_the_proof(as_member, protected):
    client = as_member(protected)
    client.post("/compte/confirmer-identite/", {"password": PASSWORD})

    for path in ["securite/cle/ajouter/", "securite/application/retirer/", "securite/codes-de-secours/nouveaux/"]:
        response = client.get(f"/compte/{path}")
        assert (response.status_code, response.text.count("<h1")) == (200, 1), path


def test_a_nonsense_passkey_is_refused_kindly(client, site):
    for credential in ["", "{}", "[]", "null", '{"id": "x", "rawId": "x", "type": "public-key", "response": {}}']:
        assert client.post("/compte/connexion/cle/", {"credential": credential}).url == "/compte/connexion/"
