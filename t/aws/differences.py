"""How two JSON documents differ."""
import json


def differences(expected, got, path="", alike=lambda path, one, other: False):
    """A line for each.  alike: what else counts as the same."""
    if isinstance(expected, dict) and isinstance(got, dict):
        for key in sorted(expected.keys() | got.keys()):
            if key not in got:
                yield f"{path}.{key}: expected {json.dumps(expected[key])}, there is none"
            elif key not in expected:
                yield f"{path}.{key}: not expected: {json.dumps(got[key])}"
            else:
                yield from differences(expected[key], got[key], f"{path}.{key}", alike)
    elif isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        for n, (one, other) in enumerate(zip(expected, got)):
            yield from differences(one, other, f"{path}[{n}]", alike)
    elif (type(expected) is not type(got) or expected != got) and not alike(path, expected, got):
        yield f"{path}: expected {json.dumps(expected)}, got {json.dumps(got)}"
