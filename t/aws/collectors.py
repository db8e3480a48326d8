"""The collectors' metadata, for the tests that are made from it: a new call cannot go untested."""
import functools
import json
import os
import pathlib
import subprocess

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDER = pathlib.Path(os.environ.get("QRIE_SHARE", TOP / "share")) / "collectors"


def names():
    """["account/account", "dynamodb/table", ...]"""
    return sorted(str(path.relative_to(FOLDER))[:-len(".jq")] for path in FOLDER.glob("*/*.jq"))


@functools.lru_cache(maxsize=None)
def load(name):
    path = FOLDER / f"{name}.jq"
    out = subprocess.run(["jq", "-n", "-L", path.parent, f'"{path.stem}" | modulemeta'],
                         check=True, stdout=subprocess.PIPE).stdout
    return json.loads(out)


def calls(collector):
    """Each call as (kind, call, path), kind Parents, List, Batch, Once or Detail; path, what is Unreadable if it is refused."""
    for kind in ("Parents", "List"):
        if kind in collector:
            yield kind, collector[kind], None
    for kind in ("Batch", "Once", "Detail"):
        for call in collector.get(kind, []):
            path = f".{call['Each']}" if "Each" in call else ""
            into = call["Into"].lstrip(".")
            yield kind, call, f".Configuration{path}" + (f".{into}" if into else "")


def service(collector, call):
    return call.get("Service", collector["Service"])


def operations(collector, call):
    """(service, operation) of a call, and of the one made Before it."""
    return [(service(collector, asked), asked["Operation"]) for asked in (call.get("Before"), call) if asked]


def permissions():
    """All that a collecting user must be allowed."""
    needed = {"sts:GetCallerIdentity"}
    for name in names():
        for _, call, _ in calls(load(name)):
            needed |= {call["Permission"]} | ({call["Before"]["Permission"]} if "Before" in call else set())
    return sorted(needed)
