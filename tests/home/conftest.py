from tests.demo_site import demo, played  # noqa: F401
