"""The illustrations of the demonstration, drawn when it is seeded: no stock photograph, nothing to download."""

from home.demo.pictures import library, meetings, pages

DRAWINGS = {
    "accueil": pages.quilt,
    "la-communaute": pages.round_table,
    "principes-de-base": pages.three_forms,
    "benefices": pages.four_stems,
    "concepts-importants": pages.two_circles,
    "exemples-d-activites": pages.nine_tiles,
    "facteurs-de-succes": pages.bridge,
    "bibliotheque-livres": library.shelf,
    "bibliotheque-outils": library.work_table,
    "bibliotheque-ecoute": library.voice_and_ear,
    "bibliotheque-ouvrage-collectif": library.sewn_book,
    "rencontre-webinaire": meetings.windows,
    "rencontre-atelier": meetings.three_tables,
    "rencontre-club-de-lecture": meetings.ring_of_books,
    "rencontre-discussion-de-cas": meetings.pieces,
    "rencontre-reseautage": meetings.threads,
}
