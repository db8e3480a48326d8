# Reads JUnit XML from standard input as Jenkins's schema has it (junit-10.xsd of its xunit plugin) and says what breaks
# it; then "SUITE: TESTS FAILURES ERRORS SKIPPED" of each suite and of all of them, counted.
import sys
import xml.etree.ElementTree as ET

ALLOWED = {
    "testsuites": ({"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "time", "skipped", "timestamp"}, {"testcase"}),
    "testcase": ({"name", "time", "classname"}, {"skipped", "error", "failure", "system-out"}),
    "failure": ({"type", "message"}, set()),
    "error": ({"type", "message"}, set()),
    "skipped": ({"type", "message"}, set()),
    "system-out": (set(), set()),
}


def check(element):
    attributes, children = ALLOWED[element.tag]
    for name in element.attrib:
        assert name in attributes, f"{element.tag} has {name}"
    for child in element:
        assert child.tag in children, f"{element.tag} holds {child.tag}"
        check(child)
    if element.tag == "testcase":
        assert element.get("name") and element.get("classname"), "a case without name"
        assert len(element) <= 1, "a case with two outcomes"


def count(element):
    cases = element.findall(".//testcase")
    return [len(cases)] + [sum(case.find(kind) is not None for case in cases) for kind in ("failure", "error", "skipped")]


def told(element):
    return [int(element.get(name)) for name in ("tests", "failures", "errors")]


root = ET.fromstring(sys.stdin.buffer.read())
assert root.tag == "testsuites"
check(root)
for element in [root, *root]:
    assert told(element) == count(element)[:3], f"{element.get('name')}: {told(element)} is told, {count(element)} are there"
    assert int(element.get("skipped", count(element)[3])) == count(element)[3]
    print(f"{element.get('name')}: {' '.join(map(str, count(element)))}")
names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
assert len(names) == len(set(names)), "two cases of one name"
