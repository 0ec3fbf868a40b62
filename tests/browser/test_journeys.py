"""Whole stories as a person lives them, in Chromium, with the worker sending real mail."""

import re

import pytest

pytestmark = pytest.mark.browser


def _next_open_event(page, visit):
    """The address of the first coming event that takes registrations."""
    visit("/calendrier/")
    links = page.locator("main a[href^='/calendrier/']:not([href*='?']):not([href$='.ics'])")
    for path in dict.fromkeys(links.evaluate_all("links => links.map(link => link.getAttribute('href'))")):
        if not re.fullmatch(r"/calendrier/[a-z0-9-]+/", path):
            continue
        visit(path)
        if (
            page.get_by_role("button", name=re.compile("M’inscrire|S’inscrire|inscrire", re.I))
            .or_(page.get_by_role("link", name=re.compile("inscrire", re.I)))
            .count()
        ):
            return path
    raise AssertionError("no event takes registrations")


def test_a_newcomer_signs_up_and_registers_for_the_next_meeting(visit, page, portal):
    path = _next_open_event(page, visit)
    main = page.locator("main")
    main.get_by_role("link", name=re.compile("inscrire", re.I)).or_(
        main.get_by_role("button", name=re.compile("inscrire", re.I))
    ).first.click()
    page.wait_for_load_state()
    page.locator("main").get_by_role("link", name=re.compile("compte|membre|inscri", re.I)).first.click()
    page.wait_for_load_state()
    page.fill("input[name=first_name]", "Nadia")
    page.fill("input[name=last_name]", "Ouellet")
    page.fill("input[name=email]", "nadia@exemple.example")
    page.fill("input[name=password1]", "une longue phrase de passe")
    for box in page.locator("main form input[type=checkbox]").all():
        box.check()
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()
    page.fill("input[name=code]", portal.code_sent_to("nadia@exemple.example"))
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()
    assert path in page.url, f"came back to {page.url}, not to {path}"
    button = page.locator("main").get_by_role("button", name=re.compile("inscrire", re.I))
    if button.count():
        button.first.click()
        page.wait_for_load_state()
    assert page.get_by_text(re.compile("Vous êtes inscrit|liste d’attente", re.I)).first.is_visible()
    visit("/mon-espace/")
    assert page.locator(f"main a[href='{path}']").count()


def test_a_member_starts_a_thread(sign_in, visit, page):
    sign_in("aline")
    visit("/forum/")
    space = page.locator("main a[href^='/forum/']").first.get_attribute("href")
    visit(f"{space}nouveau/")
    page.fill("input[name=title]", "Comment garder le rythme en janvier ?")
    page.fill("textarea[name=text]", "Après les fêtes, **personne** ne revient. Que faites-vous ?")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_load_state()
    assert page.locator("h1").inner_text().startswith("Comment garder le rythme")
    assert page.locator("main strong", has_text="personne").count() == 1


def test_words_survive_a_refused_form(sign_in, visit, page):
    sign_in("aline")
    visit("/forum/")
    space = page.locator("main a[href^='/forum/']").first.get_attribute("href")
    visit(f"{space}nouveau/")
    page.fill("textarea[name=text]", "Un texte que je ne veux pas perdre.")
    page.evaluate("document.querySelector('main form:has(textarea)').noValidate = true")
    page.locator("main form:has(textarea) button[type=submit]").last.click()
    page.wait_for_load_state()
    assert page.locator("textarea[name=text]").input_value() == "Un texte que je ne veux pas perdre."
    assert page.locator("[aria-invalid=true]").count() >= 1
