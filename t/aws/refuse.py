#!/usr/bin/env python3
"""Stands before an emulator and plays what it cannot: an operation is answered with an error, as AWS words it.

usage: refuse.py PORT UPSTREAM [SERVICE OPERATION STATUS CODE]...

Those named at the start are refused always: what the emulator lacks.  PUT /_refuse with
[{"Service", "Operation", "Status", "Code"}, ...] says what else, before them; [] ends it.  The rest goes upstream;
{"Delay": SECONDS} in the list has each call wait.  GET /_refuse tells what was asked since then, one line a call, in the
order of the answers: SERVICE OPERATION STATUS.  GET /_refuse/most tells how many calls were there at once at most.
What S3 does and emulators do not: a bucket has the tags of the call that creates it when that is answered.
"""
import http.client
import http.server
import json
import re
import sys
import threading
import time
import urllib.parse

import wire

NAMES = ("Service", "Operation", "Status", "Code")
LACKING = [dict(zip(NAMES, sys.argv[n:n + 4])) for n in range(3, len(sys.argv), 4)]
REFUSED = []
ASKED = []
LOCK = threading.Lock()
AT_ONCE = {"now": 0, "most": 0, "delay": 0}


class Counted:
    """One call more while it lasts."""

    def __enter__(self):
        with LOCK:
            AT_ONCE["now"] += 1
            AT_ONCE["most"] = max(AT_ONCE["most"], AT_ONCE["now"])
        time.sleep(AT_ONCE["delay"])

    def __exit__(self, *_):
        with LOCK:
            AT_ONCE["now"] -= 1


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers:
            if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/_refuse" and self.command == "GET":
            return self.answer(200, [], "".join(f"{line}\n" for line in ASKED).encode())
        if self.path == "/_refuse/most":
            return self.answer(200, [], str(AT_ONCE["most"]).encode())
        if self.path == "/_refuse":
            rules = json.loads(body or "[]")
            REFUSED[:] = [rule for rule in rules if "Service" in rule]
            AT_ONCE.update(most=0, delay=max((rule["Delay"] for rule in rules if "Delay" in rule), default=0))
            ASKED.clear()
            return self.answer(200, [], b"")
        with Counted():     # until the answer is known: when it is sent, the client may ask again before we are back
            answer = self.handle_call(body)
        self.answer(*answer)

    def handle_call(self, body):
        """What a call is answered with: status, headers, document."""
        asked = wire.Request(self.command, self.path, self.headers, body)
        for refused in REFUSED + LACKING if asked.service else ():
            if (wire.canonical(refused["Service"]), refused["Operation"]) == (asked.service, asked.operation.name):
                headers, document = wire.error(asked.service, refused["Code"])
                kind = {"Content-Type": wire.content_type(asked.service)}
                ASKED.append(f'{asked.service} {asked.operation.name} {refused["Status"]}')
                return int(refused["Status"]), (kind | headers).items(), document
        status, headers, document = self.ask(self.path, body)
        tags = re.search(b"<Tags>(.*)</Tags>", body)
        if tags and status == 200 and (asked.service, asked.operation.name) == ("s3", "CreateBucket"):
            self.ask(f"{self.path}?tagging", b"<Tagging><TagSet>%s</TagSet></Tagging>" % tags[1])
        if asked.service:
            ASKED.append(f"{asked.service} {asked.operation.name} {status}")
        return status, headers, document

    def ask(self, path, body):
        """What the emulator answers."""
        upstream = http.client.HTTPConnection(urllib.parse.urlsplit(sys.argv[2]).netloc, timeout=30)
        upstream.request(self.command, path, body, dict(self.headers) | {"Content-Length": str(len(body))})
        answer = upstream.getresponse()
        document = answer.read()
        upstream.close()
        return answer.status, answer.getheaders(), document

    do_GET = do_POST = do_PUT = do_DELETE = handle_any

    def log_message(self, *_):
        pass


def main():
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()


if __name__ == "__main__":
    main()
