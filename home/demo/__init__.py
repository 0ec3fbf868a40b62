"""The demonstration: a believable community, played scene by scene through the verbs of each app.

``seeding.play`` runs the scenes; ``content/*.toml`` is what they say, ``pictures/`` what they show.
"""
