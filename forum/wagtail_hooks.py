"""The menu « Forum » of the Wagtail admin."""

from wagtail_modeladmin.options import modeladmin_register

from forum.admin import ForumGroup

modeladmin_register(ForumGroup)
