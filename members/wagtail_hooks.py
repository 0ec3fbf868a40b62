from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from members.modeladmin import CommunityModelAdmin, register_export
from members.models import Consent, OutgoingMail

hooks.register("register_log_actions", register_export)


@modeladmin_register
class OutgoingMailAdmin(CommunityModelAdmin):
    """Every mail that left or is about to, and those that could not: read, try again, nothing else."""

    model = OutgoingMail
    base_url_path = "outgoing-mail"
    menu_label = gettext_lazy("Outgoing mail")
    menu_icon = "mail"
    menu_order = 900
    add_to_settings_menu = True
    can_add = can_edit = can_delete = False
    list_display = ["subject", "to", "kind", "status", "attempts", "created_at", "sent_at"]
    list_filter = ["status", "kind", "created_at"]
    list_export = ["to", "subject", "kind", "status", "attempts", "created_at", "due_at", "sent_at", "last_error"]
    export_filename = "courriels"
    search_fields = ["subject", "to"]
    inspect_view_fields = ["subject", "to", "kind", "status", "attempts", "created_at", "due_at", "sent_at", "last_error"]
    inspect_template_name = "members/admin/inspect_mail.html"


@modeladmin_register
class ConsentAdmin(CommunityModelAdmin):
    """The register of consents that Law 25 asks for: who said yes to what, in which wording, when, and until when."""

    model = Consent
    menu_label = gettext_lazy("Consents")
    menu_icon = "check"
    menu_order = 910
    add_to_settings_menu = True
    can_add = can_edit = can_delete = False
    list_display = ["member", "purpose", "version", "given_at", "withdrawn_at"]
    list_filter = ["purpose", "version"]
    list_select_related = ["member"]
    list_export = ["member", "purpose", "version", "given_at", "withdrawn_at"]
    export_filename = "consentements"
    search_fields = ["member__last_name", "member__email"]


@hooks.register("register_admin_urls")
def addresses():
    return [path("outgoing-mail/retry/<int:pk>/", retry, name="retry_mail")]


@hooks.register("get_avatar_url")
def avatar(user, size):
    """The photo of the profile, for everyone whom the admin shows."""
    return (user and user.photo_url) or None


@require_POST
def retry(request, pk):
    mail = get_object_or_404(OutgoingMail, pk=pk)
    if not OutgoingMailAdmin().permission_helper.user_can_inspect_obj(request.user, mail):
        raise PermissionDenied
    if mail.retry():
        messages.success(request, _("This mail will leave within a minute."))
    return redirect(reverse("outgoing-mail_modeladmin_inspect", args=[pk]))
