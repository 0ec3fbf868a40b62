from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("Members")


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's own administration of people, with the forms that our member needs."""

    user_viewset = "members.people.MemberViewSet"
