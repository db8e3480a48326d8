#!/usr/bin/env python3
"""Which collectors an emulator can answer, and resources for them.

usage: breadth.py held moto|ministack     prints the names of those collectors
       AWS_ENDPOINT_URL=... breadth.py make moto|ministack
"""
import sys

import collectors
import compared
import estates


def main():
    action, emulator = sys.argv[1:]
    if action == "make":
        estates.make(emulator)
        return
    lacking = compared.lacks(emulator)
    for name in collectors.names():
        if collectors.load(name)["ResourceType"] not in lacking:
            print(name)


if __name__ == "__main__":
    sys.exit(main())
