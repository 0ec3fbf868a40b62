import pytest
from django.core.cache import cache

from tests.demo_site import demo, played  # noqa: F401


@pytest.fixture(autouse=True)
def fresh_cache():
    """The menus of one test are not those of the next."""
    cache.clear()
