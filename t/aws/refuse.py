#!/usr/bin/env python3
"""Stands before an emulator and plays what it cannot: an operation is answered with an error, as AWS words it.

usage: refuse.py PORT UPSTREAM [SERVICE OPERATION STATUS CODE]...

Those named at the start are refused always: what the emulator lacks.  PUT /_refuse with
[{"Service", "Operation", "Status", "Code"}, ...] says what else, before them; [] ends it.  The rest goes upstream.
GET /_refuse tells what was asked since then, one line a call: SERVICE OPERATION STATUS, in the order of the answers.
"""
import http.client
import http.server
import json
import sys
import urllib.parse

import wire

NAMES = ("Service", "Operation", "Status", "Code")
LACKING = [dict(zip(NAMES, sys.argv[n:n + 4])) for n in range(3, len(sys.argv), 4)]
REFUSED = []
ASKED = []


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
        if self.path == "/_refuse":
            REFUSED[:] = json.loads(body or "[]")
            ASKED.clear()
            return self.answer(200, [], b"")
        asked = wire.Request(self.command, self.path, self.headers, body)
        for refused in REFUSED + LACKING if asked.service else ():
            if (wire.canonical(refused["Service"]), refused["Operation"]) == (asked.service, asked.operation.name):
                headers, document = wire.error(asked.service, refused["Code"])
                kind = {"Content-Type": wire.content_type(asked.service)}
                ASKED.append(f'{asked.service} {asked.operation.name} {refused["Status"]}')
                return self.answer(int(refused["Status"]), (kind | headers).items(), document)
        upstream = http.client.HTTPConnection(urllib.parse.urlsplit(sys.argv[2]).netloc, timeout=30)
        upstream.request(self.command, self.path, body, dict(self.headers))
        answer = upstream.getresponse()
        if asked.service:
            ASKED.append(f"{asked.service} {asked.operation.name} {answer.status}")
        self.answer(answer.status, answer.getheaders(), answer.read())
        upstream.close()

    do_GET = do_POST = do_PUT = do_DELETE = handle_any

    def log_message(self, *_):
        pass


def main():
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()


if __name__ == "__main__":
    main()
