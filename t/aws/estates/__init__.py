"""Resources of the types that estate.py has none of, made with boto3 in an emulator: a module a group of services.

Each has make(emulator): emulator is "moto" or "ministack"; what that one does not hold is left out.
"""
import importlib
import pathlib


def make(emulator):
    for path in sorted(pathlib.Path(__file__).resolve().parent.glob("[a-z]*.py")):
        importlib.import_module(f"estates.{path.stem}").make(emulator)
