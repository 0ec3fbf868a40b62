"""``CommunityModelAdmin``: rows that members make and editors read, filter, export and act on."""

import unicodedata
from datetime import datetime

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import label_for_field
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter, log
from wagtail_modeladmin.helpers import DjangoORMSearchHandler, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

FORMULA = ("=", "+", "-", "@", "\t", "\r")
EXPORTED = "members.export"
ANY_DATE = _("Any date")  # said by Django's date filters; the catalogue of its admin, which is not installed, has it


def harmless(value):
    """``value`` as a CSV cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


class ScopedPermissions(PermissionHelper):
    """The scope of the list guards each row too: what is not in the list is not inspected, changed or deleted either."""

    admin = None

    def user_can_create(self, user):
        return self.admin.can_add and super().user_can_create(user)

    def user_can_inspect_obj(self, user, obj):
        return super().user_can_inspect_obj(user, obj) and self._in_scope(user, obj)

    def user_can_edit_obj(self, user, obj):
        return self.admin.can_edit and super().user_can_edit_obj(user, obj) and self._in_scope(user, obj)

    def user_can_delete_obj(self, user, obj):
        return self.admin.can_delete and super().user_can_delete_obj(user, obj) and self._in_scope(user, obj)

    def _in_scope(self, user, obj):
        """One query per row, and none where the whole table is in scope."""
        everything = type(self.admin).scope is CommunityModelAdmin.scope
        return everything or self.admin.scope(user, self.model._default_manager.filter(pk=obj.pk)).exists()


class NormalisedSearch(DjangoORMSearchHandler):
    """Composed letters, no control characters, at most eight words: any text may be typed."""

    def search_queryset(self, queryset, search_term, **kwargs):
        text = unicodedata.normalize("NFC", search_term or "")
        text = "".join(letter if letter.isprintable() else " " for letter in text)
        return super().search_queryset(queryset, " ".join(text.split()[:8]), **kwargs)


class CommunityIndexView(IndexView):
    """The list; a query string that nobody wrote leads back to the plain list, and each export is on record."""

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except IncorrectLookupParameters:
            return redirect(request.path)

    def as_spreadsheet(self, queryset, spreadsheet_format):
        about = {"model": str(self.opts.verbose_name_plural), "rows": queryset.count(), "format": spreadsheet_format}
        log(self.request.user, EXPORTED, user=self.request.user, data=about)
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def stream_csv(self, queryset):
        """As Wagtail writes it, after the mark by which Excel knows that it is UTF-8."""
        yield "\ufeff".encode()
        yield from super().stream_csv(queryset)

    def get_heading(self, queryset, field):
        """As the list says it: French capitalises one letter, not one a word."""
        return capfirst(str(label_for_field(field, model=self.model, model_admin=self.model_admin)))

    def preprocess_field_value(self, field, value, export_format):
        """Times as the portal's clocks show them, to the second; nothing where there is nothing."""
        if isinstance(value, datetime):
            value = timezone.make_naive(value).replace(microsecond=0)
        elif value == self.model_admin.get_empty_value_display(field):
            value = "" if export_format == self.FORMAT_CSV else None
        value = super().preprocess_field_value(field, value, export_format)
        return harmless(value) if export_format == self.FORMAT_CSV else value


class CommunityModelAdmin(ModelAdmin):
    """A list that respects who looks at it.

    A subclass says ``scope(user, rows)``: what this user may see of ``rows`` (everything by default). The scope holds for the
    list, the exports, and each row. ``can_add``, ``can_edit`` and ``can_delete`` close a door to everybody.
    """

    can_add = can_edit = can_delete = True
    inspect_view_enabled = True
    history_view_enabled = False
    index_view_class = CommunityIndexView
    search_handler_class = NormalisedSearch
    permission_helper_class = ScopedPermissions
    list_per_page = 50

    def __init__(self, parent=None):
        super().__init__(parent)
        self.permission_helper.admin = self

    def register_indexing(self):
        """Rows that members write are not content that pages refer to: no indexing task for each of them."""

    def scope(self, user, rows):
        """What ``user`` may see of ``rows``."""
        return rows

    def get_queryset(self, request):
        return self.scope(request.user, super().get_queryset(request))


def register_export(actions):
    """The line of the site history that tells an export."""
    actions.register_action(EXPORTED)(ExportLine)


class ExportLine(LogFormatter):
    label = _("Export")

    def format_message(self, entry):
        return _("Exported %(rows)s rows of “%(model)s” (%(format)s)") % entry.data
