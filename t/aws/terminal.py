#!/usr/bin/env python3
"""Runs a command whose standard error is a terminal of COLUMNS columns; what appears there goes to FILE.

usage: terminal.py COLUMNS FILE COMMAND...
"""
import fcntl
import os
import struct
import subprocess
import sys
import termios

ours, theirs = os.openpty()
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(sys.argv[1]), 0, 0))
process = subprocess.Popen(sys.argv[3:], stderr=theirs)
os.close(theirs)
with open(sys.argv[2], "wb") as shown:
    while True:
        try:
            text = os.read(ours, 65536)
        except OSError:
            break
        if not text:
            break
        shown.write(text)
sys.exit(process.wait())
