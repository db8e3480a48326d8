#!/usr/bin/env python3
"""Lines that look like those given, but for a few bytes: to see whether what is remembered of one is wrongly taken for another's.

usage: mutate.py seed count <lines

Bytes are changed, taken out, put in and repeated at any place; what is put in is what JSON is made of, right and wrong.  A good
part is as it was given.  The same seed gives the same lines.
"""
import random
import sys

PARTS = [b'\\u0041', b'\\', b'"', b'\\"', b'{', b'}', b'[', b']', b',', b':', b'null', b'true', b'fals', b'01', b'-1', b'1.5e3', b'1.',
         b'E5', b'-', b'+', b'\xc3\xa9', b'\xff', b'\xed\xa0\x80', b'\x00', b'\x1f', b'\x7f', b' ', b'\t', b'\r', b'""', b'{}', b'[]',
         b'"a":1,', b'"Kind":"verdicts",', b'"ResourceType":"AWS::S3::Bucket",', "\ufdd0\ufdd2\ufdd2".encode(), b'.9902743100',
         b'0.0.0.0/0', b'2026-01-31T00:00:00Z']


def mutate(line):
    at, how = random.randrange(len(line) + 1), random.randrange(5)
    part = random.choice(PARTS)
    if how == 0:
        line[at:at] = part
    elif how == 1:
        line[at:at + len(part)] = part
    elif how == 2:
        del line[at:at + random.choice([1, 2, 5, 20])]
    elif how == 3:
        line[at:at + 1] = bytes([random.randrange(256)])
    else:
        line[at:at] = line[at:at + random.randrange(60)]


def main():
    random.seed(int(sys.argv[1]))
    lines = sys.stdin.buffer.read().splitlines()
    for _ in range(int(sys.argv[2])):
        line = bytearray(random.choice(lines))
        for _ in range(random.choice([0, 0, 1, 1, 1, 2, 3])):
            mutate(line)
        sys.stdout.buffer.write(bytes(line).replace(b"\n", b" ") + b"\n")


main()
