#!/usr/bin/env python3
"""A server on loopback that gives prepared answers to AWS calls, and writes down what it was asked.

usage: respond.py FOLDER [CERTIFICATE KEY]

FOLDER/answers holds OPERATION.1, OPERATION.2 ...: what the first and the second call get; the last one stays.
OPERATION@VALUE.1 comes before them for a call that has VALUE (with _ for /) among its parameters, or is signed by the
key VALUE.
An answer is a status line ("200"), headers, an empty line, a body.  Headers of its own: X-Test-Delay: SECONDS;
X-Test-Cut: 1 sends half of what Content-Length says; X-Test-Drop: 1 closes without an answer.
FOLDER/port gets the port, FOLDER/log a JSON line for each request.
"""
import collections
import http.server
import json
import pathlib
import ssl
import sys
import threading
import time
import urllib.parse

FOLDER = pathlib.Path(sys.argv[1])
LOCK = threading.Lock()
COUNTS = collections.Counter()
GIVEN = collections.Counter()


def texts(value):
    if isinstance(value, dict):
        return [t for v in value.values() for t in texts(v)]
    if isinstance(value, list):
        return [t for v in value for t in texts(v)]
    return [str(value)]


def choose(operation, parameters, key):
    """The file of the answer: the next one of its name, or the last."""
    short = [text.replace("/", "_") for text in texts(parameters) + [key] if len(text) < 200]    # names of files
    names = [f"{operation}@{text}" for text in short] + [operation]
    for name in names:
        if (FOLDER / "answers" / f"{name}.1").exists():
            COUNTS[name] += 1
            GIVEN[name] = latest(name, GIVEN[name], COUNTS[name])
            return FOLDER / "answers" / f"{name}.{GIVEN[name]}"
    return None


def latest(name, given, count):
    """The number of the last answer up to count; given: that of the last one that was given, if it is still there."""
    def there(number):
        return (FOLDER / "answers" / f"{name}.{number}").exists()

    number = given if given and there(given) else 1
    while number < count and there(number + 1):
        number += 1
    return number


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def asked(self):
        """The operation and its parameters."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        target = self.headers.get("X-Amz-Target")
        if target:
            return target.split(".")[-1], json.loads(body)
        form = json.loads(body) if body.startswith("{") else dict(urllib.parse.parse_qsl(body))
        return form.pop("Action", f"{self.command} {self.path}").replace("/", "_"), form

    def key(self):
        """The id of the key that signed."""
        return self.headers.get("Authorization", "").partition("Credential=")[2].partition("/")[0]

    def answer(self):
        started = time.time()
        operation, parameters = self.asked()
        with LOCK:
            path = choose(operation, parameters, self.key())
            with open(FOLDER / "log", "a", encoding="utf-8") as log:
                print(json.dumps({"Time": started, "Operation": operation, "Parameters": parameters,
                                  "Headers": {k.lower(): v for k, v in self.headers.items()}}), file=log)
        head, _, body = (path.read_text() if path else "404\n\nnothing was prepared").partition("\n\n")
        status, *lines = head.split("\n")
        self.send(int(status), dict(line.split(": ", 1) for line in lines), body.encode())

    def send(self, status, headers, body):
        time.sleep(float(headers.pop("X-Test-Delay", 0)))
        if headers.pop("X-Test-Drop", None):
            self.close_connection = True
            return
        cut = headers.pop("X-Test-Cut", None)
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if cut else body)
        if cut:
            self.close_connection = True

    do_GET = do_POST = do_HEAD = do_PUT = answer


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    server.socket = context.wrap_socket(server.socket, server_side=True)
(FOLDER / "port.new").write_text(str(server.server_address[1]))
(FOLDER / "port.new").rename(FOLDER / "port")
server.serve_forever()
