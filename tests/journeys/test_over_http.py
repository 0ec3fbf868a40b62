"""Whole stories on the demonstration site, over HTTP, without a line of JavaScript."""

import re

import pytest
import time_machine
from django.core import mail
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from events.models import Registration
from forum.models import Post, Thread
from home.models import ContentPage, HomePage
from members.models import Member, OutgoingMail
from members.outbox import deliver_due
from portal.blocks import BODY_BLOCKS
from tests.demo_site import pictures_made
from tests.journeys.reader import Reader

PASSWORD = "cdp-demo-2026"


@pytest.fixture
def reader(demo):
    return Reader()


@pytest.fixture
def signed_in(reader):
    def sign_in(email):
        reader.open("/").follow("Se connecter").send("Se connecter", login=email, password=PASSWORD)
        reader.sees("Mes rencontres")
        return reader

    return sign_in


def test_a_visitor_discovers_the_community(reader):
    reader.open("/")
    reader.sees("Apprendre ensemble à faire vivre un groupe", "La prochaine rencontre", "Comment se joindre à nous")
    reader.follow("La communauté")
    reader.follow("Principes de base")
    reader.sees("Mode de travail collaboratif incluant des partages")
    reader.follow("Bibliothèque").follow("Ordre du jour type")
    reader.sees("Une heure, quatre temps")
    reader.follow("animation")
    assert reader.path == "/mots-cles/animation/"
    reader.follow("Calendrier").follow("La confiance dans un groupe")
    reader.sees("Trois idées ont retenu l’attention")
    reader.follow("Forum").follow("Animer nos rencontres")
    reader.open("/").send("Chercher", q="ecoute active")
    reader.sees("5 ways to listen better")
    reader.open("/").follow("English")
    reader.sees("Learning together how to bring a group to life", "The next meeting")


def test_a_visitor_writes_to_the_community(reader):
    with time_machine.travel("2020-01-01"):
        reader.open("/nous-joindre/")
    reader.send("Votre nom", name="Léa", email="lea@example.org", subject="Adhésion", message="Comment faire ?")
    reader.sees("Votre message est parti")
    assert OutgoingMail.objects.filter(kind="contact", to="bonjour@cdp.example").exists()


def test_a_newcomer_signs_up_and_registers_for_the_next_meeting(reader):
    reader.open("/").follow("Ouvrir une rencontre")
    reader.follow("S’inscrire").follow("Rejoignez la communauté")
    reader.send(
        "Créer mon compte", first_name="Léa", last_name="Roy", email="lea@example.org", password1="une phrase assez longue 7", consent="on"
    )
    deliver_due()
    code = re.search(r"^\s*([A-Z0-9-]{6,9})\s*$", mail.outbox[-1].body, re.MULTILINE)[1]
    reader.send("Confirmer mon adresse", code=code)
    reader.sees("Ouvrir une rencontre : les dix premières minutes")
    reader.send("S’inscrire")
    reader.sees("Vous êtes inscrit")
    lea = Member.objects.get(email="lea@example.org")
    assert Registration.objects.of(lea).get().status == "confirmed"
    assert OutgoingMail.objects.filter(member=lea, subject__contains="Ouvrir une rencontre").exists()
    reader.open("/mon-espace/").sees("Bonjour Léa", "Ouvrir une rencontre")


def test_a_full_meeting_leads_to_the_waiting_list(signed_in):
    reader = signed_in("claire@cdp.example").open("/calendrier/retroaction-qui-fait-grandir/")
    reader.send("liste d’attente")
    reader.sees("Vous êtes sur la liste d’attente")
    assert Registration.objects.of(Member.objects.get(email="claire@cdp.example")).waiting().exists()


def test_a_member_starts_a_thread_and_another_answers(signed_in):
    reader = signed_in("aline@cdp.example").open("/forum/animer/").follow("Ouvrir un fil")
    reader.send("Publier le fil", title="Finir à l’heure", text="Comment faites-vous pour **conclure** ?")
    reader.sees("Finir à l’heure", "Comment faites-vous pour conclure ?")
    thread = Thread.objects.get(title="Finir à l’heure")

    other = Reader()
    other.open("/compte/connexion/").send("Se connecter", login="bruno@cdp.example", password=PASSWORD)
    other.open(thread.get_absolute_url()).send("Envoyer la réponse", text="Une cloche, cinq minutes avant.")
    other.sees("Une cloche, cinq minutes avant.")
    assert Post.objects.filter(thread=thread).count() == 2


def every_block(page, image, document):
    """One of each block of the site, as the editor’s form sends it."""
    card = {"eyebrow": "Un", "title": "Première carte", "text": rich_text("<p>Mot.</p>"), "icon": "ear"}
    notion = {"title": "Notion", "definition": "Ce que c’est.", "items": rows("Exemple")}
    activity = {"icon": "coffee", "title": "Café-causerie", "text": "Le mardi."}
    question = {"question": "Est-ce gratuit ?", "answer": rich_text("<p>Oui.</p>")}
    picture = {"image": image.pk, "alt_text": "Une table", "decorative": ""}
    nothing = {"image": "", "alt_text": "", "decorative": ""}
    return [
        ("text", rich_text("<h2>Un intertitre</h2><p>Un paragraphe.</p>")),
        ("cards", {"heading": "Cartes", "intro": "", "tone": "warm", "cards": rows(card)}),
        ("points", {"heading": "Points", "lead": "", "style": "steps", "items": rows("Premier point")}),
        ("concepts", {"heading": "Concepts", "concepts": rows(notion)}),
        ("activities", {"heading": "Activités", "intro": "", "activities": rows(activity)}),
        ("quote", {"text": "Une phrase à garder.", "author": "Aline", "source": ""}),
        ("accordion", {"heading": "Questions", "items": rows(question)}),
        ("picture", {"picture": picture, "caption": "Légende", "width": "wide"}),
        ("video", {"url": "https://vimeo.com/76979871", "title": "Une vidéo", "duration": "2 min", "poster": nothing}),
        ("files", {"heading": "Fichiers", "files": rows({"document": document.pk, "label": "Le document"})}),
        ("call_to_action", {"title": "Venez", "text": "", "label": "Voir", "page": page.pk, "url": "", "tone": "accent"}),
        ("pages", {"heading": "À lire", "style": "cards", "pages": rows(page.pk)}),
    ]


def rows(*values):
    """A ListBlock as its form sends it."""
    data = {"count": str(len(values))}
    for order, value in enumerate(values):
        data[str(order)] = {"value": value, "order": str(order), "deleted": "", "type": "item", "id": ""}
    return data


def test_an_editor_adds_a_page_with_every_block_and_publishes_it(signed_in, demo):
    home = HomePage.objects.get(locale__language_code="fr")
    body = every_block(home, get_image_model().objects.first(), get_document_model().objects.first())
    assert [kind for kind, _value in body] == [name for name, _block in BODY_BLOCKS]
    form = nested_form_data(
        {
            "title": "Une page d’essai",
            "heading": "",
            "introduction": "Tous les blocs.",
            "picture": "",
            "body": streamfield(body),
            "slug": "essai",
            "seo_title": "",
            "search_description": "",
            "share_image": "",
            "comments": inline_formset([]),
            "action-publish": "1",
        }
    )
    reader = signed_in("edith@cdp.example").open(f"/admin/pages/add/home/contentpage/{home.pk}/")
    token = {"csrfmiddlewaretoken": dict(reader.page.forms[-1].fields).get("csrfmiddlewaretoken") or reader.client.cookies["csrf"].value}
    answer = reader.client.post(reader.path, form | token)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    assert ContentPage.objects.live().filter(slug="essai").exists()

    visitor = Reader()
    with pictures_made():
        visitor.open("/essai/")
    said = [
        "Un intertitre",
        "Première carte",
        "Premier point",
        "Ce que c’est.",
        "Café-causerie",
        "Une phrase à garder.",
        "Est-ce gratuit",
        "Légende",
        "Une vidéo",
        "Le document",
        "Venez",
        "À lire",
    ]
    visitor.sees(*said)
