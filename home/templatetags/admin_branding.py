"""``{% load admin_branding %}``: which of our machines this admin runs on."""

from django import template

from home.admin import environment as environments

register = template.Library()


@register.simple_tag
def environment():
    """``{key, name, is_shown}`` of the running environment; production is not shouted about."""
    return environments.current()
