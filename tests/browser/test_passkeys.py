"""Passkeys with a virtual authenticator: the device of the person, without the person."""

import pytest
from playwright.sync_api import expect

from tests.conftest import PASSWORD

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
SECURITY = "/compte/securite/"


@pytest.fixture
def base(portal):
    """Browsers know no passkey for a bare number: the same portal by its name."""
    return portal.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def passkey_device(page):
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return session


def _give_password(page, base, path="/compte/connexion/"):
    page.goto(base + path)
    page.fill("input[name=login]", "bruno@cdp.example")
    page.fill("input[name=password]", PASSWORD)
    page.click("form:has(input[name=password]) button[type=submit]")


def _sign_out(page, base):
    page.goto(f"{base}/compte/deconnexion/")
    page.click("main form button")
    page.wait_for_url(f"{base}/")


def test_a_passkey_is_added_opens_alone_and_is_the_second_factor(page, base, passkey_device, accessible):
    _give_password(page, base)
    page.wait_for_url(f"{base}/mon-espace/")
    page.goto(f"{base}{SECURITY}cle/ajouter/")
    page.fill("input[name=password]", PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_url(f"{base}{SECURITY}cle/ajouter/")
    accessible(page)
    page.click("passkey-form button")
    page.wait_for_url(f"{base}{SECURITY}codes-de-secours/")
    accessible(page)

    _sign_out(page, base)
    page.goto(f"{base}/compte/connexion/?next=/membres/")
    page.click("passkey-form button")
    page.wait_for_url(f"{base}/membres/")

    _sign_out(page, base)
    _give_password(page, base)
    page.wait_for_url(f"{base}/compte/connexion/deuxieme-facteur/")
    accessible(page)
    page.click("passkey-form button")
    page.wait_for_url(f"{base}/mon-espace/")

    page.goto(f"{base}{SECURITY}cle/")
    accessible(page)
    page.click("text=Retirer")
    page.wait_for_url("**/compte/confirmer-identite/**")
    page.fill("input[name=password]", PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_url("**/retirer/")
    page.click("main form button[type=submit]")
    page.wait_for_url(f"{base}{SECURITY}cle/")
    assert page.get_by_text("Pas encore de clé").is_visible()


def test_without_the_device_the_page_says_what_happened(page, base):
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE | {"isUserVerified": False}})
    page.goto(f"{base}/compte/connexion/")
    page.click("passkey-form button")

    expect(page.locator("passkey-form [role=status]")).to_contain_text("appareil", timeout=20_000)
