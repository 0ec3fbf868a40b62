"""Every address of the portal. French paths, English under /en/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from portal import errors, health, originals

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found

# One door: Wagtail's own sign-in forms lead to ours.
sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("sante/vivant", health.alive, name="alive"),
    path("sante/pret", health.ready, name="ready"),
    path("sitemap.xml", sitemap),
    path("admin/login/", sign_in),
    path("_util/login/", sign_in),
    path("admin/", include("members.urls_admin")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("fichiers/original_images/<path:name>", originals.original),
    path("", include("home.urls_plain")),
    path("", include("members.urls_plain")),
    *i18n_patterns(
        path("compte/", include("members.urls_account")),
        path("membres/", include("members.urls")),
        path("forum/", include("forum.urls")),
        path("calendrier/", include("events.urls")),
        path("bibliotheque/", include("library.urls")),
        path("", include("home.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

if settings.GALLERY:
    from django.conf.urls.static import static

    from portal import gallery

    urlpatterns = [
        path("galerie/", gallery.show, name="gallery"),
        *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
        *urlpatterns,
    ]
