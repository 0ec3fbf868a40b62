"""The seventeen administrative regions of Québec, in their official order."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Region(models.TextChoices):
    BAS_SAINT_LAURENT = "bas-saint-laurent", "Bas-Saint-Laurent"
    SAGUENAY_LAC_SAINT_JEAN = "saguenay-lac-saint-jean", "Saguenay–Lac-Saint-Jean"
    CAPITALE_NATIONALE = "capitale-nationale", "Capitale-Nationale"
    MAURICIE = "mauricie", "Mauricie"
    ESTRIE = "estrie", "Estrie"
    MONTREAL = "montreal", "Montréal"
    OUTAOUAIS = "outaouais", "Outaouais"
    ABITIBI_TEMISCAMINGUE = "abitibi-temiscamingue", "Abitibi-Témiscamingue"
    COTE_NORD = "cote-nord", "Côte-Nord"
    NORD_DU_QUEBEC = "nord-du-quebec", "Nord-du-Québec"
    GASPESIE = "gaspesie-iles-de-la-madeleine", "Gaspésie–Îles-de-la-Madeleine"
    CHAUDIERE_APPALACHES = "chaudiere-appalaches", "Chaudière-Appalaches"
    LAVAL = "laval", "Laval"
    LANAUDIERE = "lanaudiere", "Lanaudière"
    LAURENTIDES = "laurentides", "Laurentides"
    MONTEREGIE = "monteregie", "Montérégie"
    CENTRE_DU_QUEBEC = "centre-du-quebec", "Centre-du-Québec"
    OTHER = "other", _("Elsewhere")
