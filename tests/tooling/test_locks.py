"""The locks: the same versions for everyone, from whichever registry the machine is set up with."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.source import ROOT

pytestmark = pytest.mark.once

LOCKS = ["runtime", "test", "uv"]


def lock(name):
    return (ROOT / f"requirements/{name}.txt").read_text()


def pins(name):
    """The locked requirements by name; a name has several pins when Pythons differ."""
    found = {}
    for line in re.findall(r"^[\w.\[\]-]+==.*?(?= \\$)", lock(name), re.MULTILINE):
        requirement = Requirement(line)
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def wished(section):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lines = project["project"]["dependencies"] if section == "runtime" else project["dependency-groups"][section]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address_and_no_path(name):
    assert not re.search(r"://|(^|\s)/|--(extra-)?index|--find-links", lock(name), re.MULTILINE)


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes(name):
    blocks = re.split(r"\n(?=\S)", lock(name).strip())
    assert [block.split("\n")[0] for block in blocks if "==" not in block or "--hash=sha256:" not in block] == []


@pytest.mark.parametrize(("name", "section"), [("runtime", "runtime"), ("test", "runtime"), ("test", "test")])
def test_a_lock_holds_every_declared_dependency_in_a_version_that_suits(name, section):
    locked = pins(name)
    for requirement in wished(section):
        versions = [next(iter(pin.specifier)).version for pin in locked[canonicalize_name(requirement.name)]]
        assert all(requirement.specifier.contains(version) for version in versions), f"{requirement}: {versions}"


def test_the_test_lock_holds_the_runtime_lock_whole():
    tested = pins("test")
    assert {name: list(map(str, pins)) for name, pins in pins("runtime").items()} == {
        name: list(map(str, tested[name])) for name in pins("runtime")
    }
