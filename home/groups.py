"""Who may do what in the admin, as data. Names of people’s roles are in ``product.md``’s words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """A group: what it may do to pages from the home page down, to files, and to the rows of the apps."""

    pages: tuple = ()  # codenames of wagtailcore.Page permissions, given on the home page of each language
    files: tuple = ()  # "app_label.codename", given on the root collection
    rows: tuple = ()  # "app_label.codename"


CHOOSE_FILES = ("wagtailimages.choose_image", "wagtaildocs.choose_document")

ROLES = {
    "Édition": Role(
        pages=("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
        files=(
            *CHOOSE_FILES,
            "wagtailimages.add_image",
            "wagtailimages.change_image",
            "wagtaildocs.add_document",
            "wagtaildocs.change_document",
        ),
        rows=(
            "wagtailadmin.access_admin",
            "simple_translation.submit_translation",
            "home.change_sitemenus",
            "wagtailredirects.add_redirect",
            "wagtailredirects.change_redirect",
            "wagtailredirects.delete_redirect",
            "wagtailsearchpromotions.add_searchpromotion",
            "wagtailsearchpromotions.change_searchpromotion",
            "wagtailsearchpromotions.delete_searchpromotion",
            "events.view_registration",
            "events.view_speaker",
            "events.add_speaker",
            "events.change_speaker",
            "events.delete_speaker",
            "taggit.view_tag",
            "taggit.add_tag",
            "taggit.change_tag",
            "taggit.delete_tag",
        ),
    ),
    "Relecture": Role(files=CHOOSE_FILES, rows=("wagtailadmin.access_admin",)),
    "Animation": Role(
        rows=(
            "wagtailadmin.access_admin",
            "forum.moderate_forum",
            "forum.view_thread",
            "forum.view_post",
            "events.view_registration",
        )
    ),
}

REVIEWERS = "Relecture"
