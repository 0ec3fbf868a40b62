"""The licences a resource may have: what each one is called, where it is written, and what it means in plain words."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DEEDS = "https://creativecommons.org"


@dataclass(frozen=True)
class Licence:
    code: str
    name: str | Promise
    meaning: str | Promise
    icon: str
    url: str = ""


LICENCES = {
    licence.code: licence
    for licence in [
        Licence(
            "cc-by",
            "CC BY 4.0",
            _("You may reuse, adapt and share it, even to sell it, provided that you name the author."),
            "share-2",
            f"{DEEDS}/licenses/by/4.0/deed.fr",
        ),
        Licence(
            "cc-by-sa",
            "CC BY-SA 4.0",
            _("You may reuse, adapt and share it, provided that you name the author and share your version under the same licence."),
            "share-2",
            f"{DEEDS}/licenses/by-sa/4.0/deed.fr",
        ),
        Licence(
            "cc-by-nc",
            "CC BY-NC 4.0",
            _("You may reuse, adapt and share it without commercial use, provided that you name the author."),
            "share-2",
            f"{DEEDS}/licenses/by-nc/4.0/deed.fr",
        ),
        Licence(
            "cc-by-nc-sa",
            "CC BY-NC-SA 4.0",
            _("You may reuse, adapt and share it without commercial use; name the author and keep the same licence."),
            "share-2",
            f"{DEEDS}/licenses/by-nc-sa/4.0/deed.fr",
        ),
        Licence(
            "cc-by-nd",
            "CC BY-ND 4.0",
            _("You may share it whole and unchanged, even to sell it, provided that you name the author."),
            "share-2",
            f"{DEEDS}/licenses/by-nd/4.0/deed.fr",
        ),
        Licence(
            "cc-by-nc-nd",
            "CC BY-NC-ND 4.0",
            _("You may share it whole and unchanged, without commercial use, provided that you name the author."),
            "share-2",
            f"{DEEDS}/licenses/by-nc-nd/4.0/deed.fr",
        ),
        Licence(
            "cc0",
            "CC0 1.0",
            _("The author gave up every right: do what you like with it."),
            "share-2",
            f"{DEEDS}/publicdomain/zero/1.0/deed.fr",
        ),
        Licence(
            "public-domain",
            _("Public domain"),
            _("Nobody holds rights to it any more: do what you like with it."),
            "globe",
            f"{DEEDS}/publicdomain/mark/1.0/deed.fr",
        ),
        Licence(
            "all-rights-reserved",
            _("All rights reserved"),
            _("Read it and quote it; ask the rights holder before you copy, adapt or share it."),
            "scale",
        ),
    ]
}


def licence_choices():
    """(code, name) in the order of the list, the freest first."""
    return [(licence.code, licence.name) for licence in LICENCES.values()]
