"""People, events, resources and threads that the gallery shows, with the words a real community would use.

They are plain namespaces with the attributes that the components’ opening comments list.
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


class Named(Thing):
    """A thing that is written by its name."""

    def __str__(self):
        return self.name


def _member(name):
    first, _, last = name.partition(" ")
    return Named(name=name, first_name=first, initials=(first[0] + last[:1]).upper(), photo_url="")


ALINE, BRUNO, CLAIRE = _member("Aline Tremblay"), _member("Bruno Nguyen"), _member("Claire Gagnon")


def _event(title, kind, days, phase="open", **more):
    start = (datetime.now(EASTERN) + timedelta(days=days)).replace(hour=12, minute=0, second=0, microsecond=0)
    values = {
        "title": title,
        "url": "#",
        "local_start": start.replace(tzinfo=None),
        "is_cancelled": phase == "cancelled",
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
    "<p>Chez nous, deux minutes de silence, puis chacun nomme <strong>un mot</strong>. Voir aussi <a href='#'>la fiche</a>.</p>"
    "<blockquote><p>Qu’est-ce qui vous a surpris cette semaine ?</p></blockquote><ul><li>court</li><li>sans réponse attendue</li></ul>"
)


def post(pk, author, **more):
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
    "<tbody><tr><td>Club de lecture</td><td>3 décembre</td><td>1</td></tr>"
    "<tr><td>Discussion de cas</td><td>17 décembre</td><td>1,5</td></tr></tbody>"
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
SPEAKER = Thing(name="Bruno Nguyen", url="", member=BRUNO, job="Conseiller pédagogique")
VIEWS = [{"label": "À venir", "url": "#", "is_current": True, "count": 2}, {"label": "Passées", "url": "#"}]
FACTS = [
    {"symbol": "calendar", "label": "Quand", "value": "jeudi 3 décembre, 12 h"},
    {"symbol": "map-pin", "label": "Où", "value": "En ligne"},
    {"symbol": "captions", "label": "Accessibilité", "value": "Sous-titres, documents à l’avance"},
]


def _day(number, *events):
    date = datetime(2026, 12, 1, tzinfo=EASTERN) + timedelta(days=number - 1)
    return Thing(date=date, is_in_month=number > 0, is_today=number == 3, events=events)


MONTH = Thing(
    weeks=[
        [_day(-1), _day(0), _day(1), _day(2), _day(3, OPEN), _day(4), _day(5)],
        [_day(6), _day(7), _day(8), _day(9), _day(10, FULL, CANCELLED), _day(11), _day(12)],
    ]
)
