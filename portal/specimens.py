"""Every component in its states: ``SPECIMENS`` maps a component to [(caption, context)]."""

from datetime import timedelta
from types import SimpleNamespace as Thing

from django.utils import timezone
from django.utils.safestring import mark_safe

from portal import samples
from portal.samples import ALINE, BOOK, BRUNO, BUTTON, FULL, OPEN, PAGE, SENTENCE, TAGS, TOOL

# Shown by the page itself: they belong to the frame, or hold ids that stand once in a page.
FRAME = {
    "skip_link",
    "site_header",
    "site_footer",
    "brand",
    "language_switch",
    "theme_choice",
    "search_box",
    "account_menu",
    "page_header",
    "field",
}

THANKS = mark_safe('<button class="button" data-tone="plain" data-size="s">Merci</button>')
EVENTS = [(samples.NOW, ""), (OPEN, ""), (FULL, "waiting"), (samples.ROOM, ""), (samples.PAST, ""), (samples.CANCELLED, "")]
MESSAGES = [
    ("success", "C’est fait : votre place est réservée."),
    ("info", "Un courriel vous attend."),
    ("error", "Rien n’a été enregistré."),
]
PLAYER = "https://player.vimeo.com/video/76979871?dnt=1"


def one(**context):
    return [("", context)]


def in_tones(*tones, **context):
    return [(tone, context | {"tone": tone}) for tone in tones]


def told(text, **more):
    return {"notification": Thing(**{"text": text, "url": "#", "count": 1, "created_at": timezone.now(), "read_at": None} | more)}


SPECIMENS = {
    "hero": one(
        title="Apprendre ensemble à faire vivre un groupe", eyebrow="Communauté de pratique", lead=samples.LEAD, content=BUTTON, level=2
    ),
    "section": in_tones(
        "plain", "tint", title="Prochaines rencontres", intro="Deux fois par mois.", url="#", link="Tout le calendrier", content=SENTENCE
    ),
    "breadcrumbs": one(items=samples.TRAIL, current="Principes de base"),
    "messages": one(messages=[samples.Named(name=text, level_tag=tag) for tag, text in MESSAGES]),
    "panel": in_tones("plain", "accent", "warm", "quiet", "danger", title="Bon à savoir", symbol="leaf", level=3, content=SENTENCE),
    "callout": in_tones("info", "success", "warning", "danger", title="À noter", content=SENTENCE),
    "error_summary": one(form=samples.SampleForm({})),
    "confirm_button": one(label="Annuler mon inscription", question="Libérer votre place ?"),
    "copy_link": one(url="https://cdp.example/calendrier/flux.ics", label="Flux du calendrier"),
    "event_card": [
        ("ouverte", {"event": OPEN}),
        ("complète", {"event": FULL}),
        ("inscrite", {"event": samples.ROOM, "my_status": "confirmed"}),
    ],
    "event_row": [("", {"event": event, "my_status": status}) for event, status in EVENTS],
    "event_line": one(event=OPEN),
    "event_status": one(event=FULL),
    "date_leaf": one(moment=OPEN.starts_at),
    "month_table": one(table=samples.MONTH, caption="Décembre 2026"),
    "resource_row": [("", {"resource": BOOK, "tags": TAGS}), ("", {"resource": TOOL})],
    "resource_card": [("", {"resource": BOOK}), ("", {"resource": TOOL})],
    "thread_row": [("", {"thread": thread, "unread": 2 if thread.reply_count == 7 else ""}) for thread in samples.THREADS],
    "post": [
        ("", {"post": samples.post(1, ALINE, author_line="Infirmière, Rimouski"), "content": THANKS}),
        ("retenue", {"post": samples.post(2, BRUNO, edited_at=timezone.now()), "is_accepted": True}),
        ("en attente", {"post": samples.post(3, None, is_pending=True)}),
    ],
    "person_card": [("", {"person": samples.PERSON}), ("", {"person": samples.SPEAKER})],
    "page_card": one(page=PAGE, eyebrow="La communauté"),
    "notification_row": [
        ("", told("Bruno a répondu à « Ouvrir une rencontre »", count=3)),
        ("lue", told("Votre inscription est confirmée", created_at=timezone.now() - timedelta(days=2), read_at=timezone.now())),
    ],
    "file_row": one(title="Ordre du jour type d’une rencontre d’une heure", url="#", kind="pdf", size=184_000),
    "tag_list": one(tags=TAGS),
    "filter_chips": one(label="Genre", items=samples.KINDS),
    "tabs": one(label="Mes rencontres", items=samples.VIEWS),
    "side_nav": one(label="Mon espace", items=samples.NAV),
    "facts": one(items=samples.FACTS),
    "progress": one(label="Places prises", value=26, max=30),
    "table": one(caption="Heures de participation", content=samples.ROWS),
    "pagination": one(page=samples.NUMBERS.page(7), query=""),
    "pager": one(before=PAGE, after=Thing(title="Concepts importants", url="#")),
    "empty_state": one(
        title="Aucune rencontre à venir pour l’instant",
        text="La prochaine s’annonce ici, et dans la lettre.",
        url="#",
        label="Voir les rencontres passées",
    ),
    "figure": one(content="", caption="Une rencontre de la communauté", width="measure"),
    "video": one(url="https://vimeo.com/76979871", player=PLAYER, title="Une rencontre en deux minutes", duration="2 min"),
    "motif": one(),
    "divider": one(),
}
