"""Whole stories as a person lives them, in Chromium, with the worker sending real mail."""

OPEN_EVENT = "/calendrier/ouvrir-une-rencontre/"  # the demonstration's next meeting, with free seats


def _send(page, words):
    page.locator("main").get_by_role("button", name=words, exact=True).click()
    page.wait_for_load_state()


def test_a_newcomer_signs_up_and_registers_for_the_next_meeting(visit, page, portal):
    visit("/")
    page.locator(f"main a[href='{OPEN_EVENT}']").first.click()
    page.locator("main").get_by_role("link", name="S’inscrire").click()
    page.locator("main").get_by_role("link", name="Rejoignez la communauté").click()
    page.get_by_label("Prénom").fill("Nadia")
    page.get_by_label("Nom", exact=True).fill("Ouellet")
    page.get_by_label("Adresse courriel").fill("nadia@exemple.example")
    page.get_by_label("Mot de passe").fill("une longue phrase de passe")
    page.get_by_label("J’ai lu et j’accepte").check()
    _send(page, "Créer mon compte")
    page.fill("input[name=code]", portal.code_sent_to("nadia@exemple.example"))
    page.locator("main form:has(input[name=code]) button[type=submit]").first.click()
    page.wait_for_url(f"**{OPEN_EVENT}**")
    confirm = page.locator("main").get_by_role("button", name="S’inscrire")
    if confirm.count():
        confirm.click()
    page.get_by_text("Vous êtes inscrit").first.wait_for()
    visit("/mon-espace/")
    assert page.locator(f"main a[href='{OPEN_EVENT}']").count()
    [mail] = [mail for mail in portal.mails_to("nadia@exemple.example", waiting_for=2) if "Ouvrir une rencontre" in mail["Subject"]]
    assert "BEGIN:VCALENDAR" in mail.as_string() or any(part.get_content_type() == "text/calendar" for part in mail.walk())


def test_a_member_starts_a_thread(sign_in, visit, page):
    sign_in("aline")
    visit("/forum/")
    space = page.locator("main a[href^='/forum/']").first.get_attribute("href")
    visit(f"{space}nouveau/")
    page.fill("input[name=title]", "Comment garder le rythme en janvier ?")
    page.fill("textarea[name=text]", "Après les fêtes, **personne** ne revient. Que faites-vous ?")
    _send(page, "Publier le fil")
    assert page.locator("h1").inner_text().startswith("Comment garder le rythme")
    assert page.locator("main strong", has_text="personne").count() == 1


def test_words_survive_a_refused_form(sign_in, visit, page):
    sign_in("aline")
    visit("/forum/")
    space = page.locator("main a[href^='/forum/']").first.get_attribute("href")
    visit(f"{space}nouveau/")
    page.fill("textarea[name=text]", "Un texte que je ne veux pas perdre.")
    page.evaluate("document.querySelector('main form:has(textarea)').noValidate = true")
    _send(page, "Publier le fil")
    assert page.locator("textarea[name=text]").input_value() == "Un texte que je ne veux pas perdre."
    assert page.locator("[aria-invalid=true]").count() >= 1
