#!/usr/bin/env python3
"""Takes an operation's calls out of a collector.

usage: without.py OPERATION FILE
"""
import pathlib
import re
import sys


def main():
    operation, file = sys.argv[1], pathlib.Path(sys.argv[2])
    text, times = re.subn(rf'^    \{{\n      "Operation": "{operation}"(?:.|\n)*?\n    \}},\n', "", file.read_text(), flags=re.M)
    if not times:
        sys.exit(f"{file}: no call of {operation}")
    file.write_text(text)


if __name__ == "__main__":
    main()
