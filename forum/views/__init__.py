"""HTTP for the forum. Each view enters through ``visible_to`` and calls one verb."""
