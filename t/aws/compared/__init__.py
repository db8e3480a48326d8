"""What the AWS CLI says of each type: a module a group of services.

TYPES: a type's function (account, regions) that yields (ARN, region, Configuration) of each of its resources.
LACKS, if it is there: types that an emulator does not hold, or not as AWS does: {"moto": {type: why}, "ministack": {...}}.
"""
import importlib
import pathlib


def modules():
    folder = pathlib.Path(__file__).resolve().parent
    return [importlib.import_module(f"compared.{path.stem}") for path in sorted(folder.glob("[a-z]*.py"))]


def types():
    return {kind: function for module in modules() for kind, function in module.TYPES.items()}


def lacks(emulator):
    """{type: why}"""
    return {kind: why for module in modules() for kind, why in getattr(module, "LACKS", {}).get(emulator, {}).items()}
