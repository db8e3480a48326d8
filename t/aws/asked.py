#!/usr/bin/env python3
"""Runs a command that asks at its terminal.  Its output and errors go where they went.

usage: asked.py ANSWER COMMAND...

ANSWER is typed once the command has asked; "-": it has no terminal at all.  What appears there goes to the file "asked".
"""
import os
import pty
import subprocess
import sys


def with_terminal(answer, command):
    keep = [os.dup(1), os.dup(2)]
    pid, ours = pty.fork()
    if pid == 0:
        os.dup2(keep[0], 1)
        os.dup2(keep[1], 2)
        os.execvp(command[0], command)
    shown, typed = b"", False
    while True:
        try:
            text = os.read(ours, 4096)
        except OSError:
            break
        if not text:
            break
        shown += text
        if not typed and b"? " in shown:
            os.write(ours, answer.encode() + b"\n")
            typed = True
    with open("asked", "wb") as file:
        file.write(shown)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


if sys.argv[1] == "-":
    sys.exit(subprocess.run(sys.argv[2:], start_new_session=True, stdin=subprocess.DEVNULL, check=False).returncode)
sys.exit(with_terminal(sys.argv[1], sys.argv[2:]))
