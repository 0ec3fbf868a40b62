"""French sentences by the thousand: not to be read, but to be searched, sorted and cut as real ones are."""

import random

SUBJECTS = [
    "le groupe",
    "une équipe",
    "la communauté",
    "cette rencontre",
    "l’atelier",
    "un cercle de pairs",
    "la personne qui anime",
    "notre comité",
    "la discussion",
    "le mentorat",
]
VERBS = [
    "partage",
    "questionne",
    "prépare",
    "explore",
    "résume",
    "relie",
    "transforme",
    "soutient",
    "observe",
    "raconte",
]
OBJECTS = [
    "une situation difficile",
    "les idées de chacun",
    "un outil simple",
    "l’écoute active",
    "la pratique réflexive",
    "des objectifs clairs",
    "le travail à distance",
    "la confiance",
    "un retour d’expérience",
    "la prise de notes",
    "les rôles de la rencontre",
    "une lecture commune",
    "l’entraide entre collègues",
    "le codéveloppement",
]
ENDS = [
    "avant la pause",
    "en petits groupes",
    "depuis l’automne",
    "avec patience",
    "sans ordre du jour",
    "au fil des mois",
    "en visioconférence",
    "à tour de rôle",
]
TAGS = [
    f"{noun} {kind}"
    for noun in ("animation", "écoute", "outil", "lecture", "réseau", "bilan")
    for kind in ("en ligne", "de groupe", "rapide", "partagé")
]


class Writer:
    """Sentences from a seed of its own."""

    def __init__(self, seed):
        self.rng = random.Random(seed)

    def sentence(self):
        words = [self.rng.choice(part) for part in (SUBJECTS, VERBS, OBJECTS, ENDS)]
        return f"{' '.join(words)}.".capitalize()

    def title(self):
        return f"{self.rng.choice(SUBJECTS)} {self.rng.choice(VERBS)} {self.rng.choice(OBJECTS)}".capitalize()

    def text(self, sentences=6):
        return " ".join(self.sentence() for _ in range(sentences))

    def some(self, things, most):
        return self.rng.sample(things, self.rng.randint(1, most))
