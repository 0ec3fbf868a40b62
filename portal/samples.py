"""What the gallery shows: every component in its states, with the words a real community would use.

``SPECIMENS`` maps a component to [(caption, context)]. Objects are plain namespaces with
the attributes that the component’s opening comment lists.
"""

from datetime import datetime, timedelta
from types import SimpleNamespace as Thing
from zoneinfo import ZoneInfo

from django import forms
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.safestring import mark_safe

EASTERN = ZoneInfo("America/Toronto")


class SampleForm(forms.Form):
    """One field of each kind; bound with nothing, it shows its errors."""

    name = forms.CharField(label="Prénom et nom", max_length=80)
    email = forms.EmailField(label="Adresse courriel", help_text="Elle sert à vous connecter ; personne d’autre ne la voit.")
    role = forms.ChoiceField(label="Région", choices=[("", "Choisir une région"), ("est", "Bas-Saint-Laurent"), ("mtl", "Montréal")])
    about = forms.CharField(
        label="En quelques mots", required=False, widget=forms.Textarea(attrs={"rows": 4}), help_text="Ce que vous faites, avec qui."
    )
    frequency = forms.ChoiceField(
        label="Recevoir la lettre", widget=forms.RadioSelect, choices=[("w", "Chaque semaine"), ("d", "Chaque jour"), ("n", "Jamais")]
    )
    topics = forms.MultipleChoiceField(
        label="Sujets",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("a", "Animation"), ("b", "Outils"), ("c", "Éthique")],
    )
    photo = forms.FileField(label="Photo", required=False, help_text="Une image de 8 Mo au plus.")
    agreed = forms.BooleanField(label="J’ai lu la charte et je m’engage à la respecter")


def _member(name, hue=""):
    first, _, last = name.partition(" ")
    return Person(name=name, first_name=first, initials=(first[0] + last[:1]).upper(), photo_url=hue, is_authenticated=True, unread_notifications=3)


class Person(Thing):
    def __str__(self):
        return self.name


ALINE, BRUNO, CLAIRE = _member("Aline Tremblay"), _member("Bruno Nguyen"), _member("Claire Gagnon")


def _event(title, kind, days, phase="open", **more):
    start = (datetime.now(EASTERN) + timedelta(days=days)).replace(hour=12, minute=0, second=0, microsecond=0)
    values = {
        "title": title,
        "url": "#",
        "get_kind_display": kind,
        "get_modality_display": "En ligne",
        "starts_at": start,
        "ends_at": start + timedelta(hours=1),
        "timezone": "America/Toronto",
        "place": "",
        "seats_left": None,
        "phase": phase,
        "summary_text": "Une heure pour parler de ce qui se passe entre deux rencontres, et de ce que l’on peut y faire à plusieurs.",
    }
    return Thing(**values | more)


OPEN = _event("Animer une discussion de cas : mode d’emploi", "Atelier", 9, seats_left=4, speakers_text="Claire Gagnon et Bruno Nguyen")
FULL = _event("Le codéveloppement, pas à pas", "Webinaire", 16, "full", seats_left=0)
ROOM = _event("Journée de mise en commun", "Rencontre", 30, get_modality_display="En personne", place="Rimouski", is_members_only=True)
PAST = _event("Accueillir une personne qui se joint au groupe", "Webinaire", -20, "past", replay_url="#")
CANCELLED = _event("Club de lecture : Wenger, chapitre 2", "Club de lecture", 4, "cancelled")
NOW = _event("Café du jeudi", "Réseautage", 0, "under-way")

TAGS = [Thing(name=name, slug="animation") for name in ("animation", "accueil", "discussion de cas")]

BOOK = Thing(
    title="Cultivating Communities of Practice",
    url="#",
    get_kind_display="Livre",
    icon="book-open",
    authors="Étienne Wenger, Richard McDermott, William M. Snyder",
    year=2002,
    summary_text="Sept principes pour accompagner une communauté sans la diriger, et ce qu’ils demandent à l’organisation qui l’accueille.",
)
TOOL = Thing(
    title="Fiche de discussion de cas",
    url="#",
    get_kind_display="Outil ou gabarit",
    icon="wrench",
    authors="La Courtepointe",
    year=None,
    summary_text="Une page : contexte, question, ce que j’ai essayé, ce que je cherche.",
    is_members_only=True,
)


def _thread(title, author, minutes, **more):
    values = {"title": title, "url": "#", "author": author, "space": "Pratiques d’animation", "reply_count": 0}
    return Thing(**values | {"active_at": timezone.now() - timedelta(minutes=minutes)} | more)


THREADS = [
    _thread("Comment ouvrir une rencontre quand la moitié du groupe ne se connaît pas ?", ALINE, 12, reply_count=7, is_pinned=True),
    _thread("Un outil pour prendre des notes à plusieurs ?", BRUNO, 60 * 26, reply_count=1, is_answered=True),
    _thread("Reprendre après l’été : qu’avez-vous gardé, qu’avez-vous laissé ?", None, 60 * 24 * 40, is_closed=True),
    _thread("Une première question", CLAIRE, 1, is_pending=True),
]

TEXT = mark_safe(
    "<p>Chez nous, deux minutes de silence, puis chacun nomme <strong>un mot</strong>. Cela suffit. Voir aussi <a href='#'>la fiche</a>.</p>"
    "<blockquote><p>Qu’est-ce qui vous a surpris cette semaine ?</p></blockquote><ul><li>court</li><li>sans réponse attendue</li></ul>"
)


def _post(pk, author, **more):
    return Thing(**{"pk": pk, "author": author, "created_at": timezone.now() - timedelta(hours=3), "html": TEXT, "url": "#"} | more)


PERSON = Thing(
    name="Aline Tremblay",
    url="#",
    member=ALINE,
    job="Infirmière clinicienne",
    organisation="CISSS du Bas-Saint-Laurent",
    region="Bas-Saint-Laurent",
    offers="Dix ans d’animation de groupes de parole.",
    seeks="Des façons d’évaluer sans alourdir.",
)
PAGE = Thing(title="Principes de base", url="#", summary_text="Quoi, pourquoi, comment : la communauté en trois questions.")
TRAIL = [Thing(title="Accueil", url="/"), Thing(title="La communauté", url="#")]
NUMBERS = Paginator(range(500), 20)
SENTENCE = mark_safe("<p>Ce qui se raconte dans le groupe y reste ; la charte le dit noir sur blanc.</p>")
BUTTON = mark_safe('<a class="button" data-tone="primary" href="#">S’inscrire</a>')
ROWS = mark_safe(
    "<thead><tr><th scope='col'>Activité</th><th scope='col'>Date</th><th scope='col'>Heures</th></tr></thead>"
    "<tbody><tr><td>Club de lecture</td><td>3 décembre</td><td>1</td></tr><tr><td>Discussion de cas</td><td>17 décembre</td><td>1,5</td></tr></tbody>"
)
NAV = [
    {"label": "Mon espace", "url": "#", "is_current": True, "symbol": "notebook-pen"},
    {"label": "Notifications", "url": "#", "symbol": "bell", "count": 3},
    {"label": "Mon profil", "url": "#", "symbol": "user-round"},
]
KINDS = [
    {"label": "Livre", "url": "#", "count": 8, "is_current": True},
    {"label": "Outil ou gabarit", "url": "#", "count": 6},
    {"label": "Webinaire enregistré", "url": "#", "count": 3},
]
LEAD = "Des gens qui font un travail semblable et qui décident de l’apprendre les uns des autres, régulièrement et longtemps."

# Shown by the page itself rather than as specimens: they belong to the frame or hold ids that stand once in a page.
FRAME = {"skip_link", "site_header", "site_footer", "brand", "language_switch", "theme_choice", "search_box", "account_menu", "page_header"}

SPECIMENS = {
    "hero": [("", {"title": "Apprendre ensemble à faire vivre un groupe", "eyebrow": "Communauté de pratique", "lead": LEAD, "content": BUTTON})],
    "section": [
        (tone, {"title": "Prochaines rencontres", "intro": "Deux fois par mois.", "url": "#", "link": "Tout le calendrier", "tone": tone, "content": SENTENCE})
        for tone in ("plain", "tint")
    ],
    "breadcrumbs": [("", {"items": TRAIL, "current": "Principes de base"})],
    "messages": [
        ("", {"messages": [Person(name=text, level_tag=tag) for tag, text in (("success", "C’est fait : vous êtes inscrite."), ("info", "Un courriel vous attend."), ("error", "Rien n’a été enregistré."))]})
    ],
    "panel": [(tone, {"title": "Bon à savoir", "tone": tone, "symbol": "leaf", "level": 3, "content": SENTENCE}) for tone in ("plain", "accent", "warm", "quiet", "danger")],
    "callout": [(tone, {"title": "À noter", "tone": tone, "content": SENTENCE}) for tone in ("info", "success", "warning", "danger")],
    "error_summary": [("", {"form": SampleForm({})})],
    "field": [],
    "confirm_button": [("", {"label": "Annuler mon inscription", "question": "Libérer votre place ?"})],
    "copy_link": [("", {"url": "https://cdp.example/calendrier/flux.ics", "label": "Flux du calendrier"})],
    "event_card": [("ouverte", {"event": OPEN}), ("complète", {"event": FULL}), ("inscrite", {"event": ROOM, "my_status": "confirmed"})],
    "event_row": [("", {"event": event, "my_status": status}) for event, status in ((NOW, ""), (OPEN, ""), (FULL, "waiting"), (ROOM, ""), (PAST, ""), (CANCELLED, ""))],
    "event_line": [("", {"event": OPEN})],
    "event_status": [("", {"event": FULL})],
    "date_leaf": [("", {"moment": OPEN.starts_at})],
    "resource_row": [("", {"resource": BOOK, "tags": TAGS}), ("", {"resource": TOOL})],
    "resource_card": [("", {"resource": BOOK}), ("", {"resource": TOOL})],
    "thread_row": [("", {"thread": thread, "unread": 2 if thread.reply_count == 7 else ""}) for thread in THREADS],
    "post": [
        ("", {"post": _post(1, ALINE, author_line="Infirmière, Rimouski"), "content": mark_safe('<button class="button" data-tone="plain" data-size="s">Merci</button>')}),
        ("retenue", {"post": _post(2, BRUNO, edited_at=timezone.now()), "is_accepted": True}),
        ("en attente", {"post": _post(3, None, is_pending=True)}),
    ],
    "person_card": [("", {"person": PERSON}), ("", {"person": Thing(name="Bruno Nguyen", url="", member=BRUNO, job="Conseiller pédagogique")})],
    "page_card": [("", {"page": PAGE, "eyebrow": "La communauté"})],
    "notification_row": [
        ("", {"notification": Thing(text="Bruno a répondu à « Ouvrir une rencontre »", url="#", count=3, created_at=timezone.now(), read_at=None)}),
        ("lue", {"notification": Thing(text="Votre inscription est confirmée", url="#", count=1, created_at=timezone.now() - timedelta(days=2), read_at=True)}),
    ],
    "file_row": [("", {"title": "Ordre du jour type d’une rencontre d’une heure", "url": "#", "kind": "pdf", "size": 184_000})],
    "tag_list": [("", {"tags": TAGS})],
    "filter_chips": [("", {"label": "Genre", "items": KINDS})],
    "tabs": [("", {"label": "Mes rencontres", "items": [{"label": "À venir", "url": "#", "is_current": True, "count": 2}, {"label": "Passées", "url": "#"}]})],
    "side_nav": [("", {"label": "Mon espace", "items": NAV})],
    "facts": [
        ("", {"items": [{"symbol": "calendar", "label": "Quand", "value": "jeudi 3 décembre, 12 h"}, {"symbol": "map-pin", "label": "Où", "value": "En ligne"}, {"symbol": "captions", "label": "Accessibilité", "value": "Sous-titres, documents à l’avance"}]})
    ],
    "progress": [("", {"label": "Places prises", "value": 26, "max": 30})],
    "table": [("", {"caption": "Heures de participation", "content": ROWS})],
    "pagination": [("", {"page": NUMBERS.page(7), "query": ""})],
    "pager": [("", {"before": PAGE, "after": Thing(title="Concepts importants", url="#")})],
    "empty_state": [("", {"title": "Aucune rencontre à venir pour l’instant", "text": "La prochaine s’annonce ici, et dans la lettre.", "url": "#", "label": "Voir les rencontres passées"})],
    "figure": [("", {"content": "", "caption": "Une rencontre de la communauté", "width": "measure"})],
    "video": [("", {"url": "https://vimeo.com/76979871", "player": "https://player.vimeo.com/video/76979871?dnt=1", "title": "Une rencontre en deux minutes", "duration": "2 min"})],
    "motif": [("", {})],
    "divider": [("", {})],
}
