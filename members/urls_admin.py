"""Pages of the Wagtail admin in the place of Wagtail's own; included before them."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from members.people import OwnAccountView

urlpatterns = [path("account/", require_admin_access(OwnAccountView.as_view()))]
