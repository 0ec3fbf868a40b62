"""Where the project's own files are."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ["portal", "members", "search", "library", "events", "forum", "home"]


def own_files(suffix, *folders):
    """The files of ours with this ending, without what is vendored or generated."""
    for folder in folders or [*APPS, "tests", "templates", "bench", "deploy"]:
        for path in sorted((ROOT / folder).rglob(f"*{suffix}")):
            if not {"migrations", "vendor", "__pycache__", "node_modules"} & set(path.parts):
                yield path
