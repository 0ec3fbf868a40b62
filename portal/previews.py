"""What each block shows in the editor's preview and in the gallery: words of the seed document."""

PREVIEWS = {
    "text": "<h2>Apprendre ensemble</h2><p>Par des rencontres sur une base régulière où les membres échangent sur leurs connaissances.</p>",
    "cards": {
        "heading": "Principes de base",
        "intro": "",
        "tone": "plain",
        "cards": [
            {
                "eyebrow": "Quoi",
                "title": "Un mode de travail collaboratif",
                "text": "<p>Des partages et des apprentissages en interaction.</p>",
                "icon": "users",
            },
            {
                "eyebrow": "Pourquoi",
                "title": "Relier la théorie et la pratique",
                "text": "<p>Partager expériences, idées et outils.</p>",
                "icon": "compass",
            },
            {
                "eyebrow": "Comment",
                "title": "Des rencontres régulières",
                "text": "<p>Des objectifs et un programme d’activités.</p>",
                "icon": "repeat",
            },
        ],
    },
    "points": {"heading": "Bénéfices", "lead": "", "style": "checks", "items": ["Acquisition de connaissances", "Confiance dans son rôle"]},
    "concepts": {
        "heading": "Concepts importants",
        "concepts": [
            {
                "title": "Communauté",
                "definition": "Structure sociale développée grâce aux interactions des membres",
                "items": ["Engagement mutuel"],
            },
            {"title": "Pratique partagée", "definition": "Répertoire de ressources permettant la résolution de problèmes", "items": []},
        ],
    },
    "activities": {
        "heading": "Exemples d’activités",
        "intro": "",
        "activities": [
            {"icon": "book-open", "title": "Club de lecture", "text": "Un chapitre, une heure, une question."},
            {"icon": "presentation", "title": "Webinaires", "text": "Une personne-ressource et un échange."},
        ],
    },
    "quote": {"text": "Nous avons cessé de résoudre chacun de notre côté le même problème.", "author": "Une membre", "source": ""},
    "accordion": {
        "heading": "",
        "items": [{"question": "Qui peut participer ?", "answer": "<p>Toute personne qui exerce la profession.</p>"}],
    },
    "picture": {"picture": None, "caption": "Une rencontre de la communauté", "width": "measure"},
    "video": {"url": "https://vimeo.com/76979871", "title": "Une rencontre en deux minutes", "duration": "2 min", "poster": None},
    "files": {"heading": "À télécharger", "files": []},
    "call_to_action": {
        "title": "Envie d’essayer ?",
        "text": "La prochaine rencontre est ouverte à tous.",
        "label": "Voir le calendrier",
        "page": None,
        "url": "/calendrier/",
        "tone": "accent",
    },
    "pages": {"heading": "À lire ensuite", "style": "cards", "pages": []},
}
