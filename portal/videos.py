"""The two video sites whose players the portal accepts to frame."""

import re
from urllib.parse import parse_qs, urlsplit

YOUTUBE = {"youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be", "www.youtube-nocookie.com"}
VIMEO = {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}


def player_address(url):
    """The cookie-free player for a YouTube or Vimeo page, or None. Asks nothing of the network."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    if parts.hostname in YOUTUBE:
        key = parse_qs(parts.query).get("v", [""])[0] or parts.path.rstrip("/").rpartition("/")[2]
        return f"https://www.youtube-nocookie.com/embed/{key}" if re.fullmatch(r"[\w-]{6,20}", key) else None
    if parts.hostname in VIMEO:
        key = parts.path.rstrip("/").rpartition("/")[2]
        return f"https://player.vimeo.com/video/{key}?dnt=1" if re.fullmatch(r"\d{5,12}", key) else None
    return None
